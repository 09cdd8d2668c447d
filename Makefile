# make report   installs what the build needs, builds, writes build/trang-2565.pdf
# make test     the same for the tests, and runs them all
# What attackers make use of is closed off: overflows, writable tables, fixed addresses.
CFLAGS ?= -O3 -g -fPIE -fstack-protector-strong -fstack-clash-protection -D_FORTIFY_SOURCE=2
LDFLAGS ?= -pie -Wl,-z,relro,-z,now
VERSION := 0.1
PREFIX ?= /usr/local
OUT ?= build

build_packages := gcc libc6-dev pkg-config libxml2-dev libxslt1-dev libfreetype-dev \
	libharfbuzz-dev libthai-dev libthai-data libdatrie-dev libdatrie1-bin libunibreak-dev \
	libhpdf-dev zlib1g-dev libdeflate-dev libqpdf-dev libpng-dev libjpeg62-turbo-dev \
	icc-profiles-free woff2 xsltproc gettext
test_packages := chromium valgrind poppler-utils mupdf-tools qpdf libharfbuzz-bin librsvg2-bin strace \
	fonts-tlwg-laksaman-ttf \
	fonts-tlwg-norasi-ttf fonts-tlwg-garuda-ttf fonts-tlwg-kinnari-ttf
# Java among them: for those who change data/report.xsd, not for everybody's "make test".
editor_packages := emacs-nox vim jing libmsv-java trang
deb_packages := dpkg-dev debhelper xml-core fakeroot lintian
static_packages := clang clang-tidy cppcheck
# libFuzzer, and what tells which lines were run.
fuzz_packages := clang libclang-rt-dev llvm libharfbuzz-bin

# The programs that the benchmark compares with, and valgrind, which counts instructions.
bench_packages := chromium weasyprint libreoffice-writer texlive-xetex texlive-latex-recommended \
	texlive-fonts-recommended fop valgrind poppler-utils
# For "make many": a batch on several machines.
many_packages := parallel openssh-server openssh-client procps slurm-wlm munge

# The reference checker of PDF/A and PDF/UA, from Maven Central.
verapdf := 1.28.2
verapdf_sha256 := 687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6
verapdf_jar := build/verapdf/greenfield-apps-$(verapdf).jar
# The plugin that fetches it: a version of its own would be as good, but not the same every time.
maven_copy := org.apache.maven.plugins:maven-dependency-plugin:2.8:copy

# libthai's own list of words.
thai_words := /usr/share/libthai/thbrk.tri

modules := libxml-2.0 libxslt harfbuzz harfbuzz-subset freetype2 libthai
sources := $(sort $(wildcard src/*.c src/*/*.c))
objects := $(sources:src/%.c=$(OUT)/obj/%.o)
# The stages, without the commands.
library := $(filter-out $(patsubst src/%.c,$(OUT)/obj/%.o,$(wildcard src/*.c)),$(objects))
units := $(patsubst tests/unit/%.c,$(OUT)/tests/%,$(sort $(wildcard tests/unit/*.c)))
shims := $(patsubst tests/shim/%.c,$(OUT)/tests/%.so,$(sort $(wildcard tests/shim/*.c)))
# One a file; those whose input is XML change it as a tree.
fuzzers := $(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/*.c)))
xml_fuzzers := catalogue document report scheme styles successor svg
fuzz_shared := $(filter-out %/xml.c,$(wildcard tests/fuzz/shared/*.c))
# Asked only when something is compiled: before "make setup" there is no pkg-config.
includes = $(shell pkg-config --cflags $(modules) | sed 's/-I/-isystem /g')
libraries = $(shell pkg-config --libs $(modules)) -lunibreak -lhpdf -lpng -ljpeg -ldeflate -lz -lm
# Which libqpdf.so the header belongs to: it is not linked with, but loaded when it is needed.
qpdf_soname = $(shell LC_ALL=C readelf -d "$$($(CC) -print-file-name=libqpdf.so)" \
	| sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')

flags = $(CPPFLAGS) -std=c11 -D_XOPEN_SOURCE=700 -DVERSION='"$(VERSION)"' \
	-DINSTALLED_DATA='"$(PREFIX)/share/raingan"' \
	-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Isrc $(includes)

# For web pages: what templates/web/style.css names.
web_fonts := $(patsubst fonts/%.ttf,$(OUT)/web-fonts/%.woff2,$(wildcard fonts/Sarabun-*.ttf))

# What the program says, in other languages than English.
languages := $(patsubst po/%.po,$(OUT)/locale/%/LC_MESSAGES/raingan.mo,$(wildcard po/*.po))

made := $(OUT)/words.tri $(OUT)/sRGB.icc $(web_fonts) $(languages)

all: $(OUT)/raingan $(made)

$(OUT)/raingan: $(objects) | $(made)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(objects) $(libraries)

# The colours that a PDF/A file means; lcms2 would write the clock into its own.
$(OUT)/sRGB.icc: /usr/share/color/icc/sRGB.icc
	@mkdir -p $(OUT)
	cp $< $@

# The tool writes beside what it reads.
$(OUT)/web-fonts/%.woff2: fonts/%.ttf
	@mkdir -p $(@D)/packing
	cp $< $(@D)/packing/
	woff2_compress $(@D)/packing/$*.ttf >$(@D)/packing/$*.log 2>&1 || { cat $(@D)/packing/$*.log; exit 1; }
	mv $(@D)/packing/$*.woff2 $@

$(OUT)/locale/%/LC_MESSAGES/raingan.mo: po/%.po
	@mkdir -p $(@D)
	msgfmt --check-format --check-domain -o $@ $<

# The templates' texts as C, for xgettext.
$(OUT)/po/templates.c: $(wildcard templates/*/*.xsl)
	@mkdir -p $(@D)
	sed -n "s/.*th:phrase('\([^']*\)'.*/N_(\"\1\")/p" $^ \
		| sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/\\"/g; s/&amp;/\&/g' >$@

# All that the program says.
# What schemas explain is told with what is wrong.
explained := $(wildcard data/*.xsd data/methodology/*.xsd templates/*.xsd templates/*/*.xsd fonts/*.xsd)
$(OUT)/po/raingan.pot: $(sources) src/base/problem_kinds.def po/system.c $(OUT)/po/templates.c \
		$(explained) po/schema.its
	xgettext --language=C --from-code=UTF-8 --no-location --package-name=raingan \
		--keyword= --keyword=N_ --keyword=N_WORD:1c,2 --keyword=PROBLEM:3 -o $(OUT)/po/new.pot \
		$(filter %.c %.def,$^)
	xgettext --its=po/schema.its --no-location --join-existing -o $(OUT)/po/new.pot $(explained)
	mv $(OUT)/po/new.pot $@

# Gives the translations what is new to translate, and takes from them what is no more said.
po: $(OUT)/po/raingan.pot
	for file in po/*.po; do \
		msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-location $$file $<; \
		msgattrib --no-obsolete --no-location -o $$file $$file; \
		sed -i '/^"POT-Creation-Date/d' $$file; \
	done

$(OUT)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(flags) $(CFLAGS) -MMD -MP -c -o $@ $<

$(OUT)/obj/pdf/libqpdf.o: flags += -DQPDF_SONAME='"$(qpdf_soname)"'

# libthai's words and ours.  trietool passes over a word it cannot take, with a message.
$(OUT)/words.tri: data/words.txt $(thai_words)
	@mkdir -p $(OUT)/words
	cp $(thai_words) $(OUT)/words/words.tri
	chmod u+w $(OUT)/words/words.tri
	sed '/^#/d; /^$$/d' data/words.txt >$(OUT)/words/list
	trietool -p $(OUT)/words words add-list -e UTF-8 $(OUT)/words/list 2>$(OUT)/words/refused
	@! grep . $(OUT)/words/refused
	mv $(OUT)/words/words.tri $@

$(OUT)/tests/%: tests/unit/%.c $(library) | $(made)
	@mkdir -p $(@D)
	$(CC) $(flags) -DDICTIONARY='"$(OUT)/words.tri"' -DCOLOURS='"$(OUT)/sRGB.icc"' $(CFLAGS) \
		$(LDFLAGS) -MMD -MP -o $@ $< $(library) $(libraries)

# main() is libFuzzer's, the allocator ASan's.
$(OUT)/fuzz-%: tests/fuzz/%.c $(fuzz_shared) $(filter-out %/obj/main.o %/obj/memory.o,$(objects)) \
		| $(made)
	$(CC) $(flags) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -MMD -MP -MF $@.d -o $@ $(filter %.c %.o,$^) \
		$(libraries)

$(xml_fuzzers:%=$(OUT)/fuzz-%): tests/fuzz/shared/xml.c

# Preloaded by tests, to make library calls and allocations fail.
$(OUT)/tests/%.so: tests/shim/%.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -Wall -Wextra -shared -fPIC -o $@ $< -ldl

-include $(objects:.o=.d) $(units:=.d) $(fuzzers:%=$(OUT)/fuzz-%.d)

# Installs the packages that are missing, through sudo where we are not root.
define install_packages
missing=$$(for name in $(1); do dpkg-query -W -f='$${Status}' $$name 2>/dev/null \
	| grep -q 'ok installed' || echo $$name; done); \
if [ -n "$$missing" ]; then \
	as=; [ $$(id -u) = 0 ] || as=sudo; \
	echo "Installing with apt-get:" $$missing; \
	$$as apt-get update -q && $$as env DEBIAN_FRONTEND=noninteractive \
		apt-get install -q -y --no-install-recommends $$missing; \
fi
endef

setup:
	@$(call install_packages,$(build_packages))

# $(call install_modules,TESTS,FOLDER,WHAT): what TESTS/package.json names, into FOLDER.
define install_modules
cmp -s $(1)/package.json $(2)/package.json || { \
	echo "Installing with npm:" $(3); \
	rm -rf $(2) && mkdir -p $(2) && cp $(1)/package.json $(2)/new.json && \
	(cd $(2) && mv new.json package.json && npm install --no-audit --no-fund --loglevel=error) || \
	{ rm -rf $(2); echo "These cannot be installed:" $(3) >&2; exit 1; }; }
endef

# A Node.js of another origin is as good as Debian's.
setup-test: setup
	@$(call install_packages,$(test_packages))
	@command -v npm >/dev/null || { $(call install_packages,nodejs npm); }
	@$(call install_modules,tests/pdf,build/readers,pdf.js and PDFium)
	@$(call install_modules,tests/web,build/browser,axe-core html-validate csv-parse playwright-core)

report: setup
	$(MAKE) $(OUT)/raingan
	$(OUT)/raingan build data/trang-2565.xml -o build/trang-2565.pdf

test: setup-test
	$(MAKE) $(OUT)/raingan $(units) $(shims) $(OUT)/po/raingan.pot
	OUT=$(OUT) tests/run

# build/guides/*.pdf: what docs/guide-*.xml say is done, in an empty folder, and shown in their pictures.
guides: setup
	@$(call install_packages,poppler-utils)
	$(MAKE) $(OUT)/raingan
	tests/guides/run $(OUT)/raingan build/guides

# Every allocation and system call of a build fails once, 300 kills, 20,000 builds: some minutes.
faults: setup-test
	$(MAKE) $(OUT)/raingan $(shims)
	OUT=$(OUT) tests/run --faults

# Writes what the program gives now as what the tests expect: read the diff.
accept: all $(units) $(shims) $(OUT)/po/raingan.pot
	OUT=$(OUT) tests/run --accept

# Makes data/report.rnc and tries what editors use.
editors: $(OUT)/raingan
	@$(call install_packages,$(editor_packages))
	tests/editors/run
	tests/editors/jump $(OUT)/raingan $(OUT)/editors/jump

sanitize: setup-test
	$(MAKE) OUT=build/sanitize CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all' \
		build/sanitize/raingan $(patsubst $(OUT)/%,build/sanitize/%,$(units) $(shims)) \
		build/sanitize/po/raingan.pot
	OUT=build/sanitize tests/run

setup-fuzz: setup
	@$(call install_packages,$(fuzz_packages))

# What "undefined" leaves out: numbers that a whole one cannot hold.
floats := float-cast-overflow,float-divide-by-zero
# Our code is made so that libFuzzer sees which of its edges were taken; the libraries are Debian's.
fuzz_make = $(MAKE) OUT=build/fuzz CC=clang LDFLAGS= \
	CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined,$(floats) -fno-sanitize-recover=all'

fuzz fuzz-replay: setup-fuzz
	$(MAKE) $(OUT)/raingan
	$(fuzz_make) $(fuzzers:%=build/fuzz/fuzz-%)
	tests/fuzz/run $(OUT)/raingan build/fuzz $(@:fuzz-%=%) $(or $(FUZZ),$(fuzzers))

# The counters are shared with a file from the start: at the end the sandbox lets none be written.
coverage: setup-test setup-fuzz
	$(MAKE) $(OUT)/raingan
	$(MAKE) OUT=build/coverage CC=clang LDFLAGS= CFLAGS='-O1 -g -fprofile-instr-generate \
		-fcoverage-mapping -mllvm -runtime-counter-relocation' build/coverage/raingan \
		$(patsubst $(OUT)/%,build/coverage/%,$(units) $(shims)) \
		build/coverage/po/raingan.pot $(fuzzers:%=build/coverage/fuzz-%)
	tests/coverage $(OUT)/raingan build/coverage $(fuzzers)

# A Java of another origin is as good as Debian's.
setup-conformance: setup-test
	@command -v java >/dev/null || { $(call install_packages,default-jre-headless); }
	@[ -f $(verapdf_jar) ] || command -v mvn >/dev/null || { $(call install_packages,maven); }

# Only what has the checksum is kept.
$(verapdf_jar):
	rm -rf build/verapdf
	mvn -B -q -Dmaven.repo.local=$(CURDIR)/build/verapdf/maven $(maven_copy) \
		-Dartifact=org.verapdf.apps:greenfield-apps:$(verapdf) \
		-DoutputDirectory=$(CURDIR)/build/verapdf/fetched || \
		{ echo "veraPDF $(verapdf) cannot be had from Maven Central." >&2; exit 1; }
	echo "$(verapdf_sha256)  build/verapdf/fetched/$(@F)" | sha256sum --check --strict --quiet
	mv build/verapdf/fetched/$(@F) $@
	rm -rf build/verapdf/maven build/verapdf/fetched

conformance: setup-conformance guides
	$(MAKE) $(OUT)/raingan $(OUT)/tests/pdf_test $(verapdf_jar)
	tests/pdf/conformance.sh $(verapdf_jar) $(OUT)/raingan $(OUT)/tests/pdf_test $(OUT)/conformance

# Programs to compare with: none is needed for "make bench", which tells which were missing.
setup-bench: setup-test
	@$(call install_packages,$(bench_packages))
	@$(call install_modules,tests/bench/peers,build/peers,Typst and pdfmake)

$(OUT)/tests/measure: tests/bench/measure.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_DEFAULT_SOURCE -Wall -Wextra -Wpedantic -Wshadow -Wconversion $(CFLAGS) -o $@ $<

# Writes docs/bench.md and its plot; tests/bench/run.mjs tells how to make it shorter.
bench: all $(OUT)/tests/measure
	node tests/bench/run.mjs $(OUT)/raingan $(OUT)/tests/measure build/bench
	node tests/bench/table.mjs build/bench/results.json >build/bench/table.md
	node tests/bench/plot.mjs build/bench/results.json >build/bench/plot.svg
	cp build/bench/table.md docs/bench.md
	cp build/bench/plot.svg docs/bench.svg
	@cat docs/bench.md

# The recipes of docs/many-machines.md.  Apart from "make test": they wait a lot, and ask for sshd and Slurm.
many: setup-test
	@$(call install_packages,$(many_packages))
	$(MAKE) $(OUT)/raingan
	tests/bench/many $(OUT)/raingan build/many
	tests/bench/slurm $(OUT)/raingan build/slurm

static:
	@$(call install_packages,$(build_packages) $(static_packages))
	$(MAKE) $(OUT)/raingan
	@tests/static/run $(OUT)/raingan $(flags) -DQPDF_SONAME='"$(qpdf_soname)"'

# What is installed: the program, its resources, manual pages, completions, samples.
pages := raingan.1 raingan-report.5 raingan-document.5
shells := bash zsh fish
install_pages := $(pages:%=$(OUT)/man/%) $(shells:%=$(OUT)/completions/%)
resources := $(wildcard templates/*.xsd templates/*/* fonts/* data/*.xsd data/methodology/* \
	data/catalog.xml data/schemas.xml data/report.rnc)
samples := $(wildcard data/*-25??.xml) data/seal.svg
share = $(DESTDIR)$(PREFIX)/share

$(OUT)/man/%: packaging/%.in packaging/man packaging/format.xsl $(OUT)/raingan \
		$(wildcard data/*.xsd templates/*.xsd)
	@mkdir -p $(@D)
	packaging/man $< $(OUT)/raingan >$@.new
	mv $@.new $@

$(OUT)/completions/%: packaging/completion $(OUT)/raingan
	@mkdir -p $(@D)
	packaging/completion $* $(OUT)/raingan >$@.new
	mv $@.new $@

install-pages: $(install_pages)

install: all install-pages
	install -D -m 755 $(OUT)/raingan $(DESTDIR)$(PREFIX)/bin/raingan
	for file in $(resources); do install -D -m 644 $$file $(share)/raingan/$$file || exit; done
	install -m 644 $(OUT)/words.tri $(OUT)/sRGB.icc $(share)/raingan
	install -D -m 644 -t $(share)/raingan/web-fonts $(OUT)/web-fonts/*.woff2
	for language in $(patsubst po/%.po,%,$(wildcard po/*.po)); do install -D -m 644 -t \
		$(share)/locale/$$language/LC_MESSAGES $(OUT)/locale/$$language/LC_MESSAGES/raingan.mo; done
	install -D -m 644 -t $(share)/man/man1 $(OUT)/man/raingan.1
	install -D -m 644 -t $(share)/man/man5 $(OUT)/man/*.5
	install -D -m 644 $(OUT)/completions/bash $(share)/bash-completion/completions/raingan
	install -D -m 644 $(OUT)/completions/zsh $(share)/zsh/site-functions/_raingan
	install -D -m 644 $(OUT)/completions/fish $(share)/fish/vendor_completions.d/raingan.fish
	install -D -m 644 -t $(share)/doc/raingan README.md docs/*.md
	install -D -m 644 -t $(share)/doc/raingan/examples $(samples)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/raingan $(pages:%.1=$(share)/man/man1/%.1) \
		$(pages:%.5=$(share)/man/man5/%.5) $(share)/bash-completion/completions/raingan \
		$(share)/zsh/site-functions/_raingan $(share)/fish/vendor_completions.d/raingan.fish
	rm -f $(share)/locale/*/LC_MESSAGES/raingan.mo
	rm -rf $(share)/raingan $(share)/doc/raingan

# The sources of the last commit.  What they build is the same, byte for byte: the archive has its dates.
dist:
	mkdir -p build
	git archive --prefix=raingan-$(VERSION)/ HEAD | gzip -n -9 >build/raingan-$(VERSION).tar.gz.new
	mv build/raingan-$(VERSION).tar.gz.new build/raingan-$(VERSION).tar.gz

deb: setup dist
	@$(call install_packages,$(deb_packages))
	rm -rf build/deb
	mkdir -p build/deb
	cp build/raingan-$(VERSION).tar.gz build/deb/raingan_$(VERSION).orig.tar.gz
	tar -xf build/raingan-$(VERSION).tar.gz -C build/deb
	cp -r packaging/debian build/deb/raingan-$(VERSION)/
	cd build/deb/raingan-$(VERSION) && dpkg-buildpackage -us -uc -b
	lintian --fail-on error build/deb/raingan_*.changes

# What is installed and packaged, tried; the package in a root of its own.
packaging: deb install-pages
	@$(call install_packages,mandoc bsdextrautils zsh fish debootstrap)
	tests/packaging/run $(OUT)/raingan

layers:
	awk -f tests/layers.awk $(sort $(wildcard src/*.[ch] src/*/*.[ch]))

clean:
	rm -rf build

.PHONY: all po setup setup-test report test faults accept editors sanitize setup-fuzz fuzz fuzz-replay \
	coverage setup-conformance conformance static install-pages install uninstall dist deb packaging \
	setup-bench bench many layers clean
