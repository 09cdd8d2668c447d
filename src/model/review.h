/*
 * What a report has taken over from last year's and may be true no longer.  Such a
 * paragraph has review="yes" until its author has read it and taken that away.
 */
#ifndef MODEL_REVIEW_H
#define MODEL_REVIEW_H

#include <libxml/tree.h>

#include "base/arena.h"

/*
 * Marks what speaks of last year's result: a paragraph (heading, item, step ...) that
 *   refers to a score, mean, total or level or names an indicator by reference; what
 *   only counts, or names a year, by reference stays true by itself;
 *   types a year from the assessed one on;
 *   is a finding's remarks, or a later paragraph of a clause that has one of these;
 * and every <sic>, a slip that need not be kept.  Takes printed= away: a text that is
 * not published yet has no figure to keep.  assessed is last year's assessed year.
 */
void review_mark(struct arena *, xmlDoc *, const char *assessed);

/* The first year, from that one on, which the element's own text types; 0 if there is none. */
int review_find_year(struct arena *, const xmlNode *, int from);

#endif
