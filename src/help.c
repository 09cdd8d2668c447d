#include "help.h"

#include <string.h>

enum { OPTION_COLUMNS = 23, CALL_COLUMNS = 54 };

/* The text, its further lines as far in as its first. */
static void put_text(const struct options *options, const char *text, int indent, FILE *out)
{
	const char *at = language_text(options->language, text);

	for (size_t n; *(at + (n = strcspn(at, "\n"))); at += n + 1)
		fprintf(out, "%.*s\n%*s", (int)n, at, indent, "");
	fprintf(out, "%s\n", at);
}

static void put_option(const struct options *options, const struct option_row *row, FILE *out)
{
	char name[2 * OPTION_COLUMNS], letter[] = "-o, ";

	letter[1] = row->letter;
	snprintf(name, sizeof name, "%s--%s%s%s", row->letter ? letter : "    ", row->name,
		row->argument ? " " : "", row->argument ? row->argument : "");
	fprintf(out, "  %-*s", OPTION_COLUMNS - 2, name);
	put_text(options, row->text, OPTION_COLUMNS, out);
}

/* The options of a group that one of the commands (bits) takes. */
static void put_group(const struct options *options, enum option_group group, int takers,
	FILE *out)
{
	static const char *const titles[] = {
		[GROUP_OWN] = N_("Options:"),
		[GROUP_PAPER] = N_("With --profile print:"),
		[GROUP_COMMON] = N_("With every command:"),
	};
	bool any = false;

	for (int i = 0; i < OPTION_NAMES; i++) {
		if (option_rows[i].group != group || !(option_rows[i].takers & takers))
			continue;
		if (!any)
			fprintf(out, "\n%s\n", language_text(options->language, titles[group]));
		put_option(options, &option_rows[i], out);
		any = true;
	}
}

static void put_line(const struct options *options, const char *text, FILE *out)
{
	fprintf(out, "%s\n", language_text(options->language, text));
}

void help_program(const struct options *options, FILE *out)
{
	put_line(options, N_("usage: raingan COMMAND FILES... [OPTIONS]"), out);
	fputs("\n", out);
	for (int i = 0; i < COMMANDS; i++) {
		fprintf(out, "  %-9s", command_rows[i].name);
		put_text(options, command_rows[i].text, 11, out);
	}
	put_group(options, GROUP_COMMON, -1, out);
	fputs("\n", out);
	put_line(options, N_("raingan COMMAND --help tells its options, with examples."), out);
	put_line(options, N_("Exit status: 0 made, 1 the input has errors, 2 wrong usage, "
		"3 the system failed."), out);
}

void help_command(const struct options *options, FILE *out)
{
	const struct command_row *row = &command_rows[options->command];

	fprintf(out, "%s raingan %s %s\n  ", language_text(options->language, N_("usage:")),
		row->name, row->usage);
	put_text(options, row->text, 2, out);
	for (int group = 0; group < OPTION_GROUPS; group++)
		put_group(options, (enum option_group)group, 1 << options->command, out);
	fputs("\n", out);
	put_line(options, N_("Examples:"), out);
	for (const struct example *example = row->examples; example->call; example++) {
		fprintf(out, "  raingan %s\n      ", example->call);
		put_text(options, example->text, 6, out);
	}
}

void help_first(const struct options *options, FILE *out)
{
	static const struct example calls[] = {
		{ "new --year 2566 --from measures-2565.xml", N_("begins next year's report") },
		{ "check measures-2566.xml", N_("tells what is still to be done") },
		{ "build measures-2566.xml", N_("makes its PDF") },
	};

	put_line(options, N_("raingan makes official reports as PDF files from XML."), out);
	fputs("\n", out);
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		fprintf(out, "  raingan %-*s", CALL_COLUMNS - 10, calls[i].call);
		put_text(options, calls[i].text, CALL_COLUMNS, out);
	}
	fputs("\n", out);
	put_line(options, N_("raingan --help tells everything else."), out);
}
