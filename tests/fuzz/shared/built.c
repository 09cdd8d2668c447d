#include "built.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/folder.h"
#include "pdf/enclosed.h"

/* PDFs above all; the dumps are quick. */
static const enum report_goal goals[] = {
	REPORT_PDF, REPORT_PDF, REPORT_PDF, REPORT_PDF, REPORT_CHECK, REPORT_WEB, REPORT_DUMP_TREE,
	REPORT_DUMP_DOC, REPORT_DUMP_TEXT, REPORT_DUMP_STRIPS, REPORT_DUMP_PAGES, REPORT_DUMP_FILES, REPORT_SOURCES,
};

static void choose_options(struct fuzz *fuzz, struct report *report)
{
	report->goal = goals[fuzz_choose(fuzz, sizeof goals / sizeof *goals)];
	if (report->styles_path && report->goal == REPORT_WEB)
		report->goal = REPORT_PDF;
	report->profile = (enum profile)fuzz_choose(fuzz, 3);
	if (report->profile == PROFILE_PRINT) {
		report->booklet = (enum booklet)fuzz_choose(fuzz, 3);
		report->one_sided = fuzz_choose(fuzz, 2);
		report->copies = (int)fuzz_choose(fuzz, 2);
	}
	if (fuzz_choose(fuzz, 4) == 0)
		report->edition = (struct edition){ "๔.๑", true, true, true };
	if (fuzz_choose(fuzz, 8) == 0)
		report->excerpt.sections = "1-2";
	if (fuzz_choose(fuzz, 8) == 0)
		report->excerpt.only = "measures";
	if (fuzz_choose(fuzz, 8) == 0)
		report->packing = (enum packing)fuzz_choose(fuzz, 3);
}

static struct bytes read_file(struct fuzz *fuzz, const char *path)
{
	struct bytes bytes = { .arena = fuzz->arena };

	assert(!bytes_read(&bytes, path));
	return bytes;
}

static void check_same(const struct bytes *one, const struct bytes *other)
{
	assert(one->n == other->n && !memcmp(one->at, other->at, one->n));
}

static void check_file(struct fuzz *fuzz, const struct report *report, const struct enclosed *file)
{
	struct bytes source;

	assert(!file->fault);
	if (strcmp(file->name, report->styles_path ? "document.xml" : "report.xml") != 0)
		return;
	source = read_file(fuzz, report->source_path);
	check_same(&source, &file->bytes);
}

/* What the session keeps from other reports changes nothing. */
static void check_again(struct fuzz *fuzz, const struct report *report)
{
	struct session *session = fuzz_choose(fuzz, 4) ? fuzz->session
		: session_open(fuzz->arena, NULL);
	struct problems problems = { .arena = fuzz->arena };
	struct bytes none = { .arena = fuzz->arena }, first, second;
	struct report again = *report;

	again.goal = REPORT_PDF;
	again.pdf_path = fuzz_path(fuzz, "made/again.pdf");
	report_build(fuzz->arena, session, &again, &none, &problems);
	assert(problems.n == fuzz->problems.n);
	first = read_file(fuzz, report->pdf_path);
	second = read_file(fuzz, again.pdf_path);
	check_same(&first, &second);
}

/* libqpdf finds nothing to mend, and what was put in comes out. */
static void check_pdf(struct fuzz *fuzz, const struct report *report)
{
	struct problems problems = { .arena = fuzz->arena };
	struct finished *finished = finished_open(fuzz->arena, report->pdf_path, &problems);
	struct enclosed_files *files;
	size_t room = 256 << 20;

	assert(finished);
	files = enclosed_list(fuzz->arena, finished, &problems);
	assert(files->n > 0 || report->profile != PROFILE_ARCHIVE);
	for (int i = 0; i < files->n; i++) {
		enclosed_read(finished, &files->at[i], &room, &problems);
		check_file(fuzz, report, &files->at[i]);
	}
	finished_report(finished, &problems);
	problems_print(&problems, stderr);
	assert(!problems.n);
}

static void remove_made(struct fuzz *fuzz, const char *folder)
{
	struct paths paths = folder_list(fuzz->arena, folder);

	for (int i = 0; i < paths.n; i++)
		unlink(paths.at[i]);
}

void built_check(struct fuzz *fuzz, struct report *report)
{
	struct bytes dump = { .arena = fuzz->arena };
	const char *folder = fuzz_path(fuzz, "made");

	choose_options(fuzz, report);
	report->makes_folder = true;
	report->pdf_path = folder_file(fuzz->arena, folder, "report.pdf");
	report_build(fuzz->arena, fuzz->session, report, &dump, &fuzz->problems);
	if (fuzz->problems.worst >= ERROR || report->goal > REPORT_WEB) {
		assert(access(report->pdf_path, F_OK));
	} else {
		check_pdf(fuzz, report);
		if (fuzz_choose(fuzz, 16) == 0)
			check_again(fuzz, report);
	}
	remove_made(fuzz, folder);
}
