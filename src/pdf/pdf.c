#include "pdf/pdf.h"

#include "pdf/archive.h"
#include "pdf/booklet.h"
#include "pdf/content.h"
#include "pdf/embed.h"
#include "pdf/links.h"
#include "pdf/tree.h"
#include "pdf/xobject.h"

static struct object *write_page(const struct contents *contents, int i, struct bytes *content)
{
	struct file *file = contents->codes->file;
	const struct page *page = &contents->pages->list.at[i];
	struct resources resources = { object_dict(file), NULL };

	content->n = 0;
	content_write(contents, i, content, &resources);
	return content_page(file, page->width, page->height, content, &resources);
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

/* What a profile claims to be. */
struct claim { int part; const char *conformance; bool universal; };

static struct claim claim_of(const struct pdf_options *options)
{
	static const struct claim claims[] = {
		[PROFILE_ARCHIVE] = { 3, "A", true },
		[PROFILE_PRINT] = { 2, "A", true },
		[PROFILE_SCREEN] = { 0, NULL, true },
	};

	return options->booklet ? (struct claim){ 2, "B", false } : claims[options->profile];
}

static void write_about(struct arena *arena, struct file *file, const struct pages *pages,
	const struct pdf_options *options)
{
	struct claim claim = claim_of(options);
	struct xmp xmp = { pages->title, pages->author, pages->subject, pages->language,
		pages->date, claim.part, claim.conformance, claim.universal };
	struct bytes scratch = { .arena = arena };

	write_info(arena, file, &xmp);
	archive_write_metadata(file, &xmp, &scratch);
	if (claim.part)
		archive_write_intent(file, options->colours);
	if (options->profile == PROFILE_ARCHIVE)
		archive_write_attachments(arena, file, &options->attachments, xmp.date);
	put_text(file, file_catalog(file), "Lang", pages->language);
}

/* For the printer (ISO 32000-1, 12.2); a booklet's sheets are turned over their short edge. */
static void write_preferences(struct file *file, const struct pdf_options *options)
{
	struct object *preferences = object_dict(file);

	dict_bool(preferences, "DisplayDocTitle", true);
	if (options->profile == PROFILE_PRINT) {
		dict_name(preferences, "PrintScaling", "None");
		dict_name(preferences, "Duplex", options->booklet ? "DuplexFlipShortEdge"
			: options->one_sided ? "Simplex" : "DuplexFlipLongEdge");
	}
	if (options->copies)
		dict_int(preferences, "NumCopies", options->copies);
	dict_put(file_catalog(file), "ViewerPreferences", preferences);
}

/* The first page, its top at the window's. */
static void write_opening(struct file *file, const struct page *page, const struct object *object)
{
	struct bytes *entries = dict_entries(file, file_catalog(file));

	bytes_text(entries, "/OpenAction");
	links_write_destination(entries, page, object, 0);
}

static void write_document(struct arena *arena, struct file *file, const struct pages *pages,
	struct problems *problems)
{
	struct contents contents = { codes_open(arena, file), tags_open(arena, file, pages),
		xobjects_write(arena, file, pages), pages };
	struct object **page_objects = write_pages(&contents);

	pages_drop_texts(pages);
	write_fonts(contents.codes, problems);
	links_write(&contents, page_objects);
	tags_write(contents.tags, page_objects);
	if (pages->list.n)
		write_opening(file, pages->list.at, page_objects[0]);
}

static void write_booklet(struct arena *arena, struct file *file, const struct pages *pages,
	enum booklet size, struct problems *problems)
{
	struct contents contents = { codes_open(arena, file), NULL,
		xobjects_write(arena, file, pages), pages };

	booklet_write(&contents, size);
	pages_drop_texts(pages);
	write_fonts(contents.codes, problems);
}

void pdf_pack(struct arena *arena, struct attachment *attachment)
{
	archive_pack(arena, attachment);
}

void pdf_write(struct arena *arena, const struct pages *pages, const struct pdf_options *options,
	const char *path, struct problems *problems)
{
	struct file *file = file_open(arena);

	if (options->booklet)
		write_booklet(arena, file, pages, options->booklet, problems);
	else
		write_document(arena, file, pages, problems);
	write_about(arena, file, pages, options);
	write_preferences(file, options);
	timings_enter(options->timings, STAGE_WRITE);
	if (problems->worst < ERROR)
		file_save(file, path, options->packing, problems);
}
