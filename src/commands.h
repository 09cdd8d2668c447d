/* What the commands do: each with its options, its problems told on standard error. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "options.h"

/* build.c: build, check, render and web */
enum status command_build(struct arena *, const struct options *);

/* new.c */
enum status command_new(struct arena *, const struct options *);

/* status.c: prints the problems; the exit status that they ask for.  strict: warnings count. */
enum status status_print(const struct problems *, bool strict);

#endif
