/*
 * A finished PDF, read again through libqpdf.  A value is a handle; 0 stands for none, also
 * for PDF's null.  What is asked of no value, or of one of another type, is 0, NULL or false.
 * The first failure sticks until finished_report() tells it.
 */
#ifndef PDF_FINISHED_H
#define PDF_FINISHED_H

#include <stdbool.h>

#include "base/bytes.h"
#include "base/problem.h"

struct finished;

/* Closed with the arena.  NULL with FILE_MISSING, PDF_UNREADABLE, PDF_LOCKED or LIBRARY_MISSING. */
struct finished *finished_open(struct arena *, const char *path, struct problems *);

/* PDF_UNREADABLE if anything failed, else PDF_DAMAGED if something had to be mended. */
void finished_report(struct finished *, struct problems *);

/* The whole file. */
struct place finished_place(const struct finished *);

unsigned finished_catalog(struct finished *);

/* Of a dictionary or of a stream's.  A key begins with a slash. */
unsigned finished_entry(struct finished *, unsigned dict, const char *key);

/* -1 if it is no array. */
int finished_length(struct finished *, unsigned array);
unsigned finished_element(struct finished *, unsigned array, int i);

bool finished_number(struct finished *, unsigned value, long long *number);
bool finished_is_dict(struct finished *, unsigned value);

/* "/FlateDecode" */
const char *finished_name(struct finished *, unsigned value);

/* A string's own bytes; a text string (ISO 32000-1, 7.9.2.2) as UTF-8.  n is 0 for others. */
struct bytes finished_string(struct finished *, unsigned value);
struct bytes finished_text(struct finished *, unsigned value);

/* A stream's bytes before any filter, no NUL after them; false if they cannot be had. */
bool finished_stored(struct finished *, unsigned stream, struct bytes *);

#endif
