#include "base/units.h"

#include <string.h>

static const struct {
	const char *name;
	int64_t numerator, denominator;		/* of 1/72000 inch */
} units[] = {
	{ "pt", 1000, 1 },
	{ "cm", 7200000, 254 },
	{ "mm", 720000, 254 },
	{ "in", 72000, 1 },
};

static int64_t divide(int64_t numerator, int64_t denominator)
{
	int64_t half = denominator / 2;

	return (numerator < 0 ? numerator - half : numerator + half) / denominator;
}

/* Millionths of the number at *at, which moves past it; -1 if there is none or it is absurd. */
static int64_t parse_millionths(const char **at)
{
	int64_t value = 0, unit = 1000000;
	const char *start = *at;

	while (**at >= '0' && **at <= '9' && value < 1000000000000)
		value = 10 * value + 1000000 * (*(*at)++ - '0');
	if (**at == '.')
		for ((*at)++; **at >= '0' && **at <= '9'; (*at)++)
			value += (unit /= 10) * (**at - '0');
	return *at == start || value >= 1000000000000 ? -1 : value;
}

bool units_parse(const char *text, length *value)
{
	bool negative = *text == '-';
	const char *at = text + negative;
	int64_t number = parse_millionths(&at);
	int64_t result = -1;

	if (number < 0)
		return false;
	if (!*at && !number)
		result = 0;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (!strcmp(at, units[i].name))
			result = divide(number * units[i].numerator,
				1000000 * units[i].denominator);
	if (result < 0 || result > LENGTH_MAX)
		return false;
	*value = (length)(negative ? -result : result);
	return true;
}

length units_scale(length value, int32_t numerator, int32_t denominator)
{
	return (length)divide((int64_t)value * numerator, denominator);
}
