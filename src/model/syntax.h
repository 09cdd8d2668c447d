/* What libxml2's parser finds wrong, in words that say what to do. */
#ifndef MODEL_SYNTAX_H
#define MODEL_SYNTAX_H

#include <libxml/xmlerror.h>
#include <stdbool.h>

#include "base/phrase.h"

/* A phrase; NULL where the parser's own words must do. */
const char *syntax_explain(struct arena *, const xmlError *);

/* What often only follows from an earlier fault. */
bool syntax_is_echo(const xmlError *);

#endif
