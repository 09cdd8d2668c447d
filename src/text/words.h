/*
 * A report's own words, names of places and people above all: no line is broken
 * inside one, and one may be at both its ends where Thai letters meet.  They need
 * no new dictionary: they correct the breaks that libthai finds.  Of two words
 * that overlap the first counts, of two that begin together the longer.  A word that
 * lies inside one that libthai finds is passed over: นา does not tear นาง.
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <stdbool.h>

#include "base/arena.h"

/* A longer one is left out, as finding words takes a text's length times this. */
enum { WORD_LETTERS_MAX = 100 };

struct words;
struct letters;				/* pattern.h */

/* None at first. */
struct words *words_open(struct arena *);

/* Any characters, also spaces and signs (Smart City).  Counts from now on. */
void words_add(struct words *, const char *utf8);

/* As one of these lists, a bit each; words_add() is for those that are of one only. */
void words_add_to(struct words *, const char *utf8, unsigned lists);

/* Adds to each letter's begins and ends the lists of the words that do so there. */
void words_mark(const struct words *, struct letters *);

bool words_are_none(const struct words *);

/* How many letters the longest word that begins at letter "at" has; 0 if none does. */
int words_longest(const struct words *, const struct letters *, int at);

#endif
