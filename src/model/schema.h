/* XML Schemas: whether a document is what its XSD asks for. */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include <libxml/tree.h>

#include "base/problem.h"
#include "base/shelf.h"

struct schema;

/* Compiled once, kept on the shelf; NULL after a problem (at place where the file is missing). */
struct schema *schema_read(struct shelf *, const char *path, struct place, struct problems *);

/* Reports every violation at its line; see violation.h. */
void schema_validate(xmlDoc *, const struct schema *, struct problems *);

/* Both at once, by the schema of that path. */
void schema_check(struct shelf *, xmlDoc *, const char *path, struct problems *);

#endif
