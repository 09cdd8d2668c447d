/* The outlines of shaped text, for text that is drawn and not read. */
#ifndef TEXT_OUTLINE_H
#define TEXT_OUTLINE_H

#include "base/path.h"
#include "text/text.h"

/* A line of text turned about its middle: upwards from left to right by the angle. */
struct turned {
	struct point middle;
	int32_t cosine, sine;		/* of the angle, in thousandths */
};

/* Adds the outlines of the whole text, set as one line, to segments; y grows down. */
void text_outline(struct arena *, const struct text *, const struct turned *,
	struct segments *);

#endif
