#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/bytes.h"

#ifndef VERSION
#define VERSION "0.1"
#endif

enum {
	INPUTS_MOST = 1 << 20, COPIES_MOST = 99, JOBS_MOST = 1000,
	SECONDS_MOST = 86400, MEBIBYTES_MOST = 1 << 20,
};

static const char help[] =
	"usage: raingan build REPORT.xml... [-o OUT.pdf | -o FOLDER/] [--template NAME]\n"
	"       raingan check REPORT.xml...\n"
	"       raingan render DOCUMENT.xml --styles STYLES.xml [-o OUT.pdf]\n"
	"       raingan watch REPORT.xml [-o OUT.pdf]\n"
	"       raingan new --year YEAR [--from LAST.xml] [--scores FILE.csv] [-o FILE]\n"
	"       raingan web REPORT.xml -o FOLDER [--template NAME]\n"
	"       raingan extract REPORT.pdf [-o FOLDER]\n"
	"\n"
	"  build    makes the PDF of a report, beside it or at -o\n"
	"  check    tells all problems of a report, makes nothing\n"
	"  render   makes the PDF of a document in raingan's own vocabulary\n"
	"  watch    makes a report's PDF again whenever it or what it takes is saved\n"
	"  new      begins a year's report, measures-YEAR.xml, for you to fill in\n"
	"  web      makes a folder for a website: page, PDF, data\n"
	"  extract  the report inside a PDF to standard output; all attachments with -o\n"
	"\n"
	"  -o, --output PATH    what is made; a folder if it ends in /, is one or inputs are many\n"
	"                       - as a file is standard input or output: build - -o -\n"
	"      --template NAME  another template of the report's kind\n"
	"      --profile NAME   archive (PDF/A-3a, PDF/UA-1, data inside), screen (smaller) or\n"
	"                       print (black and grey, margins mirrored for both sides)\n"
	"      --sections N-M   only the pages of these sections, with their numbers; N: of one\n"
	"      --only ID        only the pages of what has this id, such as measures\n"
	"      --compact        a smaller PDF\n"
	"      --linearize      smaller too; its first page shows while the rest still loads\n"
	"      --styles FILE    the styles of a document to render\n"
	"      --dump STAGE     tree, files, doc, text, strips, pages on standard output, no PDF\n"
	"      --timings        how long each stage took, in milliseconds, on standard error\n"
	"      --strict         warnings are errors\n"
	"  -j, --jobs N         reports made at one time, where inputs are many\n"
	"      --resume         leaves PDFs alone that are newer than all they are made of\n"
	"      --data FOLDER    where templates, fonts and schemes are\n"
	"      --max-seconds N  a report that is not done by then is given up\n"
	"      --max-memory N   likewise one that needs more, in MiB\n"
	"      --no-sandbox     without the guard that lets only the named folders be touched\n"
	"      --help, --version\n"
	"\n"
	"With new:\n"
	"      --year YEAR      of the plan, such as 2566; the scores are of the year before\n"
	"      --from FILE      last year's report, which the new one takes over\n"
	"      --scores FILE    a table saved as CSV with the columns ตัวชี้วัด (i1, 1 or a name)\n"
	"                       and คะแนน, named in its first row\n"
	"\n"
	"With --profile print:\n"
	"      --agenda TEXT    the agenda item, in the running head\n"
	"      --draft          prints the Thai word for draft across each page\n"
	"      --line-numbers   numbers the lines of each page\n"
	"      --recto          each part begins on a right-hand page\n"
	"      --one-sided      paper is printed on one side: no mirrored margins\n"
	"      --copies N       asks the printer for them\n"
	"      --booklet SIZE   two pages a side of A4 or A3 sheets, in the order for folding\n"
	"\n"
	"Exit: 0 made, 1 the input has errors, 2 wrong usage, 3 the system failed.\n";

/* How many inputs a command takes, and what comes of them unless it is dumped. */
static const struct {
	const char *name;
	int least, most;
	enum report_goal goal;
} commands[] = {
	[COMMAND_BUILD] = { "build", 1, INPUTS_MOST, REPORT_PDF },
	[COMMAND_CHECK] = { "check", 1, INPUTS_MOST, REPORT_CHECK },
	[COMMAND_RENDER] = { "render", 1, INPUTS_MOST, REPORT_PDF },
	[COMMAND_WATCH] = { "watch", 1, 1, REPORT_PDF },
	[COMMAND_NEW] = { "new", 0, 0, REPORT_PDF },
	[COMMAND_WEB] = { "web", 1, 1, REPORT_WEB },
	[COMMAND_EXTRACT] = { "extract", 1, 1, REPORT_PDF },
};

enum { COMMANDS = sizeof commands / sizeof *commands };

/* Sets of commands. */
enum {
	BUILD = 1 << COMMAND_BUILD, CHECK = 1 << COMMAND_CHECK, RENDER = 1 << COMMAND_RENDER,
	WATCH = 1 << COMMAND_WATCH, PDFS = BUILD | RENDER | WATCH,
	NEW = 1 << COMMAND_NEW, WEB = 1 << COMMAND_WEB,
	MAKERS = BUILD | CHECK | RENDER | WEB,
	EVERY = (1 << COMMANDS) - 1,
};

/* Which commands take the option. */
static const struct { const char *name; int argument, takers; } rows[] = {
	[OPTION_OUTPUT] = { "output", required_argument, EVERY & ~CHECK },
	[OPTION_TEMPLATE] = { "template", required_argument, BUILD | WATCH | CHECK | WEB },
	[OPTION_PROFILE] = { "profile", required_argument, PDFS },
	[OPTION_DRAFT] = { "draft", no_argument, PDFS },
	[OPTION_AGENDA] = { "agenda", required_argument, PDFS },
	[OPTION_LINE_NUMBERS] = { "line-numbers", no_argument, PDFS },
	[OPTION_RECTO] = { "recto", no_argument, PDFS },
	[OPTION_ONE_SIDED] = { "one-sided", no_argument, PDFS },
	[OPTION_COPIES] = { "copies", required_argument, PDFS },
	[OPTION_BOOKLET] = { "booklet", required_argument, PDFS },
	[OPTION_SECTIONS] = { "sections", required_argument, PDFS },
	[OPTION_ONLY] = { "only", required_argument, PDFS },
	[OPTION_COMPACT] = { "compact", no_argument, PDFS | WEB },
	[OPTION_LINEARIZE] = { "linearize", no_argument, PDFS | WEB },
	[OPTION_STYLES] = { "styles", required_argument, RENDER | WATCH },
	[OPTION_DUMP] = { "dump", required_argument, BUILD | RENDER },
	[OPTION_TIMINGS] = { "timings", no_argument, BUILD | CHECK | RENDER },
	[OPTION_RESUME] = { "resume", no_argument, BUILD | RENDER },
	[OPTION_JOBS] = { "jobs", required_argument, BUILD | CHECK | RENDER },
	[OPTION_STRICT] = { "strict", no_argument, BUILD | WATCH | CHECK | RENDER | WEB },
	[OPTION_DATA] = { "data", required_argument, EVERY },
	[OPTION_MAX_SECONDS] = { "max-seconds", required_argument, MAKERS },
	[OPTION_MAX_MEMORY] = { "max-memory", required_argument, MAKERS },
	[OPTION_NO_SANDBOX] = { "no-sandbox", no_argument, EVERY },
	[OPTION_YEAR] = { "year", required_argument, NEW },
	[OPTION_FROM] = { "from", required_argument, NEW },
	[OPTION_SCORES] = { "scores", required_argument, NEW },
	[OPTION_HELP] = { "help", no_argument, EVERY },
	[OPTION_VERSION] = { "version", no_argument, EVERY },
};

enum status options_refuse(const char *why, const char *what)
{
	fprintf(stderr, "raingan: %s%s\nTry: raingan --help\n", why, what);
	return STATUS_USAGE;
}

static enum status refuse_stranger(const char *command, const char *option)
{
	fprintf(stderr, "raingan: %s takes no --%s\nTry: raingan --help\n", command, option);
	return STATUS_USAGE;
}

/* False where the program has nothing more to do. */
static bool read_options(int argc, char **argv, struct options *options, enum status *status)
{
	struct option names[OPTION_NAMES + 1] = { 0 };
	int letter, i;

	for (i = 0; i < OPTION_NAMES; i++)
		names[i] = (struct option){ rows[i].name, rows[i].argument, NULL, 0 };
	while ((letter = getopt_long(argc, argv, "o:j:", names, &i)) != -1) {
		if (letter == '?') {
			*status = options_refuse("that was not understood", "");
			return false;
		}
		i = letter == 'o' ? OPTION_OUTPUT : letter == 'j' ? OPTION_JOBS : i;
		options->value[i] = optarg ? optarg : "";
	}
	if (options->value[OPTION_HELP])
		fputs(help, stdout);
	else if (options->value[OPTION_VERSION])
		puts("raingan " VERSION);
	return !options->value[OPTION_HELP] && !options->value[OPTION_VERSION];
}

static bool find_command(const char *name, enum command *command)
{
	for (int i = 0; i < COMMANDS; i++)
		if (!strcmp(commands[i].name, name)) {
			*command = (enum command)i;
			return true;
		}
	return false;
}

/* The name's place in the list; -1 if it is not in it. */
static int find_name(const char *const *names, int n, const char *name)
{
	int i = 0;

	while (i < n && strcmp(names[i], name) != 0)
		i++;
	return i < n ? i : -1;
}

static bool find_goal(const char *name, enum report_goal *goal)
{
	static const struct { const char *name; enum report_goal goal; } dumps[] = {
		{ "tree", REPORT_DUMP_TREE }, { "doc", REPORT_DUMP_DOC },
		{ "text", REPORT_DUMP_TEXT }, { "strips", REPORT_DUMP_STRIPS },
		{ "pages", REPORT_DUMP_PAGES }, { "files", REPORT_DUMP_FILES },
	};

	for (size_t i = 0; i < sizeof dumps / sizeof *dumps; i++)
		if (!strcmp(name, dumps[i].name)) {
			*goal = dumps[i].goal;
			return true;
		}
	return false;
}

static bool find_profile(const char *name, enum profile *profile)
{
	static const char *const names[] = {
		[PROFILE_ARCHIVE] = "archive", [PROFILE_PRINT] = "print",
		[PROFILE_SCREEN] = "screen",
	};
	int found = find_name(names, sizeof names / sizeof *names, name);

	if (found >= 0)
		*profile = (enum profile)found;
	return found >= 0;
}

static bool find_booklet(const char *name, enum booklet *booklet)
{
	static const char *const names[] = { [BOOKLET_A4] = "A4", [BOOKLET_A3] = "A3" };
	int found = name ? find_name(names + 1, 2, name) : -1;

	if (found >= 0)
		*booklet = (enum booklet)(found + 1);
	return !name || found >= 0;
}

/* A whole number from 1 to most; absent: fallback. */
static bool find_count(const char *text, int most, int fallback, int *count)
{
	long value = text ? strtol(text, NULL, 10) : fallback;

	*count = (int)value;
	return !text || (value >= 1 && value <= most
		&& strspn(text, "0123456789") == strlen(text));
}

/* What only paper has, given without the profile for it; OPTION_NAMES: there is none. */
static int find_paper_option(const struct options *options)
{
	static const enum option_name paper[] = { OPTION_DRAFT, OPTION_AGENDA,
		OPTION_LINE_NUMBERS, OPTION_RECTO, OPTION_ONE_SIDED, OPTION_COPIES,
		OPTION_BOOKLET };

	for (size_t i = 0; i < sizeof paper / sizeof *paper; i++)
		if (options->value[paper[i]] && options->profile != PROFILE_PRINT)
			return (int)paper[i];
	return OPTION_NAMES;
}

/* STATUS_MADE if what the options ask of the edition makes sense. */
static enum status check_edition(struct options *options)
{
	const char *const *value = options->value;
	int paper;

	if (value[OPTION_PROFILE] && !find_profile(value[OPTION_PROFILE], &options->profile))
		return options_refuse("there is no profile ", value[OPTION_PROFILE]);
	if (!find_booklet(value[OPTION_BOOKLET], &options->booklet))
		return options_refuse("a booklet has sheets of A4 or A3, not ",
			value[OPTION_BOOKLET]);
	if (!find_count(value[OPTION_COPIES], COPIES_MOST, 0, &options->copies))
		return options_refuse("no number of copies from 1 to 99: ", value[OPTION_COPIES]);
	if (value[OPTION_SECTIONS] && value[OPTION_ONLY])
		return options_refuse("--sections and --only exclude each other", "");
	paper = find_paper_option(options);
	if (paper < OPTION_NAMES)
		return options_refuse("only --profile print takes --", rows[paper].name);
	return STATUS_MADE;
}

/* An option that the command does not take; OPTION_NAMES if there is none. */
static int find_stranger(const struct options *options)
{
	int i = 0;

	while (i < OPTION_NAMES && (!options->value[i]
			|| rows[i].takers & 1 << options->command))
		i++;
	return i;
}

/* How often the call names standard input. */
static int count_standard(const struct options *options)
{
	static const enum option_name read[] = { OPTION_STYLES, OPTION_FROM, OPTION_SCORES };
	int n = 0;

	for (int i = 0; i < options->n_inputs; i++)
		n += bytes_is_standard(options->inputs[i]);
	for (size_t i = 0; i < sizeof read / sizeof *read; i++)
		n += options->value[read[i]] && bytes_is_standard(options->value[read[i]]);
	return n;
}

static bool writes_standard(const struct options *options)
{
	const char *output = options->value[OPTION_OUTPUT];

	if (output)
		return bytes_is_standard(output);
	return options->goal == REPORT_PDF && options->n_inputs
		&& bytes_is_standard(options->inputs[0]);
}

/* STATUS_MADE if what the options ask of standard input and output makes sense. */
static enum status check_standard(const struct options *options)
{
	if (count_standard(options) > 1)
		return options_refuse("- is named twice: standard input can be read once", "");
	if (options->command == COMMAND_WATCH && (count_standard(options)
			|| writes_standard(options)))
		return options_refuse("watch takes files only, not -", "");
	if (!writes_standard(options))
		return STATUS_MADE;
	if (options->command == COMMAND_WEB || options->command == COMMAND_EXTRACT
			|| options->n_inputs > 1)
		return options_refuse("several files do not go to standard output: -o needs a "
			"folder", "");
	if (options->command != COMMAND_NEW && isatty(STDOUT_FILENO))
		return options_refuse("a PDF is nothing for a terminal: name a file with -o", "");
	return STATUS_MADE;
}

static bool has_empty_input(const struct options *options)
{
	for (int i = 0; i < options->n_inputs; i++)
		if (!*options->inputs[i])
			return true;
	return false;
}

/* STATUS_MADE if the call makes sense. */
static enum status check_call(struct options *options)
{
	const char *name = commands[options->command].name;
	const char *const *value = options->value;
	int stranger = find_stranger(options);

	if (stranger < OPTION_NAMES)
		return refuse_stranger(name, rows[stranger].name);
	if (options->n_inputs < commands[options->command].least)
		return options_refuse("which file? none is named for ", name);
	if (options->n_inputs > commands[options->command].most)
		return options_refuse("too many files for ", name);
	if (has_empty_input(options))
		return options_refuse("an input has no name", "");
	if (value[OPTION_OUTPUT] && !*value[OPTION_OUTPUT])
		return options_refuse("-o needs a name", "");
	if (options->command == COMMAND_RENDER && !value[OPTION_STYLES])
		return options_refuse("render needs --styles", "");
	if (options->command == COMMAND_NEW && !value[OPTION_YEAR])
		return options_refuse("new needs --year", "");
	if (options->command == COMMAND_WEB && !value[OPTION_OUTPUT])
		return options_refuse("web needs -o FOLDER", "");
	if (value[OPTION_DUMP] && !find_goal(value[OPTION_DUMP], &options->goal))
		return options_refuse("nothing to dump is called ", value[OPTION_DUMP]);
	if (value[OPTION_DUMP] && value[OPTION_RESUME])
		return options_refuse("--dump and --resume exclude each other", "");
	if (!find_count(value[OPTION_JOBS], JOBS_MOST, 1, &options->jobs))
		return options_refuse("no number of processes from 1 to 1000: ",
			value[OPTION_JOBS]);
	if (!find_count(value[OPTION_MAX_SECONDS], SECONDS_MOST, 0, &options->seconds))
		return options_refuse("no number of seconds from 1 to 86400: ",
			value[OPTION_MAX_SECONDS]);
	if (!find_count(value[OPTION_MAX_MEMORY], MEBIBYTES_MOST, 0, &options->mebibytes))
		return options_refuse("no number of MiB from 1 to 1048576: ",
			value[OPTION_MAX_MEMORY]);
	if (check_standard(options) != STATUS_MADE)
		return STATUS_USAGE;
	return check_edition(options);
}

bool options_have_quota(const struct options *options)
{
	return options->seconds || options->mebibytes;
}

bool options_parse(int argc, char **argv, struct options *options, enum status *status)
{
	*status = STATUS_MADE;
	*options = (struct options){ 0 };
	if (!read_options(argc, argv, options, status))
		return false;
	if (optind == argc) {
		*status = options_refuse("what to do? no command is given", "");
		return false;
	}
	if (!find_command(argv[optind], &options->command)) {
		*status = options_refuse("there is no command ", argv[optind]);
		return false;
	}
	options->goal = commands[options->command].goal;
	options->inputs = argv + optind + 1;
	options->n_inputs = argc - optind - 1;
	*status = check_call(options);
	return *status == STATUS_MADE;
}
