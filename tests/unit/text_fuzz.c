/*
 * Feeds text/ with random bytes, random characters and broken font files, and
 * checks what every text promises.  Arguments: rounds, seed.  The same seed
 * gives the same run.
 */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text_promises.h"

enum { FONT_ROOM = 1 << 20, TEXT_LENGTH = 200 };

#define GOOD_FONT "fonts/Sarabun-Regular.ttf"

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Characters that have rules, and any other. */
static uint32_t random_character(uint32_t *seed)
{
	static const uint32_t special[] = {
		' ', 0xa0, 0xad, 0x200b, 0x200d, 0x2028, 0x2060, 0xfeff, 0xfffe, '\n', '\t', 7,
		'.', '-', '/', '%', '(', ')', '&', '@', 0x201c, 0x2013, 0x301, 0x1f600, 0xe2f,
		0xe46, 0xe33, 0x641, 0x4e00,
	};

	switch (next(seed) % 6) {
	case 0: return special[next(seed) % (sizeof special / sizeof *special)];
	case 1: return 0xe50 + next(seed) % 10;
	case 2: return 'a' + next(seed) % 26;
	case 3: return 1 + next(seed) % 0x1100;
	default: return 0xe01 + next(seed) % 0x5b;
	}
}

static char *random_text(struct arena *arena, uint32_t *seed)
{
	struct bytes bytes = { .arena = arena };
	bool raw = next(seed) % 4 == 0;
	char at[4];

	bytes_text(&bytes, "");
	for (uint32_t n = next(seed) % TEXT_LENGTH; n; n--) {
		uint32_t character = random_character(seed);
		size_t room = (size_t)utf8_write(character, at);

		if (raw && next(seed) % 2)
			at[next(seed) % 4] = (char)(1 + next(seed) % 255);
		bytes_add(&bytes, at, room);
	}
	return bytes.at;
}

/* A copy of a good font with some bytes changed, or cut short. */
static void write_font(const char *path, uint32_t *seed)
{
	static char font[FONT_ROOM];
	FILE *file = fopen(GOOD_FONT, "rb");
	size_t n = fread(font, 1, sizeof font, file);

	fclose(file);
	for (uint32_t i = next(seed) % 20; i; i--)
		font[next(seed) % (next(seed) % 2 ? 400 : n)] = (char)next(seed);
	if (next(seed) % 4 == 0)
		n = next(seed) % n;
	file = fopen(path, "wb");
	fwrite(font, 1, n, file);
	fclose(file);
}

static void run_round(const struct catalogue *catalogue, uint32_t *seed, int *failed)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	struct style style = { .family = catalogue->at[0].name, .size = PT(16),
		.place = { "random", 0 } };
	struct spans spans = { NULL, 0, 0 };
	struct shaper *shaper = shaper_open(arena, DICTIONARY, catalogue, &problems);
	struct bytes dump = { .arena = arena };

	for (uint32_t n = next(seed) % 5; n; n--) {
		struct span *span = list_add(arena, &spans);

		span->kind = next(seed) % 2 ? SPAN_TEXT : next(seed) % 4;
		span->text = random_text(arena, seed);
		span->style = &style;
		span->place.file = "random";
	}
	const struct text *text = text_shape(arena, shaper, &spans, &problems);
	check_text(text);
	text_dump(text, &dump);
	text_metrics(shaper, &style, &problems);
	*failed += problems.worst >= ERROR;
	arena_close(arena);
}

int main(int argc, char **argv)
{
	int rounds = argc > 1 ? atoi(argv[1]) : 1000, failed = 0;
	uint32_t seed = argc > 2 ? (uint32_t)atoi(argv[2]) : 1;
	const char *broken = argc > 3 ? argv[3] : "broken.ttf";
	struct face good = { .path = GOOD_FONT }, bad = { .path = broken };
	struct family families[] = {
		{ .name = "Good", .scale = 6600, .faces = { &good, 1, 1 } },
		{ .name = "Bad", .scale = 10000, .faces = { &bad, 1, 1 } },
	};
	struct catalogue sound = { families, 1, 1 }, unsound = { families + 1, 1, 1 };

	for (int i = 0; i < rounds; i++) {
		run_round(&sound, &seed, &failed);
		assert(!failed);
	}
	for (int i = 0; i < rounds; i++) {
		write_font(broken, &seed);
		run_round(&unsound, &seed, &failed);
	}
	remove(broken);
	printf("%d rounds, %d broken fonts refused\n", rounds, failed);
	return 0;
}
