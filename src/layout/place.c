#include "layout/strip.h"

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

	*mark = (struct mark){ .kind = MARK_FILL, .element = ARTIFACT_LAYOUT, .box = box,
		.colour = colour };
	return mark;
}

/* A rule's middle is the edge, so that the rules of two neighbours are one. */
static void place_rules(struct arena *arena, const struct row_group *group, const struct box *box,
	struct rect edge, struct pages *pages)
{
	length width = group->style->border, half = width / 2;
	int32_t colour = group->style->border_colour;
	struct rect top = { edge.x - half, edge.y - half, edge.width + width, width };
	struct rect left = { edge.x - half, edge.y - half, width, edge.height + width };
	struct rect bottom = top, right = left;

	if (!width)
		return;
	bottom.y += edge.height;
	right.x += edge.width;
	if (group_first_row(group, box) == 0)
		add_fill(arena, pages, top, colour);
	if (box->column == 0)
		add_fill(arena, pages, left, colour);
	add_fill(arena, pages, bottom, colour);
	add_fill(arena, pages, right, colour);
}

static length free_above(const struct box *box, length height)
{
	length room = height - box_height(box);

	if (box->cut || box->style->vertical_align == VERTICAL_TOP)
		return 0;
	return box->style->vertical_align == VERTICAL_MIDDLE ? room / 2 : room;
}

static void place_box_text(struct arena *arena, const struct box *box, struct rect edge,
	bool artifact, struct pages *pages)
{
	struct point at = { edge.x + box->style->padding_x,
		edge.y + box->style->padding_y + free_above(box, edge.height) };

	for (int i = 0; i < box_count(box); i++) {
		const struct strip *strip = box_strip(box, i);

		at.y += box_space(box, i);
		strip_place(arena, strip, at, artifact, pages);
		at.y += strip->height;
	}
}

static struct rect box_edge(const struct row_group *group, const struct box *box, struct point at)
{
	length top = group_top(group, group_first_row(group, box));

	return (struct rect){ at.x + box->x, at.y + top, box->width,
		group_top(group, group_end_row(group, box)) - top };
}

static void place_group(struct arena *arena, const struct row_group *group, struct point at,
	bool artifact, struct pages *pages)
{
	int n = group_count(group);

	for (int i = 0; i < n; i++) {
		const struct box *box = group_box(group, i);

		if (box->style->background != COLOUR_NONE)
			add_fill(arena, pages, box_edge(group, box, at), box->style->background);
	}
	for (int i = 0; i < n; i++)
		place_box_text(arena, group_box(group, i), box_edge(group, group_box(group, i), at),
			artifact, pages);
	for (int i = 0; i < n; i++)
		place_rules(arena, group, group_box(group, i),
			box_edge(group, group_box(group, i), at), pages);
}

/* Only now is it known where on which page. */
static void place_figure(const struct strip *strip, struct point at, struct pages *pages)
{
	struct rect *box = &pages->elements.at[strip->figure].detail->box;

	box->x += at.x;
	box->y += at.y;
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
	if (strip->figure && !artifact)
		place_figure(strip, at, pages);
}

void strip_place(struct arena *arena, const struct strip *strip, struct point at, bool artifact,
	struct pages *pages)
{
	if (!artifact)		/* links lead to a table's first head, not to its repeats */
		place_anchors(arena, strip, at.y, pages);
	if (strip->kind == STRIP_ROWS)
		place_group(arena, strip->group, at, artifact, pages);
	else
		place_line(arena, strip, at, artifact, pages);
}
