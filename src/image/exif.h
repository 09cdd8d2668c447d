/* Which way up a photograph is, as its camera notes it (CIPA DC-008, Exif 2.32). */
#ifndef IMAGE_EXIF_H
#define IMAGE_EXIF_H

#include <stddef.h>

/*
 * The orientation in a JPEG's APP1 segment: 1 upright, 2 mirrored, 3 upside down, 4 both,
 * 5 to 8 the same lying on its side.  0: the segment has none.
 */
int exif_turn(const unsigned char *segment, size_t n);

#endif
