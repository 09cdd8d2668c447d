/*
 * Report kinds are data: templates/KIND/kind.xml says which root element the
 * kind has, where its schema is, which templates it offers.
 */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <libxml/tree.h>

#include "base/problem.h"

struct kind {
	const char *folder;		/* of its templates and styles.xml */
	const char *schema;		/* path of its XSD */
	const char *template;		/* a file's name in the folder */
	const char *styles;		/* the same; styles.xml unless the template names others */
};

/*
 * The kind of the report by its root element, with the template of that name
 * (NULL: the first).  root is the folder that holds templates/ and data/.
 * NULL with KIND_UNKNOWN or TEMPLATE_MISSING.
 */
struct kind *kind_find(struct arena *, const char *root, xmlDoc *report, const char *template,
	struct problems *);

#endif
