/* Numbers and dates as Thai official papers write them. */
#ifndef BASE_NUMERAL_H
#define BASE_NUMERAL_H

#include "base/arena.h"

enum numeral_style {
	NUMERAL_THAI,		/* ๑ ๒ ๓ */
	NUMERAL_ARABIC,		/* 1 2 3 */
	NUMERAL_LETTER,		/* ก ข ค ง จ, without ฃ ฅ ฆ, as Thai outlines count; after ฮ again กก ขข */
};

/* number > 0; 0 and below come as digits in any style. */
char *numeral_text(struct arena *, int number, enum numeral_style);

/* A copy of the text with its ASCII digits turned into Thai ones. */
char *numeral_thai_digits(struct arena *, const char *text);

/* The reverse: a copy with Thai digits turned into ASCII ones. */
char *numeral_ascii_digits(struct arena *, const char *text);

/*
 * A date of the Buddhist calendar in Thai words, digits Thai too:
 * "2565-04-29" is ๒๙ เมษายน ๒๕๖๕, "2565-04" is เมษายน ๒๕๖๕, "2565" is ๒๕๖๕.
 * NULL if it is not a date of the years 2400 to 2999.
 */
char *numeral_thai_date(struct arena *, const char *buddhist_date);

#endif
