#include "image/svg_number.h"

#include <stdlib.h>
#include <string.h>

enum { DIGITS_MOST = 63 };

static const char digits[] = "0123456789", white[] = " \t\r\n\f";

static const char *skip_comma(const char *at)
{
	at += strspn(at, white);
	if (*at == ',')
		at++;
	return at + strspn(at, white);
}

/* How many bytes are a number: a sign, digits with a point, an exponent.  0: none. */
static size_t measure(const char *text)
{
	const char *at = text + (*text == '+' || *text == '-');
	size_t whole = strspn(at, digits), part = 0;

	at += whole;
	if (*at == '.') {
		part = strspn(at + 1, digits);
		at += part ? part + 1 : 0;
	}
	if (!whole && !part)
		return 0;
	if (*at == 'e' || *at == 'E') {
		const char *exponent = at + 1 + (at[1] == '+' || at[1] == '-');

		if (strspn(exponent, digits))
			at = exponent + strspn(exponent, digits);
	}
	return (size_t)(at - text);
}

/* strtod() alone would take words and hexadecimal numbers too. */
bool svg_number_next(const char **at, double *value)
{
	const char *from = skip_comma(*at);
	size_t n = measure(from);
	char number[DIGITS_MOST + 1];

	if (!n || n > DIGITS_MOST)
		return false;
	memcpy(number, from, n);
	number[n] = '\0';
	*value = strtod(number, NULL);
	if (!(*value >= -SVG_NUMBER_MOST && *value <= SVG_NUMBER_MOST))
		return false;
	*at = from + n;
	return true;
}

bool svg_number_flag(const char **at, double *value)
{
	const char *from = skip_comma(*at);

	if (*from != '0' && *from != '1')
		return false;
	*value = *from - '0';
	*at = from + 1;
	return true;
}

bool svg_number_ends(const char *at)
{
	return !at[strspn(at, white)];
}

bool svg_number_all(const char *text, double *values, int n)
{
	for (int i = 0; i < n; i++)
		if (!svg_number_next(&text, &values[i]))
			return false;
	return svg_number_ends(text);
}

bool svg_number_length(const char *text, double *pixels)
{
	static const struct { const char *name; double pixels; } units[] = {
		{ "px", 1 }, { "pt", 96. / 72 }, { "pc", 16 }, { "mm", 96 / 25.4 },
		{ "cm", 96 / 2.54 }, { "in", 96 },
	};

	if (!svg_number_next(&text, pixels))
		return false;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (!strncmp(text, units[i].name, 2)) {
			*pixels *= units[i].pixels;
			return svg_number_ends(text + 2);
		}
	return svg_number_ends(text);
}
