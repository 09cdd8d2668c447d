/*
 * Figures typed in running text, where a reference to the scores belongs: a
 * number with two decimals, before คะแนน, or after ร้อยละ.
 */
#ifndef MODEL_TYPED_H
#define MODEL_TYPED_H

#include "model/assessment.h"

/*
 * Reports NUMBER_TYPED at the number's line.  Silent are <sic>; amounts in baht,
 * times of the day (น.) and numbers of clauses (ข้อ); what came of a measure; a
 * share without decimals in a measure, which is as a rule its aim.
 */
void typed_check(struct arena *, const struct assessment *, struct problems *);

#endif
