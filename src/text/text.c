#include "text/text.h"

#include <hb.h>
#include <string.h>

#include "base/utf8.h"
#include "text/character.h"
#include "text/item.h"
#include "text/shape.h"

enum { GLYPHS_MOST = (1 << GLYPH_BITS) - 1 };

struct before LIST(enum break_kind);

struct shaper {
	struct arena *arena;
	struct fonts *fonts;
	struct breaker *breaker;
	struct shapes *shapes;

	/* Of the text being shaped; the texts to come use their room again. */
	struct bytes utf8;
	struct items items;
	struct before before;		/* by byte */
	struct clusters clusters;
	struct glyphs glyphs;
};

/* A text while its clusters are made. */
struct making {
	struct arena *arena;
	struct shaper *shaper;
	struct text *text;		/* its clusters and glyphs are the shaper's so far */
	const struct spans *spans;
	struct problems *problems;
};

struct shaper *shaper_open(struct arena *arena, const char *dictionary,
	const struct catalogue *catalogue, struct problems *problems)
{
	struct shaper *shaper = arena_new(arena, struct shaper);

	shaper->arena = shaper->utf8.arena = arena;
	shaper->breaker = breaker_open(arena, dictionary, problems);
	if (!shaper->breaker)
		return NULL;
	shaper->fonts = fonts_open(arena, catalogue);
	shaper->shapes = shapes_open(arena);
	return shaper;
}

void shaper_words(struct shaper *shaper, const struct words *words)
{
	breaker_words(shaper->breaker, words);
}

length run_length(const struct run *run, int32_t font_units)
{
	return units_scale(font_units, run->size, run->font->units_per_em);
}

static length size_of(const struct style *style, const struct font *font)
{
	return units_scale(style->size, font->scale, 10000);
}

static void begin_run(const struct making *making, const struct item *item)
{
	struct runs *runs = &making->text->runs;
	const struct style *style = making->spans->at[item->span].style;
	struct run *run;

	if (runs->n && runs->at[runs->n - 1].span == item->span
			&& runs->at[runs->n - 1].font == item->font)
		return;
	run = list_add(making->arena, runs);
	run->font = item->font;
	run->style = style;
	run->size = size_of(style, item->font);
	run->span = item->span;
	run->first = making->shaper->clusters.n;
}

/* Masked, so that the compiler sees that it fits: keep() ends where there are more. */
static struct cluster cluster_at(int byte, int glyph)
{
	return (struct cluster){ .byte = byte, .glyph = (unsigned)glyph & GLYPHS_MOST };
}

/* Of the last run; glyph counts from the glyphs so far. */
static struct cluster *begin_cluster(const struct making *making, int byte, int glyph,
	enum cluster_kind kind)
{
	struct shaper *shaper = making->shaper;
	struct runs *runs = &making->text->runs;
	struct cluster *cluster = list_add(shaper->arena, &shaper->clusters);

	*cluster = cluster_at(byte, shaper->glyphs.n + glyph);
	cluster->kind = kind & 0x7;
	cluster->before = shaper->before.at[byte] & 0x3;
	runs->at[runs->n - 1].n++;
	return cluster;
}

static void report_missing(const struct making *making, const struct item *item, int byte)
{
	const char *at = making->text->utf8 + byte, *start = at;
	uint32_t character = utf8_next(&at, making->text->utf8 + item->end);
	struct arena *arena = making->problems->arena;

	problem_report(making->problems, PROBLEM_GLYPH_MISSING, making->spans->at[item->span].place,
		arena_copy(arena, start, (size_t)(at - start)),
		arena_printf(arena, "U+%04X", (unsigned)character));
}

static void add_shaped_cluster(const struct making *making, int byte,
	const struct shaped_cluster *shaped)
{
	struct cluster *cluster = begin_cluster(making, byte, shaped->glyph, shaped->kind);

	if (shaped->bound)
		cluster->before = BREAK_NO;
}

static void add_piece(const struct making *making, const struct item *item,
	const struct piece *piece)
{
	const struct shape *shape = piece->shape;
	struct shaper *shaper = making->shaper;

	for (int i = 0; i < shape->cluster_count; i++)
		add_shaped_cluster(making, piece->first + shape->clusters[i].byte,
			&shape->clusters[i]);
	for (int i = 0; i < shape->glyph_count; i++)
		*list_add(shaper->arena, &shaper->glyphs) = shape->glyphs[i];
	for (int i = 0; i < shape->missing_count; i++)
		report_missing(making, item, piece->first + shape->missing[i]);
}

static void add_glyph_for(const struct making *making, const struct font *font,
	uint32_t character)
{
	struct glyph *glyph = list_add(making->shaper->arena, &making->shaper->glyphs);

	*glyph = (struct glyph){ 0 };
	if (hb_font_get_nominal_glyph(font->shaper, character, &glyph->id))
		glyph->advance = hb_font_get_glyph_h_advance(font->shaper, glyph->id);
}

static void add_hyphen(const struct making *making, const struct item *item)
{
	uint32_t hyphen = font_has(item->font, HYPHEN) ? HYPHEN : '-';

	begin_cluster(making, item->first, 0, CLUSTER_HYPHEN);
	add_glyph_for(making, item->font, hyphen);
}

static void add_single(const struct making *making, const struct item *item)
{
	static const enum cluster_kind kinds[] = {
		[SPAN_BREAK] = CLUSTER_BREAK, [SPAN_TAB] = CLUSTER_TAB,
		[SPAN_LEADER] = CLUSTER_LEADER,
	};

	begin_cluster(making, item->first, 0, kinds[item->kind]);
	/* Without a space, what stands before and behind would be read as one word. */
	add_glyph_for(making, item->font, ' ');
}

static void add_item(const struct making *making, const struct item *item)
{
	const struct pieces *pieces;

	begin_run(making, item);
	if (item->kind != SPAN_TEXT) {
		add_single(making, item);
		return;
	}
	if (item->is_hyphen) {
		add_hyphen(making, item);
		return;
	}
	pieces = shapes_find(making->shaper->shapes, &making->shaper->utf8, item,
		making->spans->at[item->span].lang);
	for (int i = 0; i < pieces->n; i++)
		add_piece(making, item, &pieces->at[i]);
}

static void add_sentinel(const struct making *making)
{
	struct shaper *shaper = making->shaper;

	*list_add(shaper->arena, &shaper->clusters) = cluster_at((int)shaper->utf8.n,
		shaper->glyphs.n);
}

static void *copy(struct arena *arena, const void *from, int n, size_t size)
{
	return arena_copy(arena, from, (size_t)n * size);
}

/* The text's own clusters and glyphs, without room for more. */
static void keep(const struct making *making)
{
	struct arena *arena = making->arena;
	struct text *text = making->text;

	if (making->shaper->glyphs.n > GLYPHS_MOST)
		arena_must(NULL);
	text->clusters = making->shaper->clusters;
	text->glyphs = making->shaper->glyphs;
	text->clusters.at = copy(arena, text->clusters.at, text->clusters.n,
		sizeof *text->clusters.at);
	text->glyphs.at = copy(arena, text->glyphs.at, text->glyphs.n, sizeof *text->glyphs.at);
	text->clusters.room = text->clusters.n--;
	text->glyphs.room = text->glyphs.n;
}

static bool is_measured(const struct cluster *cluster)
{
	return cluster->kind == CLUSTER_WORD || cluster->kind == CLUSTER_THAI
		|| cluster->kind == CLUSTER_SPACE || cluster->kind == CLUSTER_HYPHEN;
}

static void fill_advances(const struct text *text, const struct run *run)
{
	for (int i = run->first; i < run->first + run->n; i++) {
		struct cluster *cluster = &text->clusters.at[i];
		int32_t sum = 0;

		for (int g = cluster->glyph; g < cluster[1].glyph; g++)
			sum += text->glyphs.at[g].advance;
		if (is_measured(cluster))
			cluster->advance = run_length(run, sum);
	}
}

/* The number after a leader is never parted from it. */
static void bind_leaders(struct clusters *clusters)
{
	for (int i = 1; i < clusters->n; i++)
		if (clusters->at[i - 1].kind == CLUSTER_LEADER
				&& clusters->at[i].before == BREAK_MAY)
			clusters->at[i].before = BREAK_NO;
}

static void find_breaks(struct shaper *shaper)
{
	struct before *before = &shaper->before;
	const struct bytes *utf8 = &shaper->utf8;

	if ((size_t)before->room < utf8->n) {
		before->room = 2 * (int)utf8->n;
		before->at = arena_alloc(shaper->arena, (size_t)before->room * sizeof *before->at);
	}
	breaks_find(shaper->breaker, utf8->at, (int)utf8->n, before->at);
}

/* A lone span's own text, unless something in it cannot be printed. */
static const char *keep_utf8(struct arena *arena, const struct spans *spans,
	const struct bytes *utf8)
{
	const char *own = spans->n == 1 ? spans->at[0].text : NULL;

	return own && !strcmp(own, utf8->at) ? own : arena_copy(arena, utf8->at, utf8->n);
}

struct text *text_shape(struct arena *arena, struct shaper *shaper, const struct spans *spans,
	struct problems *problems)
{
	struct text *text = arena_new(arena, struct text);
	struct making making = { arena, shaper, text, spans, problems };

	shaper->utf8.n = 0;
	shaper->items.n = shaper->clusters.n = shaper->glyphs.n = 0;
	items_find(shaper->fonts, spans, &shaper->utf8, &shaper->items, problems);
	text->utf8 = keep_utf8(arena, spans, &shaper->utf8);
	find_breaks(shaper);
	for (int i = 0; i < shaper->items.n; i++)
		add_item(&making, &shaper->items.at[i]);
	add_sentinel(&making);
	keep(&making);
	for (int i = 0; i < text->runs.n; i++)
		fill_advances(text, &text->runs.at[i]);
	bind_leaders(&text->clusters);
	return text;
}

const struct run *text_run(const struct text *text, int cluster)
{
	int from = 0, to = text->runs.n - 1;

	while (from < to) {
		int middle = from + (to - from + 1) / 2;

		if (text->runs.at[middle].first <= cluster)
			from = middle;
		else
			to = middle - 1;
	}
	return &text->runs.at[from];
}

struct text_metrics text_metrics(struct shaper *shaper, const struct style *style,
	struct problems *problems)
{
	const struct font *font = fonts_find(shaper->fonts, style, style->place, problems);
	struct text_metrics metrics = { 0, 0 };

	if (font) {
		length size = size_of(style, font);
		metrics.ascent = units_scale(font->ascent, size, font->units_per_em);
		metrics.descent = units_scale(-font->descent, size, font->units_per_em);
	}
	return metrics;
}

static void dump_cluster(const struct text *text, const struct cluster *cluster,
	struct bytes *out)
{
	static const char *const kinds[] = { "word", "thai", "space", "break", "tab", "leader",
		"hyphen" };
	static const char *const breaks[] = { "no", "may", "must" };

	bytes_printf(out, "  %d %s %s %d \"", cluster->byte, kinds[cluster->kind],
		breaks[cluster->before], (int)cluster->advance);
	if (is_measured(cluster))
		bytes_add(out, text->utf8 + cluster->byte,
			(size_t)(cluster[1].byte - cluster->byte));
	bytes_text(out, "\"");
	for (int g = cluster->glyph; g < cluster[1].glyph; g++) {
		const struct glyph *glyph = &text->glyphs.at[g];
		bytes_printf(out, " %u@%d,%d+%d", (unsigned)glyph->id, (int)glyph->dx,
			(int)glyph->dy, (int)glyph->advance);
	}
	bytes_text(out, "\n");
}

void text_dump(const struct text *text, struct bytes *out)
{
	for (int i = 0; i < text->runs.n; i++) {
		const struct run *run = &text->runs.at[i];

		bytes_printf(out, "run span %d %s %d\n", run->span, run->font->name,
			(int)run->size);
		for (int c = run->first; c < run->first + run->n; c++)
			dump_cluster(text, &text->clusters.at[c], out);
	}
}
