#include "model/schemes.h"

#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "model/schema.h"
#include "model/source.h"

static const char *folder_of(const struct schemes *schemes)
{
	return arena_printf(schemes->arena, "%s/data/methodology", schemes->resources->root);
}

/* A scheme's name is a file's name: letters, digits, - and _ only. */
static bool is_name(const char *name)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

	return *name && strspn(name, allowed) == strlen(name);
}

const char *schemes_beside(const struct schemes *schemes, const char *name)
{
	const char *report = schemes->report, *slash = report ? strrchr(report, '/') : NULL;

	return report && is_name(name) ? arena_printf(schemes->arena, "%.*s%s.xml",
		slash ? (int)(slash - report) + 1 : 0, report, name) : NULL;
}

const char *schemes_find(const struct schemes *schemes, const char *name, bool *own)
{
	const char *path = schemes_beside(schemes, name);

	*own = path && !access(path, R_OK);
	if (*own)
		return path;
	path = arena_printf(schemes->arena, "%s/%s.xml", folder_of(schemes), name);
	return is_name(name) && !access(path, R_OK) ? path : NULL;
}

/* A copy that was not renamed inside would be told of under the wrong name. */
static void check_name(const struct schemes *schemes, const struct scheme *scheme,
	const char *name, const char *path)
{
	if (!scheme->id || strcmp(scheme->id, name) != 0)
		problem_report(schemes->problems, PROBLEM_SCHEME_INVALID,
			((struct place){ path, 0 }), phrase(schemes->arena,
			N_("its id is not {1}, as its file is called"), name));
}

const struct scheme *schemes_parse(const struct schemes *schemes, xmlDoc *doc, const char *name,
	const char *path)
{
	const struct scheme *scheme;

	if (doc)
		schema_check(schemes->resources->shelf, doc, arena_printf(schemes->arena,
			"%s/scheme.xsd", folder_of(schemes)), schemes->problems);
	if (!doc || schemes->problems->worst >= ERROR)
		return NULL;
	scheme = scheme_read(schemes->arena, doc, schemes->problems);
	check_name(schemes, scheme, name, path);
	return schemes->problems->worst >= ERROR ? NULL : scheme;
}

const struct scheme *schemes_read(const struct schemes *schemes, const char *name,
	struct place place)
{
	bool own;
	const char *path = schemes_find(schemes, name, &own);

	if (!path) {
		problem_report(schemes->problems, PROBLEM_SCHEME_UNKNOWN, place, name);
		return NULL;
	}
	return schemes_parse(schemes, source_read(schemes->arena, path, place,
		schemes->problems), name, path);
}

/* "FOLDER/ita-2564.xml" is ita-2564; NULL for what is no scheme's file. */
static const char *name_of(struct arena *arena, const char *path)
{
	const char *name = strrchr(path, '/') + 1, *dot = strrchr(name, '.');

	if (!dot || strcmp(dot, ".xml") != 0)
		return NULL;
	name = arena_copy(arena, name, (size_t)(dot - name));
	return is_name(name) ? name : NULL;
}

struct choice LIST(const struct scheme *);

/* All for that year, by name. */
static struct choice find_for(const struct schemes *schemes, const char *year)
{
	struct schemes installed = *schemes;
	struct paths paths = folder_list(schemes->arena, folder_of(schemes));
	struct choice choice = { 0 };

	installed.report = NULL;
	for (int i = 0; i < paths.n; i++) {
		const char *name = name_of(schemes->arena, paths.at[i]);
		const struct scheme *scheme = name ? schemes_read(&installed, name,
			(struct place){ paths.at[i], 0 }) : NULL;

		if (scheme && scheme_is_for(scheme, year))
			*list_add(schemes->arena, &choice) = scheme;
	}
	return choice;
}

static const char *list_names(struct arena *arena, const struct choice *choice)
{
	struct bytes names = { .arena = arena };

	for (int i = 0; i < choice->n; i++)
		bytes_printf(&names, "%s%s", i ? ", " : "", choice->at[i]->id);
	return names.at;
}

const struct scheme *schemes_choose(const struct schemes *schemes, const char *year)
{
	struct choice choice = find_for(schemes, year);
	struct place place = { folder_of(schemes), 0 };

	if (schemes->problems->worst >= ERROR)
		return NULL;
	if (choice.n > 1)
		problem_report(schemes->problems, PROBLEM_SCHEME_SEVERAL, place, year,
			list_names(schemes->arena, &choice), choice.at[0]->id);
	if (!choice.n)
		problem_report(schemes->problems, PROBLEM_SCHEME_NONE, place, year);
	return choice.n ? choice.at[0] : NULL;
}
