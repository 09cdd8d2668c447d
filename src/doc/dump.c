#include "doc/chart.h"

enum { INDENT = 2 };

static void indent(struct bytes *bytes, int depth)
{
	bytes_printf(bytes, "%*s", INDENT * depth, "");
}

static void dump_name(struct bytes *bytes, const char *what, const char *value)
{
	if (value)
		bytes_printf(bytes, " %s=\"%s\"", what, value);
}

static void dump_style(struct bytes *bytes, const struct style *style)
{
	if (style)
		bytes_printf(bytes, " .%s", style->name);
}

static void dump_spans(struct bytes *bytes, const struct block *block, int depth)
{
	static const char *const kinds[] = { "text", "br", "tab", "leader", "page-number",
		"page-count", "page-ref", "ref", "note" };

	for (int i = 0; i < block->spans.n; i++) {
		const struct span *span = &block->spans.at[i];
		const struct style *style = span->style;

		indent(bytes, depth);
		bytes_text(bytes, kinds[span->kind]);
		if (style != block->style)
			bytes_printf(bytes, "%s%s%s%s", style->bold ? " bold" : "",
				style->italic ? " italic" : "",
				style->underline ? " underline" : "",
				style->rise > 0 ? " sup" : style->rise < 0 ? " sub" : "");
		dump_name(bytes, "target", span->target);
		dump_name(bytes, "lang", span->lang);
		dump_name(bytes, "expansion", span->expansion);
		if (span->text)
			bytes_printf(bytes, " |%s|", span->text);
		bytes_text(bytes, "\n");
		if (span->note)
			dump_spans(bytes, span->note, depth + 1);
	}
}

/* How the blocks below are dumped. */
typedef void blocks_dump(struct bytes *, const struct block *first, int depth);

static void dump_cells(struct bytes *bytes, const char *part, const struct cells *cells, int depth,
	blocks_dump *dump)
{
	for (int i = 0; i < cells->n; i++) {
		const struct cell *cell = &cells->at[i];

		indent(bytes, depth);
		bytes_printf(bytes, "%s %s row %d column %d", part, cell->head ? "th" : "td",
			cell->row, cell->column);
		if (cell->rows > 1 || cell->columns > 1)
			bytes_printf(bytes, " spans %dx%d", cell->rows, cell->columns);
		dump_style(bytes, cell->style);
		bytes_text(bytes, "\n");
		dump(bytes, cell->first, depth + 1);
	}
}

static void dump_table(struct bytes *bytes, const struct table *table, int depth, blocks_dump *dump)
{
	for (int i = 0; i < table->columns.n; i++) {
		const struct column *column = &table->columns.at[i];

		indent(bytes, depth);
		bytes_printf(bytes, "column %d: share %d, width %d\n", i, column->share,
			column->width);
	}
	dump_cells(bytes, "head", &table->head_cells, depth, dump);
	dump_cells(bytes, "later head", &table->later_head_cells, depth, dump);
	dump_cells(bytes, "body", &table->body_cells, depth, dump);
}

static void dump_chart(struct bytes *bytes, const struct chart *chart)
{
	static const char *const kinds[] = { "bars", "radar", "scale" };
	struct arena *arena = bytes->arena;

	bytes_printf(bytes, " %s from %s to %s", kinds[chart->kind],
		chart_number(arena, chart->min, NUMERAL_ARABIC),
		chart_number(arena, chart->max, NUMERAL_ARABIC));
	dump_name(bytes, "alt", chart->alt);
}

static void dump_picture(struct bytes *bytes, const struct picture *picture)
{
	dump_name(bytes, "src", picture->src);
	dump_name(bytes, "alt", picture->alt);
	bytes_printf(bytes, " width %d height %d", picture->width, picture->height);
}

static void dump_block(struct bytes *bytes, const struct block *block, int depth)
{
	static const char *const kinds[] = { "p", "section", "keep", "list", "item", "table",
		"contents", "page-break", "blockquote", "figure", "chart", "img" };
	static const char *const roles[] = { "", "", " table caption", " figure caption", " note" };

	indent(bytes, depth);
	bytes_printf(bytes, "%d: %s", block->place.line, kinds[block->kind]);
	bytes_text(bytes, roles[block->role]);
	if (block->level)
		bytes_printf(bytes, " level %d", block->level);
	dump_style(bytes, block->style);
	dump_name(bytes, "id", block->id);
	dump_name(bytes, "label", block->label);
	dump_name(bytes, "contents", block->contents_text);
	if (block->kind == BLOCK_CHART)
		dump_chart(bytes, block->chart);
	if (block->kind == BLOCK_IMAGE)
		dump_picture(bytes, block->picture);
	bytes_text(bytes, "\n");
}

static void dump_blocks(struct bytes *bytes, const struct block *first, int depth)
{
	for (const struct block *block = first; block; block = block->next) {
		dump_block(bytes, block, depth);
		dump_spans(bytes, block, depth + 1);
		dump_blocks(bytes, block->first, depth + 1);
		if (block->kind == BLOCK_TABLE)
			dump_table(bytes, block->table, depth + 1, dump_blocks);
	}
}

static void dump_running(struct bytes *bytes, const struct running *running)
{
	static const char *const pages[] = { "all", "first", "later" };
	static const char *const sides[] = { "", " odd", " even" };

	bytes_printf(bytes, "  %s on %s%s pages\n", running->foot ? "footer" : "header",
		pages[running->pages], sides[running->side]);
	dump_blocks(bytes, running->first, 2);
}

void doc_dump(const struct doc *doc, struct bytes *bytes)
{
	bytes_text(bytes, "document");
	dump_name(bytes, "title", doc->title);
	dump_name(bytes, "author", doc->author);
	dump_name(bytes, "subject", doc->subject);
	dump_name(bytes, "lang", doc->language);
	dump_name(bytes, "date", doc->date);
	bytes_text(bytes, "\n");
	for (int i = 0; i < doc->sequences.n; i++) {
		const struct sequence *sequence = &doc->sequences.at[i];

		bytes_printf(bytes, "pages .%s%s", sequence->page->name,
			sequence->counted ? "" : " without numbers");
		if (sequence->begins_odd)
			bytes_text(bytes, " on an odd page");
		if (sequence->first_number)
			bytes_printf(bytes, " from %d", sequence->first_number);
		bytes_text(bytes, "\n");
		for (int k = 0; k < sequence->running.n; k++)
			dump_running(bytes, &sequence->running.at[k]);
		dump_blocks(bytes, sequence->first, 1);
	}
}
