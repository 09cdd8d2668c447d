#include "layout/strip.h"

/* No page holds more: of many tied rows, no others are fitted. */
enum { ROWS_MOST = 1024 };

int group_count(const struct row_group *group)
{
	return group->begun.n + group->boxes.n;
}

const struct box *group_box(const struct row_group *group, int i)
{
	return i < group->begun.n ? &group->begun.at[i] : &group->boxes.at[i - group->begun.n];
}

int box_count(const struct box *box)
{
	return (box->begun ? 1 : 0) + box->strips.n;
}

const struct strip *box_strip(const struct box *box, int i)
{
	if (!box->begun)
		return &box->strips.at[i];
	return i ? &box->strips.at[i - 1] : box->begun;
}

/* Longer than any page is as good as endless: what is cut is measured again. */
static length capped(int64_t height)
{
	return height > LENGTH_MAX ? LENGTH_MAX : (length)height;
}

length box_space(const struct box *box, int i)
{
	return i ? box_strip(box, i)->before : 0;
}

length box_height(const struct box *box)
{
	int64_t height = 2 * box->style->padding_y;

	for (int i = 0; i < box_count(box) && height < LENGTH_MAX; i++)
		height += box_space(box, i) + box_strip(box, i)->height;
	return capped(height);
}

int group_first_row(const struct row_group *group, const struct box *box)
{
	return box->row > group->first ? box->row - group->first : 0;
}

int group_end_row(const struct row_group *group, const struct box *box)
{
	int end = box->row + box->rows - group->first;

	return end < group->n ? end : group->n;
}

static void raise(length *at, int64_t height)
{
	if (*at < height)
		*at = capped(height);
}

/* What a box needs more than its rows have goes to its last one. */
static void fit_tops(struct arena *arena, struct row_group *group)
{
	int n = group->n < ROWS_MOST ? group->n : ROWS_MOST, row = 0;
	length *tops = arena_alloc(arena, (size_t)(n + 1) * sizeof *tops);

	for (int i = 0; i < group_count(group); i++) {
		const struct box *box = group_box(group, i);

		for (; row < n && row < group_first_row(group, box); row++)
			raise(&tops[row + 1], tops[row]);
		if (row == n || tops[row] == LENGTH_MAX)
			break;
		if (group_end_row(group, box) <= n)
			raise(&tops[group_end_row(group, box)],
				(int64_t)tops[row] + box_height(box));
	}
	for (; row < n; row++)
		raise(&tops[row + 1], tops[row]);
	group->tops = tops;
	group->topped = n;
}

length group_top(const struct row_group *group, int row)
{
	return row <= group->topped ? group->tops[row] : LENGTH_MAX;
}

/* The box with no strips but those from first on that keep with the next. */
static length chain_height(const struct box *box, int first, length page)
{
	int64_t height = 2 * box->style->padding_y;

	for (int i = first; i < box_count(box) && height < LENGTH_MAX; i++) {
		const struct strip *strip = box_strip(box, i);

		height += i > first ? strip->before : 0;
		if (!strip->keep || i == box_count(box) - 1)
			return capped(height + strip_least(strip,
				page - 2 * box->style->padding_y));
		height += strip->height;
	}
	return capped(height);
}

static length box_least(const struct box *box, length page)
{
	return chain_height(box, 0, page);
}

static bool keeps_with_next(const struct row_group *group, int row)
{
	return group->keeps.at[group->first + row].with_next;
}

static bool is_whole(const struct row_group *group, int row, length page)
{
	return group->keeps.at[group->first + row].whole && !(group->torn && !row)
		&& group_top(group, row + 1) - group_top(group, row) <= page;
}

/* The bands at the head, and of the row below them what may stand alone. */
static length group_least(const struct row_group *group, length page)
{
	int last = 0;
	length least;

	while (last < group->n - 1 && keeps_with_next(group, last))
		last++;
	least = group_top(group, is_whole(group, last, page) ? last + 1 : last);
	for (int i = 0; i < group_count(group); i++) {
		const struct box *box = group_box(group, i);
		int row = group_first_row(group, box);

		if (row > last)
			break;
		raise(&least, (int64_t)group_top(group, row) + (group_end_row(group, box) <= last
			? box_height(box) : box_least(box, page)));
	}
	return least;
}

length strip_least(const struct strip *strip, length page)
{
	return strip->kind == STRIP_ROWS && strip->least > page ? group_least(strip->group, page)
		: strip->least;
}

static void fit_rows(struct arena *arena, struct strip *strip)
{
	struct row_group *group = strip->group;

	fit_tops(arena, group);
	strip->height = group_top(group, group->n);
	strip->least = group_least(group, LENGTH_MAX);
}

static int count_noted(const struct row_group *group)
{
	int n = 0;

	for (int i = 0; i < group_count(group); i++)
		for (int k = 0; k < box_count(group_box(group, i)); k++) {
			const struct strip *strip = box_strip(group_box(group, i), k);

			n += strip->group ? strip->group->noted : strip->notes.n > 0;
		}
	return n;
}

void strip_fit_rows(struct arena *arena, struct strip *strip)
{
	strip->group->noted = count_noted(strip->group);
	fit_rows(arena, strip);
}

void strip_keep_whole(struct strip *strip)
{
	if (strip->kind != STRIP_ROWS)
		return;
	for (int i = 0; i < strip->group->n; i++)
		strip->group->keeps.at[i] = (struct row_keep){ true, i < strip->group->n - 1
			|| strip->group->keeps.at[i].with_next };
	strip->least = strip->height;
}

/* Where a row group is cut: rows before row stay whole; row itself may be split. */
struct cut {
	int row;		/* the first that goes on, or begins, in the rest */
	bool split;		/* it has begun in the first part */
	length forced;		/* boxes that begin above or here put a line there at least */
};

static bool is_cut_at(const struct row_group *group, const struct box *box, struct cut cut)
{
	return group_first_row(group, box) < cut.row + cut.split
		&& group_end_row(group, box) > cut.row;
}

/* Can every box that the cut is to part, and that begins here, put something above it? */
static bool may_part(const struct row_group *group, const struct gap *gap, struct cut cut)
{
	for (int i = 0; i < group->boxes.n; i++) {
		const struct box *box = &group->boxes.at[i];
		int row = group_first_row(group, box);

		if (row > cut.row)
			break;
		if (is_cut_at(group, box, cut)
				&& box_least(box, gap->page) > gap->height - group_top(group, row))
			return false;
	}
	return true;
}

static bool may_cut(const struct row_group *group, const struct gap *gap, struct cut cut)
{
	if (cut.split ? is_whole(group, cut.row, gap->page) : keeps_with_next(group, cut.row - 1))
		return false;
	return may_part(group, gap, cut);
}

/* The first row in which more stands than the empty ends of boxes. */
static int first_filled(const struct row_group *group)
{
	for (int i = 0; i < group_count(group); i++) {
		const struct box *box = group_box(group, i);

		if (box_count(box) || !box->cut)
			return group_first_row(group, box);
	}
	return 0;
}

/* As low as may be: in the last row that begins in the gap, before it, or further up. */
static bool find_cut(const struct row_group *group, const struct gap *gap, struct cut *cut)
{
	int last = 0, filled = first_filled(group);

	while (last < group->n - 1 && group_top(group, last + 1) <= gap->height)
		last++;
	*cut = (struct cut){ last, true, 0 };
	if (may_cut(group, gap, *cut))
		return true;
	for (*cut = (struct cut){ last, false, 0 }; cut->row > filled; cut->row--)
		if (may_cut(group, gap, *cut))
			return true;
	*cut = (struct cut){ last, last <= filled, group_top(group, filled) };
	return gap->force;
}

/* What of a box stands above a cut: its first n strips, and a part of the next if torn. */
struct share {
	int n;
	bool torn;
	struct strip parts[2];	/* of the torn one */
};

/* The strips that fit whole: *n all of them, the answer those that may end there. */
static int count_fitting(const struct box *box, const struct gap *gap, int *n, length *used)
{
	int chance = 0;

	*used = 2 * box->style->padding_y;
	for (*n = 0; *n < box_count(box); ++*n) {
		const struct strip *strip = box_strip(box, *n);
		int64_t height = (int64_t)*used + box_space(box, *n) + strip->height;

		if (height > gap->height)
			break;
		*used = (length)height;
		if (!strip->keep || *n == box_count(box) - 1)
			chance = *n + 1;
	}
	return chance;
}

/* A chain that no page holds is parted where the rest of it fits one, or where it must. */
static int count_forced(const struct box *box, int fitting, length page)
{
	for (int i = 1; i < fitting; i++)
		if (chain_height(box, i, page) <= page)
			return i;
	return fitting ? fitting : 1;
}

/*
 * What cannot be had otherwise on an empty page is forced: what keeps is parted,
 * and a line higher than the page overflows it.
 */
static void find_share(struct arena *arena, const struct box *box, const struct gap *gap,
	struct share *share)
{
	length used;
	int fitting, chance = count_fitting(box, gap, &fitting, &used);

	*share = (struct share){ .n = fitting };
	if (fitting == box_count(box))
		return;
	used += box_space(box, fitting);
	share->torn = strip_cut(arena, box_strip(box, fitting), &(struct gap){
		gap->height - used, gap->page - 2 * box->style->padding_y,
		gap->force && !fitting }, share->parts);
	if (share->torn)
		return;
	share->n = chance;
	if (!chance && gap->force)
		share->n = count_forced(box, fitting, gap->page);
}

/* The box's strips from first on, n of them; the begun one among them as it is. */
static struct box part_of(const struct box *box, int first, int n)
{
	struct box part = *box;
	bool begun = box->begun && !first && n;
	int skip = first - (box->begun && first);

	part.cut = true;
	part.begun = begun ? box->begun : NULL;
	n -= begun;
	part.strips = (struct strips){ n ? box->strips.at + skip : NULL, n, n };
	return part;
}

static struct box upper_part(struct arena *arena, const struct box *box, const struct share *share)
{
	struct box part = part_of(box, 0, share->n);
	struct strips strips = { 0 };

	if (!share->torn)
		return part;
	for (int i = 0; i < part.strips.n; i++)
		*list_add(arena, &strips) = part.strips.at[i];
	*list_add(arena, &strips) = share->parts[0];
	part.strips = strips;
	return part;
}

static struct box lower_part(struct arena *arena, const struct box *box, const struct share *share)
{
	int first = share->n + share->torn;
	struct box part = part_of(box, first, box_count(box) - first);

	if (share->torn) {
		struct strip *begun = arena_new(arena, struct strip);

		*begun = share->parts[1];
		part.begun = begun;
	}
	return part;
}

/* A row group on its way to two. */
struct cutting {
	const struct row_group *group;
	const struct gap *gap;
	struct cut cut;
	struct row_group *upper, *lower;
};

static void cut_box(struct arena *arena, const struct box *box, struct cutting *cutting)
{
	const struct gap *gap = cutting->gap;
	length top = group_top(cutting->group, group_first_row(cutting->group, box));
	struct gap room = { gap->height - top, gap->page, gap->force
		&& top <= cutting->cut.forced };
	struct share share;

	find_share(arena, box, &room, &share);
	*list_add(arena, &cutting->upper->boxes) = upper_part(arena, box, &share);
	*list_add(arena, &cutting->lower->begun) = lower_part(arena, box, &share);
}

/* A strip like it for n of its rows, without boxes. */
static struct strip empty_part(struct arena *arena, const struct strip *strip, int first, int n)
{
	struct strip part = *strip;

	part.group = arena_new(arena, struct row_group);
	part.group->style = strip->group->style;
	part.group->keeps = strip->group->keeps;
	part.group->first = strip->group->first + first;
	part.group->n = n;
	return part;
}

static void cut_group(struct arena *arena, struct cutting *cutting)
{
	const struct row_group *group = cutting->group;
	struct cut cut = cutting->cut;
	int n = group_count(group), end = cut.row + cut.split, i;

	for (i = 0; i < n && group_first_row(group, group_box(group, i)) < end; i++) {
		const struct box *box = group_box(group, i);

		if (is_cut_at(group, box, cut))
			cut_box(arena, box, cutting);
		else
			*list_add(arena, &cutting->upper->boxes) = *box;
	}
	if (i < n)
		cutting->lower->boxes = (struct boxes){ group->boxes.at + (i - group->begun.n),
			n - i, n - i };
	cutting->upper->torn = group->torn;
	cutting->lower->torn = cut.split || (group->torn && !cut.row);
}

/* Nothing but the empty ends of boxes: no page is begun for them. */
static bool is_spent(const struct row_group *group)
{
	bool spent = group->torn && group->n == 1;

	for (int i = 0; spent && i < group_count(group); i++)
		spent = !box_count(group_box(group, i));
	return spent;
}

bool strip_cut(struct arena *arena, const struct strip *strip, const struct gap *gap,
	struct strip parts[2])
{
	struct cutting cutting = { .group = strip->group, .gap = gap };
	struct cut *cut = &cutting.cut;

	if (strip->kind != STRIP_ROWS || !find_cut(strip->group, gap, cut))
		return false;
	parts[0] = empty_part(arena, strip, 0, cut->row + cut->split);
	parts[1] = empty_part(arena, strip, cut->row, strip->group->n - cut->row);
	cutting.upper = parts[0].group;
	cutting.lower = parts[1].group;
	cut_group(arena, &cutting);
	if (is_spent(cutting.lower))
		return false;
	parts[0].keep = false;
	parts[1].before = 0;
	parts[1].anchors = (struct anchors){ 0 };
	strip_fit_rows(arena, &parts[0]);
	parts[1].group->noted = strip->group->noted - parts[0].group->noted;
	fit_rows(arena, &parts[1]);
	return true;
}
