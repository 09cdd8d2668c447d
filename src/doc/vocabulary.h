/*
 * Whether a document is surely one of the vocabulary.  To compile templates/document.xsd takes
 * longer than to read most documents, so it is asked only where this is in doubt: the schema alone
 * tells what is wrong.
 */
#ifndef DOC_VOCABULARY_H
#define DOC_VOCABULARY_H

#include <stdbool.h>
#include <libxml/tree.h>

/* True only for what the schema takes too; of much that it takes, charts too, false: in doubt. */
bool vocabulary_takes(const xmlDoc *);

#endif
