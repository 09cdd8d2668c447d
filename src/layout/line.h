/* Filling lines: a paragraph's clusters cut into lines.  Inside layout/ only. */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

#include "text/text.h"

struct line {
	int first, n;			/* clusters, with the spaces at its end */
	length x;			/* where it begins, from the paragraph's left edge */
	length space_stretch, gap_stretch;	/* as in struct mark */
};

struct lines LIST(struct line);

/* The room that a paragraph has, and how it is set in it. */
struct paragraph {
	const struct style *style;
	struct place place;
	length left, first, right;	/* x of its lines, of the first one, and where they end */
	length edge;			/* as far as a tab may reach; at least right */
};

/* Where tab stops are that no style sets: every 1.27 cm, as in Word. */
enum { LINE_TAB = 36000 };

/* TAB or LEADER: as wide as its place asks. */
static inline bool line_is_tab(const struct cluster *cluster)
{
	return cluster->kind == CLUSTER_TAB || cluster->kind == CLUSTER_LEADER;
}

/*
 * The fewest lines, and of those the most even; first fit up to a br where there
 * is a tab.  Gives each TAB and LEADER cluster its advance.  A line ends at a
 * break opportunity; where there is none, between clusters; a single cluster
 * wider than the line overflows (LINE_OVERFULL at place).
 */
struct lines lines_fill(struct arena *, struct text *, const struct paragraph *,
	struct problems *);

#endif
