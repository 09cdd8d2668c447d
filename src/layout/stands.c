#include "layout/drawing.h"

/* Neighbours that touch: they stand so that their sum of squares is the least. */
struct cluster_of_stands { int64_t sum; int n; };

static int64_t mean(const struct cluster_of_stands *cluster)
{
	return cluster->sum / cluster->n;
}

/*
 * Where each would begin if those before it took no room must not fall: pooling
 * adjacent violators (Barlow et al., Statistical Inference under Order
 * Restrictions, 1972, 1.2) finds the nearest numbers that do not.
 */
static int pool(const struct stand *stands, int n, struct cluster_of_stands *pooled)
{
	int64_t before = 0;
	int last = -1;

	for (int i = 0; i < n; i++) {
		pooled[++last] = (struct cluster_of_stands){
			stands[i].middle - stands[i].size / 2 - before, 1 };
		before += stands[i].size;
		for (; last && mean(&pooled[last - 1]) > mean(&pooled[last]); last--) {
			pooled[last - 1].sum += pooled[last].sum;
			pooled[last - 1].n += pooled[last].n;
		}
	}
	return last + 1;
}

static int64_t total(const struct stand *stands, int n)
{
	int64_t sum = 0;

	for (int i = 0; i < n; i++)
		sum += stands[i].size;
	return sum;
}

bool stands_spread(struct arena *arena, struct stand *stands, int n, const length between[2])
{
	struct cluster_of_stands *pooled = arena_alloc(arena, (size_t)(n + 1) * sizeof *pooled);
	int64_t before = 0, high = between[1] - total(stands, n);
	int clusters = pool(stands, n, pooled), i = 0;

	for (int k = 0; k < clusters; k++) {
		int64_t start = mean(&pooled[k]);

		start = start > high ? high : start;
		start = start < between[0] ? between[0] : start;
		for (int end = i + pooled[k].n; i < end; i++) {
			stands[i].at = (length)(start + before);
			before += stands[i].size;
		}
	}
	return high >= between[0];
}
