/*
 * What a parser could not bear, found before it begins: bytes of XML are read once, as
 * far as they are well-formed, and measured against limits.def.  What is not well-formed
 * is left to the parser to tell.
 */
#ifndef MODEL_GUARD_H
#define MODEL_GUARD_H

#include <stdbool.h>
#include <libxml/tree.h>

#include "base/bytes.h"
#include "base/problem.h"

/* False after a problem (XML_LARGE; XML_ENCODING: NUL in it, or half a unit). */
bool guard_check(const struct bytes *, const char *name, struct problems *);

/* The same limits for a tree that no parser made; false after a problem, at the place. */
bool guard_check_tree(xmlDoc *, struct place, struct problems *);

/* An encoding in which the marks of XML are the bytes or units of ASCII; NULL is UTF-8. */
bool guard_knows_encoding(const char *name);

#endif
