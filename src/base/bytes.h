/* Bytes that grow, always with a NUL after them.  Writing cannot fail: see arena.h on memory. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct bytes {
	struct arena *arena;
	char *at;		/* NULL until something was added */
	size_t n, room;
};

void bytes_add(struct bytes *, const void *from, size_t n);
void bytes_text(struct bytes *, const char *text);

/* Makes room for exactly n more: what is large is then not moved while it grows. */
void bytes_reserve(struct bytes *, size_t n);

/* Nobody needs them any more: there are none, and room for none. */
void bytes_drop(struct bytes *);

/*
 * Adds the whole file, at least the NUL; "-" is standard input.  NULL, or why it
 * cannot be read: the system's reason; folders and what has more than
 * LIMIT_FILE_BYTES are refused too.
 */
const char *bytes_read(struct bytes *, const char *path);

/* Whether the path, "-", means standard input or output. */
bool bytes_is_standard(const char *path);

/* The path as it is told to users: "<stdin>" for standard input. */
const char *bytes_name(const char *path);

/* The number in decimal; in n hexadecimal digits: what printf() does, without its cost. */
void bytes_int(struct bytes *, int64_t);
void bytes_hex(struct bytes *, uint32_t, int n);

void bytes_printf(struct bytes *, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
