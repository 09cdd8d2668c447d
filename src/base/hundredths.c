#include "base/hundredths.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool hundredths_parse(const char *text, hundredths most, hundredths *value)
{
	hundredths number = 0, unit = 100;
	const char *at = text;

	if (!is_digit(*at))
		return false;
	for (; is_digit(*at) && number <= HUNDREDTHS_MOST; at++)
		number = 10 * number + 100 * (*at - '0');
	if (*at == '.' && is_digit(at[1]))
		for (at++; is_digit(*at) && unit > 1; at++)
			number += (unit /= 10) * (*at - '0');
	if (*at || number > most || number > HUNDREDTHS_MOST)
		return false;
	*value = number;
	return true;
}
