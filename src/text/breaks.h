/* Where a line may end.  Inside text/ and for its tests only. */
#ifndef TEXT_BREAKS_H
#define TEXT_BREAKS_H

#include "base/arena.h"
#include "base/problem.h"

enum break_kind {
	BREAK_NO,
	BREAK_MAY,
	BREAK_MUST,		/* after U+2028 or a line feed */
};

/* libthai's dictionary, the rules, and room for the text at hand, used again for the next. */
struct breaker;

/* Loads libthai's dictionary; NULL with DICTIONARY_MISSING if there is none. */
struct breaker *breaker_open(struct arena *, struct problems *);

/*
 * Fills before[0 .. n-1]: may a line begin with the character that starts at
 * this byte?  BREAK_NO inside characters and at byte 0.  Spaces belong to the
 * line that they end.  libthai finds words inside runs of Thai letters, UAX #14
 * (libunibreak) everything else, and the rules of breaks.c overrule both.
 */
void breaks_find(struct breaker *, const char *utf8, int n, enum break_kind *before);

#endif
