/*
 * Damages last year's reports and tables of scores, and checks that what comes of them is
 * a report that the schema allows, or a problem.  Arguments: rounds, seed, a folder to
 * write in.  The same seed gives the same run.
 */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/schema.h"
#include "model/source.h"
#include "model/successor.h"

static const char scores[] = "\xef\xbb\xbfตัวชี้วัด,\"หมาย\"\"เหตุ\",คะแนน\r\ni1,,94.42\r\n๒,,92.12\r\n"
	"\"3\",\"ก\nข\",92.28\r\ni4,,90.76\r\ni5,,92.35\r\ne6,,91.41\r\ne7,,94.44\r\n"
	"การปรับปรุงการทำงาน,,90.55\r\no9,,100\r\n10,,๑๐๐\r\n";

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* A line: without it XML is often still well-formed. */
static size_t line_length(const char *at, size_t left)
{
	const char *end = memchr(at, '\n', left);

	return end ? (size_t)(end - at) + 1 : left;
}

/* Lines are left out or doubled; digits and some other bytes change. */
static struct bytes damage(struct arena *arena, const char *from, size_t n, uint32_t *seed)
{
	struct bytes to = { .arena = arena };
	uint32_t often = 2 + next(seed) % 100;

	bytes_text(&to, "");
	for (size_t i = 0, length; i < n; i += length) {
		length = line_length(from + i, n - i);
		for (uint32_t copies = next(seed) % often ? 1 : next(seed) % 3; copies; copies--)
			bytes_add(&to, from + i, length);
	}
	for (size_t i = 0; i < to.n; i++)
		if (to.at[i] >= '0' && to.at[i] <= '9' && next(seed) % often == 0)
			to.at[i] = (char)('0' + next(seed) % 10);
	for (uint32_t i = next(seed) % 4 ? 0 : next(seed) % 8; to.n && i; i--)
		to.at[next(seed) % to.n] = (char)next(seed);
	return to;
}

static const char *write_file(struct arena *arena, const char *folder, const char *name,
	const struct bytes *bytes)
{
	const char *path = arena_printf(arena, "%s/%s", folder, name);
	FILE *file = fopen(path, "wb");

	assert(file && fwrite(bytes->at, 1, bytes->n, file) == bytes->n && !fclose(file));
	return path;
}

static void check_made(struct arena *arena, const struct bytes *made)
{
	struct problems problems = { .arena = arena };
	xmlDoc *doc = source_parse(arena, made, "made.xml", &problems);

	if (doc)
		schema_check(&(struct shelf){ .arena = arena }, doc, "data/report.xsd", &problems);
	problems_print(&problems, &(struct problem_view){ 0 }, stderr);
	assert(doc && problems.worst < ERROR);
}

/* Answers whether a report was made. */
static bool run(const char *folder, const struct bytes *last, uint32_t *seed)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	struct bytes made = { .arena = arena };
	struct bytes report = damage(arena, last->at, last->n, seed);
	struct bytes table = damage(arena, scores, sizeof scores - 1, seed);
	struct shelf shelf = { .arena = arena };
	struct resources resources = { ".", &shelf };
	struct successor wish = { &resources, next(seed) % 2 ? "2566" : "2567", NULL, NULL };
	bool good;

	if (next(seed) % 4)
		wish.last = write_file(arena, folder, "fuzz.xml", &report);
	if (next(seed) % 2)
		wish.scores = write_file(arena, folder, "fuzz.csv", &table);
	good = successor_make(arena, &wish, &made, &problems);
	assert(good == (problems.worst < ERROR));
	if (good)
		check_made(arena, &made);
	arena_close(arena);
	return good;
}

int main(int n, char **arguments)
{
	static const char *const reports[] = {
		"data/trang-2565.xml", "data/chanthaburi-2565.xml", "data/follow-up-2565.xml",
	};
	struct arena *arena = arena_open();
	struct bytes last[3];
	int rounds = n > 3 ? atoi(arguments[1]) : 0, made = 0;
	uint32_t seed = n > 3 ? (uint32_t)atoi(arguments[2]) : 0;

	source_start();
	for (int i = 0; i < 3; i++) {
		last[i] = (struct bytes){ .arena = arena };
		assert(!bytes_read(&last[i], reports[i]));
	}
	for (int i = 0; i < rounds; i++)
		made += run(arguments[3], &last[i % 3], &seed);
	printf("%d of %d reports were made\n", made, rounds);
	arena_close(arena);
	return !made || made == rounds;
}
