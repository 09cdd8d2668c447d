/*
 * Samples on their way into a PDF: deflated row by row as they come, each row
 * filtered as in a PNG or not (ISO 32000-1, 7.4.4.4), whichever makes the image
 * smaller.  No image is ever held whole.
 */
#ifndef IMAGE_SQUEEZE_H
#define IMAGE_SQUEEZE_H

#include "image/image.h"
#include "image/samples.h"

struct squeezing;

struct squeezing *squeeze_open(struct arena *, const struct samples *);

/* Takes the next row; a sink's add. */
void squeeze_add(void *squeezing, const unsigned char *row);

/* After the last row.  The raster's mask is NULL where nothing is transparent. */
const struct raster *squeeze_close(struct squeezing *);

#endif
