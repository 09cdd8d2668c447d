#include "options.h"

#include <getopt.h>
#include <string.h>

#ifndef VERSION
#define VERSION "0.1"
#endif

enum { INPUTS_MOST = 1 << 20 };

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
	"      --profile NAME   archive (PDF/A-3a, PDF/UA-1, data inside) or screen (smaller)\n"
	"      --styles FILE    the styles of a document to render\n"
	"      --dump STAGE     tree, files, doc, text, strips, pages on standard output, no PDF\n"
	"      --strict         warnings are errors\n"
	"      --data FOLDER    where templates, fonts and schemes are\n"
	"      --help, --version\n"
	"\n"
	"Exit: 0 made, 1 the input has errors, 2 wrong usage, 3 the system failed.\n";

/* How many inputs a command takes. */
static const struct { const char *name; int least, most; } commands[] = {
	[COMMAND_BUILD] = { "build", 1, INPUTS_MOST },
	[COMMAND_CHECK] = { "check", 1, INPUTS_MOST },
	[COMMAND_RENDER] = { "render", 1, INPUTS_MOST },
};

enum { COMMANDS = sizeof commands / sizeof *commands };

/* Sets of commands. */
enum {
	BUILD = 1 << COMMAND_BUILD, CHECK = 1 << COMMAND_CHECK, RENDER = 1 << COMMAND_RENDER,
	EVERY = (1 << COMMANDS) - 1,
};

/* Which commands take the option. */
static const struct { const char *name; int argument, takers; } rows[] = {
	[OPTION_OUTPUT] = { "output", required_argument, EVERY & ~CHECK },
	[OPTION_TEMPLATE] = { "template", required_argument, BUILD | CHECK },
	[OPTION_PROFILE] = { "profile", required_argument, BUILD | RENDER },
	[OPTION_STYLES] = { "styles", required_argument, RENDER },
	[OPTION_DUMP] = { "dump", required_argument, BUILD | RENDER },
	[OPTION_STRICT] = { "strict", no_argument, BUILD | CHECK | RENDER },
	[OPTION_DATA] = { "data", required_argument, EVERY },
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
	while ((letter = getopt_long(argc, argv, "o:", names, &i)) != -1) {
		if (letter == '?') {
			*status = options_refuse("that was not understood", "");
			return false;
		}
		options->value[letter == 'o' ? OPTION_OUTPUT : i] = optarg ? optarg : "";
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
		[PROFILE_ARCHIVE] = "archive", [PROFILE_SCREEN] = "screen",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(name, names[i])) {
			*profile = (enum profile)i;
			return true;
		}
	return false;
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
	if (value[OPTION_DUMP] && !find_goal(value[OPTION_DUMP], &options->goal))
		return options_refuse("nothing to dump is called ", value[OPTION_DUMP]);
	if (value[OPTION_PROFILE] && !find_profile(value[OPTION_PROFILE], &options->profile))
		return options_refuse("there is no profile ", value[OPTION_PROFILE]);
	return STATUS_MADE;
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
	options->goal = options->command == COMMAND_CHECK ? REPORT_CHECK : REPORT_PDF;
	options->inputs = argv + optind + 1;
	options->n_inputs = argc - optind - 1;
	*status = check_call(options);
	return *status == STATUS_MADE;
}
