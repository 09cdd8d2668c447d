/*
 * Fewer samples for the same picture: each of the new ones is the mean of what it
 * covers, weighed by area and opacity.
 */
#ifndef IMAGE_REDUCE_H
#define IMAGE_REDUCE_H

#include "base/arena.h"
#include "image/samples.h"

struct reducing;

/* to is no larger than from either way, and has its channels; its rows go to next. */
struct reducing *reduce_open(struct arena *, const struct samples *from, const struct samples *to,
	const struct sample_sink *next);

/* Takes the next row; a sink's add. */
void reduce_add(void *reducing, const unsigned char *row);

#endif
