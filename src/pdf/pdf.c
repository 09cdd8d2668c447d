#include "pdf/pdf.h"

#include "pdf/archive.h"
#include "pdf/content.h"
#include "pdf/embed.h"
#include "pdf/links.h"
#include "pdf/tree.h"

static struct object *make_box(struct file *file, const struct page *page)
{
	struct object *box = object_array(file);

	array_int(box, 0);
	array_int(box, 0);
	array_real(box, page->width);
	array_real(box, page->height);
	return box;
}

static struct object *write_page(const struct contents *contents, int i, struct bytes *content)
{
	struct file *file = contents->codes->file;
	struct object *object = file_number(file, object_dict(file));
	struct object *resources = object_dict(file), *fonts = object_dict(file);

	content->n = 0;
	content_write(contents, i, content, fonts);
	dict_name(object, "Type", "Page");
	dict_put(object, "MediaBox", make_box(file, &contents->pages->list.at[i]));
	dict_put(resources, "Font", fonts);
	dict_put(object, "Resources", resources);
	dict_put(object, "Contents", object_stream(file, content->at, content->n));
	return object;
}

static struct object **write_pages(const struct contents *contents)
{
	struct file *file = contents->codes->file;
	struct arena *arena = contents->codes->arena;
	int n = contents->pages->list.n;
	struct object **objects = arena_alloc(arena, (size_t)n * sizeof *objects);
	struct bytes content = { .arena = arena };

	for (int i = 0; i < n; i++)
		objects[i] = write_page(contents, i, &content);
	if (n)
		dict_put(file_catalog(file), "Pages", tree_pages(arena, file, objects, n));
	return objects;
}

static void write_fonts(struct codes *codes, struct problems *problems)
{
	for (int i = 0; i < codes->list.n; i++)
		embed_write(codes, codes->list.at[i], problems);
}

static void put_text(struct file *file, struct object *dict, const char *key, const char *text)
{
	if (text && *text)
		dict_put(dict, key, object_text(file, text));
}

/* Dates come from the document: the clock would give every file other bytes. */
static void write_info(struct arena *arena, struct file *file, const struct xmp *xmp)
{
	struct object *info = file_info(file);
	const char *date = archive_date(arena, xmp->date);

	put_text(file, info, "Title", xmp->title);
	put_text(file, info, "Author", xmp->author);
	put_text(file, info, "Subject", xmp->subject);
	put_text(file, info, "Producer", "raingan");
	put_text(file, info, "CreationDate", date);
	put_text(file, info, "ModDate", date);
}

static struct xmp xmp_of(const struct pages *pages, enum profile profile)
{
	static const struct { int part; const char *conformance; bool universal; } claims[] = {
		[PROFILE_ARCHIVE] = { 3, "A", true },
		[PROFILE_SCREEN] = { 0, NULL, true },
	};

	return (struct xmp){
		.title = pages->title, .author = pages->author, .subject = pages->subject,
		.language = pages->language, .date = pages->date,
		.part = claims[profile].part, .conformance = claims[profile].conformance,
		.universal = claims[profile].universal,
	};
}

static void write_about(struct arena *arena, struct file *file, const struct pages *pages,
	const struct pdf_options *options)
{
	struct xmp xmp = xmp_of(pages, options->profile);
	struct bytes scratch = { .arena = arena };

	write_info(arena, file, &xmp);
	archive_write_metadata(file, &xmp, &scratch);
	if (options->profile != PROFILE_ARCHIVE)
		return;
	archive_write_intent(file, &options->colours);
	archive_write_attachments(arena, file, &options->attachments, xmp.date);
}

static void write_catalog(struct file *file, const struct pages *pages, struct object *first_page)
{
	struct object *catalog = file_catalog(file), *preferences = object_dict(file);

	put_text(file, catalog, "Lang", pages->language);
	dict_bool(preferences, "DisplayDocTitle", true);
	dict_put(catalog, "ViewerPreferences", preferences);
	dict_put(catalog, "OpenAction", links_destination(file, pages->list.at, first_page, 0));
}

void pdf_write(struct arena *arena, const struct pages *pages, const struct pdf_options *options,
	const char *path, struct problems *problems)
{
	struct file *file = file_open(arena);
	struct contents contents = { codes_open(arena, file), tags_open(arena, file, pages),
		pages };
	struct object **page_objects = write_pages(&contents);

	write_fonts(contents.codes, problems);
	links_write(&contents, page_objects);
	tags_write(contents.tags, page_objects);
	write_about(arena, file, pages, options);
	if (pages->list.n)
		write_catalog(file, pages, page_objects[0]);
	if (problems->worst < ERROR)
		file_save(file, path, problems);
}
