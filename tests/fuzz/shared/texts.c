#include "texts.h"

#include <stdlib.h>

#include "base/utf8.h"

struct wanted { const char *label, *text; };

struct collecting {
	struct arena *arena;
	struct { struct wanted *at; int n, room; } wanted;
	struct { const char **at; int n, room; } found;		/* sorted at the end */
};

/* Noncharacters and marks of annotations: they are left out, with a warning. */
static bool is_left_out(uint32_t character)
{
	return (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef)
		|| (character >= 0xfff9 && character <= 0xfffb);
}

/* Bytes that are no UTF-8 are shown in some way. */
static bool has_ink(uint32_t character)
{
	return character > ' ' && character != 0xa0 && character != 0xad && character != 0xfffd
		&& (character < 0x2000 || character > 0x206f)
		&& !utf8_is_control(character) && !is_left_out(character);
}

static void squeeze(struct bytes *to, const char *from, size_t n)
{
	const char *end = from + n;

	bytes_text(to, "");
	while (from < end) {
		const char *start = from;

		if (has_ink(utf8_next(&from, end)))
			bytes_add(to, start, (size_t)(from - start));
	}
}

/* False where pages have their say, or something is left out (GLYPH_MISSING leaves none out). */
static bool is_plain(const struct block *block)
{
	for (int i = 0; i < block->spans.n; i++)
		if (block->spans.at[i].kind > SPAN_LEADER)
			return false;
	return true;
}

static void collect_blocks(struct collecting *, const struct block *);

static void collect_spans(struct collecting *collecting, const struct block *block)
{
	struct bytes text = { .arena = collecting->arena }, label = { .arena = collecting->arena };

	bytes_text(&text, "");
	for (int i = 0; i < block->spans.n; i++) {
		const struct span *span = &block->spans.at[i];

		if (span->kind == SPAN_TEXT)
			squeeze(&text, span->text, strlen(span->text));
		collect_blocks(collecting, span->note);
	}
	squeeze(&label, block->label ? block->label : "",
		block->label ? strlen(block->label) : 0);
	if (text.n && is_plain(block))
		*list_add(collecting->arena, &collecting->wanted) =
			(struct wanted){ label.at, text.at };
}

static void collect_cells(struct collecting *collecting, const struct cells *cells)
{
	for (int i = 0; i < cells->n; i++)
		collect_blocks(collecting, cells->at[i].first);
}

/* A chart's texts are part of a figure, and a head of later pages is shown there only. */
static void collect_blocks(struct collecting *collecting, const struct block *block)
{
	for (; block; block = block->next) {
		if (block->kind == BLOCK_PARAGRAPH)
			collect_spans(collecting, block);
		if (block->kind != BLOCK_CHART)
			collect_blocks(collecting, block->first);
		if (block->kind == BLOCK_TABLE) {
			collect_cells(collecting, &block->table->head_cells);
			collect_cells(collecting, &block->table->body_cells);
		}
	}
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What is in a paragraph only is part of its text. */
static int paragraph_of(const struct pages *pages, int element)
{
	enum tag tag = pages->elements.at[element].tag;

	while (tag == TAG_SPAN || tag == TAG_LINK || tag == TAG_REFERENCE) {
		element = pages->elements.at[element].parent;
		tag = pages->elements.at[element].tag;
	}
	return element;
}

/* By element: the elements are few, the marks in reading order. */
static void collect_marks(struct collecting *collecting, const struct pages *pages)
{
	struct bytes *texts = arena_alloc(collecting->arena,
		(size_t)(pages->elements.n + 1) * sizeof *texts);

	for (int i = 0; i < pages->list.n; i++)
		for (int k = 0; k < pages->list.at[i].marks.n; k++) {
			const struct mark *mark = &pages->list.at[i].marks.at[k];
			const struct cluster *first;
			struct bytes *text;

			if (mark->kind != MARK_TEXT || mark->element < 0)
				continue;
			assert(mark->element < pages->elements.n);
			first = &mark->text->clusters.at[mark->first];
			text = &texts[paragraph_of(pages, mark->element)];
			text->arena = collecting->arena;
			squeeze(text, mark->text->utf8 + first->byte,
				(size_t)(first[mark->n].byte - first->byte));
		}
	for (int i = 0; i < pages->elements.n; i++)
		if (texts[i].n)
			*list_add(collecting->arena, &collecting->found) = texts[i].at;
	if (collecting->found.n)
		qsort(collecting->found.at, (size_t)collecting->found.n,
			sizeof *collecting->found.at, compare_texts);
}

static int count_found(const struct collecting *collecting, const char *text)
{
	int low = 0, high = collecting->found.n, n = 0;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (strcmp(collecting->found.at[middle], text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	while (low + n < collecting->found.n && !strcmp(collecting->found.at[low + n], text))
		n++;
	return n;
}

static int compare_wanted(const void *a, const void *b)
{
	const struct wanted *first = a, *second = b;
	int order = strcmp(first->text, second->text);

	return order ? order : strcmp(first->label, second->label);
}

static void check_wanted(const struct collecting *collecting)
{
	struct wanted *at = collecting->wanted.at;
	int n = collecting->wanted.n, same;

	if (n)
		qsort(at, (size_t)n, sizeof *at, compare_wanted);
	for (int i = 0; i < n; i += same) {
		int found = count_found(collecting, at[i].text);

		if (*at[i].label)
			found += count_found(collecting, arena_printf(collecting->arena, "%s%s",
				at[i].label, at[i].text));
		for (same = 1; i + same < n && !compare_wanted(&at[i], &at[i + same]); same++)
			;
		if (found < same) {
			fprintf(stderr, "%d times instead of %d: %s\namong:\n", found, same,
				at[i].text);
			for (int k = 0; k < collecting->found.n; k++)
				fprintf(stderr, "%s\n", collecting->found.at[k]);
		}
		assert(found >= same);
	}
}

static struct collecting collect(struct fuzz *fuzz, const struct doc *doc,
	const struct pages *pages)
{
	struct collecting collecting = { .arena = fuzz->arena };

	for (int i = 0; i < doc->sequences.n; i++)
		collect_blocks(&collecting, doc->sequences.at[i].first);
	collect_marks(&collecting, pages);
	return collecting;
}

/* A font that cannot be had takes its text with it. */
static bool is_whole(const struct fuzz *fuzz)
{
	return fuzz->problems.worst < ERROR;
}

void texts_check(struct fuzz *fuzz, const struct doc *doc, const struct pages *pages)
{
	struct collecting collecting = collect(fuzz, doc, pages);

	if (is_whole(fuzz))
		check_wanted(&collecting);
}

void texts_check_all(struct fuzz *fuzz, const struct doc *doc, const struct pages *pages)
{
	struct collecting collecting = collect(fuzz, doc, pages);
	size_t wanted = 0, found = 0;

	if (!is_whole(fuzz))
		return;
	check_wanted(&collecting);
	for (int i = 0; i < collecting.wanted.n; i++)
		wanted += strlen(collecting.wanted.at[i].text);
	for (int i = 0; i < collecting.found.n; i++)
		found += strlen(collecting.found.at[i]);
	assert(wanted == found);
}
