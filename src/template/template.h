/*
 * From the report's tree to the document's, by XSLT 1.0 (libxslt).
 *
 * A template sees its own folder as the whole file system (import, include and
 * document() find nothing else, through links neither), writes nothing,
 * reaches no network, and takes a limited number of steps.  It can call
 * th:digits(text) and th:date(buddhist-date), xmlns:th="urn:raingan:functions".
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <libxml/tree.h>

#include "base/problem.h"

struct template;

/* The compiled template folder/file; NULL after a problem. */
struct template *template_read(struct arena *, const char *folder, const char *file,
	struct problems *);

/*
 * The document that the template makes of the source; NULL after a problem.
 * Its URL is the source's, so that source_place() tells the report's lines.
 */
xmlDoc *template_apply(struct arena *, const struct template *, xmlDoc *source,
	struct problems *);

#endif
