#include "layout/measure.h"

/* A table on its way to strips. */
struct tabling {
	struct flow *flow;
	struct place_in *in;
	const struct block *block;
	length *edges;			/* x of each column's left, and of the last one's right */
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

/* The rows after first that row spans tie to it, itself included. */
static int count_tied(const struct cells *cells, int *cell, int first)
{
	int end = first + 1;

	for (int i = *cell; i < cells->n && cells->at[i].row < end; i++)
		if (cells->at[i].row + cells->at[i].rows > end)
			end = cells->at[i].row + cells->at[i].rows;
	return end - first;
}

/* One strip for the rows from first on that are tied; *cell moves past their cells. */
static int flow_group(struct tabling *tabling, const struct rows *rows, const struct cells *cells,
	int first, int *cell, struct strips *strips, int element)
{
	struct arena *arena = tabling->flow->arena;
	struct row_group *group = arena_new(arena, struct row_group);
	int n = count_tied(cells, cell, first), row = -1, row_element = element;
	struct strip *strip;

	group->style = tabling->block->style;
	group->n = n;
	for (int i = 0; i < n; i++) {
		const struct row *row_at = &rows->at[first + i];

		*list_add(arena, &group->keeps) = (struct row_keep){ row_at->keep_together,
			row_at->keep_with_next };
	}
	for (; *cell < cells->n && cells->at[*cell].row < first + n; (*cell)++) {
		const struct cell *from = &cells->at[*cell];
		struct box box = { .row = from->row - first, .rows = from->rows,
			.column = from->column };

		if (box.row != row)
			row_element = flow_element(tabling->flow, TAG_TR, element);
		row = box.row;
		flow_cell(tabling, from, row_element, &box);
		box.x += tabling->in->x;
		*list_add(arena, &group->boxes) = box;
	}
	strip = list_add(arena, strips);
	strip->kind = STRIP_ROWS;
	strip->group = group;
	strip->keep = rows->at[first + n - 1].keep_with_next;
	strip_fit_rows(arena, strip);
	return n;
}

static void flow_rows(struct tabling *tabling, const struct rows *rows, const struct cells *cells,
	struct strips *strips, int element)
{
	int cell = 0;

	for (int row = 0; row < rows->n;)
		row += flow_group(tabling, rows, cells, row, &cell, strips, element);
}

/* A different head of the following pages is no content: the first says what columns hold. */
static void flow_later_head(struct tabling *tabling, struct heads *heads)
{
	const struct table *table = tabling->block->table;
	bool artifact = tabling->flow->artifact;

	tabling->flow->artifact = true;
	flow_rows(tabling, &table->later_head, &table->later_head_cells, &heads->later,
		ARTIFACT_PAGINATION);
	tabling->flow->artifact = artifact;
}

static struct heads *flow_heads(struct tabling *tabling, int element)
{
	struct heads *heads = arena_new(tabling->flow->arena, struct heads);
	const struct table *table = tabling->block->table;
	struct strips *strips = tabling->in->strips;
	int first = strips->n;

	if (table->head.n)
		flow_rows(tabling, &table->head, &table->head_cells, strips,
			flow_element(tabling->flow, TAG_THEAD, element));
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
		flow_rows(&tabling, &table->body, &table->body_cells, in->strips,
			flow_element(flow, TAG_TBODY, element));
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
