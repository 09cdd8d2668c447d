#include "layout/drawing.h"

/*
 * In hundredths of an em: around text in the bar, between texts below it, above
 * it, a mark's half width, how deep names stand below it; the least that it is wide.
 */
enum { PADDING = 20, BETWEEN = 40, ABOVE = 80, MARK = 35, LEADER = 60, LEAST = 600 };

/* A level with its name, in the bar or, where that is too narrow for one, all below it. */
struct level_box {
	const struct chart_part *level;
	struct lettering name, numbers;
	length left, right;
	struct stand stand;
};

struct scale {
	struct drawing *drawing;
	const struct chart *chart;
	struct level_box *levels;
	bool inside;			/* the names stand in the bar */
	struct flag *flags;		/* of items, then lines */
	int flag_count;
	struct rect bar;
};

/* At both ends there is room for half a mark. */
static length x_at(const struct scale *scale, hundredths value)
{
	return scale->bar.x + axis_at(scale->chart, value, scale->bar.width);
}

static void find_bar(struct scale *scale)
{
	struct drawing *drawing = scale->drawing;

	scale->bar.x = drawing_em(drawing, MARK);
	scale->bar.width = drawing_room(drawing, drawing->width - 2 * scale->bar.x,
		drawing_em(drawing, LEAST));
}

static hundredths end_of(const struct scale *scale, int i)
{
	return i + 1 < scale->chart->levels.n ? scale->chart->levels.at[i + 1].at
		: scale->chart->max;
}

/* "๘๕–๙๕": from where to where. */
static const char *range_text(const struct scale *scale, int i)
{
	struct arena *arena = scale->drawing->flow->arena;
	enum numeral_style numerals = scale->chart->numerals;

	return arena_printf(arena, "%s–%s", chart_number(arena, scale->chart->levels.at[i].at,
		numerals), chart_number(arena, end_of(scale, i), numerals));
}

static void letter_levels(struct scale *scale)
{
	struct drawing *drawing = scale->drawing;
	length padding = drawing_em(drawing, PADDING);

	scale->inside = true;
	for (int i = 0; i < scale->chart->levels.n; i++) {
		struct level_box *box = &scale->levels[i];

		box->level = &scale->chart->levels.at[i];
		box->left = x_at(scale, box->level->at);
		box->right = x_at(scale, end_of(scale, i));
		box->name = lettering_of(drawing, box->level->name, ALIGN_CENTER);
		scale->inside &= box->name.extent.least <= box->right - box->left - 2 * padding;
	}
}

/* The bar is as high as the highest name in it. */
static void set_inside(struct scale *scale)
{
	length padding = drawing_em(scale->drawing, PADDING);

	for (int i = 0; i < scale->chart->levels.n; i++) {
		struct level_box *box = &scale->levels[i];

		lettering_set(scale->drawing, &box->name, box->right - box->left - 2 * padding);
		if (box->name.height > scale->bar.height)
			scale->bar.height = box->name.height;
	}
	scale->bar.height += 2 * padding;
}

/* The level's own colour may be to be read on its ground only. */
static struct lettering on_paper(struct drawing *drawing, const struct block *name)
{
	struct block block = *name;

	block.style = drawing->block->style;
	return lettering_of(drawing, &block, ALIGN_CENTER);
}

/* What a name below the bar takes in a line of its own. */
static int64_t width_below(const struct level_box *box)
{
	length name = box->name.extent.most, numbers = box->numbers.width;

	return name > numbers ? name : numbers;
}

static void letter_below(struct scale *scale)
{
	for (int i = 0; i < scale->chart->levels.n; i++) {
		struct level_box *box = &scale->levels[i];

		box->name = on_paper(scale->drawing, box->level->name);
		box->numbers = lettering_new(scale->drawing, range_text(scale, i), ALIGN_CENTER);
		lettering_set(scale->drawing, &box->numbers, LENGTH_MAX);
	}
}

/* Every name can be one line. */
static bool fit_in_lines(const struct scale *scale)
{
	int64_t sum = 0;

	for (int i = 0; i < scale->chart->levels.n; i++)
		sum += width_below(&scale->levels[i]) + drawing_em(scale->drawing, BETWEEN);
	return sum <= scale->drawing->width;
}

/* Names and ranges below the bar, each as near to the middle of its level as may be. */
static void set_below(struct scale *scale)
{
	struct drawing *drawing = scale->drawing;
	length between = drawing_em(drawing, BETWEEN), needed = 0;
	bool in_lines;

	letter_below(scale);
	in_lines = fit_in_lines(scale);
	scale->bar.height = drawing_em(drawing, 120);
	for (int i = 0; i < scale->chart->levels.n; i++) {
		struct level_box *box = &scale->levels[i];
		length room = in_lines ? box->name.extent.most : box->right - box->left - between;

		if (room < box->name.extent.least)
			room = box->name.extent.least;
		lettering_set(drawing, &box->name, room);
		box->stand.size = between + (box->name.width > box->numbers.width
			? box->name.width : box->numbers.width);
		box->stand.middle = (box->left + box->right) / 2;
		needed += box->stand.size;
	}
	drawing_room(drawing, drawing->width, needed);
}

static void add_flag(struct scale *scale, const struct chart_part *part, hundredths at)
{
	scale->flags[scale->flag_count++] = (struct flag){ .x = x_at(scale, at),
		.style = part->style,
		.name = lettering_of(scale->drawing, part->name, ALIGN_LEFT) };
}

/* Where the items stand and the lines are: their names above the bar. */
static void set_flags(struct scale *scale)
{
	const struct chart *chart = scale->chart;
	length ends;

	scale->flags = arena_alloc(scale->drawing->flow->arena,
		(size_t)(chart->items.n + chart->lines.n + 1) * sizeof *scale->flags);
	for (int i = 0; i < chart->items.n; i++)
		add_flag(scale, &chart->items.at[i], chart->items.at[i].values.at[0].number);
	for (int i = 0; i < chart->lines.n; i++)
		add_flag(scale, &chart->lines.at[i], chart->lines.at[i].at);
	ends = flags_set(scale->drawing, scale->flags, scale->flag_count, scale->drawing->width);
	scale->bar.y = ends + drawing_em(scale->drawing, ABOVE);
}

static void draw_bar(struct scale *scale)
{
	for (int i = 0; i < scale->chart->levels.n; i++) {
		struct level_box *box = &scale->levels[i];
		struct rect area = { box->left, scale->bar.y, box->right - box->left,
			scale->bar.height };

		draw_area(scale->drawing, &area, box->level->style);
		if (scale->inside)
			lettering_place(scale->drawing, &box->name,
				(box->left + box->right - box->name.width) / 2,
				area.y + (area.height - box->name.height) / 2);
	}
}

/* Where the level begins; behind the last one the chart's end. */
static struct lettering number_at(struct scale *scale, int i)
{
	const struct chart *chart = scale->chart;
	struct drawing *drawing = scale->drawing;

	if (i < chart->levels.n)
		return lettering_of(drawing, chart->levels.at[i].values.at[0].text, ALIGN_LEFT);
	return lettering_new(drawing, chart_number(drawing->flow->arena, chart->max,
		chart->numerals), ALIGN_LEFT);
}

/* Below the bar where levels begin and the last one ends; answers their height. */
static length draw_ends(struct scale *scale)
{
	struct drawing *drawing = scale->drawing;
	struct arena *arena = drawing->flow->arena;
	int n = scale->chart->levels.n;
	struct stand *stands = arena_alloc(arena, (size_t)(n + 1) * sizeof *stands);
	struct lettering *numbers = arena_alloc(arena, (size_t)(n + 1) * sizeof *numbers);
	length around = drawing_em(drawing, BETWEEN) / 2, needed = -2 * around, height = 0;

	for (int i = 0; i <= n; i++) {
		numbers[i] = number_at(scale, i);
		lettering_set(drawing, &numbers[i], LENGTH_MAX);
		stands[i].middle = i < n ? scale->levels[i].left : scale->levels[n - 1].right;
		stands[i].size = numbers[i].width + 2 * around;
		needed += stands[i].size;
		height = numbers[i].height;
	}
	drawing_room(drawing, drawing->width, needed);
	stands_spread(arena, stands, n + 1, (const length[]){ -around, drawing->width + around });
	for (int i = 0; i <= n; i++)
		lettering_place(drawing, &numbers[i], stands[i].at + around,
			scale->bar.y + scale->bar.height);
	return height;
}

/* From the middle of the level to the middle of its name. */
static void draw_leader(struct scale *scale, const struct level_box *box)
{
	struct pen pen = pen_of_axis(scale->drawing);
	length top = scale->bar.y + scale->bar.height;

	draw_line(scale->drawing, (struct point){ (box->left + box->right) / 2, top },
		(struct point){ box->stand.at + box->stand.size / 2,
		top + drawing_em(scale->drawing, LEADER) }, &pen);
}

static length draw_below(struct scale *scale)
{
	struct drawing *drawing = scale->drawing;
	int n = scale->chart->levels.n;
	struct stand *stands = arena_alloc(drawing->flow->arena, (size_t)n * sizeof *stands);
	length top = scale->bar.y + scale->bar.height + drawing_em(drawing, LEADER), height = 0;

	for (int i = 0; i < n; i++)
		stands[i] = scale->levels[i].stand;
	stands_spread(drawing->flow->arena, stands, n, (const length[]){ 0, drawing->width });
	for (int i = 0; i < n; i++) {
		struct level_box *box = &scale->levels[i];
		length middle = stands[i].at + stands[i].size / 2;

		box->stand = stands[i];
		draw_leader(scale, box);
		lettering_place(drawing, &box->name, middle - box->name.width / 2, top);
		lettering_place(drawing, &box->numbers, middle - box->numbers.width / 2,
			top + box->name.height);
		if (height < box->name.height + box->numbers.height)
			height = box->name.height + box->numbers.height;
	}
	return drawing_em(drawing, LEADER) + height;
}

/* It points at the bar's upper edge. */
static void draw_mark(struct scale *scale, const struct chart_part *item)
{
	length half = drawing_em(scale->drawing, MARK), x, y = scale->bar.y;
	struct pen none = { COLOUR_NONE, 0, LINE_SOLID };

	x = x_at(scale, item->values.at[0].number);
	draw_polygon(scale->drawing, (const struct point[]){ { x, y },
		{ x - half, y - 2 * half }, { x + half, y - 2 * half } }, 3,
		item->style->border_colour, &none);
}

/* They end at the bar, in which names may stand. */
static void draw_flags(struct scale *scale)
{
	flags_draw(scale->drawing, scale->flags, scale->flag_count,
		(const length[]){ 0, scale->bar.y });
	for (int i = 0; i < scale->chart->items.n; i++)
		draw_mark(scale, &scale->chart->items.at[i]);
}

length scale_draw(struct drawing *drawing)
{
	struct scale scale = { .drawing = drawing, .chart = drawing->chart };
	length below;

	scale.levels = arena_alloc(drawing->flow->arena,
		(size_t)drawing->chart->levels.n * sizeof *scale.levels);
	find_bar(&scale);
	letter_levels(&scale);
	if (scale.inside)
		set_inside(&scale);
	else
		set_below(&scale);
	set_flags(&scale);
	draw_bar(&scale);
	draw_flags(&scale);
	below = scale.inside ? draw_ends(&scale) : draw_below(&scale);
	return scale.bar.y + scale.bar.height + below;
}
