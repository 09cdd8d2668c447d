#include "base/arena.h"

#include <assert.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/machine.h"

enum {
	BLOCK_SIZE = 64 * 1024,
	LARGE = BLOCK_SIZE / 4,		/* what is larger has a block of its own */
	FIRST_SIZE = LARGE,		/* many arenas stay small, and blocks are cleared */
	FEW = 16,			/* bytes that a list begins with */
};

struct block {
	struct block *older, *newer;
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

void *arena_must(void *memory)
{
	if (!memory)
		machine_end(NULL, "out of memory");
	return memory;
}

static struct block *block_new(size_t size)
{
	if (size > SIZE_MAX - sizeof(struct block))
		arena_must(NULL);
	return arena_must(calloc(1, sizeof(struct block) + size));
}

static void link_behind(struct block *block, struct block *older)
{
	block->older = older;
	if (older)
		older->newer = block;
}

/* What needs a block of its own goes behind the newest, which keeps its room. */
static void *alloc_large(struct arena *arena, size_t size)
{
	struct block *block = block_new(size);

	link_behind(block, arena->newest->older);
	link_behind(arena->newest, block);
	return block->memory;
}

static void add_block(struct arena *arena, size_t size)
{
	struct block *block = block_new(size);

	link_behind(block, arena->newest);
	arena->newest = block;
	arena->used = 0;
	arena->size = size;
}

struct arena *arena_open(void)
{
	struct arena *arena = arena_must(calloc(1, sizeof *arena));

	add_block(arena, FIRST_SIZE);
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

static size_t aligned(size_t size)
{
	const size_t align = sizeof(max_align_t);

	if (size > SIZE_MAX - align)
		arena_must(NULL);
	return (size + align - 1) / align * align;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	char *memory;

	size = aligned(size);
	if (size > LARGE)
		return alloc_large(arena, size);
	if (size > arena->size - arena->used)
		add_block(arena, BLOCK_SIZE);
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

static void close_inner(void *inner)
{
	arena_close(inner);
}

struct arena *arena_within(struct arena *arena)
{
	return arena_own(arena, arena_open(), close_inner);
}

void arena_clear(struct arena *arena)
{
	struct block *block;

	assert(!arena->owned);
	while ((block = arena->newest->older)) {
		arena->newest->older = block->older;
		free(block);
	}
	memset(arena->newest->memory, 0, arena->used);
	arena->used = 0;
}

/* Of what was allocated last: there is more room behind it. */
static bool extend(struct arena *arena, char *at, size_t room, size_t size)
{
	size_t more = aligned(size) - aligned(room);

	if (at + aligned(room) != (char *)arena->newest->memory + arena->used
			|| more > arena->size - arena->used)
		return false;
	arena->used += more;
	return true;
}

static void free_large(void *at)
{
	struct block *block = (struct block *)((char *)at - offsetof(struct block, memory));

	block->newer->older = block->older;
	if (block->older)
		block->older->newer = block->newer;
	free(block);
}

void arena_drop(void *at, size_t room)
{
	if (aligned(room) > LARGE)
		free_large(at);
}

void *arena_enlarge(struct arena *arena, void *at, size_t n, size_t room, size_t size)
{
	void *moved;

	if (room && size <= LARGE && extend(arena, at, room, size))
		return at;
	moved = arena_alloc(arena, size);
	if (n)
		memcpy(moved, at, n);
	arena_drop(at, room);
	return moved;
}

void *arena_grow(struct arena *arena, void *at, int n, int *room, size_t size)
{
	size_t old = (size_t)*room * size;
	int half = n + n / 2 + 1;

	if (n < *room)
		return at;
	if (n > INT_MAX / 2)
		arena_must(NULL);
	if (n && (size_t)half * size <= LARGE && extend(arena, at, old, (size_t)half * size)) {
		*room = half;
		return at;
	}
	*room = n ? 2 * n : size < FEW ? (int)(FEW / size) : 1;
	return arena_enlarge(arena, at, (size_t)n * size, old, (size_t)*room * size);
}

void *arena_expect(struct arena *arena, void *at, int n, int *room, size_t size)
{
	int half = *room + *room / 2;
	size_t old = (size_t)*room * size;

	if (n <= *room)
		return at;
	*room = n > half ? n : half;
	return arena_enlarge(arena, at, old, old, (size_t)*room * size);
}
