/*
 * Runs the cases of text files, one a line; "# " begins a comment, {U+200B}
 * stands for a character that cannot be seen.
 *   *.breaks   the bars are all the places where a line may end
 *   *.nobreak  a line may end at none of the ×
 *   *.words    the report's own words, with commas between; the text, with bars
 *   *.clusters the bars are all the borders of clusters
 *   *.shape    font file in fonts/; text; glyphs as hb-shape writes them
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <hb.h>

#include "base/utf8.h"
#include "text/text.h"

enum { LINE_LENGTH = 65536 };

#define BAR "|"
#define CROSS "\u00d7"

struct run_of_tests {
	struct arena *arena;
	struct problems problems;
	struct breaker *breaker;
	const char *file;
	int line, passed, failed;
};

static void check(struct run_of_tests *tests, const char *expected, const char *got)
{
	if (!strcmp(expected, got)) {
		tests->passed++;
		return;
	}
	tests->failed++;
	printf("%s:%d\n  expected %s\n  got      %s\n", tests->file, tests->line, expected, got);
}

/* A copy with each {U+1234} turned into its character. */
static char *unescape(struct arena *arena, const char *line)
{
	struct bytes bytes = { .arena = arena };
	const char *sign;

	while ((sign = strstr(line, "{U+"))) {
		char character[4], *end;
		unsigned long code = strtoul(sign + 3, &end, 16);

		bytes_add(&bytes, line, (size_t)(sign - line));
		bytes_add(&bytes, character, (size_t)utf8_write((uint32_t)code, character));
		line = *end ? end + 1 : end;
	}
	bytes_text(&bytes, line);
	return bytes.at;
}

static char *without(struct arena *arena, const char *line, const char *mark)
{
	struct bytes bytes = { .arena = arena };
	const char *next;

	for (; (next = strstr(line, mark)); line = next + strlen(mark))
		bytes_add(&bytes, line, (size_t)(next - line));
	bytes_text(&bytes, line);
	return bytes.at;
}

static enum break_kind *breaks_of(struct run_of_tests *tests, const char *text)
{
	size_t n = strlen(text);
	enum break_kind *before = arena_alloc(tests->arena, (n + 1) * sizeof *before);

	breaks_find(tests->breaker, text, (int)n, before);
	return before;
}

static void test_breaks(struct run_of_tests *tests, const char *line)
{
	const char *text = without(tests->arena, line, BAR);
	const enum break_kind *before = breaks_of(tests, text);
	struct bytes got = { .arena = tests->arena };

	for (size_t i = 0; text[i]; i++) {
		if (before[i] != BREAK_NO)
			bytes_text(&got, BAR);
		bytes_add(&got, &text[i], 1);
	}
	check(tests, line, got.at ? got.at : "");
}

static void test_words(struct run_of_tests *tests, const char *line)
{
	struct words *words = words_open(tests->arena);
	char *list = arena_text(tests->arena, line), *text = strchr(list, ';');

	if (!text) {
		check(tests, "WORD,WORD;TEXT", line);
		return;
	}
	*text++ = '\0';
	for (char *word = strtok(list, ","); word; word = strtok(NULL, ","))
		words_add(words, word);
	breaker_words(tests->breaker, words);
	test_breaks(tests, text);
	breaker_words(tests->breaker, NULL);
}

/* Where we see a break at a cross, a bar is shown instead. */
static void test_nobreak(struct run_of_tests *tests, const char *line)
{
	const enum break_kind *before = breaks_of(tests, without(tests->arena, line, CROSS));
	struct bytes got = { .arena = tests->arena };
	const char *at = line;

	for (int i = 0; *at; )
		if (strncmp(at, CROSS, strlen(CROSS))) {
			bytes_add(&got, at++, 1);
			i++;
		} else {
			bytes_text(&got, before[i] == BREAK_NO ? CROSS : BAR);
			at += strlen(CROSS);
		}
	check(tests, line, got.at);
}

static void dump_glyph(const struct font *font, const struct glyph *glyph, struct bytes *out)
{
	char name[128];

	hb_font_glyph_to_string(font->shaper, glyph->id, name, sizeof name);
	bytes_text(out, name);
	if (glyph->dx || glyph->dy)
		bytes_printf(out, "@%d,%d", (int)glyph->dx, (int)glyph->dy);
	bytes_printf(out, "+%d", (int)glyph->advance);
}

static const char *dump_glyphs(struct arena *arena, const struct text *text)
{
	struct bytes out = { .arena = arena };

	bytes_text(&out, "[");
	for (int i = 0; i < text->clusters.n; i++)
		for (int g = text->clusters.at[i].glyph; g < text->clusters.at[i + 1].glyph; g++) {
			if (g)
				bytes_text(&out, "|");
			dump_glyph(text_run(text, i)->font, &text->glyphs.at[g], &out);
		}
	bytes_text(&out, "]");
	return out.at;
}

static const struct text *shape(struct run_of_tests *tests, const char *font, const char *utf8)
{
	struct face face = { .path = arena_printf(tests->arena, "fonts/%s", font) };
	struct family family = { .name = "Test", .scale = 10000, .faces = { &face, 1, 1 } };
	struct catalogue catalogue = { &family, 1, 1 };
	struct style style = { .family = "Test", .size = PT(16) };
	struct span span = { .kind = SPAN_TEXT, .text = utf8, .style = &style };
	struct spans spans = { &span, 1, 1 };
	struct shaper *shaper = shaper_open(tests->arena, DICTIONARY, &catalogue,
		&tests->problems);

	return text_shape(tests->arena, shaper, &spans, &tests->problems);
}

static void test_shape(struct run_of_tests *tests, const char *line)
{
	char *font = arena_text(tests->arena, line);
	char *text = strchr(font, ';'), *glyphs = text ? strrchr(text + 1, ';') : NULL;

	if (!glyphs) {
		check(tests, "FONT;TEXT;GLYPHS", line);
		return;
	}
	*text++ = *glyphs++ = '\0';
	check(tests, glyphs, dump_glyphs(tests->arena, shape(tests, font, text)));
}

static void test_clusters(struct run_of_tests *tests, const char *line)
{
	const struct text *text = shape(tests, "Sarabun-Regular.ttf",
		without(tests->arena, line, BAR));
	struct bytes got = { .arena = tests->arena };

	for (int i = 0; i < text->clusters.n; i++) {
		const struct cluster *cluster = &text->clusters.at[i];

		bytes_text(&got, i ? BAR : "");
		bytes_add(&got, text->utf8 + cluster->byte,
			(size_t)(cluster[1].byte - cluster->byte));
	}
	check(tests, line, got.at);
}

static void test_line(struct run_of_tests *tests, const char *line)
{
	static const struct {
		const char *suffix;
		void (*test)(struct run_of_tests *, const char *line);
	} kinds[] = {
		{ ".breaks", test_breaks }, { ".nobreak", test_nobreak }, { ".words", test_words },
		{ ".clusters", test_clusters }, { ".shape", test_shape },
	};
	const char *suffix = strrchr(tests->file, '.');

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (suffix && !strcmp(suffix, kinds[i].suffix))
			kinds[i].test(tests, unescape(tests->arena, line));
}

static void test_file(struct run_of_tests *tests, const char *path)
{
	static char line[LINE_LENGTH];
	FILE *file = fopen(path, "r");

	tests->file = path;
	tests->line = 0;
	if (!file) {
		check(tests, "a file", "none");
		return;
	}
	while (fgets(line, sizeof line, file)) {
		tests->line++;
		line[strcspn(line, "\n")] = '\0';
		if (*line && strncmp(line, "# ", 2))
			test_line(tests, line);
	}
	fclose(file);
}

int main(int argc, char **argv)
{
	struct run_of_tests tests = { .arena = arena_open() };

	tests.problems.arena = tests.arena;
	tests.breaker = breaker_open(tests.arena, DICTIONARY, &tests.problems);
	for (int i = 1; i < argc && tests.breaker; i++)
		test_file(&tests, argv[i]);
	problems_print(&tests.problems, &(struct problem_view){ 0 }, stdout);
	printf("%d passed, %d failed\n", tests.passed, tests.failed);
	arena_close(tests.arena);
	return tests.failed > 0 || tests.problems.n > 0;
}
