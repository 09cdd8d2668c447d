#include "layout/flow.h"

#include <stdlib.h>
#include <string.h>

int flow_element(struct flow *flow, enum tag tag, int parent)
{
	struct element *element;

	if (flow->artifact)
		return ARTIFACT_PAGINATION;
	element = list_add(flow->arena, &flow->pages->elements);
	element->tag = tag;
	element->parent = parent;
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

const char *flow_known_label(const struct flow *flow, const char *id)
{
	struct known_page wanted = { id, "" };
	const struct known_page *found = NULL;

	if (flow->known.n)
		found = bsearch(&wanted, flow->known.at, (size_t)flow->known.n,
			sizeof *flow->known.at, compare_known);
	return found ? found->label : "";
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

static void flow_keep(struct flow *flow, struct place_in *in, const struct block *block)
{
	int first = in->strips->n;

	flow_inside(flow, in, block, TAG_SECT);
	for (int i = first; i < in->strips->n - 1; i++)
		in->strips->at[i].keep = true;
}

/* The label goes to the item's first paragraph: inside its text or beside it. */
static void flow_item(struct flow *flow, struct place_in *in, const struct block *item)
{
	struct place_in inner = *in;
	const struct block *first = item->first;
	int element = flow_element(flow, TAG_LI, in->element);
	struct label label = { item->label, item->label ? flow_element(flow, TAG_LBL, element) : 0 };

	inner.element = flow_element(flow, TAG_LBODY, element);
	if (first && first->kind == BLOCK_PARAGRAPH) {
		flow_paragraph(flow, &inner, first, label);
		first = first->next;
	}
	flow_blocks(flow, &inner, first);
	in->after = inner.after;
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
	flow_paragraph(flow, in, block, (struct label){ block->label, LABEL_IN_TEXT });
}

static void flow_page_break(struct flow *flow, struct place_in *in, const struct block *block)
{
	(void)block;
	list_add(flow->arena, in->strips)->kind = STRIP_PAGE_BREAK;
	in->after = 0;
}

void flow_blocks(struct flow *flow, struct place_in *in, const struct block *first)
{
	static void (*const flows[])(struct flow *, struct place_in *, const struct block *) = {
		[BLOCK_PARAGRAPH] = flow_own_label,
		[BLOCK_SECTION] = flow_section,
		[BLOCK_KEEP] = flow_keep,
		[BLOCK_LIST] = flow_list,
		[BLOCK_TABLE] = flow_table,
		[BLOCK_CONTENTS] = flow_contents,
		[BLOCK_PAGE_BREAK] = flow_page_break,
	};

	for (const struct block *block = first; block; block = block->next)
		flows[block->kind](flow, in, block);
}
