/*
 * A Thai cell: a letter, the marks above and below it, and the vowel behind;
 * WTT 2.0 tells which may follow which.  Inside text/ only.
 */
#ifndef TEXT_THAI_CELL_H
#define TEXT_THAI_CELL_H

#include "base/problem.h"
#include "text/compose.h"

/* What is wrong with the letters from first up to end, and what is right. */
struct thai_slip {
	enum problem_kind kind;		/* PROBLEM_KINDS: nothing is wrong */
	int first, end;
	struct codes right;
	int next;			/* where to look on */
};

/* A consonant, ฤ or ฦ. */
bool thai_is_letter(uint32_t);

/* เ แ โ ใ ไ, before their consonant. */
bool thai_is_leading(uint32_t);

/* ะ า ำ, behind it. */
bool thai_is_following(uint32_t);

/* Above or below its consonant: vowels, tones and signs; SARA AM is none. */
bool thai_is_mark(uint32_t);

/* From i on, the first of n codes whose cell needs a look; n if none does. */
int thai_cells_pass(const uint32_t *codes, int n, int i);

/* Looks at the cell that begins at i among n codes. */
struct thai_slip thai_cell_check(struct arena *, const uint32_t *codes, int n, int i);

#endif
