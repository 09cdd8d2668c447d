#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"
#include "commands.h"

static bool writes(const struct options *options)
{
	return options->goal == REPORT_PDF || options->goal == REPORT_WEB;
}

static bool names_folder(const struct options *options)
{
	const char *output = options->value[OPTION_OUTPUT];

	return output && (options->goal == REPORT_WEB || options->n_inputs > 1
		|| folder_is_named(output));
}

/* "a/b.xml" is "a/b.pdf", or "folder/b.pdf"; beside a web page "folder/report.pdf". */
static const char *choose_output(struct arena *arena, const struct options *options,
	const char *input)
{
	const char *base = strrchr(input, '/') ? strrchr(input, '/') + 1 : input;
	const char *dot = strrchr(base, '.');
	const char *end = dot && !strcmp(dot, ".xml") ? dot : base + strlen(base);
	const char *output = options->value[OPTION_OUTPUT];

	if (output && !names_folder(options))
		return output;
	if (options->goal == REPORT_WEB)
		return folder_file(arena, output, "report.pdf");
	if (output)
		return folder_file(arena, output,
			arena_printf(arena, "%.*s.pdf", (int)(end - base), base));
	return arena_printf(arena, "%.*s.pdf", (int)(end - input), input);
}

static bool same_file(const char *a, const char *b)
{
	struct stat first, second;

	return !stat(a, &first) && !stat(b, &second) && first.st_dev == second.st_dev
		&& first.st_ino == second.st_ino;
}

/* The path with its folder's true name, where there is such a folder. */
static const char *true_path(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = realpath(slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : ".",
		NULL);
	const char *whole = folder ? arena_printf(arena, "%s/%s", folder, slash ? slash + 1 : path)
		: path;

	free(folder);
	return whole;
}

static void check_output(struct arena *arena, const struct options *options, const char **paths,
	int i, struct problems *problems)
{
	struct place place = { options->inputs[i], 0 };
	const char *path = choose_output(arena, options, options->inputs[i]);
	const char *styles = options->value[OPTION_STYLES];

	paths[i] = true_path(arena, path);
	for (int k = 0; k < i; k++)
		if (!strcmp(paths[i], paths[k]))
			problem_report(problems, PROBLEM_OUTPUT_DOUBLE, place, path,
				options->inputs[k]);
	for (int k = 0; k < options->n_inputs; k++)
		if (same_file(path, options->inputs[k]))
			problem_report(problems, PROBLEM_OUTPUT_IS_INPUT, place,
				options->inputs[k]);
	if (styles && same_file(path, styles))
		problem_report(problems, PROBLEM_OUTPUT_IS_INPUT, place, styles);
}

/* Before anything is built: no two inputs write one file, and none writes what is read. */
static enum status check_outputs(struct arena *arena, const struct options *options)
{
	struct problems problems = { .arena = arena };
	const char **paths = arena_alloc(arena, (size_t)options->n_inputs * sizeof *paths);

	for (int i = 0; i < options->n_inputs && writes(options); i++)
		check_output(arena, options, paths, i, &problems);
	return status_print(&problems, true);
}

static enum status build_one(struct session *session, const struct options *options,
	const char *input)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	struct bytes dump = { .arena = arena };
	struct report report = {
		.source_path = input,
		.styles_path = options->value[OPTION_STYLES],
		.template = options->value[OPTION_TEMPLATE],
		.pdf_path = choose_output(arena, options, input),
		.goal = options->goal,
		.profile = options->profile,
		.booklet = options->booklet,
		.edition = { options->value[OPTION_AGENDA], options->value[OPTION_DRAFT],
			options->value[OPTION_LINE_NUMBERS], options->value[OPTION_RECTO] },
		.excerpt = { options->value[OPTION_SECTIONS], options->value[OPTION_ONLY] },
		.one_sided = options->value[OPTION_ONE_SIDED],
		.copies = options->copies,
		.strict = options->value[OPTION_STRICT],
		.makes_folder = names_folder(options),
	};
	enum status status;

	report_build(arena, session, &report, &dump, &problems);
	if (dump.n)
		fwrite(dump.at, 1, dump.n, stdout);
	status = status_print(&problems, report.strict);
	if (status == STATUS_MADE && writes(options) && isatty(STDERR_FILENO))
		fprintf(stderr, "%s\n", options->goal == REPORT_WEB
			? options->value[OPTION_OUTPUT] : report.pdf_path);
	arena_close(arena);
	return status;
}

enum status command_build(struct arena *arena, const struct options *options)
{
	struct session *session = session_open(arena, options->value[OPTION_DATA]);
	enum status worst = STATUS_MADE;

	if (!session)
		return options_refuse("no templates are in ", options->value[OPTION_DATA]);
	if (check_outputs(arena, options))
		return STATUS_INPUT;
	for (int i = 0; i < options->n_inputs; i++) {
		enum status status = build_one(session, options, options->inputs[i]);

		worst = status > worst ? status : worst;
	}
	return worst;
}
