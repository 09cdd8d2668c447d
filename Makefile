CFLAGS ?= -O2 -g
VERSION := 0.1
PREFIX ?= /usr/local

packages := libxml-2.0 libxslt harfbuzz harfbuzz-subset freetype2 libthai
sources := $(sort $(wildcard src/*.c src/*/*.c))
objects := $(sources:src/%.c=build/obj/%.o)
includes = $(shell pkg-config --cflags $(packages) | sed 's/-I/-isystem /g')
libraries = $(shell pkg-config --libs $(packages)) -lunibreak -lhpdf -lm

flags = -std=c11 -D_XOPEN_SOURCE=700 -DVERSION='"$(VERSION)"' \
	-DINSTALLED_DATA='"$(PREFIX)/share/raingan"' \
	-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Isrc $(includes)

all: build/raingan

build/raingan: $(objects)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(objects) $(libraries)

build/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(flags) $(CFLAGS) -MMD -MP -c -o $@ $<

-include $(objects:.o=.d)

clean:
	rm -rf build

.PHONY: all clean
