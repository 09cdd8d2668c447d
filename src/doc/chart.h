/*
 * A chart: exact numbers, and texts as paragraphs of their own, so that they are
 * checked, shaped and dumped as all others are.  Where what stands is layout's.
 */
#ifndef DOC_CHART_H
#define DOC_CHART_H

#include "base/hundredths.h"
#include "doc/doc.h"

enum chart_kind { CHART_BARS, CHART_RADAR, CHART_SCALE };

/*
 * How much of each a chart may have.  With the texts' lengths in document.xsd
 * these keep the words for its numbers within what a PDF's string holds.
 */
enum { CHART_ITEMS = 40, CHART_SERIES = 4, CHART_LINES = 6, CHART_LEVELS = 12 };

struct chart_value {
	bool known;
	hundredths number;
	struct block *text;		/* as given, in the chart's numerals, or "-" */
};

struct chart_values LIST(struct chart_value);

/* A series, line, level or item. */
struct chart_part {
	struct block *name;		/* a line's and a scale's item's with the number */
	const struct style *style;	/* NULL: an item that looks as its series does */
	hundredths at;			/* of a line; where a level begins */
	struct chart_values values;	/* of an item, by series; of a level, a scale's item, one */
};

struct chart_parts LIST(struct chart_part);

struct chart {
	enum chart_kind kind;
	hundredths min, max;		/* min < max */
	enum numeral_style numerals;
	struct block *unit;		/* "คะแนน", or NULL */
	struct chart_parts series;	/* of bars and radar, at least one */
	struct chart_parts lines;	/* in the order of the document */
	struct chart_parts levels;	/* of a scale, rising */
	struct chart_parts items;	/* at least one */
	const char *alt;		/* what it shows, in words */
};

/* "85", "92.5" or "๙๒.๕": no zeros behind the point. */
const char *chart_number(struct arena *, hundredths, enum numeral_style);

/* The text of the paragraph. */
const char *chart_text(struct arena *, const struct block *);

/* What the chart shows, in Thai: every name, number and line. */
const char *chart_say(struct arena *, const struct chart *);

#endif
