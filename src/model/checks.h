/*
 * Whether a report agrees with itself: its figures with its scores, its
 * measures with its weaknesses and its year.  An error where it cannot be
 * true, a warning where it may be.
 */
#ifndef MODEL_CHECKS_H
#define MODEL_CHECKS_H

#include "model/assessment.h"

/*
 * After rules_score().  Reports STATED_MISMATCH, LEVEL_MISMATCH, PRINTED_MISMATCH,
 * WEAKNESS_OPEN, MEASURE_INCOMPLETE, PERIOD_REVERSED, PERIOD_OUTSIDE, PLAN_YEAR,
 * NUMBER_TYPED.  What is in <sic> is passed over; what needs scores is checked only
 * where the assessment is complete.
 */
void checks_run(struct arena *, const struct assessment *, struct problems *);

/* For a report on what became of the measures: RESULT_MISSING for each that says nothing. */
void checks_results(struct arena *, xmlDoc *, struct problems *);

#endif
