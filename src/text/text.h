/*
 * A paragraph's spans as shaped glyphs with break opportunities.
 *
 * The unit of everything after shaping is the cluster: what is never parted,
 * a base with its marks or a ligature.  Layout counts clusters and their
 * advances; only pdf/ looks at their glyphs.  Clusters stand in the order of the text.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "doc/doc.h"
#include "text/breaks.h"
#include "text/font.h"
#include "text/words.h"

/* In font units of its run's font.  The offset is from the pen, as in HarfBuzz. */
struct glyph {
	uint32_t id;
	int32_t advance;
	int16_t dx, dy;			/* all that OpenType's tables can say */
};

enum cluster_kind {
	CLUSTER_WORD,			/* no gap may be opened beside it (Latin, digits) */
	CLUSTER_THAI,			/* a gap may be opened between two of them */
	CLUSTER_SPACE,			/* may stretch; NBSP too */
	CLUSTER_BREAK,			/* br, no width */
	CLUSTER_TAB, CLUSTER_LEADER,	/* layout gives the width; a glyph of a space */
	/*
	 * U+00AD, with a hyphen's glyph and advance: shown, and counted, only where it is a
	 * line's last.  A line may begin behind it, never with it.
	 */
	CLUSTER_HYPHEN,
};

enum { GLYPH_BITS = 27 };		/* of a cluster: a long report has millions */

struct cluster {
	int byte;			/* its first in text.utf8; the next one's ends it */
	length advance;			/* of BREAK, TAB and LEADER 0 */
	unsigned glyph : GLYPH_BITS;	/* its first in text.glyphs; the next one's ends it */
	unsigned kind : 3;		/* enum cluster_kind */
	unsigned before : 2;		/* enum break_kind: may a line begin with it? */
};

/* Clusters of one span in one font. */
struct run {
	const struct font *font;
	const struct style *style;
	length size;			/* of the font: the style's times the family's scale */
	int span;			/* in the spans given to text_shape() */
	int first, n;			/* clusters */
};

struct glyphs LIST(struct glyph);
struct clusters LIST(struct cluster);
struct runs LIST(struct run);

struct text {
	const char *utf8;		/* the spans' text, joined */
	struct glyphs glyphs;
	struct clusters clusters;	/* .at[n] exists and ends the last one: n is without it */
	struct runs runs;
};

struct shaper;				/* fonts, the Thai dictionary, what was shaped */

/* NULL with a problem if the dictionary is missing (breaker_open()). */
struct shaper *shaper_open(struct arena *, const char *dictionary, const struct catalogue *,
	struct problems *);

/*
 * The words (words.h) of the report that is shaped from now on; NULL: it has
 * none.  Made with words_open() and words_add(); they live as long as the report.
 */
void shaper_words(struct shaper *, const struct words *);

/*
 * The spans are TEXT, BREAK, TAB or LEADER: page numbers are filled in before.
 * Never NULL.  The text of a lone span must live as long: it is not copied.
 * A font that cannot be had is a problem (fonts_find()), and its text is left
 * out; so is a control character; a character that no font has is shown as the
 * .notdef of the style's font (GLYPH_MISSING).  Characters without ink and width
 * (U+200B, U+2060, in a font without hyphens U+00AD ...) stay in utf8, in the
 * cluster before.
 */
struct text *text_shape(struct arena *, struct shaper *, const struct spans *, struct problems *);

/* The run that the cluster is of. */
const struct run *text_run(const struct text *, int cluster);

/* Ascent above and descent below (both positive) the baseline for a style's font and size. */
struct text_metrics { length ascent, descent; };
struct text_metrics text_metrics(struct shaper *, const struct style *, struct problems *);

/* Font units of the run's font as a length at its size. */
length run_length(const struct run *, int32_t font_units);

/* One line a run, then a line a cluster: for --dump=text and the tests. */
void text_dump(const struct text *, struct bytes *);

#endif
