#include "layout/notes.h"

enum {
	RULE_WIDTH = 500,
	RULE_LENGTH = 141732,		/* 5 cm, Word's */
	RULE_ABOVE = PT(7),
};

static length add(length a, int64_t b)
{
	return b > LENGTH_MAX - a ? LENGTH_MAX : (length)(a + b);
}

length notes_sum(const struct strips *notes)
{
	length height = 0;

	for (int i = 0; i < notes->n && height < LENGTH_MAX; i++) {
		height = add(height, (int64_t)notes->at[i].before + notes->at[i].height);
		height = add(height, notes_sum(&notes->at[i].notes));
	}
	return height;
}

bool notes_are_in(const struct strip *strip)
{
	return strip->notes.n || (strip->group && strip->group->noted);
}

length notes_height(const struct strip *strip)
{
	length height = notes_sum(&strip->notes);

	if (!notes_are_in(strip))
		return 0;
	for (int i = 0; strip->group && i < group_count(strip->group); i++) {
		const struct box *box = group_box(strip->group, i);

		for (int k = 0; k < box_count(box); k++)
			height = add(height, notes_height(box_strip(box, k)));
	}
	return height;
}

/* Of the strips that stay together at the box's head. */
static length box_least(const struct box *box)
{
	length height = 0;

	for (int i = 0; i < box_count(box); i++) {
		height = add(height, notes_least(box_strip(box, i)));
		if (!box_strip(box, i)->keep)
			break;
	}
	return height;
}

length notes_least(const struct strip *strip)
{
	length height = 0;

	if (!strip->group || strip->least == strip->height)
		return notes_height(strip);
	for (int i = 0; i < group_count(strip->group); i++)
		if (group_box(strip->group, i)->row <= strip->group->first)
			height = add(height, box_least(group_box(strip->group, i)));
	return height;
}

void notes_collect(struct arena *arena, const struct strip *strip, struct strips *notes)
{
	for (int i = 0; i < strip->notes.n; i++) {
		const struct strip *note = &strip->notes.at[i];
		struct strip *line = list_add(arena, notes);

		*line = *note;
		line->notes = (struct strips){ 0 };
		notes_collect(arena, note, notes);
	}
	for (int i = 0; strip->group && strip->group->noted
			&& i < group_count(strip->group); i++) {
		const struct box *box = group_box(strip->group, i);

		for (int k = 0; k < box_count(box); k++)
			notes_collect(arena, box_strip(box, k), notes);
	}
}

static void place_rule(struct arena *arena, struct rect room, struct pages *pages)
{
	struct mark *mark = list_add(arena, &pages->list.at[pages->list.n - 1].marks);

	*mark = (struct mark){ .kind = MARK_FILL, .element = ARTIFACT_LAYOUT,
		.box = { room.x, room.y + RULE_ABOVE,
			room.width < RULE_LENGTH ? room.width : RULE_LENGTH, RULE_WIDTH } };
}

int notes_place(struct arena *arena, const struct strips *notes, struct rect room, bool force,
	struct pages *pages)
{
	length y = NOTES_RULE;
	int i;

	for (i = 0; i < notes->n; i++) {
		const struct strip *note = &notes->at[i];

		if (add(y, (int64_t)note->before + note->height) > room.height && (i || !force))
			break;
		if (!i)
			place_rule(arena, room, pages);
		y += note->before;
		strip_place(arena, note, (struct point){ room.x, room.y + y }, false, pages);
		y += note->height;
	}
	return i;
}
