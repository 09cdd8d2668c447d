#include "model/violation.h"

#include <libxml/xmlerror.h>
#include <libxml/xmlschemastypes.h>
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "model/content.h"
#include "model/declaration.h"
#include "model/names.h"
#include "model/source.h"

enum { VALUE_LENGTH = 60 };	/* of a wrong value, in characters */

const char *violation_name(const struct violation *violation, const xmlNode *node)
{
	if (!node->ns || !node->ns->prefix)
		return (const char *)node->name;
	return arena_printf(violation->arena, "%s:%s", (const char *)node->ns->prefix,
		(const char *)node->name);
}

const char *violation_local(const char *name)
{
	const char *close = name[0] == '{' ? strchr(name, '}') : NULL;

	return close ? close + 1 : name;
}

/* What the validator tells beside its message, if it does. */
static const char *detail(const char *told)
{
	return told ? told : "";
}

struct declarations violation_parts(const struct violation *violation, const xmlNode *node,
	const char *what)
{
	const xmlNode *declaration = declaration_find(violation->arena, violation->schema, node);
	struct declarations none = { 0 };

	return declaration ? declaration_parts(violation->arena, declaration, what) : none;
}

const char *violation_because(const struct violation *violation, const char *words)
{
	return *words ? phrase(violation->arena, ": {1}", words) : "";
}

static bool tell_unknown_attribute(const struct violation *violation)
{
	const char *name = violation_local(detail(violation->error->str1));
	struct declarations parts = violation_parts(violation, violation->node, "attribute");
	struct names names = declaration_names(violation->arena, &parts);

	violation_tell(violation, ATTRIBUTE_UNKNOWN, violation_name(violation, violation->node),
		name, names.n ? names_advice(violation->arena, &names, name, names_as_attribute,
			N_("it can have"))
			: N_("; it takes no attributes"));
	return true;
}

/* The declaration of the element's attribute, or NULL. */
static const xmlNode *find_attribute(const struct violation *violation, const char *name)
{
	struct declarations parts = violation_parts(violation, violation->node, "attribute");
	const struct declared *part = declaration_part(&parts, name);

	return part ? part->node : NULL;
}

static bool tell_missing_attribute(const struct violation *violation)
{
	const char *name = violation_local(detail(violation->error->str1));
	const xmlNode *declaration = find_attribute(violation, name);

	violation_tell(violation, ATTRIBUTE_MISSING, violation_name(violation, violation->node),
		name, declaration ? violation_because(violation,
			declaration_words(violation->arena, declaration)) : "");
	return true;
}

/* "Element 'a', attribute 'b': ..."; NULL if it is about the element itself. */
static const char *attribute_told(const struct violation *violation)
{
	static const char mark[] = "', attribute '";
	const char *message = violation->error->message;
	const char *name = strchr(message, '\''), *at = name ? strchr(name + 1, '\'') : NULL;

	if (!at || strncmp(at, mark, strlen(mark)) != 0)
		return NULL;
	at += strlen(mark);
	return violation_local(arena_copy(violation->arena, at, strcspn(at, "'")));
}

/* Spaces as one, cut where it is long. */
static const char *brief(struct arena *arena, const char *text)
{
	xmlChar *collapsed = xmlSchemaCollapseString(BAD_CAST text);
	const char *start = collapsed ? arena_text(arena, (const char *)collapsed) : text;
	const char *at = start, *end = start + strlen(start);

	xmlFree(collapsed);
	for (int i = 0; i < VALUE_LENGTH && at < end; i++)
		utf8_next(&at, end);
	return at == end ? start : arena_printf(arena, "%.*s...", (int)(at - start), start);
}

static const char *value_told(const struct violation *violation, const char *attribute)
{
	xmlChar *value = attribute ? xmlGetProp(violation->node, BAD_CAST attribute)
		: xmlNodeGetContent(violation->node);
	const char *text = value ? arena_text(violation->arena, (const char *)value) : "";

	xmlFree(value);
	return brief(violation->arena, text);
}

/* The values that there are, else what the schema says of them. */
static const char *advise_value(const struct violation *violation, const char *attribute)
{
	struct arena *arena = violation->arena;
	const xmlError *error = violation->error;
	const xmlNode *declaration = attribute ? find_attribute(violation, attribute)
		: declaration_find(arena, violation->schema, violation->node);

	if (error->code == XML_SCHEMAV_CVC_ENUMERATION_VALID && error->str2)
		return phrase(arena, N_("; it can be {1}"), error->str2);
	return declaration ? violation_because(violation,
		declaration_value_words(arena, declaration)) : "";
}

static bool tell_value(const struct violation *violation)
{
	struct arena *arena = violation->arena;
	const char *attribute = attribute_told(violation);
	const char *beginning = attribute ? names_as_attribute(arena, attribute) : "";

	violation_tell(violation, VALUE_INVALID, violation_name(violation, violation->node),
		arena_printf(arena, "%s\"%s\"", beginning, value_told(violation, attribute)),
		advise_value(violation, attribute));
	return true;
}

/* "['a', 'b']" as "a, b" */
static const char *key_text(struct arena *arena, const char *sequence)
{
	struct bytes text = { .arena = arena };

	bytes_text(&text, "");
	for (sequence += strspn(sequence, "['"); *sequence && strcmp(sequence, "']") != 0;) {
		bool between = !strncmp(sequence, "', '", 4);

		bytes_add(&text, between ? ", " : sequence, between ? 2 : 1);
		sequence += between ? 4 : 1;
	}
	return brief(arena, text.at);
}

/* "unique identity-constraint '{ns}name'" or "{ns}name" */
static const char *explain_constraint(const struct violation *violation, const char *told)
{
	const char *quote = strchr(told, '\'');
	const char *name = violation_local(quote ? arena_copy(violation->arena, quote + 1,
		strcspn(quote + 1, "'")) : told);

	return violation_because(violation, declaration_constraint_words(violation->arena,
		violation->schema, name));
}

/* That is told already, so a key that it belongs to need not be told of. */
static bool lacks_attribute(const struct violation *violation)
{
	struct declarations parts = violation_parts(violation, violation->node, "attribute");

	for (int i = 0; i < parts.n; i++)
		if (!parts.at[i].optional
				&& !xmlHasProp(violation->node, BAD_CAST parts.at[i].name))
			return true;
	return false;
}

/* The validator has a code for all of these; in its strings they differ. */
static bool tell_key(const struct violation *violation)
{
	const xmlError *error = violation->error;
	struct arena *arena = violation->arena;

	if (error->str3)
		violation_tell(violation, KEY_UNKNOWN, violation_local(detail(error->str1)),
			key_text(arena, detail(error->str2)),
			explain_constraint(violation, error->str3));
	else if (error->str2 && violation->node)
		violation_tell(violation, KEY_DOUBLE, violation_name(violation, violation->node),
			key_text(arena, detail(error->str1)),
			explain_constraint(violation, error->str2));
	else
		return violation->node && lacks_attribute(violation);
	return true;
}

/* "measures-report xmlns=\"urn:raingan:report\"" */
static const char *root_text(struct arena *arena, const char *name, const xmlChar *namespace)
{
	return !namespace ? name
		: arena_printf(arena, "%s xmlns=\"%s\"", name, (const char *)namespace);
}

static bool tell_root(const struct violation *violation)
{
	struct arena *arena = violation->arena;
	const xmlNode *node = violation->node;
	xmlNode *schema = xmlDocGetRootElement(violation->schema);
	xmlNode *declaration = declaration_find(arena, violation->schema, node);
	xmlChar *namespace = xmlGetNoNsProp(schema, BAD_CAST "targetNamespace");
	const char *name = "";

	if (!declaration)
		declaration = xmlFirstElementChild(schema);
	while (declaration && !source_is(declaration, "element"))
		declaration = xmlNextElementSibling(declaration);
	if (declaration)
		name = source_attribute(arena, declaration, "name");
	violation_tell(violation, ROOT_UNEXPECTED, root_text(arena, name, namespace),
		root_text(arena, (const char *)node->name, node->ns ? node->ns->href : NULL));
	xmlFree(namespace);
	return true;
}

typedef bool tell_function(const struct violation *);

/* By the validator's code; NULL for what it tells well enough itself. */
static tell_function *find_teller(int code)
{
	static const struct { int first, last; tell_function *tell; } tellers[] = {
		{ XML_SCHEMAV_ELEMENT_CONTENT, XML_SCHEMAV_ELEMENT_CONTENT, content_tell },
		{ XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2,
			content_tell_inside },
		{ XML_SCHEMAV_CVC_TYPE_3_1_2, XML_SCHEMAV_CVC_TYPE_3_1_2, content_tell_inside },
		{ XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3,
			content_tell_text },
		{ XML_SCHEMAV_CVC_TYPE_3_1_1, XML_SCHEMAV_CVC_TYPE_3_1_1, tell_unknown_attribute },
		{ XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2,
			tell_unknown_attribute },
		{ XML_SCHEMAV_CVC_COMPLEX_TYPE_4, XML_SCHEMAV_CVC_COMPLEX_TYPE_4,
			tell_missing_attribute },
		{ XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3,
			tell_value },
		{ XML_SCHEMAV_CVC_LENGTH_VALID, XML_SCHEMAV_CVC_ENUMERATION_VALID, tell_value },
		{ XML_SCHEMAV_CVC_IDC, XML_SCHEMAV_CVC_IDC, tell_key },
		{ XML_SCHEMAV_CVC_ELT_1, XML_SCHEMAV_CVC_ELT_1, tell_root },
	};

	for (size_t i = 0; i < sizeof tellers / sizeof *tellers; i++)
		if (code >= tellers[i].first && code <= tellers[i].last)
			return tellers[i].tell;
	return NULL;
}

/*
 * What follows from a violation that is told: a list of which an item is wrong, a key
 * whose value is invalid (then the validator has no strings) and so misses in the end.
 */
static bool is_echo(struct violations *violations, const xmlError *error)
{
	bool of_key = error->code == XML_SCHEMAV_CVC_IDC && !error->str2;

	if (of_key && !error->str1)
		violations->keyless = error->node;
	if (of_key)
		return error->node && error->node == violations->keyless;
	return error->node && error->node == violations->last
		&& (error->code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2
			|| error->code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3);
}

void violation_report(struct violations *violations, const xmlError *error)
{
	struct violation violation = { arena_open(), error, { violations->file, error->line },
		error->node, violations->schema, violations->problems };
	tell_function *teller = find_teller(error->code);
	bool told = is_echo(violations, error);

	if (violation.node)
		violation.place = source_place(violation.node);
	if (!told && teller && (violation.node || teller == tell_key))
		told = teller(&violation);
	if (!told)
		violation_tell(&violation, XML_SCHEMA, source_message(violation.arena,
			error->message));
	violations->last = violation.node;
	arena_close(violation.arena);
}
