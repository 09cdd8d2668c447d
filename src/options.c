#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "help.h"
#include "model/names.h"
#include "say.h"

#ifndef VERSION
#define VERSION "0.1"
#endif

enum { COPIES_MOST = 99, JOBS_MOST = 1000, SECONDS_MOST = 86400, MEBIBYTES_MOST = 1 << 20 };

/* What getopt_long() answers for the first row. */
enum { FIRST_ROW = 256 };

/* The first thing that is wrong with the options; it is told when the language is known. */
struct fault {
	const char *words[4];		/* a message, at most two details, NULL; or nothing */
};

static void blame(struct fault *fault, const char *message, const char *detail, const char *other)
{
	if (!fault->words[0])
		*fault = (struct fault){ { message, detail, other, NULL } };
}

static void blame_unknown(struct arena *arena, const char *typed, struct fault *fault)
{
	const char *name = typed + strspn(typed, "-"), *near;
	struct names names = { 0 };

	name = arena_copy(arena, name, strcspn(name, "="));
	for (int i = 0; i < OPTION_NAMES; i++)
		*list_add(arena, &names) = option_rows[i].name;
	near = names_near(&names, name);
	if (near)
		blame(fault, N_("there is no option --{1}: did you mean --{2}?"), name, near);
	else
		blame(fault, N_("there is no option {1}"), typed, NULL);
}

/* An unambiguous beginning, which getopt_long() takes too: more options make it another's. */
static bool is_abbreviated(const char *typed, const char *name)
{
	return !strncmp(typed, "--", 2) && strcspn(typed + 2, "=") < strlen(name);
}

static void read_option(struct arena *arena, struct options *options, int found,
	char *const *typed, struct fault *fault)
{
	const struct option_row *row = &option_rows[found - FIRST_ROW];

	/* typed is the argument in front of the next one: the option or its value */
	if (optarg && optarg == *typed)
		typed--;
	if (is_abbreviated(*typed, row->name))
		blame_unknown(arena, *typed, fault);
	options->value[found - FIRST_ROW] = optarg ? optarg : "";
}

static void blame_bad(struct arena *arena, int answer, const char *typed, struct fault *fault)
{
	const char *name = optopt >= FIRST_ROW ? option_rows[optopt - FIRST_ROW].name : "";

	if (answer == ':')
		blame(fault, N_("{1} needs something behind it"), typed, NULL);
	else if (*name)
		blame(fault, N_("--{1} takes nothing behind it"), name, NULL);
	else if (optopt)
		blame(fault, N_("there is no option {1}"),
			arena_printf(arena, "-%c", optopt), NULL);
	else
		blame_unknown(arena, typed, fault);
}

static int find_letter(int letter)
{
	int i = 0;

	while (i < OPTION_NAMES && option_rows[i].letter != letter)
		i++;
	return i < OPTION_NAMES ? i + FIRST_ROW : letter;
}

static struct fault read_options(struct arena *arena, int argc, char **argv,
	struct options *options)
{
	struct option names[OPTION_NAMES + 1] = { 0 };
	char letters[2 * OPTION_NAMES + 2] = ":", *end = letters + 1;	/* ":": see blame_bad() */
	struct fault fault = { 0 };
	int found;

	for (int i = 0; i < OPTION_NAMES; i++) {
		const struct option_row *row = &option_rows[i];

		names[i] = (struct option){ row->name, row->argument ? required_argument
			: no_argument, NULL, i + FIRST_ROW };
		if (row->letter)
			*end++ = row->letter;
		if (row->letter && row->argument)
			*end++ = ':';
	}
	opterr = 0;
	while ((found = getopt_long(argc, argv, letters, names, NULL)) != -1) {
		found = find_letter(found);
		if (found >= FIRST_ROW)
			read_option(arena, options, found, argv + optind - 1, &fault);
		else
			blame_bad(arena, found, argv[optind - 1], &fault);
	}
	return fault;
}

/* The name's place in the list; -1 if it is not in it. */
static int find_name(const struct names *names, const char *name)
{
	int i = 0;

	while (i < names->n && strcmp(names->at[i], name) != 0)
		i++;
	return i < names->n ? i : -1;
}

/*
 * The place of the option's value in the list (up to a NULL), or absent where it is not given.
 * False, having said so, where it is not in it.
 */
static bool find_choice(struct arena *arena, const struct options *options,
	enum option_name option, const char *const *list, int *choice)
{
	const char *value = options->value[option];
	struct names names = { 0 };

	for (; value && *list; list++)
		*list_add(arena, &names) = *list;
	if (value)
		*choice = find_name(&names, value);
	if (value && *choice < 0)
		say_usage(options, N_("--{1} cannot be \"{2}\"; it can be {3}"),
			option_rows[option].name, value, names_list(arena, &names, NULL));
	return !value || *choice >= 0;
}

/* A whole number from 1 to most; left as it is where there is none. */
static bool find_count(const struct options *options, enum option_name option, int most,
	int *count)
{
	const char *text = options->value[option];
	long value = text ? strtol(text, NULL, 10) : 1;
	bool good = value >= 1 && value <= most
		&& (!text || strspn(text, "0123456789") == strlen(text));
	char limit[16];

	snprintf(limit, sizeof limit, "%d", most);
	if (text && good)
		*count = (int)value;
	if (!good)
		say_usage(options, N_("--{1} cannot be \"{2}\"; it can be a number from 1 to {3}"),
			option_rows[option].name, text, limit);
	return good;
}

/* What only paper has, given without the profile for it; OPTION_NAMES: there is none. */
static int find_paper_option(const struct options *options)
{
	int i = 0;

	while (i < OPTION_NAMES && (!options->value[i] || option_rows[i].group != GROUP_PAPER
			|| options->profile == PROFILE_PRINT))
		i++;
	return i;
}

static bool check_edition(struct arena *arena, struct options *options)
{
	static const char *const profiles[] = {
		[PROFILE_ARCHIVE] = "archive", [PROFILE_PRINT] = "print",
		[PROFILE_SCREEN] = "screen", NULL,
	};
	static const char *const booklets[] = { "A4", "A3", NULL };
	const char *const *value = options->value;
	int profile = PROFILE_ARCHIVE, booklet = -1, paper;

	if (!find_choice(arena, options, OPTION_PROFILE, profiles, &profile)
			|| !find_choice(arena, options, OPTION_BOOKLET, booklets, &booklet)
			|| !find_count(options, OPTION_COPIES, COPIES_MOST, &options->copies))
		return false;
	options->profile = (enum profile)profile;
	options->booklet = (enum booklet[]){ BOOKLET_NONE, BOOKLET_A4, BOOKLET_A3 }[booklet + 1];
	paper = find_paper_option(options);
	if (value[OPTION_SECTIONS] && value[OPTION_ONLY])
		return say_usage(options, N_("--sections and --only exclude each other"), "");
	if (paper < OPTION_NAMES)
		return say_usage(options, N_("--{1} is for paper: add --profile print"),
			option_rows[paper].name);
	return true;
}

static bool check_dump(struct arena *arena, struct options *options)
{
	static const char *const dumps[] = { "tree", "files", "doc", "text", "strips", "pages",
		NULL };
	static const enum report_goal goals[] = { REPORT_DUMP_TREE, REPORT_DUMP_FILES,
		REPORT_DUMP_DOC, REPORT_DUMP_TEXT, REPORT_DUMP_STRIPS, REPORT_DUMP_PAGES };
	int dump = -1;
	bool good = find_choice(arena, options, OPTION_DUMP, dumps, &dump);

	if (dump >= 0)
		options->goal = goals[dump];
	if (dump >= 0 && options->value[OPTION_RESUME])
		return say_usage(options, N_("--dump and --resume exclude each other"), "");
	return good;
}

/* An option that the command does not take; OPTION_NAMES if there is none. */
static int find_stranger(const struct options *options)
{
	int i = 0;

	while (i < OPTION_NAMES && (!options->value[i]
			|| option_rows[i].takers & 1 << options->command))
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

/* What the options ask of standard input and output. */
static bool check_standard(const struct options *options)
{
	if (count_standard(options) > 1)
		return say_usage(options,
			N_("- is named twice: standard input can be read once"), "");
	if ((options->command == COMMAND_WATCH && (count_standard(options)
			|| writes_standard(options)))
			|| (options->command == COMMAND_EXTRACT && count_standard(options)))
		return say_usage(options, N_("{1} takes files only, not -"),
			command_rows[options->command].name);
	if (!writes_standard(options))
		return true;
	if (options->command == COMMAND_WEB || options->command == COMMAND_EXTRACT
			|| options->n_inputs > 1)
		return say_usage(options, N_("several files do not go to standard output: "
			"-o needs a folder"), "");
	if (options->command != COMMAND_NEW && isatty(STDOUT_FILENO))
		return say_usage(options,
			N_("a PDF is nothing for a terminal: name a file with -o"), "");
	return true;
}

static bool has_empty_input(const struct options *options)
{
	for (int i = 0; i < options->n_inputs; i++)
		if (!*options->inputs[i])
			return true;
	return false;
}

static bool check_inputs(const struct options *options)
{
	const struct command_row *row = &command_rows[options->command];

	if (options->n_inputs < row->least)
		return say_usage(options, N_("which file? none is named for {1}"), row->name);
	if (options->n_inputs > row->most)
		return say_usage(options, N_("too many files for {1}"), row->name);
	if (has_empty_input(options))
		return say_usage(options, N_("an input has no name"), "");
	return true;
}

/* Without what the command cannot go on. */
static bool check_needs(const struct options *options)
{
	static const struct { enum command command; enum option_name option; } needs[] = {
		{ COMMAND_RENDER, OPTION_STYLES }, { COMMAND_NEW, OPTION_YEAR },
		{ COMMAND_WEB, OPTION_OUTPUT },
	};
	const char *const *value = options->value;

	if (value[OPTION_OUTPUT] && !*value[OPTION_OUTPUT])
		return say_usage(options, N_("-o needs a name"), "");
	for (size_t i = 0; i < sizeof needs / sizeof *needs; i++) {
		const struct option_row *row = &option_rows[needs[i].option];

		if (options->command == needs[i].command && !value[needs[i].option])
			return say_usage(options, N_("{1} needs --{2} {3}"),
				command_rows[options->command].name, row->name, row->argument);
	}
	return true;
}

/* False, having said why, if the call makes no sense. */
static bool check_call(struct arena *arena, struct options *options)
{
	int stranger = find_stranger(options);

	if (stranger < OPTION_NAMES)
		return say_usage(options, N_("{1} takes no --{2}"),
			command_rows[options->command].name, option_rows[stranger].name);
	if (options->value[OPTION_TIMINGS] && options->value[OPTION_JSON])
		return say_usage(options, N_("--timings and --json exclude each other"), "");
	options->jobs = 1;
	return check_inputs(options) && check_needs(options) && check_dump(arena, options)
		&& find_count(options, OPTION_JOBS, JOBS_MOST, &options->jobs)
		&& find_count(options, OPTION_MAX_SECONDS, SECONDS_MOST, &options->seconds)
		&& find_count(options, OPTION_MAX_MEMORY, MEBIBYTES_MOST, &options->mebibytes)
		&& check_standard(options) && check_edition(arena, options);
}

/* False, having said so, where there is no such command. */
static bool find_command(struct arena *arena, struct options *options, const char *name)
{
	struct names names = { 0 };
	const char *near;
	int found;

	for (int i = 0; i < COMMANDS; i++)
		*list_add(arena, &names) = command_rows[i].name;
	found = find_name(&names, name);
	near = names_near(&names, name);
	if (found >= 0)
		options->command = (enum command)found;
	else if (near)
		say_usage(options, N_("there is no command {1}: did you mean {2}?"), name, near);
	else
		say_usage(options, N_("there is no command {1}: it can be {2}"), name,
			names_list(arena, &names, NULL));
	return found >= 0;
}

/* What ends the program without a command being done: answers how. */
static enum status answer(const struct options *options, bool has_command)
{
	if (options->value[OPTION_VERSION])
		puts("raingan " VERSION);
	else if (options->value[OPTION_HELP] && has_command)
		help_command(options, stdout);
	else if (options->value[OPTION_HELP])
		help_program(options, stdout);
	else
		help_first(options, stderr);
	return options->value[OPTION_HELP] || options->value[OPTION_VERSION] ? STATUS_MADE
		: STATUS_USAGE;
}

bool options_have_quota(const struct options *options)
{
	return options->seconds || options->mebibytes;
}

bool options_parse(struct arena *arena, int argc, char **argv, struct options *options,
	enum status *status)
{
	static const char *const languages[] = { "en", "th", NULL };
	struct fault fault;
	int language = 0;

	*options = (struct options){ .command = COMMANDS };
	fault = read_options(arena, argc, argv, options);
	say_choose(arena, options);
	*status = STATUS_USAGE;
	if (fault.words[0])
		return say_wrong(options, fault.words);
	if (!find_choice(arena, options, OPTION_LANG, languages, &language)
			|| (optind < argc && !find_command(arena, options, argv[optind])))
		return false;
	if (optind == argc || options->value[OPTION_HELP] || options->value[OPTION_VERSION]) {
		*status = answer(options, optind < argc);
		return false;
	}
	options->goal = command_rows[options->command].goal;
	options->inputs = argv + optind + 1;
	options->n_inputs = argc - optind - 1;
	if (!check_call(arena, options))
		return false;
	*status = STATUS_MADE;
	return true;
}
