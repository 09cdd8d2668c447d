#include "base/charset.h"

#include <string.h>

#include "base/utf8.h"

enum { REPLACEMENT = 0xfffd };

static void add_character(struct bytes *to, uint32_t character)
{
	char bytes[4] = "";
	int n = utf8_write(character, bytes);

	bytes_add(to, bytes, (size_t)n);
}

/* A bad sequence is passed over byte by byte, a true U+FFFD has three. */
static bool is_utf8(const char *at, const char *end)
{
	while (at < end) {
		const char *start = at;

		if (utf8_next(&at, end) == REPLACEMENT && at - start == 1)
			return false;
	}
	return true;
}

static uint32_t utf16_unit(const unsigned char *at, bool big_endian)
{
	return big_endian ? (uint32_t)(at[0] << 8 | at[1]) : (uint32_t)(at[1] << 8 | at[0]);
}

static bool is_surrogate(uint32_t unit, uint32_t first)
{
	return unit >= first && unit < first + 0x400;
}

/* The Unicode Standard, table 3-5. */
static bool add_utf16(const unsigned char *at, size_t n, bool big_endian, struct bytes *to)
{
	bool good = n % 2 == 0;

	for (size_t i = 0; good && i < n; i += 2) {
		uint32_t unit = utf16_unit(at + i, big_endian);

		if (is_surrogate(unit, 0xd800) && i + 4 <= n) {
			uint32_t second = utf16_unit(at + (i += 2), big_endian);

			good = is_surrogate(second, 0xdc00);
			unit = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
		}
		good = good && (unit < 0xd800 || unit >= 0xe000);
		if (good)
			add_character(to, unit);
	}
	return good;
}

/* Unicode's mapping CP874.TXT; 0 where it has none.  C0 and ASCII are themselves. */
static uint32_t windows_874(unsigned char byte)
{
	static const uint16_t punctuation[] = {		/* 0x91 to 0x97 */
		0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	};

	if (byte < 0x80)
		return byte;
	if (byte >= 0x91 && byte <= 0x97)
		return punctuation[byte - 0x91];
	if ((byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb))
		return 0xe00u + byte - 0xa0u;
	return byte == 0x80 ? 0x20ac : byte == 0x85 ? 0x2026 : byte == 0xa0 ? 0xa0 : 0;
}

static bool add_windows_874(const unsigned char *at, size_t n, struct bytes *to)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t character = windows_874(at[i]);

		if (!character)
			return false;
		add_character(to, character);
	}
	return true;
}

static bool add_decoded(const struct bytes *from, struct bytes *to)
{
	const unsigned char *at = (const unsigned char *)from->at;
	bool little = from->n >= 2 && !memcmp(at, "\xff\xfe", 2);
	bool big = from->n >= 2 && !memcmp(at, "\xfe\xff", 2);
	size_t mark = from->n >= 3 && !memcmp(at, "\xef\xbb\xbf", 3) ? 3 : 0;

	if (little || big)
		return add_utf16(at + 2, from->n - 2, big, to);
	if (!is_utf8(from->at, from->at + from->n))
		return add_windows_874(at, from->n, to);
	bytes_add(to, at + mark, from->n - mark);
	return true;
}

bool charset_decode(const struct bytes *from, struct bytes *to)
{
	bytes_text(to, "");
	return add_decoded(from, to) && !memchr(to->at, '\0', to->n);
}
