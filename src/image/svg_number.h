/* Numbers as SVG writes them (SVG 1.1, 4.2), with commas or white space between. */
#ifndef IMAGE_SVG_NUMBER_H
#define IMAGE_SVG_NUMBER_H

#include <stdbool.h>

/* No number of a drawing may be larger, or it is not taken for one. */
#define SVG_NUMBER_MOST 1e9

/* Behind white space and at most one comma; *at moves past it.  False if there is none. */
bool svg_number_next(const char **at, double *value);

/* The same for an arc's flags: one digit, 0 or 1, and perhaps nothing behind it. */
bool svg_number_flag(const char **at, double *value);

/* True where nothing but white space is left. */
bool svg_number_ends(const char *at);

/* The whole text is n numbers. */
bool svg_number_all(const char *text, double *values, int n);

/* The whole text is a length with one of CSS's units or none, in pixels (96 an inch). */
bool svg_number_length(const char *text, double *pixels);

#endif
