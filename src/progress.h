/*
 * How far many jobs are: one line at the foot of a terminal, rewritten, which gives way to
 * what else is printed.  Nothing where nobody looks (say_is_heard()) or the terminal is dumb.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "options.h"

struct progress;

struct progress *progress_start(struct arena *, const struct options *, int jobs);

/* To be called before anything else is printed to standard error. */
void progress_hide(const struct progress *);

/* After so many jobs, of which some failed. */
void progress_show(const struct progress *, int made, int failed);

#endif
