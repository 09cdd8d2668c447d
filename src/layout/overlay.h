/* What lies over or under a page's text and moves none of it.  Inside layout/ only. */
#ifndef LAYOUT_OVERLAY_H
#define LAYOUT_OVERLAY_H

#include "layout/flow.h"

struct overlay {
	const struct path *watermark;	/* about the page's middle; NULL: none */
	const struct style *line_numbers;	/* or NULL */
};

/* Shapes what all pages share. */
struct overlay overlay_make(struct flow *, const struct doc *);

/*
 * To the page, whose text begins at x: the watermark below all; left of each line
 * its number, if the page bears one too.
 */
void overlay_page(struct flow *, const struct overlay *, struct page *, length x);

#endif
