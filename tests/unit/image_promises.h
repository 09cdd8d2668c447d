/* What every picture promises, for the programs that feed image/ with whatever there is. */
#ifndef IMAGE_PROMISES_H
#define IMAGE_PROMISES_H

#undef NDEBUG
#include <assert.h>
#include <string.h>
#include <zlib.h>

#include "image/image.h"

enum { PNG_HEAD = 8, CHUNK_HEAD = 8, SUM = 4 };

static uint32_t read_number(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* libpng would stop at the first sum that is wrong. */
static inline void mend_sums(struct bytes *file)
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

/* Answers whether the file called "broken" in the folder was good. */
static inline bool try_file(struct arena *arena, const char *folder, int dpi)
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

#endif
