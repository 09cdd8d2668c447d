/* Affine transforms and SVG's attribute for them (SVG 1.1, 7.4 to 7.6). */
#ifndef IMAGE_SVG_MATRIX_H
#define IMAGE_SVG_MATRIX_H

#include <stdbool.h>

struct svg_point { double x, y; };

/* x is a x + c y + e, y is b x + d y + f. */
struct svg_matrix { double a, b, c, d, e, f; };

struct svg_point svg_matrix_apply(const struct svg_matrix *, struct svg_point);

/* Goes on in the coordinates that the attribute's value makes.  False if it is none. */
bool svg_matrix_transform(struct svg_matrix *, const char *transform);

/* By how much lengths grow; -1: not alike in all directions. */
double svg_matrix_scale(const struct svg_matrix *);

#endif
