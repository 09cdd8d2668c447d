/*
 * What a schema's file declares: which elements and attributes an element may
 * have, and how it explains them (xs:documentation).  libxml2 keeps what it
 * compiled to itself, so this is read from the XSD as XML; what it brings in
 * from other schemas is not seen.
 */
#ifndef MODEL_DECLARATION_H
#define MODEL_DECLARATION_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "model/names.h"

/* An xs:element or xs:attribute where it stands in a type. */
struct declared {
	const char *name;
	xmlNode *node;
	xmlNode *loose;		/* the outermost choice or repeated group that it is in, or NULL */
	bool optional;
};

struct declarations LIST(struct declared);

/* The xs:element that declares an element of a document; NULL if none does. */
xmlNode *declaration_find(struct arena *, xmlDoc *schema, const xmlNode *element);

/* The "element"s or "attribute"s of the declared element's type, in the schema's order. */
struct declarations declaration_parts(struct arena *, const xmlNode *declaration,
	const char *what);

/* The part of that name, or NULL. */
const struct declared *declaration_part(const struct declarations *, const char *name);

/* Each name once. */
struct names declaration_names(struct arena *, const struct declarations *);

/* Does the schema declare an element of that name anywhere? */
bool declaration_exists(struct arena *, xmlDoc *schema, const char *name);

/* How often the part may stand there at most: its maxOccurs; -1 for any number. */
int declaration_most(struct arena *, const xmlNode *declaration);

/* Its documentation, else that of its type, on one line; "" if there is none. */
const char *declaration_words(struct arena *, const xmlNode *declaration);

/* The same, the other way round: a simple type says what its values look like. */
const char *declaration_value_words(struct arena *, const xmlNode *declaration);

/* The documentation of the key, keyref or unique of that name; "" if there is none. */
const char *declaration_constraint_words(struct arena *, xmlDoc *schema, const char *name);

#endif
