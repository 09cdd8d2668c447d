/*
 * Looks out for files that change.  Their folders are watched: programs save by writing a
 * file, by putting another in its place, by removing and making it; and one that is missing
 * may come.
 */
#ifndef LOOKOUT_H
#define LOOKOUT_H

#include <stdbool.h>

#include "base/arena.h"

struct lookout;

enum change {
	CHANGE_NONE,
	CHANGE_BEGUN,			/* a file is gone, or there but perhaps not whole */
	CHANGE_DONE,			/* a file was saved */
};

/*
 * How the file that changed last changed, and whether any of them was more than a report's
 * own file with other contents: a resource, a folder, a link.
 */
struct sighting { enum change change; bool stale; };

/* NULL, with errno, where the system gives none. */
struct lookout *lookout_open(struct arena *);

/* Forgets what is looked out for, to be told anew. */
void lookout_clear(struct lookout *);

void lookout_file(struct lookout *, const char *path);

/* Resources: the folder's files that are not hidden, by . or #, and whose names end so. */
void lookout_files(struct lookout *, const char *folder, const char *ending);

/* A file whose changes say nothing: what is made. */
void lookout_ignore(struct lookout *, const char *path);

/* False where a folder, or what a link leads to, is missing: lookout_read() may not tell of it. */
bool lookout_is_whole(const struct lookout *);

/* Why a folder that is there cannot be watched: an errno, or 0. */
int lookout_error(const struct lookout *);

/* To be waited for. */
int lookout_descriptor(const struct lookout *);

/* What was seen since it was asked last; does not wait. */
struct sighting lookout_read(struct lookout *);

#endif
