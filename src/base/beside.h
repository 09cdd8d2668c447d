/*
 * The file beside a target that becomes it: without a name where the file system
 * can have it so, else .raingan-PROCESS-TIME.  A name is never used twice, and
 * its file is locked while its writer lives: what nobody holds was left by one that
 * was killed.
 */
#ifndef BASE_BESIDE_H
#define BASE_BESIDE_H

#include <signal.h>
#include <stdbool.h>

#include "base/arena.h"

struct beside {
	struct arena *arena;
	const char *target;
	const char *name;		/* NULL while it has none */
	int fd;
	bool holds;			/* signals that would leave a name behind */
	sigset_t signals;		/* those that were held before */
};

/* The length of the path's folder with its slash; 0: the working directory. */
int beside_folder_length(const char *path);

/* Opens a file to write; fd is -1 and errno says why where there can be none. */
void beside_open(struct beside *, struct arena *, const char *target);

/*
 * Gives the file the target's name, in place of an older one if it replaces; else
 * what has the name is EEXIST.  False, with errno, where the target stays as it was.
 */
bool beside_publish(struct beside *, bool replaces);

/* Ends it: a name of its own goes, signals that were held take effect.  fd stays open. */
void beside_end(struct beside *);

/* Removes what killed runs have left in the target's folder. */
void beside_sweep(struct arena *, const char *target);

#endif
