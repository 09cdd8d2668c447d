/*
 * What stands before or behind a place in a text, in a small language.  Inside
 * text/ only.
 *
 *   N digit   T Thai letter   L Latin letter   K mark   A part of a web address
 *   _ space or tab   [N.,] one of these   <units> a word of that list
 *   ^ the start of a paragraph or of the line after br
 *   | a place that is not inside a Thai word
 *   ? * + after one of them: once at most, any number of times, once at least
 *
 * Anything else stands for itself.
 */
#ifndef TEXT_PATTERN_H
#define TEXT_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "text/words.h"

/* The words of a list, with spaces between them. */
struct word_list { const char *name, *words; };

struct letter {
	uint32_t code;
	int byte;			/* in the text */
	unsigned classes;
	unsigned begins, ends;		/* lists, a bit each, a word of which does so with it */
	bool in_word;			/* it and the letter before are of one Thai word */
	uint64_t before, behind;	/* rules, a bit each, that may match with it there */
};

struct letters LIST(struct letter);

struct pattern;

/* lists ends with a NULL name.  A pattern with a mistake is a mistake of the program's. */
const struct pattern *pattern_parse_before(struct arena *, const char *text,
	const struct word_list *lists);
const struct pattern *pattern_parse_behind(struct arena *, const char *text,
	const struct word_list *lists);

/* May it match where such a letter is the nearest to the place?  Most cannot. */
bool pattern_may_match(const struct pattern *, uint32_t code, unsigned classes);

/* What a text has, or must have for a pattern to match anywhere in it. */
struct contents {
	unsigned lists;			/* a word of which is marked */
	uint64_t codes;			/* a bit for each code modulo 64 */
};
struct contents pattern_contents(const struct letters *);
void pattern_add_needed(const struct pattern *, struct contents *);

/* For words_mark(): all words of the lists, a bit for each list in their order. */
struct words *pattern_words(struct arena *, const struct word_list *lists);

/* Do they match what ends and what begins at letter "at"?  The letters are marked. */
bool patterns_match(const struct pattern *before, const struct pattern *behind,
	const struct letters *, int at);

/* The classes of a character but for A, which goes by what stands around it. */
unsigned pattern_classes(uint32_t character);

enum { CLASS_N = 1, CLASS_T = 2, CLASS_L = 4, CLASS_K = 8, CLASS_A = 16, CLASS_SPACE = 32 };

#endif
