/*
 * An assessment scheme (data/methodology/): which indicators a year has, how
 * instruments weigh, what a level asks.  Data: no year and no level is in C.
 */
#ifndef MODEL_SCHEME_H
#define MODEL_SCHEME_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/problem.h"

typedef int32_t hundredths;	/* of a point: 95.36 is 9536 */

struct instrument {
	const char *id, *abbreviation, *title;
	hundredths weight;	/* of 100.00 */
};

struct indicator {
	const char *id, *title;
	int instrument;		/* its index */
};

/* Met by a total, and every instrument's mean, of at least these. */
struct level {
	const char *name;
	hundredths total, each;	/* each is 0 where only the total counts */
};

struct years LIST(const char *);
struct instruments LIST(struct instrument);
struct indicators LIST(struct indicator);
struct levels LIST(struct level);

struct scheme {
	const char *id, *title;
	struct years years;		/* that it is for; none: any */
	struct instruments instruments;
	struct indicators indicators;	/* in official order */
	struct levels levels;		/* the best first; the last asks for nothing */
};

/*
 * The scheme of a valid file (data/methodology/scheme.xsd).  Reports
 * SCHEME_INVALID where weights are not 100 in all, levels do not fall to 0, or
 * there are more than 6 instruments or 100 indicators.
 */
struct scheme *scheme_read(struct arena *, xmlDoc *, struct problems *);

/* For that year of the Buddhist era, ASCII digits? */
bool scheme_is_for(const struct scheme *, const char *year);

/* Index of the indicator or instrument with that id, or -1. */
int scheme_find_indicator(const struct scheme *, const char *id);
int scheme_find_instrument(const struct scheme *, const char *id);

/*
 * "95", "95.3" or "95.36", digits ASCII or Thai, 0 to 100; -1 if it is anything
 * else.  text may be NULL.
 */
hundredths scheme_parse_score(struct arena *, const char *text);

/* "95.36" */
char *scheme_score_text(struct arena *, hundredths);

#endif
