/*
 * Editors show authors what a schema says of each element and attribute: none may be
 * without words.  Arguments: schemas.  Ends with "N passed, N failed".
 */
#include <stdio.h>

#include "model/declaration.h"
#include "model/source.h"

struct tally { int passed, failed; };

static void test_words(struct tally *tally, struct arena *arena, xmlNode *node)
{
	const char *name = source_attribute(arena, node, "name");

	if (*declaration_words(arena, node)) {
		tally->passed++;
		return;
	}
	tally->failed++;
	printf("%s:%d: %s has no documentation\n", source_place(node).file,
		source_place(node).line, name ? name : "?");
}

static void test_schema(struct tally *tally, struct arena *arena, const char *path)
{
	struct problems problems = { .arena = arena };
	struct place place = { path, 0 };
	xmlDoc *doc = source_read(arena, path, place, &problems);
	xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;

	problems_print(&problems, &(struct problem_view){ 0 }, stdout);
	tally->failed += problems.n;
	for (xmlNode *node = root; node; node = source_walk(root, node))
		if (source_is(node, "element") || source_is(node, "attribute"))
			test_words(tally, arena, node);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_open();
	struct tally tally = { 0 };

	source_start();
	for (int i = 1; i < argc; i++)
		test_schema(&tally, arena, argv[i]);
	arena_close(arena);
	printf("%d passed, %d failed\n", tally.passed, tally.failed);
	return tally.failed != 0;
}
