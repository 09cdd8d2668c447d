/*
 * Named styles: what a styles.xml says, resolved (what a style is based on is
 * already in it).  Data only; doc/read.h reads them.  A span's style is its
 * paragraph's with the marks (bold, ...) put on, so text needs no other.
 */
#ifndef DOC_STYLE_H
#define DOC_STYLE_H

#include "base/numeral.h"
#include "base/problem.h"
#include "base/units.h"

/* THAI: spaces stretch first, then the gaps between clusters (Word's Thai-distributed). */
enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY, ALIGN_THAI };

enum vertical_align { VERTICAL_TOP, VERTICAL_MIDDLE, VERTICAL_BOTTOM };

/* Of what a chart draws. */
enum line_style { LINE_SOLID, LINE_DASHED, LINE_DOTTED };
enum hatch { HATCH_NONE, HATCH_UP, HATCH_DOWN, HATCH_CROSS };

enum { COLOUR_NONE = -1 };	/* not painted */

struct tab_stop {
	length at;			/* from the block's left edge */
	enum align align;		/* LEFT, CENTER or RIGHT */
};

struct tab_stops LIST(struct tab_stop);

struct style {
	const char *name;
	struct place place;

	const char *family;
	length size;			/* of the family's official look; the catalogue scales */
	bool bold, italic, underline;
	int32_t colour;			/* 0xRRGGBB */
	bool exact_colour;		/* print-color-adjust: it is printed in colour too */
	length rise;			/* of superscripts; negative lowers */

	length leading;			/* from baseline to baseline */
	enum align align;
	length indent;			/* of the first line, beyond left */
	length left, right;		/* margins beside the block */
	length before, after;		/* margins; the larger of two that meet counts */
	bool label_inside;		/* list-style-position: the label runs in as text */
	bool keep_with_next, keep_together, page_break_before;
	int orphans, widows;		/* lines at least at a page's foot and head */
	struct tab_stops tab_stops;	/* by rising at */

	length padding_x, padding_y;	/* inside a table cell */
	length border;			/* width of a table's rules; 0 for none */
	int32_t border_colour, background;	/* background may be COLOUR_NONE */
	enum line_style line_style;
	enum hatch hatch;		/* over the background, in border_colour */
	enum vertical_align vertical_align;
};

struct page_style {
	const char *name;
	struct place place;
	length width, height, top, bottom, left, right;
	length gutter;			/* odd pages stand half of it further right, even left */
	length header, footer;		/* from the paper's edge to the running head and foot */
	enum numeral_style numerals;	/* of its page numbers */
};

#endif
