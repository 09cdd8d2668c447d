/*
 * What flowing makes and paginating takes: a flat list of strips, one a line of
 * text or a row group (rows tied together by row spans, or one row).  A line is
 * never cut; a row group may be.  Positions inside a strip are from its top left.
 */
#ifndef LAYOUT_STRIP_H
#define LAYOUT_STRIP_H

#include "page/page.h"

enum strip_kind {
	STRIP_LINE,
	STRIP_ROWS,
	STRIP_PAGE_BREAK,	/* no height; the next strip begins a page */
};

struct strip;
struct strips LIST(struct strip);

/* The table heads above a row group that begins a page. */
struct heads {
	struct strips later;		/* row groups, marked as artifacts */
	length height;			/* of them all */
};

/* A cell with what stands in it; rows count from the group's first. */
struct box {
	length x, width;
	int row, rows, column;
	int element;
	const struct style *style;
	struct strips strips;
};

struct boxes LIST(struct box);
struct heights LIST(length);

struct row_group {
	struct boxes boxes;
	struct heights rows;		/* the least height of each, as its boxes ask; spans included */
	bool keep_together;		/* cut only where no page could hold it */
	const struct style *style;	/* the table's: its rules */
};

struct strip {
	enum strip_kind kind;
	length before;			/* space above; none at a page's head */
	length height;
	length least;			/* that may stand at a page's foot; height if it cannot be cut */
	bool keep;			/* not parted from the next strip */
	const struct heads *heads;	/* or NULL */
	struct marks marks;		/* of a LINE */
	struct anchors anchors;		/* page and y are filled in when placed */
	struct row_group *group;	/* of ROWS */
};

/* Sets the heights of the group's rows and of the strip, from its boxes. */
void strip_fit_rows(struct strip *);

/*
 * The part of a row group that fits in room; *rest gets what is left.  Every box
 * goes on from its own next line.  False, with nothing touched, if no part fits
 * and force is not set; force puts at least a line of every box in the first part.
 */
bool strip_cut(struct arena *, const struct strip *, length room, bool force,
	struct strip *first, struct strip *rest);

/* Puts the strip's marks and anchors at x, y of the last page; artifact: as no content. */
void strip_place(struct arena *, const struct strip *, struct point at, bool artifact,
	struct pages *);

/* A line a strip, the strips of its boxes below it, indented by depth. */
void strips_dump(const struct strips *, int depth, struct bytes *);

#endif
