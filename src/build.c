#include "batch.h"
#include "commands.h"
#include "outputs.h"
#include "say.h"

/* What all inputs share. */
struct making {
	struct session *session;
	const struct options *options;
};

static struct report report_of(struct arena *arena, const struct options *options,
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
	struct bytes dump = { .arena = arena };
	struct report report = report_of(arena, options, options->inputs[i]);
	enum status status;

	report_build(arena, making->session, &report, &dump, &problems);
	if (dump.n)
		fwrite(dump.at, 1, dump.n, stdout);
	status = status_print(options, &problems, out);
	if (say_is_heard(options) && !is_dump(options->goal))
		sum_up(options, &problems, options->goal == REPORT_WEB
			? options->value[OPTION_OUTPUT] : report.pdf_path, out);
	arena_close(arena);
	return status;
}

static enum status tell_crash(const void *with, int i, FILE *out)
{
	const struct making *making = with;
	const struct options *options = making->options;
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena, .language = options->language };

	problem_report(&problems, PROBLEM_CRASHED,
		((struct place){ options->inputs[i], 0 }), "");
	status_print(options, &problems, out);
	arena_close(arena);
	return STATUS_SYSTEM;
}

/* Many inputs: in processes of their own, so that one that crashes costs itself only. */
static enum status build_all(struct arena *arena, const struct making *making)
{
	const struct options *options = making->options;
	struct batch batch = { options->n_inputs, options->jobs, build_one, tell_crash, making,
		options };
	struct batch_result result;

	if (batch.workers > batch.n)
		batch.workers = batch.n;
	result = batch_run(arena, &batch);
	if (result.failed || say_is_heard(options))
		say_status(options, stderr, N_("{1} of {2} done, {3} failed"),
			arena_printf(arena, "%d", result.made), arena_printf(arena, "%d", batch.n),
			arena_printf(arena, "%d", result.failed));
	return result.worst;
}

enum status command_build(struct arena *arena, const struct options *options)
{
	struct making making = { command_session(arena, options), options };
	struct problems problems = { .arena = arena, .language = options->language };
	enum status worst = STATUS_MADE;

	if (!making.session)
		return STATUS_USAGE;
	outputs_check(arena, options, &problems);
	if (status_print(options, &problems, stderr))
		return STATUS_INPUT;
	if (options->n_inputs > 1 && !is_dump(options->goal))
		return build_all(arena, &making);
	for (int i = 0; i < options->n_inputs; i++) {
		enum status status = build_one(&making, i, stderr);

		worst = status > worst ? status : worst;
	}
	return worst;
}
