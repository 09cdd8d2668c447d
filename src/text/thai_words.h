/*
 * Where libthai ends words in a run of Thai letters.  Most runs of a report come
 * again, in it or in the next one: what was found is kept, for at most 8,192 runs;
 * then all is forgotten.  Inside text/ only.
 */
#ifndef TEXT_THAI_WORDS_H
#define TEXT_THAI_WORDS_H

#include "text/pattern.h"

struct thai_words;

/* NULL if the dictionary, a file of libthai's kind, cannot be loaded. */
struct thai_words *thai_words_open(struct arena *, const char *dictionary);

/* Sets in_word of the letters from first, which it leaves alone, up to end. */
void thai_words_find(struct thai_words *, struct letters *, int first, int end);

#endif
