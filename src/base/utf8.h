/* UTF-8 and the few facts about characters that several stages need. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As utf8_next(), which knows the most of what comes by itself. */
uint32_t utf8_next_of_any(const char **at, const char *end);

/* The character at *at, which moves past it; U+FFFD for a bad sequence.  *at < end. */
static inline uint32_t utf8_next(const char **at, const char *end)
{
	const char *from = *at;
	unsigned char first = (unsigned char)*from;

	if (first < 0x80) {
		*at = from + 1;
		return first;
	}
	/* U+0800 to U+0FFF, and Thai among them. */
	if (first == 0xe0 && end - from > 2 && (from[1] & 0xe0) == 0xa0
			&& (from[2] & 0xc0) == 0x80) {
		*at = from + 3;
		return (uint32_t)(from[1] & 0x3f) << 6 | (from[2] & 0x3f);
	}
	return utf8_next_of_any(at, end);
}

/* Writes the character's bytes; answers how many (1 to 4). */
int utf8_write(uint32_t character, char bytes[4]);

/* Ends a line, drives a terminal or turns the text around it to run the other way. */
bool utf8_is_control(uint32_t character);

/* In the block Thai (U+0E00 to U+0E7F). */
static inline bool utf8_is_thai(uint32_t character)
{
	return character >= 0xe00 && character < 0xe80;
}

/*
 * A Thai character that stands above, below or behind the one before it and
 * is never parted from it: the vowels and tone marks of general category Mn
 * and SARA AM (UAX #29, GB9 and GB9a).
 */
static inline bool utf8_is_thai_mark(uint32_t character)
{
	return character == 0xe31 || character == 0xe33
		|| (character >= 0xe34 && character <= 0xe3a)
		|| (character >= 0xe47 && character <= 0xe4e);
}

/*
 * The columns that a terminal gives the character: 0 for a mark over or under the one before
 * it and for what is invisible, 2 for a wide letter of East Asia.  wcwidth() knows more
 * scripts, but only where a locale is installed.
 */
int utf8_columns_of(uint32_t character);

/* The columns of a text; the bytes of it that fit into so many. */
int utf8_columns(const char *text);
size_t utf8_fit(const char *text, int columns);

#endif
