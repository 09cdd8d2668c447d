#include "base/arena.h"

#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK_SIZE = 64 * 1024, STATUS_SYSTEM = 3 };

struct block {
	struct block *older;
	max_align_t memory[];
};

struct owned {
	struct owned *older;
	void *object;
	void (*close)(void *object);
};

struct arena {
	struct block *newest;
	size_t used, size;	/* of the newest block, in bytes */
	struct owned *owned;
};

/* At once: whoever asked for the memory may hold locks, or be half-way through a list, that
 * closing down would run into. */
void *arena_must(void *memory)
{
	if (!memory) {
		fputs("raingan: out of memory\n", stderr);
		_exit(STATUS_SYSTEM);
	}
	return memory;
}

static struct block *block_new(size_t size)
{
	if (size > SIZE_MAX - sizeof(struct block))
		arena_must(NULL);
	return arena_must(calloc(1, sizeof(struct block) + size));
}

/* What needs a block of its own goes behind the newest, which keeps its room. */
static void *alloc_large(struct arena *arena, size_t size)
{
	struct block *block = block_new(size);

	block->older = arena->newest->older;
	arena->newest->older = block;
	return block->memory;
}

static void add_block(struct arena *arena)
{
	struct block *block = block_new(BLOCK_SIZE);

	block->older = arena->newest;
	arena->newest = block;
	arena->used = 0;
	arena->size = BLOCK_SIZE;
}

struct arena *arena_open(void)
{
	struct arena *arena = arena_must(calloc(1, sizeof *arena));

	add_block(arena);
	return arena;
}

void arena_close(struct arena *arena)
{
	struct block *block = arena->newest;

	for (struct owned *owned = arena->owned; owned; owned = owned->older)
		owned->close(owned->object);
	while (block) {
		struct block *older = block->older;
		free(block);
		block = older;
	}
	free(arena);
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = sizeof(max_align_t);
	char *memory;

	if (size > SIZE_MAX - align)
		arena_must(NULL);
	size = (size + align - 1) / align * align;
	if (size > BLOCK_SIZE / 4)
		return alloc_large(arena, size);
	if (size > arena->size - arena->used)
		add_block(arena);
	memory = (char *)arena->newest->memory + arena->used;
	arena->used += size;
	return memory;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t n)
{
	char *copy = arena_alloc(arena, n + 1);

	if (n)
		memcpy(copy, bytes, n);
	return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
	return arena_copy(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	size_t room;
	char *text;

	va_start(args, format);
	va_copy(again, args);
	room = (size_t)vsnprintf(NULL, 0, format, args) + 1;
	text = arena_alloc(arena, room);
	vsnprintf(text, room, format, again);
	va_end(again);
	va_end(args);
	return text;
}

void *arena_own(struct arena *arena, void *object, void (*close)(void *object))
{
	struct owned *owned = arena_new(arena, struct owned);

	*owned = (struct owned){ arena->owned, arena_must(object), close };
	arena->owned = owned;
	return object;
}

void *arena_grow(struct arena *arena, void *at, int n, int *room, size_t size)
{
	void *moved;

	if (n < *room)
		return at;
	if (n > INT_MAX / 2)
		arena_must(NULL);
	*room = n ? 2 * n : 8;
	moved = arena_alloc(arena, (size_t)*room * size);
	return n ? memcpy(moved, at, (size_t)n * size) : moved;
}
