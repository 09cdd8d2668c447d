/*
 * New glyphs for a TrueType font, each composed of glyphs that it has (the
 * composite glyphs of OpenType's table glyf).
 */
#ifndef PDF_GLYF_H
#define PDF_GLYF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"

/* A glyph of the font whose origin is put at dx, dy, in font units. */
struct component {
	uint32_t glyph;
	int32_t dx, dy;
};

struct components LIST(struct component);

struct composite {
	const struct component *components;	/* none: an empty glyph */
	int n;
	int32_t advance;
};

struct composites LIST(struct composite);

/*
 * Adds the font, with the composites behind its last glyph in their order, to
 * out: the tables that PDF asks of a font program (ISO 32000-1, 9.9), no
 * hinting.  False if the font's tables contradict each other, a glyph is not
 * in it or a number does not fit.
 */
bool glyf_extend(const void *font, size_t n, const struct composites *, struct bytes *out);

#endif
