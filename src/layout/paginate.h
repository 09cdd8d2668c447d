/* Strips to pages: one loop over numbers.  Inside layout/ only. */
#ifndef LAYOUT_PAGINATE_H
#define LAYOUT_PAGINATE_H

#include "layout/strip.h"

/* Begins the next page of the pages: its size; running heads come later. */
struct page_area {
	length width, height;		/* of the paper */
	struct rect body;
};

/*
 * Places every strip, each once, on new pages behind the ones there are; at
 * least one page.  A row group is cut where it must be; a strip higher than a
 * page overflows it.
 */
void paginate(struct arena *, const struct strips *, const struct page_area *, struct pages *);

#endif
