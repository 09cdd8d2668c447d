/* Every block of a document in reading order.  Inside doc/ and layout/. */
#ifndef DOC_WALK_H
#define DOC_WALK_H

#include "doc/doc.h"

/* Calls visit for the blocks of the list and all below them, heads of tables and notes too. */
void walk_blocks(const struct block *first, void (*visit)(const struct block *, void *),
	void *with);

/* The same for the whole document, running heads and feet too. */
void walk_doc(const struct doc *, void (*visit)(const struct block *, void *), void *with);

#endif
