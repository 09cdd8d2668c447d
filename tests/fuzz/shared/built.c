#include "built.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/folder.h"
#include "pdf/enclosed.h"

/* PDFs above all; the dumps are quick. */
static const enum report_goal goals[] = {
	REPORT_PDF, REPORT_PDF, REPORT_PDF, REPORT_PDF, REPORT_CHECK, REPORT_WEB, REPORT_DUMP_TREE,
	REPORT_DUMP_DOC, REPORT_DUMP_TEXT, REPORT_DUMP_STRIPS, REPORT_DUMP_PAGES, REPORT_DUMP_FILES,
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
	for (int i = 0; i < files->n; i++)
		enclosed_read(finished, &files->at[i], &room, &problems);
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
	if (fuzz->problems.worst < ERROR && report->goal <= REPORT_WEB)
		check_pdf(fuzz, report);
	else
		assert(access(report->pdf_path, F_OK));
	remove_made(fuzz, folder);
}
