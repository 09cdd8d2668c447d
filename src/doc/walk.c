#include "doc/walk.h"

static void walk_cells(const struct cells *cells, void (*visit)(const struct block *, void *),
	void *with)
{
	for (int i = 0; i < cells->n; i++)
		walk_blocks(cells->at[i].first, visit, with);
}

void walk_blocks(const struct block *first, void (*visit)(const struct block *, void *), void *with)
{
	for (const struct block *block = first; block; block = block->next) {
		visit(block, with);
		for (int i = 0; i < block->spans.n; i++)
			walk_blocks(block->spans.at[i].note, visit, with);
		walk_blocks(block->first, visit, with);
		if (block->kind != BLOCK_TABLE)
			continue;
		walk_cells(&block->table->head_cells, visit, with);
		walk_cells(&block->table->later_head_cells, visit, with);
		walk_cells(&block->table->body_cells, visit, with);
	}
}

void walk_doc(const struct doc *doc, void (*visit)(const struct block *, void *), void *with)
{
	for (int i = 0; i < doc->sequences.n; i++) {
		const struct sequence *sequence = &doc->sequences.at[i];

		for (int k = 0; k < sequence->running.n; k++)
			walk_blocks(sequence->running.at[k].first, visit, with);
		walk_blocks(sequence->first, visit, with);
	}
}
