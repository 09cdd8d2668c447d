#include <stdlib.h>
#include <string.h>

#include "doc/reader.h"
#include "model/source.h"

/* Where we are inside marks and links. */
struct around {
	const struct style *style;
	const char *target, *lang;
};

struct collector {
	struct reader *reader;
	struct spans spans;
	bool at_space;		/* the text so far ends with white space, or there is none */
};

static const struct { const char *name; enum span_kind kind; } single[] = {
	{ "br", SPAN_BREAK },
	{ "tab", SPAN_TAB },
	{ "leader", SPAN_LEADER },
	{ "page-number", SPAN_PAGE_NUMBER },
	{ "page-count", SPAN_PAGE_COUNT },
	{ "page-ref", SPAN_PAGE_REF },
	{ "ref", SPAN_REF },
	{ "note", SPAN_NOTE },
};

static const char *const marks[] = { "b", "i", "u", "sup", "sub", "span", "a" };

enum { SINGLES = sizeof single / sizeof *single, MARKS = sizeof marks / sizeof *marks };

static int find_single(const xmlNode *node)
{
	int i = 0;

	while (i < SINGLES && !source_is(node, single[i].name))
		i++;
	return i;
}

static bool is_mark(const xmlNode *node)
{
	for (int i = 0; i < MARKS; i++)
		if (source_is(node, marks[i]))
			return true;
	return false;
}

static bool is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

bool inline_is(const xmlNode *node)
{
	return is_text(node) || find_single(node) < SINGLES || is_mark(node);
}

static struct span *add(struct collector *collector, enum span_kind kind,
	const struct around *around, const xmlNode *node)
{
	struct span *span = list_add(collector->reader->passing, &collector->spans);

	/* trim_end() may have left another one here */
	*span = (struct span){ .kind = kind, .style = around->style, .target = around->target,
		.lang = around->lang, .place = source_place(node) };
	return span;
}

static bool is_latin(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static int by_name(const void *a, const void *b)
{
	const struct abbreviation *first = a, *second = b;
	int order = strcmp(first->name, second->name);

	return order ? order : first->number - second->number;
}

void inline_sort_abbreviations(struct reader *reader)
{
	struct abbreviations *sorted = &reader->abbreviations;
	struct bytes first = { .arena = reader->arena };

	if (sorted->n)
		qsort(sorted->at, (size_t)sorted->n, sizeof *sorted->at, by_name);
	bytes_text(&first, "");
	for (int i = 0; i < sorted->n; i++)
		if (!i || *sorted->at[i].name != *sorted->at[i - 1].name)
			bytes_add(&first, sorted->at[i].name, 1);
	reader->first_letters = first.at;
}

/* The first of the names from first to end, which begin alike, whose n-th byte is c or more. */
static int find_byte(const struct abbreviations *sorted, int first, int end, size_t n, int c)
{
	while (first < end) {
		int middle = first + (end - first) / 2;

		if ((unsigned char)sorted->at[middle].name[n] < c)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

/* The longest whose name stands here, not inside a longer word; NULL: none. */
static const struct abbreviation *find_longest(const struct abbreviations *sorted, const char *at)
{
	const struct abbreviation *longest = NULL;
	int first = 0, end = sorted->n;

	for (size_t n = 0; first < end; n++) {
		int c = (unsigned char)at[n];

		if (n && !sorted->at[first].name[n] && !is_latin(at[n]))
			longest = &sorted->at[first];
		if (!c)
			break;
		first = find_byte(sorted, first, end, n, c);
		end = find_byte(sorted, first, end, n, c + 1);
	}
	return longest;
}

/* The longest of those that stand first in the text from there on, and where; NULL: none. */
static const struct abbreviation *find_abbreviation(const struct reader *reader, const char *text,
	const char *from, const char **at)
{
	const struct abbreviation *found = NULL;

	for (; *(from += strcspn(from, reader->first_letters)) && !found; from++) {
		*at = from;
		if (from == text || !is_latin(from[-1]))
			found = find_longest(&reader->abbreviations, from);
	}
	return found;
}

static struct span *add_part(struct collector *collector, const char *from, size_t n,
	const struct around *around, const xmlNode *node)
{
	struct span *span = add(collector, SPAN_TEXT, around, node);

	span->text = arena_copy(collector->reader->arena, from, n);
	return span;
}

/* Abbreviations become spans of their own.  The text is kept. */
static void split(struct collector *collector, const char *text, const struct around *around,
	const xmlNode *node)
{
	const struct abbreviation *abbreviation;
	const char *from = text, *at = NULL;

	while ((abbreviation = find_abbreviation(collector->reader, text, from, &at))) {
		struct span *span;

		if (at > from)
			add_part(collector, from, (size_t)(at - from), around, node);
		span = add_part(collector, at, strlen(abbreviation->name), around, node);
		span->expansion = abbreviation->title;
		span->lang = abbreviation->lang;
		from = at + strlen(abbreviation->name);
	}
	if (*from)
		add(collector, SPAN_TEXT, around, node)->text = from;
}

static void add_text(struct collector *collector, const xmlNode *node, const struct around *around)
{
	const char *from = node->content ? (const char *)node->content : "";
	char *text = arena_text(collector->reader->arena, from), *to = text;

	while (*from) {
		size_t white = strspn(from, " \t\r\n"), n = strcspn(from + white, " \t\r\n");

		if (white && !collector->at_space)
			*to++ = ' ';
		memcpy(to, from + white, n);
		to += n;
		from += white + n;
		collector->at_space = !n;
	}
	*to = '\0';
	if (to > text)
		split(collector, text, around, node);
}

static void trim_end(struct collector *collector)
{
	struct spans *spans = &collector->spans;
	struct span *last = spans->n ? &spans->at[spans->n - 1] : NULL;
	size_t n = last && last->text ? strlen(last->text) : 0;

	if (!n || last->text[n - 1] != ' ')
		return;
	last->text = arena_copy(collector->reader->arena, last->text, n - 1);
	if (n == 1)
		spans->n--;
}

/* Its number is raised, in the text and at the page's foot. */
static void fill_note(struct reader *reader, xmlNode *node, struct span *span)
{
	struct block *note = arena_new(reader->nodes, struct block);

	note->kind = BLOCK_PARAGRAPH;
	note->role = ROLE_NOTE;
	note->place = span->place;
	note->style = reader_style(reader, node);
	note->label_style = styles_derive(reader->styles, note->style, "sup", "");
	inline_read(reader, node->children, NULL, note->style, &note->spans);
	span->note = note;
	span->target = NULL;
	span->style = styles_derive(reader->styles, span->style, "sup", "");
}

static void add_single(struct collector *collector, xmlNode *node,
	const struct around *around)
{
	enum span_kind kind = single[find_single(node)].kind;
	struct span *span;

	if (kind == SPAN_BREAK || kind == SPAN_TAB || kind == SPAN_LEADER || kind == SPAN_NOTE)
		trim_end(collector);
	span = add(collector, kind, around, node);
	if (kind == SPAN_PAGE_REF || kind == SPAN_REF)
		span->target = reader_attribute(collector->reader, node, "to");
	if (kind == SPAN_NOTE)
		fill_note(collector->reader, node, span);
	collector->at_space = kind == SPAN_BREAK || kind == SPAN_TAB || kind == SPAN_LEADER;
}

/* Inside the element: its mark, link and language on top of those around it. */
static struct around enter(struct reader *reader, const xmlNode *node, struct around around)
{
	const char *class = reader_attribute(reader, node, "class");
	const char *lang = reader_attribute(reader, node, "lang");
	const char *target = reader_attribute(reader, node, "href");

	if (class)
		styles_choose(reader->styles, class, source_place(node), reader->problems);
	around.style = styles_derive(reader->styles, around.style, (const char *)node->name,
		class ? class : "");
	around.lang = lang ? lang : around.lang;
	around.target = target ? target : around.target;
	return around;
}

/* Depth is limited: LIMIT_XML_DEPTH. */
static void collect(struct collector *collector, xmlNode *node, const xmlNode *end,
	struct around around)
{
	for (; node && node != end; node = node->next) {
		if (is_text(node))
			add_text(collector, node, &around);
		else if (find_single(node) < SINGLES)
			add_single(collector, node, &around);
		else if (node->type == XML_ELEMENT_NODE)
			collect(collector, node->children, NULL,
				enter(collector->reader, node, around));
	}
}

void inline_read(struct reader *reader, xmlNode *first, const xmlNode *end,
	const struct style *style, struct spans *spans)
{
	struct collector collector = { reader, { 0 }, true };

	reader->paragraphs++;
	collect(&collector, first, end, (struct around){ style, NULL, NULL });
	trim_end(&collector);
	if (collector.spans.n) {
		list_reserve(reader->nodes, spans, collector.spans.n);
		spans->n = collector.spans.n;
		memcpy(spans->at, collector.spans.at, (size_t)spans->n * sizeof *spans->at);
	}
	if (!--reader->paragraphs)
		arena_clear(reader->passing);
}
