/*
 * Finished pages: what to mark where, in drawing order.  The one output of
 * layout and the one input of pdf; pages_dump() is the tests' view of it.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/bytes.h"
#include "base/path.h"
#include "image/image.h"
#include "text/text.h"

/* Structure types (ISO 32000-1, 14.8.4). */
enum tag {
	TAG_DOCUMENT, TAG_SECT, TAG_H1, TAG_H2, TAG_H3, TAG_H4, TAG_P,
	TAG_L, TAG_LI, TAG_LBL, TAG_LBODY, TAG_TOC, TAG_TOCI,
	TAG_TABLE, TAG_THEAD, TAG_TBODY, TAG_TR, TAG_TH, TAG_TD,
	TAG_SPAN, TAG_LINK, TAG_REFERENCE,
	TAG_NOTE, TAG_CAPTION, TAG_BLOCKQUOTE, TAG_FIGURE,
};

/* Which cells a TH is the head of (ISO 32000-1, 14.8.5.7). */
enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };

struct indices LIST(int);

/* What few elements have. */
struct detail {
	const char *lang;		/* where it differs from its parent's, or NULL */
	const char *expansion;		/* of an abbreviation, or NULL */
	const char *alt;		/* of a FIGURE: what it shows, in words; else NULL */
	struct rect box;		/* of a FIGURE, on its page */
	struct indices heads;		/* TD: the THs that say what it holds, if scopes do not */
};

/* A structure element.  Elements stand in reading order, parents before their children. */
struct element {
	enum tag tag;
	int parent;			/* its index; -1 for the root, element 0 */
	int rows, columns;		/* TH and TD: what it covers, else 0 */
	enum scope scope;		/* of a TH */
	bool left_out;			/* a row that an excerpt does not show; what is in it */
	struct detail *detail;		/* or NULL: see element_detail() */
};

struct elements LIST(struct element);

/* Instead of an element's index: marks that are no content (ISO 32000-1, 14.8.2.2). */
enum {
	ARTIFACT_LAYOUT = -1,		/* rules, fills, leaders */
	ARTIFACT_PAGINATION = -2,	/* running heads, page numbers, repeated table heads */
};

enum mark_kind {
	MARK_TEXT,
	MARK_FILL,			/* a filled rectangle: a cell's ground, a rule */
	MARK_DOTS,			/* a leader: a dot every box.height, y is the baseline */
	MARK_LINK,			/* an area that leads to target */
	MARK_PATH,			/* a drawing, from box.x and box.y on */
	MARK_IMAGE,			/* an image that fills the box */
};

struct mark {
	enum mark_kind kind;
	int element;			/* index, or an ARTIFACT_ */
	struct rect box;		/* TEXT: x, width, and y is the baseline */
	int32_t colour;			/* 0xRRGGBB */
	union {
		struct {		/* TEXT: clusters first to first + n - 1, all of one run */
			int first, n;
			const struct text *text;
			length space_stretch;	/* added to the advance of each SPACE cluster */
			length gap_stretch;	/* added behind each THAI cluster before another */
		};
		struct {		/* LINK: a URI or "#id", and the link's text */
			const char *target, *alt;
		};
		const struct path *path;	/* PATH */
		struct image *image;		/* IMAGE */
	};
};

struct marks LIST(struct mark);

struct page {
	length width, height;
	const char *label;		/* its number as printed, or "" */
	length mirror;			/* how far right it moves to lie on a left-hand page */
	struct marks marks;		/* in reading order, no rule amid a line's text */
};

/* A place that the contents, a link or the outline can lead to. */
struct anchor {
	const char *id;			/* or NULL for a heading without one */
	const char *title;		/* a heading's text, with its label; NULL for others */
	const char *label;		/* a heading's, or NULL */
	int element;			/* of the block */
	int level;			/* of a heading, from 1; 0 for others */
	int page;			/* from 0 */
	length y;			/* its top */
};

struct page_list LIST(struct page);
struct anchors LIST(struct anchor);

struct pages {
	const char *title, *author, *subject, *language, *date;	/* as in struct doc */
	struct page_list list;
	struct anchors anchors;		/* in reading order */
	struct elements elements;
	struct arena *texts;		/* of the marks; or NULL */
};

/* No mark's text is asked for any more: of a large report they are the larger half. */
void pages_drop_texts(const struct pages *);

/* For writing: the element's own.  For reading: never NULL. */
struct detail *element_detail(struct arena *, struct element *);
const struct detail *element_has(const struct element *);

/* "H1", as the standard writes it. */
const char *tag_name(enum tag);

/* Notes how wide each image is on the pages where it is widest. */
void pages_fill_images(const struct pages *);

/*
 * One line a page, mark, anchor and figure, and each path of an image below it; of a
 * figure's texts the width too.
 */
void pages_dump(const struct pages *, struct bytes *);

#endif
