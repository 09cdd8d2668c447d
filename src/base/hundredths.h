/* Scores and the like as exact decimals with two places: 95.36 is 9536. */
#ifndef BASE_HUNDREDTHS_H
#define BASE_HUNDREDTHS_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t hundredths;

enum { HUNDREDTHS_MOST = 100000000 };	/* a million: ten times as much is still an int32_t */

/*
 * "95", "95.3" or "95.36", ASCII digits, at most HUNDREDTHS_MOST.  False, and *value
 * untouched, if it is anything else or more than most.
 */
bool hundredths_parse(const char *text, hundredths most, hundredths *value);

#endif
