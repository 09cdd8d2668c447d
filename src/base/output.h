/*
 * A file that appears whole or not at all: written beside its target, synced and
 * renamed at the end.  A symbolic link is followed, an older file's mode is kept,
 * and what is no regular file (a device, a pipe) is written to as it stands, as is
 * standard output, whose path is "-".  The first failure sticks: after it everything
 * does nothing.
 */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdbool.h>

#include "base/arena.h"

struct output;

/* The path as it is told to users: "<stdout>" for standard output. */
const char *output_name(const char *path);

struct output *output_open(struct arena *, const char *path);

/* For a file that is not there yet: whatever has the name, now or at the end, is EEXIST. */
struct output *output_create(struct arena *, const char *path);

/* Removes what runs that were killed have left where the path's file is to be. */
void output_sweep(struct arena *, const char *path);

/* Where a file of that path is made: the folder, links followed, or the device that it is. */
const char *output_place(struct arena *, const char *path);

/* Answers whether all has gone well so far. */
bool output_add(struct output *, const void *bytes, size_t n);

/* Nothing is left of a file that is not complete. */
void output_close(struct output *, bool complete);

/* The errno of the first failure; 0 if there was none. */
int output_error(const struct output *);

#endif
