#include "layout/drawing.h"

/* In hundredths of an em: the sample, the space behind it, and between two entries. */
enum { SAMPLE = 180, BEHIND = 40, BETWEEN = 160, ABOVE = 50 };

void legend_add(struct drawing *drawing, struct legend *legend, const struct chart_part *part,
	int dot)
{
	struct legend_entry *entry;

	if (!part->name)
		return;
	entry = list_add(drawing->flow->arena, legend);
	entry->name = lettering_of(drawing, part->name, ALIGN_LEFT);
	entry->style = part->style;
	entry->dot = dot;
}

/* The unit stands there without a sample. */
void legend_add_unit(struct drawing *drawing, struct legend *legend)
{
	struct arena *arena = drawing->flow->arena;
	struct legend_entry *entry;

	if (!drawing->chart->unit)
		return;
	entry = list_add(arena, legend);
	entry->name = lettering_new(drawing, arena_printf(arena, "(%s)",
		chart_text(arena, drawing->chart->unit)), ALIGN_LEFT);
}

static length text_x(const struct drawing *drawing, const struct legend_entry *entry)
{
	return entry->style ? drawing_em(drawing, SAMPLE + BEHIND) : 0;
}

/* The entry after the last of the row that begins with first; the row's width and height. */
static int end_of_row(const struct drawing *drawing, const struct legend *legend, int first,
	struct rect *row)
{
	int i = first;

	*row = (struct rect){ 0 };
	for (; i < legend->n; i++) {
		const struct lettering *name = &legend->at[i].name;
		length right = row->width + (i > first ? drawing_em(drawing, BETWEEN) : 0)
			+ text_x(drawing, &legend->at[i]) + name->width;

		if (right > drawing->width && i > first)
			break;
		row->width = right;
		row->height = name->height > row->height ? name->height : row->height;
	}
	return i;
}

/* Rows stand in the middle. */
static void set_row(const struct drawing *drawing, struct legend *legend, int first, int end,
	struct rect row)
{
	length x = (drawing->width - row.width) / 2;

	for (int i = first; i < end; i++) {
		legend->at[i].x = x;
		legend->at[i].y = row.y;
		x += text_x(drawing, &legend->at[i]) + legend->at[i].name.width
			+ drawing_em(drawing, BETWEEN);
	}
}

length legend_set(struct drawing *drawing, struct legend *legend)
{
	length y = legend->n ? drawing_em(drawing, ABOVE) : 0;

	for (int i = 0; i < legend->n; i++) {
		struct lettering *name = &legend->at[i].name;

		lettering_set(drawing, name, drawing_room(drawing,
			drawing->width - text_x(drawing, &legend->at[i]), name->extent.least));
	}
	for (int i = 0; i < legend->n;) {
		struct rect row;
		int end = end_of_row(drawing, legend, i, &row);

		row.y = y;
		set_row(drawing, legend, i, end, row);
		y += row.height;
		i = end;
	}
	return y;
}

/* At the middle of the name's first line. */
static void draw_sample(struct drawing *drawing, const struct legend_entry *entry, length y)
{
	length width = drawing_em(drawing, SAMPLE), height = drawing_em(drawing, 70);
	length middle = y + entry->y + entry->name.block->style->leading / 2;
	struct rect area = { entry->x, middle - height / 2, width, height };
	struct pen pen = pen_of(entry->style);

	if (entry->dot == LEGEND_AREA)
		draw_area(drawing, &area, entry->style);
	else
		draw_line(drawing, (struct point){ entry->x, middle },
			(struct point){ entry->x + width, middle }, &pen);
	if (entry->dot >= 0)
		draw_dot(drawing, (struct point){ entry->x + width / 2, middle }, entry->style,
			entry->dot);
}

void legend_draw(struct drawing *drawing, const struct legend *legend, length y)
{
	for (int i = 0; i < legend->n; i++) {
		const struct legend_entry *entry = &legend->at[i];

		if (entry->style)
			draw_sample(drawing, entry, y);
		lettering_place(drawing, &entry->name, entry->x + text_x(drawing, entry),
			y + entry->y);
	}
}
