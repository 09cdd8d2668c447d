/* Strips to pages: one loop over numbers.  Inside layout/ only. */
#ifndef LAYOUT_PAGINATE_H
#define LAYOUT_PAGINATE_H

#include "layout/strip.h"

/* Begins the next page of the pages: its size; running heads come later. */
struct page_area {
	length width, height;		/* of the paper */
	struct rect body;
	length gutter;			/* as in struct page_style */
};

struct paginating;

/*
 * Begins new pages behind the ones there are; at least one.  In passing lives what nobody needs
 * when the pages are made.
 */
struct paginating *paginate_begin(struct arena *, struct arena *passing, const struct page_area *,
	struct pages *);

/*
 * Places every strip, each once; the last keeps with none that may come.  A row group is cut
 * where it must be; a strip higher than a page overflows it.  A strip's notes stand at the foot
 * of its page; where they cannot, the rest of them goes on at the next page's.  False where
 * notes still wait for it: until all are placed, the strips and passing must stay.
 */
bool paginate_add(struct paginating *, const struct strips *);

void paginate_end(struct paginating *);

/* How far right of body the gutter moves everything on the page, counted from 0 in the document. */
length paginate_shift(const struct page_area *, int page);

#endif
