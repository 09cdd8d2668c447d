/* Facts about characters that shaping and line breaking share.  Inside text/ only. */
#ifndef TEXT_CHARACTER_H
#define TEXT_CHARACTER_H

#include <stdbool.h>
#include <stdint.h>

enum { SOFT_HYPHEN = 0xad, HYPHEN = 0x2010 };

/* General category Zs: U+0020, U+00A0 ... */
bool character_is_space(uint32_t);

/* Never parted from the character before it (UAX #29: Mn, Mc, Me, SARA AM, ZWJ). */
bool character_is_mark(uint32_t);

/* U+0E01 to U+0E4E without the baht sign: vowels, marks, paiyannoi and mai yamok too. */
bool character_is_thai_letter(uint32_t);

/* Without ink and width, whatever the font says (Unicode's Default_Ignorable_Code_Point). */
bool character_is_invisible(uint32_t);

/* No character of a text: Cc, noncharacters, paragraph separators, annotation marks. */
bool character_is_control(uint32_t);

#endif
