#include "layout/measure.h"

/* A table on its way to strips. */
struct tabling {
	struct flow *flow;
	struct place_in *in;
	const struct block *block;
	length *edges;			/* x of each column's left, and of the last one's right */
	bool merged;			/* some cell covers several rows or columns */
	struct indices *heads;		/* by column: the THs of the table's head */
	int element;
	int first, top, body;		/* strips: its first, that below the caption, the body's */
	bool begun;			/* it has had one */
	const struct heads *repeated;	/* above rows of the body that begin a page; or NULL */
};

/* Columns from first to, not with, end. */
struct range { int first, end; };

/* A table's head or body, while its row groups become strips. */
struct part {
	const struct rows *rows;
	const struct cells *cells;
	int element;			/* THEAD or TBODY */
	struct strips *strips;
	int cell;			/* the next one to flow */
	struct reach *reach;		/* by column */
};

/* What cells of earlier rows and columns are to those below and right of them. */
struct reach {
	int end;			/* the row before which the last cell ends */
	int head;			/* it, if it is the head of its rows; else NO_HEAD */
};

enum { NO_HEAD = -1 };

/* Inside a cell no page can begin. */
static void drop_page_breaks(struct strips *strips)
{
	int n = 0;

	for (int i = 0; i < strips->n; i++)
		if (strips->at[i].kind != STRIP_PAGE_BREAK)
			strips->at[n++] = strips->at[i];
	strips->n = n;
}

static bool has_head(const struct indices *heads, int head)
{
	for (int i = 0; i < heads->n; i++)
		if (heads->at[i] == head)
			return true;
	return false;
}

/* Merged heads are met once for each of their columns. */
static void add_head(struct flow *flow, struct indices *heads, int head)
{
	if (head >= 0 && !has_head(heads, head))
		*list_add(flow->arena, heads) = head;
}

/* Where cells are merged, scopes alone do not tell which heads are whose (ISO 14289-1, 7.5). */
static struct indices find_heads(struct tabling *tabling, const struct part *part,
	const struct cell *cell)
{
	int n = tabling->block->table->columns.n;
	struct indices heads = { 0 };

	for (int i = cell->column; i < cell->column + cell->columns; i++)
		for (int k = 0; k < tabling->heads[i].n; k++)
			add_head(tabling->flow, &heads, tabling->heads[i].at[k]);
	for (int i = 0; i < n; i++)
		if (part->reach[i].end > cell->row)
			add_head(tabling->flow, &heads, part->reach[i].head);
	return heads;
}

/* A head in the body is one of its row, if the row holds anything else. */
static enum scope scope_of(const struct tabling *tabling, const struct part *part, int cell)
{
	const struct cells *cells = part->cells;
	int row = cells->at[cell].row;

	if (part->rows == &tabling->block->table->head)
		return SCOPE_COLUMN;
	while (cell && cells->at[cell - 1].row == row)
		cell--;
	for (; cell < cells->n && cells->at[cell].row == row; cell++)
		if (!cells->at[cell].head)
			return SCOPE_ROW;
	return SCOPE_COLUMN;
}

static int add_cell_element(struct tabling *tabling, struct part *part, int i, int row_element)
{
	const struct cell *cell = &part->cells->at[i];
	enum scope scope = cell->head ? scope_of(tabling, part, i) : SCOPE_NONE;
	int index = flow_element(tabling->flow, cell->head ? TAG_TH : TAG_TD, row_element);
	struct element *element;

	if (tabling->flow->artifact)
		return index;
	element = &tabling->flow->pages->elements.at[index];
	element->rows = cell->rows;
	element->columns = cell->columns;
	element->scope = scope;
	if (tabling->merged && !cell->head)
		element_detail(tabling->flow->arena, element)->heads =
			find_heads(tabling, part, cell);
	for (int k = cell->column; k < cell->column + cell->columns; k++) {
		part->reach[k] = (struct reach){ cell->row + cell->rows,
			scope == SCOPE_ROW ? index : NO_HEAD };
		if (part->rows == &tabling->block->table->head && cell->head)
			add_head(tabling->flow, &tabling->heads[k], index);
	}
	return index;
}

static void flow_cell(struct tabling *tabling, const struct cell *cell, struct box *box)
{
	struct flow *flow = tabling->flow;
	struct place_in in = { .strips = &box->strips, .element = box->element };

	box->x = tabling->edges[cell->column];
	box->width = tabling->edges[cell->column + cell->columns] - box->x;
	box->x += tabling->in->x;
	box->style = cell->style;
	in.width = box->width - 2 * cell->style->padding_x;
	flow->room_height -= 2 * cell->style->padding_y;
	flow_blocks(flow, &in, cell->first);
	flow->room_height += 2 * cell->style->padding_y;
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

/* Cells that the row lacks between two columns: all rows are as long (ISO 14289-1, 7.2). */
static void add_missing(struct tabling *tabling, const struct part *part, int row, int row_element,
	struct range columns)
{
	for (int i = columns.first; i < columns.end; i++)
		if (part->reach[i].end <= row)
			flow_element(tabling->flow, TAG_TD, row_element);
}

/* Moves the part past the row's cells. */
static void flow_row(struct tabling *tabling, struct part *part, int row, int first,
	struct row_group *group)
{
	const struct cells *cells = part->cells;
	int row_element = flow_element(tabling->flow, TAG_TR, part->element), column = 0;

	for (; part->cell < cells->n && cells->at[part->cell].row == row; part->cell++) {
		const struct cell *cell = &cells->at[part->cell];
		struct box box = { .row = row - first, .rows = cell->rows,
			.column = cell->column };

		add_missing(tabling, part, row, row_element, (struct range){ column,
			cell->column });
		box.element = add_cell_element(tabling, part, part->cell, row_element);
		flow_cell(tabling, cell, &box);
		*list_add(tabling->flow->passing, &group->boxes) = box;
		column = cell->column + cell->columns;
	}
	add_missing(tabling, part, row, row_element, (struct range){ column,
		tabling->block->table->columns.n });
}

/* One strip for the rows from first on that are tied; answers how many. */
static int flow_group(struct tabling *tabling, struct part *part, int first)
{
	struct arena *arena = tabling->flow->passing;
	struct row_group *group = arena_new(arena, struct row_group);
	struct strip *strip;

	group->style = tabling->block->style;
	group->n = count_tied(part, first);
	fill_keeps(arena, part->rows, first, group);
	for (int row = first; row < first + group->n; row++)
		flow_row(tabling, part, row, first, group);
	strip = list_add(arena, part->strips);
	strip->kind = STRIP_ROWS;
	strip->group = group;
	strip->keep = part->rows->at[first + group->n - 1].keep_with_next;
	strip_fit_rows(arena, strip);
	return group->n;
}

static void begin_part(struct tabling *tabling, struct part *part)
{
	int n = tabling->block->table->columns.n;

	part->reach = arena_alloc(tabling->flow->passing, (size_t)n * sizeof *part->reach);
	for (int i = 0; i < n; i++)
		part->reach[i].head = NO_HEAD;
}

static void flow_part(struct tabling *tabling, struct part part)
{
	begin_part(tabling, &part);
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
		ARTIFACT_PAGINATION, &heads->later, 0, NULL });
	tabling->flow->artifact = artifact;
}

static struct heads *flow_heads(struct tabling *tabling)
{
	struct heads *heads = arena_new(tabling->flow->passing, struct heads);
	const struct table *table = tabling->block->table;
	struct strips *strips = tabling->in->strips;
	enum tag tag = table->body.n ? TAG_THEAD : TAG_TBODY;	/* no head without a body */
	int first = strips->n;

	if (table->head.n)
		flow_part(tabling, (struct part){ &table->head, &table->head_cells,
			flow_element(tabling->flow, tag, tabling->element), strips, 0, NULL });
	for (int i = first; i < strips->n; i++) {
		strips->at[i].keep = true;
		strip_keep_whole(&strips->at[i]);
	}
	if (table->later_head.n)
		flow_later_head(tabling, heads);
	else
		for (int i = first; i < strips->n; i++)
			*list_add(tabling->flow->passing, &heads->later) = strips->at[i];
	for (int i = 0; i < heads->later.n; i++)
		heads->height += heads->later.at[i].height;
	return heads->later.n ? heads : NULL;
}

static bool has_merged(const struct cells *cells)
{
	for (int i = 0; i < cells->n; i++)
		if (cells->at[i].rows > 1 || cells->at[i].columns > 1)
			return true;
	return false;
}

/* So far as there are strips. */
static void finish_strips(struct tabling *tabling)
{
	const struct block *block = tabling->block;
	struct place_in *in = tabling->in;
	struct strip *strips = in->strips->at;

	for (; tabling->body < in->strips->n; tabling->body++)
		strips[tabling->body].heads = tabling->repeated;
	if (tabling->begun || tabling->first == in->strips->n)
		return;
	tabling->begun = true;
	if (tabling->top < in->strips->n)
		strips[tabling->top].before = block->first || in->after > block->style->before
			? in->after : block->style->before;
	if (block->id && !tabling->flow->artifact)
		*list_add(tabling->flow->passing, &strips[tabling->first].anchors) =
			(struct anchor){ .id = block->id, .element = tabling->element };
}

static void release(struct tabling *tabling)
{
	finish_strips(tabling);
	flow_release(tabling->flow);
	tabling->first = tabling->top = tabling->body = 0;
}

/* Its rows are forgotten while it goes on, but not its heads. */
static void flow_body(struct tabling *tabling, struct part part)
{
	struct flow *flow = tabling->flow;
	struct arena *passing = flow->passing;

	begin_part(tabling, &part);
	flow->passing = flow->rows;
	for (int row = 0; row < part.rows->n;) {
		if (flow_may_release(flow, part.strips))
			release(tabling);
		row += flow_group(tabling, &part, row);
	}
	flow->passing = passing;
}

void flow_table(struct flow *flow, struct place_in *in, const struct block *block)
{
	const struct table *table = block->table;
	struct tabling tabling = { .flow = flow, .in = in, .block = block,
		.first = in->strips->n };
	length repeated;

	tabling.element = flow_element(flow, TAG_TABLE, in->element);
	tabling.edges = columns_find_edges(flow, block, in->width);
	tabling.merged = has_merged(&table->head_cells) || has_merged(&table->body_cells);
	tabling.heads = arena_alloc(flow->passing,
		(size_t)table->columns.n * sizeof *tabling.heads);
	flow_caption(flow, in, block, tabling.element);
	tabling.top = in->strips->n;
	tabling.repeated = flow_heads(&tabling);
	tabling.body = in->strips->n;
	repeated = tabling.repeated && tabling.repeated->height <= flow->room_height / 2
		? tabling.repeated->height : 0;
	flow->room_height -= repeated;
	if (table->body.n)
		flow_body(&tabling, (struct part){ &table->body, &table->body_cells,
			flow_element(flow, TAG_TBODY, tabling.element), in->strips, 0, NULL });
	flow->room_height += repeated;
	finish_strips(&tabling);
	if (!tabling.begun)
		return;
	in->strips->at[in->strips->n - 1].keep = block->style->keep_with_next;
	in->after = block->style->after;
}
