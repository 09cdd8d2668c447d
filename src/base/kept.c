#include "base/kept.h"

#include "base/keys.h"

struct values LIST(void *);

struct kept {
	struct arena *arena;		/* its own, closed to forget */
	int most;
	struct keys keys;
	struct values values;		/* by the key's number */
};

static void close_kept(void *kept)
{
	arena_close(((struct kept *)kept)->arena);
}

struct kept *kept_open(struct arena *arena, int most)
{
	struct kept *kept = arena_new(arena, struct kept);

	kept->arena = arena_open();
	kept->most = most;
	return arena_own(arena, kept, close_kept);
}

void kept_bound(struct kept *kept)
{
	if (kept->keys.n < kept->most)
		return;
	arena_close(kept->arena);
	*kept = (struct kept){ .arena = arena_open(), .most = kept->most };
}

void **kept_find(struct kept *kept, const void *bytes, size_t n)
{
	int i = keys_find(kept->arena, &kept->keys, bytes, n);

	if (i == kept->values.n)
		list_add(kept->arena, &kept->values);
	return &kept->values.at[i];
}

struct arena *kept_arena(const struct kept *kept)
{
	return kept->arena;
}
