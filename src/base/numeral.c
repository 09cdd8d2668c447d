#include "base/numeral.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"

enum { THAI_ZERO = 0xe50, BUDDHIST_ERA = 543, FIRST_YEAR = 2400, LAST_YEAR = 2999, OCTOBER = 10 };

enum { LETTERS_MOST = 8 };	/* in a row, the same */

/* NULL past ฮฮฮฮฮฮฮฮ: nobody counts so. */
static char *letter(struct arena *arena, int number)
{
	static const char letters[] = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";
	const int n = (int)(sizeof letters / 3);
	struct bytes text = { .arena = arena };

	if (number > n * LETTERS_MOST)
		return NULL;
	for (int i = 0; i <= (number - 1) / n; i++)
		bytes_add(&text, letters + 3 * ((number - 1) % n), 3);
	return text.at;
}

char *numeral_text(struct arena *arena, int number, enum numeral_style style)
{
	char digits[16];
	char *letters = style == NUMERAL_LETTER && number > 0 ? letter(arena, number) : NULL;

	if (letters)
		return letters;
	snprintf(digits, sizeof digits, "%d", number);
	return style == NUMERAL_ARABIC ? arena_text(arena, digits)
		: numeral_thai_digits(arena, digits);
}

char *numeral_letter(struct arena *arena, const char *number)
{
	const char *text = numeral_ascii_digits(arena, number);
	size_t n = strspn(text, "0123456789");

	return n >= 1 && n <= 3 && !text[n] && atoi(text) > 0 ? letter(arena, atoi(text)) : NULL;
}

/* A copy with the ten digits from from_zero on turned into those from to_zero on. */
static char *change_digits(struct arena *arena, const char *text, uint32_t from_zero,
	uint32_t to_zero)
{
	struct bytes changed = { .arena = arena };
	const char *end = text + strlen(text), *rest = text;

	bytes_reserve(&changed, (size_t)(end - text));
	while (text < end) {
		const char *start = text;
		uint32_t character = utf8_next(&text, end);
		char digit[4];

		if (character < from_zero || character >= from_zero + 10)
			continue;
		bytes_add(&changed, rest, (size_t)(start - rest));
		bytes_add(&changed, digit, (size_t)utf8_write(character - from_zero + to_zero,
			digit));
		rest = text;
	}
	bytes_add(&changed, rest, (size_t)(end - rest));
	return changed.at;
}

char *numeral_thai_digits(struct arena *arena, const char *text)
{
	return change_digits(arena, text, '0', THAI_ZERO);
}

char *numeral_ascii_digits(struct arena *arena, const char *text)
{
	return change_digits(arena, text, THAI_ZERO, '0');
}

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int month, int buddhist_year)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && is_leap(buddhist_year - BUDDHIST_ERA));
}

/* The number of n digits at text; -1 if they are not all digits. */
static int digits(const char *text, int n)
{
	int value = 0;

	for (int i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = 10 * value + text[i] - '0';
	}
	return value;
}

/* False unless "YYYY", "YYYY-MM" or "YYYY-MM-DD"; absent parts become 0. */
static bool parse_date(const char *text, int *year, int *month, int *day)
{
	size_t n = strlen(text);

	*month = *day = 0;
	if ((n != 4 && n != 7 && n != 10) || (n > 4 && text[4] != '-') || (n > 7 && text[7] != '-'))
		return false;
	*year = digits(text, 4);
	if (n > 4)
		*month = digits(text + 5, 2);
	if (n > 7)
		*day = digits(text + 8, 2);
	if (*year < FIRST_YEAR || *year > LAST_YEAR || (n > 4 && (*month < 1 || *month > 12)))
		return false;
	return n < 10 || (*day >= 1 && *day <= days_in(*month, *year));
}

static const char *const months[] = { "", "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม",
	"มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม" };
static const char *const short_months[] = { "", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
	"ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค." };

/* What printf() does, without its cost: dates are many. */
static char *number_and(struct arena *arena, int number, const char *text)
{
	struct bytes bytes = { .arena = arena };

	bytes_int(&bytes, number);
	bytes_text(&bytes, text);
	return bytes.at;
}

static char *date_in_words(struct arena *arena, const char *buddhist_date,
	const char *const names[])
{
	struct bytes text = { .arena = arena };
	int year, month, day;

	if (!parse_date(numeral_ascii_digits(arena, buddhist_date), &year, &month, &day))
		return NULL;
	if (day) {
		bytes_int(&text, day);
		bytes_text(&text, " ");
	}
	if (month) {
		bytes_text(&text, names[month]);
		bytes_text(&text, " ");
	}
	bytes_int(&text, year);
	return numeral_thai_digits(arena, text.at);
}

char *numeral_thai_date(struct arena *arena, const char *buddhist_date)
{
	return date_in_words(arena, buddhist_date, months);
}

char *numeral_short_date(struct arena *arena, const char *buddhist_date)
{
	return date_in_words(arena, buddhist_date, short_months);
}

char *numeral_iso_date(struct arena *arena, const char *buddhist_date)
{
	const char *ascii = numeral_ascii_digits(arena, buddhist_date);
	int year, month, day;

	return parse_date(ascii, &year, &month, &day)
		? number_and(arena, year - BUDDHIST_ERA, ascii + 4) : NULL;
}

char *numeral_fiscal_year(struct arena *arena, const char *buddhist_date)
{
	int year, month, day;

	if (!parse_date(numeral_ascii_digits(arena, buddhist_date), &year, &month, &day) || !month)
		return NULL;
	year += month >= OCTOBER;
	return year > LAST_YEAR ? NULL : number_and(arena, year, "");
}

/* 0 if it is none whose days are all dates. */
static int parse_fiscal_year(struct arena *arena, const char *text)
{
	int year, month, day;

	if (!parse_date(numeral_ascii_digits(arena, text), &year, &month, &day))
		return 0;
	return month || year == FIRST_YEAR ? 0 : year;
}

char *numeral_fiscal_first_day(struct arena *arena, const char *fiscal_year)
{
	int year = parse_fiscal_year(arena, fiscal_year);

	return year ? number_and(arena, year - 1, "-10-01") : NULL;
}

char *numeral_fiscal_last_day(struct arena *arena, const char *fiscal_year)
{
	int year = parse_fiscal_year(arena, fiscal_year);

	return year ? number_and(arena, year, "-09-30") : NULL;
}

char *numeral_shift_years(struct arena *arena, const char *buddhist_date, int years)
{
	const char *ascii = numeral_ascii_digits(arena, buddhist_date);
	int year, month, day, last;
	char *text;

	if (!parse_date(ascii, &year, &month, &day))
		return NULL;
	year += years;
	if (year < FIRST_YEAR || year > LAST_YEAR)
		return NULL;
	last = month ? days_in(month, year) : 0;
	if (day)
		text = arena_printf(arena, "%d-%02d-%02d", year, month, day < last ? day : last);
	else if (month)
		text = arena_printf(arena, "%d-%02d", year, month);
	else
		text = arena_printf(arena, "%d", year);
	return strcmp(ascii, buddhist_date) ? numeral_thai_digits(arena, text) : text;
}

/* A number's digits, without commas and leading zeros: "" and "5" for "0.5". */
struct decimal {
	bool negative;
	const char *whole, *fraction;		/* fraction "" if there is none */
};

static size_t count_digits(const char *text)
{
	return strspn(text, "0123456789");
}

/* Adds the digits of "1234" or "1,234"; answers what follows, NULL if they are grouped wrongly. */
static const char *read_whole(const char *text, struct bytes *whole)
{
	size_t n = count_digits(text);

	if (!n || (text[n] == ',' && n > 3))
		return NULL;
	bytes_add(whole, text, n);
	for (text += n; *text == ','; text += 4) {
		if (count_digits(text + 1) != 3)
			return NULL;
		bytes_add(whole, text + 1, 3);
	}
	return text;
}

static bool parse_decimal(struct arena *arena, const char *text, struct decimal *decimal)
{
	struct bytes whole = { .arena = arena };

	text = numeral_ascii_digits(arena, text);
	decimal->negative = *text == '-';
	text = read_whole(text + decimal->negative, &whole);
	if (!text || (*text && *text != '.'))
		return false;
	decimal->fraction = *text ? text + 1 : text;
	decimal->whole = whole.at + strspn(whole.at, "0");
	return !*text || (*decimal->fraction
		&& count_digits(decimal->fraction) == strlen(decimal->fraction));
}

char *numeral_grouped(struct arena *arena, const char *number)
{
	struct bytes text = { .arena = arena };
	struct decimal decimal;
	size_t n;

	if (!parse_decimal(arena, number, &decimal))
		return NULL;
	n = strlen(decimal.whole);
	bytes_text(&text, decimal.negative ? "-" : "");
	for (size_t i = 0; i < n; i++) {
		if (i && (n - i) % 3 == 0)
			bytes_text(&text, ",");
		bytes_add(&text, &decimal.whole[i], 1);
	}
	bytes_printf(&text, "%s%s%s", n ? "" : "0", *decimal.fraction ? "." : "", decimal.fraction);
	return numeral_thai_digits(arena, text.at);
}

/* "i" counts digits up to the end of its million: 0 for the last. */
static void add_digit(struct bytes *words, int digit, size_t i)
{
	static const char *const names[] = { "", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก",
		"เจ็ด", "แปด",
		"เก้า" };
	static const char *const powers[] = { "", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน" };
	const char *name = names[digit];

	if (i == 0 && digit == 1 && words->n)
		name = "เอ็ด";
	else if (i == 1 && digit <= 2)
		name = digit == 2 ? "ยี่" : "";
	bytes_printf(words, "%s%s", name, digit ? powers[i] : "");
}

/* The digits, without leading zeros, in words; ล้าน behind every million. */
static const char *spell(struct arena *arena, const char *from)
{
	struct bytes words = { .arena = arena };
	size_t n = strlen(from);

	for (size_t i = 0; i < n; i++) {
		size_t behind = n - 1 - i;

		add_digit(&words, from[i] - '0', behind % 6);
		if (behind && behind % 6 == 0)
			bytes_text(&words, "ล้าน");
	}
	return words.n ? words.at : "";
}

char *numeral_baht(struct arena *arena, const char *number)
{
	struct decimal decimal;
	const char *baht, *satang;

	if (!parse_decimal(arena, number, &decimal) || decimal.negative
			|| strlen(decimal.fraction) > 2)
		return NULL;
	satang = arena_printf(arena, "%s%s", decimal.fraction,
		strlen(decimal.fraction) == 1 ? "0" : "");
	satang = spell(arena, satang + strspn(satang, "0"));
	baht = spell(arena, decimal.whole);
	if (!*baht && !*satang)
		return arena_text(arena, "ศูนย์บาทถ้วน");
	return arena_printf(arena, "%s%s%s%s", baht, *baht ? "บาท" : "", satang,
		*satang ? "สตางค์" : "ถ้วน");
}
