/* Facts about characters that shaping and line breaking share.  Inside text/ only. */
#ifndef TEXT_CHARACTER_H
#define TEXT_CHARACTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"

enum { SOFT_HYPHEN = 0xad, HYPHEN = 0x2010, FIRST_COMBINING = 0x300, BAHT_SIGN = 0xe3f };

/* As those below, which know the most of what comes by themselves. */
bool character_is_space_of_any(uint32_t);
bool character_is_mark_of_any(uint32_t);
bool character_is_invisible_of_any(uint32_t);
bool character_is_control_of_any(uint32_t);

/* General category Zs: U+0020, U+00A0 ... */
static inline bool character_is_space(uint32_t character)
{
	return character == ' ' || (character >= 0xa0 && !utf8_is_thai(character)
		&& character_is_space_of_any(character));
}

/* Never parted from the character before it (UAX #29: Mn, Mc, Me, SARA AM, ZWJ). */
static inline bool character_is_mark(uint32_t character)
{
	if (utf8_is_thai(character))
		return utf8_is_thai_mark(character);
	return character >= FIRST_COMBINING && character_is_mark_of_any(character);
}

/* U+0E01 to U+0E4E without the baht sign: vowels, marks, paiyannoi and mai yamok too. */
static inline bool character_is_thai_letter(uint32_t character)
{
	return (character > 0xe00 && character < 0xe3b)
		|| (character > BAHT_SIGN && character < 0xe4f);
}

/* Without ink and width, whatever the font says (Unicode's Default_Ignorable_Code_Point). */
static inline bool character_is_invisible(uint32_t character)
{
	return character >= SOFT_HYPHEN && !utf8_is_thai(character)
		&& character_is_invisible_of_any(character);
}

/* No character of a text: Cc, noncharacters, paragraph separators, annotation marks. */
static inline bool character_is_control(uint32_t character)
{
	return !utf8_is_thai(character) && (character < ' ' || character > '~')
		&& character_is_control_of_any(character);
}

#endif
