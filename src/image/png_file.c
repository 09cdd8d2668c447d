#include "image/png_file.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/phrase.h"

/* As PNG itself: images.c tells what is too large. */
enum { SIDE_MOST = 0x7fffffff };

/* A file on its way through libpng. */
struct reading {
	struct arena *arena;
	const struct bytes *bytes;
	size_t at;
	const struct sample_sink *sink;
	png_struct *png;
	png_info *head;
	unsigned char *rows;		/* one, or interlaced: all */
	struct samples samples;
	const char *why;		/* it failed, or NULL */
};

static png_voidp must_alloc(png_struct *png, png_alloc_size_t size)
{
	(void)png;
	return arena_must(malloc(size));
}

static void must_free(png_struct *png, png_voidp memory)
{
	(void)png;
	free(memory);
}

static void on_error(png_struct *png, const char *message)
{
	struct reading *reading = png_get_error_ptr(png);

	reading->why = arena_text(reading->arena, message);
	png_longjmp(png, 1);
}

static void on_warning(png_struct *png, const char *message)
{
	(void)png, (void)message;
}

static void give_bytes(png_struct *png, unsigned char *to, size_t n)
{
	struct reading *reading = png_get_io_ptr(png);

	if (n > reading->bytes->n - reading->at)
		png_error(png, N_("it ends too early"));
	memcpy(to, reading->bytes->at + reading->at, n);
	reading->at += n;
}

/* Other chunks than those that make the samples are not even looked at. */
static void open_png(struct reading *reading)
{
	reading->png = arena_must(png_create_read_struct_2(PNG_LIBPNG_VER_STRING, reading,
		on_error, on_warning, NULL, must_alloc, must_free));
	reading->head = arena_must(png_create_info_struct(reading->png));
	png_set_user_limits(reading->png, SIDE_MOST, SIDE_MOST);
	png_set_keep_unknown_chunks(reading->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
	png_set_read_fn(reading->png, reading, give_bytes);
}

static void read_head(struct reading *reading)
{
	png_struct *png = reading->png;

	png_read_info(png, reading->head);
	png_set_scale_16(png);
	png_set_palette_to_rgb(png);
	png_set_expand_gray_1_2_4_to_8(png);
	if (png_get_valid(png, reading->head, PNG_INFO_tRNS))
		png_set_tRNS_to_alpha(png);
}

static void measure(struct reading *reading)
{
	png_struct *png = reading->png;
	int type;

	read_head(reading);
	type = png_get_color_type(png, reading->head);
	reading->samples = (struct samples){
		(int)png_get_image_width(png, reading->head),
		(int)png_get_image_height(png, reading->head),
		(type & PNG_COLOR_MASK_COLOR ? 3 : 1) + ((type & PNG_COLOR_MASK_ALPHA)
			|| png_get_valid(png, reading->head, PNG_INFO_tRNS)),
	};
}

static bool is_interlaced(const struct reading *reading)
{
	return png_get_interlace_type(reading->png, reading->head) != PNG_INTERLACE_NONE;
}

/* Each pass adds its samples to the rows. */
static void decode_interlaced(struct reading *reading, size_t row_size, int passes)
{
	int height = (int)png_get_image_height(reading->png, reading->head);

	if (row_size > LIMIT_INTERLACED_BYTES / (size_t)height)
		png_error(reading->png,
			N_("interlaced, it is too large; save it without interlacing"));
	reading->rows = arena_must(malloc(row_size * (size_t)height));
	for (int pass = 0; pass < passes; pass++)
		for (int i = 0; i < height; i++)
			png_read_row(reading->png, reading->rows + (size_t)i * row_size, NULL);
	for (int i = 0; i < height; i++)
		reading->sink->add(reading->sink->with, reading->rows + (size_t)i * row_size);
}

static void decode(struct reading *reading)
{
	png_struct *png = reading->png;
	int height, passes;
	size_t row_size;

	read_head(reading);
	passes = png_set_interlace_handling(png);
	png_read_update_info(png, reading->head);
	row_size = png_get_rowbytes(png, reading->head);
	height = (int)png_get_image_height(png, reading->head);
	if (is_interlaced(reading)) {
		decode_interlaced(reading, row_size, passes);
	} else {
		reading->rows = arena_must(malloc(row_size));
		for (int i = 0; i < height; i++) {
			png_read_row(png, reading->rows, NULL);
			reading->sink->add(reading->sink->with, reading->rows);
		}
	}
	png_read_end(png, NULL);
}

/* libpng jumps back to here: the work is in functions of its own, so that no variable is lost. */
static void run(struct reading *reading, void (*work)(struct reading *))
{
	open_png(reading);
	if (!setjmp(png_jmpbuf(reading->png)))
		work(reading);
	png_destroy_read_struct(&reading->png, &reading->head, NULL);
	free(reading->rows);
}

const char *png_file_measure(struct arena *arena, const struct bytes *bytes,
	struct samples *samples)
{
	struct reading reading = { .arena = arena, .bytes = bytes };

	run(&reading, measure);
	*samples = reading.samples;
	return reading.why;
}

const char *png_file_decode(struct arena *arena, const struct bytes *bytes,
	const struct sample_sink *sink)
{
	struct reading reading = { .arena = arena, .bytes = bytes, .sink = sink };

	run(&reading, decode);
	return reading.why;
}
