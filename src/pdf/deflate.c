#include "pdf/deflate.h"

#include <libdeflate.h>

/*
 * Of 37 reports' PDFs 6 makes 1.5 % fewer bytes for a quarter more work than 4, 5 1 % fewer for
 * a sixth more; 3 makes 0.7 % more for 2 % less.
 */
enum { LEVEL = 4 };

enum { LARGE = 1 << 20 };		/* bytes: room for more is not kept for the next */

struct deflate {
	struct libdeflate_compressor *compressor;
	struct arena *arena;
	struct bytes room;		/* used again for the next stream, if it is not large */
};

static void close_compressor(void *compressor)
{
	libdeflate_free_compressor(compressor);
}

struct deflate *deflate_open(struct arena *arena)
{
	struct deflate *deflate = arena_new(arena, struct deflate);

	*deflate = (struct deflate){ arena_own(arena, libdeflate_alloc_compressor(LEVEL),
		close_compressor), arena, { .arena = arena } };
	return deflate;
}

struct bytes deflate_bytes(struct deflate *deflate, const void *bytes, size_t n)
{
	struct bytes packed = { .arena = deflate->arena };
	struct bytes *room = &deflate->room;

	room->n = 0;
	bytes_reserve(room, libdeflate_zlib_compress_bound(deflate->compressor, n));
	packed.n = libdeflate_zlib_compress(deflate->compressor, bytes, n, room->at, room->room);
	packed.at = arena_copy(deflate->arena, room->at, packed.n);
	if (n > LARGE)
		bytes_drop(room);
	return packed;
}
