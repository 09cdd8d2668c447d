/*
 * The paginator with made-up strips: random heights, keeps, page breaks, row groups
 * with spans, nested ones and heads.  Every line bears a number, in the colour of
 * its one mark; where the marks stand afterwards must follow the rules.
 *   paginate_test [CASES [FIRST SEED]]
 */
#include <stdio.h>
#include <string.h>
#include <stdlib.h>

#include "layout/paginate.h"

enum { WIDTH = PT(300), BODY = PT(200), BODY_TOP = PT(50), ROWS = 6, COLUMNS = 4, LINES = 14 };

/* A line, by its number. */
struct line_made {
	length height, around;		/* around: padding of the boxes that it stands in */
	int strip;			/* at the top level; -1 of a head that only repeats */
	const void *box;		/* that it stands in, or the list */
	bool keep;			/* with the next line of the same box */
	int page;			/* where it was found, or -1 */
	length y;
};

struct lines_made LIST(struct line_made);

struct made {
	struct arena *arena;
	uint64_t random;
	struct lines_made lines;
	struct strips strips;
	const struct style *styles;	/* three, of rising padding */
	int strip;
	struct pages pages;
	const char *fault;		/* or NULL */
	int fault_at;
};

/* Knuth's MMIX generator; 0 to n - 1. */
static int pick(struct made *made, int n)
{
	made->random = made->random * 6364136223846793005u + 1442695040888963407u;
	return (int)((made->random >> 33) % (uint64_t)n);
}

static bool one_in(struct made *made, int n)
{
	return pick(made, n) == 0;
}

static struct strip *add_line(struct made *made, struct strips *strips, const void *box,
	length around)
{
	struct strip *strip = list_add(made->arena, strips);
	struct line_made *line = list_add(made->arena, &made->lines);
	struct mark *mark = list_add(made->arena, &strip->marks);

	strip->kind = STRIP_LINE;
	strip->before = one_in(made, 4) ? PT(pick(made, 12)) : 0;
	strip->height = strip->least = one_in(made, 300) ? PT(120 + pick(made, 60))
		: PT(8 + pick(made, 12));
	strip->keep = one_in(made, 5);
	mark->kind = MARK_DOTS;
	mark->colour = made->lines.n - 1;
	*line = (struct line_made){ strip->height, around, made->strip, box, strip->keep, -1, 0 };
	return strip;
}

typedef void fill_strips(struct made *, struct strips *, length around, int depth);

static void fill_box(struct made *made, struct box *box, length around, int depth,
	fill_strips *add_group)
{
	int n = one_in(made, 30) ? 3 * LINES : 1 + pick(made, one_in(made, 4) ? LINES : 3);
	const void *name = arena_alloc(made->arena, 1);

	around += 2 * box->style->padding_y;
	for (int i = 0; i < n; i++)
		if (depth && one_in(made, 12))
			add_group(made, &box->strips, around, depth - 1);
		else
			add_line(made, &box->strips, name, around);
	box->strips.at[box->strips.n - 1].keep = false;
}

/* Takes the free places of the grid from the row's column on, as far as a random span goes. */
static struct box take(struct made *made, bool taken[ROWS][COLUMNS], int row, int column, int rows)
{
	struct box box = { .row = row, .column = column, .rows = 1 };

	if (one_in(made, 4))
		box.rows += pick(made, rows - row);
	for (int i = row; i < row + box.rows; i++)
		taken[i][column] = true;
	box.style = &made->styles[pick(made, 3)];
	box.width = PT(10);
	return box;
}

static void add_row(struct made *made, struct row_group *group, bool taken[ROWS][COLUMNS], int row,
	int columns)
{
	*list_add(made->arena, &group->keeps) = (struct row_keep){ one_in(made, 6),
		one_in(made, 8) };
	for (int i = 0; i < columns; i++)
		if (!taken[row][i])
			*list_add(made->arena, &group->boxes) = take(made, taken, row, i, group->n);
}

static void add_group(struct made *made, struct strips *strips, length around, int depth)
{
	bool taken[ROWS][COLUMNS] = { { false } };
	struct row_group *group = arena_new(made->arena, struct row_group);
	struct strip strip = { .kind = STRIP_ROWS, .group = group, .keep = one_in(made, 6) };
	int columns = 1 + pick(made, COLUMNS);

	group->n = one_in(made, 3) ? 1 + pick(made, ROWS) : 1;
	group->style = made->styles;
	for (int i = 0; i < group->n; i++)
		add_row(made, group, taken, i, columns);
	for (int i = 0; i < group->boxes.n; i++)
		if (!one_in(made, 10) || !i || group->boxes.at[i].row > group->boxes.at[i - 1].row)
			fill_box(made, &group->boxes.at[i], around, depth, add_group);
	strip_fit_rows(made->arena, &strip);
	*list_add(made->arena, strips) = strip;
}

/* A head's lines are short, so that most heads repeat; later pages have their own head at times. */
static const struct heads *add_heads(struct made *made)
{
	struct heads *heads = arena_new(made->arena, struct heads);
	int first = made->strips.n;

	add_group(made, &made->strips, 0, 0);
	made->strips.at[first].keep = true;
	strip_keep_whole(&made->strips.at[first]);
	if (one_in(made, 3)) {
		int strip = made->strip;

		made->strip = -1;
		add_group(made, &heads->later, 0, 0);
		made->strip = strip;
	} else {
		*list_add(made->arena, &heads->later) = made->strips.at[first];
	}
	made->strip++;
	heads->height = heads->later.at[0].height;
	return heads;
}

static void add_table(struct made *made)
{
	const struct heads *heads = one_in(made, 2) ? NULL : add_heads(made);
	int n = 1 + pick(made, 12), first = made->strips.n;

	for (int i = 0; i < n; i++, made->strip++) {
		add_group(made, &made->strips, 0, 2);
		if (one_in(made, 20))
			strip_keep_whole(&made->strips.at[first + i]);
		made->strips.at[first + i].heads = heads;
	}
}

/* A line that no page can hold comes at times. */
static void add_text(struct made *made)
{
	struct strip *strip = add_line(made, &made->strips, &made->strips, 0);

	if (one_in(made, 100))
		strip->height = strip->least = made->lines.at[made->lines.n - 1].height = 2 * BODY;
	made->strip++;
}

static void make(struct made *made)
{
	int n = 1 + pick(made, 30);

	for (int i = 0; i < n; i++)
		if (one_in(made, 5)) {
			add_table(made);
		} else if (one_in(made, 15)) {
			if (made->strips.n)
				made->strips.at[made->strips.n - 1].keep = false;
			list_add(made->arena, &made->strips)->kind = STRIP_PAGE_BREAK;
			made->strip++;
		} else {
			add_text(made);
		}
	add_text(made);
}

static void blame(struct made *made, const char *fault, int at)
{
	if (made->fault)
		return;
	made->fault = fault;
	made->fault_at = at;
}

/* The room for rows on a page where the strip's table goes on. */
static length room_below_heads(const struct strip *strip)
{
	return strip->heads && strip->heads->height <= BODY / 2
		? BODY - strip->heads->height : BODY;
}

static void find_line(struct made *made, const struct mark *mark, int page)
{
	struct line_made *line = &made->lines.at[mark->colour];

	if (mark->element == ARTIFACT_PAGINATION)
		return;
	if (line->page >= 0)
		blame(made, "a line stands twice", mark->colour);
	if (line->strip < 0)
		blame(made, "a repeated head is content", mark->colour);
	line->page = page;
	line->y = mark->box.y;
}

static bool is_too_tall(const struct made *made, const struct line_made *line)
{
	return line->height + line->around > room_below_heads(&made->strips.at[line->strip]);
}

/* What stands in one row with a line that no page can hold may leave the page with it. */
static void check_room(struct made *made)
{
	bool *overflows = arena_alloc(made->arena, (size_t)made->pages.list.n * sizeof *overflows);

	for (int i = 0; i < made->lines.n; i++)
		if (made->lines.at[i].page >= 0 && is_too_tall(made, &made->lines.at[i]))
			overflows[made->lines.at[i].page] = true;
	for (int i = 0; i < made->lines.n; i++) {
		const struct line_made *line = &made->lines.at[i];

		if (line->page >= 0 && line->y + line->height > BODY_TOP + BODY
				&& !overflows[line->page])
			blame(made, "a page is overfull", i);
	}
}

static void find_lines(struct made *made)
{
	for (int i = 0; i < made->pages.list.n; i++) {
		const struct marks *marks = &made->pages.list.at[i].marks;

		if (!marks->n)
			blame(made, "a page is empty", i);
		for (int k = 0; k < marks->n; k++)
			find_line(made, &marks->at[k], i);
	}
	for (int i = 0; i < made->lines.n; i++)
		if (made->lines.at[i].page < 0 && made->lines.at[i].strip >= 0)
			blame(made, "a line is lost", i);
}

static bool is_above(const struct line_made *a, const struct line_made *b)
{
	return a->page < b->page || (a->page == b->page && a->y < b->y);
}

/* Lines of a box follow each other; a strip's lines come before the next one's. */
static void check_order(struct made *made)
{
	struct line_made end = { .page = 0 }, top = { .page = 0 };
	int strip = -1;

	for (int i = 0; i < made->lines.n; i++) {
		const struct line_made *line = &made->lines.at[i], *last = line - 1;

		if (line->strip < 0)
			continue;
		if (i && last->box == line->box && !is_above(last, line))
			blame(made, "lines of a box change places", i);
		if (line->strip != strip)
			top = end;
		strip = line->strip;
		if (is_above(line, &top))
			blame(made, "strips change places", i);
		if (is_above(&end, line))
			end = *line;
	}
}

struct pages_of { int first, last; };

static struct pages_of find_pages(const struct made *made, int strip)
{
	struct pages_of pages = { made->pages.list.n, -1 };

	for (int i = 0; i < made->lines.n; i++) {
		const struct line_made *line = &made->lines.at[i];

		if (line->strip == strip && line->page < pages.first)
			pages.first = line->page;
		if (line->strip == strip && line->page > pages.last)
			pages.last = line->page;
	}
	return pages;
}

/* A chain of strips that keep with the next is on one page if it fits; of the last one its head. */
static void check_chain(struct made *made, int first)
{
	length page = room_below_heads(&made->strips.at[first]);
	int64_t height = 0;
	int last = first;

	for (; last < made->strips.n - 1 && made->strips.at[last].keep; last++)
		height += made->strips.at[last].height + made->strips.at[last + 1].before;
	if (last == first || height + strip_least(&made->strips.at[last], page) > page)
		return;
	for (int i = first; i < last; i++)
		if (find_pages(made, i).last != find_pages(made, i + 1).first)
			blame(made, "a strip does not keep with the next", i);
}

static bool is_all_whole(const struct row_group *group)
{
	for (int i = 0; i < group->n; i++)
		if (!group->keeps.at[i].whole || (i && !group->keeps.at[i - 1].with_next))
			return false;
	return true;
}

static void check_strips(struct made *made)
{
	for (int i = 0; i < made->strips.n; i++) {
		const struct strip *strip = &made->strips.at[i];
		struct pages_of pages = find_pages(made, i);

		if (strip->kind == STRIP_PAGE_BREAK)
			continue;
		if (!i || !made->strips.at[i - 1].keep)
			check_chain(made, i);
		if (strip->kind == STRIP_ROWS && is_all_whole(strip->group)
				&& strip->height <= room_below_heads(strip)
				&& pages.first != pages.last)
			blame(made, "a whole row is cut", i);
	}
}

/* Lines that keep with the next, alone in a box, are parted only if no page holds them. */
static void check_lines(struct made *made)
{
	for (int i = 0; i < made->lines.n; i++) {
		const struct line_made *first = &made->lines.at[i], *line = first;
		int64_t height = first->height + first->around;

		if (first->strip < 0 || !first->around || (i && first[-1].keep))
			continue;
		while (line < made->lines.at + made->lines.n - 1 && line->keep
				&& line[1].box == first->box)
			height += (++line)->height + PT(12);
		if (height <= room_below_heads(&made->strips.at[first->strip])
				&& first->page != line->page && !line->keep)
			blame(made, "a line does not keep with the next", i);
	}
}

/* Does the page begin with the head, as no content? */
static bool begins_with(const struct page *page, const struct heads *heads)
{
	const struct box *box = group_box(heads->later.at[0].group, 0);
	int colour = box->strips.at[0].marks.at ? box->strips.at[0].marks.at[0].colour : -1;

	return page->marks.n && (colour < 0 || (page->marks.at[0].colour == colour
		&& page->marks.at[0].element == ARTIFACT_PAGINATION));
}

static void check_heads(struct made *made)
{
	for (int i = 0; i < made->lines.n; i++) {
		const struct line_made *line = &made->lines.at[i];
		const struct strip *strip = line->strip < 0 ? NULL : &made->strips.at[line->strip];
		int start = line->strip;

		if (!strip || !strip->heads || strip->heads->height > BODY / 2)
			continue;
		while (start && made->strips.at[start - 1].heads == strip->heads)
			start--;
		if (find_pages(made, start).first < line->page
				&& !begins_with(&made->pages.list.at[line->page], strip->heads))
			blame(made, "a head is missing", i);
	}
}

static void paginate(struct made *made, const struct page_area *area)
{
	struct paginating *paginating = paginate_begin(made->arena, made->arena, area,
		&made->pages);

	paginate_add(paginating, &made->strips);
	paginate_end(paginating);
}

/* What keeps with nothing that follows may be placed before that is known. */
static void check_pieces(struct made *made, const struct page_area *area)
{
	struct bytes whole = { .arena = made->arena }, pieces = { .arena = made->arena };
	struct pages pages = { .elements = made->pages.elements };
	struct paginating *paginating = paginate_begin(made->arena, made->arena, area, &pages);
	struct strips piece = { made->strips.at, 0, 0 };

	for (int i = 0; i < made->strips.n; i++) {
		piece.n++;
		if (made->strips.at[i].keep || (i < made->strips.n - 1 && !one_in(made, 3)))
			continue;
		paginate_add(paginating, &piece);
		piece = (struct strips){ piece.at + piece.n, 0, 0 };
	}
	paginate_add(paginating, &piece);
	paginate_end(paginating);
	pages_dump(&made->pages, &whole);
	pages_dump(&pages, &pieces);
	if (whole.n != pieces.n || memcmp(whole.at, pieces.at, whole.n) != 0)
		blame(made, "placed by pieces they stand elsewhere", pages.list.n);
}

static bool run(uint64_t seed, const struct style *styles)
{
	struct page_area area = { .width = WIDTH, .height = BODY + 2 * BODY_TOP,
		.body = { 0, BODY_TOP, WIDTH, BODY } };
	struct made made = { .arena = arena_open(), .random = seed, .styles = styles };
	bool passed;

	make(&made);
	paginate(&made, &area);
	find_lines(&made);
	if (!made.fault) {
		check_room(&made);
		check_order(&made);
		check_strips(&made);
		check_lines(&made);
		check_heads(&made);
		check_pieces(&made, &area);
	}
	if (made.fault)
		printf("seed %llu: %s (%d)\n", (unsigned long long)seed, made.fault, made.fault_at);
	passed = !made.fault;
	arena_close(made.arena);
	return passed;
}

int main(int argc, char **argv)
{
	const struct style styles[] = {
		{ .background = COLOUR_NONE },
		{ .background = COLOUR_NONE, .padding_y = PT(2),
			.vertical_align = VERTICAL_MIDDLE },
		{ .background = COLOUR_NONE, .padding_y = PT(6),
			.vertical_align = VERTICAL_BOTTOM },
	};
	int n = argc > 1 ? atoi(argv[1]) : 5000, passed = 0;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;

	for (int i = 0; i < n; i++)
		passed += run(seed + (uint64_t)i, styles);
	printf("%d passed, %d failed\n", passed, n - passed);
	return passed < n;
}
