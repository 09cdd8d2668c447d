#include "layout/drawing.h"

/* In hundredths of an em: the space beside the plot, above it; the least that it is wide. */
enum { BESIDE = 50, ABOVE = 30, LEAST = 300 };

/* The same: from one bar of an item to the next, a bar's thickness, between items. */
struct spacing { int pitch, thickness, between; };

static const struct spacing spacings[] = {
	{ 100, 84, 50 },
	{ 80, 68, 25 },			/* where even smaller text would not make it fit */
};

/* In percent: the names' part of the chart's width, at most; from which scale on bars are tight. */
enum { NAMES_MOST = 40, TIGHT = 70 };

struct bars {
	struct drawing *drawing;
	const struct chart *chart;
	const struct spacing *spacing;
	struct lettering *names;	/* by item */
	struct lettering *values;	/* by item, then series */
	struct lettering unit;
	struct flag *flags;
	struct legend legend;
	length name_width, value_width;
	struct rect plot;
	length head;			/* the height of what stands above the plot */
};

static int value_index(const struct bars *bars, int item, int series)
{
	return item * bars->chart->series.n + series;
}

static void letter_item(struct bars *bars, int i)
{
	const struct chart_part *item = &bars->chart->items.at[i];
	enum align align = item->name->style->align;

	bars->names[i] = lettering_of(bars->drawing, item->name,
		align == ALIGN_RIGHT ? ALIGN_RIGHT : ALIGN_LEFT);
	for (int k = 0; k < item->values.n; k++) {
		struct lettering *value = &bars->values[value_index(bars, i, k)];

		*value = lettering_of(bars->drawing, item->values.at[k].text, ALIGN_RIGHT);
		lettering_set(bars->drawing, value, LENGTH_MAX);
		if (bars->value_width < value->width)
			bars->value_width = value->width;
	}
}

/* The unit is the head of the values' column. */
static void letter_unit(struct bars *bars)
{
	bars->unit = lettering_of(bars->drawing, bars->chart->unit, ALIGN_RIGHT);
	if (bars->value_width < bars->unit.extent.least)
		bars->value_width = bars->unit.extent.least;
	lettering_set(bars->drawing, &bars->unit, bars->value_width);
}

/* As wide as the longest name, as far as there is room. */
static void set_names(struct bars *bars)
{
	length most = units_scale(bars->drawing->width, NAMES_MOST, 100), widest = 0;
	int n = bars->chart->items.n;

	for (int i = 0; i < n; i++)
		if (bars->names[i].extent.most > widest)
			widest = bars->names[i].extent.most;
	bars->name_width = widest < most ? widest : most;
	for (int i = 0; i < n; i++)
		lettering_set(bars->drawing, &bars->names[i], bars->name_width);
}

static length row_height(const struct bars *bars, int item)
{
	length height = bars->chart->series.n * drawing_em(bars->drawing, bars->spacing->pitch);

	if (height < bars->names[item].height)
		height = bars->names[item].height;
	return height + drawing_em(bars->drawing, bars->spacing->between);
}

/* The names of lines above the plot, at its left the names of items, at its right the values. */
static void find_plot(struct bars *bars)
{
	struct drawing *drawing = bars->drawing;
	length beside = drawing_em(drawing, BESIDE);

	bars->plot.x = bars->name_width + beside;
	bars->plot.width = drawing_room(drawing, drawing->width - bars->plot.x - beside
		- bars->value_width, drawing_em(drawing, LEAST));
	for (int i = 0; i < bars->chart->items.n; i++)
		bars->plot.height += row_height(bars, i);
}

static length x_at(const struct bars *bars, hundredths value)
{
	return bars->plot.x + axis_at(bars->chart, value, bars->plot.width);
}

static void set_flags(struct bars *bars)
{
	const struct chart_parts *lines = &bars->chart->lines;
	struct drawing *drawing = bars->drawing;
	length height;

	bars->flags = arena_alloc(drawing->flow->arena,
		(size_t)(lines->n + 1) * sizeof *bars->flags);
	for (int i = 0; i < lines->n; i++)
		bars->flags[i] = (struct flag){ .x = x_at(bars, lines->at[i].at),
			.style = lines->at[i].style,
			.name = lettering_of(drawing, lines->at[i].name, ALIGN_RIGHT) };
	height = flags_set(drawing, bars->flags, lines->n, bars->plot.x + bars->plot.width);
	bars->head = height > bars->unit.height ? height : bars->unit.height;
	bars->plot.y = bars->head + (bars->head ? drawing_em(drawing, ABOVE) : 0);
}

/* The numbers below the axis; answers their height. */
static length draw_grid(struct bars *bars)
{
	struct drawing *drawing = bars->drawing;
	const struct chart *chart = bars->chart;
	const struct rect *plot = &bars->plot;
	struct lettering number = lettering_new(drawing,
		chart_number(drawing->flow->arena, chart->max, chart->numerals), ALIGN_LEFT);
	length apart = number.extent.most + drawing_em(drawing, 80);
	hundredths step = axis_step(chart, plot->width,
		apart > plot->width / 8 ? apart : plot->width / 8);
	struct pen pen = pen_of_grid(drawing);

	for (int64_t at = ((int64_t)chart->min + step - 1) / step * step; at <= chart->max;
			at += step) {
		length x = x_at(bars, (hundredths)at);

		number = lettering_new(drawing, chart_number(drawing->flow->arena, (hundredths)at,
			chart->numerals), ALIGN_LEFT);
		lettering_set(drawing, &number, LENGTH_MAX);
		draw_line(drawing, (struct point){ x, plot->y },
			(struct point){ x, plot->y + plot->height }, &pen);
		lettering_place(drawing, &number, x - number.width / 2, plot->y + plot->height);
	}
	return number.height;
}

static const struct style *style_of(const struct bars *bars, const struct chart_part *item,
	int series)
{
	return item->style && bars->chart->series.n == 1 ? item->style
		: bars->chart->series.at[series].style;
}

/* The item's bar, and its value at the same height in the column of values. */
static void draw_bar(struct bars *bars, int item, int series, length middle)
{
	struct drawing *drawing = bars->drawing;
	const struct chart_part *part = &bars->chart->items.at[item];
	const struct chart_value *value = &part->values.at[series];
	const struct lettering *text = &bars->values[value_index(bars, item, series)];
	length thickness = drawing_em(drawing, bars->spacing->thickness);
	struct rect bar = { bars->plot.x, middle - thickness / 2, 0, thickness };

	if (value->known)
		bar.width = axis_at(bars->chart, value->number, bars->plot.width);
	draw_area(drawing, &bar, style_of(bars, part, series));
	lettering_place(drawing, text, drawing->width - text->width, middle - text->height / 2);
}

static void draw_item(struct bars *bars, int i, length middle)
{
	const struct lettering *name = &bars->names[i];
	length pitch = drawing_em(bars->drawing, bars->spacing->pitch);
	bool right = name->block->style->align == ALIGN_RIGHT;
	int n = bars->chart->series.n;

	lettering_place(bars->drawing, name, right ? bars->name_width - name->width : 0,
		middle - name->height / 2);
	for (int k = 0; k < n; k++)
		draw_bar(bars, i, k, middle + (2 * k + 1 - n) * pitch / 2);
}

static void draw_items(struct bars *bars)
{
	length y = bars->plot.y;

	for (int i = 0; i < bars->chart->items.n; i++) {
		length height = row_height(bars, i);

		draw_item(bars, i, y + height / 2);
		y += height;
	}
}

/* Lines lie on a ground of their own, so that they are seen on dark bars too. */
static void draw_lines(struct bars *bars)
{
	struct drawing *drawing = bars->drawing;
	length top = bars->plot.y, foot = bars->plot.y + bars->plot.height;
	int n = bars->chart->lines.n;
	length names = bars->head;

	for (int i = 0; i < n; i++) {
		struct pen pen = pen_of(bars->flags[i].style), under = pen_under(drawing, &pen);

		names -= bars->flags[i].name.height;
		draw_line(drawing, (struct point){ bars->flags[i].x, top },
			(struct point){ bars->flags[i].x, foot }, &under);
	}
	flags_draw(drawing, bars->flags, n, (const length[]){ names, foot });
	lettering_place(drawing, &bars->unit, drawing->width - bars->unit.width,
		bars->head - bars->unit.height);
}

static void draw_axis(struct bars *bars)
{
	const struct rect *plot = &bars->plot;
	struct pen pen = pen_of_axis(bars->drawing);

	draw_line(bars->drawing, (struct point){ plot->x, plot->y },
		(struct point){ plot->x, plot->y + plot->height }, &pen);
}

static void letter(struct bars *bars)
{
	struct arena *arena = bars->drawing->flow->arena;
	const struct chart *chart = bars->chart;
	size_t n = (size_t)chart->items.n;

	bars->names = arena_alloc(arena, n * sizeof *bars->names);
	bars->values = arena_alloc(arena, n * (size_t)chart->series.n * sizeof *bars->values);
	for (int i = 0; i < chart->items.n; i++)
		letter_item(bars, i);
	letter_unit(bars);
	set_names(bars);
	for (int i = 0; i < chart->series.n; i++)
		legend_add(bars->drawing, &bars->legend, &chart->series.at[i], LEGEND_AREA);
}

length bars_draw(struct drawing *drawing)
{
	struct bars bars = { .drawing = drawing, .chart = drawing->chart,
		.spacing = &spacings[drawing->scale <= TIGHT] };
	length height, legend;

	letter(&bars);
	find_plot(&bars);
	set_flags(&bars);
	height = bars.plot.y + bars.plot.height + draw_grid(&bars);
	draw_items(&bars);
	draw_lines(&bars);
	draw_axis(&bars);
	legend = legend_set(drawing, &bars.legend);
	legend_draw(drawing, &bars.legend, height);
	return height + legend;
}
