/*
 * base/: numbers, dates, lengths, characters, tables, files.  Arguments: the file of what
 * other programs say of numbers and dates, that of Windows-874, a folder to write in.
 * Ends with "N passed, N failed".
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/bytes.h"
#include "base/charset.h"
#include "base/csv.h"
#include "base/hundredths.h"
#include "base/kept.h"
#include "base/numeral.h"
#include "base/output.h"
#include "base/problem.h"
#include "base/units.h"
#include "base/utf8.h"

struct tally { int passed, failed; };

static void same(struct tally *tally, const char *what, const char *expected, const char *got)
{
	if (!strcmp(expected, got ? got : "NULL")) {
		tally->passed++;
		return;
	}
	tally->failed++;
	printf("%s: expected %s, got %s\n", what, expected, got ? got : "NULL");
}

/* Month names and leap years as the Royal Institute and the Gregorian rule have them. */
static void test_dates(struct tally *tally, struct arena *arena)
{
	static const struct { const char *date, *words; } cases[] = {
		{ "2564-10", "ตุลาคม ๒๕๖๔" }, { "2565-04-29", "๒๙ เมษายน ๒๕๖๕" },
		{ "2565", "๒๕๖๕" }, { "๒๕๖๕-๐๑", "มกราคม ๒๕๖๕" },
		{ "2567-02-29", "๒๙ กุมภาพันธ์ ๒๕๖๗" },		/* 2024 is a leap year */
		{ "2568-02-29", "NULL" }, { "2443-02-29", "NULL" },	/* 2025 and 1900 are none */
		{ "2565-13", "NULL" }, { "2565-04-31", "NULL" }, { "2022-04", "NULL" },
		{ "", "NULL" }, { "2565-4", "NULL" }, { "2565/04", "NULL" }, { "2565-04-", "NULL" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		same(tally, cases[i].date, cases[i].words, numeral_thai_date(arena, cases[i].date));
}

static void test_iso_dates(struct tally *tally, struct arena *arena)
{
	static const struct { const char *date, *iso; } cases[] = {
		{ "2565-04-29", "2022-04-29" }, { "๒๕๖๕-๑๐", "2022-10" }, { "2400", "1857" },
		{ "2565-13", "NULL" }, { "2022-04", "NULL" }, { "", "NULL" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		same(tally, cases[i].date, cases[i].iso, numeral_iso_date(arena, cases[i].date));
}

static void test_numerals(struct tally *tally, struct arena *arena)
{
	same(tally, "Thai", "๑๒๐", numeral_text(arena, 120, NUMERAL_THAI));
	same(tally, "Arabic", "120", numeral_text(arena, 120, NUMERAL_ARABIC));
	same(tally, "letter 1", "ก", numeral_text(arena, 1, NUMERAL_LETTER));
	same(tally, "letter 4", "ง", numeral_text(arena, 4, NUMERAL_LETTER));
	same(tally, "letter 41", "ฮ", numeral_text(arena, 41, NUMERAL_LETTER));
	same(tally, "letter 42", "กก", numeral_text(arena, 42, NUMERAL_LETTER));
	same(tally, "digits", "คะแนน ๙๕.๓๖ AA", numeral_thai_digits(arena, "คะแนน 95.36 AA"));
	same(tally, "back", "คะแนน 95.36 AA", numeral_ascii_digits(arena, "คะแนน ๙๕.๓๖ AA"));
}

static void test_fiscal_years(struct tally *tally, struct arena *arena)
{
	static const struct { const char *date, *year; } cases[] = {
		{ "2565-09", "2565" }, { "2565-09-30", "2565" }, { "2565-10-01", "2566" },
		{ "2565-12", "2566" }, { "2565-01", "2565" }, { "๒๕๖๕-๑๐", "2566" },
		{ "2565", "NULL" }, { "2565-13", "NULL" }, { "2999-10", "NULL" }, { "", "NULL" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		same(tally, cases[i].date, cases[i].year,
			numeral_fiscal_year(arena, cases[i].date));
	same(tally, "first day", "2565-10-01", numeral_fiscal_first_day(arena, "2566"));
	same(tally, "last day", "2566-09-30", numeral_fiscal_last_day(arena, "๒๕๖๖"));
	same(tally, "no year", "NULL", numeral_fiscal_first_day(arena, "2400"));
	same(tally, "no year", "NULL", numeral_fiscal_last_day(arena, "2565-10"));
	same(tally, "no year", "NULL", numeral_fiscal_last_day(arena, "99999999999999"));
}

/* The Gregorian rule again: 2567 is 2024, 2568 is none. */
static void test_shifts(struct tally *tally, struct arena *arena)
{
	static const struct { const char *date; int years; const char *shifted; } cases[] = {
		{ "2564-10", 1, "2565-10" }, { "2565-04-29", 2, "2567-04-29" },
		{ "2567-02-29", 1, "2568-02-28" }, { "2567-02-29", 4, "2571-02-29" },
		{ "2565", -1, "2564" }, { "๒๕๖๔-๐๑", 1, "๒๕๖๕-๐๑" }, { "2999-12", 1, "NULL" },
		{ "2400", -1, "NULL" }, { "2565-13", 1, "NULL" }, { "", 1, "NULL" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		same(tally, cases[i].date, cases[i].shifted,
			numeral_shift_years(arena, cases[i].date, cases[i].years));
}

/* เอ็ด: the Royal Society's อ่านอย่างไร และ เขียนอย่างไร, 16th edition, page 67. */
static void test_money(struct tally *tally, struct arena *arena)
{
	static const struct { const char *number, *words; } cases[] = {
		{ "1234.50", "หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์" }, { "100", "หนึ่งร้อยบาทถ้วน" },
		{ "0", "ศูนย์บาทถ้วน" }, { "0.00", "ศูนย์บาทถ้วน" }, { "0.25", "ยี่สิบห้าสตางค์" },
		{ "1.5", "หนึ่งบาทห้าสิบสตางค์" }, { "1.01", "หนึ่งบาทหนึ่งสตางค์" },
		{ "1.21", "หนึ่งบาทยี่สิบเอ็ดสตางค์" }, { "๑,๐๐๐.๗๕", "หนึ่งพันบาทเจ็ดสิบห้าสตางค์" },
		{ "007", "เจ็ดบาทถ้วน" }, { "1,000,000", "หนึ่งล้านบาทถ้วน" },
		{ "11", "สิบเอ็ดบาทถ้วน" }, { "21", "ยี่สิบเอ็ดบาทถ้วน" }, { "101", "หนึ่งร้อยเอ็ดบาทถ้วน" },
		{ "1001", "หนึ่งพันเอ็ดบาทถ้วน" }, { "2501", "สองพันห้าร้อยเอ็ดบาทถ้วน" },
		{ "501741221", "ห้าร้อยเอ็ดล้านเจ็ดแสนสี่หมื่นหนึ่งพันสองร้อยยี่สิบเอ็ดบาทถ้วน" },
		{ "11000000000000", "สิบเอ็ดล้านล้านบาทถ้วน" },
		{ "1000000000000000000000001", "หนึ่งล้านล้านล้านล้านเอ็ดบาทถ้วน" },
		{ "-1", "NULL" }, { "1.234", "NULL" }, { "1.", "NULL" }, { ".5", "NULL" },
		{ "", "NULL" }, { "-", "NULL" }, { "1,23", "NULL" }, { "1234,567", "NULL" },
		{ ",123", "NULL" },
		{ "1,2345", "NULL" }, { "1e9", "NULL" }, { "NaN", "NULL" }, { "12 บาท", "NULL" },
		{ " 1", "NULL" }, { "1.2.3", "NULL" }, { "--1", "NULL" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		same(tally, cases[i].number, cases[i].words, numeral_baht(arena, cases[i].number));
	same(tally, "group", "๑,๒๓๔.๕๐", numeral_grouped(arena, "1,234.50"));
	same(tally, "group", "๐.๕", numeral_grouped(arena, "000.5"));
	same(tally, "no number", "NULL", numeral_grouped(arena, "1,2"));
}

/* Does a million end with a one, but not with ten and more, as in 101?  There ICU has no เอ็ด. */
static bool has_one_behind_zero(const char *number)
{
	size_t n = strlen(number);

	for (size_t i = 1; i < n; i++)
		if ((n - 1 - i) % 6 == 0 && number[i] == '1' && number[i - 1] == '0')
			return true;
	return false;
}

static char *without_et(struct arena *arena, const char *words)
{
	static const char et[] = "เอ็ด";
	struct bytes text = { .arena = arena };
	const char *at;

	for (; (at = strstr(words, et)); words = at + strlen(et)) {
		bytes_add(&text, words, (size_t)(at - words));
		bytes_text(&text, "หนึ่ง");
	}
	bytes_text(&text, words);
	return text.at;
}

static void compare_spelling(struct tally *tally, struct arena *arena, char *field[])
{
	char *expected = arena_printf(arena, "%sบาทถ้วน", field[2]);
	char *got = numeral_baht(arena, field[1]);

	if (has_one_behind_zero(field[1]))
		same(tally, field[1], without_et(arena, expected), without_et(arena, got));
	else
		same(tally, field[1], expected, got);
}

static void compare(struct tally *tally, struct arena *arena, char *field[])
{
	if (!strcmp(field[0], "spell"))
		compare_spelling(tally, arena, field);
	else if (!strcmp(field[0], "group"))
		same(tally, field[1], field[2], numeral_grouped(arena, field[1]));
	else {
		same(tally, field[1], field[2], numeral_thai_date(arena, field[1]));
		same(tally, field[1], field[3], numeral_short_date(arena, field[1]));
	}
}

static void test_against_others(struct tally *tally, struct arena *arena, const char *path)
{
	char line[2048];
	FILE *file = fopen(path, "r");
	int rows = 0;

	while (file && fgets(line, sizeof line, file)) {
		char *field[4] = { strtok(line, "\t\n") };

		if (!field[0] || *field[0] == '#')
			continue;
		for (int i = 1; i < 4; i++)
			field[i] = strtok(NULL, "\t\n");
		compare(tally, arena, field);
		rows++;
	}
	if (file)
		fclose(file);
	printf("%s: %d rows\n", path, rows);
	tally->failed += !rows;
}

/* 1 in is 72 pt and 2.54 cm. */
static void test_lengths(struct tally *tally, struct arena *arena)
{
	static const struct { const char *text; const char *value; } cases[] = {
		{ "1in", "72000" }, { "2.54cm", "72000" }, { "25.4mm", "72000" },
		{ "72pt", "72000" }, { "20.96pt", "20960" }, { "-3mm", "-8504" },
		{ "0", "0" }, { "2.5cm", "70866" },
		{ "1", "NULL" }, { "cm", "NULL" }, { "1 cm", "NULL" }, { "1e3pt", "NULL" },
		{ "99999999999999999999pt", "NULL" }, { "1001cm", "NULL" }, { "", "NULL" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		length value;

		same(tally, cases[i].text, cases[i].value, units_parse(cases[i].text, &value)
			? arena_printf(arena, "%d", value) : NULL);
	}
}

static void test_thousandths(struct tally *tally, struct arena *arena)
{
	static const struct { int64_t thousandths; const char *text; } cases[] = {
		{ 0, "0" }, { 841890, "841.89" }, { 12345, "12.345" }, { 5, "0.005" },
		{ 1000, "1" }, { -1000, "-1" }, { -500, "-0.5" }, { -1050, "-1.05" },
		{ 2147483647, "2147483.647" }, { -14400000000, "-14400000" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bytes text = { .arena = arena };

		bytes_thousandths(&text, cases[i].thousandths);
		same(tally, "thousandths", cases[i].text, text.at);
	}
}

static void test_hundredths(struct tally *tally, struct arena *arena)
{
	static const struct { const char *text; const char *value; } cases[] = {
		{ "95.36", "9536" }, { "95.3", "9530" }, { "95", "9500" }, { "0", "0" },
		{ "0.00", "0" }, { "007", "700" }, { "100", "10000" }, { "100.00", "10000" },
		{ "100.01", "NULL" }, { "95.361", "NULL" }, { "95.", "NULL" }, { ".5", "NULL" },
		{ "", "NULL" }, { "-1", "NULL" }, { "+1", "NULL" }, { "1e1", "NULL" },
		{ "9,5", "NULL" }, { " 95", "NULL" }, { "95 ", "NULL" }, { "nan", "NULL" },
		{ "99999999999999999999", "NULL" }, { "0.0000000000000000000001", "NULL" },
	};
	hundredths value = -7;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		same(tally, cases[i].text, cases[i].value,
			hundredths_parse(cases[i].text, 10000, &value)
			? arena_printf(arena, "%d", value) : NULL);
	value = -7;
	hundredths_parse("1000000.00", HUNDREDTHS_MOST, &value);
	same(tally, "the most", "100000000", arena_printf(arena, "%d", value));
	hundredths_parse("1000000.01", INT32_MAX, &value);
	same(tally, "untouched", "100000000", arena_printf(arena, "%d", value));
}

/* Well-formed and ill-formed sequences of the Unicode Standard, table 3-7. */
static void test_utf8(struct tally *tally, struct arena *arena)
{
	static const struct { const char *bytes, *characters; } cases[] = {
		{ "A", "41 " }, { "\u0e01", "e01 " }, { "\U0001f600", "1f600 " },
		{ "\xc0\x80", "fffd fffd " }, { "\xed\xa0\x80", "fffd fffd fffd " },
		{ "\xe0\xb8", "fffd fffd " }, { "\xf5\x80", "fffd fffd " }, { "\x80", "fffd " },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *at = cases[i].bytes, *end = at + strlen(at);
		const char *characters = "";

		while (at < end)
			characters = arena_printf(arena, "%s%x ", characters,
				(unsigned)utf8_next(&at, end));
		same(tally, "UTF-8", cases[i].characters, characters);
	}
}

/* "41 e01 ", the characters of the bytes; "NULL" where they are no text. */
static const char *decoded(struct arena *arena, const char *from, size_t n)
{
	struct bytes bytes = { .arena = arena }, text = { .arena = arena };
	const char *at, *end, *characters = "";

	bytes_add(&bytes, from, n);
	if (!charset_decode(&bytes, &text))
		return "NULL";
	for (at = text.at, end = at + text.n; at < end;)
		characters = arena_printf(arena, "%s%x ", characters,
			(unsigned)utf8_next(&at, end));
	return characters;
}

/* A byte 0xa1 beside it, which is no UTF-8, so that it is not taken for ASCII. */
static void test_windows_874(struct tally *tally, struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "r");
	unsigned byte, character;
	char line[256];
	int rows = 0;

	for (; file && fgets(line, sizeof line, file); rows += *line != '#') {
		bool defined = sscanf(line, "%x\t%x", &byte, &character) == 2;
		char bytes[] = { '\xa1', (char)byte };

		if (*line != '#')
			same(tally, line, defined ? arena_printf(arena, "e01 %x ", character)
				: "NULL", decoded(arena, bytes, 2));
	}
	if (file)
		fclose(file);
	tally->failed += rows != 255;
}

/* The Unicode Standard, D91 (surrogate pairs) and D92 (the byte order mark of UTF-8). */
static void test_charsets(struct tally *tally, struct arena *arena)
{
	static const struct { const char *bytes; size_t n; const char *characters; } cases[] = {
		{ "", 0, "" }, { "A\xe0\xb8\x81", 4, "41 e01 " },
		{ "\xef\xbb\xbf" "A", 4, "41 " }, { "\xef\xbf\xbd", 3, "fffd " },
		{ "\xff\xfe" "A\0\x01\x0e", 6, "41 e01 " }, { "\xfe\xff\0A\x0e\x01", 6, "41 e01 " },
		{ "\xff\xfe\x3d\xd8\x00\xde", 6, "1f600 " },
		{ "\xff\xfe\x3d\xd8", 4, "NULL" }, { "\xff\xfe\x3d\xd8" "A\0", 6, "NULL" },
		{ "\xff\xfe\x00\xde", 4, "NULL" }, { "\xff\xfe" "A", 3, "NULL" },
		{ "A\0", 2, "NULL" }, { "\xff\xfe\0\0", 4, "NULL" }, { "\xff", 1, "NULL" },
		{ "\xe0\xb8", 2, "e40 e18 " },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		same(tally, "charset", cases[i].characters,
			decoded(arena, cases[i].bytes, cases[i].n));
}

/* "2:a|b " for each row: its line, its cells; ! before it where a quote is broken. */
static const char *rows_of(struct arena *arena, const char *text, char separator)
{
	struct csv csv = { text, separator, 1 };
	struct csv_row row = { .text.arena = arena };
	const char *rows = "";

	while (csv_next(&csv, &row)) {
		rows = arena_printf(arena, "%s%s%d:", rows, row.broken ? "!" : "", row.line);
		for (int i = 0; csv_cell(&row, i); i++)
			rows = arena_printf(arena, "%s%s%s", rows, i ? "|" : "", csv_cell(&row, i));
		rows = arena_printf(arena, "%s ", rows);
	}
	return rows;
}

/* RFC 4180, section 2, rules 1 to 7, and what breaks them. */
static void test_csv(struct tally *tally, struct arena *arena)
{
	static const struct { const char *text; char separator; const char *rows; } cases[] = {
		{ "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", ',', "1:aaa|bbb|ccc 2:zzz|yyy|xxx " },
		{ "aaa,bbb,ccc\r\nzzz,yyy,xxx", ',', "1:aaa|bbb|ccc 2:zzz|yyy|xxx " },
		{ "\"aaa\",\"b\r\nbb\",\"c,\"\r\nzzz", ',', "1:aaa|b\nbb|c, 3:zzz " },
		{ "\"aaa\",\"b\"\"bb\"", ',', "1:aaa|b\"bb " }, { "\"\",\"\"\"\"", ',', "1:|\" " },
		{ "a,b;c", ';', "1:a,b|c " }, { "a\tb", '\t', "1:a|b " }, { "a,", ',', "1:a| " },
		{ "a\rb\n\nc", ',', "1:a 2:b 3: 4:c " }, { "", ',', "" }, { "\n", ',', "1: " },
		{ "a \"b\"", ',', "1:a \"b\" " },
		{ "\"a\"b,c\nd", ',', "!1:ab|c 2:d " }, { "\"a,b\nc", ',', "!1:a,b\nc " },
		{ "\"", ',', "!1: " }, { "\"a\"\"", ',', "!1:a\" " },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		same(tally, cases[i].text, cases[i].rows,
			rows_of(arena, cases[i].text, cases[i].separator));
}

/* RFC 4180, section 2, rules 5 to 7, and what spreadsheets run. */
static void test_csv_quote(struct tally *tally, struct arena *arena)
{
	static const struct { const char *text, *cell; } cases[] = {
		{ "", "" }, { "a", "\"a\"" }, { "a,\nb", "\"a,\nb\"" }, { " a ", "\" a \"" },
		{ "\"", "\"\"\"\"" }, { "a\"\"b", "\"a\"\"\"\"b\"" }, { "1", "\"1\"" },
		{ "=1", "\"'=1\"" }, { "+\"", "\"'+\"\"\"" }, { "-", "\"'-\"" }, { "@", "\"'@\"" },
		{ "＝", "\"'＝\"" }, { "－1", "\"'－1\"" }, { "＋", "\"'＋\"" }, { "＠", "\"'＠\"" },
		{ "'", "\"''\"" }, { "\ta", "\"'\ta\"" }, { "\n", "\"'\n\"" }, { "\r", "\"'\r\"" },
		{ "a=", "\"a=\"" }, { "กข", "\"กข\"" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bytes cell = { .arena = arena };

		bytes_text(&cell, "");
		csv_quote(&cell, cases[i].text);
		same(tally, cases[i].text, cases[i].cell, cell.at);
	}
}

static const char *content_of(struct arena *arena, const char *path)
{
	struct bytes bytes = { .arena = arena };

	return bytes_read(&bytes, path) ? "NULL" : bytes.at;
}

/* The name is taken while the file is written: what took it stays. */
static void test_output(struct tally *tally, struct arena *arena, const char *folder)
{
	const char *path = arena_printf(arena, "%s/base_test_output", folder);
	struct output *output = output_create(arena, path);
	FILE *other = fopen(path, "w");

	fputs("theirs", other);
	fclose(other);
	output_add(output, "ours", 4);
	output_close(output, true);
	same(tally, "taken", strerror(EEXIST), strerror(output_error(output)));
	same(tally, "taken", "theirs", content_of(arena, path));
	unlink(path);
	output = output_create(arena, path);
	output_add(output, "ours", 4);
	output_close(output, false);
	same(tally, "not complete", "NULL", content_of(arena, path));
	output = output_create(arena, path);
	output_add(output, "ours", 4);
	output_close(output, true);
	same(tally, "complete", "ours", content_of(arena, path));
	unlink(path);
}

static void test_problems(struct tally *tally, struct arena *arena)
{
	struct problems problems = { .arena = arena };
	struct place place = { "a.xml", 3 };

	problem_report(&problems, PROBLEM_INDICATOR_DOUBLE, place, "i1", "2");
	problem_report(&problems, PROBLEM_INDICATOR_DOUBLE, place, "i1", "2");
	same(tally, "message", "indicator i1 has a score already, at line 2; delete one of them",
		problems.at[0].message);
	same(tally, "told once", "1", arena_printf(arena, "%d", problems.n));
}

/* With room for three all are forgotten when a fourth is looked for. */
static void test_kept(struct tally *tally, struct arena *arena)
{
	static const char *const keys[] = { "a", "b", "b", "", "a", "b", "a" };
	struct kept *kept = kept_open(arena, 3);
	const char *found = "";

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		kept_bound(kept);
		void **value = kept_find(kept, keys[i], strlen(keys[i]));
		found = arena_printf(arena, "%s%s ", found, *value ? (char *)*value : "new");
		*value = arena_text(kept_arena(kept), keys[i]);
	}
	same(tally, "kept", "new new b new new new a ", found);
}

int main(int n, char **arguments)
{
	struct arena *arena = arena_open();
	struct tally tally = { 0, 0 };

	if (n < 4)
		return 2;

	test_dates(&tally, arena);
	test_iso_dates(&tally, arena);
	test_fiscal_years(&tally, arena);
	test_shifts(&tally, arena);
	test_money(&tally, arena);
	test_against_others(&tally, arena, arguments[1]);
	test_numerals(&tally, arena);
	test_lengths(&tally, arena);
	test_thousandths(&tally, arena);
	test_hundredths(&tally, arena);
	test_utf8(&tally, arena);
	test_windows_874(&tally, arena, arguments[2]);
	test_charsets(&tally, arena);
	test_csv(&tally, arena);
	test_csv_quote(&tally, arena);
	test_output(&tally, arena, arguments[3]);
	test_problems(&tally, arena);
	test_kept(&tally, arena);
	arena_close(arena);
	printf("%d passed, %d failed\n", tally.passed, tally.failed);
	return tally.failed > 0;
}
