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

/*
 * Places every strip, each once, on new pages behind the ones there are; at
 * least one page.  A row group is cut where it must be; a strip higher than a
 * page overflows it.  A strip's notes stand at the foot of its page; where
 * they cannot, the rest of them goes on at the next page's.  In passing lives
 * what nobody needs when the pages are made.
 */
void paginate(struct arena *, struct arena *passing, const struct strips *,
	const struct page_area *, struct pages *);

/* How far right of body the gutter moves everything on the page, counted from 0 in the document. */
length paginate_shift(const struct page_area *, int page);

#endif
