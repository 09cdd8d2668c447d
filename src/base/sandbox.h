/*
 * What the process may still touch once its inputs are known, so that a hole in a
 * library or a template leads nowhere: by Landlock and seccomp, where Linux has
 * them; elsewhere, and for what is older than the rule, all stays as it was.
 * There is no way back, and children inherit it.
 */
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

#include "base/folder.h"

/*
 * Files, or folders with all below them, links followed.  What is not there is
 * passed over where it would be read; where it would be written, the nearest
 * folder above it counts.
 */
struct sandbox {
	struct paths readable, writable;	/* what is written may be read too */
	bool forks;			/* else no further process either */
};

/* From here on no other file is opened, no socket, no program started. */
void sandbox_enter(struct arena *, const struct sandbox *);

#endif
