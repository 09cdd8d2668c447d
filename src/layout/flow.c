#include "layout/measure.h"
#include "layout/paginate.h"

#include <stdlib.h>
#include <string.h>

enum { RELEASED_LEAST = 64 };	/* strips: fewer are not worth it */

int flow_element(struct flow *flow, enum tag tag, int parent)
{
	struct element *element;

	if (flow->artifact)
		return ARTIFACT_PAGINATION;
	element = list_add(flow->arena, &flow->pages->elements);
	*element = (struct element){ .tag = tag, .parent = parent };
	return flow->pages->elements.n - 1;
}

static int compare_known(const void *a, const void *b)
{
	return strcmp(((const struct known_page *)a)->id, ((const struct known_page *)b)->id);
}

void flow_sort_known(struct known_pages *known)
{
	if (known->n)
		qsort(known->at, (size_t)known->n, sizeof *known->at, compare_known);
}

const char *flow_known_label(struct flow *flow, const char *id)
{
	struct known_page wanted = { id, "" };
	const struct known_page *found = NULL;

	flow->asked = true;
	if (flow->known.n)
		found = bsearch(&wanted, flow->known.at, (size_t)flow->known.n,
			sizeof *flow->known.at, compare_known);
	return found ? found->label : NULL;
}

/* The blocks inside a new element; the margins of the last one go on. */
static void flow_inside(struct flow *flow, struct place_in *in, const struct block *block,
	enum tag tag)
{
	struct place_in inner = *in;

	inner.element = flow_element(flow, tag, in->element);
	if (block->style) {
		inner.x += block->style->left;
		inner.width -= block->style->left + block->style->right;
		if (inner.after < block->style->before)
			inner.after = block->style->before;
	}
	flow_blocks(flow, &inner, block->first);
	in->after = inner.after;
	if (block->style && in->after < block->style->after)
		in->after = block->style->after;
}

static void flow_section(struct flow *flow, struct place_in *in, const struct block *block)
{
	flow_inside(flow, in, block, TAG_SECT);
}

static void flow_quote(struct flow *flow, struct place_in *in, const struct block *block)
{
	flow_inside(flow, in, block, TAG_BLOCKQUOTE);
}

static void flow_keep(struct flow *flow, struct place_in *in, const struct block *block)
{
	int first = in->strips->n;

	flow_inside(flow, in, block, TAG_SECT);
	for (int i = first; i < in->strips->n; i++) {
		strip_keep_whole(&in->strips->at[i]);
		in->strips->at[i].keep |= i < in->strips->n - 1;
	}
}

/* About as high as its captions become: so much room an image leaves them. */
static length caption_height(struct flow *flow, const struct block *figure, length width)
{
	length height = 0;

	for (const struct block *child = figure->first; child; child = child->next) {
		const struct style *style = child->style;

		if (child->role == ROLE_FIGURE_CAPTION)
			height += style->before + style->after + style->leading
				* (measure_one(flow, child).most / (width > 0 ? width : 1) + 1);
	}
	return height;
}

static void flow_figure(struct flow *flow, struct place_in *in, const struct block *block)
{
	length room = flow->room_height, caption = caption_height(flow, block, in->width);

	flow->room_height -= caption < room / 2 ? caption : room / 2;
	flow_keep(flow, in, block);
	flow->room_height = room;
}

/*
 * An anchor for a block that is no paragraph, at its first strip; without one, at the last
 * before it, and on an empty page at a strip without height.
 */
static void add_anchor(struct flow *flow, struct strips *strips, int first, struct anchor anchor)
{
	if (!anchor.id || flow->artifact)
		return;
	if (!strips->n)
		list_add(flow->passing, strips)->kind = STRIP_LINE;
	while (first < strips->n - 1 && strips->at[first].kind == STRIP_PAGE_BREAK)
		first++;
	if (first >= strips->n)
		first = strips->n - 1;
	*list_add(flow->passing, &strips->at[first].anchors) = anchor;
}

/* Text of the item's own style has its margins; other blocks stand inside them. */
static struct place_in inside_item(const struct place_in *in, const struct block *item,
	const struct block *child)
{
	struct place_in inner = *in;

	if (child->style == item->style)
		return inner;
	inner.x += item->style->left;
	inner.width -= item->style->left + item->style->right;
	return inner;
}

static struct label item_label(struct flow *flow, const struct block *item,
	const struct place_in *in, const struct place_in *inner, int element)
{
	const struct style *style = item->style;

	return (struct label){ item->label, style->label_inside,
		in->x + style->left + style->indent - inner->x,
		item->label ? flow_element(flow, TAG_LBL, element) : 0 };
}

/* The label goes to the item's first paragraph. */
static void flow_item(struct flow *flow, struct place_in *in, const struct block *item)
{
	int element = flow_element(flow, TAG_LI, in->element), body = ARTIFACT_PAGINATION;
	int first = in->strips->n;

	flow->held += !!item->id;
	for (const struct block *child = item->first; child; child = child->next) {
		struct place_in inner = inside_item(in, item, child);
		struct label label = { NULL, false, 0, LABEL_IN_TEXT };

		if (child == item->first && child->kind == BLOCK_PARAGRAPH)
			label = item_label(flow, item, in, &inner, element);
		if (child == item->first)
			body = flow_element(flow, TAG_LBODY, element);
		inner.element = body;
		if (label.text)
			flow_paragraph(flow, &inner, child, label);
		else
			flow_one(flow, &inner, child);
		in->after = inner.after;
	}
	flow->held -= !!item->id;
	add_anchor(flow, in->strips, first, (struct anchor){ .id = item->id, .element = element });
}

static void flow_list(struct flow *flow, struct place_in *in, const struct block *block)
{
	struct place_in inner = *in;

	inner.element = flow_element(flow, TAG_L, in->element);
	for (const struct block *item = block->first; item; item = item->next)
		flow_item(flow, &inner, item);
	in->after = inner.after;
}

static void flow_own_label(struct flow *flow, struct place_in *in, const struct block *block)
{
	const struct style *style = block->style;

	flow_paragraph(flow, in, block, (struct label){ block->label, style->label_inside,
		style->left + style->indent, LABEL_IN_TEXT });
}

static void flow_page_break(struct flow *flow, struct place_in *in, const struct block *block)
{
	(void)block;
	list_add(flow->passing, in->strips)->kind = STRIP_PAGE_BREAK;
	in->after = 0;
}

void flow_caption(struct flow *flow, struct place_in *in, const struct block *table, int element)
{
	struct place_in inner = *in;
	int first = in->strips->n;

	if (!table->first)
		return;
	inner.element = element;
	if (inner.after < table->style->before)
		inner.after = table->style->before;
	flow_one(flow, &inner, table->first);
	for (int i = first; i < in->strips->n; i++)
		in->strips->at[i].keep = true;
	in->after = inner.after;
}

bool flow_may_release(const struct flow *flow, const struct strips *strips)
{
	return strips == flow->body && !flow->held && strips->n >= RELEASED_LEAST
		&& !strips->at[strips->n - 1].keep;
}

void flow_release(struct flow *flow)
{
	bool done = paginate_add(flow->paginating, flow->body);

	*flow->body = (struct strips){ 0 };
	if (done)
		arena_clear(flow->rows);
}

/* Once its strips are all there, it keeps them together or gives one its anchor. */
static bool holds(const struct block *block)
{
	return block->kind == BLOCK_KEEP || block->kind == BLOCK_FIGURE
		|| (block->id && block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_TABLE);
}

void flow_one(struct flow *flow, struct place_in *in, const struct block *block)
{
	static void (*const flows[])(struct flow *, struct place_in *, const struct block *) = {
		[BLOCK_PARAGRAPH] = flow_own_label,
		[BLOCK_SECTION] = flow_section,
		[BLOCK_KEEP] = flow_keep,
		[BLOCK_LIST] = flow_list,
		[BLOCK_TABLE] = flow_table,
		[BLOCK_CONTENTS] = flow_contents,
		[BLOCK_PAGE_BREAK] = flow_page_break,
		[BLOCK_QUOTE] = flow_quote,
		[BLOCK_FIGURE] = flow_figure,
		[BLOCK_CHART] = flow_chart,
		[BLOCK_IMAGE] = flow_picture,
	};
	int first = in->strips->n, element = flow->pages->elements.n;	/* the first it makes */

	flow->held += holds(block);
	flows[block->kind](flow, in, block);
	flow->held -= holds(block);
	if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_TABLE)
		add_anchor(flow, in->strips, first, (struct anchor){ .id = block->id,
			.element = element });
}

void flow_blocks(struct flow *flow, struct place_in *in, const struct block *first)
{
	for (const struct block *block = first; block; block = block->next)
		flow_one(flow, in, block);
}
