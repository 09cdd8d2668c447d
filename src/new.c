#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/numeral.h"
#include "base/output.h"
#include "commands.h"
#include "confine.h"
#include "model/successor.h"
#include "say.h"

static const char *choose_path(struct arena *arena, const struct options *options,
	const char *year)
{
	const char *output = options->value[OPTION_OUTPUT];
	const char *name = arena_printf(arena, "measures-%s.xml", year);

	if (!output)
		return name;
	return folder_is_named(output) ? folder_file(arena, output, name) : output;
}

static void report_failure(const char *path, int error, struct problems *problems)
{
	struct place place = { path, 0 };

	if (error == EEXIST)
		problem_report(problems, PROBLEM_FILE_EXISTS, place, "");
	else if (error)
		problem_report(problems, PROBLEM_FILE_UNWRITABLE, place, strerror(error));
}

static void write_file(struct arena *arena, const char *path, const struct bytes *bytes,
	struct problems *problems)
{
	const char *why = folder_make(arena, path);
	struct output *output;

	if (why) {
		problem_report(problems, PROBLEM_FILE_UNWRITABLE, ((struct place){ path, 0 }), why);
		return;
	}
	output_sweep(arena, path);
	output = output_create(arena, path);
	output_add(output, bytes->at, bytes->n);
	output_close(output, true);
	report_failure(path, output_error(output), problems);
}

enum status command_new(struct arena *arena, const struct options *options)
{
	struct session *session = command_session(arena, options);
	struct problems problems = { .arena = arena, .language = options->language };
	struct bytes bytes = { .arena = arena };
	const char *year = numeral_ascii_digits(arena, options->value[OPTION_YEAR]);
	const char *path = choose_path(arena, options, year);
	enum status status;

	if (!session)
		return STATUS_USAGE;
	if (!numeral_fiscal_first_day(arena, year)) {
		say_usage(options,
			N_("--year is a year of the Buddhist era, such as 2566, not {1}"), year);
		return STATUS_USAGE;
	}
	confine(arena, options, session, path);
	if (successor_make(arena, &(struct successor){ &session->resources, year,
			options->value[OPTION_FROM], options->value[OPTION_SCORES] }, &bytes,
			&problems))
		write_file(arena, path, &bytes, &problems);
	status = status_print(options, &problems, stderr);
	if (status == STATUS_MADE && say_is_heard(options))
		say_status(options, stderr,
			N_("made {1}; raingan check {1} tells what is to be filled in"), path);
	return status;
}
