#include "text/text.h"

#include <hb.h>

#include "base/utf8.h"
#include "text/character.h"
#include "text/item.h"
#include "text/shape.h"

struct before LIST(enum break_kind);

struct shaper {
	struct arena *arena;
	struct fonts *fonts;
	struct breaker *breaker;
	struct shapes *shapes;
	struct before before;		/* of the text being shaped, by byte */
};

/* A text while its clusters are made. */
struct making {
	struct arena *arena;
	struct shaper *shaper;
	struct text *text;
	const struct bytes *utf8;
	const struct spans *spans;
	struct problems *problems;
};

struct shaper *shaper_open(struct arena *arena, const char *dictionary,
	const struct catalogue *catalogue, struct problems *problems)
{
	struct shaper *shaper = arena_new(arena, struct shaper);

	shaper->arena = arena;
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
	run->first = making->text->clusters.n;
}

static struct cluster *begin_cluster(const struct making *making, int byte,
	enum cluster_kind kind)
{
	struct text *text = making->text;
	struct cluster *cluster = list_add(making->arena, &text->clusters);

	cluster->byte = byte;
	cluster->glyph = text->glyphs.n;
	cluster->run = text->runs.n - 1;
	cluster->kind = kind;
	cluster->before = making->shaper->before.at[byte];
	text->runs.at[cluster->run].n++;
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
	struct cluster *cluster = begin_cluster(making, byte, shaped->kind);

	cluster->glyph += shaped->glyph;
	if (shaped->bound)
		cluster->before = BREAK_NO;
}

static void add_piece(const struct making *making, const struct item *item,
	const struct piece *piece)
{
	const struct shape *shape = piece->shape;
	struct glyphs *glyphs = &making->text->glyphs;

	for (int i = 0; i < shape->cluster_count; i++)
		add_shaped_cluster(making, piece->first + shape->clusters[i].byte,
			&shape->clusters[i]);
	for (int i = 0; i < shape->glyph_count; i++)
		*list_add(making->arena, glyphs) = shape->glyphs[i];
	for (int i = 0; i < shape->missing_count; i++)
		report_missing(making, item, piece->first + shape->missing[i]);
}

static void add_glyph_for(const struct making *making, const struct font *font,
	uint32_t character)
{
	struct glyph *glyph = list_add(making->arena, &making->text->glyphs);

	if (hb_font_get_nominal_glyph(font->shaper, character, &glyph->id))
		glyph->advance = hb_font_get_glyph_h_advance(font->shaper, glyph->id);
}

static void add_hyphen(const struct making *making, const struct item *item)
{
	uint32_t hyphen = font_has(item->font, HYPHEN) ? HYPHEN : '-';

	begin_cluster(making, item->first, CLUSTER_HYPHEN);
	add_glyph_for(making, item->font, hyphen);
}

static void add_single(const struct making *making, const struct item *item)
{
	static const enum cluster_kind kinds[] = {
		[SPAN_BREAK] = CLUSTER_BREAK, [SPAN_TAB] = CLUSTER_TAB,
		[SPAN_LEADER] = CLUSTER_LEADER,
	};

	begin_cluster(making, item->first, kinds[item->kind]);
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
	pieces = shapes_find(making->shaper->shapes, making->utf8, item,
		making->spans->at[item->span].lang);
	for (int i = 0; i < pieces->n; i++)
		add_piece(making, item, &pieces->at[i]);
}

static void add_sentinel(const struct making *making, int n)
{
	struct cluster *end = list_add(making->arena, &making->text->clusters);

	end->byte = n;
	end->glyph = making->text->glyphs.n;
	end->run = making->text->runs.n;
	making->text->clusters.n--;
}

static bool is_measured(const struct cluster *cluster)
{
	return cluster->kind == CLUSTER_WORD || cluster->kind == CLUSTER_THAI
		|| cluster->kind == CLUSTER_SPACE || cluster->kind == CLUSTER_HYPHEN;
}

static void fill_advances(struct text *text)
{
	for (int i = 0; i < text->clusters.n; i++) {
		struct cluster *cluster = &text->clusters.at[i];
		int32_t sum = 0;

		for (int g = cluster->glyph; g < cluster[1].glyph; g++)
			sum += text->glyphs.at[g].advance;
		if (is_measured(cluster))
			cluster->advance = run_length(&text->runs.at[cluster->run], sum);
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

static void find_breaks(struct shaper *shaper, const struct bytes *utf8)
{
	struct before *before = &shaper->before;

	if ((size_t)before->room < utf8->n) {
		before->room = 2 * (int)utf8->n;
		before->at = arena_alloc(shaper->arena, (size_t)before->room * sizeof *before->at);
	}
	breaks_find(shaper->breaker, utf8->at, (int)utf8->n, before->at);
}

/* Most texts have at most as many clusters, and glyphs, as characters. */
static void reserve(struct arena *arena, const struct bytes *utf8, struct text *text)
{
	int n = 1;

	for (size_t i = 0; i < utf8->n; i++)
		n += (utf8->at[i] & 0xc0) != 0x80;
	list_reserve(arena, &text->clusters, n);
	list_reserve(arena, &text->glyphs, n);
}

struct text *text_shape(struct arena *arena, struct shaper *shaper, const struct spans *spans,
	struct problems *problems)
{
	struct text *text = arena_new(arena, struct text);
	struct bytes utf8 = { .arena = arena };
	struct making making = { arena, shaper, text, &utf8, spans, problems };
	struct items items = { NULL, 0, 0 };

	items_find(shaper->fonts, spans, &utf8, &items, problems);
	text->utf8 = utf8.at;
	find_breaks(shaper, &utf8);
	reserve(arena, &utf8, text);
	for (int i = 0; i < items.n; i++)
		add_item(&making, &items.at[i]);
	add_sentinel(&making, (int)utf8.n);
	fill_advances(text);
	bind_leaders(&text->clusters);
	return text;
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
