#include "say.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "program.h"

static bool is_set(const char *name)
{
	const char *value = getenv(name);

	return value && *value;
}

bool say_is_terminal(void)
{
	const char *term = getenv("TERM");

	return isatty(STDERR_FILENO) && term && *term && strcmp(term, "dumb") != 0;
}

static enum problem_style choose_style(const struct options *options)
{
	if (options->value[OPTION_JSON])
		return PROBLEM_JSON;
	return say_is_terminal() && !is_set("NO_COLOR") ? PROBLEM_COLOURED : PROBLEM_PLAIN;
}

void say_choose(struct arena *arena, struct options *options)
{
	const char *asked = options->value[OPTION_LANG], *wanted = language_wanted();

	if (asked && (!strcmp(asked, "en") || !strcmp(asked, "th")))
		wanted = asked;
	options->language = strcmp(wanted, "en") ? program_language(arena, wanted) : NULL;
	options->view.style = choose_style(options);
	options->view.least = !options->value[OPTION_QUIET] ? FINE
		: options->value[OPTION_STRICT] ? WARNING : ERROR;
}

bool say_is_heard(const struct options *options)
{
	return isatty(STDERR_FILENO) && !options->value[OPTION_QUIET]
		&& !options->value[OPTION_JSON];
}

/* The words live in the arena. */
static const char *words(struct arena *arena, const struct options *options,
	const char *const *message_and_details)
{
	struct bytes text = { .arena = arena };

	phrase_tell(options->language, message_and_details[0], message_and_details + 1, &text);
	return text.at;
}

void say_to(const struct options *options, FILE *out, const char *const *message_and_details)
{
	struct arena *arena = arena_open();

	if (!options->value[OPTION_QUIET] && !options->value[OPTION_JSON])
		fprintf(out, "raingan: %s\n", words(arena, options, message_and_details));
	arena_close(arena);
}

void say_error(const struct options *options, const char *kind,
	const char *const *message_and_details)
{
	struct arena *arena = arena_open();
	const char *message = words(arena, options, message_and_details);

	if (options->view.style == PROBLEM_JSON)
		problem_print(PROBLEM_JSON, kind, (struct place){ "", 0 }, message, stderr);
	else
		fprintf(stderr, "raingan: %s\n", message);
	arena_close(arena);
}

bool say_wrong(const struct options *options, const char *const *message_and_details)
{
	const char *name = options->command < COMMANDS ? command_rows[options->command].name : "";

	say_error(options, "USAGE", message_and_details);
	if (options->view.style != PROBLEM_JSON)
		fprintf(stderr, "%s raingan %s%s--help\n",
			language_text(options->language, N_("Try:")), name, *name ? " " : "");
	return false;
}
