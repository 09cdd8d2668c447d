/*
 * Fonts: files in, metrics and glyphs out.  A font is opened when it is first
 * asked for, lives as long as the arena of fonts_open(), and is shared by all sizes.
 */
#ifndef TEXT_FONT_H
#define TEXT_FONT_H

#include <stdint.h>

#include "base/problem.h"
#include "base/units.h"
#include "base/utf8.h"
#include "doc/catalogue.h"
#include "doc/style.h"

struct hb_face_t;
struct hb_font_t;

struct font {
	const char *path, *name;	/* name: PostScript name */
	int number;			/* counts the fonts opened, from 0 */
	int32_t scale;			/* the family's: see catalogue.h */
	int units_per_em;
	/* In font units; y grows up; descent is negative. */
	int ascent, descent, cap_height, italic_angle, box[4];
	int underline_position, underline_thickness;	/* position: its upper edge */
	int weight;			/* OS/2 usWeightClass */
	struct hb_face_t *face;
	struct hb_font_t *shaper;	/* scaled to font units */
	uint64_t ascii[2], thai[2];	/* a bit for each character that it has: see font_has() */
};

struct fonts;

struct fonts *fonts_open(struct arena *, const struct catalogue *);

/*
 * The face nearest to the style's, of its family.  NULL with a problem if the
 * catalogue has no such family (FONT_UNKNOWN, at the place given), or if its
 * file is no TrueType font with a glyf table (FONT_UNREADABLE) or may not be
 * embedded as a subset (FONT_FORBIDDEN: OS/2 fsType of OpenType 1.9), both at
 * the face's place in the catalogue.  A file that failed is not tried again.
 */
const struct font *fonts_find(struct fonts *, const struct style *, struct place,
	struct problems *);

/* The first font of the catalogue, in its order, that has the character; NULL if none. */
const struct font *fonts_find_for(struct fonts *, uint32_t character, const struct style *,
	struct problems *);

/* As font_has(), which knows the most of what comes by itself. */
bool font_has_of_any(const struct font *, uint32_t character);

static inline bool font_has(const struct font *font, uint32_t character)
{
	if (character < 128)
		return font->ascii[character / 64] >> character % 64 & 1;
	if (utf8_is_thai(character))
		return font->thai[character / 64 % 2] >> character % 64 & 1;
	return font_has_of_any(font, character);
}

#endif
