/*
 * Feeds image/ with broken files: image_fuzz ROUNDS FOLDER FILE...  Each round breaks one of the
 * files, in the folder, and opens and packs it.  Whatever comes out must be whole, or a problem.
 * The same arguments give the same run.
 */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/folder.h"
#include "image_promises.h"
#include "model/source.h"

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* A few bytes otherwise, a part twice, or the end missing. */
static struct bytes break_file(struct arena *arena, const struct bytes *file, uint32_t *seed)
{
	struct bytes broken = { .arena = arena };
	size_t cut = next(seed) % file->n;

	bytes_add(&broken, file->at, file->n);
	switch (next(seed) % 4) {
	case 0:
		broken.n = cut;
		broken.at[cut] = '\0';
		break;
	case 1:
		bytes_add(&broken, file->at + cut, file->n - cut);
		break;
	default:
		for (uint32_t i = next(seed) % 8 + 1; i; i--)
			broken.at[next(seed) % broken.n] = next(seed) % 3
				? (char)next(seed) : file->at[next(seed) % file->n];
	}
	if (next(seed) % 8 && file->n > PNG_HEAD && !memcmp(file->at, "\x89PNG", 4))
		mend_sums(&broken);
	return broken;
}

static void write_file(const char *path, const struct bytes *bytes)
{
	FILE *file = fopen(path, "wb");

	assert(file && fwrite(bytes->at, 1, bytes->n, file) == bytes->n && !fclose(file));
}

static int try_round(const char *folder, const char *path, uint32_t *seed)
{
	struct arena *arena = arena_open();
	struct bytes file = { .arena = arena }, broken;
	int good;

	assert(!bytes_read(&file, path) && file.n);
	broken = break_file(arena, &file, seed);
	write_file(folder_file(arena, folder, "broken"), &broken);
	good = try_file(arena, folder, next(seed) % 2 ? IMAGE_DPI : 0);
	arena_close(arena);
	return good;
}

int main(int argc, char **argv)
{
	uint32_t seed = 1;
	int rounds = argc > 3 ? atoi(argv[1]) : 0, good = 0;

	assert(rounds > 0);
	source_start();
	for (int i = 0; i < rounds; i++)
		good += try_round(argv[2], argv[3 + i % (argc - 3)], &seed);
	printf("%d broken files, %d of them still good\n", rounds, good);
	return good == 0 || good == rounds;
}
