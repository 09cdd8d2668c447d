#include "model/schema.h"

#include <libxml/xmlschemas.h>

#include "model/source.h"
#include "model/violation.h"

struct schema {
	xmlDoc *doc;
	xmlSchema *compiled;
};

static void close_schema(void *schema)
{
	xmlSchemaFree(schema);
}

/* A mistake in the schema itself. */
static void on_schema_error(void *context, xmlError *error)
{
	struct violations *violations = context;
	struct place place = { violations->file, error->line };

	problem_report(violations->problems, PROBLEM_XML_SCHEMA, place,
		source_message(violations->problems->arena, error->message));
}

static struct schema *compile(struct arena *arena, const char *path, struct place place,
	struct problems *problems)
{
	struct violations violations = { .file = path, .problems = problems };
	struct schema *schema = arena_new(arena, struct schema);
	xmlSchemaParserCtxt *parser;

	schema->doc = source_read(arena, path, place, problems);
	if (!schema->doc)
		return NULL;
	parser = xmlSchemaNewDocParserCtxt(schema->doc);
	xmlSchemaSetParserStructuredErrors(parser, on_schema_error, &violations);
	schema->compiled = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	if (!schema->compiled)
		return NULL;
	arena_own(arena, schema->compiled, close_schema);
	return schema;
}

struct schema *schema_read(struct shelf *shelf, const char *path, struct place place,
	struct problems *problems)
{
	struct schema *schema = shelf_find(shelf, path);

	if (schema)
		return schema;
	schema = compile(shelf->arena, path, place, problems);
	return schema ? shelf_keep(shelf, path, schema) : NULL;
}

static void on_violation(void *context, xmlError *error)
{
	violation_report(context, error);
}

void schema_validate(xmlDoc *doc, const struct schema *schema, struct problems *problems)
{
	struct violations violations = { .file = (const char *)doc->URL, .schema = schema->doc,
		.problems = problems };
	xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt(schema->compiled);

	xmlSchemaSetValidStructuredErrors(validator, on_violation, &violations);
	xmlSchemaValidateDoc(validator, doc);
	xmlSchemaFreeValidCtxt(validator);
}

void schema_check(struct shelf *shelf, xmlDoc *doc, const char *path, struct problems *problems)
{
	struct place place = { path, 0 };
	struct schema *schema = schema_read(shelf, path, place, problems);

	if (schema)
		schema_validate(doc, schema, problems);
}
