/*
 * Items shaped by HarfBuzz.  Thai is cut into pieces that can be put together as if shaped as one:
 * where they meet UNSAFE_TO_CONCAT is not set.  They and items of Latin letters, digits and signs
 * come again all the time and are kept: at most 16,384, of at most 128 bytes (20 MB at worst), then
 * all are forgotten.  Inside text/ only.
 */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "text/item.h"
#include "text/text.h"

/* Its first byte and glyph count from those of its shape. */
struct shaped_cluster {
	int byte, glyph;
	enum cluster_kind kind;
	bool bound;			/* no line may begin with it: HarfBuzz would shape anew */
};

struct shape {
	struct glyph *glyphs;
	struct shaped_cluster *clusters;
	int *missing;			/* bytes of characters that the font lacks */
	int glyph_count, cluster_count, missing_count;
	bool open_before, open_behind;	/* other text there may change it */
};

/* Bytes of the text from first up to end. */
struct piece {
	int first, end;
	const struct shape *shape;
};

struct pieces LIST(struct piece);

struct shapes;

struct shapes *shapes_open(struct arena *);

/* The pieces of an item of kind TEXT, in order; until the next call.  lang: NULL is Thai. */
const struct pieces *shapes_find(struct shapes *, const struct bytes *utf8, const struct item *,
	const char *lang);

#endif
