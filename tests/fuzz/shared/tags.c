#include "tags.h"

/* Elements that stand in a certain other one only (ISO 32000-1, 14.8.4.3). */
static const struct { enum tag tag, parent, or; } homes[] = {
	{ TAG_LI, TAG_L, TAG_L }, { TAG_LBODY, TAG_LI, TAG_LI }, { TAG_TOCI, TAG_TOC, TAG_TOC },
	{ TAG_THEAD, TAG_TABLE, TAG_TABLE }, { TAG_TBODY, TAG_TABLE, TAG_TABLE },
	{ TAG_TR, TAG_THEAD, TAG_TBODY }, { TAG_TH, TAG_TR, TAG_TR }, { TAG_TD, TAG_TR, TAG_TR },
};

static void check_element(const struct pages *pages, int i)
{
	const struct element *element = &pages->elements.at[i];
	const struct detail *detail = element_has(element);
	enum tag parent;

	assert(element->parent < i && (i ? element->parent >= 0 : element->parent == -1));
	assert(element->tag != TAG_FIGURE || (detail->alt && *detail->alt));
	parent = i ? pages->elements.at[element->parent].tag : TAG_DOCUMENT;
	for (size_t k = 0; k < sizeof homes / sizeof *homes; k++)
		assert(element->tag != homes[k].tag || parent == homes[k].parent
			|| parent == homes[k].or);
	for (int k = 0; k < detail->heads.n; k++)
		assert(pages->elements.at[detail->heads.at[k]].tag == TAG_TH);
}

static void check_mark(const struct pages *pages, const struct mark *mark)
{
	assert(mark->element >= ARTIFACT_PAGINATION && mark->element < pages->elements.n);
	assert(mark->kind != MARK_LINK || (mark->target && mark->alt));
	assert(mark->kind != MARK_TEXT || (mark->n > 0
		&& mark->first + mark->n <= mark->text->clusters.n));
}

/*
 * One row of a tagged table: the slots that cells of rows above have taken, then its own.  A cell
 * that was added, since the row lacked one, says nothing of what it covers.
 */
static int fill_row(const struct pages *pages, int row, int *left, int room)
{
	int column = 0;

	for (int i = row + 1; i < pages->elements.n; i++) {
		const struct element *cell = &pages->elements.at[i];

		if (cell->parent != row)
			continue;
		assert(cell->tag == TAG_TD || cell->tag == TAG_TH);
		while (column < room && left[column])
			column++;
		for (int k = 0; k < (cell->columns ? cell->columns : 1); k++) {
			assert(column < room && !left[column]);
			left[column++] = cell->rows ? cell->rows : 1;
		}
	}
	for (column = 0; column < room && left[column]; column++)
		left[column]--;
	return column;
}

/* All rows of a part are equally wide, and no cell reaches below the last. */
static void check_part(struct fuzz *fuzz, const struct pages *pages, int part)
{
	enum { ROOM = 1001 };
	int *left = arena_alloc(fuzz->arena, ROOM * sizeof *left), width = -1;

	for (int i = part + 1; i < pages->elements.n; i++) {
		int n;

		if (pages->elements.at[i].parent != part)
			continue;
		assert(pages->elements.at[i].tag == TAG_TR);
		n = fill_row(pages, i, left, ROOM);
		assert(width < 0 || n == width);
		width = n;
	}
	for (int i = 0; i < ROOM; i++)
		assert(!left[i]);
}

void tags_check(struct fuzz *fuzz, const struct pages *pages)
{
	for (int i = 0; i < pages->elements.n; i++) {
		enum tag tag = pages->elements.at[i].tag;

		check_element(pages, i);
		if (tag == TAG_THEAD || tag == TAG_TBODY)
			check_part(fuzz, pages, i);
	}
	for (int i = 0; i < pages->list.n; i++)
		for (int k = 0; k < pages->list.at[i].marks.n; k++)
			check_mark(pages, &pages->list.at[i].marks.at[k]);
}
