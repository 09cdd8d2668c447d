#include "base/utf8.h"

#include <string.h>

enum { REPLACEMENT = 0xfffd };

static int tail_bytes(unsigned char first)
{
	if (first < 0xc2 || first > 0xf4)
		return 0;
	return first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
}

static bool is_overlong_or_surrogate(uint32_t character, int tail)
{
	static const uint32_t least[] = { 0, 0x80, 0x800, 0x10000 };

	return character < least[tail] || character > 0x10ffff
		|| (character >= 0xd800 && character < 0xe000);
}

uint32_t utf8_next_of_any(const char **at, const char *end)
{
	unsigned char first = (unsigned char)*(*at)++;
	const char *from = *at;
	uint32_t character;
	int tail;

	if (first < 0x80)
		return first;
	tail = tail_bytes(first);
	character = first & (0x3fu >> tail);
	for (int i = 0; i < tail; i++) {
		if (from == end || (*from & 0xc0) != 0x80)
			return REPLACEMENT;
		character = character << 6 | (*from++ & 0x3f);
	}
	if (!tail || is_overlong_or_surrogate(character, tail))
		return REPLACEMENT;
	*at = from;
	return character;
}

int utf8_write(uint32_t character, char bytes[4])
{
	int tail = character < 0x80 ? 0 : character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
	static const unsigned char heads[] = { 0, 0xc0, 0xe0, 0xf0 };

	for (int i = tail; i > 0; i--, character >>= 6)
		bytes[i] = (char)(0x80 | (character & 0x3f));
	bytes[0] = (char)(heads[tail] | character);
	return tail + 1;
}

bool utf8_is_control(uint32_t character)
{
	return character < 0x20 || (character >= 0x7f && character < 0xa0)
		|| (character >= 0x2028 && character <= 0x202e)
		|| (character >= 0x2066 && character <= 0x2069);
}

int utf8_columns_of(uint32_t character)
{
	static const struct { uint32_t first, last; int columns; } ranges[] = {
		{ 0, 0, 0 }, { 0x300, 0x36f, 0 }, { 0xe31, 0xe31, 0 }, { 0xe34, 0xe3a, 0 },
		{ 0xe47, 0xe4e, 0 }, { 0x200b, 0x200f, 0 }, { 0x202a, 0x202e, 0 },
		{ 0x2060, 0x206f, 0 }, { 0x20d0, 0x20f0, 0 }, { 0x1100, 0x115f, 2 },
		{ 0x2e80, 0x303e, 2 }, { 0x3041, 0xa4cf, 2 }, { 0xac00, 0xd7a3, 2 },
		{ 0xf900, 0xfaff, 2 }, { 0xfe00, 0xfe0f, 0 }, { 0xfe30, 0xfe6f, 2 },
		{ 0xfeff, 0xfeff, 0 }, { 0xff01, 0xff60, 2 }, { 0xffe0, 0xffe6, 2 },
		{ 0x1f300, 0x1f64f, 2 }, { 0x1f900, 0x1f9ff, 2 }, { 0x20000, 0x3fffd, 2 },
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges && character >= ranges[i].first; i++)
		if (character <= ranges[i].last)
			return ranges[i].columns;
	return 1;
}

int utf8_columns(const char *text)
{
	const char *end = text + strlen(text);
	int columns = 0;

	while (text < end)
		columns += utf8_columns_of(utf8_next(&text, end));
	return columns;
}

size_t utf8_fit(const char *text, int columns)
{
	const char *end = text + strlen(text), *at = text, *fitting = text;

	while (at < end && (columns -= utf8_columns_of(utf8_next(&at, end))) >= 0)
		fitting = at;
	return (size_t)(fitting - text);
}
