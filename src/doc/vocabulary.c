#include "doc/vocabulary.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "doc/property.h"
#include "model/source.h"

#define DOCUMENT_NS "urn:raingan:document"
#define SPACES " \t\r\n"
#define DIGITS "0123456789"
#define SMALL "abcdefghijklmnopqrstuvwxyz"
#define CAPITAL "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

enum {
	WORD_BYTES = 100, SHORT_BYTES = 60, LONG_BYTES = 8000, NUMBER_DIGITS = 9,
	PARTS = 4, MANY = INT_MAX,
};

/* What an element is to what holds it. */
enum kind {
	DOCUMENT = 1 << 0, WORDS = 1 << 1, ABBREVIATION = 1 << 2, PAGES = 1 << 3, RUNNING = 1 << 4,
	PARAGRAPH = 1 << 5, OTHER_BLOCK = 1 << 6, ITEM = 1 << 7, CAPTION = 1 << 8, COLUMN = 1 << 9,
	HEAD = 1 << 10, BODY = 1 << 11, ROW = 1 << 12, CELL = 1 << 13, INLINE = 1 << 14,
	SERIES = 1 << 15, LINE = 1 << 16, LEVEL = 1 << 17, VALUE = 1 << 18,
	BLOCK = PARAGRAPH | OTHER_BLOCK,
	FLOW = INLINE | BLOCK,
};

/* What text an element has; a positive number: a name of at most so many characters. */
enum text { NOTHING = 0, SPACE = -1, TEXT = -2, WORD_LIST = -3 };

/* So many elements of these kinds. */
struct part { unsigned kinds; int least, most; };

struct element {
	const char *name;
	enum kind kind;
	const char *must, *can;		/* have these attributes, and class and id */
	int text;			/* enum text, or a number */
	struct part parts[PARTS + 1];	/* one after another; the last is empty */
};

#define NONE { { 0 } }
#define ANY(kinds) { { kinds, 0, MANY } }
#define SOME(kinds) { { kinds, 1, MANY } }

static const struct element elements[] = {
	{ "document", DOCUMENT, "title lang", "author subject date", SPACE,
		{ { WORDS, 0, 1 }, { ABBREVIATION, 0, MANY }, { PAGES, 1, MANY } } },
	{ "words", WORDS, "", "", WORD_LIST, NONE },
	{ "abbreviation", ABBREVIATION, "title", "lang", 100, NONE },
	{ "page-sequence", PAGES, "class", "number-from begins most-pages numbered", SPACE,
		{ { RUNNING, 0, MANY }, { BLOCK, 0, MANY } } },
	{ "header", RUNNING, "", "pages", SPACE, SOME(PARAGRAPH) },
	{ "footer", RUNNING, "", "pages", SPACE, SOME(PARAGRAPH) },
	{ "p", PARAGRAPH, "", "label", TEXT, ANY(INLINE) },
	{ "h1", OTHER_BLOCK, "", "label toc", TEXT, ANY(INLINE) },
	{ "h2", OTHER_BLOCK, "", "label toc", TEXT, ANY(INLINE) },
	{ "h3", OTHER_BLOCK, "", "label toc", TEXT, ANY(INLINE) },
	{ "h4", OTHER_BLOCK, "", "label toc", TEXT, ANY(INLINE) },
	{ "section", OTHER_BLOCK, "", "", SPACE, ANY(BLOCK) },
	{ "keep", OTHER_BLOCK, "", "", SPACE, ANY(BLOCK) },
	{ "blockquote", OTHER_BLOCK, "", "", SPACE, ANY(BLOCK) },
	{ "figure", OTHER_BLOCK, "", "", SPACE, ANY(BLOCK | CAPTION) },
	{ "img", OTHER_BLOCK, "src alt", "width height", NOTHING, NONE },
	{ "page-break", OTHER_BLOCK, "", "", NOTHING, NONE },
	{ "toc", OTHER_BLOCK, "", "of labels depth", NOTHING, NONE },
	{ "ul", OTHER_BLOCK, "", "marker", SPACE, SOME(ITEM) },
	{ "ol", OTHER_BLOCK, "", "format start", SPACE, SOME(ITEM) },
	{ "li", ITEM, "", "label", TEXT, ANY(FLOW) },
	{ "table", OTHER_BLOCK, "", "", SPACE,
		{ { CAPTION, 0, 1 }, { COLUMN, 0, MANY }, { HEAD, 0, 2 }, { BODY, 1, 1 } } },
	{ "caption", CAPTION, "", "label", TEXT, ANY(INLINE) },
	{ "col", COLUMN, "", "width", NOTHING, NONE },
	{ "thead", HEAD, "", "pages", SPACE, SOME(ROW) },
	{ "tbody", BODY, "", "", SPACE, ANY(ROW) },
	{ "tr", ROW, "", "", SPACE, ANY(CELL) },
	{ "td", CELL, "", "rowspan colspan", TEXT, ANY(FLOW) },
	{ "th", CELL, "", "rowspan colspan", TEXT, ANY(FLOW) },
	{ "chart", OTHER_BLOCK, "type", "min max unit numerals alt", SPACE,
		{ { SERIES, 0, MANY }, { LINE, 0, MANY }, { LEVEL, 0, MANY },
			{ VALUE, 0, MANY } } },
	{ "series", SERIES, "", "", 40, NONE },
	{ "line", LINE, "value", "", 80, NONE },
	{ "level", LEVEL, "from", "", 80, NONE },
	{ "item", VALUE, "value", "", 150, NONE },
	{ "b", INLINE, "", "", TEXT, ANY(INLINE) },
	{ "i", INLINE, "", "", TEXT, ANY(INLINE) },
	{ "u", INLINE, "", "", TEXT, ANY(INLINE) },
	{ "sup", INLINE, "", "", TEXT, ANY(INLINE) },
	{ "sub", INLINE, "", "", TEXT, ANY(INLINE) },
	{ "span", INLINE, "", "lang", TEXT, ANY(INLINE) },
	{ "a", INLINE, "href", "", TEXT, ANY(INLINE) },
	{ "note", INLINE, "", "", TEXT, ANY(INLINE) },
	{ "br", INLINE, "", "", NOTHING, NONE },
	{ "tab", INLINE, "", "", NOTHING, NONE },
	{ "leader", INLINE, "", "", NOTHING, NONE },
	{ "page-number", INLINE, "", "", NOTHING, NONE },
	{ "page-count", INLINE, "", "", NOTHING, NONE },
	{ "ref", INLINE, "to", "", NOTHING, NONE },
	{ "page-ref", INLINE, "to", "", NOTHING, NONE },
};

/* The functions below know the plain ones of the values that the schema takes. */

static bool is_text(const char *value)
{
	(void)value;
	return true;
}

static bool is_said(const char *value)
{
	return value[strspn(value, SPACES)] != '\0';
}

static bool is_short(const char *value)
{
	return strlen(value) <= SHORT_BYTES;
}

static bool is_short_name(const char *value)
{
	return is_said(value) && is_short(value);
}

static bool is_description(const char *value)
{
	return is_said(value) && strlen(value) <= LONG_BYTES;
}

static bool is_name(const char *value)
{
	return strspn(value, SMALL CAPITAL "_")
		&& !value[strspn(value, SMALL CAPITAL DIGITS "_-.")];
}

static bool is_number(const char *value)
{
	return strspn(value, "123456789") && strlen(value) <= NUMBER_DIGITS
		&& !value[strspn(value, DIGITS)];
}

/* "th", "th-TH" */
static bool is_language(const char *value)
{
	return strspn(value, SMALL) == 2 && (!value[2]
		|| (value[2] == '-' && strspn(value + 3, CAPITAL) == 2 && !value[5]));
}

static bool is_day(const char *value)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year, month, day, n = 0;

	return strlen(value) == 10 && !value[strspn(value, DIGITS "-")]
		&& sscanf(value, "%4d-%2d-%2d%n", &year, &month, &day, &n) == 3 && n == 10
		&& year > 0 && month > 0 && month <= 12 && day > 0 && day <= days[month - 1];
}

/* "#place", "https://example.org/page" */
static bool is_address(const char *value)
{
	static const char web[] = "https://";
	const char *rest = value + sizeof web - 1;

	if (strncmp(value, web, sizeof web - 1) != 0)
		return value[0] == '#' && is_name(value + 1);
	return strspn(rest, SMALL CAPITAL DIGITS)
		&& !rest[strspn(rest, SMALL CAPITAL DIGITS "/._-")];
}

static bool is_target(const char *value)
{
	return value[0] == '#' && value[1] && !strpbrk(value, "\r\n");
}

static bool is_yes_or_no(const char *value)
{
	return !strcmp(value, "yes") || !strcmp(value, "no");
}

static bool is_odd(const char *value)
{
	return !strcmp(value, "odd");
}

static bool is_later(const char *value)
{
	return !strcmp(value, "later");
}

static bool is_listed(const char *value)
{
	return !strcmp(value, "headings") || !strcmp(value, "tables") || !strcmp(value, "figures");
}

static bool is_chart(const char *value)
{
	return !strcmp(value, "bars") || !strcmp(value, "radar") || !strcmp(value, "scale");
}

static bool is_numerals(const char *value)
{
	return !strcmp(value, "thai") || !strcmp(value, "arabic");
}

static bool is_depth(const char *value)
{
	return strspn(value, "1234") == 1 && !value[1];
}

/* A name means the same in every element that can have it. */
static const struct { const char *name; bool (*takes)(const char *value); } attributes[] = {
	{ "class", is_text }, { "id", is_name },
	{ "alt", is_description }, { "author", is_text }, { "begins", is_odd },
	{ "colspan", is_number }, { "date", is_day }, { "depth", is_depth }, { "format", is_text },
	{ "from", is_short }, { "height", is_text }, { "href", is_address }, { "label", is_text },
	{ "labels", is_yes_or_no }, { "lang", is_language }, { "marker", is_text },
	{ "max", is_short }, { "min", is_short }, { "most-pages", is_number },
	{ "number-from", is_number }, { "numbered", is_yes_or_no }, { "numerals", is_numerals },
	{ "of", is_listed }, { "pages", is_later }, { "rowspan", is_number }, { "src", is_text },
	{ "start", is_number }, { "subject", is_text }, { "title", is_said }, { "to", is_target },
	{ "toc", is_text }, { "type", is_chart }, { "unit", is_short_name }, { "value", is_short },
	{ "width", is_text },
};

static const struct element *find_element(const xmlNode *node)
{
	bool known = node->type == XML_ELEMENT_NODE && node->ns
		&& !strcmp((const char *)node->ns->href, DOCUMENT_NS);

	for (size_t i = 0; known && i < sizeof elements / sizeof *elements; i++)
		if (source_is(node, elements[i].name))
			return &elements[i];
	return NULL;
}

/* Among words with a space between them. */
static bool is_among(const char *words, const char *name)
{
	size_t n = strlen(name);

	for (size_t width; *words; words += width + (words[width] == ' ')) {
		width = strcspn(words, " ");
		if (width == n && !memcmp(words, name, n))
			return true;
	}
	return false;
}

static int count_words(const char *words)
{
	int n = *words != '\0';

	for (; *words; words++)
		n += *words == ' ';
	return n;
}

/* NULL where it is more than one piece of text. */
static const char *find_value(const xmlAttr *attribute)
{
	const xmlNode *text = attribute->children;

	if (!text)
		return "";
	return text->type == XML_TEXT_NODE && !text->next ? (const char *)text->content : NULL;
}

static bool takes_value(const xmlAttr *attribute)
{
	const char *value = find_value(attribute);
	size_t i = 0, n = sizeof attributes / sizeof *attributes;

	while (i < n && strcmp(attributes[i].name, (const char *)attribute->name) != 0)
		i++;
	return value && i < n && attributes[i].takes(value);
}

static bool takes_attributes(const struct element *element, const xmlNode *node)
{
	int lacking = count_words(element->must);

	for (const xmlAttr *one = node->properties; one; one = one->next) {
		const char *name = (const char *)one->name;
		bool needed = is_among(element->must, name);

		if (one->ns && !strcmp((const char *)one->ns->href, SOURCE_RUN_NS))
			continue;
		if (one->ns || !takes_value(one) || !(needed || is_among("class id", name)
				|| is_among(element->can, name)))
			return false;
		lacking -= needed;
	}
	return !lacking;
}

static bool takes_words(const char *text)
{
	size_t n;

	for (; *(text += strspn(text, SPACES)); text += n)
		if ((n = strcspn(text, SPACES)) > WORD_BYTES)
			return false;
	return true;
}

/* A text of a known length is in one piece. */
static bool takes_text(const struct element *element, const xmlNode *text)
{
	const char *content = (const char *)text->content;
	bool is_whole = !text->prev && !text->next;

	switch (element->text) {
	case TEXT:
		return true;
	case SPACE:
		return !is_said(content);
	case WORD_LIST:
		return is_whole && takes_words(content);
	case NOTHING:
		return false;
	default:
		return is_whole && is_said(content)
			&& xmlUTF8Strlen(text->content) <= element->text;
	}
}

/* The part to which one more of the kind belongs, or NULL; n: how many the part has so far. */
static const struct part *find_part(const struct part *part, enum kind kind, int *n)
{
	for (; part->kinds && !(part->kinds & kind); part++, *n = 0)
		if (*n < part->least)
			return NULL;
	return part->kinds && ++*n <= part->most ? part : NULL;
}

static bool is_enough(const struct part *part, int n)
{
	for (; part->kinds; part++, n = 0)
		if (n < part->least)
			return false;
	return true;
}

static bool takes(const struct element *element, const xmlNode *node)
{
	const struct part *part = element->parts;
	int n = 0;

	for (const xmlNode *child = node->children; child; child = child->next) {
		const struct element *inner = find_element(child);

		if (child->type == XML_TEXT_NODE && takes_text(element, child))
			continue;
		part = inner ? find_part(part, inner->kind, &n) : NULL;
		if (!part || !takes(inner, child))
			return false;
	}
	return is_enough(part, n) && takes_attributes(element, node)
		&& (element->text <= 0 || node->children);
}

bool vocabulary_takes(const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	const struct element *element = root ? find_element(root) : NULL;

	return element && element->kind == DOCUMENT && takes(element, root);
}

/* What a value means is told when it is read. */
static bool is_of_style(const char *name, const char *value)
{
	(void)value;
	return !strcmp(name, "based-on") || property_is_of_style(name);
}

static bool is_of_page(const char *name, const char *value)
{
	if (!strcmp(name, "orientation"))
		return !strcmp(value, "portrait") || !strcmp(value, "landscape");
	return !strcmp(name, "size") || property_is_of_page(name);
}

/* The name= of a style or page style that may say all else that it says; or NULL. */
static const char *find_name(const xmlNode *node, bool (*says)(const char *, const char *))
{
	const char *found = NULL;

	for (const xmlAttr *one = node->properties; one; one = one->next) {
		const char *name = (const char *)one->name, *value = find_value(one);
		bool is_own = !strcmp(name, "name");

		if (one->ns || !value || !(is_own || says(name, value)))
			return NULL;
		if (is_own)
			found = value;
	}
	return node->ns || node->children ? NULL : found;
}

static bool is_named_before(const xmlNode *node, const char *name)
{
	const char *element = (const char *)node->name;

	for (node = node->prev; node; node = node->prev) {
		const xmlAttr *own = source_is(node, element)
			? xmlHasProp((xmlNode *)node, BAD_CAST "name") : NULL;
		const char *value = own ? find_value(own) : NULL;

		if (value && !strcmp(value, name))
			return true;
	}
	return false;
}

/* Each name is compared with those before it: of more the schema finds doubles faster. */
enum { STYLES_MOST = 500 };

static bool is_aside(const xmlNode *node)
{
	return node->type == XML_COMMENT_NODE
		|| (node->type == XML_TEXT_NODE && !is_said((const char *)node->content));
}

bool vocabulary_takes_styles(const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc), *last = NULL;
	bool pages = false;
	int n = 0;

	if (!root || root->ns || root->properties || !source_is(root, "styles"))
		return false;
	for (const xmlNode *node = root->children; node; node = node->next) {
		bool is_page = source_is(node, "page");
		const char *name;

		if (is_aside(node))
			continue;
		if (is_page ? last && !source_is(last, "page") : !source_is(node, "style"))
			return false;
		name = find_name(node, is_page ? is_of_page : is_of_style);
		if (!name || ++n > STYLES_MOST || is_named_before(node, name))
			return false;
		pages |= is_page;
		last = node;
	}
	return pages && source_is(last, "style");
}
