#include "layout/measure.h"

/* A table on its way to strips. */
struct tabling {
	struct flow *flow;
	struct place_in *in;
	const struct block *block;
	length *edges;			/* x of each column's left, and of the last one's right */
};

/* A table's head or body, while its row groups become strips. */
struct part {
	const struct rows *rows;
	const struct cells *cells;
	int element;			/* THEAD or TBODY */
	struct strips *strips;
	int cell;			/* the next one to flow */
};

/* Inside a cell no page can begin. */
static void drop_page_breaks(struct strips *strips)
{
	int n = 0;

	for (int i = 0; i < strips->n; i++)
		if (strips->at[i].kind != STRIP_PAGE_BREAK)
			strips->at[n++] = strips->at[i];
	strips->n = n;
}

static void flow_cell(struct tabling *tabling, const struct cell *cell, int row_element,
	struct box *box)
{
	struct flow *flow = tabling->flow;
	struct place_in in = { .strips = &box->strips };

	box->x = tabling->edges[cell->column];
	box->width = tabling->edges[cell->column + cell->columns] - box->x;
	box->style = cell->style;
	box->element = flow_element(flow, cell->head ? TAG_TH : TAG_TD, row_element);
	if (!flow->artifact) {
		flow->pages->elements.at[box->element].rows = cell->rows;
		flow->pages->elements.at[box->element].columns = cell->columns;
	}
	in.width = box->width - 2 * cell->style->padding_x;
	in.element = box->element;
	flow_blocks(flow, &in, cell->first);
	drop_page_breaks(&box->strips);
}

/* The rows from first on that row spans tie to it, itself included. */
static int count_tied(const struct part *part, int first)
{
	const struct cells *cells = part->cells;
	int end = first + 1;

	for (int i = part->cell; i < cells->n && cells->at[i].row < end; i++)
		if (cells->at[i].row + cells->at[i].rows > end)
			end = cells->at[i].row + cells->at[i].rows;
	return end - first;
}

static void fill_keeps(struct arena *arena, const struct rows *rows, int first,
	struct row_group *group)
{
	for (int i = first; i < first + group->n; i++)
		*list_add(arena, &group->keeps) = (struct row_keep){ rows->at[i].keep_together,
			rows->at[i].keep_with_next };
}

/* Moves the part past the cells of the group's rows. */
static void fill_boxes(struct tabling *tabling, struct part *part, int first,
	struct row_group *group)
{
	const struct cells *cells = part->cells;
	int row = -1, row_element = part->element;

	for (; part->cell < cells->n && cells->at[part->cell].row < first + group->n;
			part->cell++) {
		const struct cell *cell = &cells->at[part->cell];
		struct box box = { .row = cell->row - first, .rows = cell->rows,
			.column = cell->column };

		if (box.row != row)
			row_element = flow_element(tabling->flow, TAG_TR, part->element);
		row = box.row;
		flow_cell(tabling, cell, row_element, &box);
		box.x += tabling->in->x;
		*list_add(tabling->flow->arena, &group->boxes) = box;
	}
}

/* One strip for the rows from first on that are tied; answers how many. */
static int flow_group(struct tabling *tabling, struct part *part, int first)
{
	struct arena *arena = tabling->flow->arena;
	struct row_group *group = arena_new(arena, struct row_group);
	struct strip *strip;

	group->style = tabling->block->style;
	group->n = count_tied(part, first);
	fill_keeps(arena, part->rows, first, group);
	fill_boxes(tabling, part, first, group);
	strip = list_add(arena, part->strips);
	strip->kind = STRIP_ROWS;
	strip->group = group;
	strip->keep = part->rows->at[first + group->n - 1].keep_with_next;
	strip_fit_rows(arena, strip);
	return group->n;
}

static void flow_part(struct tabling *tabling, struct part part)
{
	for (int row = 0; row < part.rows->n;)
		row += flow_group(tabling, &part, row);
}

/* A different head of the following pages is no content: the first says what columns hold. */
static void flow_later_head(struct tabling *tabling, struct heads *heads)
{
	const struct table *table = tabling->block->table;
	bool artifact = tabling->flow->artifact;

	tabling->flow->artifact = true;
	flow_part(tabling, (struct part){ &table->later_head, &table->later_head_cells,
		ARTIFACT_PAGINATION, &heads->later, 0 });
	tabling->flow->artifact = artifact;
}

static struct heads *flow_heads(struct tabling *tabling, int element)
{
	struct heads *heads = arena_new(tabling->flow->arena, struct heads);
	const struct table *table = tabling->block->table;
	struct strips *strips = tabling->in->strips;
	int first = strips->n;

	if (table->head.n)
		flow_part(tabling, (struct part){ &table->head, &table->head_cells,
			flow_element(tabling->flow, TAG_THEAD, element), strips, 0 });
	for (int i = first; i < strips->n; i++) {
		strips->at[i].keep = true;
		strip_keep_whole(&strips->at[i]);
	}
	if (table->later_head.n)
		flow_later_head(tabling, heads);
	else
		for (int i = first; i < strips->n; i++)
			*list_add(tabling->flow->arena, &heads->later) = strips->at[i];
	for (int i = 0; i < heads->later.n; i++)
		heads->height += heads->later.at[i].height;
	return heads->later.n ? heads : NULL;
}

static void add_anchor(struct tabling *tabling, struct strip *strip)
{
	if (tabling->block->id && !tabling->flow->artifact)
		list_add(tabling->flow->arena, &strip->anchors)->id = tabling->block->id;
}

void flow_table(struct flow *flow, struct place_in *in, const struct block *block)
{
	struct tabling tabling = { flow, in, block, NULL };
	const struct style *style = block->style;
	const struct table *table = block->table;
	int first = in->strips->n, top, body, element = flow_element(flow, TAG_TABLE, in->element);
	struct heads *heads;

	tabling.edges = columns_find_edges(flow, block, in->width);
	flow_caption(flow, in, block, element);
	top = in->strips->n;
	heads = flow_heads(&tabling, element);
	body = in->strips->n;
	if (table->body.n)
		flow_part(&tabling, (struct part){ &table->body, &table->body_cells,
			flow_element(flow, TAG_TBODY, element), in->strips, 0 });
	for (int i = body; i < in->strips->n; i++)
		in->strips->at[i].heads = heads;
	if (first == in->strips->n)
		return;
	if (top < in->strips->n)
		in->strips->at[top].before = block->first || in->after > style->before
			? in->after : style->before;
	in->strips->at[in->strips->n - 1].keep = style->keep_with_next;
	add_anchor(&tabling, &in->strips->at[first]);
	in->after = style->after;
}
