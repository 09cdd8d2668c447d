/* Lines and curves of SVG's paths and basic shapes (SVG 1.1, 8 and 9). */
#ifndef IMAGE_SVG_OUTLINE_H
#define IMAGE_SVG_OUTLINE_H

#include "base/path.h"
#include "image/svg_matrix.h"

struct svg_outline {
	struct arena *arena;
	struct svg_matrix matrix;	/* from the shape's coordinates to thousandths of a point */
	struct segments segments;
	bool is_far;			/* something lies where no length reaches */
};

void svg_outline_move(struct svg_outline *, struct svg_point);
void svg_outline_line(struct svg_outline *, struct svg_point);
void svg_outline_close(struct svg_outline *);

/* Adds a rectangle with corners that are quarters of ellipses, or are not round. */
void svg_outline_rect(struct svg_outline *, struct svg_point at, struct svg_point size,
	struct svg_point radius);

void svg_outline_ellipse(struct svg_outline *, struct svg_point middle, struct svg_point radius);

/* The attribute d of a path.  NULL, or from where on it is none. */
const char *svg_outline_path(struct svg_outline *, const char *d);

#endif
