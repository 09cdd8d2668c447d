/*
 * Measures that agencies carry forward each year: <measure standard="NAME"> takes
 * from its kind's library what it does not say itself.
 */
#ifndef MODEL_LIBRARY_H
#define MODEL_LIBRARY_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/problem.h"

/* Does any measure of the report name a standard one? */
bool library_is_wanted(xmlDoc *report);

/*
 * Puts title, steps and follow-up into the measures that lack them; they stand at their
 * measure's line.  Reports STANDARD_UNKNOWN.  The library is NULL where the kind has none.
 */
void library_adopt(struct arena *, xmlDoc *report, xmlDoc *library, struct problems *);

#endif
