/* What the program tells of itself, from the rows of options_rows.c, in the options' language. */
#ifndef HELP_H
#define HELP_H

#include "options.h"

/* All commands, and the options that each takes. */
void help_program(const struct options *, FILE *);

/* The options' command: its options and examples. */
void help_command(const struct options *, FILE *);

/* For those who name no command: the calls that a year needs. */
void help_first(const struct options *, FILE *);

#endif
