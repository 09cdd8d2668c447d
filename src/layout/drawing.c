#include "layout/drawing.h"

/* A curve's control points for a quarter of a circle, in 1/10000 of its radius. */
enum { QUARTER = 5523 };

length drawing_em(const struct drawing *drawing, int n)
{
	return units_scale(drawing->em, n, 100);
}

length drawing_room(struct drawing *drawing, length has, length needs)
{
	if (needs - has > drawing->lacking)
		drawing->lacking = needs - has;
	return has > PT(1) ? has : PT(1);
}

length axis_at(const struct chart *chart, hundredths value, length extent)
{
	int64_t range = (int64_t)chart->max - chart->min;

	return (length)((2 * ((int64_t)value - chart->min) * extent + range) / (2 * range));
}

hundredths axis_step(const struct chart *chart, length extent, length least)
{
	static const int round[] = { 1, 2, 5 };
	int64_t range = (int64_t)chart->max - chart->min;
	hundredths step = 1;

	for (hundredths unit = 1; unit < HUNDREDTHS_MOST; unit *= 10)
		for (int i = 0; i < 3; i++) {
			step = round[i] * unit;
			if ((int64_t)step * extent >= range * least)
				return step;
		}
	return step;
}

struct pen pen_of(const struct style *style)
{
	return (struct pen){ style->border_colour, style->border, style->line_style };
}

struct pen pen_of_axis(const struct drawing *drawing)
{
	return pen_of(drawing->block->style);
}

struct pen pen_of_grid(const struct drawing *drawing)
{
	struct pen pen = pen_of_axis(drawing);

	pen.colour = colour_tint(pen.colour, 30);
	pen.width = units_scale(pen.width, 2, 3);
	return pen;
}

struct pen pen_under(const struct drawing *drawing, const struct pen *pen)
{
	int32_t ground = drawing->block->style->background;

	return (struct pen){ ground == COLOUR_NONE ? 0xffffff : ground, pen->width + PT(1.2),
		LINE_SOLID };
}

int32_t colour_tint(int32_t colour, int part)
{
	int32_t tint = 0;

	if (colour == COLOUR_NONE)
		return colour;
	for (int shift = 16; shift >= 0; shift -= 8)
		tint |= (255 - (255 - (colour >> shift & 255)) * part / 100) << shift;
	return tint;
}

static struct path *add_path(struct drawing *drawing, int32_t fill, const struct pen *pen)
{
	struct mark *mark = list_add(drawing->flow->arena, &drawing->shapes);
	struct path *path = arena_new(drawing->flow->arena, struct path);
	length dash = pen->style == LINE_DASHED ? 4 * pen->width : pen->width;

	mark->kind = MARK_PATH;
	mark->path = path;
	path->fill = fill;
	path->stroke = pen->width > 0 ? pen->colour : COLOUR_NONE;
	path->width = pen->width;
	if (pen->style != LINE_SOLID) {
		path->dash = dash;
		path->gap = pen->style == LINE_DASHED ? dash * 5 / 8 : 2 * dash;
	}
	return path;
}

static void add_step(struct drawing *drawing, struct path *path, enum path_step step,
	struct point at)
{
	*list_add(drawing->flow->arena, &path->segments) = (struct segment){ step, { at } };
}

void draw_line(struct drawing *drawing, struct point from, struct point to, const struct pen *pen)
{
	struct path *path;

	if (pen->width <= 0 || pen->colour == COLOUR_NONE)
		return;
	path = add_path(drawing, COLOUR_NONE, pen);
	add_step(drawing, path, STEP_MOVE, from);
	add_step(drawing, path, STEP_LINE, to);
}

void draw_polygon(struct drawing *drawing, const struct point *at, int n, int32_t fill,
	const struct pen *pen)
{
	struct path *path = add_path(drawing, fill, pen);

	for (int i = 0; i < n; i++)
		add_step(drawing, path, i ? STEP_LINE : STEP_MOVE, at[i]);
	add_step(drawing, path, STEP_CLOSE, at[0]);
}

/* From one end of two radii at right angles to the other. */
static struct segment quarter(struct point centre, struct point from, struct point to)
{
	length fx = units_scale(from.x, QUARTER, 10000), fy = units_scale(from.y, QUARTER, 10000);
	length tx = units_scale(to.x, QUARTER, 10000), ty = units_scale(to.y, QUARTER, 10000);

	return (struct segment){ STEP_CURVE, {
		{ centre.x + from.x + tx, centre.y + from.y + ty },
		{ centre.x + to.x + fx, centre.y + to.y + fy },
		{ centre.x + to.x, centre.y + to.y } } };
}

void draw_circle(struct drawing *drawing, struct point centre, length radius, int32_t fill,
	const struct pen *pen)
{
	struct path *path = add_path(drawing, fill, pen);
	struct point radii[] = { { radius, 0 }, { 0, radius }, { -radius, 0 }, { 0, -radius },
		{ radius, 0 } };

	add_step(drawing, path, STEP_MOVE, (struct point){ centre.x + radius, centre.y });
	for (int i = 0; i < 4; i++)
		*list_add(drawing->flow->arena, &path->segments)
			= quarter(centre, radii[i], radii[i + 1]);
	add_step(drawing, path, STEP_CLOSE, centre);
}

/* Lines at 45 degrees, cut where the area ends: those that rise, or fall, from its left. */
static void hatch(struct drawing *drawing, struct path *path, const struct rect *area, bool rises)
{
	length step = PT(3.4), right = area->width, bottom = area->height;

	for (length at = step / 2; at < right + bottom; at += step) {
		struct point low = { at > bottom ? at - bottom : 0, at > bottom ? bottom : at };
		struct point high = { at > right ? right : at, at > right ? at - right : 0 };

		if (!rises) {
			low.y = bottom - low.y;
			high.y = bottom - high.y;
		}
		add_step(drawing, path, STEP_MOVE,
			(struct point){ area->x + low.x, area->y + low.y });
		add_step(drawing, path, STEP_LINE,
			(struct point){ area->x + high.x, area->y + high.y });
	}
}

static void draw_rect(struct drawing *drawing, const struct rect *area, int32_t fill,
	const struct pen *pen)
{
	length right = area->x + area->width, bottom = area->y + area->height;
	struct point corners[] = { { area->x, area->y }, { right, area->y }, { right, bottom },
		{ area->x, bottom } };

	if (fill != COLOUR_NONE || (pen->width > 0 && pen->colour != COLOUR_NONE))
		draw_polygon(drawing, corners, 4, fill, pen);
}

/* Inside the area, so that this is not longer than it should be. */
static void draw_border(struct drawing *drawing, const struct rect *area, const struct style *style)
{
	struct pen pen = { style->border_colour, style->border, LINE_SOLID };
	struct rect inside = { area->x + pen.width / 2, area->y + pen.width / 2,
		area->width - pen.width, area->height - pen.width };

	if (inside.width > 0 && inside.height > 0)
		draw_rect(drawing, &inside, COLOUR_NONE, &pen);
}

void draw_area(struct drawing *drawing, const struct rect *area, const struct style *style)
{
	struct pen none = { COLOUR_NONE, 0, LINE_SOLID };
	struct pen thin = { style->border_colour, PT(0.6), LINE_SOLID };

	if (area->width <= 0 || area->height <= 0)
		return;
	draw_rect(drawing, area, style->background, &none);
	if (style->hatch != HATCH_NONE) {
		struct path *path = add_path(drawing, COLOUR_NONE, &thin);

		if (style->hatch != HATCH_DOWN)
			hatch(drawing, path, area, true);
		if (style->hatch != HATCH_UP)
			hatch(drawing, path, area, false);
	}
	draw_border(drawing, area, style);
}

void draw_dot(struct drawing *drawing, struct point at, const struct style *style, int n)
{
	struct pen pen = { style->border_colour, style->border, LINE_SOLID };
	int32_t fill = n % 2 ? 0xffffff : style->border_colour;
	length r = drawing_em(drawing, 18), side = units_scale(r, 9, 10);
	struct point square[] = { { at.x - side, at.y - side }, { at.x + side, at.y - side },
		{ at.x + side, at.y + side }, { at.x - side, at.y + side } };
	struct point diamond[] = { { at.x, at.y - r * 5 / 4 }, { at.x + r * 5 / 4, at.y },
		{ at.x, at.y + r * 5 / 4 }, { at.x - r * 5 / 4, at.y } };
	struct point triangle[] = { { at.x, at.y - r * 5 / 4 }, { at.x + r * 5 / 4, at.y + r },
		{ at.x - r * 5 / 4, at.y + r } };

	switch (n) {
	case 0:
		draw_circle(drawing, at, r, fill, &pen);
		break;
	case 1:
		draw_polygon(drawing, square, 4, fill, &pen);
		break;
	case 2:
		draw_polygon(drawing, diamond, 4, fill, &pen);
		break;
	default:
		draw_polygon(drawing, triangle, 3, fill, &pen);
	}
}
