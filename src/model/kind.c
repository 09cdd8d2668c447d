#include "model/kind.h"

#include <string.h>

#include "base/folder.h"
#include "model/names.h"
#include "model/schema.h"
#include "model/source.h"

/* The kind.xml of a folder, or NULL: other folders may stand there too. */
static xmlNode *read_kind(struct arena *arena, const char *folder, struct problems *problems)
{
	const char *path = arena_printf(arena, "%s/kind.xml", folder);
	struct problems missing = { .arena = arena };
	struct bytes bytes = { .arena = arena };
	xmlDoc *doc;

	if (!source_read_bytes(&bytes, path, (struct place){ path, 0 }, &missing))
		return NULL;
	doc = source_parse(arena, &bytes, path, problems);
	return doc ? xmlDocGetRootElement(doc) : NULL;
}

static xmlNode *find_template(struct arena *arena, xmlNode *kind, const char *name)
{
	xmlNode *node = xmlFirstElementChild(kind);

	for (; node; node = xmlNextElementSibling(node)) {
		const char *own = source_is(node, "template")
			? source_attribute(arena, node, "name") : NULL;

		if (own && (!name || !strcmp(own, name)))
			return node;
	}
	return NULL;
}

static void report_template(xmlNode *kind, const char *template, struct place place,
	struct problems *problems)
{
	struct arena *arena = problems->arena;
	struct names names = { 0 };

	for (xmlNode *node = xmlFirstElementChild(kind); node; node = xmlNextElementSibling(node))
		if (source_is(node, "template"))
			*list_add(arena, &names) = source_attribute(arena, node, "name");
	problem_report(problems, PROBLEM_TEMPLATE_MISSING, place, template,
		source_attribute(arena, kind, "root"), names_advice(arena, &names, template, NULL,
			N_("it can be")));
}

/* The schema stands for what is missing here. */
static const char *read_text(struct arena *arena, const xmlNode *node, const char *name)
{
	const char *text = source_attribute(arena, node, name);

	return text ? text : "";
}

static void read_data_files(struct arena *arena, struct kind *kind, xmlNode *root)
{
	xmlNode *node = xmlFirstElementChild(root);

	for (; node; node = xmlNextElementSibling(node))
		if (source_is(node, "attachment"))
			*list_add(arena, &kind->data_files) = (struct data_file){
				read_text(arena, node, "name"),
				read_text(arena, node, "media-type"),
				read_text(arena, node, "title"),
				read_text(arena, node, "template"),
			};
}

/* Of its own folder, or the one for all kinds. */
static const char *choose_web(struct arena *arena, const char *folder, xmlNode *root)
{
	const char *file = source_attribute(arena, root, "web");

	return file ? arena_printf(arena, "%s/%s", strrchr(folder, '/') + 1, file)
		: "web/page.xsl";
}

static struct kind *fill_kind(struct arena *arena, const struct resources *resources,
	const char *folder, xmlNode *template)
{
	struct kind *kind = arena_new(arena, struct kind);
	const char *styles = source_attribute(arena, template, "styles");
	const char *library = source_attribute(arena, template->parent, "library");
	const char *needs = source_attribute(arena, template, "needs-results");

	kind->folder = folder;
	kind->shelf = resources->shelf;
	kind->schema = arena_printf(arena, "%s/%s", resources->root,
		read_text(arena, template->parent, "schema"));
	kind->template = read_text(arena, template, "file");
	kind->styles = styles ? styles : "styles.xml";
	kind->needs_results = needs && !strcmp(needs, "yes");
	kind->title = read_text(arena, template, "title");
	kind->web = choose_web(arena, folder, template->parent);
	read_data_files(arena, kind, template->parent);
	if (library) {
		kind->library = arena_printf(arena, "%s/%s.xml", folder, library);
		kind->library_schema = arena_printf(arena, "%s/%s.xsd", folder, library);
	}
	return kind;
}

static void validate(const struct resources *resources, xmlNode *kind, struct problems *problems)
{
	struct schema *schema = schema_read(resources->shelf, arena_printf(problems->arena,
		"%s/templates/kind.xsd", resources->root), source_place(kind), problems);

	if (schema)
		schema_validate(kind->doc, schema, problems);
}

struct kind *kind_find(struct arena *arena, const struct resources *resources, xmlDoc *report,
	const char *template, struct problems *problems)
{
	xmlNode *element = xmlDocGetRootElement(report);
	const char *templates = arena_printf(arena, "%s/templates", resources->root);
	struct paths folders = folder_list(arena, templates);

	for (int i = 0; i < folders.n; i++) {
		xmlNode *node = read_kind(arena, folders.at[i], problems);
		const char *own = node ? source_attribute(arena, node, "root") : NULL;
		xmlNode *found;

		if (!own || !source_is(element, own))
			continue;
		validate(resources, node, problems);
		found = find_template(arena, node, template);
		if (found)
			return fill_kind(arena, resources, folders.at[i], found);
		report_template(node, template ? template : "", source_place(element), problems);
		return NULL;
	}
	if (folders.n)
		problem_report(problems, PROBLEM_KIND_UNKNOWN, source_place(element),
			(const char *)element->name);
	else
		problem_report(problems, PROBLEM_FILE_MISSING, source_place(element), templates);
	return NULL;
}

const char *kind_find_empty(struct arena *arena, const char *root, struct problems *problems)
{
	const char *templates = arena_printf(arena, "%s/templates", root);
	struct paths folders = folder_list(arena, templates);

	for (int i = 0; i < folders.n; i++) {
		xmlNode *kind = read_kind(arena, folders.at[i], problems);
		const char *file = kind ? source_attribute(arena, kind, "new") : NULL;

		if (file)
			return folder_file(arena, folders.at[i], file);
	}
	problem_report(problems, PROBLEM_FILE_MISSING, ((struct place){ templates, 0 }),
		N_("no kind.xml there has an empty report (new=)"));
	return NULL;
}
