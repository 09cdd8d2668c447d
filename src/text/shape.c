#include "text/shape.h"

#include <stddef.h>
#include <string.h>

#include "base/kept.h"
#include "base/utf8.h"
#include "text/character.h"

enum { PIECES_MOST = 16384, PIECE_BYTES = 128, KO_KAI = 0xe01 };

struct shaped_clusters LIST(struct shaped_cluster);
struct bytes_missing LIST(int);

struct shapes {
	struct arena *arena;
	hb_buffer_t *buffer;
	struct kept *kept;		/* struct shape by struct piece_key */
	struct pieces pieces;		/* of the item at hand */

	/* What was shaped last. */
	struct shape shape;
	struct glyphs glyphs;
	struct shaped_clusters clusters;
	struct bytes_missing missing;
};

struct piece_key {
	const struct font *font;
	hb_language_t language;
	hb_script_t script;
	int goes_on;			/* 0: the item ends with it */
	char utf8[PIECE_BYTES];
};

/* An item, and the text it is of. */
struct source {
	const struct bytes *utf8;
	const struct item *item;
	hb_language_t language;
};

static void close_buffer(void *buffer)
{
	hb_buffer_destroy(buffer);
}

struct shapes *shapes_open(struct arena *arena)
{
	struct shapes *shapes = arena_new(arena, struct shapes);

	shapes->arena = arena;
	shapes->buffer = arena_own(arena, hb_buffer_create(), close_buffer);
	shapes->kept = kept_open(arena, PIECES_MOST);
	return shapes;
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

/*
 * Where the item goes on, a letter behind it gets the flag that something looked beyond the end.
 * The text around the bytes, which HarfBuzz sees too, makes no difference to Thai.
 */
static void shape_bytes(const struct shapes *shapes, const struct source *source, int first,
	int end)
{
	hb_buffer_t *buffer = shapes->buffer;

	hb_buffer_reset(buffer);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES
		| HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, source->item->script);
	hb_buffer_set_language(buffer, source->language);
	hb_buffer_add_utf8(buffer, source->utf8->at, (int)source->utf8->n, (unsigned)first,
		end - first);
	if (end < source->item->end)
		hb_buffer_add(buffer, KO_KAI, (unsigned)end);
	hb_shape(source->item->font->shaper, buffer, NULL, 0);
}

/* A sum of several offsets may be larger; no font that can be read has such. */
static int16_t offset_of(hb_position_t offset)
{
	if (offset < INT16_MIN)
		return INT16_MIN;
	return (int16_t)(offset > INT16_MAX ? INT16_MAX : offset);
}

static void add_glyph(struct shapes *shapes, const hb_glyph_info_t *info,
	const hb_glyph_position_t *position)
{
	struct glyph *glyph = list_add(shapes->arena, &shapes->glyphs);

	glyph->id = info->codepoint;
	glyph->advance = position->x_advance;
	glyph->dx = offset_of(position->x_offset);
	glyph->dy = offset_of(position->y_offset);
}

static void add_cluster(struct shapes *shapes, const struct source *source, int first,
	const hb_glyph_info_t *info)
{
	struct shaped_cluster *cluster = list_add(shapes->arena, &shapes->clusters);
	const char *utf8 = source->utf8->at;

	cluster->byte = (int)info->cluster - first;
	cluster->glyph = shapes->glyphs.n;
	cluster->kind = kind_at(utf8 + info->cluster, utf8 + source->item->end);
	cluster->bound = shapes->clusters.n > 1
		&& hb_glyph_info_get_glyph_flags(info) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK;
}

static bool is_open_at(const hb_glyph_info_t *info)
{
	return hb_glyph_info_get_glyph_flags(info) & HB_GLYPH_FLAG_UNSAFE_TO_CONCAT;
}

/* A cluster begins where a grapheme and one of HarfBuzz's clusters do. */
static void read_buffer(struct shapes *shapes, const struct source *source, int first, int end)
{
	unsigned n, i;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shapes->buffer, &n);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(shapes->buffer, &n);

	shapes->glyphs.n = shapes->clusters.n = shapes->missing.n = 0;
	for (i = 0; i < n && infos[i].cluster < (unsigned)end; i++) {
		if (!i || (infos[i].cluster != infos[i - 1].cluster && is_grapheme_start(
				source->utf8->at, (int)infos[i].cluster, source->item->end)))
			add_cluster(shapes, source, first, &infos[i]);
		if (!infos[i].codepoint)
			*list_add(shapes->arena, &shapes->missing) = (int)infos[i].cluster - first;
		add_glyph(shapes, &infos[i], &at[i]);
	}
	shapes->shape.open_before = n && is_open_at(&infos[0]);
	shapes->shape.open_behind = end < source->item->end && (i == n || is_open_at(&infos[i]));
}

/* Until the next is shaped. */
static const struct shape *shape_anew(struct shapes *shapes, const struct source *source,
	int first, int end)
{
	struct shape *shape = &shapes->shape;

	shape_bytes(shapes, source, first, end);
	read_buffer(shapes, source, first, end);
	shape->glyphs = shapes->glyphs.at;
	shape->glyph_count = shapes->glyphs.n;
	shape->clusters = shapes->clusters.at;
	shape->cluster_count = shapes->clusters.n;
	shape->missing = shapes->missing.at;
	shape->missing_count = shapes->missing.n;
	return shape;
}

static void *copy(struct arena *arena, const void *from, int n, size_t size)
{
	return arena_copy(arena, from, (size_t)n * size);
}

static struct shape *keep(struct arena *arena, const struct shape *shape)
{
	struct shape *kept = arena_new(arena, struct shape);

	*kept = *shape;
	kept->glyphs = copy(arena, shape->glyphs, shape->glyph_count, sizeof *kept->glyphs);
	kept->clusters = copy(arena, shape->clusters, shape->cluster_count,
		sizeof *kept->clusters);
	kept->missing = copy(arena, shape->missing, shape->missing_count, sizeof *kept->missing);
	return kept;
}

/* NULL if it is too long to be kept. */
static const struct shape *find_shape(struct shapes *shapes, const struct source *source,
	int first, int end)
{
	struct piece_key key = { source->item->font, source->language, source->item->script,
		end < source->item->end, "" };
	size_t n = (size_t)(end - first);
	void **kept;

	if (n > PIECE_BYTES)
		return NULL;
	memcpy(key.utf8, source->utf8->at + first, n);
	kept = kept_find(shapes->kept, &key, offsetof(struct piece_key, utf8) + n);
	if (!*kept)
		*kept = keep(kept_arena(shapes->kept), shape_anew(shapes, source, first, end));
	return *kept;
}

/* Joined with those before it that it cannot be parted from; false if that gets too long. */
static bool add_piece(struct shapes *shapes, const struct source *source, int first, int end)
{
	struct pieces *pieces = &shapes->pieces;
	const struct shape *shape = find_shape(shapes, source, first, end);

	while (shape && pieces->n && (shape->open_before
			|| pieces->at[pieces->n - 1].shape->open_behind)) {
		first = pieces->at[--pieces->n].first;
		shape = find_shape(shapes, source, first, end);
	}
	if (shape)
		*list_add(shapes->arena, pieces) = (struct piece){ first, end, shape };
	return shape;
}

/*
 * Behind the first of four characters without marks: fonts seldom look farther, and ahead more
 * than back.  A wrong guess costs time, no more.  False where a piece gets too long, or HarfBuzz
 * would drop characters.
 */
static bool cut_item(struct shapes *shapes, const struct source *source)
{
	const char *utf8 = source->utf8->at, *end = utf8 + source->item->end;
	const char *at = utf8 + source->item->first, *last = at, *before_last = at;
	int first = source->item->first, bare = 0;

	while (at < end) {
		int middle = (int)(before_last - utf8);
		uint32_t character;

		before_last = last;
		last = at;
		character = utf8_next(&at, end);
		if (character_is_invisible(character))
			return false;
		bare = character_is_mark(character) ? 0 : bare + 1;
		if (bare < 4)
			continue;
		if (!add_piece(shapes, source, first, middle))
			return false;
		first = middle;
	}
	return add_piece(shapes, source, first, source->item->end);
}

/* Text around it, which HarfBuzz sees too, makes no difference. */
static bool stands_alone(const struct item *item)
{
	return item->script == HB_SCRIPT_LATIN || item->script == HB_SCRIPT_COMMON;
}

/* In one piece. */
static void take_whole(struct shapes *shapes, const struct source *source)
{
	int first = source->item->first, end = source->item->end;
	const struct shape *shape = stands_alone(source->item)
		? find_shape(shapes, source, first, end) : NULL;

	shapes->pieces.n = 0;
	*list_add(shapes->arena, &shapes->pieces) = (struct piece){ first, end,
		shape ? shape : shape_anew(shapes, source, first, end) };
}

const struct pieces *shapes_find(struct shapes *shapes, const struct bytes *utf8,
	const struct item *item, const char *lang)
{
	struct source source = { utf8, item, hb_language_from_string(lang ? lang : "th", -1) };

	kept_bound(shapes->kept);
	shapes->pieces.n = 0;
	if (item->script != HB_SCRIPT_THAI || !cut_item(shapes, &source))
		take_whole(shapes, &source);
	return &shapes->pieces;
}
