#include <string.h>

#include "base/bytes.h"
#include "base/output.h"
#include "batch.h"
#include "build.h"
#include "commands.h"
#include "confine.h"
#include "fresh.h"
#include "outputs.h"
#include "say.h"

/* What is noted of an input by the process that it is made in. */
struct note {
	struct timings timings;
	bool skipped;
};

/* What all inputs share. */
struct making {
	struct session *session;
	const struct options *options;
	struct note *notes;		/* one an input */
	moment resources;		/* for --resume: see fresh.h */
	moment *around;			/* likewise, one an input; NULL without --resume */
};

struct report build_report_of(struct arena *arena, const struct options *options,
	const char *input)
{
	return (struct report){
		.source_path = input,
		.styles_path = options->value[OPTION_STYLES],
		.template = options->value[OPTION_TEMPLATE],
		.pdf_path = outputs_choose(arena, options, input),
		.goal = options->goal,
		.profile = options->profile,
		.booklet = options->booklet,
		.edition = { options->value[OPTION_AGENDA], options->value[OPTION_DRAFT],
			options->value[OPTION_LINE_NUMBERS], options->value[OPTION_RECTO] },
		.excerpt = { options->value[OPTION_SECTIONS], options->value[OPTION_ONLY] },
		.one_sided = options->value[OPTION_ONE_SIDED],
		.copies = options->copies,
		.packing = options->value[OPTION_LINEARIZE] ? PACKING_LINEAR
			: options->value[OPTION_COMPACT] ? PACKING_COMPACT : PACKING_NONE,
		.strict = options->value[OPTION_STRICT],
		.makes_folder = outputs_in_folder(options),
	};
}

void build_make(struct session *session, const struct report *report, struct problems *problems)
{
	struct bytes dump = { .arena = problems->arena };

	report_build(problems->arena, session, report, &dump, problems);
	if (dump.n)
		fwrite(dump.at, 1, dump.n, stdout);
}

static bool is_dump(enum report_goal goal)
{
	return goal >= REPORT_DUMP_TREE;
}

static int count(const struct problems *problems, bool warnings)
{
	int n = 0;

	for (int i = 0; i < problems->n; i++)
		n += (problem_severity(problems->at[i].kind) == WARNING) == warnings;
	return n;
}

/* The closing line for one input. */
static void sum_up(const struct options *options, const struct problems *problems,
	const char *path, FILE *out)
{
	const char *errors = arena_printf(problems->arena, "%d", count(problems, false));
	const char *warnings = arena_printf(problems->arena, "%d", count(problems, true));

	if (options->n_inputs > 1
			&& (status_of(options, problems) || !outputs_are_written(options)))
		return;		/* their number is told at the end */
	if (!outputs_are_written(options) && !problems->n && options->goal == REPORT_CHECK)
		say_status(options, out, N_("no problems"), "");
	else if (!outputs_are_written(options))
		say_status(options, out, N_("errors: {1}, warnings: {2}"), errors, warnings);
	else if (status_of(options, problems))
		say_status(options, out, N_("nothing is made; errors: {1}, warnings: {2}"), errors,
			warnings);
	else if (problems->n)
		say_status(options, out, N_("made {1}; warnings: {2}"), path, warnings);
	else
		say_status(options, out, N_("made {1}"), path);
}

static enum status build_one(const void *with, int i, FILE *out)
{
	const struct making *making = with;
	const struct options *options = making->options;
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena, .language = options->language };
	struct report report = build_report_of(arena, options, options->inputs[i]);
	struct note *note = &making->notes[i];
	enum status status;

	making->session->timings = options->value[OPTION_TIMINGS] ? &note->timings : NULL;
	note->skipped = making->around && fresh_is(arena, making->session, &report,
		making->resources, making->around[i]);
	if (note->skipped) {
		arena_close(arena);
		return STATUS_MADE;
	}
	build_make(making->session, &report, &problems);
	status = status_print(options, &problems, out);
	if (say_is_heard(options) && !is_dump(options->goal))
		sum_up(options, &problems, options->goal == REPORT_WEB
			? options->value[OPTION_OUTPUT] : output_name(report.pdf_path), out);
	arena_close(arena);
	return status;
}

enum status build_lost(const struct options *options, const char *input, enum problem_kind kind,
	FILE *out)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena, .language = options->language };

	problem_report(&problems, kind, ((struct place){ bytes_name(input), 0 }), "");
	status_print(options, &problems, out);
	arena_close(arena);
	return STATUS_SYSTEM;
}

static enum status tell_crash(const void *with, int i, FILE *out)
{
	const struct making *making = with;

	return build_lost(making->options, making->options->inputs[i], PROBLEM_CRASHED, out);
}

static enum status tell_end(const void *with, int i, FILE *out)
{
	const struct making *making = with;

	return build_lost(making->options, making->options->inputs[i], PROBLEM_MACHINE_SHORT, out);
}

static void print_summary(struct arena *arena, const struct making *making,
	const struct batch_result *result)
{
	const struct options *options = making->options;
	int n = options->n_inputs, skipped = 0;

	for (int i = 0; i < n; i++)
		skipped += making->notes[i].skipped;
	if (result->failed || skipped || say_is_heard(options))
		say_status(options, stderr, skipped
			? N_("{1} of {2} done, {3} failed, {4} skipped")
			: N_("{1} of {2} done, {3} failed"),
			arena_printf(arena, "%d", result->made - skipped),
			arena_printf(arena, "%d", n), arena_printf(arena, "%d", result->failed),
			arena_printf(arena, "%d", skipped));
}

/* Many inputs: in processes of their own, so that one that crashes costs itself only. */
static enum status build_all(struct arena *arena, const struct making *making)
{
	const struct options *options = making->options;
	struct batch batch = { options->n_inputs, options->jobs, build_one, tell_crash,
		tell_end, making, options };
	struct batch_result result;

	if (batch.workers > batch.n)
		batch.workers = batch.n;
	result = batch_run(arena, &batch);
	print_summary(arena, making, &result);
	return result.worst;
}

static enum status build_each(const struct making *making)
{
	enum status worst = STATUS_MADE;

	for (int i = 0; i < making->options->n_inputs; i++) {
		enum status status = build_one(making, i, stderr);

		worst = status > worst ? status : worst;
	}
	return worst;
}

/* Inputs of one folder usually come together. */
static moment *find_around(struct arena *arena, const struct options *options)
{
	moment *around = arena_alloc(arena, (size_t)options->n_inputs * sizeof *around);
	const char *last = NULL;

	for (int i = 0; i < options->n_inputs; i++) {
		const char *folder = folder_above(arena, options->inputs[i]);

		around[i] = last && !strcmp(last, folder) ? around[i - 1]
			: fresh_folder(arena, folder);
		last = folder;
	}
	return around;
}

static struct making start(struct arena *arena, const struct options *options,
	struct session *session)
{
	struct making making = { .session = session, .options = options };

	making.notes = batch_share(arena, (size_t)options->n_inputs * sizeof *making.notes);
	if (options->value[OPTION_RESUME]) {
		making.resources = fresh_resources(arena, session);
		making.around = find_around(arena, options);
	}
	return making;
}

static void print_timings(const struct making *making)
{
	struct timings sum = { 0 };

	if (!making->options->value[OPTION_TIMINGS])
		return;
	for (int i = 0; i < making->options->n_inputs; i++)
		timings_add(&sum, &making->notes[i].timings);
	timings_print(&sum, making->options->language, stderr);
}

enum status command_build(struct arena *arena, const struct options *options)
{
	struct session *session = command_session(arena, options);
	struct making making;
	struct problems problems = { .arena = arena, .language = options->language };
	enum status worst;

	if (!session)
		return STATUS_USAGE;
	outputs_check(arena, options, &problems);
	if (status_print(options, &problems, stderr))
		return STATUS_INPUT;
	making = start(arena, options, session);
	confine(arena, options, session, NULL);
	worst = options->n_inputs > 1 && !is_dump(options->goal) ? build_all(arena, &making)
		: build_each(&making);
	print_timings(&making);
	return worst;
}
