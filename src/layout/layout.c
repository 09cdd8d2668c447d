#include "layout/layout.h"

#include <string.h>

#include "layout/measure.h"
#include "layout/overlay.h"
#include "layout/paginate.h"

enum { ROUNDS = 6 };

/* Where a round stands between two sequences. */
struct state {
	int pages, elements, anchors;	/* so far */
	int number;			/* of the next page */
	int heading, notes;
};

/* What the last round made of a sequence. */
struct laid {
	struct state before, behind;
	bool asked;			/* it shows labels of the round before that, or its count */
};

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
		arena_clear(flow->passing);
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
	*blank = (struct page){ .width = sequence->page->width,
		.height = sequence->page->height, .label = "" };
}

static int lay_out_sequence(struct flow *flow, const struct sequence *sequence, int number)
{
	struct strips strips = { 0 };
	struct page_area area = area_of(sequence->page);
	struct place_in in = { &strips, 0, area.body.width, 0, 0 };
	int first;

	begin_sequence(flow, sequence);
	first = flow->pages->list.n;
	flow->body = &strips;
	flow->paginating = paginate_begin(flow->arena, flow->rows, &area, flow->pages);
	flow_blocks(flow, &in, sequence->first);
	paginate_add(flow->paginating, &strips);
	paginate_end(flow->paginating);
	flow->body = NULL;
	arena_clear(flow->rows);
	arena_clear(flow->passing);
	return finish_pages(flow, sequence, first, number);
}

static struct pages *new_pages(struct arena *arena, const struct doc *doc)
{
	struct pages *pages = arena_new(arena, struct pages);
	struct element *root = list_add(arena, &pages->elements);

	root->tag = TAG_DOCUMENT;
	root->parent = -1;
	pages->texts = arena_within(arena);
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

static struct state state_of(const struct flow *flow, int number)
{
	const struct pages *pages = flow->pages;

	return (struct state){ pages->list.n, pages->elements.n, pages->anchors.n, number,
		flow->next_heading, flow->all_notes };
}

static bool same_state(const struct state *a, const struct state *b)
{
	return a->pages == b->pages && a->elements == b->elements && a->anchors == b->anchors
		&& a->number == b->number && a->heading == b->heading && a->notes == b->notes;
}

static void go_to(struct flow *flow, const struct state *state)
{
	flow->pages->list.n = state->pages;
	flow->pages->elements.n = state->elements;
	flow->pages->anchors.n = state->anchors;
	flow->next_heading = state->heading;
	flow->all_notes = state->notes;
}

/*
 * One round, with the page numbers of the last.  Behind what is laid out anew the lists still
 * hold what the last round made: it stands where the sequence begins again in the same state.
 */
static bool lay_out(struct flow *flow, const struct doc *doc, struct laid *laid)
{
	struct state state = { .elements = 1, .number = 1 };
	bool asked = false;

	go_to(flow, &state);
	for (int i = 0; i < doc->sequences.n; i++, laid++) {
		if (laid->asked || !same_state(&laid->before, &state)) {
			flow->asked = false;
			laid->before = state;
			laid->behind = state_of(flow, lay_out_sequence(flow,
				&doc->sequences.at[i], state.number));
			laid->asked = flow->asked;
		}
		state = laid->behind;
		go_to(flow, &state);
		asked |= laid->asked;
	}
	flow->page_count = find_count(&flow->pages->list);
	return asked;
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

/* Parts that grew longer than their template means them to be: a letter of one page. */
static void check_lengths(const struct flow *flow, const struct doc *doc, const struct laid *laid)
{
	for (int i = 0; i < doc->sequences.n; i++) {
		const struct sequence *sequence = &doc->sequences.at[i];
		int n = laid[i].behind.pages - laid[i].before.pages
			- (sequence->begins_odd && laid[i].before.pages % 2);

		if (sequence->most_pages && n > sequence->most_pages)
			problem_report(flow->problems, PROBLEM_SEQUENCE_LONG, sequence->place,
				arena_printf(flow->arena, "%d", n),
				arena_printf(flow->arena, "%d", sequence->most_pages));
	}
}

/* Rounds until the page numbers that are shown are those of the pages. */
static bool settle(struct flow *flow, const struct doc *doc)
{
	struct laid *laid = arena_alloc(flow->arena,
		(size_t)doc->sequences.n * sizeof *laid);
	bool settled = false;

	for (int round = 0; round < ROUNDS && !settled; round++) {
		const char *count = flow->page_count;
		bool asked = lay_out(flow, doc, laid);
		struct known_pages known = find_known(flow->arena, flow->pages);

		settled = !asked || (same_known(&known, &flow->known)
			&& !strcmp(count, flow->page_count));
		flow->known = known;
	}
	check_lengths(flow, doc, laid);
	return settled;
}

static struct flow begin(struct arena *arena, struct pages *pages, struct shaper *shaper,
	struct problems *problems)
{
	return (struct flow){ .arena = arena, .texts = pages->texts, .passing = arena_open(),
		.rows = arena_open(), .scratch = arena_open(), .shaper = shaper,
		.problems = problems, .pages = pages, .page_count = "" };
}

static void end(struct flow *flow)
{
	arena_close(flow->passing);
	arena_close(flow->rows);
	arena_close(flow->scratch);
	measure_close(&flow->shaped);
}

struct pages *layout_doc(struct arena *arena, const struct doc *doc, struct shaper *shaper,
	struct problems *problems)
{
	struct headings headings = contents_find(arena, doc);
	struct flow flow = begin(arena, new_pages(arena, doc), shaper, problems);
	struct overlay overlay = overlay_make(&flow, doc);

	flow.headings = &headings;
	flow.overlay = &overlay;
	if (!settle(&flow, doc))
		problem_report(problems, PROBLEM_CONTENTS_UNSTABLE, doc->sequences.at[0].place, "");
	end(&flow);
	return flow.pages;
}

void layout_dump_strips(struct arena *arena, const struct doc *doc, struct shaper *shaper,
	struct bytes *bytes, struct problems *problems)
{
	struct headings headings = contents_find(arena, doc);
	struct flow flow = begin(arena, new_pages(arena, doc), shaper, problems);

	flow.headings = &headings;
	for (int i = 0; i < doc->sequences.n; i++) {
		struct page_area area = area_of(doc->sequences.at[i].page);
		struct strips strips = { 0 };
		struct place_in in = { &strips, 0, area.body.width, 0, 0 };

		begin_sequence(&flow, &doc->sequences.at[i]);
		flow_blocks(&flow, &in, doc->sequences.at[i].first);
		bytes_printf(bytes, "sequence .%s\n", doc->sequences.at[i].page->name);
		strips_dump(&strips, 1, bytes);
	}
	end(&flow);
}
