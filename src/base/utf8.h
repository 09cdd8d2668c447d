/* UTF-8 and the few facts about characters that several stages need. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The character at *at, which moves past it; U+FFFD for a bad sequence.  *at < end. */
uint32_t utf8_next(const char **at, const char *end);

/* Writes the character's bytes; answers how many (1 to 4). */
int utf8_write(uint32_t character, char bytes[4]);

/* Ends a line, drives a terminal or turns the text around it to run the other way. */
bool utf8_is_control(uint32_t character);

/* In the block Thai (U+0E00 to U+0E7F). */
bool utf8_is_thai(uint32_t character);

/*
 * A Thai character that stands above, below or behind the one before it and
 * is never parted from it: the vowels and tone marks of general category Mn
 * and SARA AM (UAX #29, GB9 and GB9a).
 */
bool utf8_is_thai_mark(uint32_t character);

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
