/* A page's marks as drawing operators (ISO 32000-1, 8 and 9), each in marked content (14.6). */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "page/page.h"
#include "pdf/codes.h"
#include "pdf/tags.h"
#include "pdf/xobject.h"

/* What all pages' contents share. */
struct contents {
	struct codes *codes;
	struct tags *tags;		/* NULL: the file is not tagged, and no content is marked */
	struct xobjects *xobjects;
	const struct pages *pages;
};

/* What a page's operators name; images is NULL until one does. */
struct resources { struct object *fonts, *images; };

/* A page object of that size with what was written for it. */
struct object *content_page(struct file *, length width, length height, const struct bytes *,
	const struct resources *);

/* Writes page number i's operators to out and what they name into the resources. */
void content_write(const struct contents *, int i, struct bytes *out, struct resources *);

/* Writes the operators of an SVG's paths, in their own space. */
void content_write_paths(const struct image *, struct bytes *out);

#endif
