/*
 * Rows of samples from above, 8 bits each: what readers of image files give, and
 * what makes them smaller or packs them for the PDF takes.
 */
#ifndef IMAGE_SAMPLES_H
#define IMAGE_SAMPLES_H

#include <stdbool.h>

struct samples {
	int width, height;
	int channels;			/* 1: grey, 3: RGB; 2 and 4: opacity behind them */
};

struct sample_sink {
	void (*add)(void *with, const unsigned char *row);
	void *with;
};

static inline bool samples_have_opacity(const struct samples *samples)
{
	return samples->channels % 2 == 0;
}

#endif
