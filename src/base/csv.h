/*
 * Comma-separated values as RFC 4180 has them, also with another separator: a cell
 * in quotes may hold separators, line ends and doubled quotes.  One row at a time.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>

#include "base/bytes.h"

struct csv {
	const char *at;		/* the rest of the text, to its NUL */
	char separator;
	int line;		/* that at is in, from 1 */
};

struct csv_cells LIST(size_t);

/* Used again for every row. */
struct csv_row {
	struct bytes text;	/* its arena set; every cell with a NUL after it */
	struct csv_cells cells;	/* where each begins; those past the 1000th are left out */
	int line;		/* of its first cell */
	bool broken;		/* a quote is not closed, or something stands behind one */
};

/* The next row; false at the end.  Ends of lines are LF, CR LF or CR. */
bool csv_next(struct csv *, struct csv_row *);

/* The cell, counted from 0, as it stands in the row; NULL past the last. */
const char *csv_cell(const struct csv_row *, int i);

/*
 * Adds the text as a cell in quotes; nothing for an empty text.  A spreadsheet takes a text that
 * begins with = + - or @ (or the wide forms, a tab, a line end) for a formula and runs it.  Such a
 * text gets an apostrophe in front; so does one that begins with an apostrophe, so that taking one
 * away gives every text back.
 */
void csv_quote(struct bytes *, const char *text);

#endif
