/* From the document tree to finished pages. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "page/page.h"

/*
 * Lays out again until the page numbers in the contents are right: twice for
 * most documents; CONTENTS_UNSTABLE if they never are.  The pages live in the
 * arena, and so does what they point to.
 */
struct pages *layout_doc(struct arena *, const struct doc *, struct shaper *, struct problems *);

/* The strips of the first round, a line each: what the paginator will be given. */
void layout_dump_strips(struct arena *, const struct doc *, struct shaper *, struct bytes *,
	struct problems *);

#endif
