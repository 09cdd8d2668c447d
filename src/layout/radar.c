#include "layout/drawing.h"
#include "layout/turn.h"

#include <stdlib.h>

/*
 * In hundredths of an em: from the circle to the names, and to names in columns;
 * between two names, the least from ring to ring; the least that names are wide.
 */
enum { AROUND = 60, COLUMNS = 260, BETWEEN = 20, RINGS = 130, NAMES_LEAST = 250 };

/* In percent: the radius of the chart's width, also with columns; at most, of the page's height. */
enum { OF_WIDTH = 27, WITH_COLUMNS = 19, OF_HEIGHT = 28 };

/*
 * How the names stand: around the circle, each as wide as its place allows or
 * all as wide as the narrowest; or, where they are too many for that, in columns
 * beside it, with lines that lead to them.
 */
enum naming { NAMES_EACH, NAMES_EVEN, NAMES_IN_COLUMNS };

/* The name of an item and its values, outside the circle. */
struct spoke {
	struct lettering name, values;	/* in columns, one text */
	length height;
	struct point at;		/* of its top, at the side that faces the circle */
};

struct radar {
	struct drawing *drawing;
	const struct chart *chart;
	int n;
	length radius;
	struct point centre;
	enum naming naming;
	length above;			/* from a ring to its number's baseline */
	struct spoke *spokes;		/* by item, clockwise from the top */
	struct legend legend;
};

static struct point from_centre(const struct radar *radar, length radius, int i)
{
	struct point at = turn_point(radius, i, radar->n);

	return (struct point){ radar->centre.x + at.x, radar->centre.y + at.y };
}

/* How far from the centre names stand. */
static length reach_of(const struct radar *radar)
{
	return radar->radius + drawing_em(radar->drawing, radar->naming == NAMES_IN_COLUMNS
		? COLUMNS : AROUND);
}

/* All values of an item, in the order of the series. */
static const char *join_values(const struct radar *radar, const struct chart_part *item)
{
	struct bytes text = { .arena = radar->drawing->flow->arena };

	for (int i = 0; i < item->values.n; i++)
		bytes_printf(&text, "%s%s", i ? " / " : "",
			chart_text(text.arena, item->values.at[i].text));
	return text.at;
}

/* The first spoke ends at the top; one ends at the foot if they are even. */
static bool is_middle(const struct radar *radar, int i)
{
	return i == 0 || 2 * i == radar->n;
}

static bool is_right(const struct radar *radar, int i)
{
	return 2 * i < radar->n;
}

static enum align align_of(const struct radar *radar, int i)
{
	if (is_middle(radar, i))
		return ALIGN_CENTER;
	return is_right(radar, i) ? ALIGN_LEFT : ALIGN_RIGHT;
}

static length room_of(const struct radar *radar, int i)
{
	struct drawing *drawing = radar->drawing;
	length half = drawing->width / 2;

	if (is_middle(radar, i))
		return drawing->width * 2 / 3;
	if (radar->naming == NAMES_EACH)
		return half - abs(turn_point(reach_of(radar), i, radar->n).x);
	return drawing_room(drawing, half - reach_of(radar), drawing_em(drawing, NAMES_LEAST));
}

/* The item's name with its values behind it. */
static struct lettering whole_name(struct radar *radar, const struct chart_part *item,
	enum align align)
{
	struct arena *arena = radar->drawing->flow->arena;
	struct block block = *item->name;

	block.spans = (struct spans){ 0 };
	*list_add(arena, &block.spans) = (struct span){ .kind = SPAN_TEXT, .style = block.style,
		.place = block.place, .text = arena_printf(arena, "%s %s",
		chart_text(arena, item->name), join_values(radar, item)) };
	return lettering_of(radar->drawing, &block, align);
}

static void letter_spoke(struct radar *radar, int i)
{
	const struct chart_part *item = &radar->chart->items.at[i];
	struct drawing *drawing = radar->drawing;
	struct spoke *spoke = &radar->spokes[i];
	enum align align = align_of(radar, i);
	length room = room_of(radar, i);

	*spoke = (struct spoke){ 0 };
	if (radar->naming == NAMES_IN_COLUMNS) {
		spoke->name = whole_name(radar, item, align);
	} else {
		spoke->name = lettering_of(drawing, item->name, align);
		spoke->values = lettering_new(drawing, join_values(radar, item), align);
	}
	lettering_set(drawing, &spoke->name, room);
	lettering_set(drawing, &spoke->values, room);
	spoke->height = spoke->name.height + spoke->values.height;
}

static length spoke_width(const struct spoke *spoke)
{
	return spoke->name.width > spoke->values.width ? spoke->name.width : spoke->values.width;
}

/* Where the names of one side should stand: at the height of their spokes' ends. */
static struct stand *find_stands(struct radar *radar, bool right, int *n)
{
	struct stand *stands = arena_alloc(radar->drawing->flow->arena,
		(size_t)radar->n * sizeof *stands);
	length reach = reach_of(radar);

	*n = 0;
	for (int k = 1; 2 * k < radar->n; k++) {
		int i = right ? k : radar->n - k;
		struct point end = turn_point(reach, i, radar->n);
		length size = radar->spokes[i].height + drawing_em(radar->drawing, BETWEEN);
		/* near the top its foot, at the side its middle, near the foot its top */
		length off = (length)((int64_t)end.y * size / (2 * (int64_t)reach));

		stands[(*n)++] = (struct stand){ .middle = end.y + off, .size = size };
	}
	return stands;
}

/* Half the height that the names on both sides need, at least the circle's. */
static length half_height(struct radar *radar)
{
	length half = reach_of(radar);

	for (int side = 0; side < 2; side++) {
		int n;
		struct stand *stands = find_stands(radar, side, &n);
		int64_t sum = 0;

		for (int i = 0; i < n; i++)
			sum += stands[i].size;
		if (sum > 2 * (int64_t)half)
			half = (length)((sum + 1) / 2);
	}
	return half;
}

/* How far from the centre's vertical: as near the circle as its top and foot allow. */
static length beside_circle(const struct radar *radar, length top, length height)
{
	length reach = reach_of(radar), least = drawing_em(radar->drawing, AROUND);
	length near = top > 0 ? top : top + height < 0 ? -(top + height) : 0;
	length x = near < reach ? turn_leg(reach, near) : 0;

	if (radar->naming == NAMES_IN_COLUMNS)
		return reach;
	return x > least ? x : least;
}

static void place_side(struct radar *radar, bool right, length half)
{
	int n;
	struct stand *stands = find_stands(radar, right, &n);

	stands_spread(radar->drawing->flow->arena, stands, n, (const length[]){ -half, half });
	for (int k = 0; k < n; k++) {
		struct spoke *spoke = &radar->spokes[right ? k + 1 : radar->n - k - 1];
		length x = beside_circle(radar, stands[k].at, stands[k].size);

		spoke->at = (struct point){ radar->centre.x + (right ? x : -x),
			radar->centre.y + stands[k].at
			+ drawing_em(radar->drawing, BETWEEN) / 2 };
	}
}

/* The height that circle and names take. */
static length place_names(struct radar *radar, length half)
{
	length foot;

	radar->centre = (struct point){ radar->drawing->width / 2,
		radar->spokes[0].height + half };
	radar->spokes[0].at = (struct point){ radar->centre.x, 0 };
	place_side(radar, true, half);
	place_side(radar, false, half);
	foot = radar->centre.y + half;
	if (radar->n % 2)
		return foot;
	radar->spokes[radar->n / 2].at = (struct point){ radar->centre.x, foot };
	return foot + radar->spokes[radar->n / 2].height;
}

/* A name that gave way to another may have come nearer to the circle's side. */
static bool stay_inside(const struct radar *radar)
{
	for (int i = 0; i < radar->n; i++) {
		const struct spoke *spoke = &radar->spokes[i];
		length width = spoke_width(spoke);
		bool inside = is_right(radar, i) ? spoke->at.x + width <= radar->drawing->width
			: spoke->at.x >= width;

		if (!is_middle(radar, i) && !inside)
			return false;
	}
	return true;
}

/* The height, or 0 where the names cannot stand so. */
static length set_names(struct radar *radar, enum naming naming)
{
	length most = units_scale(radar->drawing->flow->room_height, OF_HEIGHT, 100), half, height;

	radar->naming = naming;
	radar->radius = units_scale(radar->drawing->width, naming == NAMES_IN_COLUMNS
		? WITH_COLUMNS : OF_WIDTH, 100);
	if (radar->radius > most)
		radar->radius = most;
	for (int i = 0; i < radar->n; i++)
		letter_spoke(radar, i);
	half = half_height(radar);
	if (naming != NAMES_IN_COLUMNS && half > reach_of(radar))
		return 0;
	height = place_names(radar, half);
	return naming == NAMES_EACH && !stay_inside(radar) ? 0 : height;
}

static length choose_names(struct radar *radar)
{
	length height = set_names(radar, NAMES_EACH);

	if (!height)
		height = set_names(radar, NAMES_EVEN);
	return height ? height : set_names(radar, NAMES_IN_COLUMNS);
}

static struct point point_of(const struct radar *radar, int item, int series)
{
	return from_centre(radar, axis_at(radar->chart, radar->chart->items.at[item].values
		.at[series].number, radar->radius), item);
}

static bool knows(const struct radar *radar, int item, int series)
{
	return radar->chart->items.at[item].values.at[series].known;
}

static void draw_ring(struct radar *radar, length radius, const struct pen *pen)
{
	struct point *corners = arena_alloc(radar->drawing->flow->arena,
		(size_t)radar->n * sizeof *corners);

	if (radar->n < 3) {
		draw_circle(radar->drawing, radar->centre, radius, COLOUR_NONE, pen);
		return;
	}
	for (int i = 0; i < radar->n; i++)
		corners[i] = from_centre(radar, radius, i);
	draw_polygon(radar->drawing, corners, radar->n, COLOUR_NONE, pen);
}

/*
 * How near the edges from the first value to its neighbour on that side come to a
 * number there, so far from the centre.
 */
static length edge_distance(const struct radar *radar, bool right, length at, length beside)
{
	length least = LENGTH_MAX;

	for (int i = 0; i < radar->chart->series.n && radar->n > 2; i++) {
		int next = right ? 1 : radar->n - 1;
		struct point from = point_of(radar, 0, i), to = point_of(radar, next, i);
		length across = abs(to.x - from.x), distance;

		if (!knows(radar, 0, i) || !knows(radar, next, i) || across < beside)
			continue;
		distance = abs((length)(from.y + ((int64_t)to.y - from.y) * beside / across
			- (radar->centre.y - at)));
		least = distance < least ? distance : least;
	}
	return least;
}

/* No line of the chart runs just outside a ring. */
static bool are_free_above(const struct radar *radar, hundredths step)
{
	const struct chart_parts *lines = &radar->chart->lines;

	for (int i = 0; i < lines->n; i++) {
		hundredths at = lines->at[i].at, ring = at / step * step;

		if (at > ring && axis_at(radar->chart, at, radar->radius)
				- axis_at(radar->chart, ring, radar->radius)
				< drawing_em(radar->drawing, 70))
			return false;
	}
	return true;
}

/* It stands on its ring or below it, on that side of the first spoke where no edge runs. */
static void draw_number(struct radar *radar, hundredths number, length at)
{
	struct drawing *drawing = radar->drawing;
	struct lettering text = lettering_new(drawing, chart_number(drawing->flow->arena, number,
		radar->chart->numerals), ALIGN_LEFT);
	length off = drawing_em(drawing, 20), beside, middle;
	bool right;

	lettering_set(drawing, &text, LENGTH_MAX);
	beside = off + text.width / 2;
	middle = at + radar->above + drawing_em(drawing, 25);
	right = edge_distance(radar, true, middle, beside)
		> edge_distance(radar, false, middle, beside);
	lettering_place(drawing, &text, radar->centre.x + (right ? off : -off - text.width),
		radar->centre.y - at - radar->above
		- flow_baseline(drawing->flow, text.block->style));
}

/* Rings at round values, and the last one; their numbers along the first spoke. */
static void draw_grid(struct radar *radar)
{
	struct drawing *drawing = radar->drawing;
	const struct chart *chart = radar->chart;
	struct pen pen = pen_of_grid(drawing), axis = pen_of_axis(drawing);
	length apart = drawing_em(drawing, RINGS);
	hundredths step = axis_step(chart, radar->radius,
		apart > radar->radius / 6 ? apart : radar->radius / 6);
	int64_t at = ((int64_t)chart->min / step + 1) * step;

	radar->above = drawing_em(drawing, are_free_above(radar, step) ? 12 : -62);
	for (; at < chart->max; at += step) {
		length radius = axis_at(chart, (hundredths)at, radar->radius);

		draw_ring(radar, radius, &pen);
		draw_number(radar, (hundredths)at, radius);
	}
	for (int i = 0; i < radar->n; i++)
		draw_line(drawing, radar->centre, from_centre(radar, radar->radius, i), &pen);
	draw_ring(radar, radar->radius, &axis);
}

/* What a single series encloses, where nothing is missing. */
static void draw_inside(struct radar *radar)
{
	struct point *corners = arena_alloc(radar->drawing->flow->arena,
		(size_t)radar->n * sizeof *corners);
	struct pen none = { COLOUR_NONE, 0, LINE_SOLID };

	for (int i = 0; i < radar->n; i++) {
		if (!knows(radar, i, 0))
			return;
		corners[i] = point_of(radar, i, 0);
	}
	if (radar->chart->series.n == 1 && radar->n > 2)
		draw_polygon(radar->drawing, corners, radar->n,
			colour_tint(radar->chart->series.at[0].style->border_colour, 12), &none);
}

/* From each value to the next one, where both are known. */
static void draw_series(struct radar *radar, int series)
{
	const struct style *style = radar->chart->series.at[series].style;
	struct pen pen = pen_of(style);

	for (int i = 0; i < radar->n; i++) {
		int next = (i + 1) % radar->n;

		if (next != i && knows(radar, i, series) && knows(radar, next, series))
			draw_line(radar->drawing, point_of(radar, i, series),
				point_of(radar, next, series), &pen);
	}
	for (int i = 0; i < radar->n; i++) {
		const struct style *own = radar->chart->items.at[i].style;

		if (knows(radar, i, series))
			draw_dot(radar->drawing, point_of(radar, i, series),
				own && radar->chart->series.n == 1 ? own : style, series);
	}
}

/* From the spoke's end to the middle of its name. */
static void draw_leader(struct radar *radar, int i)
{
	const struct spoke *spoke = &radar->spokes[i];
	struct drawing *drawing = radar->drawing;
	struct pen pen = pen_of_grid(drawing);
	length off = drawing_em(drawing, is_right(radar, i) ? -20 : 20);

	draw_line(drawing, from_centre(radar, radar->radius + drawing_em(drawing, 20), i),
		(struct point){ spoke->at.x + off, spoke->at.y + spoke->height / 2 }, &pen);
}

static void draw_text(struct radar *radar, const struct lettering *text, struct point at,
	enum align align)
{
	length x = align == ALIGN_LEFT ? at.x : align == ALIGN_RIGHT ? at.x - text->width
		: at.x - text->width / 2;

	lettering_place(radar->drawing, text, x, at.y);
}

static void draw_names(struct radar *radar)
{
	for (int i = 0; i < radar->n; i++) {
		const struct spoke *spoke = &radar->spokes[i];
		struct point below = { spoke->at.x, spoke->at.y + spoke->name.height };
		enum align align = align_of(radar, i);

		draw_text(radar, &spoke->name, spoke->at, align);
		draw_text(radar, &spoke->values, below, align);
		if (radar->naming == NAMES_IN_COLUMNS && !is_middle(radar, i))
			draw_leader(radar, i);
	}
}

/* Rings that are lines have their names in the legend; the unit is there too. */
static void make_legend(struct radar *radar)
{
	const struct chart *chart = radar->chart;

	for (int i = 0; i < chart->series.n; i++)
		legend_add(radar->drawing, &radar->legend, &chart->series.at[i], i);
	for (int i = 0; i < chart->lines.n; i++)
		legend_add(radar->drawing, &radar->legend, &chart->lines.at[i], LEGEND_LINE);
	legend_add_unit(radar->drawing, &radar->legend);
}

static void draw_rings(struct radar *radar)
{
	for (int i = 0; i < radar->chart->lines.n; i++) {
		const struct chart_part *line = &radar->chart->lines.at[i];
		struct pen pen = pen_of(line->style);

		draw_ring(radar, axis_at(radar->chart, line->at, radar->radius), &pen);
	}
}

length radar_draw(struct drawing *drawing)
{
	struct radar radar = { .drawing = drawing, .chart = drawing->chart,
		.n = drawing->chart->items.n };
	length height, legend;

	radar.spokes = arena_alloc(drawing->flow->arena, (size_t)radar.n * sizeof *radar.spokes);
	height = choose_names(&radar);
	draw_inside(&radar);
	draw_grid(&radar);
	draw_rings(&radar);
	for (int i = radar.chart->series.n - 1; i >= 0; i--)	/* the first lies on top */
		draw_series(&radar, i);
	draw_names(&radar);
	make_legend(&radar);
	legend = legend_set(drawing, &radar.legend);
	legend_draw(drawing, &radar.legend, height);
	return height + legend;
}
