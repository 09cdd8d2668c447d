/*
 * Any bytes as text: shaped, its lines broken, set in a narrow column.  The bytes up to the first
 * NUL are the report's own words; \1 begins a bold span, \2 to \5 a break, tab, leader, English.
 */
#include "shared/fuzz.h"
#include "shared/texts.h"
#include "../unit/text_promises.h"

#include "base/utf8.h"
#include "layout/layout.h"
#include "text/typing.h"

enum { NEXT_LINE = 0x85, LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR,
	NO_BREAK_SPACE = 0xa0, WORD_JOINER = 0x2060 };

static const struct tab_stop stop = { PT(40), ALIGN_CENTER };
static const struct style plain = { .name = "p", .family = "TH Sarabun", .size = PT(16),
	.leading = PT(20), .align = ALIGN_THAI, .tab_stops = { (struct tab_stop *)&stop, 1, 1 } };
static const struct style bold = { .name = "b", .family = "TH Sarabun", .size = PT(14),
	.leading = PT(20), .bold = true, .underline = true, .rise = PT(2), .colour = 0xff0000 };

/* UAX #14, LB4 and LB5. */
static bool ends_line(uint32_t character)
{
	return (character >= '\n' && character <= '\r') || character == NEXT_LINE
		|| character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR;
}

/* Where no standard and no Thai lets a line begin: UAX #14 (LB11, LB12), UAX #29 (GB9, GB9a). */
static void check_break(uint32_t before, uint32_t behind, enum break_kind kind)
{
	assert(kind != BREAK_MUST || ends_line(before));
	assert(kind == BREAK_NO || !utf8_is_thai_mark(behind) || !utf8_is_thai(before)
		|| utf8_is_control(before));
	assert(kind != BREAK_MAY || (before != NO_BREAK_SPACE && before != WORD_JOINER
		&& behind != WORD_JOINER));
}

static void check_breaks(struct fuzz *fuzz, const char *text, int n)
{
	static struct breaker *breaker;
	enum break_kind *before = arena_alloc(fuzz->arena, (size_t)(n + 1) * sizeof *before);
	const char *at = text, *end = text + n;
	uint32_t last = 0;

	if (!breaker)
		breaker = breaker_open(fuzz->session->arena, fuzz->session->dictionary,
			&fuzz->problems);
	breaks_find(breaker, text, n, before);
	while (at < end) {
		const char *start = at;
		uint32_t character = utf8_next(&at, end);

		assert(start > text || before[0] == BREAK_NO);
		if (start > text)
			check_break(last, character, before[start - text]);
		for (const char *inside = start + 1; inside < at; inside++)
			assert(before[inside - text] == BREAK_NO);
		last = character;
	}
}

static void add_span(struct fuzz *fuzz, struct spans *spans, const char *text, size_t n)
{
	static const enum span_kind kinds[] = { SPAN_TEXT, SPAN_TEXT, SPAN_BREAK, SPAN_TAB,
		SPAN_LEADER, SPAN_TEXT };
	char mark = n && text[0] > 0 && text[0] <= 5 ? text[0] : 0;
	struct span *span = list_add(fuzz->arena, spans);

	*span = (struct span){ .kind = kinds[(int)mark], .style = mark == 1 ? &bold : &plain,
		.lang = mark == 5 ? "en" : NULL, .place = { "text", 1 } };
	if (span->kind == SPAN_TEXT)
		span->text = arena_copy(fuzz->arena, text + (mark > 0), n - (mark > 0));
	else
		add_span(fuzz, spans, text + 1, n - 1);
}

static void add_spans(struct fuzz *fuzz, struct spans *spans, const char *text)
{
	while (*text) {
		size_t n = 1 + strcspn(text + 1, "\1\2\3\4\5");

		add_span(fuzz, spans, text, n);
		text += n;
	}
}

static const struct words *read_words(struct fuzz *fuzz, char *list)
{
	struct words *words = words_open(fuzz->arena);

	for (char *word = strtok(list, " "); word; word = strtok(NULL, " "))
		words_add(words, word);
	return words;
}

static void lay_out(struct fuzz *fuzz, struct shaper *shaper, const struct spans *spans)
{
	struct page_style page = { .name = "page", .width = PT(90 + fuzz_choose(fuzz, 100)),
		.height = PT(150), .top = PT(10), .left = PT(10) };
	struct block block = { .style = &plain, .place = { "text", 1 }, .spans = *spans };
	struct sequence sequence = { .page = &page, .first = &block, .place = block.place };
	struct doc doc = { .title = "x", .language = "th", .sequences = { &sequence, 1, 1 } };
	struct pages *pages;

	typing_check(&doc, &fuzz->problems);
	pages = layout_doc(fuzz->arena, &doc, shaper, &fuzz->problems);
	texts_check_all(fuzz, &doc, pages);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);
	struct shaper *shaper = session_shaper(fuzz->session, &fuzz->problems);
	char *words = arena_copy(fuzz->arena, (const char *)data, size);
	const char *text = memchr(words, '\0', size) ? words + strlen(words) + 1 : words;
	struct bytes dump = { .arena = fuzz->arena };
	struct spans spans = { 0 };
	const struct text *shaped;

	add_spans(fuzz, &spans, arena_text(fuzz->arena, text));
	shaper_words(shaper, read_words(fuzz, words));
	shaped = text_shape(fuzz->arena, shaper, &spans, &fuzz->problems);
	check_text(shaped);
	check_breaks(fuzz, shaped->utf8, (int)strlen(shaped->utf8));
	text_dump(shaped, &dump);
	lay_out(fuzz, shaper, &spans);
	shaper_words(shaper, NULL);
	fuzz_end(fuzz);
	return 0;
}
