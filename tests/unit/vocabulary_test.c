/*
 * What vocabulary.h takes, the schema takes too: documents, or files of styles, changed in every
 * way that there is below, and in several at once.  Arguments: rounds of those, the schema, what is
 * taken as it is and has each element and attribute that can be, more of its kind.  Ends with
 * "N passed, N failed".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/vocabulary.h"
#include "model/schema.h"
#include "model/source.h"

enum { LENGTH_MOST = 400, LONG = 8001 };

struct names LIST(const char *);

struct test {
	struct arena *arena;
	struct shelf shelf;
	const char *schema, *path;
	bool (*takes)(const xmlDoc *);
	struct names elements, attributes, values;
	xmlDoc *good;
	uint32_t seed;
	int taken, refused, passed, failed;
};

static uint32_t next(struct test *test, int n)
{
	test->seed = test->seed * 1664525 + 1013904223;
	return (test->seed >> 8) % (uint32_t)n;
}

static bool is_valid(struct test *test, xmlDoc *doc)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };

	schema_check(&test->shelf, doc, test->schema, &problems);
	arena_close(arena);
	return problems.worst < ERROR;
}

static void check(struct test *test, xmlDoc *doc, const char *what)
{
	bool good;

	if (!test->takes(doc)) {
		test->refused++;
		return;
	}
	test->taken++;
	good = is_valid(test, doc);
	test->passed += good;
	test->failed += !good;
	if (good || test->failed > 3)
		return;
	printf("%s: %s is taken, but not valid:\n", test->path, what);
	xmlDocDump(stdout, doc);
}

static void add_name(struct test *test, struct names *names, const char *name)
{
	for (int i = 0; i < names->n; i++)
		if (!strcmp(names->at[i], name))
			return;
	*list_add(test->arena, names) = name;
}

static void read_names(struct test *test)
{
	static const char *const values[] = {
		"", " ", "0", "1", "01", "5", "100", " 1", "-1", "+1", "1.0", "999999999", "9999999999",
		"a", "ก", "1a", "a b", "a:b", "_", "a.b-c", "th", "TH", "th-TH", "th-th", "th-THA",
		"tha", "x-y", "en-", "abcdefghi", "2022-04-29", "2022-02-28", "2022-02-29",
		"2024-02-29", "2022-02-30", "2022-04-31", "2022-13-01", "2022-00-10", "2022-01-00",
		"0000-01-01", "2022-4-29", "12022-04-2", "-022-04-29", "2022-04-29Z", "2022--1-01",
		"#", "#a", "# a", "#1", "#ก", "#\n", "#a\nb", "#a#b", "https://a", "https://",
		"https://-", "https://a/b.c", "https://a b", "https://[", "http://a", "mailto:a@b",
		"%zz", ":", "later ", "Later",
		"1234567890123456789012345678901234567890123456789012345678901",
		"123456789012345678901234567890123456789012345678901234567890123456789012345678901",
		"4", "yes ", "\t", "\n", "\xc2\xa0",
	};
	xmlDoc *schema = source_read(test->arena, test->schema, (struct place){ test->schema, 0 },
		&(struct problems){ .arena = test->arena });
	xmlNode *root = xmlDocGetRootElement(schema);

	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		add_name(test, &test->values, values[i]);
	add_name(test, &test->values, memset(arena_alloc(test->arena, LONG + 1), 'x', LONG));
	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		const char *name = source_attribute(test->arena, node, "name");

		if (name && source_is(node, "element"))
			add_name(test, &test->elements, name);
		if (name && source_is(node, "attribute"))
			add_name(test, &test->attributes, name);
		if (source_is(node, "enumeration"))
			add_name(test, &test->values, source_attribute(test->arena, node, "value"));
	}
}

static int count(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	int n = 0;

	for (xmlNode *node = root; node; node = source_walk(root, node))
		n++;
	return n;
}

static xmlNode *element_at(xmlDoc *doc, int n)
{
	xmlNode *root = xmlDocGetRootElement(doc), *node = root;

	while (n--)
		node = source_walk(root, node);
	return node;
}

/*
 * Ways to change an element, the k-th of each; false where there are no more.  Of the document
 * nothing is used that a change before may have taken away.
 */

static bool set_attribute(struct test *test, xmlNode *node, int k)
{
	int n = test->values.n;

	if (k >= test->attributes.n * n)
		return false;
	xmlSetProp(node, BAD_CAST test->attributes.at[k / n], BAD_CAST test->values.at[k % n]);
	return true;
}

static bool drop_attribute(struct test *test, xmlNode *node, int k)
{
	if (k >= test->attributes.n)
		return false;
	xmlUnsetProp(node, BAD_CAST test->attributes.at[k]);
	return true;
}

static bool rename_element(struct test *test, xmlNode *node, int k)
{
	if (k >= test->elements.n)
		return false;
	xmlNodeSetName(node, BAD_CAST test->elements.at[k]);
	return true;
}

/* Another one, as it was: before it, behind it, first in it or last. */
static bool add_element(struct test *test, xmlNode *node, int k)
{
	bool is_root = node->parent->type != XML_ELEMENT_NODE;
	xmlNode *copy;

	if (k / 4 >= count(test->good))
		return false;
	copy = xmlDocCopyNode(element_at(test->good, k / 4), node->doc, 1);
	if (k % 4 == 0 && !is_root)
		xmlAddPrevSibling(node, copy);
	else if (k % 4 == 1 && !is_root)
		xmlAddNextSibling(node, copy);
	else if (k % 4 == 2 && node->children)
		xmlAddPrevSibling(node->children, copy);
	else
		xmlAddChild(node, copy);
	return true;
}

/* Nodes that are no elements, behind it or in it. */
static bool add_other(struct test *test, xmlNode *node, int k)
{
	static const struct { xmlElementType type; int length; } others[] = {
		{ XML_TEXT_NODE, 1 }, { XML_TEXT_NODE, 40 }, { XML_TEXT_NODE, 80 },
		{ XML_TEXT_NODE, 100 }, { XML_TEXT_NODE, 150 }, { XML_TEXT_NODE, 0 },
		{ XML_CDATA_SECTION_NODE, 1 }, { XML_COMMENT_NODE, 1 }, { XML_PI_NODE, 1 },
	};
	char text[LENGTH_MOST + 1] = "";
	xmlNode *other;

	if (k >= 2 * (int)(sizeof others / sizeof *others))
		return false;
	memset(text, 'x', (size_t)others[k / 2].length);
	switch (others[k / 2].type) {
	case XML_CDATA_SECTION_NODE:
		other = xmlNewCDataBlock(node->doc, BAD_CAST text, 1);
		break;
	case XML_COMMENT_NODE:
		other = xmlNewDocComment(node->doc, BAD_CAST text);
		break;
	case XML_PI_NODE:
		other = xmlNewDocPI(node->doc, BAD_CAST "p", BAD_CAST text);
		break;
	default:
		other = xmlNewDocText(node->doc, BAD_CAST (*text ? text : " \n"));
	}
	if (k % 2 && node->parent->type == XML_ELEMENT_NODE)
		xmlAddNextSibling(node, other);
	else
		xmlAddChild(node, other);
	(void)test;
	return true;
}

/* Texts side by side, which no parser leaves. */
static bool add_piece(struct test *test, xmlNode *node, int k)
{
	xmlNode *between = xmlNewDocComment(node->doc, BAD_CAST "");
	char text[LENGTH_MOST + 1] = "";

	(void)test;
	memset(text, 'x', LENGTH_MOST / 4);
	xmlAddChild(node, between);
	xmlAddChild(node, xmlNewDocText(node->doc, BAD_CAST text));
	xmlUnlinkNode(between);
	xmlFreeNode(between);
	return !k;
}

static bool set_foreign(struct test *test, xmlNode *node, int k)
{
	static const char *const spaces[] = { "http://www.w3.org/XML/1998/namespace",
		"http://www.w3.org/2001/XMLSchema-instance", "urn:other" };
	static const char *const names[] = { "lang", "type", "nil", "line", "name", "class" };
	int n = sizeof names / sizeof *names;
	xmlNs *ns;

	(void)test;
	if (k >= n * (int)(sizeof spaces / sizeof *spaces))
		return false;
	ns = xmlSearchNsByHref(node->doc, node, BAD_CAST spaces[k / n]);
	if (!ns)
		ns = xmlNewNs(node, BAD_CAST spaces[k / n], BAD_CAST "f");
	xmlSetNsProp(node, ns, BAD_CAST names[k % n], BAD_CAST "th");
	return true;
}

static void drop(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

static void unwrap(xmlNode *node)
{
	for (xmlNode *child; (child = node->children); ) {
		xmlUnlinkNode(child);
		xmlAddPrevSibling(node, child);
	}
	drop(node);
}

static void drop_rest(xmlNode *node)
{
	while (node->next)
		drop(node->next);
}

static void move_ahead(xmlNode *node)
{
	xmlNode *before = xmlPreviousElementSibling(node);

	if (before)
		xmlAddPrevSibling(before, node);
}

static void empty(xmlNode *node)
{
	xmlNodeSetContent(node, NULL);
}

static void blank(xmlNode *node)
{
	xmlNodeSetContent(node, BAD_CAST " ");
}

static void change_namespace(xmlNode *node)
{
	xmlSetNs(node, node->ns ? NULL : xmlNewNs(node, BAD_CAST "urn:other", BAD_CAST "o"));
}

static bool take_away(struct test *test, xmlNode *node, int k)
{
	static void (*const changes[])(xmlNode *) = {
		empty, blank, change_namespace, drop, unwrap, drop_rest, move_ahead,
	};
	bool is_root = node->parent->type != XML_ELEMENT_NODE;

	(void)test;
	if (k >= (is_root ? 3 : (int)(sizeof changes / sizeof *changes)))
		return false;
	changes[k](node);
	return true;
}

static const struct {
	const char *name;
	bool (*change)(struct test *, xmlNode *, int k);
} ways[] = {
	{ "an attribute set", set_attribute }, { "an attribute dropped", drop_attribute },
	{ "an element renamed", rename_element }, { "an element added", add_element },
	{ "a text or the like added", add_other }, { "a text behind a text", add_piece },
	{ "an attribute of elsewhere", set_foreign }, { "an element taken away", take_away },
};

enum { WAYS = sizeof ways / sizeof *ways };

static void change_once(struct test *test)
{
	int n = count(test->good);
	bool more = true;

	for (int i = 0; i < n; i++)
		for (int way = 0; way < WAYS; way++, more = true)
			for (int k = 0; more; k++) {
				xmlDoc *copy = xmlCopyDoc(test->good, 1);

				more = ways[way].change(test, element_at(copy, i), k);
				if (more)
					check(test, copy, ways[way].name);
				xmlFreeDoc(copy);
			}
}

static void change_often(struct test *test, int rounds)
{
	while (rounds--) {
		xmlDoc *copy = xmlCopyDoc(test->good, 1);

		for (uint32_t n = 1 + next(test, 4); n; n--) {
			int way = (int)next(test, WAYS);

			ways[way].change(test, element_at(copy, (int)next(test, count(copy))),
				(int)next(test, way ? 100 : test->attributes.n * test->values.n));
		}
		check(test, copy, "what was changed at random");
		xmlFreeDoc(copy);
	}
}

/* An element that is never taken would pass unseen. */
static void check_first(struct test *test)
{
	bool whole;

	test->takes = source_is(xmlDocGetRootElement(test->good), "styles")
		? vocabulary_takes_styles : vocabulary_takes;
	whole = test->takes(test->good);

	test->passed += whole;
	test->failed += !whole;
	if (!whole)
		printf("%s: it is not taken\n", test->path);
}

int main(int argc, char **argv)
{
	int rounds = argc > 3 ? atoi(argv[1]) : 0;
	struct arena *arena = arena_open();
	struct test test = { .arena = arena, .shelf = { .arena = arena }, .schema = argv[2] };

	source_start();
	read_names(&test);
	for (int i = 3; i < argc; i++) {
		struct problems problems = { .arena = arena };

		test.path = argv[i];
		test.good = source_read(arena, argv[i], (struct place){ argv[i], 0 }, &problems);
		if (!test.good)
			return 1;
		if (i == 3)
			check_first(&test);
		check(&test, test.good, "it");
		if (i == 3)
			change_once(&test);
		change_often(&test, rounds);
	}
	arena_close(arena);
	printf("%d in doubt, %d taken\n", test.refused, test.taken);
	printf("%d passed, %d failed\n", test.passed, test.failed);
	return test.failed || test.refused < test.taken / 10;
}
