#include "layout/drawing.h"

/* So that sums of some hundred of them stay within a length. */
enum { TALLEST = PT(5000) };

/* As the block, but with its text scaled and nothing around it. */
static const struct block *restyled(struct drawing *drawing, const struct block *block,
	enum align align)
{
	struct arena *arena = drawing->flow->arena;
	struct block *copy = arena_new(arena, struct block);
	struct style *style = arena_new(arena, struct style);

	*style = *block->style;
	style->size = units_scale(style->size, drawing->scale, 100);
	style->leading = units_scale(style->leading, drawing->scale, 100);
	style->align = align;
	style->left = style->right = style->indent = style->before = style->after = 0;
	style->page_break_before = false;
	*copy = *block;
	copy->style = style;
	copy->spans = (struct spans){ 0 };
	for (int i = 0; i < block->spans.n; i++) {
		struct span *span = list_add(arena, &copy->spans);

		*span = block->spans.at[i];
		span->style = style;
	}
	return copy;
}

struct lettering lettering_of(struct drawing *drawing, const struct block *block, enum align align)
{
	struct lettering lettering = { 0 };

	if (!block)
		return lettering;
	lettering.block = restyled(drawing, block, align);
	lettering.extent = measure_one(drawing->flow, lettering.block);
	return lettering;
}

struct lettering lettering_new(struct drawing *drawing, const char *text, enum align align)
{
	struct block block = { .kind = BLOCK_PARAGRAPH, .place = drawing->block->place,
		.style = drawing->block->style };

	*list_add(drawing->flow->arena, &block.spans) = (struct span){ .kind = SPAN_TEXT,
		.text = text, .style = block.style, .place = block.place };
	return lettering_of(drawing, &block, align);
}

/* A line's text without the spaces at its end. */
static length ink_width(const struct mark *mark)
{
	length width = mark->box.width;

	for (int i = mark->first + mark->n - 1; i >= mark->first
			&& mark->text->clusters.at[i].kind == CLUSTER_SPACE; i--)
		width -= mark->text->clusters.at[i].advance;
	return width;
}

static void measure_ink(struct lettering *lettering)
{
	length left = LENGTH_MAX, right = 0;
	int64_t height = 0;

	for (int i = 0; i < lettering->lines.n; i++) {
		const struct strip *strip = &lettering->lines.at[i];

		height += strip->height;
		for (int k = 0; k < strip->marks.n; k++) {
			struct mark *mark = &strip->marks.at[k];

			if (mark->kind == MARK_TEXT)
				mark->box.width = ink_width(mark);
			left = mark->box.x < left ? mark->box.x : left;
			right = mark->box.x + mark->box.width > right
				? mark->box.x + mark->box.width : right;
		}
	}
	lettering->left = left < right ? left : right;
	lettering->width = right - lettering->left;
	lettering->height = height < TALLEST ? (length)height : TALLEST;
}

/* As a paragraph that is no part of the structure: the figure is. */
void lettering_set(struct drawing *drawing, struct lettering *lettering, length room)
{
	struct flow *flow = drawing->flow;
	struct place_in in = { .strips = &lettering->lines, .width = room,
		.element = ARTIFACT_PAGINATION };
	bool artifact = flow->artifact;

	if (!lettering->block)
		return;
	lettering->lines = (struct strips){ 0 };
	flow->artifact = true;
	flow_paragraph(flow, &in, lettering->block, (struct label){ 0 });
	flow->artifact = artifact;
	measure_ink(lettering);
}

void lettering_place(struct drawing *drawing, const struct lettering *lettering, length x, length y)
{
	for (int i = 0; i < lettering->lines.n; i++) {
		const struct strip *strip = &lettering->lines.at[i];

		for (int k = 0; k < strip->marks.n; k++) {
			struct mark *mark = list_add(drawing->flow->arena, &drawing->texts);

			*mark = strip->marks.at[k];
			mark->box.x += x - lettering->left;
			mark->box.y += y;
		}
		y += strip->height;
	}
}
