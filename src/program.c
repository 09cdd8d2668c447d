#include "program.h"

#include <string.h>
#include <unistd.h>

enum { PATH_SIZE = 4096 };

char *program_path(struct arena *arena)
{
	char path[PATH_SIZE];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path);

	return arena_copy(arena, path, n > 0 && n < PATH_SIZE ? (size_t)n : 0);
}

char *program_folder(struct arena *arena)
{
	char *folder = program_path(arena), *slash = strrchr(folder, '/');

	if (slash)
		*slash = '\0';
	return folder;
}

const struct language *program_language(struct arena *arena, const char *name)
{
	const char *folder = program_folder(arena);
	const char *const places[] = {
		arena_printf(arena, "%s/locale", folder),
		arena_printf(arena, "%s/../share/locale", folder),
		INSTALLED_DATA "/../locale",
	};
	const struct language *language = NULL;

	for (size_t i = 0; i < sizeof places / sizeof *places && !language; i++)
		language = language_open(arena, arena_printf(arena,
			"%s/%s/LC_MESSAGES/raingan.mo", places[i], name));
	return language;
}
