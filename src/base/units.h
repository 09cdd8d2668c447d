/*
 * One unit for every length: the thousandth of a point (1/72000 inch).
 * Whole numbers, so that a layout is the same on every machine.
 * x grows to the right and y grows down from the top left of the page;
 * only pdf/ knows that PDF's y grows up.
 */
#ifndef BASE_UNITS_H
#define BASE_UNITS_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t length;

/* No length of a document may be larger: 10 m, as far as PDF's user space reaches. */
#define LENGTH_MAX 28346456

#define PT(points) ((length)((points) * 1000))

struct point { length x, y; };
struct rect { length x, y, width, height; };

/*
 * A length as CSS writes it: a decimal number and pt, cm, mm or in ("2.5cm",
 * "-3mm", "0").  False, and *value untouched, if it is anything else or
 * larger than LENGTH_MAX.  Rounded to the nearest thousandth of a point.
 */
bool units_parse(const char *text, length *value);

/* length * numerator / denominator, rounded half away from zero; denominator > 0. */
length units_scale(length, int32_t numerator, int32_t denominator);

#endif
