/* The command line: a command, its options and inputs.  Every option is a row of options.c. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "report.h"

/* How the program ends: its exit status. */
enum status { STATUS_MADE, STATUS_INPUT, STATUS_USAGE, STATUS_SYSTEM };

enum command {
	COMMAND_BUILD, COMMAND_CHECK, COMMAND_RENDER, COMMAND_WATCH, COMMAND_NEW, COMMAND_WEB,
	COMMAND_EXTRACT,
};

enum option_name {
	OPTION_OUTPUT, OPTION_TEMPLATE, OPTION_STYLES, OPTION_PROFILE, OPTION_DRAFT,
	OPTION_AGENDA, OPTION_LINE_NUMBERS, OPTION_RECTO, OPTION_ONE_SIDED, OPTION_COPIES,
	OPTION_BOOKLET, OPTION_SECTIONS, OPTION_ONLY, OPTION_COMPACT, OPTION_LINEARIZE,
	OPTION_DUMP, OPTION_TIMINGS, OPTION_RESUME, OPTION_STRICT, OPTION_JOBS, OPTION_DATA,
	OPTION_NO_SANDBOX, OPTION_MAX_SECONDS, OPTION_MAX_MEMORY,
	OPTION_YEAR, OPTION_FROM, OPTION_SCORES, OPTION_HELP, OPTION_VERSION,
	OPTION_NAMES
};

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
};

/*
 * Fills options.  False where the program has nothing more to do, having said
 * why or having answered --help: *status then says how it ends.
 */
bool options_parse(int argc, char **argv, struct options *, enum status *status);

/* Whether a report may take only so much time or memory: each is made in a process of its own. */
bool options_have_quota(const struct options *);

/* Says what was wrong with the call; answers STATUS_USAGE. */
enum status options_refuse(const char *why, const char *what);

#endif
