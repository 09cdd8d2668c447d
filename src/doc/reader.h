/* What the readers of blocks, inline text and tables share.  Inside doc/ only. */
#ifndef DOC_READER_H
#define DOC_READER_H

#include "doc/read.h"

/* An abbreviation that the document declares, the number-th of them. */
struct abbreviation { const char *name, *title, *lang; int number; };
struct abbreviations LIST(struct abbreviation);

struct reader {
	struct arena *arena;		/* of strings, which outlive the nodes */
	struct arena *nodes;
	struct styles *styles;
	struct problems *problems;
	struct abbreviations abbreviations;	/* sorted */
	const char *first_letters;	/* the bytes that they begin with */
	bool marks;			/* the tree is marked for a web page */
	int levels[4], depth;		/* of the headings around: the last is depth deep */
	enum numeral_style numerals;	/* of the pages at hand */
	struct arena *passing;		/* of spans, until all of a paragraph's are there */
	int paragraphs;			/* that are being read: one, and its note */
};

/* The style that the element's class names, else the style of the element's own name. */
const struct style *reader_style(struct reader *, const xmlNode *);

/* The attribute as arena text, or NULL. */
const char *reader_attribute(struct reader *, const xmlNode *, const char *name);

/* The attribute's whole number; absent, not a number or below least: fallback. */
int reader_number(struct reader *, const xmlNode *, const char *name, int least, int fallback);

/* A container's blocks; inline content between them makes paragraphs of the container's style. */
struct block *reader_blocks(struct reader *, xmlNode *, const struct style *);

/* What a web page's template cannot find out itself, for one as an attribute of the element. */
void reader_mark(const struct reader *, xmlNode *, const char *name, const char *value);
void reader_mark_number(const struct reader *, xmlNode *, const char *name, int value);

/* inline.c: once all are read. */
void inline_sort_abbreviations(struct reader *);

/* The nodes from first up to, not with, end become spans, white space collapsed. */
void inline_read(struct reader *, xmlNode *first, const xmlNode *end, const struct style *,
	struct spans *);

/* An element that inline.c reads, or text. */
bool inline_is(const xmlNode *);

/* table.c */
struct table *table_read(struct reader *, xmlNode *);

/* chart.c: fills the block in.  Reports CHART_VALUE, CHART_SERIES, CHART_COUNT. */
void chart_read(struct reader *, xmlNode *, struct block *);

/* ids.c: turns REFs into text; reports ID_DOUBLE, REF_UNKNOWN and REF_UNLABELLED. */
void ids_check(struct arena *, const struct doc *, struct problems *);

#endif
