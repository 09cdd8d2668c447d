/*
 * PNG files; png_file.c alone includes png.h.  Whatever a file holds, its samples
 * come as 8 bits of grey or RGB with opacity or without.  Values are taken for
 * sRGB, as the PDF means them: what a file says of its gamma, primaries or ICC
 * profile is passed over.
 */
#ifndef IMAGE_PNG_FILE_H
#define IMAGE_PNG_FILE_H

#include "base/bytes.h"
#include "image/samples.h"

/* From the file's head.  NULL, or why the file cannot be used. */
const char *png_file_measure(struct arena *, const struct bytes *, struct samples *);

/* Every row, then NULL; or why not, after some of them.  One row is held, interlaced: all. */
const char *png_file_decode(struct arena *, const struct bytes *, const struct sample_sink *);

#endif
