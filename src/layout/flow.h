/* Blocks to strips.  Inside layout/ only. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/strip.h"

/* A heading or id of the last round, with the label of the page it stood on. */
struct known_page {
	const char *id, *label;		/* sorted by id */
};

struct known_pages LIST(struct known_page);

/* A heading or caption of the document, in order: what contents list. */
struct heading {
	const struct block *block;
	const char *id;			/* its own or one made up */
};

struct headings LIST(struct heading);

/* Each paragraph's text as it was last shaped: measure.c keeps it. */
struct shaped {
	const struct block *block;	/* NULL: a free slot */
	struct spans spans;
	struct text *text;
};

struct shaped_texts { struct arena *arena; struct shaped *at; int n, room; };

struct overlay;

struct flow {
	struct arena *arena;		/* of all that pages keep */
	struct arena *texts;		/* of shaped text: see pages_drop_texts() */
	struct arena *passing;		/* of strips, until they stand on their pages */
	struct arena *rows;		/* of those of tables' bodies: see flow_release() */
	struct arena *scratch;		/* of a paragraph's lines, while they are filled */
	struct shaper *shaper;
	struct problems *problems;
	struct pages *pages;		/* whose elements grow; marks come later */
	const struct headings *headings;
	struct strips *body;		/* the sequence's, and where they go; or NULL */
	struct paginating *paginating;
	int held;			/* so many blocks around will change strips of theirs */
	int next_heading;		/* index of the heading that comes next */
	length note_width;		/* of the sequence's pages */
	length room_height;		/* for text, a chart or a picture on one of them */
	enum numeral_style numerals;	/* of its notes' numbers */
	int notes;			/* so far in the sequence */
	int all_notes;			/* in the document */
	struct known_pages known;	/* empty in the first round */
	bool asked;			/* for the last round's labels or count: see layout.c */
	const char *page_label;		/* of running heads; NULL in the text */
	const char *page_count;		/* of the last round */
	struct shaped_texts shaped;
	const struct overlay *overlay;	/* of each page */
	bool artifact;			/* running heads: no structure elements */
};

/* Where blocks go: their left edge and width, and the element that holds them. */
struct place_in {
	struct strips *strips;
	length x, width;
	int element;
	length after;			/* margin below the last block, not yet used */
};

void flow_one(struct flow *, struct place_in *, const struct block *);
void flow_blocks(struct flow *, struct place_in *, const struct block *first);

/*
 * A long table's strips go to their pages while it is flowed, and are forgotten, so that those of
 * a large document are never held together.  Before the next row, where it may be done.
 */
bool flow_may_release(const struct flow *, const struct strips *);
void flow_release(struct flow *);

/* The table's caption, if it has one, above it and not parted from it. */
void flow_caption(struct flow *, struct place_in *, const struct block *table, int element);

/* A new structure element; ARTIFACT_PAGINATION while artifacts flow. */
int flow_element(struct flow *, enum tag, int parent);

void flow_sort_known(struct known_pages *);

/* The label of the page on which the id stood in the last round; NULL if unknown. */
const char *flow_known_label(struct flow *, const char *id);

/* What stands before a paragraph's text as part of it, or beside its first line. */
struct label {
	const char *text;		/* or NULL */
	bool inside;			/* list-style-position */
	length x;			/* where one beside begins, from the place's left edge */
	int element;			/* LABEL_IN_TEXT: the paragraph's own */
};

enum { LABEL_IN_TEXT = -9 };

/* paragraph.c: spans set as lines; a heading and an id make an anchor. */
void flow_paragraph(struct flow *, struct place_in *, const struct block *, struct label);

/* table.c */
void flow_table(struct flow *, struct place_in *, const struct block *);

/* From the top of a style's line to its baseline. */
length flow_baseline(struct flow *, const struct style *);

/* chart.c */
void flow_chart(struct flow *, struct place_in *, const struct block *);

/* picture.c */
void flow_picture(struct flow *, struct place_in *, const struct block *);

/* contents.c: every heading and caption of the document, and which roles those are. */
bool contents_lists(enum role);
struct headings contents_find(struct arena *, const struct doc *);
void flow_contents(struct flow *, struct place_in *, const struct block *);

/* A heading's text in one line: label first if asked for, br as a space. */
const char *contents_title(struct arena *, const struct block *, bool with_label);

#endif
