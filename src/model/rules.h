/* The assessment's arithmetic, and its results put on the tree for templates. */
#ifndef MODEL_RULES_H
#define MODEL_RULES_H

#include "model/assessment.h"

/*
 * Means, total, level, ranks, strengths and weaknesses, where the assessment
 * is complete.  An instrument's mean is the plain mean of its indicators, the
 * total their weighted sum (NACC's ITA manuals; see the scheme's file); both
 * are exact fractions, rounded half up once, and levels go by the rounded.
 */
void rules_score(struct assessment *);

/*
 * Appends <r:result> to the assessment and to the previous one, where they are
 * complete.
 *
 * r:result, ASCII digits, "-0.50" where a difference is below zero:
 *   year scheme-title scheme-abbreviation total level indicators strengths weaknesses
 *   level-sentence                 what the level means, to stand behind a body's name
 *   pass over-pass                     the total less the pass mark
 *   national-mean over-national-mean   the total less the year's national mean
 *   next-level to-next-level           points the total still lacks, 0.00 where only
 *                                      instruments do; absent on the best level
 *   plan-item follow-up-item           the disclosure items of the report's year
 *   previous-year change               the total less the previous one
 * r:instrument: id abbreviation title weight mean; weighted, its part of the
 *   total; to-next-level, where that level asks for each; change
 * r:indicator: id number title instrument score rank strength="yes|no"; change
 * r:grade, a level of the scheme: name, from which total; each, what it asks of
 *   every instrument; reached="yes"; the lowest first
 * What is not known is absent; without strength-above= (the previous one may
 * lack it) so are strengths.  Weighted parts are rounded each for itself.  A
 * difference is one of the figures shown, so that a table adds up.  The level of
 * a year is by that year's scheme, never converted.
 */
void rules_annotate(struct arena *, const struct assessment *);

/* The level that total and means reach. */
const struct level *rules_level(const struct assessment *);

#endif
