/*
 * The structure tree of a tagged file (ISO 32000-1, 14.7 and 14.8): which
 * parts of the pages' contents are which element, in reading order.  An
 * element whose content goes on on the next page stays one.
 */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "page/page.h"
#include "pdf/object.h"

struct tags;

struct tags *tags_open(struct arena *, struct file *, const struct pages *);

/* The MCID of a new marked-content sequence of the element on the page, which counts from 0. */
int tags_mark(struct tags *, int page, int element);

/* The annotation is the element's (no artifact's), or that of the Link around it. */
void tags_annotate(struct tags *, int page, int element, struct object *annotation);

/* Gives the catalogue its StructTreeRoot and each page its keys, when all content is marked. */
void tags_write(struct tags *, struct object *const *page_objects);

#endif
