/*
 * What was worked out once, found again by the bytes that it came from.  It
 * outlives a report, so that its size is bounded: when it is full, all is forgotten.
 */
#ifndef BASE_KEPT_H
#define BASE_KEPT_H

#include "base/arena.h"

struct kept;

/* For "most" things, forgotten with the arena at the latest. */
struct kept *kept_open(struct arena *, int most);

/* Forgets everything if it is full.  Nothing found before may be used after it. */
void kept_bound(struct kept *);

/* Where what came from these bytes is; NULL at first, to be put there.  Until the next call. */
void **kept_find(struct kept *, const void *bytes, size_t n);

/* What is put there must live in this arena. */
struct arena *kept_arena(const struct kept *);

#endif
