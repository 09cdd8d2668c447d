#include "model/edit.h"

#include <stdbool.h>
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"

/* White space only, or NULL. */
static xmlNode *blank_before(const xmlNode *node)
{
	return node->prev && node->prev->type == XML_TEXT_NODE && xmlIsBlankNode(node->prev)
		? node->prev : NULL;
}

static const char *tabs(struct arena *arena, const xmlNode *node)
{
	struct bytes text = { .arena = arena };

	bytes_text(&text, "");
	while ((node = node->parent) && node->type == XML_ELEMENT_NODE)
		bytes_text(&text, "\t");
	return text.at;
}

/* What the node's line begins with; tabs by its depth where it begins no line. */
static const char *indent_of(struct arena *arena, const xmlNode *node)
{
	xmlNode *blank = blank_before(node);
	const char *line = blank ? strrchr((char *)blank->content, '\n') : NULL;

	return line ? arena_text(arena, line + 1) : tabs(arena, node);
}

/* One step further in than the node, as it is one further in than its parent. */
static const char *child_indent(struct arena *arena, const xmlNode *node)
{
	const char *own = indent_of(arena, node);
	const char *outer = node->parent->type == XML_ELEMENT_NODE
		? indent_of(arena, node->parent) : own;
	size_t n = strlen(outer);
	bool steps = !strncmp(own, outer, n) && own[n];

	return arena_printf(arena, "%s%s", own, steps ? own + n : "\t");
}

/* What XML cannot hold, such as the bytes of a file's name, becomes a question mark. */
static void add_character(struct bytes *text, const char *at, const char *end)
{
	const char *start = at;
	uint32_t character = utf8_next(&at, end);
	bool bad = (character < 0x20 && !strchr("\t\n", (int)character)) || character == 0xfffe
		|| character == 0xffff || (character == 0xfffd && at - start == 1);

	if (bad)
		bytes_text(text, "?");
	else
		bytes_add(text, start, (size_t)(at - start));
}

xmlNode *edit_comment(struct arena *arena, xmlDoc *doc, const char *text)
{
	struct bytes safe = { .arena = arena };
	const char *end = text + strlen(text), *start;

	bytes_text(&safe, "");
	while (text < end) {
		start = text;
		utf8_next(&text, end);
		add_character(&safe, start, end);
		if (*start == '-' && (*text == '-' || text == end))
			bytes_text(&safe, " ");
	}
	return xmlNewDocComment(doc, BAD_CAST safe.at);
}

static xmlNode *line_end(struct arena *arena, xmlDoc *doc, const char *indent)
{
	return xmlNewDocText(doc, BAD_CAST arena_printf(arena, "\n%s", indent));
}

void edit_before(struct arena *arena, xmlNode *node, xmlNode *new)
{
	const char *indent = indent_of(arena, node);

	xmlAddPrevSibling(node, new);
	xmlAddPrevSibling(node, line_end(arena, node->doc, indent));
}

void edit_append(struct arena *arena, xmlNode *parent, xmlNode *new)
{
	const char *indent = indent_of(arena, parent);
	const char *inner = child_indent(arena, parent);

	if (parent->last && parent->last->type == XML_TEXT_NODE && xmlIsBlankNode(parent->last))
		edit_remove(parent->last);
	xmlAddChild(parent, line_end(arena, parent->doc, inner));
	xmlAddChild(parent, new);
	xmlAddChild(parent, line_end(arena, parent->doc, indent));
}

void edit_remove(xmlNode *node)
{
	xmlNode *blank = blank_before(node);

	if (blank) {
		xmlUnlinkNode(blank);
		xmlFreeNode(blank);
	}
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}
