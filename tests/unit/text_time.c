/*
 * How long breaking and shaping take in a warm process: the lines of the files
 * named, each as a paragraph, and long runs of letters without a space.  Machines
 * differ: what is checked is only that time grows no faster than a text does.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "text/text.h"

enum { ROUNDS = 20, LINE_LENGTH = 65536, LETTERS = 50000 };

struct lines LIST(const char *);

struct timing {
	struct arena *arena;
	struct problems problems;
	struct shaper *shaper;
	struct style style;
	int passed, failed;
};

static double now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
	return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static void read_lines(struct arena *arena, const char *path, struct lines *lines)
{
	static char line[LINE_LENGTH];
	FILE *file = fopen(path, "r");

	while (file && fgets(line, sizeof line, file))
		*list_add(arena, lines) = arena_text(arena, line);
	if (file)
		fclose(file);
}

static double shape_once(struct timing *timing, const struct lines *lines)
{
	struct arena *arena = arena_open();
	double start = now();

	for (int i = 0; i < lines->n; i++) {
		struct span span = { .kind = SPAN_TEXT, .text = lines->at[i],
			.style = &timing->style };
		struct spans spans = { &span, 1, 1 };

		text_shape(arena, timing->shaper, &spans, &timing->problems);
	}
	start = now() - start;
	arena_close(arena);
	return start;
}

/* The quickest round: what others do on the machine does not count. */
static double shape(struct timing *timing, const struct lines *lines)
{
	double least = shape_once(timing, lines);

	for (int i = 1; i < ROUNDS; i++) {
		double time = shape_once(timing, lines);
		if (time < least)
			least = time;
	}
	return least;
}

static double shape_letters(struct timing *timing, const char *letters, int n)
{
	struct bytes bytes = { .arena = timing->arena };
	struct lines line = { NULL, 0, 0 };

	while (n-- > 0)
		bytes_text(&bytes, letters);
	*list_add(timing->arena, &line) = bytes.at;
	return shape(timing, &line);
}

/* Eight times the letters take about eight times the time; 64 times, if work were done over. */
static void time_letters(struct timing *timing, const char *name, const char *letters)
{
	double few = shape_letters(timing, letters, LETTERS / 8);
	double many = shape_letters(timing, letters, LETTERS);

	printf("%s: %d times %s %.1f ms, %d times %.1f ms\n", name, LETTERS / 8, letters, few,
		LETTERS, many);
	timing->passed += many < 24 * few;
	timing->failed += many >= 24 * few;
}

static void add_words(struct timing *timing)
{
	struct words *words = words_open(timing->arena);

	words_add(words, "ดำเนินการ");
	for (int i = 1; i < 30; i++)
		words_add(words, arena_printf(timing->arena, "%.*sข", 3 * i,
			"กกกกกกกกกกกกกกกกกกกกกกกกกกกกกก"));
	shaper_words(timing->shaper, words);
}

int main(int argc, char **argv)
{
	struct face face = { .path = "fonts/Sarabun-Regular.ttf" };
	struct family family = { .name = "Sarabun", .scale = 6600, .faces = { &face, 1, 1 } };
	struct catalogue catalogue = { &family, 1, 1 };
	struct timing timing = { .arena = arena_open(),
		.style = { .family = "Sarabun", .size = PT(16) } };
	struct lines lines = { NULL, 0, 0 };
	double start = now();

	timing.problems.arena = timing.arena;
	timing.shaper = shaper_open(timing.arena, DICTIONARY, &catalogue, &timing.problems);
	printf("dictionary and rules: %.1f ms\n", now() - start);
	for (int i = 1; i < argc; i++)
		read_lines(timing.arena, argv[i], &lines);
	time_letters(&timing, "words", "กา");
	time_letters(&timing, "unknown", "กก");
	time_letters(&timing, "marks", "ที่");
	start = shape_once(&timing, &lines);
	printf("the sample's %d paragraphs: %.1f ms, then %.1f ms\n", lines.n, start,
		shape(&timing, &lines));
	add_words(&timing);
	time_letters(&timing, "the report's own words", "กก");
	printf("%d passed, %d failed\n", timing.passed, timing.failed);
	arena_close(timing.arena);
	return timing.failed > 0;
}
