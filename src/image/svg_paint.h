/* How SVG's shapes are painted: presentation attributes and style="" (SVG 1.1, 6 and 11). */
#ifndef IMAGE_SVG_PAINT_H
#define IMAGE_SVG_PAINT_H

#include "base/path.h"

struct svg_paint {
	int32_t fill, stroke;		/* 0xRRGGBB or COLOUR_NONE */
	int32_t colour;			/* that currentColor means */
	bool even_odd;
	double width, miter;		/* of the stroke; the limit of its mitres */
	double dash, gap;		/* dash 0: solid */
	enum path_cap cap;
	enum path_join join;
	bool hidden;
};

/* What a drawing begins with. */
struct svg_paint svg_paint_first(void);

enum svg_verdict {
	SVG_TAKEN,			/* or it changes nothing */
	SVG_BAD_VALUE,
	SVG_NOT_DRAWN,			/* it would change the picture */
	SVG_STRANGER,			/* no property */
};

/* Names and values without white space around them. */
enum svg_verdict svg_paint_set(struct svg_paint *, const char *name, const char *value);

#endif
