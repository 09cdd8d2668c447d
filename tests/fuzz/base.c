/* A short text as number, date, sum of money, length, file name, text of another encoding. */
#include "shared/fuzz.h"

#include "base/charset.h"
#include "base/folder.h"
#include "base/numeral.h"
#include "base/units.h"
#include "base/utf8.h"
#include "model/scheme.h"

/* Digits there and back. */
static void check_digits(struct arena *arena, const char *text)
{
	char *ascii = numeral_ascii_digits(arena, text);

	assert(!strpbrk(numeral_thai_digits(arena, text), "0123456789"));
	assert(!strcmp(numeral_ascii_digits(arena, numeral_thai_digits(arena, ascii)), ascii));
}

static void check_date(struct arena *arena, const char *text)
{
	char *date = numeral_thai_date(arena, text), *later;

	assert(!date == !numeral_short_date(arena, text));
	later = numeral_shift_years(arena, text, 4);
	later = later ? numeral_ascii_digits(arena, later) : NULL;
	if (later)
		assert(date && !strcmp(later + 4, numeral_ascii_digits(arena, text) + 4));
	/* 2443, which is 1900, has no 29 February */
	if (later && !strstr(later, "2443-02"))
		assert(!strcmp(numeral_shift_years(arena, later, -4),
			numeral_ascii_digits(arena, text)));
	if (numeral_fiscal_year(arena, text))
		assert(date);
	if (numeral_fiscal_first_day(arena, text))
		assert(numeral_thai_date(arena, numeral_fiscal_first_day(arena, text)));
}

static void check_number(struct arena *arena, const char *text)
{
	char *grouped = numeral_grouped(arena, text);

	if (numeral_baht(arena, text))
		assert(grouped);
	if (grouped)
		assert(!strcmp(numeral_grouped(arena, grouped), grouped));
	assert(scheme_parse_score(arena, text) >= -1 && scheme_parse_score(arena, text) <= 10000);
}

static void check_length(const char *text)
{
	length value = -1;

	if (!units_parse(text, &value))
		assert(value == -1);
	else
		assert(value >= -LENGTH_MAX && value <= LENGTH_MAX);
}

static void check_charset(struct arena *arena, const uint8_t *data, size_t size)
{
	struct bytes from = { .arena = arena }, to = { .arena = arena }, again = { .arena = arena };

	bytes_add(&from, data, size);
	if (!charset_decode(&from, &to))
		return;
	for (const char *at = to.at, *end = to.at + to.n; at < end; )
		assert(utf8_next(&at, end));
	/* what is UTF-8 now stays as it is, but for a second byte order mark */
	if (to.n < 3 || memcmp(to.at, "\xef\xbb\xbf", 3))
		assert(charset_decode(&to, &again) && again.n == to.n
			&& !memcmp(again.at, to.at, to.n));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);
	const char *text = arena_copy(fuzz->arena, (const char *)data, size);

	check_digits(fuzz->arena, text);
	check_date(fuzz->arena, text);
	check_number(fuzz->arena, text);
	check_length(text);
	check_charset(fuzz->arena, data, size);
	if (!folder_name_fault(text))
		assert(*text && *text != '.' && !strchr(text, '/'));
	fuzz_end(fuzz);
	return 0;
}
