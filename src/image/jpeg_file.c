#include "image/jpeg_file.h"

#include <stdio.h>	/* before jpeglib.h, which wants a FILE */
#include <stdlib.h>
#include <jpeglib.h>
#include <jerror.h>
#include <setjmp.h>

#include "base/limits.h"
#include "base/phrase.h"
#include "image/exif.h"

enum {
	EXIF_MARKER = JPEG_APP0 + 1,
	MARKER_MOST = 0xffff,
	QUALITY = 85,
	PIECE = 1 << 12,
};

/* A file on its way through libjpeg. */
struct reading {
	struct arena *arena;
	const struct bytes *bytes;
	struct jpeg_decompress_struct jpeg;
	struct jpeg_error_mgr errors;
	struct jpeg_progress_mgr progress;
	jmp_buf jump;
	struct jpeg_head head;
	const struct jpeg_taker *taker;
	JSAMPLE *row;
	const char *why;		/* it failed, or NULL */
};

static void fail(struct reading *reading, const char *why)
{
	reading->why = why;
	longjmp(reading->jump, 1);
}

static void on_error(j_common_ptr jpeg)
{
	struct reading *reading = jpeg->client_data;
	char message[JMSG_LENGTH_MAX];

	if (jpeg->err->msg_code == JERR_OUT_OF_MEMORY)
		arena_must(NULL);
	if (jpeg->err->msg_code == JERR_NO_BACKING_STORE)
		fail(reading, N_("progressive, it is too large; save it as a baseline JPEG"));
	jpeg->err->format_message(jpeg, message);
	fail(reading, arena_text(reading->arena, message));
}

/* libjpeg would go on with grey where samples are missing. */
static bool is_serious(int code)
{
	return code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_JPEG_EOF
		|| code == JWRN_MUST_RESYNC;
}

static void on_message(j_common_ptr jpeg, int level)
{
	if (level < 0 && is_serious(jpeg->err->msg_code))
		on_error(jpeg);
}

/* Each scan goes over all samples again: a small file could take hours. */
static void on_progress(j_common_ptr jpeg)
{
	if (((j_decompress_ptr)jpeg)->input_scan_number > LIMIT_JPEG_SCANS)
		fail(jpeg->client_data, N_("it has more than 100 scans"));
}

static void read_head(struct reading *reading)
{
	jpeg_mem_src(&reading->jpeg, (const unsigned char *)reading->bytes->at,
		reading->bytes->n);
	jpeg_read_header(&reading->jpeg, TRUE);
}

static int find_turn(const struct jpeg_decompress_struct *jpeg)
{
	for (jpeg_saved_marker_ptr marker = jpeg->marker_list; marker; marker = marker->next) {
		int turn = exif_turn(marker->data, marker->data_length);

		if (turn)
			return turn;
	}
	return 1;
}

static void measure(struct reading *reading)
{
	struct jpeg_decompress_struct *jpeg = &reading->jpeg;

	jpeg_save_markers(jpeg, EXIF_MARKER, MARKER_MOST);
	read_head(reading);
	reading->head = (struct jpeg_head){
		{ (int)jpeg->image_width, (int)jpeg->image_height,
			jpeg->num_components == 1 ? 1 : 3 },
		.is_cmyk = jpeg->jpeg_color_space == JCS_CMYK
			|| jpeg->jpeg_color_space == JCS_YCCK,
		.is_arithmetic = jpeg->arith_code,
		.plain_rgb = jpeg->jpeg_color_space == JCS_RGB && !jpeg->saw_Adobe_marker,
		.turn = find_turn(jpeg),
	};
	if (!reading->head.is_cmyk && jpeg->jpeg_color_space != JCS_GRAYSCALE
			&& jpeg->jpeg_color_space != JCS_RGB
			&& jpeg->jpeg_color_space != JCS_YCbCr)
		fail(reading, N_("its colours are none that are known"));
}

/* As small as libjpeg can make it: only whether it decodes is asked. */
static void check(struct reading *reading)
{
	struct jpeg_decompress_struct *jpeg = &reading->jpeg;

	read_head(reading);
	jpeg->scale_num = 1;
	jpeg->scale_denom = 8;
	jpeg->dct_method = JDCT_IFAST;
	jpeg->do_fancy_upsampling = FALSE;
	jpeg_start_decompress(jpeg);
	reading->row = arena_must(malloc((size_t)jpeg->output_width
		* (size_t)jpeg->output_components));
	while (jpeg->output_scanline < jpeg->output_height)
		jpeg_read_scanlines(jpeg, &reading->row, 1);
	jpeg_finish_decompress(jpeg);
}

static void choose_scale(struct jpeg_decompress_struct *jpeg, int width)
{
	jpeg->scale_num = 1;
	for (jpeg->scale_denom = 8; jpeg->scale_denom > 1; jpeg->scale_denom /= 2)
		if (jpeg->image_width / jpeg->scale_denom >= (unsigned)width)
			break;
}

static void decode(struct reading *reading)
{
	struct jpeg_decompress_struct *jpeg = &reading->jpeg;
	const struct jpeg_taker *taker = reading->taker;
	const struct sample_sink *sink;

	read_head(reading);
	choose_scale(jpeg, taker->width);
	jpeg_start_decompress(jpeg);
	sink = taker->open(taker->with, &(struct samples){ (int)jpeg->output_width,
		(int)jpeg->output_height, jpeg->output_components });
	reading->row = arena_must(malloc((size_t)jpeg->output_width
		* (size_t)jpeg->output_components));
	while (jpeg->output_scanline < jpeg->output_height) {
		jpeg_read_scanlines(jpeg, &reading->row, 1);
		sink->add(sink->with, reading->row);
	}
	jpeg_finish_decompress(jpeg);
}

/* libjpeg's errors jump back to here: the work is in functions of its own, so that no variable
 * is lost. */
static void run(struct reading *reading, void (*work)(struct reading *))
{
	reading->jpeg.err = jpeg_std_error(&reading->errors);
	reading->errors.error_exit = on_error;
	reading->errors.emit_message = on_message;
	reading->jpeg.client_data = reading;
	if (!setjmp(reading->jump)) {
		jpeg_create_decompress(&reading->jpeg);
		reading->jpeg.mem->max_memory_to_use = LIMIT_JPEG_BYTES;
		reading->progress.progress_monitor = on_progress;
		reading->jpeg.progress = &reading->progress;
		work(reading);
	}
	jpeg_destroy_decompress(&reading->jpeg);
	free(reading->row);
}

const char *jpeg_file_measure(struct arena *arena, const struct bytes *bytes,
	struct jpeg_head *head)
{
	struct reading reading = { .arena = arena, .bytes = bytes };

	run(&reading, measure);
	*head = reading.head;
	return reading.why;
}

const char *jpeg_file_check(struct arena *arena, const struct bytes *bytes)
{
	struct reading reading = { .arena = arena, .bytes = bytes };

	run(&reading, check);
	return reading.why;
}

const char *jpeg_file_decode(struct arena *arena, const struct bytes *bytes,
	const struct jpeg_taker *taker)
{
	struct reading reading = { .arena = arena, .bytes = bytes, .taker = taker };

	run(&reading, decode);
	return reading.why;
}

struct jpeg_writing {
	struct jpeg_compress_struct jpeg;
	struct jpeg_error_mgr errors;
	struct jpeg_destination_mgr to;
	JOCTET piece[PIECE];
	struct bytes bytes;
};

/* There is nothing in samples of ours that libjpeg could refuse. */
static void on_fault(j_common_ptr jpeg)
{
	if (jpeg->err->msg_code == JERR_OUT_OF_MEMORY)
		arena_must(NULL);
	abort();
}

static void begin_piece(j_compress_ptr jpeg)
{
	struct jpeg_writing *writing = jpeg->client_data;

	writing->to.next_output_byte = writing->piece;
	writing->to.free_in_buffer = PIECE;
}

static boolean take_piece(j_compress_ptr jpeg)
{
	struct jpeg_writing *writing = jpeg->client_data;

	bytes_add(&writing->bytes, writing->piece, PIECE);
	begin_piece(jpeg);
	return TRUE;
}

static void take_rest(j_compress_ptr jpeg)
{
	struct jpeg_writing *writing = jpeg->client_data;

	bytes_add(&writing->bytes, writing->piece, PIECE - writing->to.free_in_buffer);
}

static void close_writing(void *writing)
{
	jpeg_destroy_compress(&((struct jpeg_writing *)writing)->jpeg);
}

struct jpeg_writing *jpeg_file_open(struct arena *arena, const struct samples *samples)
{
	struct jpeg_writing *writing = arena_new(arena, struct jpeg_writing);
	struct jpeg_compress_struct *jpeg = &writing->jpeg;

	jpeg->err = jpeg_std_error(&writing->errors);
	writing->errors.error_exit = on_fault;
	jpeg_create_compress(jpeg);
	arena_own(arena, writing, close_writing);
	jpeg->client_data = writing;
	writing->bytes.arena = arena;
	writing->to = (struct jpeg_destination_mgr){ .init_destination = begin_piece,
		.empty_output_buffer = take_piece, .term_destination = take_rest };
	jpeg->dest = &writing->to;
	jpeg->image_width = (JDIMENSION)samples->width;
	jpeg->image_height = (JDIMENSION)samples->height;
	jpeg->input_components = samples->channels;
	jpeg->in_color_space = samples->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
	jpeg_set_defaults(jpeg);
	jpeg_set_quality(jpeg, QUALITY, TRUE);
	jpeg->optimize_coding = TRUE;
	jpeg_start_compress(jpeg, TRUE);
	return writing;
}

void jpeg_file_add(void *with, const unsigned char *row)
{
	struct jpeg_writing *writing = with;
	JSAMPROW rows[] = { (JSAMPROW)row };

	jpeg_write_scanlines(&writing->jpeg, rows, 1);
}

struct bytes jpeg_file_close(struct jpeg_writing *writing)
{
	jpeg_finish_compress(&writing->jpeg);
	return writing->bytes;
}
