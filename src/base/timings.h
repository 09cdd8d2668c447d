/*
 * How long the stages of the pipeline took, in nanoseconds of the process's CPU
 * and of the clock.  At any time at most one stage runs: to enter one leaves the last.
 */
#ifndef BASE_TIMINGS_H
#define BASE_TIMINGS_H

#include <stdint.h>
#include <stdio.h>

#include "base/language.h"

enum stage {
	STAGE_NONE,			/* between reports */
	STAGE_READ, STAGE_CHECK, STAGE_TRANSFORM, STAGE_DOC, STAGE_FONTS, STAGE_LAYOUT,
	STAGE_PDF, STAGE_WRITE,
	STAGES
};

struct time { int64_t cpu, wall; };

struct timings {
	enum stage stage;		/* that runs, and when it began */
	struct time began, spent[STAGES];
};

/* Does nothing where timings is NULL. */
void timings_enter(struct timings *, enum stage);

/* Adds what was spent; neither may be in a stage. */
void timings_add(struct timings *sum, const struct timings *);

/* A line for each stage and their total, in milliseconds. */
void timings_print(const struct timings *, const struct language *, FILE *);

#endif
