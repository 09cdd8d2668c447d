/* Text files as offices in Thailand save them, turned into UTF-8. */
#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include <stdbool.h>

#include "base/bytes.h"

/*
 * Adds the text as UTF-8, without its byte order mark: UTF-16 where it begins with
 * one (Excel's "Unicode text"), else UTF-8 where every byte is so, else Windows-874
 * (TIS-620 and more: what Excel saves as CSV in Thailand).  False, and nothing is
 * worth keeping, where it is none of these or holds a NUL.
 */
bool charset_decode(const struct bytes *from, struct bytes *to);

#endif
