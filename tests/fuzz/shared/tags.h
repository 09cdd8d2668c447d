/* Are the structure elements what PDF/UA asks for (ISO 14289-1, 7.2 to 7.6)? */
#ifndef TAGS_H
#define TAGS_H

#include "fuzz.h"

/*
 * Parts of lists, contents and tables stand in one, the rows of a table are equally long, figures
 * and links say what they are, and what is marked belongs to an element that there is.
 */
void tags_check(struct fuzz *, const struct pages *);

#endif
