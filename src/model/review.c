#include "model/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/numeral.h"
#include "model/edit.h"
#include "model/source.h"

enum { YEARS_AHEAD = 20 };	/* that plans reach */

/* An element that holds running text as a whole. */
static bool is_passage(const xmlNode *node)
{
	static const char *const names[] = {
		"p", "item", "title", "contents-title", "remarks", "step", "follow-up", "signature",
		"foot", "indicators-head", "remarks-head", NULL,
	};

	return source_is_one_of(node, names);
}

static bool is_result(const xmlNode *node)
{
	static const char *const names[] = {
		"score", "mean", "total", "level", "indicator-title", NULL,
	};

	return source_is_one_of(node, names);
}

static void mark(xmlNode *node)
{
	xmlSetProp(node, BAD_CAST "review", BAD_CAST "yes");
}

static bool is_marked(const xmlNode *node)
{
	return xmlHasProp((xmlNode *)node, BAD_CAST "review") != NULL;
}

static void mark_passage(xmlNode *node)
{
	while (node && !is_passage(node))
		node = node->parent;
	if (node)
		mark(node);
}

/* The number that a run of just four digits is, else 0; *at moves past the run. */
static int read_year(const char **at)
{
	size_t n = strspn(*at, "0123456789");
	int number = n == 4 ? atoi(*at) : 0;

	*at += n;
	return number;
}

static int find_year(struct arena *arena, const char *text, int from)
{
	const char *at = numeral_ascii_digits(arena, text);

	while (*(at += strcspn(at, "0123456789"))) {
		int year = read_year(&at);

		if (year >= from && year <= from + YEARS_AHEAD)
			return year;
	}
	return 0;
}

int review_find_year(struct arena *arena, const xmlNode *node, int from)
{
	int year = 0;

	for (const xmlNode *child = node->children; child && !year; child = child->next)
		if (child->type == XML_TEXT_NODE)
			year = find_year(arena, (char *)child->content, from);
	return year;
}

/* The paragraphs of a clause are about one thing. */
static void mark_clause(xmlNode *clause)
{
	bool marked = false;

	for (xmlNode *p = xmlFirstElementChild(clause); p; p = xmlNextElementSibling(p)) {
		marked |= source_is(p, "p") && is_marked(p);
		if (marked && source_is(p, "p"))
			mark(p);
	}
}

/* Where only what is printed otherwise is listed. */
static bool is_override(const xmlNode *node)
{
	static const char *const names[] = { "indicator-list", "ranking", "finding", NULL };

	return source_is_one_of(node->parent, names);
}

static void close_empty(xmlNode *node)
{
	if (node->children && !node->children->next && xmlIsBlankNode(node->children))
		edit_remove(node->children);
}

/* Answers the element from which a walk goes on. */
static xmlNode *drop_printed(xmlNode *node)
{
	xmlNode *parent = node->parent;

	if (xmlUnsetProp(node, BAD_CAST "printed") || !is_override(node))
		return node;
	edit_remove(node);
	close_empty(parent);
	return parent;
}

void review_mark(struct arena *arena, xmlDoc *doc, const char *assessed)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	int year = atoi(assessed);

	for (xmlNode *node = root; node; node = source_walk(root, node))
		node = drop_printed(node);
	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		if (is_result(node) || review_find_year(arena, node, year))
			mark_passage(node);
		if (source_is(node, "sic") || source_is(node, "remarks"))
			mark(node);
	}
	for (xmlNode *node = root; node; node = source_walk(root, node))
		if (source_is(node, "clause"))
			mark_clause(node);
}
