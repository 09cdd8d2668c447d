/*
 * One lifetime for everything a report is made of.  What is allocated from
 * an arena, or handed to it with arena_own(), lives until the arena is
 * closed; nothing is freed on its own, but what arena_drop() is told of.
 *
 * Running out of memory ends the program with exit status 3: a report that
 * cannot be held in memory cannot be made, and no caller could do better.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_open(void);
void arena_close(struct arena *);

/* One that is closed with the other, if it is not cleared before. */
struct arena *arena_within(struct arena *);

/* Forgets everything in it, to begin anew; nothing was handed over with arena_own(). */
void arena_clear(struct arena *);

/* Zeroed and aligned for any type.  Never NULL. */
void *arena_alloc(struct arena *, size_t size) __attribute__((returns_nonnull));

/* For other libraries' memory: answers it, or ends the program if it is NULL. */
void *arena_must(void *memory) __attribute__((returns_nonnull));

/* A copy of n bytes with a NUL after them. */
char *arena_copy(struct arena *, const char *bytes, size_t n) __attribute__((returns_nonnull));

/* A copy of a NUL-terminated text. */
char *arena_text(struct arena *, const char *text) __attribute__((returns_nonnull));

char *arena_printf(struct arena *, const char *format, ...)
	__attribute__((format(printf, 2, 3), returns_nonnull));

/*
 * Closes another library's object with the arena, the last handed over
 * first.  Answers the object; NULL means that its library had no memory.
 */
void *arena_own(struct arena *, void *object, void (*close)(void *object));

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))

/*
 * A list that grows in an arena:  struct lines LIST(struct line);
 * list_add() answers the new last element, zeroed unless n was made smaller
 * before.  Adding may move the elements and free the place where they were: keep
 * indices, neither pointers nor copies of the list, while it still grows.
 */
#define LIST(type) { type *at; int n, room; }

#define list_add(arena, list) \
	((list)->n < (list)->room ? (void)0 : (void)((list)->at = arena_grow((arena), \
	    (list)->at, (list)->n, &(list)->room, sizeof *(list)->at)), \
	    &(list)->at[(list)->n++])

/* Room for n more elements, exactly so many in an empty list. */
#define list_expect(arena, list, more) \
	((list)->at = arena_expect((arena), (list)->at, (list)->n + (more), &(list)->room, \
	    sizeof *(list)->at))

/* Room for the first n elements of an empty list: as many are added without moving any. */
#define list_reserve(arena, list, n) \
	((list)->at = arena_alloc((arena), (size_t)(n) * sizeof *(list)->at), (list)->room = (n))

/*
 * What has n bytes and room for more, with room for size; NULL has no room.  It may move, and
 * is free where it was.
 */
void *arena_enlarge(struct arena *, void *at, size_t n, size_t room, size_t size);

/*
 * Nobody needs it any more.  What is large, a file's bytes, is freed at once; the rest stays
 * until the arena is closed, since nothing would be gained.  NULL has no room.
 */
void arena_drop(void *at, size_t room);

/* For list_expect(): the elements, moved if need be so that there are n. */
void *arena_expect(struct arena *, void *at, int n, int *room, size_t size);

/* For list_add(): the elements, moved if need be so that one more fits. */
void *arena_grow(struct arena *, void *at, int n, int *room, size_t size)
	__attribute__((returns_nonnull));

#endif
