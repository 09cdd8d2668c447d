#include "layout/drawing.h"

#include <stdlib.h>

/* Left of its line if it fits there, else where there is more room. */
static void choose_side(struct drawing *drawing, struct flag *flag, length width)
{
	length gap = drawing_em(drawing, 25), left = flag->x - gap, right = width - flag->x - gap;

	flag->on_left = flag->name.extent.most <= left
		|| (flag->name.extent.most > right && left > right);
	lettering_set(drawing, &flag->name, drawing_room(drawing, flag->on_left ? left : right,
		flag->name.extent.least));
}

/*
 * Those left of their lines from left to right, then those right of theirs from
 * right to left: so no line crosses a name of its own side.
 */
static int compare(const void *a, const void *b)
{
	const struct flag *one = a, *other = b;
	int by_x = (one->x > other->x) - (one->x < other->x);

	if (one->on_left != other->on_left)
		return one->on_left ? -1 : 1;
	return one->on_left ? by_x : -by_x;
}

length flags_set(struct drawing *drawing, struct flag *flags, int n, length width)
{
	length height = 0;

	for (int i = 0; i < n; i++)
		choose_side(drawing, &flags[i], width);
	if (n)
		qsort(flags, (size_t)n, sizeof *flags, compare);
	for (int i = n - 1; i >= 0; i--) {
		flags[i].y = height;
		height += flags[i].name.height;
	}
	return height;
}

static length name_x(const struct drawing *drawing, const struct flag *flag)
{
	length gap = drawing_em(drawing, 25);

	return flag->on_left ? flag->x - gap - flag->name.width : flag->x + gap;
}

/* A line from above would run through the name. */
static bool hides(const struct drawing *drawing, const struct flag *flag, length x)
{
	length left = name_x(drawing, flag), around = drawing_em(drawing, 10);

	return x > left - around && x < left + flag->name.width + around;
}

/* The line down from the flag's name, left out where lower names stand. */
static void draw_line_of(struct drawing *drawing, const struct flag *flags, int i,
	const length ends[2])
{
	const struct flag *flag = &flags[i];
	struct pen pen = pen_of(flag->style);
	length from = ends[0] + flag->y + flag->name.height / 4;

	for (int k = i - 1; k >= 0; k--)
		if (hides(drawing, &flags[k], flag->x)) {
			draw_line(drawing, (struct point){ flag->x, from },
				(struct point){ flag->x, ends[0] + flags[k].y }, &pen);
			from = ends[0] + flags[k].y + flags[k].name.height;
		}
	draw_line(drawing, (struct point){ flag->x, from }, (struct point){ flag->x, ends[1] },
		&pen);
}

void flags_draw(struct drawing *drawing, const struct flag *flags, int n, const length ends[2])
{
	for (int i = 0; i < n; i++)
		draw_line_of(drawing, flags, i, ends);
	for (int i = n - 1; i >= 0; i--)
		lettering_place(drawing, &flags[i].name, name_x(drawing, &flags[i]),
			ends[0] + flags[i].y);
}
