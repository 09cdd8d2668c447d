/* The data files that a report's kind names, made of the report by their templates. */
#ifndef TEMPLATE_ATTACH_H
#define TEMPLATE_ATTACH_H

#include <libxml/tree.h>

#include "base/attachment.h"
#include "base/problem.h"
#include "model/kind.h"

/*
 * Adds them in the order of kind.xml; false if a problem stopped one of them.  source is the
 * annotated tree.
 */
bool attach_data(struct arena *, const struct kind *, xmlDoc *source, struct attachments *,
	struct problems *);

/* The data files, each with a line before its bytes: the tests' view of them. */
void attach_dump(const struct attachments *, struct bytes *);

#endif
