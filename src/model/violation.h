/*
 * What an XML Schema's validator finds, told so that an author understands it:
 * which element, what is wrong with it, what belongs there.  The validator gives
 * a code, at times a node, and an English message that has the rest; what it
 * leaves out comes from the schema's file (declaration.h).
 */
#ifndef MODEL_VIOLATION_H
#define MODEL_VIOLATION_H

#include <libxml/xmlerror.h>

#include "base/problem.h"
#include "model/declaration.h"

/* One validation: of which file, by which schema. */
struct violations {
	const char *file;
	xmlDoc *schema;
	struct problems *problems;
	const xmlNode *last;		/* the element of the last violation, or NULL */
	const xmlNode *keyless;		/* the last one with an invalid value where its key is */
};

/*
 * Reports ELEMENT_UNKNOWN, ELEMENT_TOO_MANY, ELEMENT_ORDER, ELEMENT_MISSING,
 * ELEMENT_UNEXPECTED, CONTENT_MISSING, TEXT_UNEXPECTED, ATTRIBUTE_UNKNOWN,
 * ATTRIBUTE_MISSING, VALUE_INVALID, KEY_DOUBLE, KEY_UNKNOWN, ROOT_UNEXPECTED; what
 * is none of these as XML_SCHEMA, in the validator's words.
 */
void violation_report(struct violations *, const xmlError *);

/* For the sentences.  The arena is the violation's own: there may be very many. */
struct violation {
	struct arena *arena;
	const xmlError *error;
	struct place place;
	xmlNode *node;		/* the element; NULL where only its name is told */
	xmlDoc *schema;
	struct problems *problems;
};

#define violation_tell(violation, kind, ...) \
	problem_report((violation)->problems, PROBLEM_##kind, (violation)->place, __VA_ARGS__)

/* As the author wrote it, with its prefix. */
const char *violation_name(const struct violation *, const xmlNode *);

/* The name behind its namespace in braces. */
const char *violation_local(const char *name);

/* The "element"s or "attribute"s that the node can have; none where it is not declared. */
struct declarations violation_parts(const struct violation *, const xmlNode *, const char *what);

/* ": " and the words; "" for none. */
const char *violation_because(const struct violation *, const char *words);

#endif
