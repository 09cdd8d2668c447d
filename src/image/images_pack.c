#include "image/image.h"
#include "image/jpeg_file.h"
#include "image/squeeze.h"
#include "image/png_file.h"
#include "image/reduce.h"

static int shrink(int side, int64_t by, int64_t of)
{
	return (int)((side * by + of - 1) / of);
}

/* Those that the image needs where it is widest; a fifth too many are left. */
static struct samples choose_samples(const struct image *image, int dpi)
{
	struct samples samples = image->samples;
	int64_t all = image_upright(image, samples).width;
	int64_t needed = ((int64_t)image->shown_width * dpi + PT(72) - 1) / PT(72);

	if (!dpi || all * 4 <= needed * 5)
		return samples;
	samples.width = shrink(samples.width, needed, all);
	samples.height = shrink(samples.height, needed, all);
	return samples;
}

static bool are_fewer(const struct samples *samples, const struct samples *than)
{
	return samples->width < than->width || samples->height < than->height;
}

static void pack_png(struct arena *arena, struct image *image, const struct samples *samples,
	struct problems *problems)
{
	struct squeezing *squeezing = squeeze_open(arena, samples);
	struct sample_sink last = { squeeze_add, squeezing }, first = last;
	const char *why;

	if (are_fewer(samples, &image->samples))
		first = (struct sample_sink){ reduce_add, reduce_open(arena, &image->samples,
			samples, &last) };
	why = png_file_decode(arena, &image->bytes, &first);
	if (why)
		image_report_damage(image, why, problems);
	else
		image->raster = squeeze_close(squeezing);
}

/* A photograph on its way to fewer samples. */
struct shrinking {
	struct arena *arena;
	const struct samples *to;
	struct jpeg_writing *writing;
	struct sample_sink first, last;
};

static const struct sample_sink *begin_shrinking(void *with, const struct samples *from)
{
	struct shrinking *shrinking = with;

	shrinking->writing = jpeg_file_open(shrinking->arena, shrinking->to);
	shrinking->last = (struct sample_sink){ jpeg_file_add, shrinking->writing };
	shrinking->first = (struct sample_sink){ reduce_add, reduce_open(shrinking->arena, from,
		shrinking->to, &shrinking->last) };
	return &shrinking->first;
}

static struct raster *new_raster(struct arena *arena, const struct samples *samples,
	const struct bytes *bytes)
{
	struct raster *raster = arena_new(arena, struct raster);

	*raster = (struct raster){ .width = samples->width, .height = samples->height,
		.components = samples->channels, .is_jpeg = true, .at = bytes->at, .n = bytes->n };
	return raster;
}

/* NULL where the file is smaller as it is. */
static struct raster *shrink_jpeg(struct arena *arena, struct image *image,
	const struct samples *samples, struct problems *problems)
{
	struct shrinking shrinking = { .arena = arena, .to = samples };
	const char *why = jpeg_file_decode(arena, &image->bytes, &(struct jpeg_taker){
		begin_shrinking, &shrinking, samples->width });
	struct bytes bytes;

	if (why) {
		image_report_damage(image, why, problems);
		return NULL;
	}
	bytes = jpeg_file_close(shrinking.writing);
	return bytes.n < image->bytes.n ? new_raster(arena, samples, &bytes) : NULL;
}

static void pack_jpeg(struct arena *arena, struct image *image, const struct samples *samples,
	struct problems *problems)
{
	struct jpeg_head head;
	struct raster *raster;
	const char *why;

	if (are_fewer(samples, &image->samples)
			&& (image->raster = shrink_jpeg(arena, image, samples, problems)))
		return;
	why = jpeg_file_check(arena, &image->bytes);
	if (why)
		image_report_damage(image, why, problems);
	jpeg_file_measure(arena, &image->bytes, &head);
	raster = new_raster(arena, &image->samples, &image->bytes);
	raster->plain_rgb = head.plain_rgb;
	image->raster = raster;
}

void images_pack(struct arena *arena, const struct images *images, int dpi,
	struct problems *problems)
{
	for (int i = 0; i < images->n; i++) {
		struct image *image = images->at[i];
		struct samples samples = choose_samples(image, dpi);

		if (!image->shown_width || image->kind == IMAGE_SVG)
			continue;
		(image->kind == IMAGE_PNG ? pack_png : pack_jpeg)(arena, image, &samples, problems);
	}
}
