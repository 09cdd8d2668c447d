/* The extension functions of templates: see template.h.  Inside template/ only. */
#ifndef TEMPLATE_FUNCTIONS_H
#define TEMPLATE_FUNCTIONS_H

#include <libxslt/xsltInternals.h>

#include "base/problem.h"

/* What a running template's context carries as _private. */
struct running_template {
	const char *folder, *file;
	struct arena *arena;
	struct problems *problems;
	struct arena *scratch;		/* of one call of a function */
};

void functions_register(xsltTransformContext *);

#endif
