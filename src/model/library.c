#include "model/library.h"

#include <string.h>

#include "model/names.h"
#include "model/source.h"

static xmlNode *next_measure(xmlDoc *doc, xmlNode *node)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	do
		node = source_walk(root, node);
	while (node && !source_is(node, "measure"));
	return node;
}

bool library_is_wanted(xmlDoc *report)
{
	xmlNode *node = next_measure(report, NULL);

	while (node && !xmlHasNsProp(node, BAD_CAST "standard", NULL))
		node = next_measure(report, node);
	return node != NULL;
}

static bool has_part(xmlNode *measure, const xmlChar *name)
{
	xmlNode *part = xmlFirstElementChild(measure);

	while (part && !xmlStrEqual(part->name, name))
		part = xmlNextElementSibling(part);
	return part != NULL;
}

/* The place of a name among the parts of a measure. */
static int order_of(const xmlNode *part)
{
	static const char *const names[] = {
		"title", "step", "owner", "period", "follow-up", "result",
	};
	int n = sizeof names / sizeof *names, i = 0;

	while (i < n && !source_is(part, names[i]))
		i++;
	return i;
}

/* A library's text is plain: its schema sees to that. */
static void add_part(xmlNode *measure, const xmlNode *from)
{
	xmlChar *text = xmlNodeGetContent(from);
	xmlNode *part = xmlNewDocRawNode(measure->doc, measure->ns, from->name, text);
	xmlNode *next = xmlFirstElementChild(measure);

	while (next && order_of(next) <= order_of(part))
		next = xmlNextElementSibling(next);
	if (next)
		xmlAddPrevSibling(next, part);
	else
		xmlAddChild(measure, part);
	xmlFree(text);
}

/* What the report says of a part replaces all of that name. */
static void add_parts(struct arena *arena, xmlNode *measure, const xmlNode *standard)
{
	struct { xmlNode **at; int n, room; } lacking = { 0 };
	xmlNode *part = xmlFirstElementChild((xmlNode *)standard);

	for (; part; part = xmlNextElementSibling(part))
		if (!has_part(measure, part->name))
			*list_add(arena, &lacking) = part;
	for (int i = 0; i < lacking.n; i++)
		add_part(measure, lacking.at[i]);
}

static void adopt(struct arena *arena, xmlNode *measure, xmlDoc *library,
	struct problems *problems)
{
	const char *name = source_attribute(arena, measure, "standard");
	xmlNode *standard = library ? next_measure(library, NULL) : NULL;
	struct names names = { 0 };

	if (!name)
		return;
	for (; standard; standard = next_measure(library, standard)) {
		const char *id = source_attribute(arena, standard, "id");

		if (id && !strcmp(id, name)) {
			add_parts(arena, measure, standard);
			return;
		}
		*list_add(arena, &names) = id ? id : "";
	}
	problem_report(problems, PROBLEM_STANDARD_UNKNOWN, source_place(measure), name,
		names_advice(arena, &names, name, NULL, N_("it can be")));
}

void library_adopt(struct arena *arena, xmlDoc *report, xmlDoc *library,
	struct problems *problems)
{
	for (xmlNode *node = next_measure(report, NULL); node; node = next_measure(report, node))
		adopt(arena, node, library, problems);
}
