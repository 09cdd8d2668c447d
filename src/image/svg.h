/*
 * SVG files as paths.  A part of SVG 1.1 is drawn (docs/pictures.md says which);
 * whatever else would change the picture is a problem: SVG_UNSUPPORTED, SVG_VALUE.
 */
#ifndef IMAGE_SVG_H
#define IMAGE_SVG_H

#include <libxml/tree.h>

#include "image/image.h"

/* Fills in the image's size and paths. */
void svg_read(struct arena *, const xmlDoc *, struct image *, struct problems *);

#endif
