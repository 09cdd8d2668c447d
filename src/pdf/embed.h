/* Fonts in the file: their glyphs and what HarfBuzz knows about them. */
#ifndef PDF_EMBED_H
#define PDF_EMBED_H

#include "pdf/codes.h"

/* The glyph of the character by the font's cmap; 0 if it has none. */
uint32_t embed_glyph(const struct font *, uint32_t character);

/* In font units. */
int32_t embed_advance(const struct font *, uint32_t glyph);

/* Of the general categories M (it needs a base) and Cf (it shows nothing itself). */
bool embed_is_mark(uint32_t character);
bool embed_is_format(uint32_t character);

/*
 * Fills the coding's dictionary: a Type 0 font with the glyphs of its codes
 * and no others.  FONT_UNREADABLE if HarfBuzz cannot make such a font.
 */
void embed_write(struct codes *, struct coding *, struct problems *);

#endif
