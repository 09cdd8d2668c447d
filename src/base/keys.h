/* Numbers for byte strings: the same bytes, the same number. */
#ifndef BASE_KEYS_H
#define BASE_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct key {
	const char *bytes;
	size_t n;
	uint32_t hash;
};

/* Zeroed at first. */
struct keys {
	struct key *at;
	int n, room;
	int *slots, slot_count;		/* a power of two; a key's number + 1, or 0 */
};

/* Its number, counted from 0 in the order first asked for; keys.n before the call if it is new. */
int keys_find(struct arena *, struct keys *, const void *bytes, size_t n);

#endif
