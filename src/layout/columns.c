#include "layout/measure.h"

/* The columns of a table while their widths are found; all arrays are by column. */
struct sizing {
	struct flow *flow;
	const struct table *table;
	int n;
	length *widths;			/* as the document says; 0: open, to be found */
	length *least, *most;		/* of the open ones, as their content asks; others 0 */
};

/* Columns side by side. */
struct range { int first, n; };

static struct extent measure_cell(const struct sizing *sizing, const struct cell *cell)
{
	struct extent extent = measure_blocks(sizing->flow, cell->first);

	extent.least += 2 * cell->style->padding_x;
	extent.most += 2 * cell->style->padding_x;
	return extent;
}

/* Adds extra to the open columns by their weight, or evenly, to the last thousandth. */
static void add_shared(const struct sizing *sizing, struct range range, int64_t extra,
	const length *weights, length *to)
{
	int64_t total = 0, sum = 0, given = 0;
	int open = 0, nth = 0, end = range.first + range.n;

	for (int i = range.first; i < end; i++) {
		total += sizing->widths[i] ? 0 : weights[i];
		open += !sizing->widths[i];
	}
	for (int i = range.first; i < end; i++) {
		int64_t upto;

		if (sizing->widths[i])
			continue;
		sum += weights[i];
		nth++;
		upto = total ? extra * sum / total : extra * nth / open;
		to[i] += (length)(upto - given);
		given = upto;
	}
}

static bool has_open(const struct sizing *sizing, const struct cell *cell)
{
	for (int i = cell->column; i < cell->column + cell->columns; i++)
		if (!sizing->widths[i])
			return true;
	return false;
}

static void raise(length *at, length value)
{
	if (*at < value)
		*at = value;
}

static void ask_single(struct sizing *sizing, const struct cells *cells)
{
	for (int i = 0; i < cells->n; i++) {
		const struct cell *cell = &cells->at[i];
		struct extent extent;

		if (cell->columns > 1 || !has_open(sizing, cell))
			continue;
		extent = measure_cell(sizing, cell);
		raise(&sizing->least[cell->column], extent.least);
		raise(&sizing->most[cell->column], extent.most);
	}
}

/* What a cell needs more than its columns have together, they share by what they would like. */
static void ask_spanning(struct sizing *sizing, const struct cells *cells)
{
	for (int i = 0; i < cells->n; i++) {
		const struct cell *cell = &cells->at[i];
		struct range range = { cell->column, cell->columns };
		struct extent extent;
		int64_t least = 0, most = 0;

		if (cell->columns == 1 || !has_open(sizing, cell))
			continue;
		extent = measure_cell(sizing, cell);
		for (int k = cell->column; k < cell->column + cell->columns; k++) {
			least += sizing->widths[k] + sizing->least[k];
			most += sizing->widths[k] + sizing->most[k];
		}
		if (extent.most > most)
			add_shared(sizing, range, extent.most - most, sizing->most, sizing->most);
		if (extent.least > least)
			add_shared(sizing, range, extent.least - least, sizing->most,
				sizing->least);
	}
}

static void ask_content(struct sizing *sizing)
{
	const struct table *table = sizing->table;

	ask_single(sizing, &table->head_cells);
	ask_single(sizing, &table->later_head_cells);
	ask_single(sizing, &table->body_cells);
	ask_spanning(sizing, &table->head_cells);
	ask_spanning(sizing, &table->later_head_cells);
	ask_spanning(sizing, &table->body_cells);
	for (int i = 0; i < sizing->n; i++)
		raise(&sizing->most[i], sizing->least[i]);
}

static length *new_lengths(struct flow *flow, int n)
{
	return arena_alloc(flow->passing, (size_t)(n + 1) * sizeof(length));
}

/* The share of a table whose width is not known yet is open too. */
static struct sizing begin(struct flow *flow, const struct table *table, length width)
{
	struct sizing sizing = { flow, table, table->columns.n, new_lengths(flow, table->columns.n),
		new_lengths(flow, table->columns.n), new_lengths(flow, table->columns.n) };

	for (int i = 0; i < sizing.n; i++) {
		const struct column *column = &table->columns.at[i];

		sizing.widths[i] = column->share && width > 0
			? units_scale(width, column->share, 100000) : column->width;
	}
	return sizing;
}

static int64_t sum(const length *lengths, int n)
{
	int64_t all = 0;

	for (int i = 0; i < n; i++)
		all += lengths[i];
	return all;
}

/* The open columns' widths in room: CSS 2.1, 17.5.2.2. */
static void share_room(const struct sizing *sizing, int64_t room, length *widths)
{
	int64_t least = sum(sizing->least, sizing->n), most = sum(sizing->most, sizing->n);
	length *growth = new_lengths(sizing->flow, sizing->n);
	struct range all = { 0, sizing->n };

	if (room <= least) {
		add_shared(sizing, all, room, sizing->least, widths);
		return;
	}
	for (int i = 0; i < sizing->n; i++) {
		widths[i] += most <= room ? sizing->most[i] : sizing->least[i];
		growth[i] = sizing->most[i] - sizing->least[i];
	}
	if (most <= room)
		add_shared(sizing, all, room - most, sizing->most, widths);
	else
		add_shared(sizing, all, room - least, growth, widths);
}

static void narrow(const struct sizing *sizing, const struct block *block, length room,
	length *widths)
{
	struct problems *problems = sizing->flow->problems;
	int64_t wanted = 0, sofar = 0, given = 0;

	for (int i = 0; i < sizing->n; i++)
		wanted += widths[i] = sizing->widths[i] + sizing->least[i];
	for (int i = 0; i < sizing->n; i++) {
		int64_t upto;

		sofar += widths[i];
		upto = room * sofar / wanted;
		widths[i] = (length)(upto - given);
		given = upto;
	}
	if (wanted - room > PT(1))
		problem_report(problems, PROBLEM_TABLE_WIDE, block->place,
			arena_printf(problems->arena, "%d.%d", (int)((wanted - room) / 1000),
				(int)((wanted - room) % 1000 / 100)));
}

length *columns_find_edges(struct flow *flow, const struct block *block, length width)
{
	length room = width > 0 ? width : 0;
	struct sizing sizing = begin(flow, block->table, room);
	length *edges = new_lengths(flow, sizing.n), *widths = edges + 1;
	int64_t rest = room - sum(sizing.widths, sizing.n);
	int open = 0;

	for (int i = 0; i < sizing.n; i++) {
		open += !sizing.widths[i];
		widths[i] = sizing.widths[i];
	}
	if (open)
		ask_content(&sizing);
	if (rest < 0 || (open && !rest && sum(sizing.least, sizing.n)))
		narrow(&sizing, block, room, widths);
	else if (open)
		share_room(&sizing, rest, widths);
	for (int i = 1; i <= sizing.n; i++)
		edges[i] += edges[i - 1];
	return edges;
}

struct extent measure_table(struct flow *flow, const struct block *block)
{
	struct sizing sizing = begin(flow, block->table, 0);
	struct extent caption = measure_blocks(flow, block->first);
	int64_t declared = sum(sizing.widths, sizing.n), least, most;

	ask_content(&sizing);
	least = declared + sum(sizing.least, sizing.n);
	most = declared + sum(sizing.most, sizing.n);
	least = least > caption.least ? least : caption.least;
	most = most > caption.most ? most : caption.most;
	return (struct extent){ (length)(least < LENGTH_MAX ? least : LENGTH_MAX),
		(length)(most < LENGTH_MAX ? most : LENGTH_MAX) };
}
