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
 * Appends <r:result> with <r:instrument>s and <r:indicator>s to the
 * assessment, and gives every reference in the text (<score of="i4"/>, mean,
 * total, level, threshold, count, indicator-title) its r:value.  What the
 * author wrote as printed= wins.  Reports INDICATOR_UNKNOWN.
 */
void rules_annotate(struct arena *, const struct assessment *, struct problems *);

#endif
