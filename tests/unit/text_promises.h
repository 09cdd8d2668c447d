/* What every shaped text promises, for the programs that feed text/ with whatever there is. */
#ifndef TEXT_PROMISES_H
#define TEXT_PROMISES_H

#undef NDEBUG
#include <assert.h>
#include <string.h>

#include "text/text.h"

static void check_cluster(const struct text *text, int i)
{
	const struct cluster *cluster = &text->clusters.at[i];
	const struct run *run = text_run(text, i);

	assert(cluster[1].byte > cluster->byte && cluster[1].glyph >= cluster->glyph);
	assert(i >= run->first && i < run->first + run->n);
	assert((text->utf8[cluster->byte] & 0xc0) != 0x80);
	assert(cluster->kind == CLUSTER_BREAK || cluster[1].glyph > cluster->glyph);
	if (cluster->kind == CLUSTER_SPACE)
		assert(cluster->before != BREAK_MAY || !i
			|| !memcmp(text->utf8 + cluster->byte - 3, "\u200b", 3));
}

static inline void check_text(const struct text *text)
{
	int n = 0;

	for (int i = 0; i < text->runs.n; i++) {
		assert(text->runs.at[i].first == n);
		n += text->runs.at[i].n;
	}
	assert(n == text->clusters.n);
	assert(text->clusters.at[n].glyph == text->glyphs.n);
	assert(text->clusters.at[n].byte == (int)strlen(text->utf8));
	for (int i = 0; i < n; i++)
		check_cluster(text, i);
}

#endif
