#include "layout/layout.h"

#include <string.h>

#include "layout/overlay.h"
#include "layout/paginate.h"

enum { ROUNDS = 6 };

static struct page_area area_of(const struct page_style *style)
{
	return (struct page_area){ style->width, style->height, { style->left, style->top,
		style->width - style->left - style->right,
		style->height - style->top - style->bottom }, style->gutter };
}

/* page counts from 0. */
static bool is_on(const struct running *running, bool first, int page)
{
	bool odd = page % 2 == 0;

	return (running->pages == RUNNING_ALL || (running->pages == RUNNING_FIRST) == first)
		&& (running->side == SIDE_BOTH || (running->side == SIDE_ODD) == odd);
}

static length height_of(const struct strips *strips)
{
	length height = 0;

	for (int i = 0; i < strips->n; i++)
		height += strips->at[i].height + (i ? strips->at[i].before : 0);
	return height;
}

/* A head hangs from its margin, a foot stands on it. */
static void place_running(struct flow *flow, const struct page_style *style,
	const struct running *running)
{
	struct strips strips = { 0 };
	struct place_in in = { &strips, 0, style->width - style->left - style->right,
		ARTIFACT_PAGINATION, 0 };
	struct page_area area = area_of(style);
	struct point at = { style->left + paginate_shift(&area, flow->pages->list.n - 1),
		style->header };

	flow_blocks(flow, &in, running->first);
	if (running->foot)
		at.y = style->height - style->footer - height_of(&strips);
	for (int i = 0; i < strips.n; i++) {
		at.y += i ? strips.at[i].before : 0;
		strip_place(flow->arena, &strips.at[i], at, true, flow->pages);
		at.y += strips.at[i].height;
	}
}

static void place_runnings(struct flow *flow, const struct sequence *sequence, bool first,
	struct pages *page)
{
	struct pages *pages = flow->pages;

	flow->pages = page;
	flow->artifact = true;
	for (int i = 0; i < sequence->running.n; i++)
		if (is_on(&sequence->running.at[i], first, page->list.n - 1))
			place_running(flow, sequence->page, &sequence->running.at[i]);
	flow->artifact = false;
	flow->pages = pages;
}

/* Numbers the pages from first on and gives them their running heads. */
static int finish_pages(struct flow *flow, const struct sequence *sequence, int first, int number)
{
	struct page_list *list = &flow->pages->list;
	struct page_area area = area_of(sequence->page);

	if (sequence->first_number)
		number = sequence->first_number;
	for (int i = first; i < list->n; i++) {
		/* strip_place() marks the last page of what it is given */
		struct pages upto = { .list = { list->at, i + 1, i + 1 } };

		list->at[i].mirror = sequence->page->right - sequence->page->left;
		list->at[i].label = sequence->counted ? numeral_text(flow->arena, number++,
			sequence->page->numerals) : "";
		flow->page_label = list->at[i].label;
		place_runnings(flow, sequence, i == first, &upto);
		overlay_page(flow, flow->overlay, &list->at[i],
			area.body.x + paginate_shift(&area, i));
	}
	flow->page_label = NULL;
	return number;
}

static void begin_sequence(struct flow *flow, const struct sequence *sequence)
{
	struct page *blank;

	flow->notes = 0;
	flow->numerals = sequence->page->numerals;
	flow->note_width = area_of(sequence->page).body.width;
	flow->room_height = area_of(sequence->page).body.height;
	if (!sequence->begins_odd || flow->pages->list.n % 2 == 0)
		return;
	blank = list_add(flow->arena, &flow->pages->list);
	blank->width = sequence->page->width;
	blank->height = sequence->page->height;
	blank->label = "";
}

static int lay_out_sequence(struct flow *flow, const struct sequence *sequence, int number)
{
	struct strips strips = { 0 };
	struct page_area area = area_of(sequence->page);
	struct place_in in = { &strips, 0, area.body.width, 0, 0 };
	int first;

	begin_sequence(flow, sequence);
	first = flow->pages->list.n;
	flow_blocks(flow, &in, sequence->first);
	paginate(flow->arena, &strips, &area, flow->pages);
	return finish_pages(flow, sequence, first, number);
}

static struct pages *new_pages(struct arena *arena, const struct doc *doc)
{
	struct pages *pages = arena_new(arena, struct pages);
	struct element *root = list_add(arena, &pages->elements);

	root->tag = TAG_DOCUMENT;
	root->parent = -1;
	pages->title = doc->title;
	pages->author = doc->author;
	pages->subject = doc->subject;
	pages->language = doc->language;
	pages->date = doc->date;
	return pages;
}

/* The number of the last page that bears one. */
static const char *find_count(const struct page_list *list)
{
	for (int i = list->n - 1; i >= 0; i--)
		if (*list->at[i].label)
			return list->at[i].label;
	return "";
}

/* One round, with the page numbers of the last. */
static struct pages *lay_out(struct flow *flow, const struct doc *doc)
{
	int number = 1;

	flow->pages = new_pages(flow->arena, doc);
	flow->next_heading = 0;
	flow->all_notes = 0;
	for (int i = 0; i < doc->sequences.n; i++)
		number = lay_out_sequence(flow, &doc->sequences.at[i], number);
	flow->page_count = find_count(&flow->pages->list);
	return flow->pages;
}

static struct known_pages find_known(struct arena *arena, const struct pages *pages)
{
	struct known_pages known = { 0 };

	for (int i = 0; i < pages->anchors.n; i++) {
		const struct anchor *anchor = &pages->anchors.at[i];

		if (anchor->id)
			*list_add(arena, &known) = (struct known_page){ anchor->id,
				pages->list.at[anchor->page].label };
	}
	flow_sort_known(&known);
	return known;
}

static bool same_known(const struct known_pages *a, const struct known_pages *b)
{
	bool same = a->n == b->n;

	for (int i = 0; same && i < a->n; i++)
		same = !strcmp(a->at[i].id, b->at[i].id) && !strcmp(a->at[i].label, b->at[i].label);
	return same;
}

struct pages *layout_doc(struct arena *arena, const struct doc *doc, struct shaper *shaper,
	struct problems *problems)
{
	struct headings headings = contents_find(arena, doc);
	struct flow flow = { .arena = arena, .shaper = shaper, .problems = problems,
		.headings = &headings, .page_count = "" };
	struct overlay overlay = overlay_make(&flow, doc);
	struct pages *pages = NULL;
	bool settled = false;

	flow.overlay = &overlay;
	for (int round = 0; round < ROUNDS && !settled; round++) {
		const char *count = flow.page_count;
		struct known_pages known;

		pages = lay_out(&flow, doc);
		known = find_known(arena, pages);
		settled = same_known(&known, &flow.known) && !strcmp(count, flow.page_count);
		flow.known = known;
	}
	if (!settled)
		problem_report(problems, PROBLEM_CONTENTS_UNSTABLE, doc->sequences.at[0].place, "");
	return pages;
}

void layout_dump_strips(struct arena *arena, const struct doc *doc, struct shaper *shaper,
	struct bytes *bytes, struct problems *problems)
{
	struct headings headings = contents_find(arena, doc);
	struct flow flow = { .arena = arena, .shaper = shaper, .problems = problems,
		.headings = &headings, .page_count = "", .pages = new_pages(arena, doc) };

	for (int i = 0; i < doc->sequences.n; i++) {
		struct page_area area = area_of(doc->sequences.at[i].page);
		struct strips strips = { 0 };
		struct place_in in = { &strips, 0, area.body.width, 0, 0 };

		begin_sequence(&flow, &doc->sequences.at[i]);
		flow_blocks(&flow, &in, doc->sequences.at[i].first);
		bytes_printf(bytes, "sequence .%s\n", doc->sequences.at[i].page->name);
		strips_dump(&strips, 1, bytes);
	}
}
