#include "model/scores.h"

#include <ctype.h>
#include <string.h>

#include "base/charset.h"
#include "base/csv.h"
#include "base/limits.h"
#include "base/numeral.h"
#include "base/utf8.h"
#include "model/source.h"

/* What a column says; the first three of the indicator, the surest first. */
enum column { COLUMN_ID, COLUMN_TITLE, COLUMN_NUMBER, COLUMN_SCORE, COLUMNS };

static const struct { enum column column; const char *name; } names[] = {
	{ COLUMN_ID, "id" }, { COLUMN_ID, "รหัส" }, { COLUMN_ID, "รหัสตัวชี้วัด" },
	{ COLUMN_TITLE, "indicator" }, { COLUMN_TITLE, "title" }, { COLUMN_TITLE, "name" },
	{ COLUMN_TITLE, "ตัวชี้วัด" }, { COLUMN_TITLE, "ชื่อตัวชี้วัด" },
	{ COLUMN_NUMBER, "no" }, { COLUMN_NUMBER, "no." }, { COLUMN_NUMBER, "number" },
	{ COLUMN_NUMBER, "ที่" }, { COLUMN_NUMBER, "ลำดับ" }, { COLUMN_NUMBER, "ลำดับที่" },
	{ COLUMN_NUMBER, "ข้อ" }, { COLUMN_NUMBER, "ตัวชี้วัดที่" },
	{ COLUMN_SCORE, "score" }, { COLUMN_SCORE, "คะแนน" }, { COLUMN_SCORE, "ผลคะแนน" },
	{ COLUMN_SCORE, "คะแนนที่ได้" },
};

struct table {
	struct arena *arena;
	const char *path;
	const struct scheme *scheme;
	const char *const *titles;
	struct csv csv;
	struct csv_row row;
	int at[COLUMNS];		/* of the columns; -1 where there is none */
	int header;			/* the line that names them */
	const char **scores;		/* by indicator, as in scores.h */
	int *lines;			/* of each indicator's row; 0 until there is one */
	struct problems *problems;
};

static struct place row_place(const struct table *table)
{
	return (struct place){ table->path, table->row.line };
}

/* Without any white space, also the no-break space: names are compared so. */
static const char *without_space(struct arena *arena, const char *text)
{
	struct bytes bare = { .arena = arena };
	const char *end = text + strlen(text);

	bytes_text(&bare, "");
	while (text < end) {
		const char *start = text;
		uint32_t character = utf8_next(&text, end);

		if (character != ' ' && character != 0xa0 && !(character >= '\t'
				&& character <= '\r'))
			bytes_add(&bare, start, (size_t)(text - start));
	}
	return bare.at;
}

/* ASCII letters either way. */
static bool same_name(const char *one, const char *other)
{
	while (*one && tolower((unsigned char)*one) == tolower((unsigned char)*other)) {
		one++;
		other++;
	}
	return !*one && !*other;
}

/* The row's cell in that column; "" where there is no such column or cell. */
static const char *cell(const struct table *table, enum column column)
{
	int i = table->at[column];
	const char *text = i < 0 ? NULL : csv_cell(&table->row, i);

	return text ? without_space(table->arena, text) : "";
}

static void find_columns(struct table *table)
{
	const char *text;

	for (int i = 0; i < COLUMNS; i++)
		table->at[i] = -1;
	for (int i = 0; (text = csv_cell(&table->row, i)); i++) {
		text = without_space(table->arena, text);
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			if (same_name(text, names[k].name) && table->at[names[k].column] < 0)
				table->at[names[k].column] = i;
	}
}

static bool has_columns(const struct table *table)
{
	return table->at[COLUMN_SCORE] >= 0 && (table->at[COLUMN_ID] >= 0
		|| table->at[COLUMN_TITLE] >= 0 || table->at[COLUMN_NUMBER] >= 0);
}

/* To the row below the columns' names, with the separator with which there are such. */
static bool find_header(struct table *table, const char *text)
{
	static const char separators[] = "\t,;";

	for (const char *separator = separators; *separator; separator++) {
		table->csv = (struct csv){ text, *separator, 1 };
		while (csv_next(&table->csv, &table->row)) {
			find_columns(table);
			table->header = table->row.line;
			if (has_columns(table))
				return true;
		}
	}
	return false;
}

static int find_title(const struct table *table, const char *text)
{
	for (int i = 0; i < table->scheme->indicators.n; i++)
		if (!strcmp(text, without_space(table->arena, table->titles[i]))
				|| !strcmp(text, without_space(table->arena,
					table->scheme->indicators.at[i].title)))
			return i;
	return -1;
}

static int find_id(const struct table *table, const char *text)
{
	for (int i = 0; i < table->scheme->indicators.n; i++)
		if (same_name(text, table->scheme->indicators.at[i].id))
			return i;
	return -1;
}

static const char *pass(const char *text, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(text, prefix, n) ? text : text + n;
}

/* Index of the indicator that a cell tells, without white space and digits ASCII; or -1. */
static int find_indicator(const struct table *table, const char *text)
{
	int number = 0, i = find_id(table, text);

	if (i < 0)
		i = find_title(table, text);
	text = pass(pass(text, "ตัวชี้วัด"), "ที่");
	for (; *text >= '0' && *text <= '9' && number < 1000; text++)
		number = 10 * number + *text - '0';
	text += strspn(text, ".):");
	if (i < 0 && *text)
		i = find_title(table, text);
	if (i < 0 && !*text && number >= 1 && number <= table->scheme->indicators.n)
		i = number - 1;
	return i;
}

static bool is_blank(const struct table *table)
{
	const char *text;

	for (int i = 0; (text = csv_cell(&table->row, i)); i++)
		if (*without_space(table->arena, text))
			return false;
	return true;
}

static void report_open(const struct table *table, int indicator)
{
	const struct indicator *of = &table->scheme->indicators.at[indicator];

	problem_report(table->problems, PROBLEM_SCORE_OPEN, row_place(table), of->id, of->title);
}

static void read_score(struct table *table, int indicator)
{
	const char *text = numeral_ascii_digits(table->arena, cell(table, COLUMN_SCORE));
	const char *id = table->scheme->indicators.at[indicator].id;

	if (table->lines[indicator]) {
		problem_report(table->problems, PROBLEM_INDICATOR_DOUBLE, row_place(table), id,
			arena_printf(table->arena, "%d", table->lines[indicator]));
		return;
	}
	table->lines[indicator] = table->row.line;
	if (table->at[COLUMN_SCORE] >= table->row.cells.n)
		problem_report(table->problems, PROBLEM_SCORES_SHORT, row_place(table), id);
	else if (!*text)
		report_open(table, indicator);
	else if (scheme_parse_score(table->arena, text) < 0)
		problem_report(table->problems, PROBLEM_SCORE_RANGE, row_place(table), text);
	else
		table->scores[indicator] = text;
}

static void read_row(struct table *table)
{
	const char *text = "";
	int indicator;

	if (table->row.broken)
		problem_report(table->problems, PROBLEM_SCORES_QUOTE, row_place(table), "");
	if (table->row.broken || is_blank(table))
		return;
	for (int i = COLUMN_ID; i < COLUMN_SCORE && !*text; i++)
		text = cell(table, (enum column)i);
	indicator = find_indicator(table, numeral_ascii_digits(table->arena, text));
	if (indicator < 0)
		problem_report(table->problems, PROBLEM_INDICATOR_UNKNOWN, row_place(table),
			*text ? text : "\"\"", table->scheme->id);
	else
		read_score(table, indicator);
}

static void report_missing(const struct table *table)
{
	for (int i = 0; i < table->scheme->indicators.n; i++)
		if (!table->lines[i])
			problem_report(table->problems, PROBLEM_INDICATOR_MISSING,
				((struct place){ table->path, table->header }),
				table->scheme->indicators.at[i].id,
				table->scheme->indicators.at[i].title);
}

/* The file as UTF-8; NULL after a problem. */
static const char *read_text(struct arena *arena, const char *path, struct problems *problems)
{
	struct bytes bytes = { .arena = arena }, text = { .arena = arena };
	struct place place = { path, 0 };

	if (!source_read_bytes(&bytes, path, place, problems))
		return NULL;
	if (bytes.n > LIMIT_SCORES_BYTES) {
		problem_report(problems, PROBLEM_FILE_MISSING, place, phrase(arena,
			N_("it has more than {1} MiB"),
			arena_printf(arena, "%d", LIMIT_SCORES_BYTES >> 20)));
		return NULL;
	}
	if (charset_decode(&bytes, &text))
		return text.at;
	problem_report(problems, PROBLEM_SCORES_ENCODING, place, "");
	return NULL;
}

const char **scores_read(struct arena *arena, const char *path, const struct scheme *scheme,
	const char *const *titles, struct problems *problems)
{
	size_t n = (size_t)scheme->indicators.n;
	struct table table = { .arena = arena, .path = path, .scheme = scheme, .titles = titles,
		.row.text.arena = arena, .problems = problems,
		.scores = arena_alloc(arena, n * sizeof *table.scores),
		.lines = arena_alloc(arena, n * sizeof *table.lines) };
	const char *text = read_text(arena, path, problems);

	if (text && !find_header(&table, text))
		problem_report(problems, PROBLEM_SCORES_COLUMNS, ((struct place){ path, 1 }), "");
	else if (text) {
		while (csv_next(&table.csv, &table.row))
			read_row(&table);
		report_missing(&table);
	}
	return table.scores;
}
