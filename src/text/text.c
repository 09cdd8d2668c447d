#include "text/text.h"

#include <hb.h>

#include "base/utf8.h"
#include "text/character.h"
#include "text/item.h"

struct before LIST(enum break_kind);

struct shaper {
	struct arena *arena;
	struct fonts *fonts;
	struct breaker *breaker;
	hb_buffer_t *buffer;
	struct before before;		/* of the text being shaped, by byte */
};

/* A text while its clusters are made. */
struct making {
	struct arena *arena;
	struct shaper *shaper;
	struct text *text;
	const struct spans *spans;
	struct problems *problems;
};

static void close_buffer(void *buffer)
{
	hb_buffer_destroy(buffer);
}

struct shaper *shaper_open(struct arena *arena, const char *dictionary,
	const struct catalogue *catalogue, struct problems *problems)
{
	struct shaper *shaper = arena_new(arena, struct shaper);

	shaper->arena = arena;
	shaper->breaker = breaker_open(arena, dictionary, problems);
	if (!shaper->breaker)
		return NULL;
	shaper->fonts = fonts_open(arena, catalogue);
	shaper->buffer = arena_own(arena, hb_buffer_create(), close_buffer);
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

/* By its first character with ink; Thai digits count as digits: numbers are never spread. */
static enum cluster_kind kind_at(const char *at, const char *end)
{
	uint32_t character = utf8_next(&at, end);

	while (character_is_invisible(character) && at < end)
		character = utf8_next(&at, end);
	if (character_is_space(character))
		return CLUSTER_SPACE;
	return character_is_thai_letter(character) ? CLUSTER_THAI : CLUSTER_WORD;
}

static bool is_after_joiner(const char *utf8, int byte)
{
	return byte >= 3 && utf8[byte - 3] == '\xe2' && utf8[byte - 2] == '\x80'
		&& utf8[byte - 1] == '\x8d';
}

static bool is_grapheme_start(const char *utf8, int byte, int end)
{
	const char *at = utf8 + byte;

	return !character_is_mark(utf8_next(&at, utf8 + end)) && !is_after_joiner(utf8, byte);
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

static void add_glyph(const struct making *making, const hb_glyph_info_t *info,
	const hb_glyph_position_t *position)
{
	struct glyph *glyph = list_add(making->arena, &making->text->glyphs);

	glyph->id = info->codepoint;
	glyph->advance = position->x_advance;
	glyph->dx = position->x_offset;
	glyph->dy = position->y_offset;
}

static void shape_item(struct shaper *shaper, const struct text *text, const struct item *item,
	int n, const char *lang)
{
	hb_buffer_t *buffer = shaper->buffer;

	hb_buffer_reset(buffer);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, item->script);
	hb_buffer_set_language(buffer, hb_language_from_string(lang ? lang : "th", -1));
	hb_buffer_add_utf8(buffer, text->utf8, n, (unsigned)item->first,
		item->end - item->first);
	hb_shape(item->font->shaper, buffer, NULL, 0);
}

/*
 * A cluster begins where a grapheme and one of HarfBuzz's clusters do.  No line
 * may begin where HarfBuzz would have to shape anew.
 */
static void add_clusters(const struct making *making, const struct item *item)
{
	struct text *text = making->text;
	unsigned n;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(making->shaper->buffer, &n);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(making->shaper->buffer, &n);

	for (unsigned i = 0; i < n; i++) {
		int byte = (int)infos[i].cluster;
		struct cluster *cluster;

		if (!i || (infos[i].cluster != infos[i - 1].cluster
				&& is_grapheme_start(text->utf8, byte, item->end))) {
			cluster = begin_cluster(making, byte,
				kind_at(text->utf8 + byte, text->utf8 + item->end));
			if (i && hb_glyph_info_get_glyph_flags(&infos[i])
					& HB_GLYPH_FLAG_UNSAFE_TO_BREAK)
				cluster->before = BREAK_NO;
		}
		if (!infos[i].codepoint)
			report_missing(making, item, byte);
		add_glyph(making, &infos[i], &at[i]);
	}
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

static void add_item(const struct making *making, const struct item *item, int n)
{
	begin_run(making, item);
	if (item->kind != SPAN_TEXT) {
		add_single(making, item);
		return;
	}
	if (item->is_hyphen) {
		add_hyphen(making, item);
		return;
	}
	shape_item(making->shaper, making->text, item, n, making->spans->at[item->span].lang);
	add_clusters(making, item);
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

struct text *text_shape(struct arena *arena, struct shaper *shaper, const struct spans *spans,
	struct problems *problems)
{
	struct text *text = arena_new(arena, struct text);
	struct making making = { arena, shaper, text, spans, problems };
	struct bytes utf8 = { .arena = arena };
	struct items items = { NULL, 0, 0 };

	items_find(shaper->fonts, spans, &utf8, &items, problems);
	text->utf8 = utf8.at;
	find_breaks(shaper, &utf8);
	for (int i = 0; i < items.n; i++)
		add_item(&making, &items.at[i], (int)utf8.n);
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
