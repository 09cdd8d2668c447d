#include "layout/measure.h"

#include <string.h>

#include "layout/line.h"

enum { FIRST_ROOM = 256 };

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool same_spans(const struct spans *a, const struct spans *b)
{
	bool same = a->n == b->n;

	for (int i = 0; same && i < a->n; i++)
		/* n counts what at has.  NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
		same = a->at[i].kind == b->at[i].kind && a->at[i].style == b->at[i].style
			&& a->at[i].lang == b->at[i].lang
			&& same_text(a->at[i].text, b->at[i].text);
	return same;
}

/* Where the block is, or would be; there is always a free slot. */
static struct shaped *find_slot(const struct shaped_texts *texts, const struct block *block)
{
	uint64_t i = ((uintptr_t)block >> 4) * 0x9e3779b97f4a7c15u >> 32;

	while (texts->at[i % (uint64_t)texts->room].block
			&& texts->at[i % (uint64_t)texts->room].block != block)
		i++;
	return &texts->at[i % (uint64_t)texts->room];
}

void measure_close(struct shaped_texts *texts)
{
	if (texts->arena)
		arena_close(texts->arena);
}

static void make_room(struct shaped_texts *texts)
{
	struct shaped_texts old = *texts;

	if (2 * old.n < old.room)
		return;
	texts->room = old.room ? 2 * old.room : FIRST_ROOM;
	texts->arena = arena_open();
	texts->at = arena_alloc(texts->arena, (size_t)texts->room * sizeof *texts->at);
	for (int i = 0; i < old.room; i++)
		if (old.at[i].block)
			*find_slot(texts, old.at[i].block) = old.at[i];
	measure_close(&old);
}

/* A copy, unless they are the block's own. */
static struct spans kept_spans(struct flow *flow, const struct block *block,
	const struct spans *spans)
{
	struct spans kept = *spans;

	if (spans->n && spans->at != block->spans.at) {
		list_reserve(flow->arena, &kept, spans->n);
		memcpy(kept.at, spans->at, (size_t)spans->n * sizeof *kept.at);
	}
	return kept;
}

struct text *measure_shape(struct flow *flow, const struct block *block, const struct spans *spans)
{
	struct shaped *shaped;

	make_room(&flow->shaped);
	shaped = find_slot(&flow->shaped, block);
	if (shaped->block && same_spans(&shaped->spans, spans))
		return shaped->text;
	flow->shaped.n += !shaped->block;
	*shaped = (struct shaped){ block, kept_spans(flow, block, spans),
		text_shape(flow->texts, flow->shaper, spans, flow->problems) };
	return shaped->text;
}

static struct span plain_span(const struct block *block, const char *text)
{
	return (struct span){ .kind = SPAN_TEXT, .text = text, .place = block->place,
		.style = block->label_style ? block->label_style : block->style };
}

/* Numbers that only the flow knows stand as two digits here. */
static struct spans plain_spans(struct flow *flow, const struct block *block, const char *label)
{
	struct spans spans = { 0 };

	if (label)
		*list_add(flow->passing, &spans) = plain_span(block,
			arena_printf(flow->arena, "%s ", label));
	for (int i = 0; i < block->spans.n; i++) {
		const struct span *from = &block->spans.at[i];
		struct span *span = list_add(flow->passing, &spans);

		*span = *from;
		if (from->kind == SPAN_BREAK || from->kind == SPAN_TAB || from->kind == SPAN_LEADER)
			continue;
		span->kind = SPAN_TEXT;
		span->text = from->text ? from->text : "๐๐";
	}
	return spans;
}

static length label_width(struct flow *flow, const struct block *block, const char *label)
{
	struct spans spans = { 0 };
	const struct text *text;
	length width = 0;

	*list_add(flow->passing, &spans) = plain_span(block, label);
	text = text_shape(flow->passing, flow->shaper, &spans, flow->problems);
	for (int i = 0; i < text->clusters.n; i++)
		width += text->clusters.at[i].advance;
	return width + block->style->size / 8;
}

static void raise(length *at, int64_t value)
{
	if (*at < value)
		*at = value < LENGTH_MAX ? (length)value : LENGTH_MAX;
}

/* Where a line of text at x goes on after the cluster. */
static int64_t line_after(const struct cluster *cluster, const struct style *style, int64_t x)
{
	if (cluster->kind == CLUSTER_LEADER)
		return LENGTH_MAX;
	if (cluster->kind != CLUSTER_TAB)
		return x + cluster->advance;
	for (int i = 0; i < style->tab_stops.n; i++)
		if (style->tab_stops.at[i].at > x)
			return style->tab_stops.at[i].at;
	return (x / LINE_TAB + 1) * LINE_TAB;
}

/* A leader takes what there is, and so does its paragraph. */
static struct extent measure_text(const struct text *text, const struct style *style, length first)
{
	struct extent extent = { 0, 0 };
	int64_t line = first, piece = first;

	for (int i = 0; i < text->clusters.n; i++) {
		const struct cluster *cluster = &text->clusters.at[i];
		bool begins = i && cluster[-1].kind == CLUSTER_BREAK;

		if (begins || (i && cluster->before == BREAK_MAY))
			piece = style->left;
		line = line_after(cluster, style, begins ? style->left : line);
		piece += line_is_tab(cluster) ? style->size / 8 : cluster->advance;
		if (cluster->kind == CLUSTER_SPACE)
			continue;
		raise(&extent.most, line);
		raise(&extent.least, piece);
	}
	return extent;
}

static struct extent widened(struct extent extent, length by)
{
	raise(&extent.least, extent.least + by);
	raise(&extent.most, extent.most + by);
	return extent;
}

/* The label runs in, or stands beside the first line. */
static struct extent measure_paragraph(struct flow *flow, const struct block *block,
	const char *label, bool inside)
{
	const struct style *style = block->style;
	struct spans spans = plain_spans(flow, block, inside ? label : NULL);
	length first = style->left + style->indent;

	if (label && !inside)
		first += label_width(flow, block, label);
	if (label && !inside && first < style->left)
		first = style->left;
	return widened(measure_text(measure_shape(flow, block, &spans), style, first),
		style->right);
}

static void join(struct extent *all, struct extent extent)
{
	raise(&all->least, extent.least);
	raise(&all->most, extent.most);
}

static struct extent measure_own(struct flow *flow, const struct block *block)
{
	return measure_paragraph(flow, block, block->label, block->style->label_inside);
}

static struct extent measure_group(struct flow *flow, const struct block *block)
{
	return widened(measure_blocks(flow, block->first),
		block->style ? block->style->left + block->style->right : 0);
}

/* Text of the item's own style has its margins; other blocks stand inside them. */
static struct extent measure_item(struct flow *flow, const struct block *item)
{
	const struct style *style = item->style;
	struct extent all = { 0, 0 };

	for (const struct block *child = item->first; child; child = child->next)
		if (child == item->first && child->kind == BLOCK_PARAGRAPH)
			join(&all, measure_paragraph(flow, child, item->label,
				style->label_inside));
		else
			join(&all, widened(measure_one(flow, child),
				child->style == style ? 0 : style->left + style->right));
	return all;
}

/* Leaders again: as wide as there is room. */
static struct extent measure_contents(struct flow *flow, const struct block *block)
{
	(void)flow;
	(void)block;
	return (struct extent){ 0, LENGTH_MAX };
}

/* It takes the width that there is; its names do with little, its numbers want some. */
static struct extent measure_chart(struct flow *flow, const struct block *block)
{
	(void)flow;
	return (struct extent){ 12 * block->style->size, 34 * block->style->size };
}

struct extent measure_one(struct flow *flow, const struct block *block)
{
	static struct extent (*const measures[])(struct flow *, const struct block *) = {
		[BLOCK_PARAGRAPH] = measure_own,
		[BLOCK_SECTION] = measure_group,
		[BLOCK_KEEP] = measure_group,
		[BLOCK_LIST] = measure_group,
		[BLOCK_ITEM] = measure_item,
		[BLOCK_TABLE] = measure_table,
		[BLOCK_CONTENTS] = measure_contents,
		[BLOCK_PAGE_BREAK] = measure_group,
		[BLOCK_QUOTE] = measure_group,
		[BLOCK_FIGURE] = measure_group,
		[BLOCK_CHART] = measure_chart,
		[BLOCK_IMAGE] = measure_picture,
	};

	return measures[block->kind](flow, block);
}

struct extent measure_blocks(struct flow *flow, const struct block *first)
{
	struct extent all = { 0, 0 };

	for (const struct block *block = first; block; block = block->next)
		join(&all, measure_one(flow, block));
	return all;
}
