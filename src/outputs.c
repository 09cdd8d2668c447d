#include "outputs.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/output.h"

bool outputs_are_written(const struct options *options)
{
	return options->goal == REPORT_PDF || options->goal == REPORT_WEB;
}

bool outputs_in_folder(const struct options *options)
{
	const char *output = options->value[OPTION_OUTPUT];

	return output && (options->goal == REPORT_WEB || options->n_inputs > 1
		|| (!bytes_is_standard(output) && folder_is_named(output)));
}

const char *outputs_choose(struct arena *arena, const struct options *options,
	const char *input)
{
	const char *base = strrchr(input, '/') ? strrchr(input, '/') + 1 : input;
	const char *dot = strrchr(base, '.');
	const char *end = dot && !strcmp(dot, ".xml") ? dot : base + strlen(base);
	const char *output = options->value[OPTION_OUTPUT];

	if (output && !outputs_in_folder(options))
		return output;
	if (options->goal == REPORT_WEB || (output && bytes_is_standard(input)))
		return folder_file(arena, output, "report.pdf");
	if (bytes_is_standard(input))
		return input;
	if (output)
		return folder_file(arena, output,
			arena_printf(arena, "%.*s.pdf", (int)(end - base), base));
	return arena_printf(arena, "%.*s.pdf", (int)(end - input), input);
}

/* The path with its folder's true name, where there is such a folder. */
static const char *true_path(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = realpath(slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : ".",
		NULL);
	const char *whole = folder ? arena_printf(arena, "%s/%s", folder, slash ? slash + 1 : path)
		: path;

	free(folder);
	return whole;
}

/* A file that is read, or one that will be written; sorted, so that thousands are no matter. */
struct file {
	dev_t device;			/* of one that is read */
	ino_t node;
	const char *path;		/* true, of one that is written */
	int input;			/* whose it is: an index; -1: the styles */
};

struct files LIST(struct file);

static int compare_numbers(unsigned long a, unsigned long b)
{
	return (a > b) - (a < b);
}

static int compare_read(const void *a, const void *b)
{
	const struct file *first = a, *second = b;
	int order = compare_numbers(first->device, second->device);

	return order ? order : compare_numbers(first->node, second->node);
}

/* Of two of one name the one of the earlier input comes first. */
static int compare_written(const void *a, const void *b)
{
	const struct file *first = a, *second = b;
	int order = strcmp(first->path, second->path);

	return order ? order : first->input - second->input;
}

static void add_read(struct arena *arena, struct files *files, const char *path, int input)
{
	struct stat status;

	if (path && !(bytes_is_standard(path) ? fstat(STDIN_FILENO, &status)
			: stat(path, &status)))
		*list_add(arena, files) = (struct file){ status.st_dev, status.st_ino, NULL,
			input };
}

static struct files find_read(struct arena *arena, const struct options *options)
{
	struct files files = { 0 };

	for (int i = 0; i < options->n_inputs; i++)
		add_read(arena, &files, options->inputs[i], i);
	add_read(arena, &files, options->value[OPTION_STYLES], -1);
	if (files.n)
		qsort(files.at, (size_t)files.n, sizeof *files.at, compare_read);
	return files;
}

static void check_read(const struct options *options, const struct files *read, int i,
	const char *path, struct problems *problems)
{
	struct place place = { options->inputs[i], 0 };
	const struct file *found = NULL;
	struct stat status;
	struct file file;

	if (stat(path, &status) || !read->n)
		return;
	file = (struct file){ status.st_dev, status.st_ino, NULL, i };
	found = bsearch(&file, read->at, (size_t)read->n, sizeof *read->at, compare_read);
	if (found)
		problem_report(problems, PROBLEM_OUTPUT_IS_INPUT, place, found->input < 0
			? options->value[OPTION_STYLES] : options->inputs[found->input]);
}

static void check_written(struct arena *arena, const struct options *options,
	struct files *written, struct problems *problems)
{
	const struct file *at = written->at;

	if (!written->n)
		return;
	qsort(written->at, (size_t)written->n, sizeof *written->at, compare_written);
	for (int i = 1; i < written->n; i++)
		if (!strcmp(at[i].path, at[i - 1].path))
			problem_report(problems, PROBLEM_OUTPUT_DOUBLE,
				((struct place){ options->inputs[at[i].input], 0 }),
				outputs_choose(arena, options, options->inputs[at[i].input]),
				options->inputs[at[i - 1].input]);
}

/* Once a folder; they are sorted. */
static void sweep(struct arena *arena, const struct files *written)
{
	const char *last = NULL;

	for (int i = 0; i < written->n; i++) {
		const char *path = written->at[i].path, *slash = strrchr(path, '/');
		size_t n = slash ? (size_t)(slash - path) + 1 : 0;

		if (!last || strncmp(last, path, n) != 0 || strchr(last + n, '/'))
			output_sweep(arena, path);
		last = path;
	}
}

void outputs_check(struct arena *arena, const struct options *options, struct problems *problems)
{
	struct files read = find_read(arena, options), written = { 0 };

	if (!outputs_are_written(options))
		return;
	for (int i = 0; i < options->n_inputs; i++) {
		const char *path = outputs_choose(arena, options, options->inputs[i]);

		if (bytes_is_standard(path))
			continue;
		check_read(options, &read, i, path, problems);
		*list_add(arena, &written) = (struct file){ .path = true_path(arena, path),
			.input = i };
	}
	check_written(arena, options, &written, problems);
	sweep(arena, &written);
}
