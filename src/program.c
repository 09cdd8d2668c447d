#include "program.h"

#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>

char *program_path(struct arena *arena)
{
	const char *called = (const char *)getauxval(AT_EXECFN);
	char *real = realpath("/proc/self/exe", NULL), *path;

	if (!real && called)
		real = realpath(called, NULL);
	path = arena_text(arena, real ? real : "");
	free(real);
	return path;
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
