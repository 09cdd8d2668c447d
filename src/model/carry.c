#include "model/carry.h"

#include <string.h>

#include "base/numeral.h"
#include "model/edit.h"
#include "model/source.h"

static bool is_signed(const xmlNode *node)
{
	const char *text = node->type == XML_COMMENT_NODE ? (char *)node->content : "";

	return !strncmp(text + strspn(text, " \t\r\n"), CARRY_SIGNED, strlen(CARRY_SIGNED));
}

static void drop_signed(xmlNode *first)
{
	for (xmlNode *node = first, *next; node; node = next) {
		next = node->next;
		if (is_signed(node))
			edit_remove(node);
	}
}

void carry_drop_signed(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	drop_signed(doc->children);
	for (xmlNode *node = root; node; node = source_walk(root, node))
		drop_signed(node->children);
}

struct carrying {
	struct arena *arena;
	const struct assessment *last;
	const struct scheme *scheme;	/* the new one */
};

/* Of one id, where it is the old scheme's; else NULL. */
static const char *new_id(const struct carrying *carrying, const char *id)
{
	const struct scheme *old = carrying->last->scheme;
	const char *counterpart;

	if (scheme_find_indicator(old, id) < 0 && scheme_find_instrument(old, id) < 0)
		return NULL;
	counterpart = scheme_counterpart(old, id, carrying->scheme);
	return counterpart ? counterpart
		: arena_printf(carrying->arena, "%s:%s", old->id, id);
}

/* Ids with spaces between. */
static const char *new_ids(const struct carrying *carrying, const char *at)
{
	static const char spaces[] = " \t\r\n";
	struct bytes ids = { .arena = carrying->arena };

	bytes_text(&ids, "");
	for (size_t n; *(at += strspn(at, spaces)); at += n) {
		const char *id = arena_copy(carrying->arena, at, n = strcspn(at, spaces));
		const char *new = new_id(carrying, id);

		bytes_printf(&ids, "%s%s", ids.n ? " " : "", new ? new : id);
	}
	return ids.at;
}

static void rename_ids(const struct carrying *carrying, xmlNode *node, const char *attribute)
{
	const char *ids = source_attribute(carrying->arena, node, attribute);
	const char *new = ids ? new_ids(carrying, ids) : NULL;

	if (new && strcmp(new, ids) != 0)
		xmlSetProp(node, BAD_CAST attribute, BAD_CAST new);
}

void carry_ids(struct arena *arena, const struct assessment *last, const struct scheme *scheme)
{
	static const char *const names[] = {
		"score", "mean", "indicator-title", "finding", NULL,
	};
	struct carrying carrying = { arena, last, scheme };
	xmlNode *root = xmlDocGetRootElement(last->node->doc);

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		if (source_is_one_of(node, names))
			rename_ids(&carrying, node, "of");
		if (source_is(node, "measure"))
			rename_ids(&carrying, node, "addresses");
	}
}

static void move_date(struct arena *arena, xmlNode *node, const char *name, int years)
{
	const char *date = source_attribute(arena, node, name);
	const char *moved = date ? numeral_shift_years(arena, date, years) : NULL;

	if (moved)
		xmlSetProp(node, BAD_CAST name, BAD_CAST moved);
}

void carry_periods(struct arena *arena, xmlDoc *doc, int years)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	for (xmlNode *node = root; node; node = source_walk(root, node))
		if (source_is(node, "period")) {
			move_date(arena, node, "from", years);
			move_date(arena, node, "to", years);
		}
}

void carry_drop_results(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	for (xmlNode *node = root; node; node = source_walk(root, node))
		if (source_is(node, "result")) {
			xmlNode *measure = node->parent;

			edit_remove(node);
			node = measure;
		}
}

void carry_open_dates(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	if (xmlHasProp(root, BAD_CAST "date"))
		xmlSetProp(root, BAD_CAST "date", BAD_CAST "");
	for (xmlNode *node = root; node; node = source_walk(root, node))
		if (source_is(node, "follow-up-report")) {
			xmlUnsetProp(node, BAD_CAST "date");
			xmlUnsetProp(node, BAD_CAST "as-of");
		}
}
