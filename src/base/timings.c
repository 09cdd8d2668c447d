#include "base/timings.h"

#include <time.h>

#include "base/phrase.h"
#include "base/utf8.h"

enum { NAME_COLUMNS = 10 };

static int64_t read_clock(clockid_t clock)
{
	struct timespec time;

	clock_gettime(clock, &time);
	return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void add(struct time *sum, struct time time)
{
	sum->cpu += time.cpu;
	sum->wall += time.wall;
}

void timings_enter(struct timings *timings, enum stage stage)
{
	struct time now;

	if (!timings)
		return;
	now = (struct time){ read_clock(CLOCK_PROCESS_CPUTIME_ID), read_clock(CLOCK_MONOTONIC) };
	add(&timings->spent[timings->stage], (struct time){ now.cpu - timings->began.cpu,
		now.wall - timings->began.wall });
	timings->stage = stage;
	timings->began = now;
}

void timings_add(struct timings *sum, const struct timings *timings)
{
	for (int i = 0; i < STAGES; i++)
		add(&sum->spent[i], timings->spent[i]);
}

static void put_name(const struct language *language, const char *name, FILE *out)
{
	const char *word = language_word(language, "timings", name);

	fprintf(out, "%s%*s", word, NAME_COLUMNS - utf8_columns(word), "");
}

static void put_row(const struct language *language, const char *name, struct time time, FILE *out)
{
	put_name(language, name, out);
	fprintf(out, " %10.3f %10.3f\n", (double)time.cpu / 1e6, (double)time.wall / 1e6);
}

void timings_print(const struct timings *timings, const struct language *language, FILE *out)
{
	static const char *const names[STAGES] = { NULL, N_WORD("timings", "read"),
		N_WORD("timings", "check"), N_WORD("timings", "transform"),
		N_WORD("timings", "doc"), N_WORD("timings", "fonts"),
		N_WORD("timings", "layout"), N_WORD("timings", "pdf"),
		N_WORD("timings", "write") };
	struct time total = { 0 };

	put_name(language, N_WORD("timings", "stage"), out);
	fprintf(out, " %10s %10s\n", "cpu ms", "wall ms");
	for (int i = STAGE_READ; i < STAGES; i++) {
		put_row(language, names[i], timings->spent[i], out);
		add(&total, timings->spent[i]);
	}
	put_row(language, N_WORD("timings", "total"), total, out);
}
