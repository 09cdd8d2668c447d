/*
 * A chart while it is drawn: shapes, and texts on top of them.  Positions count
 * from its top left corner.  Inside layout/ only.
 */
#ifndef LAYOUT_DRAWING_H
#define LAYOUT_DRAWING_H

#include "doc/chart.h"
#include "layout/flow.h"
#include "layout/measure.h"

struct drawing {
	struct flow *flow;
	const struct block *block;
	const struct chart *chart;
	length width;
	int scale;			/* of all text, in percent */
	length em;			/* the size of the chart's style, so scaled */
	struct marks shapes, texts;
	length lacking;			/* the width that it would need more */
};

/* The width that it lacks for this; what it has, at least a point. */
length drawing_room(struct drawing *, length has, length needs);

/* n hundredths of an em. */
length drawing_em(const struct drawing *, int n);

/* Values on an axis so long: where one is; the least round step that is least long or longer. */
length axis_at(const struct chart *, hundredths value, length extent);
hundredths axis_step(const struct chart *, length extent, length least);

/* A stroke; without width or colour there is none. */
struct pen {
	int32_t colour;
	length width;
	enum line_style style;
};

/* The border of the style; the chart's axis; its grid, lighter than that. */
struct pen pen_of(const struct style *);
struct pen pen_of_axis(const struct drawing *);
struct pen pen_of_grid(const struct drawing *);

/* What lies under a line so that it is seen on anything. */
struct pen pen_under(const struct drawing *, const struct pen *);

/* So much of the colour in 100 parts, the rest white. */
int32_t colour_tint(int32_t colour, int part);

void draw_line(struct drawing *, struct point from, struct point to, const struct pen *);

/* Closed; fill may be COLOUR_NONE, and so may the pen's colour. */
void draw_polygon(struct drawing *, const struct point *, int n, int32_t fill, const struct pen *);
void draw_circle(struct drawing *, struct point centre, length radius, int32_t fill,
	const struct pen *);

/* The style's background, hatch and border. */
void draw_area(struct drawing *, const struct rect *, const struct style *);

/* What stands for the nth series, from 0: each has another form. */
void draw_dot(struct drawing *, struct point, const struct style *, int n);

/* A text that will stand in a chart. */
struct lettering {
	const struct block *block;	/* NULL: none */
	struct extent extent;
	struct strips lines;
	length left;			/* where its ink begins in the room it was set to */
	length width, height;		/* of its ink; of its lines */
};

/* The text of the paragraph, not yet set; of NULL none. */
struct lettering lettering_of(struct drawing *, const struct block *, enum align);

/* The same of a text that layout makes. */
struct lettering lettering_new(struct drawing *, const char *text, enum align);

/* In lines that are no longer than room. */
void lettering_set(struct drawing *, struct lettering *, length room);

/* Its ink's left at x, its first line's top at y. */
void lettering_place(struct drawing *, const struct lettering *, length x, length y);

/* Boxes side by side, in order. */
struct stand {
	length middle;			/* where it should be */
	length size, at;		/* at: where it begins */
};

/*
 * As near as may be to where they should be, none on another, between low and
 * high: the least squares.  False, and the last ones beyond high, if there is no room.
 */
bool stands_spread(struct arena *, struct stand *, int n, const length between[2]);

/* flags.c: names of lines across the chart, above it; each higher than those it would hide. */
struct flag {
	length x;
	const struct style *style;
	struct lettering name;
	bool on_left;			/* its name is left of its line */
	length y;			/* of its name's top, from the first's */
};

/* Sets the names in a chart so wide and puts them in order, the lowest first; their height. */
length flags_set(struct drawing *, struct flag *, int n, length width);

/* The names from top on, and the lines from there down to foot. */
void flags_draw(struct drawing *, const struct flag *, int n, const length ends[2]);

/* legend.c */
struct legend_entry {
	struct lettering name;
	const struct style *style;	/* NULL: no sample beside it */
	int dot;			/* of which series; or one of these */
	length x, y;
};

enum { LEGEND_AREA = -1, LEGEND_LINE = -2 };

struct legend { struct legend_entry *at; int n, room; };

void legend_add(struct drawing *, struct legend *, const struct chart_part *, int dot);

void legend_add_unit(struct drawing *, struct legend *);

/* Sets it as wide as the chart; its height, with the space above it. */
length legend_set(struct drawing *, struct legend *);
void legend_draw(struct drawing *, const struct legend *, length y);

/* bars.c, radar.c, scale.c: draw the chart; its height. */
length bars_draw(struct drawing *);
length radar_draw(struct drawing *);
length scale_draw(struct drawing *);

#endif
