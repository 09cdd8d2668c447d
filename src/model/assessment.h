/*
 * One assessment as its author states it: an indicator's score each, by the
 * year's scheme.  Read from the tree's <assessment>, wherever that stands, or
 * from <previous>, the year before to compare with; rules.h computes the rest.
 */
#ifndef MODEL_ASSESSMENT_H
#define MODEL_ASSESSMENT_H

#include <stdbool.h>

#include "model/scheme.h"

struct score {
	const char *title;	/* the author's own, else the scheme's */
	hundredths value;	/* -1 where it is missing or wrong */
	xmlNode *node;		/* NULL where it is missing */
	int rank;		/* from 1, by value, equal ones in the scheme's order */
	bool strength;
};

/* A result as announced, beside what the scores give. */
struct stated {
	xmlNode *node;
	const char *of;		/* an indicator's, an instrument's, or "total" */
	const char *level;	/* of the total; NULL where none is stated */
	hundredths score;	/* -1 where it is wrong */
};

struct stated_list LIST(struct stated);

struct assessment {
	xmlNode *node;
	const struct scheme *scheme;
	const char *year;
	hundredths threshold;	/* a strength has more; -1 where none is stated */
	struct score *scores;	/* by indicator of the scheme */
	struct stated_list stated;
	const struct assessment *previous;	/* by its own year's scheme; or NULL */
	bool complete;		/* all scores and the threshold are there: then the rest is set */
	hundredths *means;	/* by instrument, rounded half up */
	hundredths *weighted;	/* by instrument: its part of the total, rounded half up */
	hundredths total;
	const struct level *level;
	int strengths, weaknesses;
	struct named *named;	/* what references may name: reference.c; NULL before */
};

/* The first element of that name in the tree, or NULL. */
xmlNode *assessment_find(xmlDoc *, const char *name);

/* What is stated of that, or NULL. */
const struct stated *assessment_stated(const struct assessment *, const char *of);

/*
 * Reports INDICATOR_UNKNOWN, INDICATOR_DOUBLE, INDICATOR_MISSING, SCORE_RANGE,
 * SCHEME_YEAR.
 */
struct assessment *assessment_read(struct arena *, xmlNode *, const struct scheme *,
	struct problems *);

#endif
