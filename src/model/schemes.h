/* The schemes there are: files, found by name or by year. */
#ifndef MODEL_SCHEMES_H
#define MODEL_SCHEMES_H

#include "base/shelf.h"
#include "model/scheme.h"

/* Where to look. */
struct schemes {
	struct arena *arena;
	const struct resources *resources;
	const char *report;	/* whose agency's own scheme lies beside it; NULL: none */
	struct problems *problems;
};

/* Where an agency's own scheme of that name would be; NULL if there can be none. */
const char *schemes_beside(const struct schemes *, const char *name);

/*
 * Path of the scheme of that name, its file's without ".xml"; own where it lies beside the
 * report.  NULL if there is none.
 */
const char *schemes_find(const struct schemes *, const char *name, bool *own);

/* The scheme in a file of that name and path, validated; NULL after an ERROR or without doc. */
const struct scheme *schemes_parse(const struct schemes *, xmlDoc *doc, const char *name,
	const char *path);

/* The scheme of that name; NULL after a problem, SCHEME_UNKNOWN at the place that names it. */
const struct scheme *schemes_read(const struct schemes *, const char *name, struct place);

/*
 * The scheme of data/methodology for that year, the first by name where there are several:
 * SCHEME_SEVERAL.  NULL after a problem: SCHEME_NONE, or what is wrong with a file there.
 */
const struct scheme *schemes_choose(const struct schemes *, const char *year);

#endif
