#include "web/web.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/folder.h"
#include "base/output.h"
#include "base/phrase.h"
#include "model/source.h"
#include "template/template.h"

/* What every page needs: its name in the folder, and where it comes from. */
static const struct { const char *name; bool font; const char *from; } parts[] = {
	{ "style.css", false, "templates/web/style.css" },
	{ "icon.svg", false, "templates/web/icon.svg" },
	{ "fonts/OFL.txt", false, "fonts/OFL.txt" },
	{ "fonts/Sarabun-Regular.woff2", true, "Sarabun-Regular.woff2" },
	{ "fonts/Sarabun-Bold.woff2", true, "Sarabun-Bold.woff2" },
	{ "fonts/Sarabun-Italic.woff2", true, "Sarabun-Italic.woff2" },
	{ "fonts/Sarabun-BoldItalic.woff2", true, "Sarabun-BoldItalic.woff2" },
};

enum { PARTS = sizeof parts / sizeof *parts };

static void report_unwritable(const char *path, const char *why, struct problems *problems)
{
	problem_report(problems, PROBLEM_FILE_UNWRITABLE, ((struct place){ path, 0 }), why);
}

static void write_file(struct arena *arena, const char *path, const struct bytes *bytes,
	struct problems *problems)
{
	const char *why = folder_make(arena, path);
	struct output *output;

	if (why) {
		report_unwritable(path, why, problems);
		return;
	}
	output = output_open(arena, path);
	output_add(output, bytes->at, bytes->n);
	output_close(output, true);
	if (output_error(output))
		report_unwritable(path, strerror(output_error(output)), problems);
}

static void copy_part(struct arena *arena, const struct web *web, int i, struct problems *problems)
{
	const char *folder = parts[i].font ? web->fonts : web->resources->root;
	const char *from = folder_file(arena, folder, parts[i].from);
	struct place place = { from, 0 };
	struct bytes bytes = { .arena = arena };

	if (source_read_bytes(&bytes, from, place, problems))
		write_file(arena, folder_file(arena, web->folder, parts[i].name), &bytes, problems);
	else
		problem_report(problems, PROBLEM_INSTALLATION_BROKEN, place,
			N_("part of each page"));
}

static void add_file(xmlNode *list, const struct attachment *file, const char *size)
{
	xmlNode *node = xmlNewChild(list, list->ns, BAD_CAST "file", NULL);

	xmlSetProp(node, BAD_CAST "name", BAD_CAST file->name);
	xmlSetProp(node, BAD_CAST "media-type", BAD_CAST file->media_type);
	xmlSetProp(node, BAD_CAST "title", BAD_CAST file->title);
	xmlSetProp(node, BAD_CAST "size", BAD_CAST size);
}

static void add_pdf(struct arena *arena, const struct web *web, xmlNode *list)
{
	const struct attachment pdf = { .name = web->pdf, .media_type = "application/pdf",
		.title = web->pdf_title };
	struct stat status = { 0 };

	stat(folder_file(arena, web->folder, web->pdf), &status);
	add_file(list, &pdf, arena_printf(arena, "%lld", (long long)status.st_size));
}

/* The page's input: see web.h. */
static void add_web(struct arena *arena, const struct web *web)
{
	xmlNode *root = xmlDocGetRootElement(web->source);
	xmlNode *list = xmlNewChild(root, source_namespace(root), BAD_CAST "web", NULL);

	add_pdf(arena, web, list);
	for (int i = 0; i < web->attachments->n; i++) {
		const struct attachment *file = &web->attachments->at[i];

		add_file(list, file, arena_printf(arena, "%zu", file->bytes.n));
	}
	xmlAddChild(list, xmlDocCopyNode(xmlDocGetRootElement(web->document), web->source, 1));
}

static bool make_page(struct arena *arena, const struct web *web, struct bytes *page,
	struct problems *problems)
{
	struct template *template = template_read(web->resources->shelf,
		arena_printf(arena, "%s/templates", web->resources->root), web->template, problems);

	if (!template)
		return false;
	add_web(arena, web);
	return template_write(arena, template, web->source, page, problems);
}

static bool is_part(const struct web *web, const char *name)
{
	for (int i = 0; i < PARTS; i++)
		if (!strcasecmp(parts[i].name, name))
			return true;
	return !strcasecmp(name, "index.html") || !strcasecmp(name, web->pdf);
}

/* An author's picture must not take the place of a file of ours. */
static void check_names(const struct web *web, struct problems *problems)
{
	for (int i = 0; i < web->attachments->n; i++) {
		const char *name = web->attachments->at[i].name;

		if (is_part(web, name))
			problem_report(problems, PROBLEM_IMAGE_NAME,
				((struct place){ (const char *)web->source->URL, 0 }), name,
				N_("is that of a file of the web page; choose another"));
	}
}

void web_write(struct arena *arena, const struct web *web, struct problems *problems)
{
	struct bytes page = { .arena = arena };

	check_names(web, problems);
	if (problems->worst >= ERROR)
		return;
	if (!make_page(arena, web, &page, problems))
		return;
	output_sweep(arena, folder_file(arena, web->folder, "fonts/"));
	for (int i = 0; i < PARTS; i++)
		copy_part(arena, web, i, problems);
	for (int i = 0; i < web->attachments->n; i++)
		write_file(arena, folder_file(arena, web->folder, web->attachments->at[i].name),
			&web->attachments->at[i].bytes, problems);
	if (problems->worst < ERROR)
		write_file(arena, folder_file(arena, web->folder, "index.html"), &page, problems);
}
