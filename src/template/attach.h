/* The data files that a report's kind names, made of the report by their templates. */
#ifndef TEMPLATE_ATTACH_H
#define TEMPLATE_ATTACH_H

#include <libxml/tree.h>

#include "base/attachment.h"
#include "base/problem.h"
#include "model/kind.h"

/* In the order of kind.xml; source is the annotated tree.  Short of what a problem stopped. */
struct attachments *attach_data(struct arena *, const struct kind *, xmlDoc *source,
	struct problems *);

/* Each with a line before its bytes: the tests' view of them. */
void attach_dump(const struct attachments *, struct bytes *);

#endif
