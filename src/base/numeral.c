#include "base/numeral.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"

enum { THAI_ZERO = 0xe50, BUDDHIST_ERA = 543 };

static char *letter(struct arena *arena, int number)
{
	static const char letters[] = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";
	const int n = (int)(sizeof letters / 3);
	struct bytes text = { .arena = arena };

	for (int i = 0; i <= (number - 1) / n; i++)
		bytes_add(&text, letters + 3 * ((number - 1) % n), 3);
	return text.at;
}

char *numeral_text(struct arena *arena, int number, enum numeral_style style)
{
	char digits[16];

	if (style == NUMERAL_LETTER && number > 0)
		return letter(arena, number);
	snprintf(digits, sizeof digits, "%d", number);
	return style == NUMERAL_ARABIC ? arena_text(arena, digits)
		: numeral_thai_digits(arena, digits);
}

/* A copy with the ten digits from from_zero on turned into those from to_zero on. */
static char *change_digits(struct arena *arena, const char *text, uint32_t from_zero,
	uint32_t to_zero)
{
	struct bytes changed = { .arena = arena };
	const char *end = text + strlen(text);

	bytes_text(&changed, "");
	while (text < end) {
		const char *start = text;
		uint32_t character = utf8_next(&text, end);
		char digit[4];

		if (character >= from_zero && character < from_zero + 10)
			bytes_add(&changed, digit, (size_t)utf8_write(
				character - from_zero + to_zero, digit));
		else
			bytes_add(&changed, start, (size_t)(text - start));
	}
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
	if (*year < 2400 || *year > 2999 || (n > 4 && (*month < 1 || *month > 12)))
		return false;
	return n < 10 || (*day >= 1 && *day <= days_in(*month, *year));
}

char *numeral_thai_date(struct arena *arena, const char *buddhist_date)
{
	static const char *const months[] = { "", "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน",
		"พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม",
		"พฤศจิกายน", "ธันวาคม" };
	int year, month, day;
	char *text;

	if (!parse_date(numeral_ascii_digits(arena, buddhist_date), &year, &month, &day))
		return NULL;
	if (day)
		text = arena_printf(arena, "%d %s %d", day, months[month], year);
	else if (month)
		text = arena_printf(arena, "%s %d", months[month], year);
	else
		text = arena_printf(arena, "%d", year);
	return numeral_thai_digits(arena, text);
}
