#include "doc/chart.h"

#include <string.h>

#include "doc/reader.h"
#include "model/source.h"

/* A chart while it is read. */
struct charting {
	struct reader *reader;
	struct block *block;
	struct chart *chart;
	struct block **end;		/* of the block's texts */
};

static const char *const kinds[] = {
	[CHART_BARS] = "bars", [CHART_RADAR] = "radar", [CHART_SCALE] = "scale",
};

static enum chart_kind read_kind(struct reader *reader, const xmlNode *node)
{
	const char *type = reader_attribute(reader, node, "type");
	int i = CHART_BARS;

	while (i < CHART_SCALE && type && strcmp(type, kinds[i]))
		i++;
	return (enum chart_kind)i;
}

static struct block *add_text(struct charting *charting, const xmlNode *node,
	const struct style *style)
{
	struct block *block = arena_new(charting->reader->arena, struct block);

	block->kind = BLOCK_PARAGRAPH;
	block->place = source_place(node);
	block->style = style;
	*charting->end = block;
	charting->end = &block->next;
	return block;
}

static void append(struct charting *charting, struct block *block, const char *text)
{
	*list_add(charting->reader->arena, &block->spans) = (struct span){ .kind = SPAN_TEXT,
		.text = text, .style = block->style, .place = block->place };
}

/* No language (ISO 639-2): its digits are the chart's, whatever the text around has. */
static void append_number(struct charting *charting, struct block *block, const char *text)
{
	append(charting, block, text);
	block->spans.at[block->spans.n - 1].lang = "zxx";
}

static const char *in_numerals(const struct charting *charting, const char *text)
{
	struct arena *arena = charting->reader->arena;

	return charting->chart->numerals == NUMERAL_ARABIC ? numeral_ascii_digits(arena, text)
		: numeral_thai_digits(arena, text);
}

/* False, with CHART_VALUE, if the text is no number from low to high. */
static bool parse_number(struct reader *reader, const xmlNode *node, const char *text,
	const hundredths range[2], hundredths *value)
{
	struct arena *arena = reader->arena;
	hundredths number;

	if (hundredths_parse(numeral_ascii_digits(arena, text), range[1], &number)
			&& number >= range[0]) {
		*value = number;
		return true;
	}
	problem_report(reader->problems, PROBLEM_CHART_VALUE, source_place(node), text,
		chart_number(arena, range[0], NUMERAL_ARABIC),
		chart_number(arena, range[1], NUMERAL_ARABIC));
	return false;
}

/* The attribute's number; absent or no number from low to high: as it was. */
static void read_number(struct reader *reader, const xmlNode *node, const char *name,
	const hundredths range[2], hundredths *value)
{
	const char *text = reader_attribute(reader, node, name);

	if (text)
		parse_number(reader, node, text, range, value);
}

static void read_range(struct charting *charting, const xmlNode *node)
{
	struct chart *chart = charting->chart;

	chart->max = 100 * 100;
	read_number(charting->reader, node, "max", (const hundredths[]){ 1, HUNDREDTHS_MOST },
		&chart->max);
	read_number(charting->reader, node, "min", (const hundredths[]){ 0, chart->max - 1 },
		&chart->min);
}

/* A number between the chart's ends, both included. */
static bool parse_within(struct charting *charting, const xmlNode *node, const char *text,
	hundredths *value)
{
	return parse_number(charting->reader, node, text,
		(const hundredths[]){ charting->chart->min, charting->chart->max }, value);
}

static void read_name(struct charting *charting, xmlNode *node, struct chart_part *part)
{
	const struct style *style = part->style ? part->style : charting->block->style;

	part->name = add_text(charting, node, style);
	inline_read(charting->reader, node->children, NULL, style, &part->name->spans);
}

/* The nth has the style series-N, if it names none. */
static const struct style *nth_style(struct charting *charting, const xmlNode *node, int n)
{
	struct reader *reader = charting->reader;

	if (reader_attribute(reader, node, "class") && !source_is(node, "chart"))
		return reader_style(reader, node);
	return styles_choose(reader->styles, arena_printf(reader->arena, "series-%d", n),
		source_place(node), reader->problems);
}

static void read_series(struct charting *charting, xmlNode *node)
{
	struct chart_parts *series = &charting->chart->series;
	struct chart_part *part = list_add(charting->reader->arena, series);

	part->style = nth_style(charting, node, series->n);
	read_name(charting, node, part);
}

static void read_line(struct charting *charting, xmlNode *node)
{
	struct arena *arena = charting->reader->arena;
	struct chart *chart = charting->chart;
	struct chart_part *part = list_add(arena, &chart->lines);
	const char *text = reader_attribute(charting->reader, node, "value");

	part->style = reader_style(charting->reader, node);
	read_name(charting, node, part);
	parse_within(charting, node, text ? text : "", &part->at);
	text = chart_number(arena, part->at, chart->numerals);
	append_number(charting, part->name, arena_printf(arena, " %s", text));
	reader_mark(charting->reader, node, "value", text);
}

/* Above the level before, below the chart's end. */
static void read_level(struct charting *charting, xmlNode *node)
{
	struct chart *chart = charting->chart;
	struct chart_parts *levels = &chart->levels;
	hundredths least = levels->n ? levels->at[levels->n - 1].at + 1 : chart->min;
	struct chart_part *part = list_add(charting->reader->arena, levels);
	struct block *number;
	const char *text;

	part->style = reader_style(charting->reader, node);
	part->at = least;
	read_name(charting, node, part);
	read_number(charting->reader, node, "from",
		(const hundredths[]){ least, chart->max - 1 }, &part->at);
	text = chart_number(charting->reader->arena, part->at, chart->numerals);
	number = add_text(charting, node, charting->block->style);
	append_number(charting, number, text);
	*list_add(charting->reader->arena, &part->values) = (struct chart_value){ true, part->at,
		number };
	reader_mark(charting->reader, node, "value", text);
}

static void read_value(struct charting *charting, xmlNode *node, const char *text,
	struct chart_part *item)
{
	struct chart_value *value = list_add(charting->reader->arena, &item->values);
	bool scale = charting->chart->kind == CHART_SCALE;

	if (scale || strcmp(text, "-"))
		value->known = parse_within(charting, node, text, &value->number);
	value->text = scale ? item->name : add_text(charting, node, charting->block->style);
	append_number(charting, value->text, in_numerals(charting, scale
		? arena_printf(charting->reader->arena, " %s", text) : text));
}

static void check_values(struct charting *charting, const xmlNode *node, int n)
{
	struct reader *reader = charting->reader;
	int series = charting->chart->series.n;

	if (charting->chart->kind == CHART_SCALE)
		series = 1;
	if (n != series)
		problem_report(reader->problems, PROBLEM_CHART_SERIES, source_place(node),
			arena_printf(reader->arena, "%d", n),
			arena_printf(reader->arena, "%d", series));
}

/* As many values as there are series, with white space between them. */
static void read_values(struct charting *charting, xmlNode *node, struct chart_part *item)
{
	const char *text = reader_attribute(charting->reader, node, "value"), *white = " \t\r\n";

	text = text ? text : "";
	reader_mark(charting->reader, node, "value", in_numerals(charting, text));
	for (; *(text += strspn(text, white)); text += strcspn(text, white))
		read_value(charting, node, arena_copy(charting->reader->arena, text,
			strcspn(text, white)), item);
	check_values(charting, node, item->values.n);
}

static void append_unit(struct charting *charting, struct block *block)
{
	struct arena *arena = charting->reader->arena;
	const struct block *unit = charting->chart->unit;

	if (unit)
		append(charting, block, arena_printf(arena, " %s", chart_text(arena, unit)));
}

static void read_item(struct charting *charting, xmlNode *node)
{
	struct chart *chart = charting->chart;
	struct chart_part *item = list_add(charting->reader->arena, &chart->items);

	if (chart->kind == CHART_SCALE)
		item->style = nth_style(charting, node, chart->items.n);
	else if (reader_attribute(charting->reader, node, "class"))
		item->style = reader_style(charting->reader, node);
	read_name(charting, node, item);
	read_values(charting, node, item);
	if (chart->kind == CHART_SCALE)
		append_unit(charting, item->name);
}

/* Items come last: a chart without series has one that bears no name. */
static void read_part(struct charting *charting, xmlNode *node)
{
	static const struct {
		const char *name;
		void (*read)(struct charting *, xmlNode *);
	} parts[] = {
		{ "series", read_series }, { "line", read_line }, { "level", read_level },
		{ "item", read_item },
	};
	struct chart *chart = charting->chart;

	if (source_is(node, "item") && chart->kind != CHART_SCALE && !chart->series.n)
		list_add(charting->reader->arena, &chart->series)->style
			= nth_style(charting, node->parent, 1);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (source_is(node, parts[i].name))
			parts[i].read(charting, node);
}

struct limit { const char *what; int least, most; };

static void check_count(struct charting *charting, const struct chart_parts *parts,
	const struct limit *limit)
{
	struct reader *reader = charting->reader;

	if (parts->n < limit->least || parts->n > limit->most)
		problem_report(reader->problems, PROBLEM_CHART_COUNT, charting->block->place,
			arena_printf(reader->arena, "%d", parts->n), limit->what,
			arena_printf(reader->arena, "%d", limit->least),
			arena_printf(reader->arena, "%d", limit->most));
}

static void check_counts(struct charting *charting)
{
	const struct chart *chart = charting->chart;
	bool scale = chart->kind == CHART_SCALE;

	check_count(charting, &chart->series, &(struct limit){ "series", 0,
		scale ? 0 : CHART_SERIES });
	check_count(charting, &chart->lines, &(struct limit){ "line", 0, CHART_LINES });
	check_count(charting, &chart->levels, &(struct limit){ "level", scale,
		scale ? CHART_LEVELS : 0 });
	check_count(charting, &chart->items, &(struct limit){ "item", 1,
		scale ? CHART_SERIES : CHART_ITEMS });
}

static void read_unit(struct charting *charting, xmlNode *node)
{
	const char *unit = reader_attribute(charting->reader, node, "unit");

	if (!unit)
		return;
	charting->chart->unit = add_text(charting, node, charting->block->style);
	append(charting, charting->chart->unit, unit);
	if (charting->chart->kind == CHART_SCALE) {	/* stands behind each value */
		charting->end = &charting->block->first;
		*charting->end = NULL;
	}
}

static enum numeral_style read_numerals(struct reader *reader, const xmlNode *node)
{
	const char *numerals = reader_attribute(reader, node, "numerals");

	if (!numerals)
		return reader->numerals;
	return strcmp(numerals, "arabic") ? NUMERAL_THAI : NUMERAL_ARABIC;
}

void chart_read(struct reader *reader, xmlNode *node, struct block *block)
{
	struct chart *chart = arena_new(reader->arena, struct chart);
	struct charting charting = { reader, block, chart, &block->first };
	xmlNode *child = xmlFirstElementChild(node);

	block->style = reader_style(reader, node);
	block->chart = chart;
	chart->kind = read_kind(reader, node);
	chart->numerals = read_numerals(reader, node);
	chart->alt = reader_attribute(reader, node, "alt");
	read_range(&charting, node);
	read_unit(&charting, node);
	for (; child; child = xmlNextElementSibling(child))
		read_part(&charting, child);
	check_counts(&charting);
	if (!chart->alt)
		chart->alt = chart_say(reader->arena, chart);
}
