/*
 * References in running text: what is written once is never typed again.
 * <score of="i4"/>, mean, total, level, threshold, count, year, indicator-title
 * show the assessment; agency-name, unit-name, measure-number, measure-title
 * what the report says elsewhere.
 */
#ifndef MODEL_REFERENCE_H
#define MODEL_REFERENCE_H

#include "model/assessment.h"

/*
 * Gives every reference its r:value, ASCII digits.  What the author wrote as printed=
 * wins.  Where the assessment is not complete nothing is put on the tree.  Reports
 * INDICATOR_UNKNOWN, KEY_UNKNOWN, AGENCY_PART_MISSING, TITLE_NESTED.
 */
void reference_annotate(struct arena *, struct assessment *, struct problems *);

/*
 * What a reference refers to, whatever is printed; NULL if the element is no
 * reference, names nothing, or is a name, which may be worded otherwise.  The
 * assessment's references have their values already.
 */
const char *reference_figure(struct arena *, const struct assessment *, const xmlNode *);

/* Where that is written: a score, a stated figure, a measure, else the assessment. */
struct place reference_place(struct arena *, const struct assessment *, const xmlNode *);

#endif
