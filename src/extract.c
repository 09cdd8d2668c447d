#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/limits.h"
#include "base/output.h"
#include "base/quota.h"
#include "commands.h"
#include "confine.h"
#include "pdf/enclosed.h"
#include "say.h"

/*
 * Enough for all attachments and for libqpdf's copies.  A few bytes of a PDF can stand for
 * more than any machine holds, and libqpdf expands object streams unasked.
 */
enum { MEMORY_MOST = 1536 << 20 };

/* One PDF, and the attachments that are wanted of it. */
struct extraction {
	struct arena *arena;
	const struct options *options;
	const char *folder;		/* NULL: the report to standard output */
	struct enclosed_files *files;
	struct enclosed **wanted;
	int n_wanted;
	struct problems *problems;
	struct place place;
};

static bool is_report(const struct enclosed *file)
{
	return !strcmp(file->name, "report.xml");
}

static bool is_source(const struct enclosed *file)
{
	return file->is_source;
}

static void want_those(struct extraction *extraction, bool (*is_wanted)(const struct enclosed *))
{
	for (int i = 0; i < extraction->files->n; i++)
		if (!is_wanted || is_wanted(&extraction->files->at[i]))
			extraction->wanted[extraction->n_wanted++] = &extraction->files->at[i];
}

static void choose_wanted(struct extraction *extraction)
{
	extraction->wanted = arena_alloc(extraction->arena,
		(size_t)extraction->files->n * sizeof *extraction->wanted);
	if (extraction->folder)
		want_those(extraction, NULL);
	else
		want_those(extraction, is_report);
	if (!extraction->folder && !extraction->n_wanted)
		want_those(extraction, is_source);
}

static void report_none(struct extraction *extraction)
{
	problem_report(extraction->problems, PROBLEM_ATTACHMENT_NONE, extraction->place,
		extraction->files->n
			? N_("no attachment is called report.xml or marked as the source; "
			  "-o FOLDER extracts all")
			: N_("nothing is attached to the PDF"));
}

static int compare_names(const void *a, const void *b)
{
	const struct enclosed *const *first = a, *const *second = b;

	return strcmp((*first)->name, (*second)->name);
}

/* The report goes to standard output whatever it is called: only the choice must be clear. */
static void check_names(struct extraction *extraction)
{
	struct enclosed **wanted = extraction->wanted;
	int n = extraction->n_wanted;

	qsort(wanted, (size_t)n, sizeof *wanted, compare_names);
	for (int i = 0; i < n; i++) {
		if (extraction->folder && wanted[i]->fault)
			problem_report(extraction->problems, PROBLEM_ATTACHMENT_NAME,
				extraction->place, wanted[i]->name, wanted[i]->fault);
		else if (i && !strcmp(wanted[i - 1]->name, wanted[i]->name))
			problem_report(extraction->problems, PROBLEM_ATTACHMENT_DOUBLE,
				extraction->place, wanted[i]->name);
		else if (i && !extraction->folder)
			problem_report(extraction->problems, PROBLEM_ATTACHMENT_NONE,
				extraction->place, N_("several attachments are marked as "
				"the source; -o FOLDER extracts all"));
	}
}

static void read_wanted(struct extraction *extraction, struct finished *finished)
{
	size_t room = LIMIT_ATTACHED_BYTES;

	for (int i = 0; i < extraction->n_wanted; i++)
		enclosed_read(finished, extraction->wanted[i], &room, extraction->problems);
	finished_report(finished, extraction->problems);
}

static const char *path_of(const struct extraction *extraction, int i)
{
	return folder_file(extraction->arena, extraction->folder, extraction->wanted[i]->name);
}

/* Also a link that leads nowhere is there already. */
static void check_existing(struct extraction *extraction)
{
	for (int i = 0; i < extraction->n_wanted; i++) {
		const char *path = path_of(extraction, i);
		struct stat status;

		if (!lstat(path, &status))
			problem_report(extraction->problems, PROBLEM_FILE_EXISTS,
				((struct place){ path, 0 }), "");
	}
}

static void write_file(struct extraction *extraction, int i)
{
	const struct bytes *bytes = &extraction->wanted[i]->bytes;
	struct place place = { path_of(extraction, i), 0 };
	struct output *output = output_create(extraction->arena, place.file);

	output_close(output, output_add(output, bytes->at, bytes->n));
	if (output_error(output) == EEXIST)
		problem_report(extraction->problems, PROBLEM_FILE_EXISTS, place, "");
	else if (output_error(output))
		problem_report(extraction->problems, PROBLEM_FILE_UNWRITABLE, place,
			strerror(output_error(output)));
	else if (say_is_heard(extraction->options))
		say_status(extraction->options, stderr, N_("made {1}"), place.file);
}

/* All of them, or none that was not there before. */
static void write_files(struct extraction *extraction)
{
	const char *why = folder_make(extraction->arena, path_of(extraction, 0));
	int n = 0;

	if (why)
		problem_report(extraction->problems, PROBLEM_FILE_UNWRITABLE,
			((struct place){ extraction->folder, 0 }), why);
	for (; n < extraction->n_wanted && extraction->problems->worst < ERROR; n++)
		write_file(extraction, n);
	for (int i = 0; i < n - 1 && extraction->problems->worst >= ERROR; i++)
		unlink(path_of(extraction, i));
}

static void write_report(const struct extraction *extraction)
{
	const struct bytes *bytes = &extraction->wanted[0]->bytes;

	fwrite(bytes->at, 1, bytes->n, stdout);
}

static void extract(struct extraction *extraction, struct finished *finished)
{
	struct problems *problems = extraction->problems;

	extraction->files = enclosed_list(extraction->arena, finished, problems);
	if (problems->worst >= ERROR)
		return;
	choose_wanted(extraction);
	check_names(extraction);
	if (problems->worst < ERROR)
		read_wanted(extraction, finished);
	if (problems->worst < ERROR && !extraction->n_wanted)
		report_none(extraction);
	if (problems->worst < ERROR && extraction->folder) {
		output_sweep(extraction->arena, path_of(extraction, 0));
		check_existing(extraction);
	}
	if (problems->worst >= ERROR)
		return;
	if (extraction->folder)
		write_files(extraction);
	else
		write_report(extraction);
}

enum status command_extract(struct arena *arena, const struct options *options)
{
	struct problems problems = { .arena = arena, .language = options->language };
	struct extraction extraction = {
		.arena = arena,
		.options = options,
		.folder = options->value[OPTION_OUTPUT],
		.problems = &problems,
		.place = { options->inputs[0], 0 },
	};
	struct quota quota = quota_now();
	struct finished *finished;

	quota_memory(&quota, MEMORY_MOST);
	confine(arena, options, NULL, extraction.folder
		? folder_file(arena, extraction.folder, "") : NULL);
	finished = finished_open(arena, options->inputs[0], &problems);
	if (finished)
		extract(&extraction, finished);
	return status_print(options, &problems, stderr);
}
