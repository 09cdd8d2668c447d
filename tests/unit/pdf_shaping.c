/*
 * Does the ink in a finished PDF stand where hb-shape's glyphs stand?  Every contour of both, point
 * by point: what the glyphs are called, and which of them are composites, is not compared.
 *   pdf_shaping FONT SHAPES EMBEDDED TRACE GAP SHIFT
 * SHAPES: hb-shape's glyphs (numbers; clusters in bytes) behind its text and a tab, one piece a
 * line; a piece is part of the line before where "|" begins it.  EMBEDDED: the font program from
 * the PDF.  TRACE: mutool's for the PDF, a line for each of the text.  GAP, in 1/1000 em: how far
 * clusters are spread.  SHIFT, in 1/1000 em: how far one mark of each line is put wrong; only
 * lines that have a mark are counted then, and none of them should pass.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include "base/arena.h"
#include "base/utf8.h"

enum {
	LINE_LENGTH = 1 << 16,
	LEFT = 40,			/* where pdf_test begins its lines */
	TOLERANCE = 10,			/* in 1/1000 em */
	SARA_AM = 0xe33,
};

/* In em, from the line's origin. */
struct point { double x, y; };

struct contour {
	int first, n;			/* in ink.points */
	bool taken;
};

struct points LIST(struct point);
struct contours LIST(struct contour);

/* The outlines of a line of text. */
struct ink {
	struct points points;
	struct contours contours;
};

struct comparison {
	struct arena *arena;		/* of a line */
	FT_Face font, embedded;
	FILE *shapes, *trace;
	double gap, shift;		/* em */
	double farthest;		/* of all points compared */
	int outlines, passed, failed;
};

struct buffers {
	char shape[LINE_LENGTH], trace[LINE_LENGTH];
	bool more_shapes, more_glyphs;
};

static void die(const char *what)
{
	fprintf(stderr, "pdf_shaping: %s\n", what);
	exit(1);
}

static FT_Face open_face(FT_Library library, const char *path)
{
	FT_Face face;

	if (FT_New_Face(library, path, 0, &face))
		die(path);
	return face;
}

static FILE *open_file(const char *path)
{
	FILE *file = fopen(path, "r");

	if (!file)
		die(path);
	return file;
}

static void add_contour(struct arena *arena, struct ink *ink, const FT_Outline *outline, int first,
	int end)
{
	struct contour *contour = list_add(arena, &ink->contours);

	contour->first = ink->points.n;
	contour->n = end - first;
	for (int i = first; i < end; i++)
		*list_add(arena, &ink->points) = (struct point){ (double)outline->points[i].x,
			(double)outline->points[i].y };
}

static void add_glyph(struct arena *arena, struct ink *ink, FT_Face face, unsigned glyph,
	struct point origin)
{
	const FT_Outline *outline = &face->glyph->outline;
	int first = 0, known = ink->points.n;

	if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE))
		die("a glyph that is not in its font");
	for (int i = 0; i < outline->n_contours; i++) {
		add_contour(arena, ink, outline, first, outline->contours[i] + 1);
		first = outline->contours[i] + 1;
	}
	for (int i = known; i < ink->points.n; i++) {
		struct point *point = &ink->points.at[i];

		point->x = point->x / face->units_per_EM + origin.x;
		point->y = point->y / face->units_per_EM + origin.y;
	}
}

static uint32_t character_at(const char *utf8)
{
	return utf8_next(&utf8, utf8 + strlen(utf8));
}

static bool is_thai_letter(uint32_t c)
{
	return (c >= 0xe01 && c <= 0xe3a) || (c >= 0xe40 && c <= 0xe4e);
}

/* Between two clusters of Thai letters; SARA AM stays with its base (UAX #29). */
static bool is_gap(const char *text, long before, long cluster)
{
	return before >= 0 && before != cluster && is_thai_letter(character_at(text + before))
		&& is_thai_letter(character_at(text + cluster))
		&& character_at(text + cluster) != SARA_AM;
}

/*
 * "[470=0+614|735=10@1,0+0]" at pen; answers the pen behind it.  *marks counts the glyphs without
 * width; the first of a line is put wrong by comparison->shift.
 */
static double add_shape(struct comparison *comparison, struct ink *ink, const char *text,
	double pen, int *marks)
{
	double em = comparison->font->units_per_EM, shift;
	char *at = strchr(text, '\t') + 1;
	long before = -1;

	while (*at == '[' || *at == '|') {
		long glyph = strtol(at + 1, &at, 10);
		long cluster = strtol(at + 1, &at, 10);
		long x = *at == '@' ? strtol(at + 1, &at, 10) : 0;
		long y = *at == ',' ? strtol(at + 1, &at, 10) : 0;
		long advance = strtol(at + 1, &at, 10);

		if (is_gap(text, before, cluster))
			pen += comparison->gap;
		before = cluster;
		shift = !advance && !(*marks)++ ? comparison->shift : 0;
		add_glyph(comparison->arena, ink, comparison->font, (unsigned)glyph,
			(struct point){ pen + shift + (double)x / em, (double)y / em });
		pen += (double)advance / em;
	}
	return pen;
}

static void next_shape(struct comparison *comparison, struct buffers *buffers)
{
	buffers->more_shapes = fgets(buffers->shape, LINE_LENGTH, comparison->shapes);
}

/* Answers how many marks the next line of text has. */
static int read_expected(struct comparison *comparison, struct buffers *buffers, struct ink *ink)
{
	double pen = 0;
	int marks = 0;

	do {
		const char *text = buffers->shape + (*buffers->shape == '|');

		pen = add_shape(comparison, ink, text, pen, &marks);
		next_shape(comparison, buffers);
	} while (buffers->more_shapes && *buffers->shape == '|');
	return marks;
}

/* The attribute's number. */
static double number_of(const char *element, const char *attribute)
{
	const char *found = strstr(element, attribute);

	if (!found)
		die("a trace of another form");
	return strtod(found + strlen(attribute), NULL);
}

/* A code's second character is an element without a glyph. */
static void next_glyph(struct comparison *comparison, struct buffers *buffers, double *size)
{
	while ((buffers->more_glyphs = fgets(buffers->trace, LINE_LENGTH, comparison->trace))) {
		if (strstr(buffers->trace, "<span "))
			*size = number_of(buffers->trace, " trm=\"");
		if (strstr(buffers->trace, " glyph=\""))
			return;
	}
}

/* All glyphs on one baseline. */
static void read_got(struct comparison *comparison, struct buffers *buffers, double *size,
	struct ink *ink)
{
	double y0, y;

	if (!buffers->more_glyphs)
		return;
	y0 = y = number_of(buffers->trace, " y=\"");
	do {
		double x = number_of(buffers->trace, " x=\"");

		add_glyph(comparison->arena, ink, comparison->embedded,
			(unsigned)number_of(buffers->trace, " glyph=\""),
			(struct point){ (x - LEFT) / *size, (y - y0) / *size });
		next_glyph(comparison, buffers, size);
		if (buffers->more_glyphs)
			y = number_of(buffers->trace, " y=\"");
	} while (buffers->more_glyphs && fabs(y - y0) < *size / 2);
}

/* Of the two points that are farthest apart; infinite for outlines of different forms. */
static double distance(const struct ink *a, const struct contour *b, const struct ink *c,
	const struct contour *d)
{
	double most = 0;

	if (b->n != d->n)
		return INFINITY;
	for (int i = 0; i < b->n && most * 1000 <= TOLERANCE; i++) {
		const struct point *from = &a->points.at[b->first + i];
		const struct point *to = &c->points.at[d->first + i];

		most = fmax(most, hypot(from->x - to->x, from->y - to->y));
	}
	return most;
}

/* Takes the nearest contour that is left. */
static double take_nearest(const struct ink *expected, const struct contour *contour,
	struct ink *got)
{
	struct contour *nearest = NULL;
	double least = INFINITY;

	for (int i = 0; i < got->contours.n; i++) {
		struct contour *other = &got->contours.at[i];
		double found = other->taken ? INFINITY : distance(expected, contour, got, other);

		if (found < least) {
			least = found;
			nearest = other;
		}
	}
	if (nearest)
		nearest->taken = true;
	return least;
}

static bool compare_ink(struct comparison *comparison, const struct ink *expected, struct ink *got)
{
	double farthest = 0;

	for (int i = 0; i < expected->contours.n; i++)
		farthest = fmax(farthest, take_nearest(expected, &expected->contours.at[i], got));
	if (expected->contours.n != got->contours.n || farthest * 1000 > TOLERANCE)
		return false;
	comparison->outlines += expected->contours.n;
	comparison->farthest = fmax(comparison->farthest, farthest);
	return true;
}

static void compare_line(struct comparison *comparison, struct buffers *buffers, double *size)
{
	struct ink expected = { 0 }, got = { 0 };
	char *text;
	int marks;

	comparison->arena = arena_open();
	text = arena_text(comparison->arena, buffers->shape);
	text[strcspn(text, "\t")] = '\0';
	marks = read_expected(comparison, buffers, &expected);
	read_got(comparison, buffers, size, &got);
	if (comparison->shift != 0 && !marks)
		;
	else if (compare_ink(comparison, &expected, &got))
		comparison->passed++;
	else {
		comparison->failed++;
		if (comparison->shift == 0)
			printf("%s: %s\n", comparison->font->family_name, text);
	}
	arena_close(comparison->arena);
}

static void compare_all(struct comparison *comparison)
{
	struct buffers *buffers = calloc(1, sizeof *buffers);
	double size = 1;

	if (!buffers)
		die("no memory");
	next_shape(comparison, buffers);
	next_glyph(comparison, buffers, &size);
	while (buffers->more_shapes)
		compare_line(comparison, buffers, &size);
	comparison->failed += buffers->more_glyphs;
	free(buffers);
}

int main(int argc, char **argv)
{
	struct comparison comparison = { 0 };
	FT_Library library = NULL;

	if (argc < 7 || FT_Init_FreeType(&library))
		die("FONT SHAPES EMBEDDED TRACE GAP SHIFT");
	comparison.font = open_face(library, argv[1]);
	comparison.shapes = open_file(argv[2]);
	comparison.embedded = open_face(library, argv[3]);
	comparison.trace = open_file(argv[4]);
	comparison.gap = atof(argv[5]) / 1000;
	comparison.shift = atof(argv[6]) / 1000;
	compare_all(&comparison);
	printf("%d %d %d %.5f\n", comparison.passed, comparison.failed, comparison.outlines,
		comparison.farthest);
	fclose(comparison.shapes);
	fclose(comparison.trace);
	FT_Done_FreeType(library);
	return comparison.failed > 0;
}
