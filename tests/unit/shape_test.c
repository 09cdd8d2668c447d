/*
 * Are texts that are put together of kept pieces the same as HarfBuzz shapes them
 * whole?  The lines of a file, and random Thai letters, marks, digits and signs, in
 * each font; so many of them that what is kept is forgotten more than once.
 *   shape_test FILE FONT...
 */
#include <stdio.h>
#include <string.h>

#include <hb.h>

#include "base/utf8.h"
#include "text/text.h"

enum { RANDOM_TEXTS = 3000, LETTERS_MOST = 60, LINE_LENGTH = 65536 };

struct shaping {
	struct shaper *shaper;
	struct style style;
	hb_font_t *font;
	hb_buffer_t *whole;
	int passed, failed;
};

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Half of them letters, a third marks and vowels. */
static uint32_t random_character(uint32_t *seed)
{
	static const uint32_t signs[] = { ' ', ' ', '.', '(', ')', '/', ',', 0x201c, 0xa0, 0xe46,
		0x200b, 0x2060 };

	switch (next(seed) % 6) {
	case 0: return next(seed) % 2 ? 0xe50 + next(seed) % 10
		: signs[next(seed) % (sizeof signs / sizeof *signs)];
	case 1: return 0xe30 + next(seed) % 11;
	case 2: return 0xe40 + next(seed) % 15;
	default: return 0xe01 + next(seed) % 46;
	}
}

/* A letter first: it makes the text Thai. */
static void fill_random(char text[4 * LETTERS_MOST + 1], uint32_t *seed)
{
	text += utf8_write(0xe01 + next(seed) % 46, text);
	for (uint32_t n = next(seed) % LETTERS_MOST; n; n--)
		text += utf8_write(random_character(seed), text);
	*text = '\0';
}

static void shape_whole(const struct shaping *shaping, const char *utf8)
{
	hb_buffer_reset(shaping->whole);
	hb_buffer_set_cluster_level(shaping->whole, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_flags(shaping->whole, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	hb_buffer_set_direction(shaping->whole, HB_DIRECTION_LTR);
	hb_buffer_set_script(shaping->whole, HB_SCRIPT_THAI);
	hb_buffer_set_language(shaping->whole, hb_language_from_string("th", -1));
	hb_buffer_add_utf8(shaping->whole, utf8, -1, 0, -1);
	hb_shape(shaping->font, shaping->whole, NULL, 0);
}

static bool same_glyph(const struct glyph *glyph, const hb_glyph_info_t *info,
	const hb_glyph_position_t *at)
{
	return glyph->id == info->codepoint && glyph->advance == at->x_advance
		&& glyph->dx == at->x_offset && glyph->dy == at->y_offset;
}

/* Does a cluster of ours begin with this glyph, the i-th, and may a line begin with it? */
static bool same_cluster(const struct text *text, const struct cluster *cluster, int i,
	const hb_glyph_info_t *info)
{
	const char *at = text->utf8 + info->cluster;
	bool begins = !i || (info->cluster != info[-1].cluster
		&& !utf8_is_thai_mark(utf8_next(&at, at + strlen(at))));
	bool is_unsafe = i && hb_glyph_info_get_glyph_flags(info) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK;

	if (!begins)
		return cluster->glyph != i;
	return cluster->glyph == i && cluster->byte == (int)info->cluster
		&& (!is_unsafe || cluster->before == BREAK_NO);
}

static bool is_same(const struct shaping *shaping, const struct text *text)
{
	unsigned n;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaping->whole, &n);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(shaping->whole, &n);
	const struct cluster *cluster = text->clusters.at;

	for (int i = 0; i < text->glyphs.n && i < (int)n; i++) {
		if (i && cluster[1].glyph == i)
			cluster++;
		if (!same_glyph(&text->glyphs.at[i], &infos[i], &at[i])
				|| !same_cluster(text, cluster, i, &infos[i]))
			return false;
	}
	return text->glyphs.n == (int)n && cluster == text->clusters.at + text->clusters.n - 1;
}

static void try(struct shaping *shaping, const char *utf8)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	struct span span = { .kind = SPAN_TEXT, .text = utf8, .style = &shaping->style };
	struct spans spans = { &span, 1, 1 };

	shape_whole(shaping, utf8);
	if (is_same(shaping, text_shape(arena, shaping->shaper, &spans, &problems))) {
		shaping->passed++;
	} else {
		shaping->failed++;
		printf("not as it is shaped whole: %s\n", utf8);
	}
	arena_close(arena);
}

/* Latin is shaped apart: a line ends for us where it begins. */
static void try_lines(struct shaping *shaping, const char *path)
{
	static char line[LINE_LENGTH];
	FILE *file = fopen(path, "r");

	if (!file) {
		shaping->failed++;
		return;
	}
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "|\t\nABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")] = '\0';
		if (strstr(line, "\u0e01"))
			try(shaping, line);
	}
	fclose(file);
}

static void try_font(struct shaping *shaping, const char *file, const char *path)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	struct face face = { .path = path };
	struct family family = { .name = "Font", .scale = 10000, .faces = { &face, 1, 1 } };
	struct catalogue catalogue = { &family, 1, 1 };
	hb_blob_t *blob = hb_blob_create_from_file(path);
	hb_face_t *whole = hb_face_create(blob, 0);
	uint32_t seed = 1;

	shaping->shaper = shaper_open(arena, DICTIONARY, &catalogue, &problems);
	shaping->font = hb_font_create(whole);
	try_lines(shaping, file);
	for (int i = 0; i < RANDOM_TEXTS; i++) {
		char text[4 * LETTERS_MOST + 1];

		fill_random(text, &seed);
		try(shaping, text);
	}
	hb_font_destroy(shaping->font);
	hb_face_destroy(whole);
	hb_blob_destroy(blob);
	arena_close(arena);
}

int main(int argc, char **argv)
{
	struct shaping shaping = { .style = { .family = "Font", .size = PT(16) },
		.whole = hb_buffer_create() };

	for (int i = 2; i < argc; i++)
		try_font(&shaping, argv[1], argv[i]);
	hb_buffer_destroy(shaping.whole);
	printf("%d passed, %d failed\n", shaping.passed, shaping.failed);
	return shaping.failed > 0;
}
