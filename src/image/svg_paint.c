#include "image/svg_paint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "doc/style.h"
#include "image/svg_number.h"

struct svg_paint svg_paint_first(void)
{
	return (struct svg_paint){ .fill = 0, .stroke = COLOUR_NONE, .width = 1, .miter = 4 };
}

static const struct named { const char *name; int32_t colour; } colours[] = {
#define COLOUR(name, colour) { #name, colour },
#include "image/svg_colours.def"
#undef COLOUR
};

static int compare_name(const void *name, const void *row)
{
	return strcasecmp(name, ((const struct named *)row)->name);
}

static bool find_named(const char *name, int32_t *colour)
{
	const struct named *found = bsearch(name, colours, sizeof colours / sizeof *colours,
		sizeof *colours, compare_name);

	if (found)
		*colour = found->colour;
	return found;
}

/* "#fa0" is "#ffaa00". */
static bool parse_hexadecimal(const char *digits, int32_t *colour)
{
	size_t n = strspn(digits, "0123456789abcdefABCDEF");
	long value = strtol(digits, NULL, 16);

	if (digits[n] || (n != 3 && n != 6))
		return false;
	if (n == 3)
		value = (value >> 8) * 0x110000 + (value >> 4 & 15) * 0x1100 + (value & 15) * 0x11;
	*colour = (int32_t)value;
	return true;
}

static int32_t to_part(double value)
{
	return (int32_t)(value < 0 ? 0 : value > 255 ? 255 : value + 0.5);
}

/* "rgb(255, 170, 0)", "rgb(100%, 66.7%, 0%)": all three alike. */
static bool parse_rgb(const char *at, int32_t *colour)
{
	int percents = 0;

	*colour = 0;
	for (int i = 0; i < 3; i++) {
		double part;

		if (!svg_number_next(&at, &part))
			return false;
		if (*at == '%') {
			at++;
			percents++;
			part *= 2.55;
		}
		*colour = *colour << 8 | to_part(part);
	}
	return *at == ')' && svg_number_ends(at + 1) && percents % 3 == 0;
}

static enum svg_verdict parse_colour(const char *value, const struct svg_paint *paint,
	int32_t *colour)
{
	bool known = true;

	if (!strcasecmp(value, "none") || !strcasecmp(value, "transparent"))
		*colour = COLOUR_NONE;
	else if (!strcasecmp(value, "currentColor"))
		*colour = paint->colour;
	else if (!strncmp(value, "url(", 4))
		return SVG_NOT_DRAWN;
	else if (!strncmp(value, "rgb(", 4))
		known = parse_rgb(value + 4, colour);
	else
		known = value[0] == '#' ? parse_hexadecimal(value + 1, colour)
			: find_named(value, colour);
	return known ? SVG_TAKEN : SVG_BAD_VALUE;
}

static enum svg_verdict set_fill(struct svg_paint *paint, const char *value)
{
	return parse_colour(value, paint, &paint->fill);
}

static enum svg_verdict set_stroke(struct svg_paint *paint, const char *value)
{
	return parse_colour(value, paint, &paint->stroke);
}

static enum svg_verdict set_colour(struct svg_paint *paint, const char *value)
{
	return parse_colour(value, paint, &paint->colour);
}

/* The index of the value among the words, or -1. */
static int find_word(const char *value, const char *const words[3])
{
	for (int i = 0; i < 3 && words[i]; i++)
		if (!strcmp(value, words[i]))
			return i;
	return -1;
}

static enum svg_verdict set_rule(struct svg_paint *paint, const char *value)
{
	int word = find_word(value, (const char *const[3]){ "nonzero", "evenodd" });

	if (word >= 0)
		paint->even_odd = word;
	return word >= 0 ? SVG_TAKEN : SVG_BAD_VALUE;
}

static enum svg_verdict set_cap(struct svg_paint *paint, const char *value)
{
	int word = find_word(value, (const char *const[3]){ "butt", "round", "square" });

	if (word >= 0)
		paint->cap = (enum path_cap)word;
	return word >= 0 ? SVG_TAKEN : SVG_BAD_VALUE;
}

static enum svg_verdict set_join(struct svg_paint *paint, const char *value)
{
	int word = find_word(value, (const char *const[3]){ "miter", "round", "bevel" });

	if (word >= 0)
		paint->join = (enum path_join)word;
	return word >= 0 ? SVG_TAKEN : SVG_BAD_VALUE;
}

static enum svg_verdict set_width(struct svg_paint *paint, const char *value)
{
	return svg_number_length(value, &paint->width) && paint->width >= 0 ? SVG_TAKEN
		: SVG_BAD_VALUE;
}

static enum svg_verdict set_miter(struct svg_paint *paint, const char *value)
{
	return svg_number_all(value, &paint->miter, 1) && paint->miter >= 1 ? SVG_TAKEN
		: SVG_BAD_VALUE;
}

/* One number is a dash and a gap of that length; more than two we cannot draw. */
static enum svg_verdict set_dashes(struct svg_paint *paint, const char *value)
{
	double dash, gap;

	paint->dash = paint->gap = 0;
	if (!strcmp(value, "none"))
		return SVG_TAKEN;
	if (!svg_number_next(&value, &dash) || dash < 0)
		return SVG_BAD_VALUE;
	gap = dash;
	if (!svg_number_ends(value) && (!svg_number_next(&value, &gap) || gap < 0))
		return SVG_BAD_VALUE;
	if (!svg_number_ends(value) || (gap > 0 && dash <= 0))
		return SVG_NOT_DRAWN;
	if (gap > 0) {
		paint->dash = dash;
		paint->gap = gap;
	}
	return SVG_TAKEN;
}

static enum svg_verdict set_display(struct svg_paint *paint, const char *value)
{
	paint->hidden |= !strcmp(value, "none");
	return SVG_TAKEN;
}

static enum svg_verdict demand(bool met)
{
	return met ? SVG_TAKEN : SVG_NOT_DRAWN;
}

static enum svg_verdict demand_none(struct svg_paint *paint, const char *value)
{
	(void)paint;
	return demand(!strcmp(value, "none"));
}

static enum svg_verdict demand_visible(struct svg_paint *paint, const char *value)
{
	(void)paint;
	return demand(!strcmp(value, "visible"));
}

static enum svg_verdict demand_normal(struct svg_paint *paint, const char *value)
{
	(void)paint;
	return demand(!strcmp(value, "normal") || !strncmp(value, "fill", 4));
}

static enum svg_verdict demand_zero(struct svg_paint *paint, const char *value)
{
	double number;

	(void)paint;
	return demand(svg_number_length(value, &number) && number >= 0 && number <= 0);
}

/* Transparent shapes have their place in what a PDF of the archive does without. */
static enum svg_verdict demand_opaque(struct svg_paint *paint, const char *value)
{
	double number;

	(void)paint;
	return demand(!strcmp(value, "100%") || (svg_number_all(value, &number, 1) && number >= 1));
}

static const struct {
	const char *name;
	enum svg_verdict (*set)(struct svg_paint *, const char *value);
} properties[] = {
	{ "fill", set_fill }, { "stroke", set_stroke }, { "color", set_colour },
	{ "fill-rule", set_rule }, { "stroke-width", set_width }, { "stroke-linecap", set_cap },
	{ "stroke-linejoin", set_join }, { "stroke-miterlimit", set_miter },
	{ "stroke-dasharray", set_dashes }, { "display", set_display },
	{ "opacity", demand_opaque }, { "fill-opacity", demand_opaque },
	{ "stroke-opacity", demand_opaque }, { "stroke-dashoffset", demand_zero },
	{ "visibility", demand_visible }, { "mix-blend-mode", demand_normal },
	{ "paint-order", demand_normal }, { "vector-effect", demand_none },
	{ "clip-path", demand_none }, { "mask", demand_none }, { "filter", demand_none },
	{ "marker", demand_none }, { "marker-start", demand_none }, { "marker-mid", demand_none },
	{ "marker-end", demand_none },
};

/* What paths do not show: text, gradients, hints; - is what programs add for themselves. */
static bool is_harmless(const char *name)
{
	static const char *const beginnings[] = {
		"-", "baseline-shift", "block-progression", "clip-rule", "color-", "cursor",
		"direction", "dominant-baseline", "enable-background", "flood-", "font",
		"image-rendering", "inline-size", "isolation", "letter-spacing", "lighting-color",
		"line-height", "overflow", "pointer-events", "shape-", "solid-", "stop-", "text-",
		"unicode-bidi", "white-space", "word-spacing", "writing-mode",
	};

	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
		if (!strncmp(name, beginnings[i], strlen(beginnings[i])))
			return true;
	return false;
}

enum svg_verdict svg_paint_set(struct svg_paint *paint, const char *name, const char *value)
{
	for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
		if (!strcmp(name, properties[i].name))
			return !strcmp(value, "inherit") ? SVG_TAKEN
				: properties[i].set(paint, value);
	return is_harmless(name) ? SVG_TAKEN : SVG_STRANGER;
}
