/*
 * What is made once of a file and serves many reports, by the file's path: compiled
 * schemas and templates, schemes, styles, the colour profile.  It lives as long as the
 * shelf's arena.
 */
#ifndef BASE_SHELF_H
#define BASE_SHELF_H

#include "base/arena.h"

struct shelved { const char *path; void *thing; };

struct shelf {
	struct arena *arena;
	struct { struct shelved *at; int n, room; } kept;
};

/* NULL if nothing is kept for the path. */
void *shelf_find(const struct shelf *, const char *path);

/* Answers the thing. */
void *shelf_keep(struct shelf *, const char *path, void *thing);

/* Where what raingan brings along is: the folder of templates/, data/ and fonts/. */
struct resources {
	const char *root;
	struct shelf *shelf;
};

#endif
