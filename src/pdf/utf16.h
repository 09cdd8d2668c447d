/* UTF-16, the form of all text in a PDF file. */
#ifndef PDF_UTF16_H
#define PDF_UTF16_H

#include <stdint.h>

/* Writes the character's units; answers how many (1 or 2). */
int utf16_write(uint32_t character, uint16_t units[2]);

#endif
