#include "model/declaration.h"

#include <libxml/xmlschemastypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/source.h"

/* The part of a name behind its prefix. */
static const char *local(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon ? colon + 1 : name;
}

static bool is_named(struct arena *arena, const xmlNode *node, const char *name)
{
	const char *own = source_attribute(arena, node, "name");

	return own && !strcmp(own, name);
}

/* The xs:kind at the schema's top with that name; NULL also for XML Schema's own types. */
static xmlNode *find_global(struct arena *arena, xmlDoc *schema, const char *kind,
	const char *name)
{
	xmlNode *root = xmlDocGetRootElement(schema), *node = xmlFirstElementChild(root);
	const char *colon = strchr(name, ':');
	const char *prefix = colon ? arena_copy(arena, name, (size_t)(colon - name)) : NULL;
	xmlNs *ns = xmlSearchNs(schema, root, BAD_CAST prefix);

	if (ns && xmlStrEqual(ns->href, root->ns->href))
		return NULL;
	while (node && !(source_is(node, kind) && is_named(arena, node, local(name))))
		node = xmlNextElementSibling(node);
	return node;
}

/* What a node of the schema stands for, or takes over: its ref= or base=; or NULL. */
static xmlNode *find_target(struct arena *arena, const xmlNode *node)
{
	const char *ref = source_attribute(arena, node, "ref");
	const char *base = source_attribute(arena, node, "base");

	if (ref)
		return find_global(arena, node->doc, (const char *)node->name, ref);
	return base ? find_global(arena, node->doc, "complexType", base) : NULL;
}

static xmlNode *find_child(const xmlNode *node, const char *name)
{
	xmlNode *child = xmlFirstElementChild((xmlNode *)node);

	while (child && !source_is(child, name))
		child = xmlNextElementSibling(child);
	return child;
}

/* The type of that kind, simpleType or complexType, or NULL. */
static xmlNode *find_type(struct arena *arena, const xmlNode *declaration, const char *kind)
{
	const xmlNode *target = find_target(arena, declaration);
	const xmlNode *owner = target ? target : declaration;
	const char *name = source_attribute(arena, owner, "type");

	return name ? find_global(arena, owner->doc, kind, name) : find_child(owner, kind);
}

int declaration_most(struct arena *arena, const xmlNode *declaration)
{
	const char *most = source_attribute(arena, declaration, "maxOccurs");

	if (!most)
		return 1;
	return !strcmp(most, "unbounded") ? -1 : atoi(most);
}

static bool is_optional(struct arena *arena, const xmlNode *node)
{
	const char *least = source_attribute(arena, node, "minOccurs");
	const char *use = source_attribute(arena, node, "use");

	if (source_is(node, "attribute"))
		return !use || strcmp(use, "required") != 0;
	return least && !strcmp(least, "0");
}

/* No place of its own for each element in it. */
static bool is_loose(struct arena *arena, const xmlNode *node)
{
	return source_is(node, "choice") || source_is(node, "all")
		|| declaration_most(arena, node) != 1;
}

struct gathering {
	struct arena *arena;
	const char *what;
	struct declarations *parts;
};

static void add_part(const struct gathering *gathering, xmlNode *node,
	const struct declared *around)
{
	struct arena *arena = gathering->arena;
	const char *name = source_attribute(arena, node, "name");
	const char *ref = source_attribute(arena, node, "ref");
	struct declared *part = list_add(arena, gathering->parts);

	*part = *around;
	part->name = name ? name : ref ? local(ref) : "";
	part->node = node;
	part->optional |= is_optional(arena, node);
}

/* Not into the parts' own types: those belong to what stands inside them. */
static void gather(const struct gathering *gathering, const xmlNode *node,
	const struct declared *around)
{
	for (xmlNode *child = node ? xmlFirstElementChild((xmlNode *)node) : NULL; child;
			child = xmlNextElementSibling(child)) {
		struct declared inside = *around;

		if (source_is(child, gathering->what))
			add_part(gathering, child, around);
		if (source_is(child, "element") || source_is(child, "attribute"))
			continue;
		if (!inside.loose && is_loose(gathering->arena, child))
			inside.loose = child;
		inside.optional |= is_optional(gathering->arena, child);
		gather(gathering, find_target(gathering->arena, child), &inside);
		gather(gathering, child, &inside);
	}
}

struct declarations declaration_parts(struct arena *arena, const xmlNode *declaration,
	const char *what)
{
	struct declarations parts = { 0 };
	struct gathering gathering = { arena, what, &parts };
	struct declared around = { 0 };

	gather(&gathering, find_type(arena, declaration, "complexType"), &around);
	return parts;
}

const struct declared *declaration_part(const struct declarations *parts, const char *name)
{
	for (int i = 0; i < parts->n; i++)
		if (!strcmp(parts->at[i].name, name))
			return &parts->at[i];
	return NULL;
}

struct names declaration_names(struct arena *arena, const struct declarations *parts)
{
	struct names names = { 0 };

	for (int i = 0; i < parts->n; i++)
		if (declaration_part(parts, parts->at[i].name) == &parts->at[i])
			*list_add(arena, &names) = parts->at[i].name;
	return names;
}

xmlNode *declaration_find(struct arena *arena, xmlDoc *schema, const xmlNode *element)
{
	const char *name = (const char *)element->name;
	const struct declared *part;
	struct declarations parts;
	xmlNode *parent;

	if (!element->parent || element->parent->type != XML_ELEMENT_NODE)
		return find_global(arena, schema, "element", name);
	parent = declaration_find(arena, schema, element->parent);
	if (!parent)
		return NULL;
	parts = declaration_parts(arena, parent, "element");
	part = declaration_part(&parts, name);
	return part ? part->node : NULL;
}

bool declaration_exists(struct arena *arena, xmlDoc *schema, const char *name)
{
	xmlNode *root = xmlDocGetRootElement(schema), *node = root;

	while (node && !(source_is(node, "element") && is_named(arena, node, name)))
		node = source_walk(root, node);
	return node != NULL;
}

static const char *words_of(struct arena *arena, const xmlNode *node)
{
	xmlNode *annotation = node ? find_child(node, "annotation") : NULL;
	xmlNode *documentation = annotation ? find_child(annotation, "documentation") : NULL;
	xmlChar *text = documentation ? xmlNodeGetContent(documentation) : NULL;
	xmlChar *collapsed = text ? xmlSchemaCollapseString(text) : NULL;
	const xmlChar *shown = collapsed ? collapsed : text;	/* NULL: it was so already */
	const char *words = shown ? arena_text(arena, (const char *)shown) : "";

	xmlFree(text);
	xmlFree(collapsed);
	return words;
}

const char *declaration_words(struct arena *arena, const xmlNode *declaration)
{
	const xmlNode *sources[] = {
		declaration, find_target(arena, declaration),
		find_type(arena, declaration, "simpleType"),
		find_type(arena, declaration, "complexType"),
	};
	const char *words = "";

	for (size_t i = 0; i < sizeof sources / sizeof *sources && !*words; i++)
		words = words_of(arena, sources[i]);
	return words;
}

const char *declaration_value_words(struct arena *arena, const xmlNode *declaration)
{
	const char *words = words_of(arena, find_type(arena, declaration, "simpleType"));

	return *words ? words : declaration_words(arena, declaration);
}

const char *declaration_constraint_words(struct arena *arena, xmlDoc *schema, const char *name)
{
	xmlNode *root = xmlDocGetRootElement(schema), *node = root;

	while (node && !((source_is(node, "key") || source_is(node, "keyref")
			|| source_is(node, "unique")) && is_named(arena, node, name)))
		node = source_walk(root, node);
	return words_of(arena, node);
}
