/* What the commands do: each with its options, its problems told on standard error. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "options.h"

/* build.c: build, check, render and web */
enum status command_build(struct arena *, const struct options *);

/* watch.c */
enum status command_watch(struct arena *, const struct options *);

/* new.c */
enum status command_new(struct arena *, const struct options *);

/* extract.c */
enum status command_extract(struct arena *, const struct options *);

/* status.c: opens the resources; NULL, having said so, where --data names a folder without them. */
struct session *command_session(struct arena *, const struct options *);

/* status.c: the exit status that problems ask for, and printing them as the options ask. */
enum status status_of(const struct options *, const struct problems *);
enum status status_print(const struct options *, const struct problems *, FILE *);

/* status.c: what was printed must have arrived; else, having said so, STATUS_SYSTEM. */
enum status status_flush(const struct options *, enum status);

#endif
