/*
 * How narrow and how wide blocks may be set: from the widest piece that no line
 * break parts to the widest line with no break but br (CSS 2.1, 17.5.2.2).  And
 * each paragraph's shaped text, kept, so that its lines need not shape it again.
 * Inside layout/ only.
 */
#ifndef LAYOUT_MEASURE_H
#define LAYOUT_MEASURE_H

#include "layout/flow.h"

struct extent { length least, most; };

struct extent measure_one(struct flow *, const struct block *);
struct extent measure_blocks(struct flow *, const struct block *first);

/* columns.c: its columns and caption. */
struct extent measure_table(struct flow *, const struct block *);

/* picture.c */
struct extent measure_picture(struct flow *, const struct block *);

/*
 * The x of each column's left in a table so wide, and of the last one's right.
 * Where the columns' own widths leave no room for the others, all are narrowed
 * (TABLE_WIDE).
 */
length *columns_find_edges(struct flow *, const struct block *, length width);

/* Forgets the texts. */
void measure_close(struct shaped_texts *);

/* text_shape(), or its last answer for the block if that was for the same spans. */
struct text *measure_shape(struct flow *, const struct block *, const struct spans *);

#endif
