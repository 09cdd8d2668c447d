#include "session.h"

#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "base/folder.h"
#include "doc/read.h"
#include "model/schema.h"
#include "model/source.h"

#ifndef INSTALLED_DATA
#define INSTALLED_DATA "/usr/local/share/raingan"
#endif

enum { TREE_DEPTH = 4 };

static char *cut_last(char *path)
{
	char *slash = strrchr(path, '/');

	if (slash)
		*slash = '\0';
	return slash;
}

/* The running program's file; empty if it cannot be told.  Without /proc: as it was called. */
static char *find_program(struct arena *arena)
{
	const char *called = (const char *)getauxval(AT_EXECFN);
	char *real = realpath("/proc/self/exe", NULL), *path;

	if (!real && called)
		real = realpath(called, NULL);
	path = arena_text(arena, real ? real : "");
	free(real);
	return path;
}

/* The nearest folder above the running program that has templates in it: build/raingan's tree. */
static const char *find_build_tree(struct arena *arena)
{
	char *path = find_program(arena);

	for (int i = 0; i < TREE_DEPTH && cut_last(path); i++)
		if (!access(arena_printf(arena, "%s/templates/document.xsd", path), R_OK))
			return path;
	return NULL;
}

/* Installed it is among the resources; make leaves it beside the program it builds. */
static const char *find_made(struct arena *arena, const char *root, const char *name)
{
	const char *installed = arena_printf(arena, "%s/%s", root, name), *built;
	char *folder = find_program(arena);

	if (!access(installed, F_OK) || !cut_last(folder))
		return installed;
	built = arena_printf(arena, "%s/%s", folder, name);
	return access(built, F_OK) ? installed : built;
}

struct session *session_open(struct arena *arena, const char *data)
{
	struct session *session = arena_new(arena, struct session);
	const char **root = &session->resources.root;

	source_start();
	session->arena = session->shelf.arena = arena;
	session->resources.shelf = &session->shelf;
	*root = data ? data : getenv("RAINGAN_DATA");
	session->own_root = find_build_tree(arena);
	if (!session->own_root)
		session->own_root = INSTALLED_DATA;
	if (!*root || !**root)
		*root = session->own_root;
	if (data && access(arena_printf(arena, "%s/templates", data), R_OK))
		return NULL;
	session->dictionary = find_made(arena, *root, "words.tri");
	session->colours = find_made(arena, *root, "sRGB.icc");
	session->web_fonts = find_made(arena, *root, "web-fonts");
	return session;
}

static void add_files(struct arena *arena, struct resource_files *files, const char *folder,
	const char *ending)
{
	*list_add(arena, files) = (struct resource_file){ folder, ending };
}

static void add_file(struct arena *arena, struct resource_files *files, const char *path)
{
	const char *slash = strrchr(path, '/');

	add_files(arena, files, folder_above(arena, path), slash ? slash + 1 : path);
}

struct resource_files session_files(struct arena *arena, const struct session *session)
{
	const char *root = session->resources.root;
	const char *templates = folder_file(arena, root, "templates");
	struct paths kinds = folder_list(arena, templates);
	struct resource_files files = { 0 };

	add_files(arena, &files, templates, "");
	for (int i = 0; i < kinds.n; i++)
		if (folder_is_named(kinds.at[i]))
			add_files(arena, &files, kinds.at[i], "");
	add_files(arena, &files, folder_file(arena, root, "fonts"), "");
	add_files(arena, &files, folder_file(arena, root, "data"), ".xsd");
	add_files(arena, &files, folder_file(arena, root, "data/methodology"), "");
	add_file(arena, &files, session->dictionary);
	add_file(arena, &files, session->colours);
	add_file(arena, &files, find_program(arena));
	return files;
}

struct shaper *session_shaper(struct session *session, struct problems *problems)
{
	struct arena *arena = session->arena;
	const char *folder = arena_printf(arena, "%s/fonts", session->resources.root);
	const char *path = arena_printf(arena, "%s/fonts.xml", folder);
	struct place place = { path, 0 };
	struct schema *schema;
	xmlDoc *doc;

	if (session->shaper)
		return session->shaper;
	doc = source_read(arena, path, place, problems);
	schema = schema_read(&session->shelf, arena_printf(arena, "%s/fonts.xsd", folder), place,
		problems);
	if (!doc || !schema)
		return NULL;
	schema_validate(doc, schema, problems);
	if (problems->worst >= ERROR)
		return NULL;
	session->shaper = shaper_open(arena, session->dictionary,
		catalogue_read(arena, doc, folder, problems), problems);
	return session->shaper;
}
