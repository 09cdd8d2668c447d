/* What a report that was begun still lacks: places left open, and paragraphs to be read again. */
#ifndef MODEL_OPEN_H
#define MODEL_OPEN_H

#include "model/assessment.h"

/*
 * Reports, from top to bottom: SCORE_OPEN, VALUE_OPEN for other attributes left empty,
 * TEXT_OPEN for elements without text, REVIEW_OPEN and SLIP_OPEN for what has
 * review="yes".  A measure's own parts are checks.h's.  After references got their r:value.
 */
void open_check(struct arena *, const struct assessment *, struct problems *);

/* Only SCORE_OPEN, of the assessment's own scores. */
void open_check_scores(struct arena *, const struct assessment *, struct problems *);

#endif
