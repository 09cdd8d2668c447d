#include "base/csv.h"

#include <string.h>

enum { CELLS_MOST = 1000 };

static bool at_line_end(const char *at)
{
	return *at == '\n' || *at == '\r';
}

/* Past one end of a line, if there is one. */
static void pass_line_end(struct csv *csv)
{
	if (!at_line_end(csv->at))
		return;
	csv->at += csv->at[0] == '\r' && csv->at[1] == '\n' ? 2 : 1;
	csv->line++;
}

static bool at_cell_end(const struct csv *csv)
{
	return !*csv->at || *csv->at == csv->separator || at_line_end(csv->at);
}

/* One character of a cell in quotes; line ends become LF. */
static void read_quoted(struct csv *csv, struct bytes *text)
{
	if (at_line_end(csv->at)) {
		pass_line_end(csv);
		bytes_text(text, "\n");
		return;
	}
	bytes_add(text, csv->at, 1);
	csv->at += *csv->at == '"' ? 2 : 1;
}

static bool read_quotes(struct csv *csv, struct bytes *text)
{
	for (csv->at++; *csv->at && (csv->at[0] != '"' || csv->at[1] == '"');)
		read_quoted(csv, text);
	if (!*csv->at)
		return false;
	csv->at++;
	return at_cell_end(csv);
}

static void read_cell(struct csv *csv, struct csv_row *row)
{
	size_t n;

	if (row->cells.n < CELLS_MOST)
		*list_add(row->text.arena, &row->cells) = row->text.n;
	if (*csv->at == '"')
		row->broken |= !read_quotes(csv, &row->text);
	for (n = 0; !at_cell_end(csv); n++)
		csv->at++;
	bytes_add(&row->text, csv->at - n, n);
	bytes_add(&row->text, "", 1);
}

bool csv_next(struct csv *csv, struct csv_row *row)
{
	row->text.n = 0;
	row->cells.n = 0;
	row->broken = false;
	row->line = csv->line;
	if (!*csv->at)
		return false;
	read_cell(csv, row);
	while (*csv->at && *csv->at == csv->separator) {
		csv->at++;
		read_cell(csv, row);
	}
	pass_line_end(csv);
	return true;
}

const char *csv_cell(const struct csv_row *row, int i)
{
	return i < row->cells.n ? row->text.at + row->cells.at[i] : NULL;
}

static bool begins_formula(const char *text)
{
	static const char wide[][sizeof "＝"] = { "＝", "＋", "－", "＠" };

	if (strchr("=+-@'\t\n\r", *text))
		return true;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (!strncmp(text, wide[i], sizeof wide[i] - 1))
			return true;
	return false;
}

void csv_quote(struct bytes *row, const char *text)
{
	const char *quote;

	if (!*text)
		return;
	bytes_text(row, begins_formula(text) ? "\"'" : "\"");
	for (; (quote = strchr(text, '"')); text = quote + 1) {
		bytes_add(row, text, (size_t)(quote - text));
		bytes_text(row, "\"\"");
	}
	bytes_text(row, text);
	bytes_text(row, "\"");
}
