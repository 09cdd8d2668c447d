/*
 * Footnotes: lines that belong to a line of text and stand at the foot of its
 * page, below a rule.  What does not fit there goes on at the next page's foot.
 * Inside layout/ only.
 */
#ifndef LAYOUT_NOTES_H
#define LAYOUT_NOTES_H

#include "layout/strip.h"

enum { NOTES_RULE = PT(12) };	/* what the rule and the space around it take */

bool notes_are_in(const struct strip *);

/* What notes take that stand alone, without the rule. */
length notes_sum(const struct strips *);

/* What the strip's notes take, those in its boxes too, without the rule. */
length notes_height(const struct strip *);

/* The same for what must stand on a page where the strip begins. */
length notes_least(const struct strip *);

/* Adds the strip's notes to the list, in order. */
void notes_collect(struct arena *, const struct strip *, struct strips *notes);

/*
 * Places the rule at top, left and notes below it as far as they fit above
 * bottom; with force at least one.  Answers how many.
 */
int notes_place(struct arena *, const struct strips *notes, struct rect room, bool force,
	struct pages *);

#endif
