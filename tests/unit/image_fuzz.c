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
#include <zlib.h>

#include "base/folder.h"
#include "image/image.h"
#include "model/source.h"

enum { PNG_HEAD = 8, CHUNK_HEAD = 8, SUM = 4 };

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

static uint32_t read_number(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* libpng would stop at the first sum that is wrong. */
static void mend_sums(struct bytes *file)
{
	unsigned char *at = (unsigned char *)file->at;
	size_t i = PNG_HEAD;

	while (i + CHUNK_HEAD + SUM <= file->n) {
		size_t n = read_number(at + i);
		uint32_t sum;

		if (n > file->n - i - CHUNK_HEAD - SUM)
			return;
		sum = (uint32_t)crc32(0, at + i + 4, (uInt)n + 4);
		for (int k = 0; k < SUM; k++)
			at[i + CHUNK_HEAD + n + (size_t)k] = (unsigned char)(sum >> (24 - 8 * k));
		i += CHUNK_HEAD + n + SUM;
	}
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

static void check_raster(const struct raster *raster)
{
	assert(raster->width > 0 && raster->height > 0 && raster->n > 0 && raster->at);
	assert(raster->components == 1 || raster->components == 3);
	if (raster->mask)
		check_raster(raster->mask);
}

static void check_image(const struct image *image)
{
	assert(image->width > 0 && image->height > 0 && image->turn >= 1 && image->turn <= 8);
	assert(image->kind != IMAGE_SVG || (image->space.x > 0 && image->space.y > 0));
}

/* Answers whether the file was good. */
static bool try_file(struct arena *arena, const char *folder, int dpi)
{
	static const struct style style = { .name = "img" };
	struct picture picture = { .src = "broken", .alt = "x" };
	struct block block = { .kind = BLOCK_IMAGE, .style = &style, .place = { "doc", 1 },
		.picture = &picture };
	struct sequence sequence = { .first = &block };
	struct doc doc = { .sequences = { &sequence, 1, 1 } };
	struct attachments attachments = { 0 };
	struct problems problems = { .arena = arena };
	struct images *images = images_open(arena, &doc, folder, &attachments, &problems);

	if (problems.worst >= ERROR)
		return false;
	check_image(picture.image);
	picture.image->shown_width = picture.image->width / 2 + 1;
	images_pack(arena, images, dpi, &problems);
	if (problems.worst >= ERROR)
		return false;
	if (picture.image->kind != IMAGE_SVG)
		check_raster(picture.image->raster);
	return true;
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
