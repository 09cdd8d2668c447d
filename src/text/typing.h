/*
 * Text that looks right but was typed wrong: what no reader sees and every
 * search, screen reader and later editor stumbles over.
 *
 * Marks and vowels are judged by WTT 2.0 (libthai's table), characters by NFC
 * (UAX #15), numbers by what the paragraph and most of the report do.
 * Spelling is not judged: a letter typed twice (าา) stays the author's.
 */
#ifndef TEXT_TYPING_H
#define TEXT_TYPING_H

#include "doc/doc.h"

/*
 * Warns of each slip with its line, the word around it and what was probably
 * meant.  Thai is judged only where the language is Thai, Arabic digits only
 * outside of Latin terms (A4, ISO 9001, addresses).
 */
void typing_check(const struct doc *, struct problems *);

#endif
