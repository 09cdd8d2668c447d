/* The catalogue of fonts, fonts/fonts.xml: families, files.  Data only; doc/read.h reads it. */
#ifndef DOC_CATALOGUE_H
#define DOC_CATALOGUE_H

#include "base/problem.h"
#include "base/units.h"

struct face {
	const char *path;
	bool bold, italic;
	struct place place;
};

struct faces LIST(struct face);

struct family {
	const char *name;
	int32_t scale;		/* real size = style's size * scale / 10000 */
	struct faces faces;	/* at least one */
	struct place place;
};

/* In the order in which they are asked for a character that the style's family lacks. */
struct catalogue LIST(struct family);

#endif
