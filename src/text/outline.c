#include "text/outline.h"

#include <hb.h>

/* Where the outlines of a glyph go. */
struct drawing {
	struct arena *arena;
	const struct turned *turned;
	struct segments *segments;
	const struct run *run;
	int64_t x, y;			/* of the glyph's origin, from the text's middle */
};

/* Font units, y up, to the page's. */
static struct point place(const struct drawing *drawing, float font_x, float font_y)
{
	const struct turned *turned = drawing->turned;
	int64_t x = drawing->x + run_length(drawing->run, (int32_t)font_x);
	int64_t y = drawing->y + run_length(drawing->run, (int32_t)font_y);

	return (struct point){
		turned->middle.x + (length)((x * turned->cosine - y * turned->sine) / 1000),
		turned->middle.y - (length)((x * turned->sine + y * turned->cosine) / 1000),
	};
}

static struct segment *add(const struct drawing *drawing, enum path_step step)
{
	struct segment *segment = list_add(drawing->arena, drawing->segments);

	segment->step = step;
	return segment;
}

static void on_move(hb_draw_funcs_t *functions, void *with, hb_draw_state_t *state, float x,
	float y, void *data)
{
	(void)functions, (void)state, (void)data;
	add(with, STEP_MOVE)->at[0] = place(with, x, y);
}

static void on_line(hb_draw_funcs_t *functions, void *with, hb_draw_state_t *state, float x,
	float y, void *data)
{
	(void)functions, (void)state, (void)data;
	add(with, STEP_LINE)->at[0] = place(with, x, y);
}

static void on_curve(hb_draw_funcs_t *functions, void *with, hb_draw_state_t *state, float x1,
	float y1, float x2, float y2, float x, float y, void *data)
{
	struct segment *segment = add(with, STEP_CURVE);

	(void)functions, (void)state, (void)data;
	segment->at[0] = place(with, x1, y1);
	segment->at[1] = place(with, x2, y2);
	segment->at[2] = place(with, x, y);
}

static void on_close(hb_draw_funcs_t *functions, void *with, hb_draw_state_t *state, void *data)
{
	(void)functions, (void)state, (void)data;
	add(with, STEP_CLOSE);
}

/* HarfBuzz makes cubic curves of TrueType's where nobody asks for quadratic ones. */
static hb_draw_funcs_t *make_functions(void)
{
	hb_draw_funcs_t *functions = arena_must(hb_draw_funcs_create());

	hb_draw_funcs_set_move_to_func(functions, on_move, NULL, NULL);
	hb_draw_funcs_set_line_to_func(functions, on_line, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(functions, on_curve, NULL, NULL);
	hb_draw_funcs_set_close_path_func(functions, on_close, NULL, NULL);
	return functions;
}

static int64_t width_of(const struct text *text)
{
	int64_t width = 0;

	for (int i = 0; i < text->clusters.n; i++)
		width += text->clusters.at[i].advance;
	return width;
}

/* The middle of the text is that of its width, and half a capital's height above the baseline. */
static void draw_cluster(struct drawing *drawing, const struct text *text, int i,
	hb_draw_funcs_t *functions)
{
	const struct cluster *cluster = &text->clusters.at[i];
	int64_t x = drawing->x;

	drawing->run = text_run(text, i);
	for (int k = cluster[0].glyph; k < cluster[1].glyph; k++) {
		const struct glyph *glyph = &text->glyphs.at[k];
		int64_t pen = drawing->x;

		drawing->x += run_length(drawing->run, glyph->dx);
		drawing->y = run_length(drawing->run, glyph->dy)
			- run_length(drawing->run, drawing->run->font->cap_height) / 2;
		hb_font_get_glyph_shape(drawing->run->font->shaper, glyph->id, functions, drawing);
		drawing->x = pen + run_length(drawing->run, glyph->advance);
	}
	drawing->x = x + cluster->advance;
}

void text_outline(struct arena *arena, const struct text *text, const struct turned *turned,
	struct segments *segments)
{
	struct drawing drawing = { arena, turned, segments, NULL, -width_of(text) / 2, 0 };
	hb_draw_funcs_t *functions = make_functions();

	for (int i = 0; i < text->clusters.n; i++)
		draw_cluster(&drawing, text, i, functions);
	hb_draw_funcs_destroy(functions);
}
