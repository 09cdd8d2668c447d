#include <errno.h>
#include <getopt.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report.h"

#ifndef VERSION
#define VERSION "0.1"
#endif

enum status { STATUS_MADE, STATUS_INPUT, STATUS_USAGE, STATUS_SYSTEM };

struct options {
	const char *command, *output, *data, *template, *styles;
	enum report_goal goal;
	bool strict;
	char **inputs;
	int n_inputs;
};

static const char help[] =
	"usage: raingan build REPORT.xml... [-o OUT.pdf | -o FOLDER/] [--template NAME]\n"
	"       raingan check REPORT.xml...\n"
	"       raingan render DOCUMENT.xml --styles STYLES.xml [-o OUT.pdf]\n"
	"\n"
	"  build    makes the PDF of a report, beside it or at -o\n"
	"  check    tells all problems of a report, makes nothing\n"
	"  render   makes the PDF of a document in raingan's own vocabulary\n"
	"\n"
	"  -o, --output PATH    the PDF; a folder if it ends in /, is one, or inputs are several\n"
	"      --template NAME  another template of the report's kind\n"
	"      --styles FILE    the styles of a document to render\n"
	"      --dump STAGE     tree, doc, text, strips or pages on standard output, no PDF\n"
	"      --strict         warnings are errors\n"
	"      --data FOLDER    where templates, fonts and schemes are\n"
	"      --help, --version\n"
	"\n"
	"Exit: 0 made, 1 the input has errors, 2 wrong usage, 3 the system failed.\n";

static enum status usage(const char *why, const char *what)
{
	fprintf(stderr, "raingan: %s%s\nTry: raingan --help\n", why, what);
	return STATUS_USAGE;
}

static bool parse_goal(const char *name, enum report_goal *goal)
{
	static const struct { const char *name; enum report_goal goal; } dumps[] = {
		{ "tree", REPORT_DUMP_TREE }, { "doc", REPORT_DUMP_DOC },
		{ "text", REPORT_DUMP_TEXT }, { "strips", REPORT_DUMP_STRIPS },
		{ "pages", REPORT_DUMP_PAGES },
	};

	for (size_t i = 0; i < sizeof dumps / sizeof *dumps; i++)
		if (!strcmp(name, dumps[i].name)) {
			*goal = dumps[i].goal;
			return true;
		}
	return false;
}

enum { OPTION_TEMPLATE = 256, OPTION_STYLES, OPTION_DUMP, OPTION_STRICT, OPTION_DATA,
	OPTION_HELP, OPTION_VERSION };

static const struct option long_options[] = {
	{ "output", required_argument, NULL, 'o' },
	{ "template", required_argument, NULL, OPTION_TEMPLATE },
	{ "styles", required_argument, NULL, OPTION_STYLES },
	{ "dump", required_argument, NULL, OPTION_DUMP },
	{ "strict", no_argument, NULL, OPTION_STRICT },
	{ "data", required_argument, NULL, OPTION_DATA },
	{ "help", no_argument, NULL, OPTION_HELP },
	{ "version", no_argument, NULL, OPTION_VERSION },
	{ NULL, 0, NULL, 0 },
};

/* False where the program has nothing more to do; *status then says how it ends. */
static bool parse_option(int option, struct options *options, enum status *status)
{
	switch (option) {
	case 'o':
		options->output = optarg;
		return true;
	case OPTION_TEMPLATE:
		options->template = optarg;
		return true;
	case OPTION_STYLES:
		options->styles = optarg;
		return true;
	case OPTION_STRICT:
		options->strict = true;
		return true;
	case OPTION_DATA:
		options->data = optarg;
		return true;
	case OPTION_DUMP:
		if (parse_goal(optarg, &options->goal))
			return true;
		*status = usage("nothing to dump is called ", optarg);
		return false;
	case OPTION_HELP:
		fputs(help, stdout);
		return false;
	case OPTION_VERSION:
		puts("raingan " VERSION);
		return false;
	default:
		*status = usage("that was not understood", "");
		return false;
	}
}

static bool has_empty(const struct options *options)
{
	for (int i = 0; i < options->n_inputs; i++)
		if (!*options->inputs[i])
			return true;
	return false;
}

static bool check_call(struct options *options, enum status *status)
{
	bool check = !strcmp(options->command, "check");
	bool render = !strcmp(options->command, "render");

	*status = STATUS_USAGE;
	if (!check && !render && strcmp(options->command, "build") != 0)
		usage("there is no command ", options->command);
	else if (!options->n_inputs)
		usage("which file? none is named for ", options->command);
	else if (render && !options->styles)
		usage("render needs --styles", "");
	else if (!render && options->styles)
		usage("--styles belongs to render", "");
	else if (render && options->template)
		usage("--template belongs to build and check", "");
	else if (options->output && !*options->output)
		usage("-o needs a name", "");
	else if (has_empty(options))
		usage("an input has no name", "");
	else if (check && (options->output || options->goal != REPORT_PDF))
		usage("check makes nothing: no -o, no --dump", "");
	else
		*status = STATUS_MADE;
	if (check)
		options->goal = REPORT_CHECK;
	return *status == STATUS_MADE;
}

static bool parse_options(int argc, char **argv, struct options *options, enum status *status)
{
	int option;

	*status = STATUS_MADE;
	while ((option = getopt_long(argc, argv, "o:", long_options, NULL)) != -1)
		if (!parse_option(option, options, status))
			return false;
	if (optind == argc) {
		*status = usage("what to do? no command is given", "");
		return false;
	}
	options->command = argv[optind++];
	options->inputs = argv + optind;
	options->n_inputs = argc - optind;
	return check_call(options, status);
}

static bool is_folder(const char *path)
{
	struct stat status;

	return !stat(path, &status) && S_ISDIR(status.st_mode);
}

static bool names_folder(const struct options *options)
{
	size_t n = options->output ? strlen(options->output) : 0;

	return n && (options->n_inputs > 1 || options->output[n - 1] == '/'
		|| is_folder(options->output));
}

/* "a/b.xml" is "a/b.pdf", or "folder/b.pdf". */
static const char *choose_output(struct arena *arena, const struct options *options,
	const char *input)
{
	const char *base = strrchr(input, '/') ? strrchr(input, '/') + 1 : input;
	const char *dot = strrchr(base, '.');
	const char *end = dot && !strcmp(dot, ".xml") ? dot : base + strlen(base);

	if (options->output && !names_folder(options))
		return options->output;
	if (options->output)
		return arena_printf(arena, "%s%s%.*s.pdf", options->output,
			options->output[strlen(options->output) - 1] == '/' ? "" : "/",
			(int)(end - base), base);
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

	paths[i] = true_path(arena, path);
	for (int k = 0; k < i; k++)
		if (!strcmp(paths[i], paths[k]))
			problem_report(problems, PROBLEM_OUTPUT_DOUBLE, place, path,
				options->inputs[k]);
	for (int k = 0; k < options->n_inputs; k++)
		if (same_file(path, options->inputs[k]))
			problem_report(problems, PROBLEM_OUTPUT_IS_INPUT, place,
				options->inputs[k]);
	if (options->styles && same_file(path, options->styles))
		problem_report(problems, PROBLEM_OUTPUT_IS_INPUT, place, options->styles);
}

/* Before anything is built: no two inputs write one file, and none writes what is read. */
static enum status check_outputs(struct arena *arena, const struct options *options)
{
	struct problems problems = { .arena = arena };
	const char **paths = arena_alloc(arena, (size_t)options->n_inputs * sizeof *paths);

	for (int i = 0; i < options->n_inputs && options->goal == REPORT_PDF; i++)
		check_output(arena, options, paths, i, &problems);
	problems_print(&problems, stderr);
	return problems.worst ? STATUS_INPUT : STATUS_MADE;
}

static enum status status_of(const struct problems *problems, bool strict)
{
	if (problems->worst == FATAL)
		return STATUS_SYSTEM;
	return problems->worst == ERROR || (strict && problems->worst == WARNING) ? STATUS_INPUT
		: STATUS_MADE;
}

static enum status build(struct session *session, const struct options *options, const char *input)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	struct bytes dump = { .arena = arena };
	struct report report = { input, options->styles, options->template,
		choose_output(arena, options, input), options->goal, options->strict,
		names_folder(options) };
	enum status status;

	report_build(arena, session, &report, &dump, &problems);
	if (dump.n)
		fwrite(dump.at, 1, dump.n, stdout);
	problems_print(&problems, stderr);
	status = status_of(&problems, options->strict);
	if (status == STATUS_MADE && options->goal == REPORT_PDF && isatty(STDERR_FILENO))
		fprintf(stderr, "%s\n", report.pdf_path);
	arena_close(arena);
	return status;
}

/* What was printed must have arrived: a full disk is told here. */
static enum status finish_output(enum status status)
{
	if (!ferror(stdout) && !fflush(stdout))
		return status;
	fprintf(stderr, "raingan: standard output: %s\n", strerror(errno));
	return STATUS_SYSTEM;
}

static enum status build_all(struct arena *arena, const struct options *options)
{
	struct session *session = session_open(arena, options->data);
	enum status worst = STATUS_MADE;

	if (!session)
		return usage("no templates are in ", options->data);
	if (check_outputs(arena, options))
		return STATUS_INPUT;
	for (int i = 0; i < options->n_inputs; i++) {
		enum status status = build(session, options, options->inputs[i]);

		worst = status > worst ? status : worst;
	}
	return worst;
}

int main(int argc, char **argv)
{
	struct options options = { .goal = REPORT_PDF };
	struct arena *arena;
	enum status status;

	setlocale(LC_MESSAGES, "");
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	if (!parse_options(argc, argv, &options, &status))
		return (int)finish_output(status);
	arena = arena_open();
	status = build_all(arena, &options);
	arena_close(arena);
	return (int)finish_output(status);
}
