#include "base/timings.h"

#include <time.h>

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

static void print_row(FILE *out, const char *name, struct time time)
{
	fprintf(out, "%-10s %10.3f %10.3f\n", name, (double)time.cpu / 1e6,
		(double)time.wall / 1e6);
}

void timings_print(const struct timings *timings, FILE *out)
{
	static const char *const names[STAGES] = { NULL, "read", "check", "transform", "doc",
		"fonts", "layout", "pdf", "write" };
	struct time total = { 0 };

	fprintf(out, "%-10s %10s %10s\n", "stage", "cpu ms", "wall ms");
	for (int i = STAGE_READ; i < STAGES; i++) {
		print_row(out, names[i], timings->spent[i]);
		add(&total, timings->spent[i]);
	}
	print_row(out, "total", total);
}
