/* Is every text of a document on its pages? */
#ifndef TEXTS_H
#define TEXTS_H

#include "fuzz.h"

/*
 * Each paragraph whose text does not depend on pages must be the whole text of as many structure
 * elements as there are such paragraphs, with its label before it or not.  White space and
 * characters without ink do not count.
 */
void texts_check(struct fuzz *, const struct doc *, const struct pages *);

/* The same where no text depends on pages: nothing stands there that is not in the document. */
void texts_check_all(struct fuzz *, const struct doc *, const struct pages *);

#endif
