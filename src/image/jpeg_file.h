/*
 * JPEG files; jpeg_file.c alone includes jpeglib.h.  A PDF takes such a file as it
 * is (ISO 32000-1, 7.4.8), so it is decoded only to see that it is whole, or to
 * make it smaller.
 */
#ifndef IMAGE_JPEG_FILE_H
#define IMAGE_JPEG_FILE_H

#include "base/bytes.h"
#include "image/samples.h"

struct jpeg_head {
	struct samples samples;
	bool is_cmyk;
	bool is_arithmetic;		/* coded so that readers of PDFs cannot read it */
	bool plain_rgb;			/* without Adobe's mark, by which readers would know */
	int turn;			/* Exif's orientation, 1 to 8 */
};

/* From the file's head.  NULL, or why the file cannot be used. */
const char *jpeg_file_measure(struct arena *, const struct bytes *, struct jpeg_head *);

/* NULL, or why not all of the file can be decoded. */
const char *jpeg_file_check(struct arena *, const struct bytes *);

/* Who takes a file's rows: told first how large the samples come, it answers its sink. */
struct jpeg_taker {
	const struct sample_sink *(*open)(void *with, const struct samples *);
	void *with;
	int width;			/* as wide at least: a half, quarter or eighth will do */
};

/* Every row, then NULL; or why not, after some of them. */
const char *jpeg_file_decode(struct arena *, const struct bytes *, const struct jpeg_taker *);

/* Rows of grey or RGB as a new file: its add is a sink's. */
struct jpeg_writing;
struct jpeg_writing *jpeg_file_open(struct arena *, const struct samples *);
void jpeg_file_add(void *writing, const unsigned char *row);
struct bytes jpeg_file_close(struct jpeg_writing *);

#endif
