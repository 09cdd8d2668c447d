/*
 * Whether a document, or the file of its styles, is surely one of its vocabulary.  To compile
 * templates/document.xsd takes longer than to read most documents, so it is asked only where this
 * is in doubt, and styles.xsd likewise: the schemas alone tell what is wrong.
 */
#ifndef DOC_VOCABULARY_H
#define DOC_VOCABULARY_H

#include <stdbool.h>
#include <libxml/tree.h>

/* True only for what the schema takes too; false for rare values that it takes: in doubt. */
bool vocabulary_takes(const xmlDoc *);
bool vocabulary_takes_styles(const xmlDoc *);

#endif
