/*
 * Catalogues, phrases, the environment's language, columns of a terminal.  Arguments: a .mo
 * file; its texts as msgunfmt has them, English and other in turn, each ended by a NUL; a
 * folder to work in.  Ends with "N passed, N failed".
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/bytes.h"
#include "base/phrase.h"
#include "base/utf8.h"

struct tally { int passed, failed; };

static void same(struct tally *tally, const char *what, const char *expected, const char *got)
{
	bool good = !strcmp(expected, got);

	tally->passed += good;
	tally->failed += !good;
	if (!good)
		printf("%s: expected %s, got %s\n", what, expected, got);
}

static void test_texts(struct tally *tally, const struct language *language,
	const struct bytes *texts)
{
	const char *at = texts->at, *end = at + texts->n;

	while (at < end) {
		const char *other = at + strlen(at) + 1;

		same(tally, at, other, language_text(language, at));
		same(tally, at, at, language_text(NULL, at));
		at = other + strlen(other) + 1;
	}
	same(tally, "not there", "not there", language_text(language, "not there"));
	same(tally, "nothing", "", language_text(language, ""));
}

static void write_file(const char *path, const char *from, size_t n)
{
	FILE *file = fopen(path, "wb");

	if (!file || fwrite(from, 1, n, file) != n || fclose(file))
		exit(2);
}

/* Whatever is in the file, a lookup ends and reads nothing outside: ASan looks on. */
static void look_up_all(const char *path, const struct bytes *texts)
{
	struct arena *arena = arena_open();
	const struct language *language = language_open(arena, path);

	for (const char *at = texts->at; at < texts->at + texts->n; at += strlen(at) + 1)
		if (!memchr(language_text(language, at), '\0', 1 << 20))
			exit(1);
	arena_close(arena);
}

static void test_damaged(struct tally *tally, struct arena *arena, const char *path,
	const struct bytes *texts, const char *folder)
{
	const char *damaged = arena_printf(arena, "%s/damaged.mo", folder);
	struct bytes bytes = { .arena = arena };

	bytes_read(&bytes, path);
	for (size_t n = 0; n < bytes.n; n += n < 64 ? 1 : 997, tally->passed++) {
		write_file(damaged, bytes.at, n);
		look_up_all(damaged, texts);
	}
	srand(1);
	for (int i = 0; i < 200; i++, tally->passed++) {
		size_t at = i < 28 ? (size_t)i : (size_t)rand() % 8192 % bytes.n;
		char was = bytes.at[at];

		bytes.at[at] = (char)(i % 2 ? 0xff : rand());
		write_file(damaged, bytes.at, bytes.n);
		look_up_all(damaged, texts);
		bytes.at[at] = was;
	}
}

static const char *tell(struct arena *arena, const struct language *language, const char *message,
	const char *detail, const char *other)
{
	struct bytes text = { .arena = arena };

	phrase_tell(language, message, (const char *[]){ detail, other, NULL }, &text);
	return text.at;
}

static void test_phrases(struct tally *tally, struct arena *arena, const struct language *thai)
{
	const char *list = phrase(arena, "{1} or {2}", "a", "b"), *deep = "x";

	same(tally, "English", "; probably a or b is meant!", tell(arena, NULL, "{1}!",
		phrase(arena, "; probably {1} is meant", list), ""));
	same(tally, "Thai", " น่าจะหมายถึง a หรือ b!", tell(arena, thai, "{1}!",
		phrase(arena, "; probably {1} is meant", list), ""));
	same(tally, "a constant", "เป็นโฟลเดอร์ ไม่ใช่ไฟล์", tell(arena, thai, "{1}", "it is a folder", ""));
	same(tally, "none twice", "a {1} b", tell(arena, NULL, "{1} b", "a {1}", ""));
	same(tally, "an empty part", "[] [z]", tell(arena, NULL, "{1}",
		phrase(arena, "[{1}] [{2}]", "", "z"), ""));
	same(tally, "dividers in a part", "a  b c ", tell(arena, NULL, "{1}",
		phrase(arena, "{1}", "a\1\2b\3c\n"), ""));
	same(tally, "dividers from elsewhere", "a", tell(arena, NULL, "{1}", "\1a\2b\3c", ""));
	same(tally, "an end without a beginning", " a", tell(arena, NULL, "{1}", "\3a", ""));
	same(tally, "a beginning without an end", "  ", tell(arena, NULL, "{1}", "\1\1\1", ""));
	for (int i = 0; i < 100; i++)
		deep = phrase(arena, "{1}", deep);
	same(tally, "too deep", "x", arena_copy(arena, strchr(tell(arena, NULL, "{1}", deep, ""),
		'x'), 1));
	same(tally, "a terminal's escape", "  [31m", tell(arena, NULL, "{1}", "\1\x1b\xc2\x9b[31m\3", ""));
}

static void test_environment(struct tally *tally)
{
	static const struct { const char *all, *messages, *lang, *list, *language; } cases[] = {
		{ "", "", "", "", "en" }, { "", "", "th_TH.UTF-8", "", "th" },
		{ "", "th", "en_US.UTF-8", "", "th" }, { "C", "th", "th", "th", "en" },
		{ "C.UTF-8", "", "th_TH", "th", "en" }, { "POSIX", "", "", "th", "en" },
		{ "en_GB.UTF-8", "", "", "de:th:en", "th" }, { "th_TH", "", "", "de:en_US:th", "en" },
		{ "", "", "de_DE", "fr", "en" }, { "", "", "tha", "", "en" },
		{ "", "", "th@calendar", "", "th" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		setenv("LC_ALL", cases[i].all, 1);
		setenv("LC_MESSAGES", cases[i].messages, 1);
		setenv("LANG", cases[i].lang, 1);
		setenv("LANGUAGE", cases[i].list, 1);
		same(tally, "language", cases[i].language, language_wanted());
	}
}

/* As the C library has them, where its locale C.UTF-8 is. */
static void test_columns(struct tally *tally, struct arena *arena)
{
	static const struct { uint32_t first, last; } blocks[] = {
		{ 0x20, 0x7e }, { 0xa1, 0xac }, { 0xae, 0x36f }, { 0xe01, 0xe3a },
		{ 0xe3f, 0xe5b }, { 0x2010, 0x2027 }, { 0x2030, 0x205e }, { 0x20a0, 0x20bf },
		{ 0x3041, 0x3096 }, { 0x4e00, 0x9fff }, { 0xac00, 0xd7a3 },
	};

	same(tally, "locale", "C.UTF-8", setlocale(LC_CTYPE, "C.UTF-8"));
	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		for (uint32_t c = blocks[i].first; c <= blocks[i].last; c++) {
			bool good = utf8_columns_of(c) == wcwidth((wchar_t)c);

			tally->passed += good;
			tally->failed += !good;
			if (!good)
				printf("U+%04X: %d\n", (unsigned)c, utf8_columns_of(c));
		}
	same(tally, "columns", "2 2", arena_printf(arena, "%d %d", utf8_columns("ที่นี่"),
		utf8_columns("น้ำ")));
	same(tally, "fitting bytes", "9 2 0", arena_printf(arena, "%zu %zu %zu",
		utf8_fit("ที่นี่", 1), utf8_fit("ab", 5), utf8_fit("ab", 0)));
}

int main(int n, char **arguments)
{
	struct arena *arena = arena_open();
	struct bytes texts = { .arena = arena };
	struct tally tally = { 0, 0 };
	const struct language *language;

	if (n < 4 || bytes_read(&texts, arguments[2]))
		return 2;
	language = language_open(arena, arguments[1]);
	test_texts(&tally, language, &texts);
	test_damaged(&tally, arena, arguments[1], &texts, arguments[3]);
	test_phrases(&tally, arena, language);
	test_environment(&tally);
	test_columns(&tally, arena);
	arena_close(arena);
	printf("%d passed, %d failed\n", tally.passed, tally.failed);
	return tally.failed > 0;
}
