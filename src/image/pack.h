/*
 * Samples on their way into a PDF: deflated row by row as they come, each row
 * filtered as in a PNG (ISO 32000-1, 7.4.4.4), so that no image is ever held whole.
 */
#ifndef IMAGE_PACK_H
#define IMAGE_PACK_H

#include "image/image.h"
#include "image/samples.h"

struct packing;

struct packing *pack_open(struct arena *, const struct samples *);

/* Takes the next row; a sink's add. */
void pack_add(void *packing, const unsigned char *row);

/* After the last row.  The raster's mask is NULL where nothing is transparent. */
const struct raster *pack_close(struct packing *);

#endif
