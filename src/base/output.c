#define _GNU_SOURCE		/* renameat2() */
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	BUFFER_SIZE = 1 << 16,
	LINKS_MOST = 40,		/* as Linux itself */
	NAMES_MOST = 100,
	PATH_ROOM = 4096,
};

/* libharu's offsets have 31 bits (and PDF 1.7's tables ten digits). */
#define FILE_MOST 0x7fffffff

struct output {
	const char *target, *temporary;	/* temporary: NULL while target itself is written to */
	bool replaces;			/* an older file, or there must be none */
	int fd, error;
	size_t used, total;
	char buffer[BUFFER_SIZE];
};

static void fail(struct output *output, int error)
{
	if (!output->error)
		output->error = error;
}

static int folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (int)(slash - path) + 1 : 0;
}

/* What path leads to, even where nothing is there yet; NULL if links lead round in a circle. */
static const char *follow(struct arena *arena, const char *path)
{
	char *link = arena_alloc(arena, PATH_ROOM);

	for (int i = 0; i < LINKS_MOST; i++) {
		ssize_t n = readlink(path, link, PATH_ROOM - 1);

		if (n <= 0)
			return path;
		path = arena_printf(arena, "%.*s%.*s",
			link[0] == '/' ? 0 : folder_length(path), path, (int)n, link);
	}
	return NULL;
}

/* mkstemp() would hide the umask, which nothing can ask for without changing it. */
static void open_temporary(struct arena *arena, struct output *output)
{
	int folder = folder_length(output->target);

	for (int i = 0; i < NAMES_MOST && output->fd < 0; i++) {
		output->temporary = arena_printf(arena, "%.*s.raingan-%ld-%d", folder,
			output->target, (long)getpid(), i);
		output->fd = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
			0666);
		if (output->fd < 0 && errno != EEXIST)
			break;
	}
	if (output->fd < 0) {
		fail(output, errno);
		output->temporary = NULL;
	}
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

struct output *output_open(struct arena *arena, const char *path)
{
	struct output *output = arena_new(arena, struct output);
	struct stat old;

	output->target = path;
	output->replaces = true;
	output->fd = -1;
	if (stat(path, &old))
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
	struct output *output = arena_new(arena, struct output);
	struct stat old;

	output->target = path;
	output->fd = -1;
	if (!lstat(path, &old))
		fail(output, EEXIST);
	else
		open_temporary(arena, output);
	return output;
}

const char *output_place(struct arena *arena, const char *path)
{
	const char *target = follow(arena, path);
	struct stat old;

	if (!target || (!stat(path, &old) && !S_ISREG(old.st_mode)))
		return path;
	return folder_length(target)
		? arena_copy(arena, target, (size_t)folder_length(target)) : ".";
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

	if (n > FILE_MOST - output->total)
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

/* Some file systems tell of a full disk only here. */
static void finish(struct output *output)
{
	flush(output);
	if (output->temporary && !output->error && fsync(output->fd))
		fail(output, errno);
	if (output->fd >= 0 && close(output->fd))
		fail(output, errno);
}

/* Some file systems can only link: the name is given if nobody has taken it meanwhile. */
static int rename_new(const char *temporary, const char *target)
{
	if (!renameat2(AT_FDCWD, temporary, AT_FDCWD, target, RENAME_NOREPLACE))
		return 0;
	if ((errno != EINVAL && errno != ENOSYS) || link(temporary, target))
		return -1;
	return unlink(temporary);
}

static int publish(const struct output *output)
{
	return output->replaces ? rename(output->temporary, output->target)
		: rename_new(output->temporary, output->target);
}

void output_close(struct output *output, bool complete)
{
	if (!complete)
		fail(output, ECANCELED);
	finish(output);
	if (!output->temporary)
		return;
	if (!output->error && publish(output))
		fail(output, errno);
	if (output->error)
		unlink(output->temporary);
}

int output_error(const struct output *output)
{
	return output->error;
}
