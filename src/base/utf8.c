#include "base/utf8.h"

enum { REPLACEMENT = 0xfffd, SARA_AM = 0xe33 };

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

uint32_t utf8_next(const char **at, const char *end)
{
	unsigned char first = (unsigned char)*(*at)++;
	const char *from = *at;
	uint32_t character;
	int tail;

	if (first < 0x80)
		return first;
	/* The most of what comes: U+0800 to U+0FFF, and Thai among them. */
	if (first == 0xe0 && end - from > 1 && (from[0] & 0xe0) == 0xa0
			&& (from[1] & 0xc0) == 0x80) {
		*at = from + 2;
		return (uint32_t)(from[0] & 0x3f) << 6 | (from[1] & 0x3f);
	}
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

bool utf8_is_thai(uint32_t character)
{
	return character >= 0xe00 && character < 0xe80;
}

bool utf8_is_thai_mark(uint32_t character)
{
	return character == 0xe31 || character == SARA_AM
		|| (character >= 0xe34 && character <= 0xe3a)
		|| (character >= 0xe47 && character <= 0xe4e);
}
