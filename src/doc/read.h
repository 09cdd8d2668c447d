/* The document and the fonts' catalogue from their XML.  Apart, so that doc.h needs no libxml2. */
#ifndef DOC_READ_H
#define DOC_READ_H

#include <libxml/tree.h>

#include "doc/catalogue.h"
#include "doc/doc.h"
#include "doc/styles.h"

/*
 * A tree that is valid by templates/document.xsd.  Reports STYLE_UNKNOWN,
 * STYLE_VALUE (widths, heights), TABLE_SPAN, ID_DOUBLE, REF_UNKNOWN, REF_UNLABELLED,
 * CHART_VALUE, CHART_SERIES, CHART_COUNT.
 *
 * The tree is left without running heads, and, if it is to have marks, with what was
 * counted, so that a web page of it shows the same: r:label of each li and note, r:depth of each
 * heading, r:column of each cell (its first, from 0), r:band of each row (how
 * many bands were before it or are it: rows of one cell that spans columns).
 */
struct doc *doc_read(struct arena *, xmlDoc *, struct styles *, bool marks, struct problems *);

/* It is laid out: its blocks are forgotten, but not their strings, which pages hold. */
void doc_drop(struct doc *);

/* A tree that is valid by fonts/fonts.xsd; files are found in the folder. */
struct catalogue *catalogue_read(struct arena *, xmlDoc *, const char *folder, struct problems *);

#endif
