#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "doc/reader.h"
#include "model/source.h"

/* One head or body while its cells find their places. */
struct grid {
	struct reader *reader;
	struct rows *rows;
	struct cells *cells;
	int last_row[LIMIT_TABLE_COLUMNS];	/* by column: taken from above; or -1 */
	int bands;			/* rows so far of one cell that spans columns */
};

static void read_column(struct reader *reader, struct table *table, xmlNode *node)
{
	struct column *column = list_add(reader->arena, &table->columns);
	const char *width = reader_attribute(reader, node, "width");
	size_t n = width ? strlen(width) : 0;
	length value;

	if (!width)
		return;
	if (n && width[n - 1] == '%' && units_parse(arena_printf(reader->arena, "%.*spt",
			(int)n - 1, width), &value) && value > 0 && value <= 100000)
		column->share = value;
	else if (units_parse(width, &value) && value > 0)
		column->width = value;
	else
		problem_report(reader->problems, PROBLEM_STYLE_VALUE, source_place(node), width,
			"width");
}

static int find_free(const struct grid *grid, int row, int column)
{
	while (column < LIMIT_TABLE_COLUMNS && grid->last_row[column] >= row)
		column++;
	return column;
}

/* A cell from a row above may stand in the way. */
static void cut_overlap(struct grid *grid, struct cell *cell)
{
	int n = 1;

	while (n < cell->columns && grid->last_row[cell->column + n] < cell->row)
		n++;
	if (n < cell->columns)
		problem_report(grid->reader->problems, PROBLEM_TABLE_OVERLAP, cell->place, "");
	cell->columns = n;
}

static void take(struct grid *grid, const struct cell *cell)
{
	for (int i = cell->column; i < cell->column + cell->columns; i++)
		grid->last_row[i] = cell->row + cell->rows - 1;
}

static void report_columns(struct reader *reader, const xmlNode *node)
{
	problem_report(reader->problems, PROBLEM_TABLE_SPAN, source_place(node),
		N_("last column"));
}

/* What has no column of its own stands in the last cell there is. */
static void read_surplus(struct grid *grid, xmlNode *node)
{
	struct cell *last = &grid->cells->at[grid->cells->n - 1];
	struct block **end = &last->first;

	report_columns(grid->reader, node);
	while (*end)
		end = &(*end)->next;
	*end = reader_blocks(grid->reader, node, last->style);
}

static void read_cell(struct grid *grid, xmlNode *node, int *column)
{
	struct reader *reader = grid->reader;
	struct cell *cell;
	int at = find_free(grid, grid->rows->n - 1, *column);

	if (at == LIMIT_TABLE_COLUMNS) {
		read_surplus(grid, node);
		return;
	}
	cell = list_add(reader->arena, grid->cells);
	cell->style = reader_style(reader, node);
	cell->row = grid->rows->n - 1;
	cell->column = at;
	cell->rows = reader_number(reader, node, "rowspan", 1, 1);
	cell->columns = reader_number(reader, node, "colspan", 1, 1);
	cell->head = source_is(node, "th");
	cell->place = source_place(node);
	cell->first = reader_blocks(reader, node, cell->style);
	if (cell->columns > LIMIT_TABLE_COLUMNS - at) {
		report_columns(reader, node);
		cell->columns = LIMIT_TABLE_COLUMNS - at;
	}
	cut_overlap(grid, cell);
	take(grid, cell);
	reader_mark_number(reader, node, "column", at);
	*column = at + cell->columns;
}

/* A row of one cell over several columns is about the rows below it. */
static void mark_band(struct grid *grid, xmlNode *row)
{
	xmlNode *first = xmlFirstElementChild(row);

	grid->bands += first && !xmlNextElementSibling(first)
		&& grid->cells->at[grid->cells->n - 1].columns > 1;
	if (grid->bands)
		reader_mark_number(grid->reader, row, "band", grid->bands);
}

static void read_row(struct grid *grid, xmlNode *node)
{
	struct row *row = list_add(grid->reader->arena, grid->rows);
	const char *class = reader_attribute(grid->reader, node, "class");
	int column = 0;

	row->place = source_place(node);
	if (class) {
		const struct style *style = reader_style(grid->reader, node);
		row->keep_with_next = style->keep_with_next;
		row->keep_together = style->keep_together;
	}
	for (xmlNode *child = xmlFirstElementChild(node); child;
			child = xmlNextElementSibling(child))
		read_cell(grid, child, &column);
	mark_band(grid, node);
}

/* Spans that reach below the last row end there. */
static void cut_rows(struct reader *reader, const struct rows *rows, struct cells *cells)
{
	for (int i = 0; i < cells->n; i++) {
		struct cell *cell = &cells->at[i];

		if (cell->rows <= rows->n - cell->row)
			continue;
		problem_report(reader->problems, PROBLEM_TABLE_SPAN, cell->place,
			N_("last row"));
		cell->rows = rows->n - cell->row;
	}
}

static void read_rows(struct reader *reader, xmlNode *node, struct rows *rows, struct cells *cells)
{
	struct grid *grid = arena_new(reader->arena, struct grid);

	grid->reader = reader;
	grid->rows = rows;
	grid->cells = cells;
	for (int i = 0; i < LIMIT_TABLE_COLUMNS; i++)
		grid->last_row[i] = -1;
	for (xmlNode *child = xmlFirstElementChild(node); child;
			child = xmlNextElementSibling(child))
		read_row(grid, child);
	cut_rows(reader, rows, cells);
}

/* Where the columns are listed, cells that reach past them are cut; else they make columns. */
static void fit_columns(struct reader *reader, struct table *table, struct cells *cells, int listed)
{
	int n = 0;

	for (int i = 0; i < cells->n; i++) {
		struct cell *cell = &cells->at[i];
		int end = cell->column + cell->columns;

		if (listed && end > listed) {
			problem_report(reader->problems, PROBLEM_TABLE_SPAN, cell->place,
				N_("last column"));
			cell->columns = listed > cell->column ? listed - cell->column : 1;
			end = cell->column + cell->columns;
		}
		n = end > n ? end : n;
	}
	while (table->columns.n < n)
		list_add(reader->arena, &table->columns);
}

static void read_part(struct reader *reader, struct table *table, xmlNode *node)
{
	const char *pages = reader_attribute(reader, node, "pages");

	if (source_is(node, "col"))
		read_column(reader, table, node);
	else if (source_is(node, "tbody"))
		read_rows(reader, node, &table->body, &table->body_cells);
	else if (source_is(node, "thead") && pages && !strcmp(pages, "later"))
		read_rows(reader, node, &table->later_head, &table->later_head_cells);
	else if (source_is(node, "thead"))
		read_rows(reader, node, &table->head, &table->head_cells);
}

struct table *table_read(struct reader *reader, xmlNode *node)
{
	struct table *table = arena_new(reader->arena, struct table);
	int listed;

	for (xmlNode *child = xmlFirstElementChild(node); child;
			child = xmlNextElementSibling(child))
		read_part(reader, table, child);
	listed = table->columns.n;
	fit_columns(reader, table, &table->head_cells, listed);
	fit_columns(reader, table, &table->later_head_cells, listed);
	fit_columns(reader, table, &table->body_cells, listed);
	return table;
}
