#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct paths folder_list(struct arena *arena, const char *folder)
{
	struct paths paths = { 0 };
	DIR *stream = opendir(folder);
	struct dirent *entry;

	while (stream && (entry = readdir(stream)))
		if (entry->d_name[0] != '.')
			*list_add(arena, &paths) = folder_file(arena, folder, entry->d_name);
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

const char *folder_make(struct arena *arena, const char *file)
{
	char *path = arena_text(arena, file);

	for (char *at = path + 1; *path && *at; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		if (mkdir(path, 0777) && errno != EEXIST)
			return arena_printf(arena, "%s: %s", path, strerror(errno));
		*at = '/';
	}
	return NULL;
}
