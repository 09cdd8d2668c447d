#include <stdlib.h>
#include <string.h>

#include "doc/read.h"
#include "model/source.h"

/* "0.66" in 1/10000; 1 where it is absent. */
static int32_t read_scale(struct arena *arena, xmlNode *node, struct problems *problems)
{
	const char *text = source_attribute(arena, node, "scale");
	length points;

	if (!text)
		return 10000;
	if (!units_parse(arena_printf(arena, "%spt", text), &points)
			|| points < 100 || points > 10000) {
		problem_report(problems, PROBLEM_STYLE_VALUE, source_place(node), text, "scale");
		return 10000;
	}
	return points * 10;
}

static bool says(struct arena *arena, xmlNode *node, const char *name, const char *value)
{
	const char *text = source_attribute(arena, node, name);

	return text && !strcmp(text, value);
}

static void read_face(struct arena *arena, struct family *family, xmlNode *node,
	const char *folder)
{
	struct face *face = list_add(arena, &family->faces);
	const char *file = source_attribute(arena, node, "file");

	face->path = arena_printf(arena, "%s/%s", folder, file ? file : "");
	face->bold = says(arena, node, "weight", "bold");
	face->italic = says(arena, node, "style", "italic");
	face->place = source_place(node);
}

static void read_family(struct arena *arena, struct catalogue *catalogue, xmlNode *node,
	const char *folder, struct problems *problems)
{
	struct family *family = list_add(arena, catalogue);
	const char *name = source_attribute(arena, node, "name");

	family->name = name ? name : "";
	family->scale = read_scale(arena, node, problems);
	family->place = source_place(node);
	for (xmlNode *child = xmlFirstElementChild(node); child;
			child = xmlNextElementSibling(child))
		read_face(arena, family, child, folder);
}

struct catalogue *catalogue_read(struct arena *arena, xmlDoc *doc, const char *folder,
	struct problems *problems)
{
	struct catalogue *catalogue = arena_new(arena, struct catalogue);
	xmlNode *node = xmlFirstElementChild(xmlDocGetRootElement(doc));

	for (; node; node = xmlNextElementSibling(node))
		if (source_is(node, "family"))
			read_family(arena, catalogue, node, folder, problems);
	return catalogue;
}
