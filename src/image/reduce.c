#include "image/reduce.h"

#include <stdint.h>
#include <string.h>

/*
 * Areas are whole numbers: where from is W samples wide and to w, an old sample is w
 * wide, a new one W; rows are the same.  Sums stay below 255 * 255 * W * H.
 */
struct reducing {
	struct samples from, to;
	const struct sample_sink *next;
	uint64_t *line, *sums;		/* by new sample: of a row, of the rows so far */
	unsigned char *row;
	int missing;			/* of the new row's height */
};

struct reducing *reduce_open(struct arena *arena, const struct samples *from,
	const struct samples *to, const struct sample_sink *next)
{
	struct reducing *reducing = arena_new(arena, struct reducing);
	size_t n = (size_t)to->width * (size_t)to->channels;

	reducing->from = *from;
	reducing->to = *to;
	reducing->next = next;
	reducing->line = arena_alloc(arena, n * sizeof *reducing->line);
	reducing->sums = arena_alloc(arena, n * sizeof *reducing->sums);
	reducing->row = arena_alloc(arena, n);
	reducing->missing = from->height;
	return reducing;
}

/* Colours count as far as they are opaque. */
static void add_sample(const struct reducing *reducing, int to, const unsigned char *sample,
	int width)
{
	int n = reducing->from.channels, last = n - 1;
	uint64_t *sums = reducing->line + (size_t)to * (size_t)n;
	uint64_t weight = (uint64_t)width;

	if (samples_have_opacity(&reducing->from)) {
		weight *= sample[last];
		sums[last--] += weight;
	}
	for (int i = 0; i <= last; i++)
		sums[i] += weight * sample[i];
}

/* An old sample lies in one new one or in two. */
static void sum_row(struct reducing *reducing, const unsigned char *row)
{
	int missing = reducing->from.width, to = 0, n = reducing->from.channels;

	memset(reducing->line, 0, (size_t)reducing->to.width * (size_t)n * sizeof *reducing->line);
	for (int i = 0; i < reducing->from.width; i++, row += n) {
		int width = reducing->to.width;

		if (width >= missing) {
			add_sample(reducing, to++, row, missing);
			width -= missing;
			missing = reducing->from.width;
		}
		if (width)
			add_sample(reducing, to, row, width);
		missing -= width;
	}
}

static void add_line(struct reducing *reducing, int height)
{
	int n = reducing->to.width * reducing->to.channels;

	for (int i = 0; i < n; i++)
		reducing->sums[i] += reducing->line[i] * (uint64_t)height;
}

static unsigned char divide(uint64_t sum, uint64_t by)
{
	return (unsigned char)(by ? (sum + by / 2) / by : 0);
}

static void give_row(struct reducing *reducing)
{
	uint64_t area = (uint64_t)reducing->from.width * (uint64_t)reducing->from.height;
	int n = reducing->to.channels;
	bool has_opacity = samples_have_opacity(&reducing->to);

	for (int i = 0; i < reducing->to.width; i++) {
		const uint64_t *sums = reducing->sums + (size_t)i * (size_t)n;
		unsigned char *sample = reducing->row + (size_t)i * (size_t)n;

		for (int k = 0; k < n - has_opacity; k++)
			sample[k] = divide(sums[k], has_opacity ? sums[n - 1] : area);
		if (has_opacity)
			sample[n - 1] = divide(sums[n - 1], area);
	}
	reducing->next->add(reducing->next->with, reducing->row);
	memset(reducing->sums, 0, (size_t)(reducing->to.width * n) * sizeof *reducing->sums);
}

void reduce_add(void *with, const unsigned char *row)
{
	struct reducing *reducing = with;
	int height = reducing->to.height;

	sum_row(reducing, row);
	if (height >= reducing->missing) {
		add_line(reducing, reducing->missing);
		give_row(reducing);
		height -= reducing->missing;
		reducing->missing = reducing->from.height;
	}
	if (height)
		add_line(reducing, height);
	reducing->missing -= height;
}
