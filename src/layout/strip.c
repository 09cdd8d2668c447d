#include "layout/strip.h"

static length strips_height(const struct strips *strips, int n)
{
	int64_t height = 0;

	for (int i = 0; i < n; i++)
		height += strips->at[i].height + (i ? strips->at[i].before : 0);
	return height > LENGTH_MAX ? LENGTH_MAX : (length)height;
}

static length box_height(const struct box *box)
{
	return strips_height(&box->strips, box->strips.n) + 2 * box->style->padding_y;
}

static length rows_height(const struct row_group *group, int first, int n)
{
	int64_t height = 0;

	for (int i = first; i < first + n; i++)
		height += group->rows.at[i];
	return height > LENGTH_MAX ? LENGTH_MAX : (length)height;
}

/* Boxes of one row first; what a spanning box lacks then goes to its last row. */
static void fit_heights(struct row_group *group)
{
	for (int i = 0; i < group->rows.n; i++)
		group->rows.at[i] = 0;
	for (int i = 0; i < group->boxes.n; i++) {
		const struct box *box = &group->boxes.at[i];
		length height = box_height(box);

		if (box->rows == 1 && group->rows.at[box->row] < height)
			group->rows.at[box->row] = height;
	}
	for (int i = 0; i < group->boxes.n; i++) {
		const struct box *box = &group->boxes.at[i];
		length lack = box_height(box) - rows_height(group, box->row, box->rows);

		if (lack > 0)
			group->rows.at[box->row + box->rows - 1] += lack;
	}
}

/* The first strips of a box that stay together: those that keep with the next. */
static int least_strips(const struct box *box)
{
	int n = 1;

	while (n < box->strips.n && box->strips.at[n - 1].keep)
		n++;
	return n < box->strips.n ? n : box->strips.n;
}

static length least_height(const struct row_group *group)
{
	length least = 0;

	for (int i = 0; i < group->boxes.n; i++) {
		const struct box *box = &group->boxes.at[i];
		length height = strips_height(&box->strips, least_strips(box))
			+ 2 * box->style->padding_y;

		if (box->row == 0 && height > least)
			least = height;
	}
	return least;
}

void strip_fit_rows(struct strip *strip)
{
	struct row_group *group = strip->group;

	fit_heights(group);
	strip->height = rows_height(group, 0, group->rows.n);
	strip->least = group->keep_together ? strip->height : least_height(group);
}

/* How many of the box's strips fit in room; at least one if forced. */
static int count_fitting(const struct box *box, length room, bool force)
{
	int fitting = 0;
	int64_t height = 2 * box->style->padding_y;

	for (int i = 0; i < box->strips.n; i++) {
		const struct strip *strip = &box->strips.at[i];

		height += strip->height + (i ? strip->before : 0);
		if (height > room)
			break;
		if (!strip->keep || i == box->strips.n - 1 || force)
			fitting = i + 1;
	}
	return fitting || !force || !box->strips.n ? fitting : 1;
}

/* The row in which the cut falls: the last that begins above room. */
static int find_cut_row(const struct row_group *group, length room, length *top)
{
	int row = 0;

	*top = 0;
	while (row < group->rows.n - 1 && *top + group->rows.at[row] <= room)
		*top += group->rows.at[row++];
	return row;
}

/* Can every box that begins in this row put something into the room? */
static bool row_can_begin(const struct row_group *group, int row, length room)
{
	for (int i = 0; i < group->boxes.n; i++) {
		const struct box *box = &group->boxes.at[i];

		if (box->row == row && box->strips.n && !count_fitting(box, room, false))
			return false;
	}
	return true;
}

static struct strips slice(const struct strips *strips, int first, int n)
{
	return (struct strips){ n ? strips->at + first : NULL, n, n };
}

/* A group like it, without boxes, for rows rows. */
static struct strip empty_like(struct arena *arena, const struct strip *strip, int rows)
{
	struct strip part = *strip;

	part.group = arena_new(arena, struct row_group);
	part.group->style = strip->group->style;
	for (int i = 0; i < rows; i++)
		*list_add(arena, &part.group->rows) = 0;
	return part;
}

/* Where a row group is cut: rows before row stay whole; row itself may be split. */
struct cut {
	int row;		/* the first that goes on, or begins, in the rest */
	bool split;		/* it has begun in the first part */
	length room;
	bool force;
};

static void cut_box(struct arena *arena, const struct row_group *group, const struct box *box,
	const struct cut *cut, struct row_group *parts[2])
{
	int last = box->row + box->rows - 1;
	length top = rows_height(group, 0, box->row);
	bool begins = box->row < cut->row + cut->split, ends = last < cut->row;
	int n = !begins ? 0 : ends ? box->strips.n
		: count_fitting(box, cut->room - top, cut->force);
	struct box *part;

	if (begins) {
		part = list_add(arena, &parts[0]->boxes);
		*part = *box;
		part->strips = slice(&box->strips, 0, n);
		if (last > cut->row - !cut->split)
			part->rows = cut->row + cut->split - box->row;
	}
	if (!ends) {
		part = list_add(arena, &parts[1]->boxes);
		*part = *box;
		part->strips = slice(&box->strips, n, box->strips.n - n);
		part->row = box->row < cut->row ? 0 : box->row - cut->row;
		part->rows = last - cut->row + 1 - part->row;
	}
}

static bool has_text(const struct row_group *group)
{
	for (int i = 0; i < group->boxes.n; i++)
		if (group->boxes.at[i].strips.n)
			return true;
	return false;
}

static bool find_cut(const struct strip *strip, length room, bool force, struct cut *cut)
{
	length top;

	*cut = (struct cut){ find_cut_row(strip->group, room, &top), true, room, force };
	if (!force && strip->group->keep_together)
		return false;
	if (!row_can_begin(strip->group, cut->row, room - top))
		cut->split = cut->row == 0;
	if (cut->split && cut->row == 0 && !force
			&& !row_can_begin(strip->group, 0, room))
		return false;
	return true;
}

bool strip_cut(struct arena *arena, const struct strip *strip, length room, bool force,
	struct strip *first, struct strip *rest)
{
	struct row_group *parts[2];
	struct cut cut;

	if (strip->kind != STRIP_ROWS || !find_cut(strip, room, force, &cut))
		return false;
	*first = empty_like(arena, strip, cut.row + cut.split);
	*rest = empty_like(arena, strip, strip->group->rows.n - cut.row);
	parts[0] = first->group;
	parts[1] = rest->group;
	for (int i = 0; i < strip->group->boxes.n; i++)
		cut_box(arena, strip->group, &strip->group->boxes.at[i], &cut, parts);
	first->keep = false;
	rest->before = 0;
	rest->anchors = (struct anchors){ 0 };
	strip_fit_rows(first);
	strip_fit_rows(rest);
	return has_text(rest->group);
}

static void place_anchors(struct arena *arena, const struct strip *strip, length y,
	struct pages *pages)
{
	for (int i = 0; i < strip->anchors.n; i++) {
		struct anchor *anchor = list_add(arena, &pages->anchors);

		*anchor = strip->anchors.at[i];
		anchor->page = pages->list.n - 1;
		anchor->y = y;
	}
}

static struct mark *add_fill(struct arena *arena, struct pages *pages, struct rect box,
	int32_t colour)
{
	struct mark *mark = list_add(arena, &pages->list.at[pages->list.n - 1].marks);

	mark->kind = MARK_FILL;
	mark->element = ARTIFACT_LAYOUT;
	mark->box = box;
	mark->colour = colour;
	return mark;
}

/* A rule's middle is the edge, so that the rules of two neighbours are one. */
static void place_rules(struct arena *arena, const struct style *style, const struct box *box,
	struct rect edge, struct pages *pages)
{
	length width = style->border, half = width / 2;
	struct rect top = { edge.x - half, edge.y - half, edge.width + width, width };
	struct rect left = { edge.x - half, edge.y - half, width, edge.height + width };
	struct rect bottom = top, right = left;

	if (!width)
		return;
	bottom.y += edge.height;
	right.x += edge.width;
	if (box->row == 0)
		add_fill(arena, pages, top, style->border_colour);
	if (box->column == 0)
		add_fill(arena, pages, left, style->border_colour);
	add_fill(arena, pages, bottom, style->border_colour);
	add_fill(arena, pages, right, style->border_colour);
}

static void place_box_text(struct arena *arena, const struct box *box, struct rect edge,
	bool artifact, struct pages *pages)
{
	length free = edge.height - box_height(box);
	struct point at = { edge.x + box->style->padding_x, edge.y + box->style->padding_y };

	if (box->style->vertical_align == VERTICAL_MIDDLE)
		at.y += free / 2;
	if (box->style->vertical_align == VERTICAL_BOTTOM)
		at.y += free;
	for (int i = 0; i < box->strips.n; i++) {
		const struct strip *strip = &box->strips.at[i];

		at.y += i ? strip->before : 0;
		strip_place(arena, strip, at, artifact, pages);
		at.y += strip->height;
	}
}

static struct rect box_edge(const struct row_group *group, const struct box *box, struct point at)
{
	return (struct rect){ at.x + box->x, at.y + rows_height(group, 0, box->row), box->width,
		rows_height(group, box->row, box->rows) };
}

static void place_group(struct arena *arena, const struct row_group *group, struct point at,
	bool artifact, struct pages *pages)
{
	for (int i = 0; i < group->boxes.n; i++) {
		const struct box *box = &group->boxes.at[i];

		if (box->style->background != COLOUR_NONE)
			add_fill(arena, pages, box_edge(group, box, at), box->style->background);
	}
	for (int i = 0; i < group->boxes.n; i++)
		place_box_text(arena, &group->boxes.at[i],
			box_edge(group, &group->boxes.at[i], at), artifact, pages);
	for (int i = 0; i < group->boxes.n; i++)
		place_rules(arena, group->style, &group->boxes.at[i],
			box_edge(group, &group->boxes.at[i], at), pages);
}

static void place_line(struct arena *arena, const struct strip *strip, struct point at,
	bool artifact, struct pages *pages)
{
	for (int i = 0; i < strip->marks.n; i++) {
		struct mark *mark = list_add(arena, &pages->list.at[pages->list.n - 1].marks);

		*mark = strip->marks.at[i];
		mark->box.x += at.x;
		mark->box.y += at.y;
		if (artifact)
			mark->element = ARTIFACT_PAGINATION;
	}
}

void strip_place(struct arena *arena, const struct strip *strip, struct point at, bool artifact,
	struct pages *pages)
{
	place_anchors(arena, strip, at.y, pages);
	if (strip->kind == STRIP_ROWS)
		place_group(arena, strip->group, at, artifact, pages);
	else
		place_line(arena, strip, at, artifact, pages);
}
