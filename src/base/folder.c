#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/machine.h"
#include "base/phrase.h"
#include "base/utf8.h"

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct paths folder_list(struct arena *arena, const char *folder)
{
	struct paths paths = { 0 };
	DIR *stream = opendir(folder);
	struct dirent *entry;

	if (!stream)
		machine_reason(errno, folder);
	for (errno = 0; stream && (entry = readdir(stream)); errno = 0)
		if (entry->d_name[0] != '.')
			*list_add(arena, &paths) = folder_file(arena, folder, entry->d_name);
	if (stream && errno)
		machine_reason(errno, folder);
	if (stream)
		closedir(stream);
	if (paths.n)
		qsort(paths.at, (size_t)paths.n, sizeof *paths.at, compare);
	return paths;
}

static bool ends_in_slash(const char *path)
{
	return *path && path[strlen(path) - 1] == '/';
}

bool folder_is_named(const char *path)
{
	struct stat status;

	return ends_in_slash(path) || (!stat(path, &status) && S_ISDIR(status.st_mode));
}

const char *folder_file(struct arena *arena, const char *folder, const char *name)
{
	return arena_printf(arena, "%s%s%s", folder, ends_in_slash(folder) ? "" : "/", name);
}

bool folder_name_ends(const char *name, const char *ending)
{
	size_t n = strlen(name), n_ending = strlen(ending);

	return n >= n_ending && !strcmp(name + n - n_ending, ending);
}

const char *folder_above(struct arena *arena, const char *file)
{
	const char *slash = strrchr(file, '/');

	return slash ? arena_copy(arena, file, (size_t)(slash - file) + 1) : ".";
}

const char *folder_name_fault(const char *name)
{
	const char *end = name + strlen(name), *at = name;

	while (at < end) {
		uint32_t character = utf8_next(&at, end);

		if (character == '/' || character == '\\')
			return N_("has a folder in it");
		if (utf8_is_control(character))
			return N_("has an invisible control character in it");
		if (character == 0xfffd)
			return N_("has bytes in it that are no text");
	}
	return !*name ? N_("is empty") : *name == '.' ? N_("begins with a dot")
		: end - name > NAME_MAX ? N_("is too long") : NULL;
}

/* A file that shrinks meanwhile must not leave bytes that are none of its. */
static const char *read_all(struct bytes *bytes, int file, size_t n)
{
	while (n) {
		char part[1 << 16];
		ssize_t got = read(file, part, n < sizeof part ? n : sizeof part);

		if (got < 0 && errno != EINTR)
			return arena_text(bytes->arena, machine_reason(errno, NULL));
		if (got == 0)
			return N_("it changed while it was read");
		if (got > 0)
			bytes_add(bytes, part, (size_t)got);
		n -= got > 0 ? (size_t)got : 0;
	}
	return NULL;
}

static const char *read_regular(struct bytes *bytes, int file, size_t most)
{
	struct stat status;

	if (fstat(file, &status))
		return arena_text(bytes->arena, strerror(errno));
	if (S_ISDIR(status.st_mode))
		return N_("it is a folder");
	if (!S_ISREG(status.st_mode))
		return N_("it is a device or a pipe");
	if (!status.st_size)
		return N_("the file is empty");
	if (status.st_size > (off_t)most)
		return phrase(bytes->arena, N_("it has more than {1} MiB"),
			arena_printf(bytes->arena, "%zu", most >> 20));
	bytes_reserve(bytes, (size_t)status.st_size);
	return read_all(bytes, file, (size_t)status.st_size);
}

/* What blocks (a pipe) or starts something (a tape) when it is opened is not waited for. */
const char *folder_read(struct bytes *bytes, const char *folder, const char *name, size_t most)
{
	const char *path = folder_file(bytes->arena, folder, name), *why;
	int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (file < 0 && errno == ELOOP)
		return N_("it is a link to another place; copy the file itself");
	if (file < 0)
		return arena_text(bytes->arena, machine_reason(errno, path));
	why = read_regular(bytes, file, most);
	close(file);
	return why;
}

const char *folder_make(struct arena *arena, const char *file)
{
	char *path = arena_text(arena, file);

	for (char *at = path + 1; *path && *at; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		if (mkdir(path, 0777) && errno != EEXIST)
			return phrase(arena, "{1}: {2}", path, strerror(errno));
		*at = '/';
	}
	return NULL;
}
