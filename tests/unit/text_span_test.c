/*
 * A text of every kind of span, in sound and unsound fonts: its dump, its
 * metrics and the problems told, compared with the file named.
 */
#include <stdio.h>
#include <string.h>

#include "text/text.h"

#define OPEN_FONT "fonts/Sarabun-Regular.ttf"

static struct spans make_spans(struct arena *arena, const struct style *styles)
{
	const struct span all[] = {
		{ SPAN_TEXT, "ข้อ ๑\u200b ", &styles[0], NULL, NULL, NULL, { "a.xml", 1 }, NULL },
		{ SPAN_TEXT, "หัวข้อ", &styles[1], NULL, NULL, NULL, { "a.xml", 2 }, NULL },
		{ SPAN_LEADER, NULL, &styles[0], NULL, NULL, NULL, { "a.xml", 3 }, NULL },
		{ SPAN_TEXT, "๑๒", &styles[0], NULL, NULL, NULL, { "a.xml", 3 }, NULL },
		{ SPAN_BREAK, NULL, &styles[0], NULL, NULL, NULL, { "a.xml", 4 }, NULL },
		{ SPAN_TEXT, "ITA\n", &styles[0], NULL, "en", NULL, { "a.xml", 5 }, NULL },
		{ SPAN_TAB, NULL, &styles[0], NULL, NULL, NULL, { "a.xml", 6 }, NULL },
		{ SPAN_TEXT, "bell\a, han \u4e2d", &styles[0], NULL, NULL, NULL, { "a.xml", 7 }, NULL },
		{ SPAN_TEXT, "lost", &styles[2], NULL, NULL, NULL, { "a.xml", 8 }, NULL },
		{ SPAN_TEXT, "lost too", &styles[3], NULL, NULL, NULL, { "a.xml", 9 }, NULL },
		{ SPAN_TEXT, "", &styles[0], NULL, NULL, NULL, { "a.xml", 10 }, NULL },
		{ SPAN_TEXT, "่", &styles[0], NULL, NULL, NULL, { "a.xml", 11 }, NULL },
	};
	struct spans spans = { NULL, 0, 0 };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		*list_add(arena, &spans) = all[i];
	return spans;
}

static void dump_problems(const struct problems *problems, struct bytes *out)
{
	for (int i = 0; i < problems->n; i++)
		bytes_printf(out, "%s:%d: %s [%s]\n", problems->at[i].place.file,
			problems->at[i].place.line, problems->at[i].message,
			problem_name(problems->at[i].kind));
}

static void dump_all(struct arena *arena, struct bytes *out)
{
	struct face good[] = {
		{ OPEN_FONT, false, false, { "fonts.xml", 1 } },
		{ "fonts/Sarabun-Bold.ttf", true, false, { "fonts.xml", 2 } },
	};
	struct face bad = { "fonts/OFL.txt", false, false, { "fonts.xml", 3 } };
	struct family families[] = {
		{ "Sarabun", 6600, { good, 2, 2 }, { "fonts.xml", 1 } },
		{ "Bad", 10000, { &bad, 1, 1 }, { "fonts.xml", 3 } },
	};
	struct catalogue catalogue = { families, 2, 2 };
	struct style styles[] = {
		{ .family = "Sarabun", .size = PT(16) },
		{ .family = "Sarabun", .size = PT(18), .bold = true, .italic = true },
		{ .family = "Bad", .size = PT(16) },
		{ .family = "Nobody's", .size = PT(16) },
	};
	struct problems problems = { .arena = arena };
	struct shaper *shaper = shaper_open(arena, DICTIONARY, &catalogue, &problems);
	struct spans spans = make_spans(arena, styles);
	struct text_metrics metrics = text_metrics(shaper, styles, &problems);

	bytes_printf(out, "ascent %d descent %d\n", (int)metrics.ascent, (int)metrics.descent);
	text_dump(text_shape(arena, shaper, &spans, &problems), out);
	dump_problems(&problems, out);
}

static int differs(const char *path, const struct bytes *got)
{
	static char expected[65536];
	FILE *file = fopen(path, "r");
	size_t n = file ? fread(expected, 1, sizeof expected, file) : 0;

	if (file)
		fclose(file);
	return n != got->n || memcmp(expected, got->at, n);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_open();
	struct bytes got = { .arena = arena };
	int failed;

	dump_all(arena, &got);
	failed = argc < 2 || differs(argv[1], &got);
	if (failed)
		fputs(got.at, stdout);
	printf("%d passed, %d failed\n", !failed, failed);
	arena_close(arena);
	return failed;
}
