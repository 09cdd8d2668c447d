#include "doc/edition.h"

#include <stdlib.h>

#include "base/numeral.h"

#define DRAFT "ร่าง"

/* A running head or foot of one paragraph, on all pages. */
static struct running make_running(struct arena *arena, const struct style *style,
	const char *text, bool foot)
{
	struct block *block = arena_new(arena, struct block);
	struct span *span = list_add(arena, &block->spans);

	block->kind = BLOCK_PARAGRAPH;
	block->style = style;
	block->place = style->place;
	*span = (struct span){ .kind = SPAN_TEXT, .text = text, .style = style,
		.place = style->place };
	return (struct running){ .foot = foot, .first = block };
}

static void add_running(struct arena *arena, struct doc *doc, struct running running)
{
	for (int i = 0; i < doc->sequences.n; i++)
		*list_add(arena, &doc->sequences.at[i].running) = running;
}

/* "2022-04-29" as ๒๙ เมษายน ๒๕๖๕; NULL where the document has no date. */
static const char *thai_date(struct arena *arena, const char *date)
{
	return date ? numeral_thai_date(arena, arena_printf(arena, "%d%s", atoi(date) + 543,
		date + 4)) : NULL;
}

static const char *draft_line(struct arena *arena, const struct doc *doc)
{
	const char *date = thai_date(arena, doc->date);

	return date ? arena_printf(arena, DRAFT " ข้อมูล ณ วันที่ %s", date) : DRAFT;
}

void edition_apply(struct arena *arena, const struct edition *edition,
	const struct styles *styles, struct doc *doc)
{
	for (int i = 0; i < doc->sequences.n; i++)
		doc->sequences.at[i].begins_odd |= edition->recto;
	if (edition->agenda)
		add_running(arena, doc, make_running(arena, styles_find(styles, "agenda",
			"header"), edition->agenda, false));
	if (edition->draft) {
		add_running(arena, doc, make_running(arena, styles_find(styles, "draft-date",
			"footer"), draft_line(arena, doc), true));
		doc->watermark = DRAFT;
		doc->watermark_style = styles_find(styles, "draft", "header");
	}
	if (edition->line_numbers)
		doc->line_numbers = styles_find(styles, "line-number", "header");
}
