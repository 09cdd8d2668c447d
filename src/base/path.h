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

/* How a stroke ends and turns, by PDF's numbers (8.4.3.3, 8.4.3.4). */
enum path_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE };
enum path_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL };

/* Filled, then stroked; no colour (-1) leaves either out. */
struct path {
	struct segments segments;
	int32_t fill, stroke;		/* 0xRRGGBB */
	bool even_odd;			/* how it is filled: else nonzero winding (8.5.3.3) */
	length width;			/* of the stroke */
	length dash, gap;		/* of it; dash 0: solid */
	enum path_cap cap;
	enum path_join join;
	int32_t miter;			/* the limit of mitres in thousandths; 0: PDF's own, 10 */
};

struct path_list LIST(struct path);

#endif
