#include "pdf/utf16.h"

int utf16_write(uint32_t character, uint16_t units[2])
{
	if (character < 0x10000) {
		units[0] = (uint16_t)character;
		return 1;
	}
	units[0] = (uint16_t)(0xd800 + ((character - 0x10000) >> 10));
	units[1] = (uint16_t)(0xdc00 + (character & 0x3ff));
	return 2;
}
