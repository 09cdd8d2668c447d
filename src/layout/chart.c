#include "layout/drawing.h"

/* In percent: the smallest text that a chart too high for its page gets. */
enum { LEAST_SCALE = 60, STEP = 10 };

/* The chart with its texts so scaled; answers its height. */
static length draw(struct drawing *drawing, int scale)
{
	static length (*const draws[])(struct drawing *) = {
		[CHART_BARS] = bars_draw, [CHART_RADAR] = radar_draw, [CHART_SCALE] = scale_draw,
	};
	length size = drawing->block->style->size;

	drawing->shapes.n = drawing->texts.n = 0;
	drawing->lacking = 0;
	drawing->scale = scale;
	drawing->em = units_scale(size < PT(200) ? size : PT(200), scale, 100);
	return draws[drawing->chart->kind](drawing);
}

/* Smaller only where the page is too low; what was found on the way does not count. */
static length draw_to_fit(struct drawing *drawing)
{
	struct problems *problems = drawing->flow->problems;
	length room = drawing->flow->room_height - 2 * drawing->block->style->padding_y, height;
	int scale = 100;

	do {
		struct problems tried = { .arena = problems->arena };

		drawing->flow->problems = &tried;
		height = draw(drawing, scale);
		scale -= STEP;
	} while (height > room && scale >= LEAST_SCALE);
	drawing->flow->problems = problems;
	return draw(drawing, scale + STEP);
}

static void report(const struct drawing *drawing, enum problem_kind kind, length too_much)
{
	struct problems *problems = drawing->flow->problems;

	if (too_much > 0)
		problem_report(problems, kind, drawing->block->place,
			arena_printf(problems->arena, "%d.%d", too_much / 1000,
			too_much % 1000 / 100));
}

static void add_marks(struct drawing *drawing, const struct marks *from, struct strip *strip,
	struct point by)
{
	for (int i = 0; i < from->n; i++) {
		struct mark *mark = list_add(drawing->flow->passing, &strip->marks);

		*mark = from->at[i];
		mark->element = strip->figure ? strip->figure : ARTIFACT_PAGINATION;
		mark->box.x += by.x;
		mark->box.y += by.y;
	}
}

/* Below all: the background of the chart's style. */
static void add_ground(struct drawing *drawing, const struct rect *box)
{
	struct style ground = { .background = drawing->block->style->background };

	drawing->shapes = (struct marks){ 0 };
	if (ground.background != COLOUR_NONE)
		draw_area(drawing, box, &ground);
}

static int add_figure(struct drawing *drawing, int parent, struct rect box)
{
	struct flow *flow = drawing->flow;
	int element = flow_element(flow, TAG_FIGURE, parent);

	if (flow->artifact)
		return 0;
	*element_detail(flow->arena, &flow->pages->elements.at[element]) =
		(struct detail){ .alt = drawing->chart->alt, .box = box };
	return element;
}

/* The chart's box in the strip, with its marks; what it says is the figure's. */
static void add_strip(struct drawing *drawing, struct place_in *in, struct rect box)
{
	const struct style *style = drawing->block->style;
	struct strip *strip = list_add(drawing->flow->passing, in->strips);
	struct marks shapes = drawing->shapes;
	struct point inner = { box.x + style->padding_x, style->padding_y };

	strip->kind = STRIP_LINE;
	strip->before = in->after > style->before ? in->after : style->before;
	strip->height = strip->least = box.height;
	strip->keep = style->keep_with_next;
	strip->figure = add_figure(drawing, in->element, box);
	add_ground(drawing, &box);
	add_marks(drawing, &drawing->shapes, strip, (struct point){ 0, 0 });
	add_marks(drawing, &shapes, strip, inner);
	add_marks(drawing, &drawing->texts, strip, inner);
}

void flow_chart(struct flow *flow, struct place_in *in, const struct block *block)
{
	const struct style *style = block->style;
	struct drawing drawing = { .flow = flow, .block = block, .chart = block->chart };
	struct rect box = { in->x + style->left, 0, in->width - style->left - style->right, 0 };

	if (box.width < 2 * style->padding_x + PT(1))
		box.width = 2 * style->padding_x + PT(1);
	drawing.width = box.width - 2 * style->padding_x;
	box.height = draw_to_fit(&drawing) + 2 * style->padding_y;
	report(&drawing, PROBLEM_CHART_NARROW, drawing.lacking);
	report(&drawing, PROBLEM_CHART_TALL, box.height - flow->room_height);
	add_strip(&drawing, in, box);
	in->after = style->after;
}
