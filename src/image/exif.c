#include "image/exif.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
	NAME_SIZE = 6,			/* "Exif", two NULs, then a TIFF file */
	HEAD_SIZE = 8, ENTRY_SIZE = 12,
	TAG_ORIENTATION = 0x112, TYPE_SHORT = 3,
};

/* A TIFF file (revision 6.0, section 2); nothing is read past its end. */
struct tiff {
	const unsigned char *at;
	size_t n;
	bool is_little;			/* the least byte of a number comes first */
};

static uint32_t read_number(const struct tiff *tiff, size_t at, int size)
{
	uint32_t number = 0;

	if (at > tiff->n || tiff->n - at < (size_t)size)
		return 0;
	for (int i = 0; i < size; i++)
		number = number << 8 | tiff->at[at + (size_t)(tiff->is_little ? size - 1 - i : i)];
	return number;
}

static int find_turn(const struct tiff *tiff)
{
	size_t list = read_number(tiff, 4, 4);
	uint32_t n = read_number(tiff, list, 2);

	for (uint32_t i = 0; i < n; i++) {
		size_t entry = list + 2 + (size_t)i * ENTRY_SIZE;
		uint32_t turn = read_number(tiff, entry + 8, 2);

		if (read_number(tiff, entry, 2) == TAG_ORIENTATION
				&& read_number(tiff, entry + 2, 2) == TYPE_SHORT)
			return turn >= 1 && turn <= 8 ? (int)turn : 0;
	}
	return 0;
}

int exif_turn(const unsigned char *segment, size_t n)
{
	struct tiff tiff;

	if (n < NAME_SIZE + HEAD_SIZE || memcmp(segment, "Exif\0\0", NAME_SIZE) != 0)
		return 0;
	tiff = (struct tiff){ segment + NAME_SIZE, n - NAME_SIZE, segment[NAME_SIZE] == 'I' };
	return find_turn(&tiff);
}
