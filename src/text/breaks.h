/* Where a line may end.  Inside text/ and for its tests only. */
#ifndef TEXT_BREAKS_H
#define TEXT_BREAKS_H

#include "base/arena.h"
#include "base/problem.h"
#include "text/words.h"

enum break_kind {
	BREAK_NO,
	BREAK_MAY,
	BREAK_MUST,		/* after U+2028 or a line feed */
};

/* The dictionary, the rules, and room for the text at hand, used again for the next. */
struct breaker;

/*
 * The dictionary is a file of libthai's kind: its own words and those of
 * data/words.txt, made by make.  NULL with DICTIONARY_MISSING, which names the
 * file, if it cannot be loaded: libthai's own, whose breaks differ, is no way out.
 */
struct breaker *breaker_open(struct arena *, const char *dictionary, struct problems *);

/* The report's own words from now on; NULL: none.  They are kept, not copied. */
void breaker_words(struct breaker *, const struct words *);

/*
 * Fills before[0 .. n-1]: may a line begin with the character that starts at
 * this byte?  BREAK_NO inside characters and at byte 0.  Spaces belong to the
 * line that they end.  libthai finds words inside runs of Thai letters, UAX #14
 * (libunibreak) everything else; the report's own words overrule both, and the
 * rules of breaks.c all three.
 */
void breaks_find(struct breaker *, const char *utf8, int n, enum break_kind *before);

#endif
