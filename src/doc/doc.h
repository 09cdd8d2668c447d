/* The document tree: what is said, in order, with no positions. */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/bytes.h"
#include "doc/style.h"

struct image;

enum span_kind {
	SPAN_TEXT,
	SPAN_BREAK,			/* br */
	SPAN_TAB, SPAN_LEADER,		/* a LEADER is a tab with dots */
	SPAN_PAGE_NUMBER, SPAN_PAGE_COUNT,
	SPAN_PAGE_REF,			/* the page of target */
	SPAN_REF,			/* while reading: the label of target, then TEXT */
	SPAN_NOTE,			/* the number of note, which stands at the page's foot */
};

struct block;

/* Text in one style.  White space is collapsed as in HTML. */
struct span {
	enum span_kind kind;
	const char *text;		/* UTF-8; of TEXT, else NULL */
	const struct style *style;
	const char *target;		/* of a link or PAGE_REF: a URI or "#id", else NULL */
	const char *lang;		/* where it differs from the document's, else NULL */
	const char *expansion;		/* what an abbreviation stands for, else NULL */
	struct place place;
	struct block *note;		/* of NOTE: a paragraph, else NULL */
};

struct spans LIST(struct span);

enum block_kind {
	BLOCK_PARAGRAPH,		/* p, h1 to h4: spans */
	BLOCK_SECTION, BLOCK_KEEP,	/* children */
	BLOCK_LIST,			/* children are ITEMs */
	BLOCK_ITEM,			/* label, children */
	BLOCK_TABLE, BLOCK_CONTENTS, BLOCK_PAGE_BREAK,
	BLOCK_QUOTE, BLOCK_FIGURE,	/* children; a FIGURE stays on one page */
	BLOCK_CHART,			/* children: all its texts, as paragraphs */
	BLOCK_IMAGE,			/* picture */
};

/* What a paragraph is besides text; of CONTENTS: what it lists. */
enum role {
	ROLE_TEXT, ROLE_HEADING, ROLE_TABLE_CAPTION, ROLE_FIGURE_CAPTION, ROLE_NOTE,
	ROLE_ENTRY,			/* of the contents: layout makes it */
};

struct cell {
	struct block *first;		/* NULL if empty */
	const struct style *style;
	int row, column;		/* of its top left corner, from 0 */
	int rows, columns;		/* that it covers, from 1 */
	bool head;
	struct place place;
};

struct cells LIST(struct cell);

struct row {
	bool keep_with_next;		/* a band: never parted from the row below */
	bool keep_together;
	struct place place;
};

struct rows LIST(struct row);

/* A column's width: a share of the table's in 1/1000 %, or a length; both 0: by its content. */
struct column { int share; length width; };
struct columns LIST(struct column);

/* The head of the first page and, where it differs, of the following ones, then the body. */
struct table {
	struct columns columns;
	struct rows head, later_head, body;
	struct cells head_cells, later_head_cells, body_cells;	/* by row, then column */
};

/* An img: a file that is shown as large as will fit in width and height. */
struct picture {
	const char *src, *alt;
	length width, height;		/* 0: not given */
	struct image *image;		/* by images_open(); NULL before */
};

/* How CONTENTS look. */
struct listing {
	const struct style *entries[4];	/* by level */
	bool with_labels;		/* entries begin with them */
};

struct block {
	enum block_kind kind;
	enum role role;
	int level;			/* a heading's, 1 to 4; CONTENTS: the deepest; else 0 */
	int depth;			/* a heading's level where none is left out above it */
	const struct style *style;
	struct place place;
	const char *id;			/* or NULL */
	const char *label;		/* "๓.๑.๒", "๑)", "-", "ตารางที่ ๑", or NULL */
	const struct style *label_style;	/* NULL: style */
	const char *contents_text;	/* in the contents; "" keeps it out; NULL: as it is */
	struct spans spans;
	struct block *first;		/* of the children, or NULL; a TABLE's is its caption */
	union {				/* by kind: of TABLE, CHART, IMAGE, CONTENTS */
		struct table *table;
		struct chart *chart;
		struct picture *picture;
		struct listing *listing;
	};
	struct block *next;
};

enum running_pages { RUNNING_ALL, RUNNING_FIRST, RUNNING_LATER };

/* Odd pages lie right of the binding: the document's first, third ..., whatever their numbers. */
enum running_side { SIDE_BOTH, SIDE_ODD, SIDE_EVEN };

/* A running head or foot; one that is not of a page is left out. */
struct running {
	enum running_pages pages;
	enum running_side side;
	bool foot;
	struct block *first;
};

struct runnings LIST(struct running);

struct sequence {
	const struct page_style *page;
	int first_number;		/* its first page's number; 0 goes on counting */
	int most_pages;			/* more are a problem; 0: any number */
	bool begins_odd;		/* after a blank page where need be */
	bool counted;			/* false: pages bear no number and the label "" (cover) */
	struct runnings running;
	struct block *first;
	struct place place;
};

struct sequences LIST(struct sequence);

struct doc {
	struct arena *nodes;		/* of blocks, spans and cells: see doc_drop() */
	const char *title, *author, *subject, *language;
	const char *date;		/* Gregorian, ISO 8601 "2022-04-29", or NULL */
	const char *words;		/* of its own, never broken, white space between; or NULL */
	struct sequences sequences;
	const char *watermark;		/* across each page, or NULL; in its style */
	const struct style *watermark_style;
	const struct style *line_numbers;	/* beside the text, or NULL */
};

/* One line a block and span, indented by depth: the tests' view of it. */
void doc_dump(const struct doc *, struct bytes *);

#endif
