/* Ways through the file: links on pages, the outline, and the pages' labels. */
#ifndef PDF_LINKS_H
#define PDF_LINKS_H

#include "pdf/content.h"

/*
 * Adds what the pages' marks and anchors ask for to the page objects and the
 * catalogue.  A link to an id that no anchor has is left out, and so is one in a
 * running or repeated head.
 */
void links_write(const struct contents *, struct object *const *page_objects);

/* [page /XYZ ...]: the page with the place y at the window's top; ISO 32000-1, 12.3.2.2. */
void links_write_destination(struct bytes *, const struct page *, const struct object *page_object,
	length y);

#endif
