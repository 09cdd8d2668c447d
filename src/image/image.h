/*
 * The image files that a document names, each read once, however often it is
 * shown.  images_open() finds what layout needs, its size; when its size on paper
 * is known, images_pack() makes what the PDF holds.
 */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include "base/attachment.h"
#include "base/path.h"
#include "doc/doc.h"
#include "image/samples.h"

enum image_kind { IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG };

/* Samples of 8 bits as a stream of the PDF holds them (ISO 32000-1, 8.9.5). */
struct raster {
	int width, height;		/* in samples */
	int components;			/* 1: grey, 3: RGB */
	bool is_jpeg;			/* else deflated, with a PNG filter before each row */
	bool plain_rgb;			/* a JPEG of RGB, not YCbCr, that does not say so itself */
	const char *at;
	size_t n;
	const struct raster *mask;	/* the opacity, or NULL */
};

/* The longer side of the space in which an SVG's paths lie. */
#define IMAGE_SPACE PT(1000)

struct image {
	enum image_kind kind;
	int number;			/* its index among the document's */
	const char *name;		/* of its file */
	struct place place;		/* of the first img that names it */
	struct bytes bytes;		/* of the file */
	struct samples samples;		/* as they are stored; of an SVG none */
	int turn;			/* Exif's orientation, 1 to 8; 1 is upright */
	length width, height;		/* upright and by itself: with 150 samples an inch */
	struct point space;		/* in which an SVG's paths lie: its right and bottom edge */
	struct path_list paths;
	length shown_width;		/* the widest on any page; 0: on none */
	const struct raster *raster;	/* NULL: not packed yet, or an SVG */
};

struct images LIST(struct image *);

/* Samples an inch below which an image looks coarse in print. */
enum { IMAGE_DPI = 150 };

/*
 * Reads what the document's pictures name, all of it files in the folder, attaches
 * them and fills in the pictures' images.  Problems: IMAGE_ and SVG_.
 */
struct images *images_open(struct arena *, const struct doc *, const char *folder,
	struct attachments *, struct problems *);

/*
 * Fills in the rasters of the images that are shown somewhere; those with more
 * samples an inch than dpi there are made smaller, with 0 none.  IMAGE_DAMAGED.
 */
void images_pack(struct arena *, const struct images *, int dpi, struct problems *);

/* How wide and high so many samples are when the image stands upright. */
struct samples image_upright(const struct image *, struct samples);

/* IMAGE_DAMAGED. */
void image_report_damage(const struct image *, const char *why, struct problems *);

#endif
