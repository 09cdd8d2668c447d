#include "confine.h"

#include <string.h>
#include <sys/stat.h>

#include "base/output.h"
#include "base/sandbox.h"
#include "outputs.h"

/* Of inputs in one folder, which are thousands, it is named once. */
static void add(struct arena *arena, struct paths *paths, const char *path)
{
	if (!paths->n || strcmp(paths->at[paths->n - 1], path) != 0)
		*list_add(arena, paths) = arena_text(arena, path);
}

/* What a report is made of lies beside it; a link may lead to the report itself elsewhere. */
static void add_input(struct arena *arena, struct paths *paths, const char *path)
{
	struct stat status;

	if (!path)
		return;
	add(arena, paths, folder_above(arena, path));
	if (!lstat(path, &status) && !S_ISREG(status.st_mode))
		add(arena, paths, path);
}

/* Each of these may be a link to a folder that others share. */
static void add_resources(struct arena *arena, struct paths *paths, const char *root)
{
	static const char *const folders[] = { "templates", "fonts", "data", "data/methodology" };

	for (size_t i = 0; root && i < sizeof folders / sizeof *folders; i++)
		add(arena, paths, folder_file(arena, root, folders[i]));
}

/* Libraries that are loaded when they are needed, tables of encodings, messages. */
static void add_system(struct arena *arena, struct paths *paths)
{
	static const char *const places[] = { "/usr", "/lib", "/lib64", "/etc/ld.so.cache",
#ifdef __SANITIZE_ADDRESS__
		"/proc",
#endif
	};

	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		add(arena, paths, places[i]);
}

static void add_session(struct arena *arena, struct paths *paths, const struct session *session)
{
	add_resources(arena, paths, session->resources.root);
	if (session->own_root != session->resources.root)
		add_resources(arena, paths, session->own_root);
	add(arena, paths, session->dictionary);
	add(arena, paths, session->colours);
	add(arena, paths, session->web_fonts);
}

static void add_outputs(struct arena *arena, struct paths *paths, const struct options *options)
{
	bool makes_pdf = options->command != COMMAND_EXTRACT && outputs_are_written(options);

	for (int i = 0; i < options->n_inputs && makes_pdf; i++) {
		struct arena *scratch = arena_open();

		add(arena, paths, output_place(scratch,
			outputs_choose(scratch, options, options->inputs[i])));
		arena_close(scratch);
	}
}

void confine(struct arena *arena, const struct options *options, const struct session *session,
	const char *output)
{
	struct sandbox sandbox = {
		.forks = options->n_inputs > 1 || options_have_quota(options) };

	if (options->value[OPTION_NO_SANDBOX])
		return;
	add_system(arena, &sandbox.readable);
	if (session)
		add_session(arena, &sandbox.readable, session);
	for (int i = 0; i < options->n_inputs; i++)
		add_input(arena, &sandbox.readable, options->inputs[i]);
	add_input(arena, &sandbox.readable, options->value[OPTION_STYLES]);
	add_input(arena, &sandbox.readable, options->value[OPTION_FROM]);
	add_input(arena, &sandbox.readable, options->value[OPTION_SCORES]);
	if (output)
		add(arena, &sandbox.writable, output_place(arena, output));
	else
		add_outputs(arena, &sandbox.writable, options);
	sandbox_enter(arena, &sandbox);
}
