/*
 * What a font's strings in the file say: codes of two bytes, each with its
 * glyphs, its width and its characters.  One code never stands for two texts,
 * though two may show the same glyph.
 *
 * What every reader of the file makes of Thai depends on how a cluster is cut
 * into codes.  Its base is a code like any letter.  All its marks together are
 * one more, the carrier: a composite glyph with the marks where the shaper put
 * them, a small width of its own, and its end at the cluster's end.  A carrier
 * without a width would begin a new word in poppler, and marks that share the
 * base's code would take its width away in pdf.js.  SARA AM, which the shaper
 * takes apart, is put together again as a composite.
 */
#ifndef PDF_CODES_H
#define PDF_CODES_H

#include "pdf/glyf.h"
#include "base/keys.h"
#include "pdf/object.h"
#include "text/text.h"

struct code {
	const struct component *components;	/* n */
	int n;
	int32_t advance;		/* in font units */
	const uint32_t *characters;	/* never none */
	int character_count;
};

/* A code as strings have it; from the cluster's origin to its own, its width: 1/1,000,000 em. */
struct shown {
	char string[4];
	int length;			/* of the string: 2 bytes, those escaped that must be */
	int32_t x, width;
};

struct code_list LIST(struct code);
struct shown_list LIST(struct shown);
struct range { int first, n; };
struct ranges LIST(struct range);

/* A cluster that is one glyph in its place, as most are, with at most four bytes of text. */
struct single {
	uint32_t letters;		/* these bytes; 0: none yet */
	int32_t advance;
	int kind;
	struct range shown;
};

struct singles LIST(struct single);

/* A font's codes: code_list.at[i] is code i + 1. */
struct coding {
	const struct font *font;
	const char *name;		/* "F1": what contents call it */
	struct object *object;		/* its dictionary; embed_write() fills it */
	struct code_list codes;
	struct keys code_keys, cluster_keys;
	struct ranges clusters;		/* into shown; in the order of cluster_keys */
	struct singles singles;		/* by glyph, the last of each: quicker than the keys */
	struct shown_list shown;
	int page;			/* the last whose resources name it, from 0; -1: none */
};

struct coding_list LIST(struct coding *);

struct codes {
	struct arena *arena;
	struct file *file;
	struct coding_list list;	/* in the order of their first use */
	struct coding_list by_font;	/* the last of each font, by its number; NULL: none */
	struct bytes key;		/* of the cluster asked for last */
};

struct codes *codes_open(struct arena *, struct file *);

/* The font's codes; new ones where the old ones are too many for one font. */
struct coding *codes_choose(struct codes *, const struct font *);

/* How to show the cluster, left to right; in coding->shown. */
struct range codes_of(struct codes *, struct coding *, const struct text *, int cluster);

/* In millionths of an em, as the file says it. */
int32_t code_width(const struct coding *, const struct code *);

/* A glyph of the font as it is, not a composite. */
bool code_is_plain(const struct coding *, const struct code *);

#endif
