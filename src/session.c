#include "session.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/phrase.h"
#include "doc/read.h"
#include "model/schema.h"
#include "model/source.h"
#include "pdf/deflate.h"
#include "program.h"

enum { TREE_DEPTH = 4, PROFILE_HEAD = 128 };

static void cut_last(char *path)
{
	char *slash = strrchr(path, '/');

	*(slash ? slash : path) = '\0';
}

/*
 * In the nearest folder above the running program: the tree that build/raingan is of, or
 * PREFIX/share/raingan for PREFIX/bin/raingan, wherever that was moved to.
 */
static const char *find_own_root(struct arena *arena)
{
	static const char *const folders[] = { "", "/share/raingan" };
	char *path = program_folder(arena);

	for (int i = 0; i < TREE_DEPTH && *path; i++, cut_last(path))
		for (size_t k = 0; k < sizeof folders / sizeof *folders; k++) {
			const char *root = arena_printf(arena, "%s%s", path, folders[k]);

			if (!access(folder_file(arena, root, "templates/document.xsd"), R_OK))
				return root;
		}
	return NULL;
}

/* Installed it is among the resources; make leaves it beside the program it builds. */
static const char *find_made(struct arena *arena, const char *root, const char *name)
{
	const char *installed = arena_printf(arena, "%s/%s", root, name), *built;

	if (!access(installed, F_OK))
		return installed;
	built = arena_printf(arena, "%s/%s", program_folder(arena), name);
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
	session->own_root = find_own_root(arena);
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
	add_file(arena, &files, program_path(arena));
	return files;
}

/* NULL after a problem. */
static xmlDoc *read_catalogue(struct session *session, const char *folder, struct place place,
	struct problems *problems)
{
	struct arena *arena = session->arena;
	enum severity before = problems->worst;		/* of the author's own files */
	struct schema *schema;
	xmlDoc *doc;
	bool good;

	problems->worst = FINE;
	doc = source_read(arena, place.file, place, problems);
	schema = schema_read(&session->shelf, arena_printf(arena, "%s/fonts.xsd", folder), place,
		problems);
	if (doc && schema)
		schema_validate(doc, schema, problems);
	good = problems->worst < ERROR;
	if (problems->worst < before)
		problems->worst = before;
	return good ? doc : NULL;
}

/* Its size and its marks (ICC.1:2022, 7.2). */
static bool is_profile(const struct bytes *bytes)
{
	const unsigned char *at = (const unsigned char *)bytes->at;

	return bytes->n > PROFILE_HEAD && !memcmp(at + 16, "RGB ", 4) && !memcmp(at + 36, "acsp", 4)
		&& bytes->n == ((size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8
			| at[3]);
}

static struct bytes *deflate_once(struct arena *arena, const struct bytes *bytes)
{
	struct bytes packed = deflate_bytes(deflate_open(bytes->arena), bytes->at, bytes->n);
	struct bytes *kept = arena_new(arena, struct bytes);

	kept->arena = arena;
	bytes_add(kept, packed.at, packed.n);
	return kept;
}

const struct bytes *session_colours(struct session *session, struct problems *problems)
{
	struct place place = { session->colours, 0 };
	struct bytes bytes = { .arena = problems->arena };
	struct bytes *packed = shelf_find(&session->shelf, session->colours);

	if (packed)
		return packed;
	if (source_read_bytes(&bytes, session->colours, place, problems) && is_profile(&bytes))
		return shelf_keep(&session->shelf, session->colours,
			deflate_once(session->arena, &bytes));
	problem_report(problems, PROBLEM_INSTALLATION_BROKEN, place, N_("colour profile"));
	return NULL;
}

static struct shaper *open_shaper(struct session *session, struct problems *problems)
{
	struct arena *arena = session->arena;
	const char *folder = folder_file(arena, session->resources.root, "fonts");
	struct place place = { folder_file(arena, folder, "fonts.xml"), 0 };
	xmlDoc *doc = read_catalogue(session, folder, place, problems);

	if (!doc) {
		problem_report(problems, PROBLEM_INSTALLATION_BROKEN, place,
			N_("catalogue of fonts"));
		return NULL;
	}
	return shaper_open(arena, session->dictionary,
		catalogue_read(arena, doc, folder, problems), problems);
}

struct shaper *session_shaper(struct session *session, struct problems *problems)
{
	if (!session->shaper)
		session->shaper = open_shaper(session, problems);
	return session->shaper;
}
