/* A page's marks as drawing operators (ISO 32000-1, 8 and 9), each in marked content (14.6). */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "page/page.h"
#include "pdf/codes.h"
#include "pdf/tags.h"

/* What all pages' contents share. */
struct contents {
	struct codes *codes;
	struct tags *tags;		/* NULL: the file is not tagged, and no content is marked */
	const struct pages *pages;
};

/* A page object of that size with what was written for it. */
struct object *content_page(struct file *, length width, length height, const struct bytes *,
	struct object *fonts);

/* Writes page number i's operators to out and its fonts into the dictionary fonts. */
void content_write(const struct contents *, int i, struct bytes *out, struct object *fonts);

#endif
