#include <unistd.h>

#include "batch.h"
#include "commands.h"
#include "confine.h"
#include "outputs.h"

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

static enum status build_one(const void *with, int i, FILE *out)
{
	const struct making *making = with;
	const struct options *options = making->options;
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	struct bytes dump = { .arena = arena };
	struct report report = report_of(arena, options, options->inputs[i]);
	enum status status;

	report_build(arena, making->session, &report, &dump, &problems);
	if (dump.n)
		fwrite(dump.at, 1, dump.n, stdout);
	problems_print(&problems, out);
	status = status_of(&problems, report.strict);
	if (status == STATUS_MADE && outputs_are_written(options) && isatty(STDERR_FILENO))
		fprintf(out, "%s\n", options->goal == REPORT_WEB
			? options->value[OPTION_OUTPUT] : report.pdf_path);
	arena_close(arena);
	return status;
}

static enum status tell_crash(const void *with, int i, FILE *out)
{
	const struct making *making = with;
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };

	problem_report(&problems, PROBLEM_CRASHED,
		((struct place){ making->options->inputs[i], 0 }), "");
	problems_print(&problems, out);
	arena_close(arena);
	return STATUS_SYSTEM;
}

/* Many inputs: in processes of their own, so that one that crashes costs itself only. */
static enum status build_all(struct arena *arena, const struct making *making)
{
	const struct options *options = making->options;
	struct batch batch = { options->n_inputs, options->jobs, build_one, tell_crash, making };
	struct batch_result result;

	if (batch.workers > batch.n)
		batch.workers = batch.n;
	result = batch_run(arena, &batch);
	if (result.failed || isatty(STDERR_FILENO))
		fprintf(stderr, "raingan: %d of %d done, %d failed\n", result.made, batch.n,
			result.failed);
	return result.worst;
}

static bool is_dump(enum report_goal goal)
{
	return goal >= REPORT_DUMP_TREE;
}

enum status command_build(struct arena *arena, const struct options *options)
{
	struct making making = { session_open(arena, options->value[OPTION_DATA]), options };
	struct problems problems = { .arena = arena };
	enum status worst = STATUS_MADE;

	if (!making.session)
		return options_refuse("no templates are in ", options->value[OPTION_DATA]);
	outputs_check(arena, options, &problems);
	if (status_print(&problems, true))
		return STATUS_INPUT;
	confine(arena, options, making.session, NULL);
	if (options->n_inputs > 1 && !is_dump(options->goal))
		return build_all(arena, &making);
	for (int i = 0; i < options->n_inputs; i++) {
		enum status status = build_one(&making, i, stderr);

		worst = status > worst ? status : worst;
	}
	return worst;
}
