/*
 * The report of a year, to be filled in: made of last year's, or of the empty one that the
 * report kind brings.  What is left to do in it open.h tells.
 */
#ifndef MODEL_SUCCESSOR_H
#define MODEL_SUCCESSOR_H

#include <stdbool.h>

#include "base/bytes.h"
#include "base/problem.h"

struct successor {
	const struct resources *resources;
	const char *year;	/* of the plan, ASCII digits; the year before is the assessed one */
	const char *last;	/* path of last year's report; NULL: an empty one is begun */
	const char *scores;	/* path of a table of scores (scores.h); NULL: they are left open */
};

/*
 * Adds the report as a file.  Last year's assessment becomes <previous>, and the new one
 * gets the scheme of its year with every score open or from the table.  Taken over are
 * agency, text (see review.h), structure and measures, their periods moved to the new
 * year; left out is what became of the measures.  Dates of publication are left open.  An
 * indicator that the new scheme knows by another id is renamed; one that it does not know
 * becomes SCHEME:ID, which no scheme has, so that its checks speak.
 *
 * False after an ERROR: what is wrong with last year's report or the table, YEAR_INVALID,
 * YEAR_EARLIER, ASSESSMENT_MISSING, no scheme.  YEAR_SKIPPED is a warning.
 */
bool successor_make(struct arena *, const struct successor *, struct bytes *, struct problems *);

#endif
