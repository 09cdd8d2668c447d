#include "model/content.h"

#include <libxml/xmlerror.h>
#include <string.h>

#include "model/declaration.h"
#include "model/names.h"
#include "model/source.h"

enum { EXPECTED_MOST = 10 };	/* the validator names no more */

/* "Expected is one of ( {ns}a, {ns}b )." */
static struct names expected_names(const struct violation *violation)
{
	static const char mark[] = "Expected is ";
	struct arena *arena = violation->arena;
	const char *at = strstr(violation->error->message, mark);
	struct names names = { 0 };

	at = at ? strstr(at, "( ") : NULL;
	for (size_t n; at && (!strncmp(at, "( ", 2) || !strncmp(at, ", ", 2)); at += n) {
		at += 2;
		n = strcspn(at, ", ");
		if (!memchr(at, '*', n))	/* a wildcard */
			*list_add(arena, &names) = violation_local(arena_copy(arena, at, n));
	}
	return names;
}

/* Elements of that name among the siblings before the node; *last is the nearest. */
static int count_before(const xmlNode *node, const char *name, const xmlNode **last)
{
	int n = 0;

	*last = NULL;
	for (node = node->prev; node; node = node->prev)
		if (source_is(node, name)) {
			*last = *last ? *last : node;
			n++;
		}
	return n;
}

static bool is_among(const xmlNode *first, const xmlNode *end, const char *name)
{
	while (first && first != end && !source_is(first, name))
		first = first->next;
	return first && first != end;
}

/* Those that must be among the siblings before end and are not; else those of which one must. */
static struct names lacking_names(const struct violation *violation,
	const struct declarations *parts, const xmlNode *first, const xmlNode *end)
{
	struct names expected = expected_names(violation), lacking = { 0 }, choice = { 0 };

	for (int i = 0; i < expected.n; i++) {
		const struct declared *part = declaration_part(parts, expected.at[i]);

		if (!part || part->optional)
			continue;
		*list_add(violation->arena, &choice) = part->name;
		if (!part->loose && !is_among(first, end, part->name))
			*list_add(violation->arena, &lacking) = part->name;
	}
	return lacking.n ? lacking : choice;
}

static bool is_of_same_vocabulary(const xmlNode *one, const xmlNode *other)
{
	return xmlStrEqual(one->ns ? one->ns->href : NULL, other->ns ? other->ns->href : NULL);
}

/* The functions below answer whether they had something to tell. */

static bool tell_unknown(const struct violation *violation, const struct declarations *parts)
{
	const xmlNode *node = violation->node;
	const char *name = (const char *)node->name, *advice;
	struct names names = declaration_names(violation->arena, parts);
	bool foreign = !is_of_same_vocabulary(node, node->parent);

	if (declaration_part(parts, name) && !foreign)
		return false;
	if (foreign)
		advice = phrase(violation->arena, N_("; its xmlns must be that of <{1}>"),
			violation_name(violation, node->parent));
	else	/* what is right elsewhere is not mistyped */
		advice = names_advice(violation->arena, &names, declaration_exists(violation->arena,
			violation->schema, name) ? "" : name, names_as_element, N_("it can have"));
	violation_tell(violation, ELEMENT_UNKNOWN, violation_name(violation, node),
		violation_name(violation, node->parent), advice);
	return true;
}

static bool tell_too_many(const struct violation *violation, const struct declarations *parts)
{
	const xmlNode *node = violation->node, *last;
	const struct declared *part = declaration_part(parts, (const char *)node->name);
	int most = declaration_most(violation->arena, part->node);
	bool counts = !part->loose || source_is(part->loose, "all");

	if (!counts || most < 0 || count_before(node, part->name, &last) < most || !last)
		return false;
	violation_tell(violation, ELEMENT_TOO_MANY, part->name,
		violation_name(violation, node->parent),
		arena_printf(violation->arena, "%d", most),
		arena_printf(violation->arena, "%d", source_place(last).line));
	return true;
}

/* The first sibling before it that must come later, if any. */
static bool tell_order(const struct violation *violation, const struct declarations *parts)
{
	const xmlNode *node = violation->node;
	const struct declared *part = declaration_part(parts, (const char *)node->name);
	xmlNode *sibling = xmlFirstElementChild(node->parent);

	for (; sibling != node; sibling = xmlNextElementSibling(sibling)) {
		const struct declared *other = declaration_part(parts,
			(const char *)sibling->name);

		if (!other || other <= part || (other->loose && other->loose == part->loose))
			continue;
		violation_tell(violation, ELEMENT_ORDER, part->name, other->name,
			arena_printf(violation->arena, "%d", source_place(sibling).line));
		return true;
	}
	return false;
}

static bool tell_missing(const struct violation *violation, const struct declarations *parts)
{
	const xmlNode *node = violation->node;
	struct names lacking = lacking_names(violation, parts, node->parent->children, node);

	if (!lacking.n || lacking.n >= EXPECTED_MOST)
		return false;
	violation_tell(violation, ELEMENT_MISSING, violation_name(violation, node->parent),
		names_list(violation->arena, &lacking, names_as_element),
		violation_name(violation, node));
	return true;
}

static bool tell_unexpected(const struct violation *violation, const struct declarations *parts)
{
	(void)parts;
	violation_tell(violation, ELEMENT_UNEXPECTED, violation_name(violation, violation->node),
		violation_name(violation, violation->node->parent));
	return true;
}

/* Only a single name is explained. */
static bool tell_incomplete(const struct violation *violation)
{
	struct arena *arena = violation->arena;
	struct declarations parts = violation_parts(violation, violation->node, "element");
	struct names lacking = lacking_names(violation, &parts, violation->node->children, NULL);
	const struct declared *only = NULL;

	if (!lacking.n)
		lacking = declaration_names(arena, &parts);
	if (lacking.n == 1)
		only = declaration_part(&parts, lacking.at[0]);
	violation_tell(violation, CONTENT_MISSING, violation_name(violation, violation->node),
		names_list(arena, &lacking, names_as_element),
		violation_because(violation, only ? declaration_words(arena, only->node) : ""));
	return true;
}

bool content_tell(const struct violation *violation)
{
	static bool (*const tries[])(const struct violation *, const struct declarations *) = {
		tell_unknown, tell_too_many, tell_order, tell_missing, tell_unexpected,
	};
	struct declarations parts;
	bool told = false;

	if (strstr(violation->error->message, "Missing child"))
		return tell_incomplete(violation);
	parts = violation_parts(violation, violation->node->parent, "element");
	for (size_t i = 0; parts.n && !told; i++)
		told = tries[i](violation, &parts);
	return told;
}

bool content_tell_inside(const struct violation *violation)
{
	const char *name = violation_name(violation, violation->node);
	const xmlNode *child = xmlFirstElementChild(violation->node);
	bool empty = violation->error->code == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1;

	if (strstr(violation->error->message, "Element content") && child)
		violation_tell(violation, ELEMENT_UNKNOWN, violation_name(violation, child), name,
			empty ? N_("; it must be empty") : N_("; it takes text only"));
	else if (empty)
		violation_tell(violation, TEXT_UNEXPECTED, name, N_("; it must be empty"));
	else
		return false;
	return true;
}

bool content_tell_text(const struct violation *violation)
{
	struct declarations parts = violation_parts(violation, violation->node, "element");
	struct names names = declaration_names(violation->arena, &parts);

	violation_tell(violation, TEXT_UNEXPECTED, violation_name(violation, violation->node),
		!names.n ? "" : phrase(violation->arena, N_("; it belongs in {1}"),
			names_list(violation->arena, &names, names_as_element)));
	return true;
}
