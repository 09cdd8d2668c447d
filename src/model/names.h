/* Names that an author can choose from, and which of them a mistyped one probably is. */
#ifndef MODEL_NAMES_H
#define MODEL_NAMES_H

#include "base/arena.h"

struct names LIST(const char *);

/* How a name is shown; NULL where that is as it is. */
typedef const char *name_format(struct arena *, const char *name);

/* "<a>" and "a=" */
name_format names_as_element, names_as_attribute;

/* "a, b or c"; "" for none. */
const char *names_list(struct arena *, const struct names *, name_format *);

/* The one that differs in a third of the letters at most, and in four; or NULL. */
const char *names_near(const struct names *, const char *typed);

/* "; probably a is meant", else "; " and the beginning and "a, b or c"; "" for no names. */
const char *names_advice(struct arena *, const struct names *, const char *typed, name_format *,
	const char *beginning);

#endif
