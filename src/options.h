/* The command line: a command, its options and inputs.  Each option is a row of options_rows.c. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "report.h"

/* How the program ends: its exit status. */
enum status { STATUS_MADE, STATUS_INPUT, STATUS_USAGE, STATUS_SYSTEM };

enum command {
	COMMAND_BUILD, COMMAND_CHECK, COMMAND_RENDER, COMMAND_WATCH, COMMAND_NEW, COMMAND_WEB,
	COMMAND_EXTRACT,
	COMMANDS
};

/* In the order of the help. */
enum option_name {
	OPTION_OUTPUT, OPTION_TEMPLATE, OPTION_STYLES, OPTION_PROFILE, OPTION_SECTIONS,
	OPTION_ONLY, OPTION_COMPACT, OPTION_LINEARIZE, OPTION_YEAR, OPTION_FROM, OPTION_SCORES,
	OPTION_STRICT, OPTION_JOBS, OPTION_RESUME, OPTION_DUMP, OPTION_TIMINGS,
	OPTION_AGENDA, OPTION_DRAFT, OPTION_LINE_NUMBERS, OPTION_RECTO, OPTION_ONE_SIDED,
	OPTION_COPIES, OPTION_BOOKLET,
	OPTION_LANG, OPTION_QUIET, OPTION_JSON, OPTION_DATA, OPTION_MAX_SECONDS,
	OPTION_MAX_MEMORY, OPTION_NO_SANDBOX,
	OPTION_HELP, OPTION_VERSION,
	OPTION_NAMES
};

/* Under which heading of the help an option stands. */
enum option_group { GROUP_OWN, GROUP_PAPER, GROUP_COMMON, OPTION_GROUPS };

struct option_row {
	const char *name;		/* without its two hyphens */
	char letter;			/* "o" for -o too; 0: it has none */
	const char *argument;		/* as the help calls it; NULL: it takes none */
	const char *text;		/* English, in lines that fit the help */
	int takers;			/* the commands that take it: bits */
	enum option_group group;
};

struct example { const char *call, *text; };

struct command_row {
	const char *name, *usage, *text;	/* usage: what follows the name */
	int least, most;		/* inputs */
	enum report_goal goal;		/* of it, unless something is dumped */
	struct example examples[4];	/* a call of NULL ends them */
};

extern const struct option_row option_rows[OPTION_NAMES];
extern const struct command_row command_rows[COMMANDS];

struct options {
	enum command command;
	const char *value[OPTION_NAMES];	/* NULL: not given; "" where it takes none */
	enum report_goal goal;
	enum profile profile;
	enum booklet booklet;
	int copies, jobs;
	int seconds, mebibytes;		/* that a report may take; 0: as many as it needs */
	char **inputs;
	int n_inputs;
	const struct language *language;	/* of what is said; NULL: English */
	struct problem_view view;
};

/*
 * Fills options.  False where the program has nothing more to do, having said
 * why or having answered --help: *status then says how it ends.
 */
bool options_parse(struct arena *, int argc, char **argv, struct options *, enum status *status);

/* Whether a report may take only so much time or memory: each is made in a process of its own. */
bool options_have_quota(const struct options *);

#endif
