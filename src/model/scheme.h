/*
 * An assessment scheme (data/methodology/): which indicators a year has, how
 * instruments weigh, what a level asks.  Data: no year and no level is in C.
 */
#ifndef MODEL_SCHEME_H
#define MODEL_SCHEME_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/hundredths.h"
#include "base/problem.h"

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
	const char *sentence;	/* what it says of a body, behind its name; or NULL */
	hundredths total, each;	/* each is 0 where only the total counts */
};

struct year {
	const char *number;
	hundredths national_mean;	/* -1 where none is known */
};

/* Which disclosure items the report of a year is, with a result of this scheme. */
struct report_items {
	const char *year, *plan, *follow_up;
};

struct years LIST(struct year);
struct report_years LIST(struct report_items);
struct instruments LIST(struct instrument);
struct indicators LIST(struct indicator);
struct levels LIST(struct level);

struct scheme {
	const char *id, *title;
	const char *abbreviation;	/* of the title, or NULL */
	hundredths pass;		/* the total from which on a body has passed; or -1 */
	struct years years;		/* that it is for; none: any */
	struct report_years reports;
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

/* The mean of all bodies' totals in that year, or -1. */
hundredths scheme_national_mean(const struct scheme *, const char *year);

/* The items of that year's report, or NULL. */
const struct report_items *scheme_find_report(const struct scheme *, const char *year);

/* Index of the indicator or instrument with that id, or -1. */
int scheme_find_indicator(const struct scheme *, const char *id);
int scheme_find_instrument(const struct scheme *, const char *id);

/*
 * What an indicator or instrument of one scheme is in another: the id of the same name
 * there, else the same id.  NULL where that id there has the name of another one here.
 */
const char *scheme_counterpart(const struct scheme *, const char *id, const struct scheme *other);

/* The other way round: index of the indicator whose counterpart that one of the other is; or -1. */
int scheme_find_origin(const struct scheme *, const struct scheme *other, int indicator);

/*
 * The attribute's "95", "95.3" or "95.36", digits ASCII or Thai, 0 to 100; -1
 * if it is absent or left open (blank), and with SCORE_RANGE if it is anything else.
 */
hundredths scheme_read_score(struct arena *, const xmlNode *, const char *name,
	struct problems *);

/* The same of a text; -1 if it is anything else. */
hundredths scheme_parse_score(struct arena *, const char *text);

/* "95.36"; "-0.50" */
char *scheme_score_text(struct arena *, hundredths);

#endif
