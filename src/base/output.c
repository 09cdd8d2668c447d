#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/beside.h"
#include "base/bytes.h"
#include "base/limits.h"

enum {
	BUFFER_SIZE = 1 << 16,
	LINKS_MOST = 40,		/* as Linux itself */
	PATH_ROOM = 4096,
};

struct output {
	const char *target;		/* NULL: standard output */
	bool is_beside;			/* else the target itself is written to */
	bool replaces;			/* an older file, or there must be none */
	struct beside beside;
	int fd, error;
	size_t used, total;
	char buffer[BUFFER_SIZE];
};

static void fail(struct output *output, int error)
{
	if (!output->error)
		output->error = error;
}

/* What path leads to, even where nothing is there yet; NULL if links lead round in a circle. */
static const char *follow(struct arena *arena, const char *path)
{
	char link[PATH_ROOM];

	for (int i = 0; i < LINKS_MOST; i++) {
		ssize_t n = readlink(path, link, PATH_ROOM - 1);

		if (n <= 0)
			return path;
		path = arena_printf(arena, "%.*s%.*s",
			link[0] == '/' ? 0 : beside_folder_length(path), path, (int)n, link);
	}
	return NULL;
}

static void open_temporary(struct arena *arena, struct output *output)
{
	beside_open(&output->beside, arena, output->target);
	output->fd = output->beside.fd;
	output->is_beside = output->fd >= 0;
	if (output->fd < 0)
		fail(output, errno);
}

static void open_beside(struct arena *arena, struct output *output, const struct stat *old)
{
	if (old && access(output->target, W_OK)) {
		fail(output, errno);
		return;
	}
	open_temporary(arena, output);
	if (old && output->fd >= 0 && fchmod(output->fd, old->st_mode & 0777))
		fail(output, errno);
}

static void open_itself(struct output *output)
{
	output->fd = open(output->target, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	if (output->fd < 0)
		fail(output, errno);
}

static void open_target(struct arena *arena, struct output *output, const struct stat *old)
{
	output->target = follow(arena, output->target);
	if (output->target)
		open_beside(arena, output, old);
	else
		fail(output, ELOOP);
}

const char *output_name(const char *path)
{
	return bytes_is_standard(path) ? "<stdout>" : path;
}

static struct output *new_output(struct arena *arena, const char *path)
{
	struct output *output = arena_new(arena, struct output);

	output->target = bytes_is_standard(path) ? NULL : path;
	output->fd = output->target ? -1 : STDOUT_FILENO;
	return output;
}

struct output *output_open(struct arena *arena, const char *path)
{
	struct output *output = new_output(arena, path);
	struct stat old;
	int missing;

	output->replaces = true;
	if (!output->target)
		return output;
	missing = stat(path, &old) ? errno : 0;
	if (missing && missing != ENOENT)
		fail(output, missing);
	else if (missing)
		open_target(arena, output, NULL);
	else if (S_ISDIR(old.st_mode))
		fail(output, EISDIR);
	else if (S_ISREG(old.st_mode))
		open_target(arena, output, &old);
	else
		open_itself(output);
	return output;
}

struct output *output_create(struct arena *arena, const char *path)
{
	struct output *output = new_output(arena, path);
	struct stat old;

	if (!output->target)
		return output;
	if (!lstat(path, &old))
		fail(output, EEXIST);
	else
		open_temporary(arena, output);
	return output;
}

void output_sweep(struct arena *arena, const char *path)
{
	const char *target = bytes_is_standard(path) ? NULL : follow(arena, path);

	if (target)
		beside_sweep(arena, target);
}

const char *output_place(struct arena *arena, const char *path)
{
	const char *target = bytes_is_standard(path) ? NULL : follow(arena, path);
	struct stat old;

	if (!target || (!stat(path, &old) && !S_ISREG(old.st_mode)))
		return path;
	return beside_folder_length(target)
		? arena_copy(arena, target, (size_t)beside_folder_length(target)) : ".";
}

static void flush(struct output *output)
{
	const char *from = output->buffer;

	while (output->used && !output->error) {
		ssize_t n = write(output->fd, from, output->used);

		if (n < 0 && errno != EINTR)
			fail(output, errno);
		if (n > 0) {
			from += n;
			output->used -= (size_t)n;
		}
	}
	output->used = 0;
}

bool output_add(struct output *output, const void *bytes, size_t n)
{
	const char *from = bytes;

	if (n > LIMIT_OUTPUT_BYTES - output->total)
		fail(output, EFBIG);
	while (n && !output->error) {
		size_t room = BUFFER_SIZE - output->used, part = n < room ? n : room;

		memcpy(output->buffer + output->used, from, part);
		output->used += part;
		output->total += part;
		from += part;
		n -= part;
		if (output->used == BUFFER_SIZE)
			flush(output);
	}
	return !output->error;
}

/* What is synced need not be asked for again by closing it; that unlocks it. */
static void finish_beside(struct output *output)
{
	if (!output->error && fsync(output->fd))
		fail(output, errno);
	if (!output->error && !beside_publish(&output->beside, output->replaces))
		fail(output, errno);
	beside_end(&output->beside);
	close(output->fd);
}

void output_close(struct output *output, bool complete)
{
	if (!complete)
		fail(output, ECANCELED);
	flush(output);
	if (output->is_beside)
		finish_beside(output);
	else if (output->target && output->fd >= 0 && close(output->fd))
		fail(output, errno);
}

int output_error(const struct output *output)
{
	return output->error;
}
