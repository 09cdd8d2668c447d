/* A part of finished pages: whole pages, with their true numbers. */
#ifndef PAGE_EXCERPT_H
#define PAGE_EXCERPT_H

#include "base/problem.h"
#include "page/page.h"

struct excerpt {
	/* a heading's number, or two: "5", "๓.๑", "3-5", "2-ก"; or NULL */
	const char *sections;
	const char *only;		/* the id of a block, or NULL */
};

/*
 * Keeps the pages from the one on which the part begins to the one on which it
 * ends.  A section ends where a heading of its level or a higher one begins.
 * PART_UNKNOWN at place, and nothing changed, if there is no such part.
 */
void excerpt_apply(struct arena *, const struct excerpt *, struct pages *, struct place,
	struct problems *);

#endif
