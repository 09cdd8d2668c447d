#include "doc/property.h"

#include <stdlib.h>
#include <string.h>

#include "model/source.h"

enum property_kind {
	PROPERTY_TEXT,
	PROPERTY_LENGTH,	/* may be negative */
	PROPERTY_EXTENT,	/* may not */
	PROPERTY_COUNT,		/* 1 to 99 */
	PROPERTY_COLOUR,
	PROPERTY_CHOICE,	/* the index of a word */
	PROPERTY_FLAG,		/* the second of two words */
	PROPERTY_PADDING, PROPERTY_TAB_STOPS,
};

struct property {
	const char *name;
	enum property_kind kind;
	size_t offset;		/* in struct style or page_style */
	const char *words;	/* of a CHOICE or FLAG, with | between them */
};

#define STYLE(field) offsetof(struct style, field)
#define PAGE(field) offsetof(struct page_style, field)

static const struct property style_properties[] = {
	{ "font-family", PROPERTY_TEXT, STYLE(family), NULL },
	{ "font-size", PROPERTY_EXTENT, STYLE(size), NULL },
	{ "font-weight", PROPERTY_FLAG, STYLE(bold), "normal|bold" },
	{ "font-style", PROPERTY_FLAG, STYLE(italic), "normal|italic" },
	{ "text-decoration", PROPERTY_FLAG, STYLE(underline), "none|underline" },
	{ "color", PROPERTY_COLOUR, STYLE(colour), NULL },
	{ "print-color-adjust", PROPERTY_FLAG, STYLE(exact_colour), "economy|exact" },
	{ "baseline-shift", PROPERTY_LENGTH, STYLE(rise), NULL },
	{ "line-height", PROPERTY_EXTENT, STYLE(leading), NULL },
	{ "text-align", PROPERTY_CHOICE, STYLE(align),
		"left|center|right|justify|thai-distribute" },
	{ "text-indent", PROPERTY_LENGTH, STYLE(indent), NULL },
	{ "margin-left", PROPERTY_EXTENT, STYLE(left), NULL },
	{ "margin-right", PROPERTY_EXTENT, STYLE(right), NULL },
	{ "margin-top", PROPERTY_EXTENT, STYLE(before), NULL },
	{ "margin-bottom", PROPERTY_EXTENT, STYLE(after), NULL },
	{ "list-style-position", PROPERTY_FLAG, STYLE(label_inside), "outside|inside" },
	{ "break-after", PROPERTY_FLAG, STYLE(keep_with_next), "auto|avoid" },
	{ "break-inside", PROPERTY_FLAG, STYLE(keep_together), "auto|avoid" },
	{ "break-before", PROPERTY_FLAG, STYLE(page_break_before), "auto|page" },
	{ "orphans", PROPERTY_COUNT, STYLE(orphans), NULL },
	{ "widows", PROPERTY_COUNT, STYLE(widows), NULL },
	{ "tab-stops", PROPERTY_TAB_STOPS, 0, NULL },
	{ "padding", PROPERTY_PADDING, 0, NULL },
	{ "border-width", PROPERTY_EXTENT, STYLE(border), NULL },
	{ "border-color", PROPERTY_COLOUR, STYLE(border_colour), NULL },
	{ "border-style", PROPERTY_CHOICE, STYLE(line_style), "solid|dashed|dotted" },
	{ "background-color", PROPERTY_COLOUR, STYLE(background), NULL },
	{ "background-image", PROPERTY_CHOICE, STYLE(hatch), "none|hatch|back-hatch|cross-hatch" },
	{ "vertical-align", PROPERTY_CHOICE, STYLE(vertical_align), "top|middle|bottom" },
};

static const struct property page_properties[] = {
	{ "margin-top", PROPERTY_EXTENT, PAGE(top), NULL },
	{ "margin-bottom", PROPERTY_EXTENT, PAGE(bottom), NULL },
	{ "margin-left", PROPERTY_EXTENT, PAGE(left), NULL },
	{ "margin-right", PROPERTY_EXTENT, PAGE(right), NULL },
	{ "header-margin", PROPERTY_EXTENT, PAGE(header), NULL },
	{ "footer-margin", PROPERTY_EXTENT, PAGE(footer), NULL },
	{ "gutter", PROPERTY_EXTENT, PAGE(gutter), NULL },
	{ "numerals", PROPERTY_CHOICE, PAGE(numerals), "thai|arabic|letter" },
};

/* The index of value among words, or -1. */
static int find_word(const char *words, const char *value)
{
	size_t n = strlen(value);

	for (int i = 0; words; i++) {
		const char *bar = strchr(words, '|');
		size_t width = bar ? (size_t)(bar - words) : strlen(words);

		if (width == n && !strncmp(words, value, n))
			return i;
		words = bar ? bar + 1 : NULL;
	}
	return -1;
}

static bool parse_colour(const char *value, int32_t *colour)
{
	char *end;

	if (!strcmp(value, "transparent")) {
		*colour = COLOUR_NONE;
		return true;
	}
	if (value[0] != '#' || strspn(value + 1, "0123456789abcdefABCDEF") != 6 || value[7])
		return false;
	*colour = (int32_t)strtol(value + 1, &end, 16);
	return true;
}

/* The next word of value, cut off with a NUL; NULL after the last. */
static char *cut_word(char **value)
{
	char *word = *value + strspn(*value, " ");
	char *end = word + strcspn(word, " ");

	if (!*word)
		return NULL;
	*value = *end ? end + 1 : end;
	*end = '\0';
	return word;
}

static bool parse_padding(struct arena *arena, const char *value, struct style *style)
{
	char *rest = arena_text(arena, value);
	char *vertical = cut_word(&rest), *horizontal = cut_word(&rest);
	length y, x;

	if (!vertical || !units_parse(vertical, &y)
			|| !units_parse(horizontal ? horizontal : vertical, &x) || cut_word(&rest)
			|| x < 0 || y < 0)
		return false;
	style->padding_x = x;
	style->padding_y = y;
	return true;
}

static bool parse_tab_stops(struct arena *arena, const char *value, struct style *style)
{
	struct tab_stops stops = { 0 };
	char *rest = arena_text(arena, value), *word;

	while ((word = cut_word(&rest))) {
		int align = find_word("left|center|right", word);
		length at;

		if (align >= 0 && stops.n)
			stops.at[stops.n - 1].align = (enum align)align;
		else if (!units_parse(word, &at) || at < 0
				|| (stops.n && at <= stops.at[stops.n - 1].at))
			return false;
		else
			*list_add(arena, &stops) = (struct tab_stop){ at, ALIGN_LEFT };
	}
	style->tab_stops = stops;
	return true;
}

static bool parse_count(const char *value, int *count)
{
	*count = atoi(value);
	return *count >= 1 && *count <= 99 && strspn(value, "0123456789") == strlen(value);
}

static bool parse_length(const char *value, length least, length *field)
{
	length parsed;

	if (!units_parse(value, &parsed) || parsed < least)
		return false;
	*field = parsed;
	return true;
}

/* False if the property does not take the value.  thing is a style or page style. */
static bool set(struct arena *arena, const struct property *property, const char *value,
	void *thing)
{
	void *field = (char *)thing + property->offset;
	int word = find_word(property->words, value);

	switch (property->kind) {
	case PROPERTY_TEXT:
		*(const char **)field = value;
		return *value != '\0';
	case PROPERTY_LENGTH:
		return parse_length(value, -LENGTH_MAX, field);
	case PROPERTY_EXTENT:
		return parse_length(value, 0, field);
	case PROPERTY_COUNT:
		return parse_count(value, field);
	case PROPERTY_COLOUR:
		return parse_colour(value, field);
	case PROPERTY_CHOICE:
		if (word >= 0)
			memcpy(field, &word, sizeof word);
		return word >= 0;
	case PROPERTY_FLAG:
		*(bool *)field = word > 0;
		return word >= 0;
	case PROPERTY_PADDING:
		return parse_padding(arena, value, thing);
	case PROPERTY_TAB_STOPS:
		return parse_tab_stops(arena, value, thing);
	}
	return false;
}

static void set_named(struct arena *arena, const xmlNode *node, const struct property *property,
	void *thing, struct problems *problems)
{
	const char *value = source_attribute(arena, node, property->name);

	if (value && !set(arena, property, value, thing))
		problem_report(problems, PROBLEM_STYLE_VALUE, source_place(node), value,
			property->name);
}

void property_read_style(struct arena *arena, const xmlNode *node, struct style *style,
	struct problems *problems)
{
	for (size_t i = 0; i < sizeof style_properties / sizeof *style_properties; i++)
		set_named(arena, node, &style_properties[i], style, problems);
}

static const struct { const char *name; length width, height; } papers[] = {
	{ "A3", 841890, 1190551 },	/* ISO 216: 297 mm by 420 mm */
	{ "A4", 595276, 841890 },
	{ "A5", 419528, 595276 },
};

static bool parse_size(struct arena *arena, const char *value, struct page_style *page)
{
	char *rest = arena_text(arena, value);
	char *width, *height;

	for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
		if (!strcmp(papers[i].name, value)) {
			page->width = papers[i].width;
			page->height = papers[i].height;
			return true;
		}
	width = cut_word(&rest);
	height = cut_word(&rest);
	return width && height && units_parse(width, &page->width)
		&& units_parse(height, &page->height) && page->width > 0 && page->height > 0;
}

static void turn(struct page_style *page)
{
	length width = page->width;

	page->width = page->height;
	page->height = width;
}

/* What the gutter moves stays on the paper. */
static void check_gutter(struct arena *arena, const xmlNode *node, struct page_style *page,
	struct problems *problems)
{
	if (page->gutter / 2 <= page->left && page->gutter / 2 <= page->right)
		return;
	problem_report(problems, PROBLEM_STYLE_VALUE, source_place(node),
		source_attribute(arena, node, "gutter"), "gutter");
	page->gutter = 0;
}

void property_read_page(struct arena *arena, const xmlNode *node, struct page_style *page,
	struct problems *problems)
{
	const char *size = source_attribute(arena, node, "size");
	const char *orientation = source_attribute(arena, node, "orientation");

	if (!parse_size(arena, size ? size : "A4", page))
		problem_report(problems, PROBLEM_STYLE_VALUE, source_place(node), size, "size");
	if (orientation && !strcmp(orientation, "landscape") && page->width < page->height)
		turn(page);
	for (size_t i = 0; i < sizeof page_properties / sizeof *page_properties; i++)
		set_named(arena, node, &page_properties[i], page, problems);
	if (page->left + page->right >= page->width || page->top + page->bottom >= page->height)
		problem_report(problems, PROBLEM_PAGE_AREA, source_place(node), page->name);
	check_gutter(arena, node, page, problems);
}

static bool has_name(const struct property *properties, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(properties[i].name, name))
			return true;
	return false;
}

bool property_is_of_style(const char *name)
{
	return has_name(style_properties, sizeof style_properties / sizeof *style_properties, name);
}

bool property_is_of_page(const char *name)
{
	return has_name(page_properties, sizeof page_properties / sizeof *page_properties, name);
}
