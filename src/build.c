#include <string.h>
#include <sys/stat.h>

#include "base/bytes.h"
#include "base/output.h"
#include "base/quota.h"
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
	enum ending ending;		/* of the process that died last */
	struct quota quota;
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

/*
 * Where the caller does not say how much: what the largest pictures need, and for a large
 * report more.  A template can double a text thirty times.
 */
static void limit_memory(const struct making *making, const char *input)
{
	const uint64_t plain = (uint64_t)2 << 30, per_byte = 256;
	uint64_t mebibytes = (uint64_t)making->options->mebibytes;
	struct stat status;
	uint64_t size = stat(input, &status) || !S_ISREG(status.st_mode) ? 0
		: (uint64_t)status.st_size;

	quota_memory(&making->quota, mebibytes ? mebibytes << 20 : plain + size * per_byte);
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

	limit_memory(making, options->inputs[i]);
	making->session->timings = options->value[OPTION_TIMINGS] ? &note->timings : NULL;
	/* What is not written to takes no memory: there is a note for each of thousands. */
	if (making->around && fresh_is(arena, making->session, &report, making->resources,
			making->around[i])) {
		note->skipped = true;
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

/* What to tell of an input whose process is gone: what it was granted is spent, or else. */
static void report_ending(const struct options *options, struct place place, enum ending ending,
	struct problems *problems)
{
	const char *seconds = options->value[OPTION_MAX_SECONDS];
	const char *mebibytes = options->value[OPTION_MAX_MEMORY];

	if (ending == ENDING_TIME && seconds)
		problem_report(problems, PROBLEM_TIME_SPENT, place, seconds);
	else if (ending == ENDING_MEMORY && mebibytes)
		problem_report(problems, PROBLEM_MEMORY_SPENT, place, mebibytes);
	else
		problem_report(problems, ending == ENDING_MEMORY ? PROBLEM_MACHINE_SHORT
			: PROBLEM_CRASHED, place, "");
}

enum status build_lost(const struct options *options, const char *input, enum ending ending,
	FILE *out)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena, .language = options->language };
	enum status status;

	report_ending(options, (struct place){ bytes_name(input), 0 }, ending, &problems);
	status = status_print(options, &problems, out);
	arena_close(arena);
	return status;
}

/* In a process of its own, which goes when the time is over. */
static enum status build_in_time(const void *with, int i, FILE *out)
{
	const struct making *making = with;
	enum status status;

	quota_time(making->options->seconds);
	status = build_one(with, i, out);
	quota_time(0);
	return status_flush(making->options, status);
}

static enum status tell_lost(const void *with, int i, FILE *out)
{
	const struct making *making = with;

	return build_lost(making->options, making->options->inputs[i], making->ending, out);
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
static enum status build_all(struct arena *arena, struct making *making)
{
	const struct options *options = making->options;
	struct batch batch = { options->n_inputs, options->jobs, build_in_time, tell_lost, making,
		&making->ending, options };
	struct batch_result result;

	if (batch.workers > batch.n)
		batch.workers = batch.n;
	result = batch_run(arena, &batch);
	if (options->n_inputs > 1)
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
	struct making making = { .session = session, .options = options, .quota = quota_now() };

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

/* Dumps of several inputs follow one another. */
static bool is_built_apart(const struct options *options)
{
	return options_have_quota(options)
		|| (options->n_inputs > 1 && !is_dump(options->goal));
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
	worst = is_built_apart(options) ? build_all(arena, &making) : build_each(&making);
	print_timings(&making);
	return worst;
}
