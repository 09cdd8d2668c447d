/* How much an input may ask for: LIMIT_FILE_BYTES and so on, the rows of limits.def. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
#define LIMIT(name, most, unit, problem, what, source) LIMIT_##name = (most),
#include "base/limits.def"
#undef LIMIT
};

#endif
