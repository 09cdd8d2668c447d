/*
 * Mistyped text.  Arguments: a file of cases, a file of correct words, one a
 * line, and rounds of random text.  Ends with "N passed, N failed".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/compose.h"
#include "text/thai_cell.h"
#include "text/typing.h"

enum { LINE_LENGTH = 4096, RANDOM_MOST = 120 };

struct tally { int passed, failed; };

/* What typing_check() says of a text alone on its line. */
static void check_text_in(const char *text, const char *language, struct problems *problems)
{
	struct span span = { .kind = SPAN_TEXT, .text = text, .lang = language,
		.place = { "a.xml", 1 } };
	struct block block = { .kind = BLOCK_PARAGRAPH, .spans = { &span, 1, 1 } };
	struct sequence sequence = { .first = &block };
	struct doc doc = { .language = "th", .sequences = { &sequence, 1, 1 } };

	typing_check(&doc, problems);
}

static void check_text(const char *text, struct problems *problems)
{
	check_text_in(text, NULL, problems);
}

/* Other languages in Thai letters have rules of their own; English ones their numbers. */
static void test_languages(struct tally *tally)
{
	static const struct { const char *language, *text; int told; } cases[] = {
		{ "th", "ก่ิ ๑ 2", 2 }, { "th-TH", "ก่ิ ๑ 2", 2 }, { "pi", "ก่ิ ๑ 2", 0 },
		{ "en", "ก่ิ ๑ 2", 0 }, { "pi", "cafe\u0301 ก\u200cข", 2 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *arena = arena_open();
		struct problems problems = { .arena = arena };

		check_text_in(cases[i].text, cases[i].language, &problems);
		tally->passed += problems.n == cases[i].told;
		tally->failed += problems.n != cases[i].told;
		if (problems.n != cases[i].told)
			printf("%s: %d told\n", cases[i].language, problems.n);
		arena_close(arena);
	}
}

/* A copy with each {U+1234} turned into its character. */
static char *unescape(struct arena *arena, const char *text)
{
	struct bytes bytes = { .arena = arena };

	bytes_text(&bytes, "");
	while (*text) {
		char character[4], *end;

		if (strncmp(text, "{U+", 3)) {
			bytes_add(&bytes, text++, 1);
			continue;
		}
		bytes_add(&bytes, character, (size_t)utf8_write(
			(uint32_t)strtoul(text + 3, &end, 16), character));
		text = *end ? end + 1 : end;
	}
	return bytes.at;
}

/* "KIND meant KIND meant ..." of all that was told. */
static const char *told(struct arena *arena, const struct problems *problems)
{
	struct bytes bytes = { .arena = arena };

	bytes_text(&bytes, "");
	for (int i = 0; i < problems->n; i++) {
		const char *meant = strstr(problems->at[i].message, "probably \"");
		size_t n;

		meant = meant ? meant + strlen("probably \"") : "\"";
		n = strlen(meant) - strlen(strrchr(meant, '"'));
		bytes_printf(&bytes, "%s%s\t%.*s", i ? "\t" : "",
			problem_name(problems->at[i].kind), (int)n, meant);
	}
	return bytes.at;
}

static void test_case(struct tally *tally, char *line)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	char *expected = strchr(line, '\t');
	const char *got;

	if (expected)
		*expected++ = '\0';
	expected = unescape(arena, expected ? expected : "");
	check_text(unescape(arena, line), &problems);
	got = told(arena, &problems);
	if (!strcmp(expected, got)) {
		tally->passed++;
	} else {
		tally->failed++;
		printf("%s\n  expected %s\n  got      %s\n", line, expected, got);
	}
	arena_close(arena);
}

static void test_word(struct tally *tally, char *line)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };

	check_text(line, &problems);
	tally->passed += !problems.n;
	tally->failed += problems.n > 0;
	for (int i = 0; i < problems.n; i++)
		printf("%s: %s\n", line, problems.at[i].message);
	arena_close(arena);
}

/* A copy with the first "from" turned into "to"; NULL if there is none. */
static char *corrupt(struct arena *arena, const char *word, const char *from, const char *to)
{
	const char *at = strstr(word, from);

	return at ? arena_printf(arena, "%.*s%s%s", (int)(at - word), word, to, at + strlen(from))
		: NULL;
}

/* Is one slip told, of this kind, and what was meant the word, or a piece of a long one? */
static bool is_mended(struct arena *arena, const char *typed, const char *kind, const char *word)
{
	struct problems problems = { .arena = arena };
	const char *got, *meant;

	check_text(typed, &problems);
	got = told(arena, &problems);
	meant = strchr(got, '\t');
	return meant && problems.n == 1 && !strncmp(got, kind, strlen(kind))
		&& strstr(word, meant + 1);
}

/* The slips that look right in many fonts, made in a correct word. */
static void test_slips(struct tally *tally, char *word)
{
	static const struct { const char *right, *typed, *kind; } slips[] = {
		{ "แ", "เเ", "THAI_SARA_AE" }, { "ำ", "\u0e4dา", "THAI_SARA_AM" },
		{ "\u0e49ำ", "ำ\u0e49", "THAI_ORDER" }, { "\u0e48ำ", "ำ\u0e48", "THAI_ORDER" },
		{ "\u0e49ำ", "\u0e4d\u0e49า", "THAI_SARA_AM" },
		{ "\u0e35\u0e48", "\u0e48\u0e35", "THAI_ORDER" },
		{ "\u0e31\u0e49", "\u0e49\u0e31", "THAI_ORDER" },
		{ "\u0e38\u0e48", "\u0e48\u0e38", "THAI_ORDER" },
		{ "\u0e39\u0e49", "\u0e49\u0e39", "THAI_ORDER" },
		{ "\u0e34\u0e4c", "\u0e4c\u0e34", "THAI_ORDER" },
		{ "\u0e49า", "า\u0e49", "THAI_ORDER" },
		{ "\u0e35", "\u0e35\u0e35", "THAI_DOUBLE" },
		{ "\u0e49", "\u0e49\u0e49", "THAI_DOUBLE" },
		{ "\u0e31", "\u0e31\u0e31", "THAI_DOUBLE" },
		{ "\u0e4c", "\u0e4c\u0e4c", "THAI_DOUBLE" },
		{ "\u0e38", "\u0e38\u0e38", "THAI_DOUBLE" }, { "ำ", "ำำ", "THAI_DOUBLE" },
	};
	struct arena *arena = arena_open();

	for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
		char *typed = corrupt(arena, word, slips[i].right, slips[i].typed);
		bool mended = typed && is_mended(arena, typed, slips[i].kind, word);

		tally->passed += mended;
		tally->failed += typed && !mended;
		if (typed && !mended)
			printf("%s for %s is not mended\n", typed, word);
	}
	arena_close(arena);
}

/* Each line that is not empty or a comment. */
static void each_line(struct tally *tally, const char *path,
	void (*test)(struct tally *, char *line))
{
	char line[LINE_LENGTH];
	FILE *file = fopen(path, "r");
	int n = tally->passed;

	while (file && fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		if (*line && *line != '#')
			test(tally, line);
	}
	if (file)
		fclose(file);
	printf("%s: %d passed\n", path, tally->passed - n);
	tally->failed += tally->passed == n;
}

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

static uint32_t random_character(uint32_t *seed)
{
	static const uint32_t special[] = {
		' ', 0x200b, 0x200d, 0xfeff, '1', 'a', 0x301, 0x323, 0xe9, 0x1112, 0x1161, 0x641,
		'.', '-', 0x25cc, '\n', 0x1f600, 0xe0001, 0xfffc, 0x85,
	};

	switch (next(seed) % 8) {
	case 0: return special[next(seed) % (sizeof special / sizeof *special)];
	case 1: return 0xe40 + next(seed) % 5;
	case 2: return 0xe30 + next(seed) % 11;
	case 3: return 0xe47 + next(seed) % 8;
	default: return 0xe01 + next(seed) % 0x5b;
	}
}

/* Nothing crashes, all is a warning, and the last letter is never read over. */
static void test_random(struct tally *tally, int rounds)
{
	uint32_t seed = 1;

	for (int i = 0; i < rounds; i++) {
		struct arena *arena = arena_open();
		struct problems problems = { .arena = arena };
		struct bytes text = { .arena = arena };

		bytes_text(&text, "");
		for (uint32_t n = next(&seed) % RANDOM_MOST; n > 0; n--) {
			char character[4];

			bytes_add(&text, character,
				(size_t)utf8_write(random_character(&seed), character));
		}
		check_text(text.at, &problems);
		tally->passed += problems.worst <= WARNING;
		tally->failed += problems.worst > WARNING;
		arena_close(arena);
	}
	printf("random: %d rounds\n", rounds);
}

/* What is passed at first sight is right when looked at. */
static void test_passed(struct tally *tally, int rounds)
{
	struct arena *arena = arena_open();
	uint32_t seed = 2;

	for (int i = 0; i < rounds; i++) {
		uint32_t codes[6];
		bool right = true;
		int end, at = 0;

		for (int k = 0; k < 6; k++)
			codes[k] = random_character(&seed);
		end = thai_cells_pass(codes, 6, 0);
		while (right && at < end) {
			struct thai_slip found = thai_cell_check(arena, codes, 6, at);

			right = found.kind == PROBLEM_KINDS;
			at = found.next;
		}
		right &= at == end;
		tally->passed += right;
		tally->failed += !right;
	}
	arena_close(arena);
}

/* 300,000 marks without a space, and as many composing ones: time must stay linear. */
static void test_long(struct tally *tally)
{
	static const char *const units[] = { "\u0e49", "\u0e19\u0e4d\u0e49\u0e32", "e\u0301\u0323",
		"\u200b", "\u0e40", "1\u0e51", "\u0301\u0323" };

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct arena *arena = arena_open();
		struct problems problems = { .arena = arena };
		struct bytes text = { .arena = arena };

		for (int k = 0; k < 20000; k++)
			bytes_text(&text, units[i]);
		check_text(text.at, &problems);
		tally->passed += problems.n > 0;
		tally->failed += !problems.n;
		arena_close(arena);
	}
}

int main(int n, char **arguments)
{
	struct tally tally = { 0, 0 };

	if (n < 4)
		return 2;
	each_line(&tally, arguments[1], test_case);
	each_line(&tally, arguments[2], test_word);
	each_line(&tally, arguments[2], test_slips);
	test_random(&tally, atoi(arguments[3]));
	test_passed(&tally, atoi(arguments[3]));
	test_long(&tally);
	test_languages(&tally);
	printf("%d passed, %d failed\n", tally.passed, tally.failed);
	return tally.failed > 0;
}
