#include "layout/strip.h"

static void dump_length(struct bytes *bytes, const char *name, length value)
{
	bytes_printf(bytes, " %s %d.%03d", name, value / 1000, (value < 0 ? -value : value) % 1000);
}

static void dump_text(const struct strip *strip, struct bytes *bytes)
{
	bytes_text(bytes, " |");
	for (int i = 0; i < strip->marks.n; i++) {
		const struct mark *mark = &strip->marks.at[i];

		if (mark->kind == MARK_TEXT) {
			const struct cluster *clusters = mark->text->clusters.at;
			int byte = clusters[mark->first].byte;

			bytes_add(bytes, mark->text->utf8 + byte,
				(size_t)(clusters[mark->first + mark->n].byte - byte));
		}
	}
	bytes_text(bytes, "|");
}

static void dump_strip(const struct strip *strip, int depth, struct bytes *bytes)
{
	static const char *const kinds[] = { "line", "rows", "page break" };

	bytes_printf(bytes, "%*s%s", 2 * depth, "", kinds[strip->kind]);
	if (strip->before)
		dump_length(bytes, "before", strip->before);
	dump_length(bytes, "height", strip->height);
	if (strip->least != strip->height)
		dump_length(bytes, "least", strip->least);
	bytes_text(bytes, strip->keep ? " keep" : "");
	bytes_text(bytes, strip->heads ? " heads" : "");
	if (strip->kind == STRIP_LINE)
		dump_text(strip, bytes);
	bytes_text(bytes, "\n");
}

void strips_dump(const struct strips *strips, int depth, struct bytes *bytes)
{
	for (int i = 0; i < strips->n; i++) {
		const struct row_group *group = strips->at[i].group;

		dump_strip(&strips->at[i], depth, bytes);
		if (strips->at[i].notes.n)
			bytes_printf(bytes, "%*snotes\n", 2 * depth + 2, "");
		strips_dump(&strips->at[i].notes, depth + 2, bytes);
		for (int k = 0; group && k < group_count(group); k++) {
			const struct box *box = group_box(group, k);

			bytes_printf(bytes, "%*sbox row %d column %d rows %d", 2 * depth + 2, "",
				box->row, box->column, box->rows);
			dump_length(bytes, "x", box->x);
			dump_length(bytes, "width", box->width);
			bytes_text(bytes, "\n");
			strips_dump(&box->strips, depth + 2, bytes);
		}
	}
}
