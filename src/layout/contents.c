#include <string.h>

#include "doc/walk.h"
#include "layout/flow.h"

struct finding {
	struct arena *arena;
	struct headings *headings;
};

bool contents_lists(enum role role)
{
	return role == ROLE_HEADING || role == ROLE_TABLE_CAPTION || role == ROLE_FIGURE_CAPTION;
}

static void collect(const struct block *block, void *with)
{
	struct finding *finding = with;
	struct heading *heading;

	if (block->kind != BLOCK_PARAGRAPH || !contents_lists(block->role))
		return;
	heading = list_add(finding->arena, finding->headings);
	heading->block = block;
	heading->id = block->id ? block->id	/* no XML id begins with a tilde */
		: arena_printf(finding->arena, "~%d", finding->headings->n);
}

struct headings contents_find(struct arena *arena, const struct doc *doc)
{
	struct headings headings = { 0 };
	struct finding finding = { arena, &headings };

	for (int i = 0; i < doc->sequences.n; i++)
		walk_blocks(doc->sequences.at[i].first, collect, &finding);
	return headings;
}

const char *contents_title(struct arena *arena, const struct block *block, bool with_label)
{
	struct bytes title = { .arena = arena };

	bytes_text(&title, "");
	if (with_label && block->label)
		bytes_printf(&title, "%s ", block->label);
	for (int i = 0; i < block->spans.n; i++) {
		const struct span *span = &block->spans.at[i];

		if (!span->note)
			bytes_text(&title, span->text ? span->text : " ");
	}
	return title.at;
}

static struct span *add_span(struct flow *flow, struct block *entry, enum span_kind kind,
	const char *text, const struct heading *heading)
{
	struct span *span = list_add(flow->arena, &entry->spans);

	span->kind = kind;
	span->text = text;
	span->style = entry->style;
	span->target = arena_printf(flow->arena, "#%s", heading->id);
	span->place = heading->block->place;
	return span;
}

static const char *entry_text(struct flow *flow, const struct block *block, bool with_label)
{
	if (!block->contents_text)
		return contents_title(flow->arena, block, with_label);
	return with_label && block->label ? arena_printf(flow->arena, "%s %s", block->label,
		block->contents_text) : block->contents_text;
}

/*
 * The whole entry is one link, so its spans share their target.  On a page
 * without a number there is nothing for dots to lead to.
 */
static void flow_entry(struct flow *flow, struct place_in *in, const struct heading *heading,
	const struct block *contents)
{
	struct block *entry = arena_new(flow->arena, struct block);
	const char *page = flow_known_label(flow, heading->id), *target;
	int level = heading->block->level;

	entry->kind = BLOCK_PARAGRAPH;
	entry->role = ROLE_ENTRY;
	entry->style = contents->listing->entries[level ? level - 1 : 0];
	entry->place = heading->block->place;
	target = add_span(flow, entry, SPAN_TEXT,
		entry_text(flow, heading->block, contents->listing->with_labels), heading)->target;
	if (!page || *page) {
		add_span(flow, entry, SPAN_LEADER, NULL, heading)->target = target;
		add_span(flow, entry, SPAN_TEXT, page ? page : "", heading)->target = target;
	}
	flow_paragraph(flow, in, entry, (struct label){ .element = LABEL_IN_TEXT });
}

static bool is_listed(const struct block *contents, const struct block *block)
{
	return block->role == contents->role && block->level <= contents->level
		&& !(block->contents_text && !*block->contents_text);
}

void flow_contents(struct flow *flow, struct place_in *in, const struct block *block)
{
	struct place_in inner = *in;

	inner.element = flow_element(flow, TAG_TOC, in->element);
	for (int i = 0; i < flow->headings->n; i++) {
		const struct heading *heading = &flow->headings->at[i];
		struct place_in entry = inner;

		if (!is_listed(block, heading->block))
			continue;
		entry.element = flow_element(flow, TAG_TOCI, inner.element);
		flow_entry(flow, &entry, heading, block);
		inner.after = entry.after;
	}
	in->after = inner.after;
}
