#include "report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "doc/read.h"
#include "doc/vocabulary.h"
#include "image/image.h"
#include "layout/layout.h"
#include "model/checks.h"
#include "model/kind.h"
#include "model/library.h"
#include "model/reference.h"
#include "model/rules.h"
#include "model/schema.h"
#include "model/schemes.h"
#include "model/source.h"
#include "page/press.h"
#include "pdf/pdf.h"
#include "template/attach.h"
#include "template/template.h"
#include "text/typing.h"
#include "text/words.h"
#include "web/web.h"

enum { PACKED_LEAST = 1 << 18 };	/* bytes: fewer are no burden */

/* One run: what every stage needs besides its input. */
struct build {
	struct arena *arena;
	struct session *session;
	const struct report *report;
	struct bytes *dump;
	struct problems *problems;
	struct attachments *attachments;	/* so far */
};

static bool failed(const struct build *build)
{
	return build->problems->worst >= ERROR
		|| (build->report->strict && build->problems->worst >= WARNING);
}

static void enter(const struct build *build, enum stage stage)
{
	timings_enter(build->session->timings, stage);
}

/* path may be NULL. */
static void note_source(const struct build *build, const char *path)
{
	if (build->report->findings && path)
		*list_add(build->arena, &build->report->findings->sources) = path;
}

static const char *resource(const struct build *build, const char *name)
{
	return arena_printf(build->arena, "%s/%s", build->session->resources.root, name);
}

/* A file that the report is made of: what is attached is what was read. */
static xmlDoc *read_attached(const struct build *build, const char *path, struct place place,
	struct attachment attachment)
{
	note_source(build, path);
	attachment.media_type = "application/xml";
	attachment.bytes.arena = build->arena;
	if (!source_read_bytes(&attachment.bytes, path, place, build->problems))
		return NULL;
	*list_add(build->arena, build->attachments) = attachment;
	return source_parse(build->arena, &attachment.bytes, bytes_name(path), build->problems);
}

static void validate(const struct build *build, xmlDoc *doc, const char *schema_path)
{
	schema_check(build->session->resources.shelf, doc, schema_path, build->problems);
}

static bool is_attached(const struct build *build, const char *name)
{
	for (int i = 0; i < build->attachments->n; i++)
		if (!strcmp(build->attachments->at[i].name, name))
			return true;
	return false;
}

/* The agency's own goes into the PDF: without it nobody else could make the report again. */
static xmlDoc *read_scheme_file(const struct build *build, const char *path, const char *name,
	struct place place)
{
	const char *plain = arena_printf(build->arena, "%s.xml", name);

	if (is_attached(build, plain))
		return source_read(build->arena, path, place, build->problems);
	return read_attached(build, path, place, (struct attachment){ .name = plain,
		.title = "วิธีคิดคะแนน", .relationship = RELATION_SUPPLEMENT });
}

static struct shelf *shelf_of(const struct build *build)
{
	return build->session->resources.shelf;
}

/* One that the program brings along, read once; NULL after an ERROR, as schemes_parse(). */
static const struct scheme *read_installed(const struct build *build, const char *path,
	const char *name, struct place place)
{
	bool is_right = build->problems->worst < ERROR;
	struct schemes schemes = { is_right ? shelf_of(build)->arena : build->arena,
		&build->session->resources, NULL, build->problems };
	const struct scheme *scheme = shelf_find(shelf_of(build), path);

	if (scheme)
		return is_right ? scheme : NULL;
	scheme = schemes_parse(&schemes, source_read(schemes.arena, path, place,
		build->problems), name, path);
	if (scheme)
		shelf_keep(shelf_of(build), path, (struct scheme *)scheme);
	return scheme;
}

static const struct scheme *read_scheme(const struct build *build, xmlNode *node)
{
	struct schemes schemes = { build->arena, &build->session->resources,
		build->report->source_path, build->problems };
	const char *name = source_attribute(build->arena, node, "scheme");
	bool own;
	const char *path = schemes_find(&schemes, name ? name : "", &own);

	note_source(build, schemes_beside(&schemes, name ? name : ""));
	if (!path) {
		problem_report(build->problems, PROBLEM_SCHEME_UNKNOWN, source_place(node),
			name ? name : "");
		return NULL;
	}
	if (!own)
		return read_installed(build, path, name, source_place(node));
	return schemes_parse(&schemes, read_scheme_file(build, path, name, source_place(node)),
		name, path);
}

/* NULL where the report has none of that name, or its scheme cannot be used. */
static struct assessment *read_assessment(const struct build *build, xmlDoc *source,
	const char *name)
{
	xmlNode *node = assessment_find(source, name);
	const struct scheme *scheme = node ? read_scheme(build, node) : NULL;
	struct assessment *assessment;

	if (!scheme)
		return NULL;
	assessment = assessment_read(build->arena, node, scheme, build->problems);
	rules_score(assessment);
	return assessment;
}

static void assess(const struct build *build, xmlDoc *source)
{
	struct assessment *assessment = read_assessment(build, source, "assessment");
	struct arena *scratch;

	if (!assessment)
		return;
	assessment->previous = read_assessment(build, source, "previous");
	rules_annotate(build->arena, assessment);
	scratch = arena_open();
	reference_annotate(scratch, assessment, build->problems);
	checks_run(scratch, assessment, build->problems);
	arena_close(scratch);
}

/* What measures take from the kind's library is checked and printed like the author's own. */
static void adopt_standards(const struct build *build, const struct kind *kind, xmlDoc *source)
{
	struct place place = { kind->library ? kind->library : "", 0 };
	xmlDoc *library = NULL;

	if (!library_is_wanted(source))
		return;
	if (kind->library)
		library = source_read(build->arena, kind->library, place, build->problems);
	if (library)
		validate(build, library, kind->library_schema);
	if (!failed(build))
		library_adopt(build->arena, source, library, build->problems);
}

static void dump_text(const struct build *build, const struct pages *pages)
{
	const struct text *last = NULL;

	for (int i = 0; i < pages->list.n; i++)
		for (int k = 0; k < pages->list.at[i].marks.n; k++) {
			const struct mark *mark = &pages->list.at[i].marks.at[k];

			if (mark->kind == MARK_TEXT && mark->text != last)
				text_dump(mark->text, build->dump);
			if (mark->kind == MARK_TEXT)
				last = mark->text;
		}
}

static void make_folder(const struct build *build)
{
	const char *why = folder_make(build->arena, build->report->pdf_path);
	struct place place = { build->report->pdf_path, 0 };

	if (why)
		problem_report(build->problems, PROBLEM_PDF_UNWRITABLE, place, why);
}

/* The report's own words, for this report only. */
static void use_words(const struct build *build, const struct doc *doc, struct shaper *shaper)
{
	struct words *words = words_open(build->arena);
	const char *at = doc->words ? doc->words : "";

	while (*(at += strspn(at, " \t\r\n"))) {
		size_t n = strcspn(at, " \t\r\n");

		words_add(words, arena_copy(build->arena, at, n));
		at += n;
	}
	shaper_words(shaper, words);
}

/* A day for a document without a date, where the caller's environment gives one; or NULL. */
static const char *find_epoch(const struct build *build)
{
	const char *seconds = getenv("SOURCE_DATE_EPOCH");
	struct place place = { "SOURCE_DATE_EPOCH", 0 };
	char *end, day[sizeof "2022-04-29"];
	struct tm date;
	time_t time;

	if (!seconds || !*seconds)
		return NULL;
	errno = 0;
	time = (time_t)strtoll(seconds, &end, 10);
	if (*end || errno || time < 0 || !gmtime_r(&time, &date)
			|| !strftime(day, sizeof day, "%Y-%m-%d", &date)) {
		problem_report(build->problems, PROBLEM_EPOCH_INVALID, place, seconds);
		return NULL;
	}
	return arena_text(build->arena, day);
}

static void note_images(const struct build *build, const char *folder,
	const struct images *images)
{
	for (int i = 0; i < images->n; i++)
		if (!folder_name_fault(images->at[i]->name))
			note_source(build, folder_file(build->arena, folder, images->at[i]->name));
}

/* What of the images the PDF holds depends on how large the pages show them. */
static void pack_images(const struct build *build, const struct images *images,
	const struct pages *pages)
{
	pages_fill_images(pages);
	images_pack(build->arena, images,
		build->report->profile == PROFILE_SCREEN ? IMAGE_DPI : 0, build->problems);
}

/* The pages that were asked for, made ready for paper. */
static void finish_pages(const struct build *build, struct pages *pages)
{
	const struct report *report = build->report;
	struct press press = { .grey = report->profile == PROFILE_PRINT,
		.facing = report->profile == PROFILE_PRINT && !report->one_sided };

	excerpt_apply(build->arena, &report->excerpt, pages,
		(struct place){ bytes_name(report->source_path), 0 }, build->problems);
	press_apply(build->arena, &press, pages);
}

static void check_pages(const struct build *build, const struct pages *pages)
{
	int n = pages->list.n;

	if (n > LIMIT_PAGES)
		problem_report(build->problems, PROBLEM_PAGES_MANY,
			((struct place){ bytes_name(build->report->source_path), 0 }),
			arena_printf(build->arena, "%d", n),
			arena_printf(build->arena, "%d", LIMIT_PAGES));
}

static void write_pdf(const struct build *build, const struct pages *pages)
{
	const struct report *report = build->report;
	struct pdf_options options = {
		.profile = report->profile, .packing = report->packing,
		.booklet = report->booklet, .one_sided = report->one_sided,
		.copies = report->copies,
		.attachments = *build->attachments,
		.timings = build->session->timings,
	};

	if (options.profile != PROFILE_SCREEN)
		options.colours = session_colours(build->session, build->problems);
	if (!failed(build) && build->report->makes_folder)
		make_folder(build);
	if (!failed(build))
		pdf_write(build->arena, pages, &options, build->report->pdf_path, build->problems);
}

/* So that the rest is made without a large report's bytes; a web page has its files as they are. */
static void pack_attachments(const struct build *build)
{
	const struct report *report = build->report;

	if (report->goal != REPORT_PDF || report->profile != PROFILE_ARCHIVE)
		return;
	for (int i = 0; i < build->attachments->n; i++)
		if (build->attachments->at[i].bytes.n >= PACKED_LEAST)
			pdf_pack(build->arena, &build->attachments->at[i]);
}

/* The document first: a wrong style hides nothing of it, and a wrong document no style. */
static void check_document(const struct build *build, xmlDoc *composed)
{
	enter(build, STAGE_DOC);
	if (!vocabulary_takes(composed))
		validate(build, composed, resource(build, "templates/document.xsd"));
}

/* NULL where the document or the sheet is not valid, or there is no sheet. */
static struct styles *make_styles(const struct build *build, struct arena *arena, xmlDoc *sheet)
{
	if (sheet && !vocabulary_takes_styles(sheet))
		validate(build, sheet, resource(build, "templates/styles.xsd"));
	return sheet && !failed(build) ? styles_read(arena, sheet, build->problems) : NULL;
}

/* The kind's, read once. */
static struct styles *read_styles(const struct build *build, const struct kind *kind)
{
	const char *path = arena_printf(build->arena, "%s/%s", kind->folder, kind->styles);
	struct styles *styles = shelf_find(shelf_of(build), path);
	struct arena *arena = failed(build) ? build->arena : shelf_of(build)->arena;

	if (styles)
		return failed(build) ? NULL : styles_lend(build->arena, styles);
	styles = make_styles(build, arena, source_read(arena, path, (struct place){ path, 0 },
		build->problems));
	if (!styles || failed(build))
		return styles;
	shelf_keep(shelf_of(build), path, styles);
	return styles_lend(build->arena, styles);
}

/* From the document's tree to the PDF: the second half, which render shares. */
static void build_document(const struct build *build, xmlDoc *composed, struct styles *styles)
{
	enum report_goal goal = build->report->goal;

	if (!styles)
		return;

	struct doc *doc = doc_read(build->arena, composed, styles, goal == REPORT_WEB,
		build->problems);
	if (goal != REPORT_WEB)
		source_empty(composed);
	if (!doc->date)
		doc->date = find_epoch(build);
	if (goal == REPORT_DUMP_DOC)
		doc_dump(doc, build->dump);
	if (failed(build) || goal == REPORT_DUMP_DOC)
		return;
	typing_check(doc, build->problems);
	edition_apply(build->arena, &build->report->edition, styles, doc);

	const char *folder = folder_above(build->arena, build->report->source_path);
	struct images *images = images_open(build->arena, doc, folder, build->attachments,
		build->problems);

	note_images(build, folder, images);
	if (goal == REPORT_SOURCES)
		return;

	enter(build, STAGE_FONTS);
	struct shaper *shaper = session_shaper(build->session, build->problems);
	if (failed(build))
		return;
	enter(build, STAGE_LAYOUT);
	use_words(build, doc, shaper);
	if (goal == REPORT_DUMP_STRIPS) {
		layout_dump_strips(build->arena, doc, shaper, build->dump, build->problems);
		return;
	}

	struct pages *pages = layout_doc(build->arena, doc, shaper, build->problems);
	doc_drop(doc);
	check_pages(build, pages);
	finish_pages(build, pages);
	if (build->report->findings)
		build->report->findings->pages = pages->list.n;
	if (goal == REPORT_DUMP_TEXT)
		dump_text(build, pages);
	if (goal == REPORT_DUMP_PAGES)
		pages_dump(pages, build->dump);
	enter(build, STAGE_PDF);
	if (goal == REPORT_PDF || goal == REPORT_WEB || goal == REPORT_CHECK)
		pack_images(build, images, pages);
	if (!failed(build) && (goal == REPORT_PDF || goal == REPORT_WEB))
		write_pdf(build, pages);
}

/* Around the PDF, in its folder. */
static void build_web(const struct build *build, const struct kind *kind, xmlDoc *source,
	xmlDoc *document)
{
	const char *pdf_path = build->report->pdf_path, *slash = strrchr(pdf_path, '/');
	struct web web = {
		.resources = &build->session->resources,
		.fonts = build->session->web_fonts,
		.template = kind->web,
		.folder = arena_copy(build->arena, pdf_path, (size_t)(slash - pdf_path) + 1),
		.pdf = slash + 1,
		.pdf_title = kind->title,
		.source = source,
		.document = document,
		.attachments = build->attachments,
	};

	web_write(build->arena, &web, build->problems);
}

static void build_report(const struct build *build, xmlDoc *source)
{
	struct kind *kind = kind_find(build->arena, &build->session->resources, source,
		build->report->template, build->problems);
	if (failed(build))
		return;

	enter(build, STAGE_CHECK);
	validate(build, source, kind->schema);
	if (!failed(build))
		adopt_standards(build, kind, source);
	source_mark_lines(build->arena, source);
	if (failed(build))
		return;

	assess(build, source);
	if (kind->needs_results)
		checks_results(build->arena, source, build->problems);
	if (build->report->goal == REPORT_DUMP_TREE)
		source_write(source, build->dump);
	if (failed(build) || build->report->goal == REPORT_DUMP_TREE)
		return;

	enter(build, STAGE_TRANSFORM);
	struct template *template = template_read(kind->shelf, kind->folder, kind->template,
		build->problems);
	if (failed(build))
		return;

	/* First, so that the large results of two templates are never held together. */
	if (!attach_data(build->arena, kind, source, build->attachments, build->problems))
		return;
	pack_attachments(build);

	xmlDoc *composed = template_apply(build->arena, template, source, build->problems);
	if (!composed)
		return;
	if (build->report->goal == REPORT_DUMP_FILES)
		attach_dump(build->attachments, build->dump);
	if (failed(build) || build->report->goal == REPORT_DUMP_FILES)
		return;
	if (build->report->goal != REPORT_WEB)
		source_empty(source);

	check_document(build, composed);
	build_document(build, composed, read_styles(build, kind));
	enter(build, STAGE_WRITE);
	if (!failed(build) && build->report->goal == REPORT_WEB)
		build_web(build, kind, source, composed);
}

static void render_document(const struct build *build)
{
	const char *path = build->report->source_path, *styles = build->report->styles_path;
	xmlDoc *document = read_attached(build, path, (struct place){ bytes_name(path), 0 },
		(struct attachment){ .name = "document.xml", .title = "เอกสาร",
		.relationship = RELATION_SOURCE });

	if (failed(build))
		return;

	xmlDoc *style_sheet = read_attached(build, styles, (struct place){ bytes_name(styles), 0 },
		(struct attachment){ .name = "styles.xml", .title = "รูปแบบ",
		.relationship = RELATION_SUPPLEMENT });
	pack_attachments(build);
	check_document(build, document);
	build_document(build, document, make_styles(build, build->arena, style_sheet));
}

static void read_report(const struct build *build)
{
	const char *path = build->report->source_path;
	xmlDoc *source = read_attached(build, path, (struct place){ bytes_name(path), 0 },
		(struct attachment){ .name = "report.xml", .title = "ข้อมูลของรายงาน",
		.relationship = RELATION_SOURCE });

	if (!failed(build))
		build_report(build, source);
}

void report_build(struct arena *arena, struct session *session, const struct report *report,
	struct bytes *dump, struct problems *problems)
{
	struct attachments attachments = { 0 };
	struct build build = { arena, session, report, dump, problems, &attachments };

	enter(&build, STAGE_READ);
	if (report->styles_path)
		render_document(&build);
	else
		read_report(&build);
	enter(&build, STAGE_NONE);
}
