#include "pdf/glyf.h"

#include <string.h>

enum {
	GLYPHS_MOST = 65535,
	DEPTH_MOST = 16,		/* of composites inside composites */
	/* Sizes and places in the tables (OpenType 1.9, chapters glyf, head, hhea, maxp). */
	GLYPH_HEAD_SIZE = 10, COMPONENT_SIZE = 8,
	HEAD_SIZE = 54, HEAD_CHECKSUM = 8, HEAD_LOCA_FORMAT = 50,
	HHEA_SIZE = 36, HHEA_METRICS = 34,
	MAXP_SIZE = 32, MAXP_GLYPHS = 4, MAXP_COMPOSITE_POINTS = 10, MAXP_COMPOSITE_CONTOURS = 12,
	MAXP_COMPONENTS = 28, MAXP_DEPTH = 30,
	/* Flags of a component. */
	ARGS_ARE_WORDS = 0x1, ARGS_ARE_XY = 0x2, HAS_SCALE = 0x8, MORE_COMPONENTS = 0x20,
	HAS_XY_SCALE = 0x40, HAS_MATRIX = 0x80,
};

/* The sum over a whole font file, its own field counted as 0. */
#define FILE_CHECKSUM 0xb1b0afbau

struct table {
	const unsigned char *at;
	size_t n;
};

enum table_name { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, TABLES };

static const char *const table_tags[TABLES] = { "glyf", "head", "hhea", "hmtx", "loca", "maxp" };

struct shape {
	int32_t x0, y0, x1, y1;
	uint32_t points, contours, depth;
	uint32_t visits;		/* of outlines: a font may nest them without end */
};

struct extender {
	struct table tables[TABLES];
	uint32_t glyphs, metrics;	/* in the font; metrics: with an advance of their own */
	bool long_loca;
	bool failed;
	struct bytes glyf, hmtx, loca;
	uint32_t points, contours, components, depth;	/* the most of any composite */
};

static uint32_t u16(const unsigned char *at)
{
	return (uint32_t)at[0] << 8 | at[1];
}

static int32_t i16(const unsigned char *at)
{
	return (int16_t)u16(at);
}

static uint32_t u32(const unsigned char *at)
{
	return u16(at) << 16 | u16(at + 2);
}

static void put16(struct bytes *bytes, int32_t value)
{
	bytes_add(bytes, (char[]){ (char)((uint32_t)value >> 8 & 0xff), (char)(value & 0xff) }, 2);
}

static void put32(struct bytes *bytes, uint32_t value)
{
	put16(bytes, (int32_t)(value >> 16));
	put16(bytes, (int32_t)(value & 0xffff));
}

static void set16(struct bytes *bytes, size_t at, uint32_t value)
{
	bytes->at[at] = (char)(value >> 8 & 0xff);
	bytes->at[at + 1] = (char)(value & 0xff);
}

static void set32(struct bytes *bytes, size_t at, uint32_t value)
{
	set16(bytes, at, value >> 16);
	set16(bytes, at + 2, value & 0xffff);
}

static void pad(struct bytes *bytes)
{
	while (bytes->n % 4)
		bytes_add(bytes, "", 1);
}

/* Empty if the font has no such table or it reaches past the font's end. */
static struct table find_table(const unsigned char *font, size_t n, const char *tag)
{
	uint32_t count = n < 12 ? 0 : u16(font + 4);

	for (uint32_t i = 0; i < count && 12 + 16 * (size_t)(i + 1) <= n; i++) {
		const unsigned char *record = font + 12 + 16 * i;
		uint32_t offset = u32(record + 8), size = u32(record + 12);

		if (!memcmp(record, tag, 4))
			return offset <= n && size <= n - offset
				? (struct table){ font + offset, size } : (struct table){ font, 0 };
	}
	return (struct table){ font, 0 };
}

/* Answers whether the tables agree on the number of glyphs. */
static bool read_tables(struct extender *e, const unsigned char *font, size_t n)
{
	for (int i = 0; i < TABLES; i++)
		e->tables[i] = find_table(font, n, table_tags[i]);
	if (e->tables[HEAD].n < HEAD_SIZE || e->tables[HHEA].n < HHEA_SIZE
			|| e->tables[MAXP].n < MAXP_SIZE)
		return false;
	e->long_loca = u16(e->tables[HEAD].at + HEAD_LOCA_FORMAT);
	e->metrics = u16(e->tables[HHEA].at + HHEA_METRICS);
	e->glyphs = u16(e->tables[MAXP].at + MAXP_GLYPHS);
	return e->metrics > 0 && e->metrics <= e->glyphs
		&& e->tables[LOCA].n >= (e->glyphs + 1) * (e->long_loca ? 4u : 2u)
		&& e->tables[HMTX].n >= e->metrics * 4 + (e->glyphs - e->metrics) * 2;
}

static uint32_t offset_of(const struct extender *e, uint32_t glyph)
{
	const unsigned char *loca = e->tables[LOCA].at;

	return e->long_loca ? u32(loca + 4 * glyph) : 2 * u16(loca + 2 * glyph);
}

/* A glyph's outline; n is 0 if it has none (a space). */
static struct table outline(struct extender *e, uint32_t glyph)
{
	uint32_t from, to;

	if (glyph >= e->glyphs) {
		e->failed = true;
		return (struct table){ NULL, 0 };
	}
	from = offset_of(e, glyph);
	to = offset_of(e, glyph + 1);
	if (from > to || to > e->tables[GLYF].n || (to > from && to - from < GLYPH_HEAD_SIZE))
		e->failed = true;
	if (e->failed || from == to)
		return (struct table){ NULL, 0 };
	return (struct table){ e->tables[GLYF].at + from, to - from };
}

static int32_t advance_of(const struct extender *e, uint32_t glyph)
{
	return (int32_t)u16(e->tables[HMTX].at + 4 * (glyph < e->metrics ? glyph : e->metrics - 1));
}

static int32_t side_bearing(const struct extender *e, uint32_t glyph)
{
	const unsigned char *hmtx = e->tables[HMTX].at;

	return glyph < e->metrics ? i16(hmtx + 4 * glyph + 2)
		: i16(hmtx + 4 * e->metrics + 2 * (glyph - e->metrics));
}

static void copy_glyphs(struct extender *e)
{
	bytes_add(&e->glyf, e->tables[GLYF].at, e->tables[GLYF].n);
	pad(&e->glyf);
	for (uint32_t i = 0; i < e->glyphs; i++) {
		put32(&e->loca, offset_of(e, i));
		put16(&e->hmtx, advance_of(e, i));
		put16(&e->hmtx, side_bearing(e, i));
	}
}

static size_t component_size(uint32_t flags)
{
	return 4 + (flags & ARGS_ARE_WORDS ? 4u : 2u) + (flags & HAS_SCALE ? 2u : 0)
		+ (flags & HAS_XY_SCALE ? 4u : 0) + (flags & HAS_MATRIX ? 8u : 0);
}

/* Adds the glyph's to points, contours and depth.  Recurses as deep as composites are nested. */
static void count_outline(struct extender *e, uint32_t glyph, uint32_t depth, struct shape *shape)
{
	struct table glyf = outline(e, glyph);
	int32_t contours = glyf.n ? i16(glyf.at) : 0;
	uint32_t flags = MORE_COMPONENTS;

	if (shape->depth < depth)
		shape->depth = depth;
	if (contours > 0 && glyf.n < GLYPH_HEAD_SIZE + 2 * (size_t)contours)
		e->failed = true;
	if (depth > DEPTH_MOST || ++shape->visits > GLYPHS_MOST)
		e->failed = true;
	if (e->failed)
		return;
	if (contours > 0) {
		shape->contours += (uint32_t)contours;
		shape->points += u16(glyf.at + GLYPH_HEAD_SIZE + 2 * (contours - 1)) + 1;
	}
	if (contours >= 0)
		return;
	for (size_t at = GLYPH_HEAD_SIZE; flags & MORE_COMPONENTS; at += component_size(flags)) {
		if (e->failed || at + 4 > glyf.n) {
			e->failed = true;
			return;
		}
		flags = u16(glyf.at + at);
		count_outline(e, u16(glyf.at + at + 2), depth + 1, shape);
	}
}

static int32_t least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static bool fits(int32_t value)
{
	return value >= INT16_MIN && value <= INT16_MAX;
}

static void extend_box(struct shape *shape, const unsigned char *box, int32_t dx, int32_t dy)
{
	shape->x0 = least(shape->x0, i16(box) + dx);
	shape->y0 = least(shape->y0, i16(box + 2) + dy);
	shape->x1 = most(shape->x1, i16(box + 4) + dx);
	shape->y1 = most(shape->y1, i16(box + 6) + dy);
}

/*
 * Writes the component; answers whether it is more than white.  A glyph shown
 * alone begins at its side bearing, whatever its outline says; inside a
 * composite its outline counts.
 */
static bool add_component(struct extender *e, const struct component *part, struct shape *shape)
{
	struct table glyf = outline(e, part->glyph);
	int32_t dx;

	if (!glyf.n)
		return false;
	dx = part->dx + side_bearing(e, part->glyph) - i16(glyf.at + 2);
	if (!fits(dx) || !fits(part->dy))
		e->failed = true;
	extend_box(shape, glyf.at + 2, dx, part->dy);
	count_outline(e, part->glyph, 1, shape);
	put16(&e->glyf, ARGS_ARE_WORDS | ARGS_ARE_XY | MORE_COMPONENTS);
	put16(&e->glyf, (int32_t)part->glyph);
	put16(&e->glyf, dx);
	put16(&e->glyf, part->dy);
	return true;
}

static void keep_most(struct extender *e, const struct shape *shape, uint32_t components)
{
	e->points = e->points > shape->points ? e->points : shape->points;
	e->contours = e->contours > shape->contours ? e->contours : shape->contours;
	e->depth = e->depth > shape->depth ? e->depth : shape->depth;
	e->components = e->components > components ? e->components : components;
}

static void set_head(struct extender *e, size_t at, const struct shape *shape)
{
	set16(&e->glyf, at, 0xffff);
	set16(&e->glyf, at + 2, (uint32_t)shape->x0);
	set16(&e->glyf, at + 4, (uint32_t)shape->y0);
	set16(&e->glyf, at + 6, (uint32_t)shape->x1);
	set16(&e->glyf, at + 8, (uint32_t)shape->y1);
	if (!fits(shape->x0) || !fits(shape->y0) || !fits(shape->x1) || !fits(shape->y1))
		e->failed = true;
}

static void add_composite(struct extender *e, const struct composite *composite)
{
	struct shape shape = { INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN, 0, 0, 0, 0 };
	size_t head = e->glyf.n;
	uint32_t n = 0;

	put32(&e->loca, (uint32_t)head);
	put16(&e->hmtx, composite->advance);
	if (composite->advance < 0 || composite->advance > UINT16_MAX)
		e->failed = true;
	bytes_add(&e->glyf, (char[GLYPH_HEAD_SIZE]){ 0 }, GLYPH_HEAD_SIZE);
	for (int i = 0; i < composite->n && !e->failed; i++)
		n += add_component(e, &composite->components[i], &shape);
	if (n) {
		set_head(e, head, &shape);
		set16(&e->glyf, e->glyf.n - COMPONENT_SIZE, ARGS_ARE_WORDS | ARGS_ARE_XY);
		pad(&e->glyf);
		keep_most(e, &shape, n);
	} else
		e->glyf.n = head;
	put16(&e->hmtx, n ? shape.x0 : 0);
}

/* A copy of one of the font's tables behind those in out. */
static size_t add_table(struct bytes *out, const void *from, size_t n)
{
	size_t at = out->n;

	bytes_add(out, from, n);
	pad(out);
	return at;
}

static uint32_t checksum(const struct bytes *bytes, size_t from, size_t to)
{
	uint32_t sum = 0;

	for (size_t i = from; i < to; i += 4)
		sum += u32((const unsigned char *)bytes->at + i);
	return sum;
}

static void raise16(struct bytes *bytes, size_t at, uint32_t value)
{
	if (u16((const unsigned char *)bytes->at + at) < value)
		set16(bytes, at, value);
}

static void set_maxp(const struct extender *e, struct bytes *out, size_t maxp, uint32_t glyphs)
{
	set16(out, maxp + MAXP_GLYPHS, glyphs);
	raise16(out, maxp + MAXP_COMPOSITE_POINTS, e->points);
	raise16(out, maxp + MAXP_COMPOSITE_CONTOURS, e->contours);
	raise16(out, maxp + MAXP_COMPONENTS, e->components);
	raise16(out, maxp + MAXP_DEPTH, e->depth);
}

/* The tables' directory stands before them; offsets[TABLES] is the end of the last. */
static void set_directory(struct bytes *out, size_t font, const size_t *offsets,
	const size_t *sizes)
{
	for (int i = 0; i < TABLES; i++) {
		size_t record = font + 12 + 16 * (size_t)i;

		memcpy(out->at + record, table_tags[i], 4);
		set32(out, record + 4, checksum(out, offsets[i], offsets[i + 1]));
		set32(out, record + 8, (uint32_t)(offsets[i] - font));
		set32(out, record + 12, (uint32_t)sizes[i]);
	}
	set32(out, offsets[HEAD] + HEAD_CHECKSUM, FILE_CHECKSUM - checksum(out, font, out->n));
}

static void write_font(const struct extender *e, uint32_t glyphs, struct bytes *out)
{
	static const char header[12] = { 0, 1, 0, 0, 0, TABLES, 0, 64, 0, 2, 0, 32 };
	static const char directory[16 * TABLES];
	const struct table tables[TABLES] = {
		{ (const unsigned char *)e->glyf.at, e->glyf.n }, e->tables[HEAD], e->tables[HHEA],
		{ (const unsigned char *)e->hmtx.at, e->hmtx.n },
		{ (const unsigned char *)e->loca.at, e->loca.n }, e->tables[MAXP],
	};
	size_t font = out->n, offsets[TABLES + 1], sizes[TABLES];

	bytes_add(out, header, sizeof header);
	bytes_add(out, directory, sizeof directory);
	for (int i = 0; i < TABLES; i++) {
		sizes[i] = tables[i].n;
		offsets[i] = add_table(out, tables[i].at, tables[i].n);
	}
	offsets[TABLES] = out->n;
	set32(out, offsets[HEAD] + HEAD_CHECKSUM, 0);
	set16(out, offsets[HEAD] + HEAD_LOCA_FORMAT, 1);
	set16(out, offsets[HHEA] + HHEA_METRICS, glyphs);
	set_maxp(e, out, offsets[MAXP], glyphs);
	set_directory(out, font, offsets, sizes);
}

bool glyf_extend(const void *font, size_t n, const struct composites *composites,
	struct bytes *out)
{
	struct extender e = { .glyf.arena = out->arena, .hmtx.arena = out->arena,
		.loca.arena = out->arena };

	pad(out);
	if (!read_tables(&e, font, n) || e.glyphs + (uint32_t)composites->n > GLYPHS_MOST)
		return false;
	copy_glyphs(&e);
	for (int i = 0; i < composites->n && !e.failed; i++)
		add_composite(&e, &composites->at[i]);
	put32(&e.loca, (uint32_t)e.glyf.n);
	if (e.failed || e.points > UINT16_MAX || e.contours > UINT16_MAX)
		return false;
	write_font(&e, e.glyphs + (uint32_t)composites->n, out);
	return true;
}
