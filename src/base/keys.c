#include "base/keys.h"

#include <string.h>

/* Eight bytes a step, in the manner of FNV-1a; the high bits, which all bytes reach, count. */
static uint32_t hash_of(const char *bytes, size_t n)
{
	uint64_t hash = 0xcbf29ce484222325u + n, part;

	for (; n >= sizeof part; n -= sizeof part, bytes += sizeof part) {
		memcpy(&part, bytes, sizeof part);
		hash = (hash ^ part) * 0x9e3779b97f4a7c15u;
		hash ^= hash >> 32;
	}
	for (part = 0; n; n--)
		part = part << 8 | (unsigned char)*bytes++;
	hash = (hash ^ part) * 0x9e3779b97f4a7c15u;
	return (uint32_t)(hash >> 32);
}

static bool is_equal(const struct key *a, const struct key *b)
{
	return a->hash == b->hash && a->n == b->n && !memcmp(a->bytes, b->bytes, a->n);
}

/* Where the key is, or where it would be put. */
static int *find_slot(const struct keys *keys, const struct key *key)
{
	uint32_t last = (uint32_t)keys->slot_count - 1, i = key->hash & last;

	while (keys->slots[i] && !is_equal(&keys->at[keys->slots[i] - 1], key))
		i = (i + 1) & last;
	return &keys->slots[i];
}

static void make_room(struct arena *arena, struct keys *keys)
{
	if (2 * keys->n < keys->slot_count)
		return;
	keys->slot_count = keys->slot_count ? 2 * keys->slot_count : 64;
	keys->slots = arena_alloc(arena, (size_t)keys->slot_count * sizeof *keys->slots);
	for (int i = 0; i < keys->n; i++)
		*find_slot(keys, &keys->at[i]) = i + 1;
}

int keys_find(struct arena *arena, struct keys *keys, const void *bytes, size_t n)
{
	struct key key = { bytes, n, hash_of(bytes, n) };
	int *slot;

	make_room(arena, keys);
	slot = find_slot(keys, &key);
	if (!*slot) {
		key.bytes = arena_copy(arena, bytes, n);
		*list_add(arena, keys) = key;
		*slot = keys->n;
	}
	return *slot - 1;
}
