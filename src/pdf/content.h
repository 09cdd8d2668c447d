/* A page's marks as drawing operators (ISO 32000-1, 8 and 9). */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "page/page.h"
#include "pdf/codes.h"

/* Writes page number i's operators to out and its fonts into the dictionary fonts. */
void content_write(struct codes *, const struct page *, int i, struct bytes *out,
	struct object *fonts);

#endif
