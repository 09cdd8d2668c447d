/* Bytes that grow, always with a NUL after them.  Writing cannot fail: see arena.h on memory. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct bytes {
	struct arena *arena;
	char *at;		/* NULL until something was added */
	size_t n, room;
};

/* Makes room for exactly n more: what is large is then not moved while it grows. */
void bytes_reserve(struct bytes *, size_t n);

/* Makes room for n more, and for some of those after them. */
void bytes_grow(struct bytes *, size_t n);

/* In the header: of what is said in the code the compiler knows the length. */
static inline void bytes_add(struct bytes *bytes, const void *from, size_t n)
{
	if (!bytes->at || bytes->n + n + 1 > bytes->room)
		bytes_grow(bytes, n);
	if (n)
		memcpy(bytes->at + bytes->n, from, n);
	bytes->n += n;
	bytes->at[bytes->n] = '\0';
}

static inline void bytes_text(struct bytes *bytes, const char *text)
{
	bytes_add(bytes, text, strlen(text));
}

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

/* A length in points, say, without zeros at the end: "841.89". */
void bytes_thousandths(struct bytes *, int64_t);

void bytes_printf(struct bytes *, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
