#include "layout/overlay.h"

#include <stdlib.h>

#include "text/outline.h"

enum {
	/* From the lower left of A4 to its upper right: 55 degrees, in thousandths. */
	COSINE = 574, SINE = 819,
	NUMBER_GAP = PT(8),		/* between a line and its number */
	SAME_LINE = PT(9),		/* lines of neighbouring cells so near have one number */
};

static struct text *shape(struct flow *flow, const char *text, const struct style *style)
{
	struct spans spans = { 0 };

	*list_add(flow->arena, &spans) = (struct span){ .kind = SPAN_TEXT, .text = text,
		.style = style, .place = style->place };
	return text_shape(flow->texts, flow->shaper, &spans, flow->problems);
}

struct overlay overlay_make(struct flow *flow, const struct doc *doc)
{
	struct overlay overlay = { .line_numbers = doc->line_numbers };
	struct turned turned = { { 0, 0 }, COSINE, SINE };
	struct path *path;

	if (!doc->watermark)
		return overlay;
	path = arena_new(flow->arena, struct path);
	path->fill = doc->watermark_style->colour;
	path->stroke = COLOUR_NONE;
	text_outline(flow->arena, shape(flow, doc->watermark, doc->watermark_style), &turned,
		&path->segments);
	overlay.watermark = path;
	return overlay;
}

static void put_below(struct flow *flow, const struct overlay *overlay, struct page *page)
{
	struct marks marks = { 0 };

	*list_add(flow->arena, &marks) = (struct mark){ .kind = MARK_PATH,
		.element = ARTIFACT_PAGINATION, .path = overlay->watermark,
		.box = { page->width / 2, page->height / 2, 0, 0 } };
	for (int i = 0; i < page->marks.n; i++)
		*list_add(flow->arena, &marks) = page->marks.at[i];
	page->marks = marks;
}

struct baselines LIST(length);

static int compare(const void *a, const void *b)
{
	length first = *(const length *)a, second = *(const length *)b;

	return (first > second) - (first < second);
}

/* Of what is content, from above. */
static struct baselines find_baselines(struct flow *flow, const struct page *page)
{
	struct baselines baselines = { 0 };

	for (int i = 0; i < page->marks.n; i++) {
		const struct mark *mark = &page->marks.at[i];

		if (mark->kind == MARK_TEXT && mark->element >= 0 && mark->n)
			*list_add(flow->passing, &baselines) = mark->box.y;
	}
	if (baselines.n)
		qsort(baselines.at, (size_t)baselines.n, sizeof *baselines.at, compare);
	return baselines;
}

/* Ends at x. */
static void put_number(struct flow *flow, const struct overlay *overlay, struct page *page,
	int number, struct point at)
{
	const struct style *style = overlay->line_numbers;
	struct text *text = shape(flow, numeral_text(flow->arena, number, flow->numerals), style);
	length width = 0;

	for (int i = 0; i < text->clusters.n; i++)
		width += text->clusters.at[i].advance;
	for (int i = 0; i < text->runs.n; i++) {
		const struct run *run = &text->runs.at[i];
		struct mark *mark = list_add(flow->arena, &page->marks);

		*mark = (struct mark){ .kind = MARK_TEXT, .element = ARTIFACT_PAGINATION,
			.box = { at.x - width, at.y, 0, 0 }, .colour = style->colour,
			.text = text, .first = run->first, .n = run->n };
		for (int k = run->first; k < run->first + run->n; k++)
			width -= text->clusters.at[k].advance;
	}
}

static void number_lines(struct flow *flow, const struct overlay *overlay, struct page *page,
	length x)
{
	struct baselines baselines = find_baselines(flow, page);
	length last = 0;
	int number = 0;

	for (int i = 0; i < baselines.n; i++)
		if (!number || baselines.at[i] - last > SAME_LINE) {
			last = baselines.at[i];
			put_number(flow, overlay, page, ++number,
				(struct point){ x - NUMBER_GAP, last });
		}
}

void overlay_page(struct flow *flow, const struct overlay *overlay, struct page *page, length x)
{
	if (overlay->watermark)
		put_below(flow, overlay, page);
	if (overlay->line_numbers && *page->label)
		number_lines(flow, overlay, page, x);
}
