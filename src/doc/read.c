#include "doc/read.h"

#include <libxml/xmlschemastypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/reader.h"
#include "model/source.h"

const char *reader_attribute(struct reader *reader, const xmlNode *node, const char *name)
{
	return source_attribute(reader->arena, node, name);
}

int reader_number(struct reader *reader, const xmlNode *node, const char *name, int least,
	int fallback)
{
	const char *text = reader_attribute(reader, node, name);
	long value = text ? strtol(text, NULL, 10) : least - 1L;

	return value < least ? fallback : value > INT_MAX / 2 ? INT_MAX / 2 : (int)value;
}

void reader_mark(const struct reader *reader, xmlNode *node, const char *name, const char *value)
{
	if (reader->marks)
		source_mark(node, name, value);
}

void reader_mark_number(const struct reader *reader, xmlNode *node, const char *name, int value)
{
	if (reader->marks)
		source_mark(node, name, arena_printf(reader->arena, "%d", value));
}

static bool is_attribute(struct reader *reader, const xmlNode *node, const char *name,
	const char *value)
{
	const char *text = reader_attribute(reader, node, name);

	return text && !strcmp(text, value);
}

const struct style *reader_style(struct reader *reader, const xmlNode *node)
{
	const char *class = reader_attribute(reader, node, "class");

	return styles_choose(reader->styles, class ? class : (const char *)node->name,
		source_place(node), reader->problems);
}

static struct block *new_block(struct reader *reader, const xmlNode *node, enum block_kind kind)
{
	struct block *block = arena_new(reader->nodes, struct block);

	block->kind = kind;
	block->place = source_place(node);
	block->id = reader_attribute(reader, node, "id");
	return block;
}

/* Levels without gaps, from 1: else PDF's structure is none (ISO 14289-1, 7.4.2). */
static void read_level(struct reader *reader, xmlNode *node, struct block *block)
{
	block->role = ROLE_HEADING;
	block->level = node->name[1] - '0';
	while (reader->depth && reader->levels[reader->depth - 1] >= block->level)
		reader->depth--;
	reader->levels[reader->depth++] = block->level;
	block->depth = reader->depth;
	reader_mark_number(reader, node, "depth", block->depth);
	if (block->depth < block->level)
		problem_report(reader->problems, PROBLEM_HEADING_SKIPPED, block->place,
			(const char *)node->name,
			arena_printf(reader->arena, "h%d", block->level - 1),
			arena_printf(reader->arena, "h%d", block->depth));
}

static struct block *read_paragraph(struct reader *reader, xmlNode *node)
{
	struct block *block = new_block(reader, node, BLOCK_PARAGRAPH);

	block->style = reader_style(reader, node);
	block->label = reader_attribute(reader, node, "label");
	block->contents_text = reader_attribute(reader, node, "toc");
	if (node->name[0] == 'h')
		read_level(reader, node, block);
	inline_read(reader, node->children, NULL, block->style, &block->spans);
	return block;
}

static struct block *read_section(struct reader *reader, xmlNode *node)
{
	struct block *block = new_block(reader, node, BLOCK_SECTION);

	if (reader_attribute(reader, node, "class"))
		block->style = reader_style(reader, node);
	block->first = reader_blocks(reader, node, styles_choose(reader->styles, "p",
		block->place, reader->problems));
	return block;
}

static struct block *read_caption(struct reader *reader, xmlNode *node)
{
	struct block *block = read_paragraph(reader, node);

	block->role = source_is(node->parent, "table") ? ROLE_TABLE_CAPTION : ROLE_FIGURE_CAPTION;
	return block;
}

static struct block *read_quote(struct reader *reader, xmlNode *node)
{
	struct block *block = read_section(reader, node);

	block->kind = BLOCK_QUOTE;
	block->style = reader_style(reader, node);
	return block;
}

static struct block *read_figure(struct reader *reader, xmlNode *node)
{
	struct block *block = read_quote(reader, node);

	block->kind = BLOCK_FIGURE;
	return block;
}

static struct block *read_keep(struct reader *reader, xmlNode *node)
{
	struct block *block = read_section(reader, node);

	block->kind = BLOCK_KEEP;
	return block;
}

/* A list's counter: what stands before and behind it, and how it is written. */
struct counter {
	const char *before, *after;
	int n_before;
	enum numeral_style numerals;
};

/* "(๑)" is "(", Thai digits, ")"; without a counter in it the format is a label for all. */
static bool parse_counter(const char *format, struct counter *counter)
{
	static const struct { const char *sign; enum numeral_style numerals; } signs[] = {
		{ "๑", NUMERAL_THAI }, { "1", NUMERAL_ARABIC }, { "ก", NUMERAL_LETTER },
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *at = strstr(format, signs[i].sign);

		if (!at)
			continue;
		*counter = (struct counter){ format, at + strlen(signs[i].sign),
			(int)(at - format), signs[i].numerals };
		return true;
	}
	return false;
}

static const char *make_label(struct arena *arena, const char *format, int number)
{
	struct counter counter;

	if (!parse_counter(format, &counter))
		return format;
	return arena_printf(arena, "%.*s%s%s", counter.n_before, counter.before,
		numeral_text(arena, number, counter.numerals), counter.after);
}

static struct block *read_item(struct reader *reader, xmlNode *node, const char *label)
{
	struct block *block = new_block(reader, node, BLOCK_ITEM);
	const char *own = reader_attribute(reader, node, "label");

	block->style = reader_style(reader, node);
	block->label = own ? own : label;
	reader_mark(reader, node, "label", block->label);
	block->first = reader_blocks(reader, node, block->style);
	return block;
}

static struct block *read_list(struct reader *reader, xmlNode *node)
{
	struct block *block = new_block(reader, node, BLOCK_LIST), **next = &block->first;
	bool ordered = source_is(node, "ol");
	const char *format = reader_attribute(reader, node, ordered ? "format" : "marker");
	int number = reader_number(reader, node, "start", 0, 1);

	if (!format)
		format = ordered ? "๑." : "-";
	if (reader_attribute(reader, node, "class"))
		block->style = reader_style(reader, node);
	xmlNode *child = xmlFirstElementChild(node);

	for (; child; child = xmlNextElementSibling(child)) {
		*next = read_item(reader, child,
			ordered ? make_label(reader->arena, format, number++) : format);
		next = &(*next)->next;
	}
	return block;
}

static struct block *read_table(struct reader *reader, xmlNode *node)
{
	struct block *block = new_block(reader, node, BLOCK_TABLE);
	xmlNode *child = xmlFirstElementChild(node);

	block->style = reader_style(reader, node);
	if (child && source_is(child, "caption"))
		block->first = read_caption(reader, child);
	block->table = table_read(reader, node);
	return block;
}

static enum role find_role(const char *of)
{
	if (of && !strcmp(of, "tables"))
		return ROLE_TABLE_CAPTION;
	return of && !strcmp(of, "figures") ? ROLE_FIGURE_CAPTION : ROLE_HEADING;
}

static struct block *read_contents(struct reader *reader, xmlNode *node)
{
	struct block *block = new_block(reader, node, BLOCK_CONTENTS);

	block->listing = arena_new(reader->nodes, struct listing);
	block->role = find_role(reader_attribute(reader, node, "of"));
	block->listing->with_labels = block->role != ROLE_HEADING
		|| is_attribute(reader, node, "labels", "yes");
	block->level = block->role == ROLE_HEADING ? reader_number(reader, node, "depth", 1, 4) : 1;
	if (block->level > 4)
		block->level = 4;
	for (int i = 0; i < block->level; i++)
		block->listing->entries[i] = styles_choose(reader->styles,
			arena_printf(reader->arena, "toc-%d", i + 1), block->place,
			reader->problems);
	return block;
}

static struct block *read_chart(struct reader *reader, xmlNode *node)
{
	struct block *block = new_block(reader, node, BLOCK_CHART);

	chart_read(reader, node, block);
	return block;
}

static struct block *read_page_break(struct reader *reader, xmlNode *node)
{
	return new_block(reader, node, BLOCK_PAGE_BREAK);
}

static length read_extent(struct reader *reader, const xmlNode *node, const char *name)
{
	const char *text = reader_attribute(reader, node, name);
	length value = 0;

	if (text && (!units_parse(text, &value) || value <= 0)) {
		problem_report(reader->problems, PROBLEM_STYLE_VALUE, source_place(node), text,
			name);
		value = 0;
	}
	return value;
}

static struct block *read_image(struct reader *reader, xmlNode *node)
{
	struct block *block = new_block(reader, node, BLOCK_IMAGE);

	block->style = reader_style(reader, node);
	block->picture = arena_new(reader->nodes, struct picture);
	block->picture->src = reader_attribute(reader, node, "src");
	block->picture->alt = reader_attribute(reader, node, "alt");
	block->picture->width = read_extent(reader, node, "width");
	block->picture->height = read_extent(reader, node, "height");
	return block;
}

static struct block *read_block(struct reader *reader, xmlNode *node)
{
	static const struct {
		const char *name;
		struct block *(*read)(struct reader *, xmlNode *);
	} blocks[] = {
		{ "p", read_paragraph }, { "h1", read_paragraph }, { "h2", read_paragraph },
		{ "h3", read_paragraph }, { "h4", read_paragraph },
		{ "section", read_section }, { "keep", read_keep },
		{ "ol", read_list }, { "ul", read_list },
		{ "blockquote", read_quote }, { "figure", read_figure },
		{ "caption", read_caption }, { "table", read_table }, { "toc", read_contents },
		{ "page-break", read_page_break }, { "chart", read_chart },
		{ "img", read_image },
	};

	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		if (source_is(node, blocks[i].name))
			return blocks[i].read(reader, node);
	return NULL;		/* the schema has no other */
}

/* The inline nodes from first on as a paragraph; NULL if there is nothing but white space. */
static struct block *read_loose(struct reader *reader, xmlNode *first, const xmlNode *end,
	const struct style *style)
{
	struct spans spans = { 0 };
	struct block *block;

	inline_read(reader, first, end, style, &spans);
	if (!spans.n)
		return NULL;
	block = arena_new(reader->nodes, struct block);
	block->kind = BLOCK_PARAGRAPH;
	block->place = source_place(first);
	block->style = style;
	block->spans = spans;
	return block;
}

static xmlNode *end_of_inline(xmlNode *node)
{
	while (node && (inline_is(node) || node->type != XML_ELEMENT_NODE))
		node = node->next;
	return node;
}

struct block *reader_blocks(struct reader *reader, xmlNode *container, const struct style *style)
{
	struct block *first = NULL, **next = &first;
	xmlNode *node = container->children;

	while (node) {
		xmlNode *end = end_of_inline(node);

		*next = node == end ? read_block(reader, node)
			: read_loose(reader, node, end, style);
		if (*next)
			next = &(*next)->next;
		node = node == end ? node->next : end;
	}
	return first;
}

static void read_running(struct reader *reader, struct sequence *sequence, xmlNode *node)
{
	struct running *running = list_add(reader->arena, &sequence->running);
	const char *pages = reader_attribute(reader, node, "pages");

	running->foot = source_is(node, "footer");
	if (pages && strstr(pages, "first"))
		running->pages = RUNNING_FIRST;
	if (pages && strstr(pages, "later"))
		running->pages = RUNNING_LATER;
	if (pages && strstr(pages, "odd"))
		running->side = SIDE_ODD;
	if (pages && strstr(pages, "even"))
		running->side = SIDE_EVEN;
	running->first = reader_blocks(reader, node, reader_style(reader, node));
}

/* Running heads come out of the tree, so that what is left are the blocks. */
static void read_runnings(struct reader *reader, struct sequence *sequence, xmlNode *node)
{
	xmlNode *child = xmlFirstElementChild(node);

	while (child && (source_is(child, "header") || source_is(child, "footer"))) {
		xmlNode *next = xmlNextElementSibling(child);

		read_running(reader, sequence, child);
		xmlUnlinkNode(child);
		xmlFreeNode(child);
		child = next;
	}
}

/* As layout counts them: by sequence, in its page style's numerals. */
static void mark_notes(struct reader *reader, const struct sequence *sequence, xmlNode *root)
{
	int n = 0;

	for (xmlNode *node = root; node; node = source_walk(root, node))
		if (source_is(node, "note"))
			source_mark(node, "label", numeral_text(reader->arena, ++n,
				sequence->page->numerals));
}

static void read_sequence(struct reader *reader, struct doc *doc, xmlNode *node)
{
	struct sequence *sequence = list_add(reader->arena, &doc->sequences);
	const char *class = reader_attribute(reader, node, "class");

	sequence->place = source_place(node);
	sequence->page = styles_choose_page(reader->styles, class ? class : "", sequence->place,
		reader->problems);
	reader->numerals = sequence->page->numerals;
	sequence->first_number = reader_number(reader, node, "number-from", 1, 0);
	sequence->most_pages = reader_number(reader, node, "most-pages", 1, 0);
	sequence->counted = !is_attribute(reader, node, "numbered", "no");
	sequence->begins_odd = is_attribute(reader, node, "begins", "odd");
	read_runnings(reader, sequence, node);
	if (reader->marks)
		mark_notes(reader, sequence, node);
	sequence->first = reader_blocks(reader, node,
		styles_choose(reader->styles, "p", sequence->place, reader->problems));
}

static const char *read_content(struct arena *arena, xmlNode *node)
{
	xmlChar *content = xmlNodeGetContent(node);
	const char *text = arena_text(arena, content ? (char *)content : "");

	xmlFree(content);
	return text;
}

/* White space as its schema and the text have it: none at the ends, else one space. */
static void read_abbreviation(struct reader *reader, xmlNode *node)
{
	const char *name = read_content(reader->arena, node);
	xmlChar *collapsed = xmlSchemaCollapseString(BAD_CAST name);	/* NULL: it is so already */

	*list_add(reader->arena, &reader->abbreviations) = (struct abbreviation){
		collapsed ? arena_text(reader->arena, (char *)collapsed) : name,
		reader_attribute(reader, node, "title"), reader_attribute(reader, node, "lang"),
		reader->abbreviations.n };
	xmlFree(collapsed);
}

struct doc *doc_read(struct arena *arena, xmlDoc *tree, struct styles *styles, bool marks,
	struct problems *problems)
{
	struct doc *doc = arena_new(arena, struct doc);
	struct reader reader = { .arena = arena, .nodes = arena_within(arena), .styles = styles,
		.problems = problems, .passing = arena_open(), .marks = marks };
	xmlNode *root = xmlDocGetRootElement(tree);
	const char *language = reader_attribute(&reader, root, "lang");

	doc->nodes = reader.nodes;
	doc->title = reader_attribute(&reader, root, "title");
	doc->author = reader_attribute(&reader, root, "author");
	doc->subject = reader_attribute(&reader, root, "subject");
	doc->date = reader_attribute(&reader, root, "date");
	doc->language = language ? language : "th";
	for (xmlNode *node = xmlFirstElementChild(root); node; node = xmlNextElementSibling(node))
		if (source_is(node, "words"))
			doc->words = read_content(arena, node);
		else if (source_is(node, "abbreviation"))
			read_abbreviation(&reader, node);
	inline_sort_abbreviations(&reader);
	for (xmlNode *node = xmlFirstElementChild(root); node; node = xmlNextElementSibling(node))
		if (source_is(node, "page-sequence"))
			read_sequence(&reader, doc, node);
	arena_close(reader.passing);
	ids_check(arena, doc, problems);
	return doc;
}

void doc_drop(struct doc *doc)
{
	arena_clear(doc->nodes);
	*doc = (struct doc){ 0 };
}
