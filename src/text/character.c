#include "text/character.h"

#include <stddef.h>

#include <hb.h>

enum { FIRST_WIDE_SPACE = 0x1680, ZWJ = 0x200d };

struct range { uint32_t first, last; };

/* Those of Default_Ignorable_Code_Point that HarfBuzz takes for such. */
static const struct range invisible[] = {
	{ 0xad, 0xad }, { 0x34f, 0x34f }, { 0x61c, 0x61c }, { 0x17b4, 0x17b5 },
	{ 0x180b, 0x180e }, { 0x200b, 0x200f }, { 0x202a, 0x202e }, { 0x2060, 0x206f },
	{ 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xfff0, 0xfff8 },
	{ 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff },
};

static const struct range controls[] = {
	{ 0, 0x1f }, { 0x7f, 0x9f }, { 0x2028, 0x2029 }, { 0xfdd0, 0xfdef }, { 0xfff9, 0xfffb },
};

static bool is_within(uint32_t character, const struct range *ranges, size_t n)
{
	for (size_t i = 0; i < n && character >= ranges[i].first; i++)
		if (character <= ranges[i].last)
			return true;
	return false;
}

static hb_unicode_general_category_t category(uint32_t character)
{
	return hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
}

bool character_is_space_of_any(uint32_t character)
{
	if (character < FIRST_WIDE_SPACE)
		return character == ' ' || character == 0xa0;
	return category(character) == HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR;
}

bool character_is_mark_of_any(uint32_t character)
{
	hb_unicode_general_category_t found = category(character);

	return character == ZWJ
		|| found == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK
		|| found == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK
		|| found == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

bool character_is_invisible_of_any(uint32_t character)
{
	return is_within(character, invisible, sizeof invisible / sizeof *invisible);
}

bool character_is_control_of_any(uint32_t character)
{
	return (character & 0xfffe) == 0xfffe
		|| is_within(character, controls, sizeof controls / sizeof *controls);
}
