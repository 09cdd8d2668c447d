#include "doc/chart.h"

const char *chart_number(struct arena *arena, hundredths number, enum numeral_style numerals)
{
	const char *text = arena_printf(arena, "%d", number / 100);

	if (number % 10)
		text = arena_printf(arena, "%s.%02d", text, number % 100);
	else if (number % 100)
		text = arena_printf(arena, "%s.%d", text, number % 100 / 10);
	return numerals == NUMERAL_ARABIC ? text : numeral_thai_digits(arena, text);
}

const char *chart_text(struct arena *arena, const struct block *block)
{
	struct bytes text = { .arena = arena };

	bytes_text(&text, "");
	for (int i = 0; i < block->spans.n; i++)
		bytes_text(&text, block->spans.at[i].text);
	return text.at;
}

static const char *number(struct arena *arena, const struct chart *chart, hundredths value)
{
	return chart_number(arena, value, chart->numerals);
}

static void say_range(struct bytes *out, const struct chart *chart)
{
	static const char *const kinds[] = {
		[CHART_BARS] = "แผนภูมิแท่ง", [CHART_RADAR] = "แผนภูมิใยแมงมุม",
		[CHART_SCALE] = "มาตรวัดระดับ",
	};
	struct arena *arena = out->arena;

	bytes_text(out, kinds[chart->kind]);
	if (chart->unit)
		bytes_printf(out, " หน่วยเป็น%s", chart_text(arena, chart->unit));
	bytes_printf(out, " ช่วง %s ถึง %s", number(arena, chart, chart->min),
		number(arena, chart, chart->max));
}

static void say_value(struct bytes *out, const struct chart *chart, const struct chart_part *item,
	int i)
{
	const struct chart_value *value = &item->values.at[i];
	const struct block *series = i < chart->series.n ? chart->series.at[i].name : NULL;

	bytes_text(out, i ? ", " : " ");
	if (series)
		bytes_printf(out, "%s ", chart_text(out->arena, series));
	bytes_text(out, value->known ? chart_text(out->arena, value->text) : "ไม่มีข้อมูล");
}

/* A scale's has its value in its name. */
static void say_item(struct bytes *out, const struct chart *chart, const struct chart_part *item)
{
	bytes_printf(out, "; %s", chart_text(out->arena, item->name));
	for (int i = 0; i < item->values.n && chart->kind != CHART_SCALE; i++)
		say_value(out, chart, item, i);
}

const char *chart_say(struct arena *arena, const struct chart *chart)
{
	struct bytes out = { .arena = arena };

	say_range(&out, chart);
	for (int i = 0; i < chart->levels.n; i++)
		bytes_printf(&out, "; ระดับ %s ตั้งแต่ %s", chart_text(arena,
			chart->levels.at[i].name), number(arena, chart, chart->levels.at[i].at));
	for (int i = 0; i < chart->items.n; i++)
		say_item(&out, chart, &chart->items.at[i]);
	for (int i = 0; i < chart->lines.n; i++)
		bytes_printf(&out, "; เส้น%s", chart_text(arena, chart->lines.at[i].name));
	return out.at;
}
