#include "page/excerpt.h"

#include <string.h>

#include "base/numeral.h"

/* Pages from first to last, counted from 0; first is -1 where there is no such part. */
struct span_of_pages { int first, last; };

static const struct span_of_pages nothing = { -1, -1 };

static bool has_text_above(const struct page *page, length y)
{
	for (int i = 0; i < page->marks.n; i++) {
		const struct mark *mark = &page->marks.at[i];

		if (mark->kind == MARK_TEXT && mark->element >= 0 && mark->box.y < y)
			return true;
	}
	return false;
}

/* The page on which the heading's section ends: with the next heading that is no deeper. */
static int find_end(const struct pages *pages, int heading)
{
	const struct anchors *anchors = &pages->anchors;

	for (int i = heading + 1; i < anchors->n; i++) {
		const struct anchor *next = &anchors->at[i];

		if (!next->level || next->level > anchors->at[heading].level)
			continue;
		return next->page == anchors->at[heading].page
			|| has_text_above(&pages->list.at[next->page], next->y) ? next->page
			: next->page - 1;
	}
	return pages->list.n - 1;
}

/* "๓." and "3" are one number; "บทที่ ๓" has it too, by its last word. */
static bool is_number(struct arena *arena, const char *label, const char *number, size_t n)
{
	char *ascii = label ? numeral_ascii_digits(arena, label) : NULL;
	size_t end = ascii ? strlen(ascii) : 0;

	while (end && (ascii[end - 1] == '.' || ascii[end - 1] == ')'))
		end--;
	return n && end >= n && !memcmp(ascii + end - n, number, n)
		&& (end == n || ascii[end - n - 1] == ' ');
}

static struct span_of_pages find_section(struct arena *arena, const struct pages *pages,
	const char *number, size_t n)
{
	for (int i = 0; i < pages->anchors.n; i++) {
		const struct anchor *anchor = &pages->anchors.at[i];

		if (anchor->level && is_number(arena, anchor->label, number, n))
			return (struct span_of_pages){ anchor->page, find_end(pages, i) };
	}
	return nothing;
}

static struct span_of_pages find_sections(struct arena *arena, const struct pages *pages,
	const char *sections)
{
	const char *numbers = numeral_ascii_digits(arena, sections);
	const char *dash = strchr(numbers, '-');
	size_t n = dash ? (size_t)(dash - numbers) : strlen(numbers);
	struct span_of_pages span = find_section(arena, pages, numbers, n), end = span;

	if (dash)
		end = find_section(arena, pages, dash + 1, strlen(dash + 1));
	if (span.first < 0 || end.first < span.first)
		return nothing;
	span.last = end.last;
	return span;
}

static bool is_inside(const struct elements *elements, int element, int block)
{
	while (element > block)
		element = elements->at[element].parent;
	return element == block;
}

/* The pages with marks of the element or of those in it. */
static struct span_of_pages find_marks(const struct pages *pages, int block)
{
	struct span_of_pages span = nothing;

	for (int i = 0; i < pages->list.n; i++) {
		const struct marks *marks = &pages->list.at[i].marks;

		for (int k = 0; k < marks->n; k++) {
			if (!is_inside(&pages->elements, marks->at[k].element, block))
				continue;
			span.first = span.first < 0 ? i : span.first;
			span.last = i;
		}
	}
	return span;
}

static struct span_of_pages find_block(const struct pages *pages, const char *id)
{
	for (int i = 0; i < pages->anchors.n; i++) {
		const struct anchor *anchor = &pages->anchors.at[i];

		if (anchor->id && !strcmp(anchor->id, id))
			return find_marks(pages, anchor->element);
	}
	return nothing;
}

static void cut_anchors(struct arena *arena, struct pages *pages, struct span_of_pages span)
{
	struct anchors anchors = { 0 };

	for (int i = 0; i < pages->anchors.n; i++) {
		struct anchor anchor = pages->anchors.at[i];

		if (anchor.page < span.first || anchor.page > span.last)
			continue;
		anchor.page -= span.first;
		*list_add(arena, &anchors) = anchor;
	}
	pages->anchors = anchors;
}

/* Headings of the cut pages, again without a gap above the first (ISO 14289-1, 7.4.2). */
static void raise_headings(struct pages *pages)
{
	int levels[4], depth = 0;

	for (int i = 0; i < pages->anchors.n; i++) {
		const struct anchor *anchor = &pages->anchors.at[i];

		if (!anchor->level)
			continue;
		while (depth && levels[depth - 1] >= anchor->level)
			depth--;
		levels[depth++] = anchor->level;
		pages->elements.at[anchor->element].tag = (enum tag)(TAG_H1 + depth - 1);
	}
}

/* What an excerpt knows of an element: rows that row spans tie together stay together. */
struct share {
	bool had, shown;		/* marks on any page; on those of the excerpt */
	int rows;			/* a row: that its cells cover, from itself on */
	int number, end;		/* of a body: which row it is; the first not tied to it */
	int group;			/* the first row of those that are tied */
	int last;			/* a body: its last row so far */
};

static void find_marked(const struct pages *pages, struct span_of_pages span, struct share *shares)
{
	for (int i = 0; i < pages->list.n; i++) {
		const struct marks *marks = &pages->list.at[i].marks;
		bool shown = i >= span.first && i <= span.last;

		for (int k = 0; k < marks->n; k++) {
			int element = marks->at[k].element;

			for (; element >= 0 && !(shown ? shares[element].shown
					: shares[element].had);
					element = pages->elements.at[element].parent) {
				shares[element].had = true;
				shares[element].shown |= shown;
			}
		}
	}
}

static bool is_body_row(const struct elements *elements, int i)
{
	return elements->at[i].tag == TAG_TR
		&& elements->at[elements->at[i].parent].tag == TAG_TBODY;
}

/* Joins the row to the one before it in its body, if a cell covers both. */
static void tie_row(const struct elements *elements, struct share *shares, int i)
{
	struct share *row = &shares[i], *body = &shares[elements->at[i].parent];
	const struct share *before = body->last ? &shares[body->last] : NULL;

	row->number = before ? before->number + 1 : 0;
	row->end = row->number + row->rows;
	row->group = i;
	if (before && before->end > row->number) {
		row->group = before->group;
		if (row->end < before->end)
			row->end = before->end;
	}
	shares[row->group].had |= row->had;
	shares[row->group].shown |= row->shown;
	body->last = i;
}

/* An empty row goes with the one before it. */
static void leave_out(struct elements *elements, struct share *shares, int i)
{
	struct share *body = &shares[elements->at[i].parent];
	const struct share *group = &shares[shares[i].group];

	elements->at[i].left_out = group->had ? !group->shown
		: body->last && elements->at[body->last].left_out;
	body->last = i;
}

/* The rows of a long table's other pages: empty ones would fill the file. */
static void cut_rows(struct arena *arena, struct pages *pages, struct span_of_pages span)
{
	struct elements *elements = &pages->elements;
	struct share *shares = arena_alloc(arena, (size_t)elements->n * sizeof *shares);

	find_marked(pages, span, shares);
	for (int i = 1; i < elements->n; i++)
		if (elements->at[i].rows > shares[elements->at[i].parent].rows)
			shares[elements->at[i].parent].rows = elements->at[i].rows;
	for (int i = 1; i < elements->n; i++)
		if (is_body_row(elements, i))
			tie_row(elements, shares, i);
	for (int i = 1; i < elements->n; i++)
		shares[i].last = 0;
	for (int i = 1; i < elements->n; i++)
		if (is_body_row(elements, i) && !elements->at[elements->at[i].parent].left_out)
			leave_out(elements, shares, i);
		else
			elements->at[i].left_out = elements->at[elements->at[i].parent].left_out;
}

/* What there is instead: the numbers of the headings. */
static const char *list_parts(struct arena *arena, const struct pages *pages)
{
	struct bytes parts = { .arena = arena };

	bytes_text(&parts, "");
	for (int i = 0; i < pages->anchors.n; i++)
		if (pages->anchors.at[i].level && pages->anchors.at[i].label)
			bytes_printf(&parts, "%s%s", parts.n ? " " : "",
				pages->anchors.at[i].label);
	return parts.at;
}

void excerpt_apply(struct arena *arena, const struct excerpt *excerpt, struct pages *pages,
	struct place place, struct problems *problems)
{
	struct span_of_pages span;

	if (!excerpt->sections && !excerpt->only)
		return;
	span = excerpt->only ? find_block(pages, excerpt->only)
		: find_sections(arena, pages, excerpt->sections);
	if (span.first < 0) {
		problem_report(problems, PROBLEM_PART_UNKNOWN, place,
			excerpt->only ? excerpt->only : excerpt->sections,
			list_parts(arena, pages));
		return;
	}
	cut_rows(arena, pages, span);
	cut_anchors(arena, pages, span);
	raise_headings(pages);
	pages->list.at += span.first;
	pages->list.n = pages->list.room = span.last - span.first + 1;
}
