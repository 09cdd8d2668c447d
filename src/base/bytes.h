/* Bytes that grow, always with a NUL after them.  Writing cannot fail: see arena.h on memory. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include "base/arena.h"

struct bytes {
	struct arena *arena;
	char *at;		/* NULL until something was added */
	size_t n, room;
};

void bytes_add(struct bytes *, const void *from, size_t n);
void bytes_text(struct bytes *, const char *text);

void bytes_printf(struct bytes *, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
