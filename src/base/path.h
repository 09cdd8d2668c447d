/* Drawings: lines and curves, filled and stroked. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/arena.h"
#include "base/units.h"

/* A curve's two control points come before its end (ISO 32000-1, 8.5.2.2). */
enum path_step { STEP_MOVE, STEP_LINE, STEP_CURVE, STEP_CLOSE };

struct segment {
	enum path_step step;
	struct point at[3];		/* MOVE, LINE: the first; CLOSE: none */
};

struct segments LIST(struct segment);

/* How PDF writes a step: its points, then the operator. */
struct step_form { const char *name; int points; };
struct step_form step_form(enum path_step);

/* Filled, then stroked; no colour (-1) leaves either out. */
struct path {
	struct segments segments;
	int32_t fill, stroke;		/* 0xRRGGBB */
	bool even_odd;			/* how it is filled: else nonzero winding (8.5.3.3) */
	length width;			/* of the stroke */
	length dash, gap;		/* of it; dash 0: solid */
};

#endif
