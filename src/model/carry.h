/*
 * What a report carries over from last year's besides its text (review.h) and its scores
 * (successor.h): each of these changes the tree in one respect.
 */
#ifndef MODEL_CARRY_H
#define MODEL_CARRY_H

#include "model/assessment.h"

/* Comments that begin so are of our own making: next year's report need not keep them. */
#define CARRY_SIGNED "raingan new: "

void carry_drop_signed(xmlDoc *);

/*
 * Indicators and instruments that text, findings and measures name, by the ids of the new
 * scheme; SCHEME:ID, which no scheme has, where it has no counterpart.
 */
void carry_ids(struct arena *, const struct assessment *last, const struct scheme *);

/* Periods of measures, so many years later. */
void carry_periods(struct arena *, xmlDoc *, int years);

/* Leaves out what became of the measures: last year's report tells it. */
void carry_drop_results(xmlDoc *);

/* The report's day is left open; that of the follow-up report, which nobody knows yet, out. */
void carry_open_dates(xmlDoc *);

#endif
