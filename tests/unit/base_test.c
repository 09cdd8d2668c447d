/* base/: numbers, dates, lengths, characters.  Ends with "N passed, N failed". */
#include <stdio.h>
#include <string.h>

#include "base/numeral.h"
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

/* 1 in is 72 pt and 2.54 cm. */
static void test_lengths(struct tally *tally, struct arena *arena)
{
	static const struct { const char *text; const char *value; } cases[] = {
		{ "1in", "72000" }, { "2.54cm", "72000" }, { "25.4mm", "72000" }, { "72pt", "72000" },
		{ "20.96pt", "20960" }, { "-3mm", "-8504" }, { "0", "0" }, { "2.5cm", "70866" },
		{ "1", "NULL" }, { "cm", "NULL" }, { "1 cm", "NULL" }, { "1e3pt", "NULL" },
		{ "99999999999999999999pt", "NULL" }, { "1001cm", "NULL" }, { "", "NULL" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		length value;

		same(tally, cases[i].text, cases[i].value, units_parse(cases[i].text, &value)
			? arena_printf(arena, "%d", value) : NULL);
	}
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

static void test_problems(struct tally *tally, struct arena *arena)
{
	struct problems problems = { .arena = arena };
	struct place place = { "a.xml", 3 };

	problem_report(&problems, PROBLEM_INDICATOR_DOUBLE, place, "i1", "2");
	problem_report(&problems, PROBLEM_INDICATOR_DOUBLE, place, "i1", "2");
	same(tally, "message", "indicator i1 has a score already, at line 2",
		problems.at[0].message);
	same(tally, "told once", "1", arena_printf(arena, "%d", problems.n));
}

int main(void)
{
	struct arena *arena = arena_open();
	struct tally tally = { 0, 0 };

	test_dates(&tally, arena);
	test_numerals(&tally, arena);
	test_lengths(&tally, arena);
	test_utf8(&tally, arena);
	test_problems(&tally, arena);
	arena_close(arena);
	printf("%d passed, %d failed\n", tally.passed, tally.failed);
	return tally.failed > 0;
}
