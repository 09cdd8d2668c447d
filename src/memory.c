/*
 * The allocator of the program and of every library in it: where memory is short the
 * program ends with status 3.  Their own handling crashed or lied: libxml2 and libxslt
 * lost nodes, HarfBuzz keeps an empty table for one that it could not load and shapes
 * on, libthai breaks lines elsewhere, and none of them can be asked afterwards.
 *
 * A request beyond all reason, as a few bytes of a hostile file can ask for, fails as
 * ever: who read the file tells of it.
 *
 * glibc calls these for its own needs too; free() remains its own.
 */
#include <stddef.h>

#include "base/arena.h"

/* AddressSanitizer has an allocator of its own, which ends the program too. */
#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED
#endif
#endif

#ifndef IS_SANITIZED

enum { REASONABLE = 64 << 20 };

/* glibc's own, under the names that it keeps for this. */
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

void *malloc(size_t size);
void *calloc(size_t n, size_t size);
void *realloc(void *memory, size_t size);

void *malloc(size_t size)
{
	void *memory = __libc_malloc(size);

	return memory || size > REASONABLE ? memory : arena_must(NULL);
}

void *calloc(size_t n, size_t size)
{
	void *memory = __libc_calloc(n, size);

	return memory || (size && n > REASONABLE / size) ? memory : arena_must(NULL);
}

/* To a size of 0 frees and answers NULL. */
void *realloc(void *memory, size_t size)
{
	void *moved = __libc_realloc(memory, size);

	return moved || !size || size > REASONABLE ? moved : arena_must(NULL);
}

#endif
