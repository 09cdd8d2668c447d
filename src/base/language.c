#include "base/language.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"

/* The format is told in gettext's manual, "The Format of GNU MO Files". */
enum { MAGIC_AT = 0, COUNT_AT = 8, ENGLISH_AT = 12, OTHER_AT = 16, HEADER_SIZE = 28 };

enum { KEY_SIZE = 64 };

static const uint32_t magic = 0x950412de;

struct language {
	struct bytes bytes;
	bool is_big;			/* the most significant byte first */
	uint32_t n, english, other;	/* texts; where the two tables of them begin */
};

/* 0 outside the file. */
static uint32_t number_at(const struct language *language, uint64_t at)
{
	const unsigned char *byte = (const unsigned char *)language->bytes.at + at;
	uint32_t number = 0;

	if (at + 4 > language->bytes.n)
		return 0;
	for (int i = 0; i < 4; i++)
		number = number << 8 | byte[language->is_big ? i : 3 - i];
	return number;
}

/* The text in row i of a table: its length and place.  "" where that is not within the file. */
static const char *text_at(const struct language *language, uint32_t table, uint32_t i)
{
	uint64_t row = table + (uint64_t)8 * i;
	uint64_t at = number_at(language, row + 4), end = at + number_at(language, row);

	return end < language->bytes.n && !language->bytes.at[end] ? language->bytes.at + at : "";
}

const struct language *language_open(struct arena *arena, const char *path)
{
	struct language *language = arena_new(arena, struct language);

	language->bytes.arena = arena;
	if (bytes_read(&language->bytes, path) || language->bytes.n < HEADER_SIZE)
		return NULL;
	language->is_big = number_at(language, MAGIC_AT) != magic;
	if (number_at(language, MAGIC_AT) != magic)
		return NULL;
	language->n = number_at(language, COUNT_AT);
	language->english = number_at(language, ENGLISH_AT);
	language->other = number_at(language, OTHER_AT);
	return language;
}

const char *language_text(const struct language *language, const char *english)
{
	uint32_t first = 0, end = language ? language->n : 0;

	while (first < end && *english) {	/* "" has the catalogue's own description */
		uint32_t middle = first + (end - first) / 2;
		int order = strcmp(english, text_at(language, language->english, middle));
		const char *found = order ? "" : text_at(language, language->other, middle);

		if (*found)
			return found;
		if (order > 0)
			first = middle + 1;
		else
			end = middle;
	}
	return english;
}

const char *language_word(const struct language *language, const char *context,
	const char *english)
{
	char key[KEY_SIZE];
	const char *found;

	if (snprintf(key, sizeof key, "%s\4%s", context, english) >= KEY_SIZE)
		return english;
	found = language_text(language, key);
	return found == key ? english : found;
}

/* "th_TH.UTF-8" is of "th"; n bytes of the locale's name count. */
static bool is_of(const char *locale, size_t n, const char *language)
{
	size_t length = strlen(language);

	return n >= length && !strncmp(locale, language, length)
		&& (n == length || strchr("_.@", locale[length]));
}

static const char *locale_wanted(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "C";
}

const char *language_wanted(void)
{
	const char *locale = locale_wanted(), *list = getenv("LANGUAGE");

	if (is_of(locale, strlen(locale), "C") || is_of(locale, strlen(locale), "POSIX"))
		return "en";
	for (size_t n; list && *list; list += n + (list[n] == ':')) {
		n = strcspn(list, ":");
		if (is_of(list, n, "th"))
			return "th";
		if (is_of(list, n, "en"))
			return "en";
	}
	return is_of(locale, strlen(locale), "th") ? "th" : "en";
}
