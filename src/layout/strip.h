/*
 * What flowing makes and paginating takes: a flat list of strips, one a line of
 * text, a chart or a row group (rows tied together by row spans, or one row).  A line is
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

/* A cell with what stands in it, or the part of it that a page holds. */
struct box {
	length x, width;
	int row, rows, column;		/* the row counts from the uncut group's first */
	int element;
	const struct style *style;
	bool cut;			/* a part: its text stands at the top */
	const struct strip *begun;	/* the rest of cut rows, before the strips; or NULL */
	struct strips strips;
};

/* How a row stays together: whole if a page could hold it, not parted from the next. */
struct row_keep { bool whole, with_next; };

struct boxes LIST(struct box);
struct row_keeps LIST(struct row_keep);

struct row_group {
	struct boxes begun;		/* that go on from the page before; they come first */
	struct boxes boxes;		/* by rising row */
	struct row_keeps keeps;		/* by row of the uncut group */
	int first, n;			/* the rows of this part */
	bool torn;			/* its first row goes on from the page before */
	length *tops;			/* of its rows, and of what follows them: group_top() */
	int topped;			/* so many rows have one */
	int noted;			/* lines that bring notes */
	const struct style *style;	/* the table's: its rules */
};

struct strip {
	enum strip_kind kind;
	length before;			/* space above; none at a page's head */
	length height;			/* LENGTH_MAX or less, which is higher than any page */
	length least;			/* that may stand at a page's foot; height if uncuttable */
	bool keep;			/* not parted from the next strip */
	const struct heads *heads;	/* or NULL */
	struct marks marks;		/* of a LINE */
	int figure;			/* the FIGURE that a LINE is, or 0; its box from here */
	struct anchors anchors;		/* page and y are filled in when placed */
	struct row_group *group;	/* of ROWS */
	struct strips notes;		/* of a LINE: for its page's foot; before counts */
};

/* The room that a strip is cut to. */
struct gap {
	length height;
	length page;			/* that an empty page has */
	bool force;			/* the page is empty: it takes at least one line */
};

/* Finds where the group's rows begin, from its boxes, its notes and the strip's heights. */
void strip_fit_rows(struct arena *, struct strip *);

/* What may stand of the strip at a page's foot, where an empty page has room for page. */
length strip_least(const struct strip *, length page);

/* None of its rows is cut if a page can hold it. */
void strip_keep_whole(struct strip *);

/*
 * The part of a row group that fits in the gap, and the rest.  Every box goes on
 * from its own next line.  False, with nothing touched, if no part fits.
 */
bool strip_cut(struct arena *, const struct strip *, const struct gap *, struct strip parts[2]);

/* place.c: puts the strip's marks and anchors at x, y of the last page; artifact: as no content. */
void strip_place(struct arena *, const struct strip *, struct point at, bool artifact,
	struct pages *);

/* The boxes of a row group, by row; the strips of a box, from above. */
int group_count(const struct row_group *);
const struct box *group_box(const struct row_group *, int i);
int box_count(const struct box *);
const struct strip *box_strip(const struct box *, int i);

/* The space above the i-th of them; the height of them all, with the padding. */
length box_space(const struct box *, int i);
length box_height(const struct box *);

/* Where a row of this part begins, and what follows its last; LENGTH_MAX far below any page. */
length group_top(const struct row_group *, int row);

/* The rows of this part that the box covers: from its first to, not with, its end. */
int group_first_row(const struct row_group *, const struct box *);
int group_end_row(const struct row_group *, const struct box *);

/* dump.c: a line a strip, the strips of its boxes below it, indented by depth. */
void strips_dump(const struct strips *, int depth, struct bytes *);

#endif
