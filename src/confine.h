/* What a command may still touch: its inputs' folders, raingan's own files, where it writes. */
#ifndef CONFINE_H
#define CONFINE_H

#include "options.h"

/*
 * For the rest of the process, unless the options say --no-sandbox.  session: NULL if
 * the command has none; output: what it writes besides the inputs' PDFs, or NULL.
 */
void confine(struct arena *, const struct options *, const struct session *,
	const char *output);

#endif
