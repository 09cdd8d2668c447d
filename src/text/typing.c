#include "text/typing.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/walk.h"
#include "text/character.h"
#include "text/compose.h"
#include "text/thai_cell.h"

enum {
	ZERO_WIDTH_SPACE = 0x200b, ZERO_WIDTH_JOINER = 0x200d, WORD_JOINER = 0x2060,
	BYTE_ORDER_MARK = 0xfeff, OBJECT = 0xfffc, EN_DASH = 0x2013, THAI_ZERO = 0xe50,
	FIRST_RIGHT_TO_LEFT = 0x590, LAST_RIGHT_TO_LEFT = 0x8ff,
	FIRST_LATIN = 0xc0, FIRST_PUNCTUATION = 0x2000,
	TERM_MOST = 64,		/* letters of a Latin term or address that are looked at */
	AROUND = 12		/* letters of the word shown on either side */
};

/* Letters of one span, up to "end" of the paragraph's. */
struct stretch {
	int end;
	const struct place *place;
	bool thai;			/* by language */
	bool numbers;			/* are judged: a list chooses those of labels */
};

/* n letters from first on are wrong; the codes stand for what is right. */
struct slip {
	enum problem_kind kind;
	int first, n;
	struct codes right;
};

struct stretches LIST(struct stretch);
struct slips LIST(struct slip);

struct typing {
	struct arena *lasting, *arena;		/* that one is cleared for each paragraph */
	struct problems *problems;
	const char *language;

	/* Of the paragraph at hand; the next ones use the room of its letters again. */
	struct codes letters;		/* line feed: br, tab; OBJECT: page numbers, notes */
	struct stretches stretches;
	bool others;			/* there are some that are neither Thai nor ASCII */
	bool foreign;			/* there are some of another language */
	struct slips slips;

	int thai_numbers, arabic_numbers;	/* of the whole document */
	bool counting;			/* only these */
};

static uint32_t code_at(const struct typing *typing, int i)
{
	return i >= 0 && i < typing->letters.n ? typing->letters.at[i] : '\n';
}

static const struct stretch *stretch_of(const struct typing *typing, int i)
{
	const struct stretch *stretches = typing->stretches.at;
	int low = 0, high = typing->stretches.n - 1;

	while (low < high) {
		int middle = (low + high) / 2;

		if (stretches[middle].end > i)
			high = middle;
		else
			low = middle + 1;
	}
	return &stretches[low];
}

static struct slip *add_slip(struct typing *typing, enum problem_kind kind, int first, int end)
{
	struct slip *slip = list_add(typing->arena, &typing->slips);

	*slip = (struct slip){ .kind = kind, .first = first, .n = end - first };
	return slip;
}

/* Characters without ink. */

static bool is_border(uint32_t code)
{
	return code == '\n' || code == OBJECT || character_is_space(code)
		|| character_is_control(code);
}

static bool is_plain(uint32_t code)
{
	return code < 0x80 || utf8_is_thai(code) || is_border(code);
}

static bool is_bidirectional(uint32_t code)
{
	return code == 0x61c || code == 0x200e || code == 0x200f
		|| (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

static bool has_right_to_left(const struct codes *letters)
{
	for (int i = 0; i < letters->n; i++)
		if (letters->at[i] >= FIRST_RIGHT_TO_LEFT
				&& letters->at[i] <= LAST_RIGHT_TO_LEFT)
			return true;
	return false;
}

/* A break, joiner or hyphen on demand: of use once, between two letters. */
static bool is_useful_break(const struct typing *typing, int i)
{
	uint32_t before = code_at(typing, i - 1), behind = code_at(typing, i + 1);

	return before != '\n' && behind != '\n' && before != code_at(typing, i)
		&& !thai_is_leading(before) && !thai_is_mark(behind) && !thai_is_following(behind);
}

/* Joiners and selectors belong to emoji and other scripts, marks of direction to Arabic. */
static bool is_useful(const struct typing *typing, int i, bool right_to_left)
{
	uint32_t code = code_at(typing, i);

	if (code == ZERO_WIDTH_SPACE || code == WORD_JOINER || code == SOFT_HYPHEN)
		return is_useful_break(typing, i);
	if (is_bidirectional(code))
		return right_to_left;
	return code != BYTE_ORDER_MARK && !is_plain(code_at(typing, i - 1))
		&& (code != ZERO_WIDTH_JOINER || !is_plain(code_at(typing, i + 1)));
}

static void find_invisible(struct typing *typing)
{
	bool right_to_left = has_right_to_left(&typing->letters);

	for (int i = 0; i < typing->letters.n; i++)
		if (character_is_invisible(code_at(typing, i))
				&& !is_useful(typing, i, right_to_left))
			add_slip(typing, PROBLEM_TEXT_INVISIBLE, i, i + 1);
}

/* Characters in pieces. */

static void find_uncomposed(struct typing *typing)
{
	for (int i = 0, end; i < typing->letters.n; i = end) {
		uint32_t codes[COMPOSE_MOST];
		struct codes right = { 0 };

		codes[0] = code_at(typing, i);
		for (end = i + 1; end < typing->letters.n && end - i < COMPOSE_MOST; end++) {
			codes[end - i] = code_at(typing, end);
			if (!compose_goes_on(codes[end - i - 1], codes[end - i]))
				break;
		}
		if (compose_text(typing->arena, codes, end - i, &right))
			add_slip(typing, PROBLEM_TEXT_NOT_NFC, i, end)->right = right;
	}
}

/* Thai vowels and marks. */

struct places LIST(int);

/*
 * Slips among letters without invisible ones, which stand at these places of the paragraph;
 * NULL: they are all of it.
 */
static void find_thai_slips(struct typing *typing, const struct codes *seen, const int *places)
{
	for (int i = thai_cells_pass(seen->at, seen->n, 0); i < seen->n; ) {
		struct thai_slip found = thai_cell_check(typing->arena, seen->at, seen->n, i);

		if (found.kind != PROBLEM_KINDS)
			add_slip(typing, found.kind, places ? places[found.first] : found.first,
				(places ? places[found.end - 1] : found.end - 1) + 1)->right
				= found.right;
		i = thai_cells_pass(seen->at, seen->n, found.next);
	}
}

/* Letters of another language stand as borders, so that nothing is told of them. */
static void find_thai_among_others(struct typing *typing)
{
	struct codes seen = { 0 };
	struct places places = { 0 };

	for (int i = 0, s = 0; i < typing->letters.n; i++) {
		uint32_t code = code_at(typing, i);

		while (typing->stretches.at[s].end <= i)
			s++;
		if (character_is_invisible(code))
			continue;
		*list_add(typing->arena, &seen) = typing->stretches.at[s].thai ? code : OBJECT;
		*list_add(typing->arena, &places) = i;
	}
	find_thai_slips(typing, &seen, places.at);
}

static void find_thai(struct typing *typing)
{
	if (typing->others || typing->foreign)
		find_thai_among_others(typing);
	else
		find_thai_slips(typing, &typing->letters, NULL);
}

/* Numbers. */

struct number {
	int first, end;
	int thai, arabic;		/* digits */
};

static bool is_arabic_digit(uint32_t code)
{
	return code >= '0' && code <= '9';
}

static bool is_thai_digit(uint32_t code)
{
	return code >= THAI_ZERO && code < THAI_ZERO + 10;
}

static bool is_digit(uint32_t code)
{
	return is_arabic_digit(code) || is_thai_digit(code);
}

static bool joins_digits(uint32_t code)
{
	return code == EN_DASH || (code > ' ' && code < 0x80 && strchr(".,/:-", (int)code));
}

static bool is_inside_number(const struct typing *typing, int i)
{
	return is_digit(code_at(typing, i))
		|| (joins_digits(code_at(typing, i)) && is_digit(code_at(typing, i + 1)));
}

/* The number that begins at first, a digit. */
static struct number read_number(const struct typing *typing, int first)
{
	struct number number = { first, first, 0, 0 };

	for (; is_inside_number(typing, number.end); number.end++) {
		number.thai += is_thai_digit(code_at(typing, number.end));
		number.arabic += is_arabic_digit(code_at(typing, number.end));
	}
	return number;
}

/* A letter of neither Thai nor punctuation: of a Latin term, an address, a formula. */
static bool is_foreign(uint32_t code)
{
	return (code | 0x20) - 'a' < 26 || code == '@' || code == '_' || code == '#'
		|| (code >= FIRST_LATIN && code < FIRST_PUNCTUATION && !utf8_is_thai(code));
}

/* Does a Latin term touch the number on this side, or stand one space away? */
static bool is_foreign_beside(const struct typing *typing, int i, int step)
{
	int far = i + TERM_MOST * step;

	while (i != far && !is_border(code_at(typing, i)) && !thai_is_letter(code_at(typing, i))) {
		if (is_foreign(code_at(typing, i)))
			return true;
		i += step;
	}
	return code_at(typing, i) == ' ' && is_foreign(code_at(typing, i + step));
}

static bool is_in_term(const struct typing *typing, const struct number *number)
{
	return is_foreign_beside(typing, number->first - 1, -1)
		|| is_foreign_beside(typing, number->end, 1);
}

static bool is_judged(const struct typing *typing, const struct number *number)
{
	const struct stretch *stretch = stretch_of(typing, number->first);

	return stretch->numbers && stretch->thai && !is_in_term(typing, number);
}

struct numbers LIST(struct number);

static void find_numbers(struct typing *typing, struct numbers *numbers)
{
	for (int i = 0; i < typing->letters.n; i++) {
		struct number number;

		if (!is_digit(typing->letters.at[i]))
			continue;
		number = read_number(typing, i);
		if (number.thai || is_judged(typing, &number))
			*list_add(typing->arena, numbers) = number;
		i = number.end - 1;
	}
}

static void add_number_slip(struct typing *typing, const struct number *number)
{
	struct codes *right = &add_slip(typing, PROBLEM_DIGITS_MIXED, number->first,
		number->end)->right;

	for (int i = number->first; i < number->end; i++) {
		uint32_t code = code_at(typing, i);

		*list_add(typing->arena, right) = is_arabic_digit(code)
			? code - '0' + THAI_ZERO : code;
	}
}

/* Arabic digits are slips beside Thai ones in a number or paragraph, or in a Thai report. */
static void find_mixed_digits(struct typing *typing)
{
	struct numbers numbers = { 0 };
	int thai = 0;

	find_numbers(typing, &numbers);
	for (int i = 0; i < numbers.n; i++)
		thai += numbers.at[i].thai > 0;
	if (typing->counting) {
		typing->thai_numbers += thai;
		typing->arabic_numbers += numbers.n - thai;
		return;
	}
	for (int i = 0; i < numbers.n; i++)
		if (numbers.at[i].arabic && (thai > 0
				|| typing->thai_numbers > typing->arabic_numbers))
			add_number_slip(typing, &numbers.at[i]);
}

/* What is told of a slip. */

static bool begins_cluster(const struct typing *typing, int i)
{
	return !character_is_mark(code_at(typing, i)) && !thai_is_leading(code_at(typing, i - 1));
}

/* The word around a slip: up to spaces, or AROUND letters and the rest of their cluster. */
static int word_start(const struct typing *typing, int first)
{
	int start = first;

	while (first - start < 2 * AROUND && !is_border(code_at(typing, start - 1))
			&& (first - start < AROUND || !begins_cluster(typing, start)))
		start--;
	return start;
}

static int word_end(const struct typing *typing, int from)
{
	int end = from;

	while (end - from < 2 * AROUND && !is_border(code_at(typing, end))
			&& (end - from < AROUND || !begins_cluster(typing, end)))
		end++;
	return end;
}

static void write_code(struct bytes *text, uint32_t code)
{
	char character[4];

	bytes_add(text, character, (size_t)utf8_write(code == OBJECT ? ' ' : code, character));
}

/* The letters from start up to end with the slips of index from and behind mended. */
static const char *mended(const struct typing *typing, int start, int end, int from)
{
	struct bytes text = { .arena = typing->problems->arena };

	bytes_text(&text, "");
	for (int i = start, s = from; i < end; ) {
		const struct slip *slip;

		while (s < typing->slips.n && typing->slips.at[s].first < i)
			s++;
		slip = s < typing->slips.n ? &typing->slips.at[s] : NULL;
		if (!slip || slip->first > i || slip->first + slip->n > end) {
			write_code(&text, code_at(typing, i++));
			continue;
		}
		for (int k = 0; k < slip->right.n; k++)
			write_code(&text, slip->right.at[k]);
		i += slip->n;
	}
	return text.at;
}

static const char *code_names(const struct typing *typing, const struct slip *slip)
{
	struct bytes text = { .arena = typing->problems->arena };

	for (int i = 0; i < slip->n && i < 8; i++)
		bytes_printf(&text, "%sU+%04X", i ? " " : "",
			(unsigned)code_at(typing, slip->first + i));
	return text.at;
}

static void tell(const struct typing *typing, int s)
{
	const struct slip *slip = &typing->slips.at[s];
	int start = word_start(typing, slip->first), end = word_end(typing, slip->first + slip->n);
	int from = s;

	while (from > 0 && typing->slips.at[from - 1].first >= start)
		from--;
	problem_report(typing->problems, slip->kind, *stretch_of(typing, slip->first)->place,
		mended(typing, start, end, typing->slips.n), mended(typing, start, end, from),
		code_names(typing, slip));
}

static int by_place(const void *a, const void *b)
{
	const struct slip *one = a, *other = b;

	if (one->first != other->first)
		return one->first < other->first ? -1 : 1;
	return one->n != other->n ? other->n - one->n : (int)one->kind - (int)other->kind;
}

static void check_letters(struct typing *typing)
{
	find_mixed_digits(typing);
	if (typing->counting)
		return;
	if (typing->others) {
		find_invisible(typing);
		find_uncomposed(typing);
	}
	find_thai(typing);
	if (typing->slips.n)
		qsort(typing->slips.at, (size_t)typing->slips.n, sizeof *typing->slips.at,
			by_place);
	for (int i = 0; i < typing->slips.n; i++)
		tell(typing, i);
}

/* The paragraph's letters. */

static bool is_thai_language(const char *language)
{
	return !language || (!strncmp(language, "th", 2)
		&& (!language[2] || language[2] == '-'));
}

static void begin_letters(struct typing *typing)
{
	arena_clear(typing->arena);
	typing->letters.n = typing->stretches.n = 0;
	typing->others = typing->foreign = false;
	typing->slips = (struct slips){ 0 };
}

static void add_letters(struct typing *typing, const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		uint32_t code = utf8_next(&text, end);

		typing->others |= code >= 0x80 && !utf8_is_thai(code);
		*list_add(typing->lasting, &typing->letters) = code;
	}
}

static void end_stretch(struct typing *typing, const struct place *place, bool thai, bool numbers)
{
	*list_add(typing->lasting, &typing->stretches) = (struct stretch){ typing->letters.n,
		place, thai, numbers };
	typing->foreign |= !thai;
}

static void add_span(struct typing *typing, const struct span *span)
{
	static const uint32_t codes[] = {
		[SPAN_BREAK] = '\n', [SPAN_TAB] = '\n', [SPAN_LEADER] = '\n',
		[SPAN_PAGE_NUMBER] = OBJECT, [SPAN_PAGE_COUNT] = OBJECT, [SPAN_PAGE_REF] = OBJECT,
		[SPAN_REF] = OBJECT, [SPAN_NOTE] = OBJECT,
	};

	if (span->text)
		add_letters(typing, span->text);
	else
		*list_add(typing->lasting, &typing->letters) = codes[span->kind];
	end_stretch(typing, &span->place,
		is_thai_language(span->lang ? span->lang : typing->language), true);
}

/* Arabic ones or Thai ones, U+0E50 to U+0E59; sometimes where there are none. */
static bool has_digits(const char *text)
{
	for (; *text; text++)
		if ((*text >= '0' && *text <= '9') || (text[0] == '\xb9' && text[1] >= '\x90'
				&& text[1] <= '\x99'))
			return true;
	return false;
}

static bool spans_have_digits(const struct spans *spans)
{
	for (int i = 0; i < spans->n; i++)
		if (spans->at[i].text && has_digits(spans->at[i].text))
			return true;
	return false;
}

static void check_text(struct typing *typing, const char *text, const struct place *place)
{
	if (!text || (typing->counting && !has_digits(text)))
		return;
	begin_letters(typing);
	add_letters(typing, text);
	end_stretch(typing, place, is_thai_language(typing->language), false);
	check_letters(typing);
}

static void check_spans(struct typing *typing, const struct spans *spans)
{
	if (typing->counting && !spans_have_digits(spans))
		return;
	begin_letters(typing);
	for (int i = 0; i < spans->n; i++)
		add_span(typing, &spans->at[i]);
	check_letters(typing);
}

static void check_block(const struct block *block, void *with)
{
	struct typing *typing = with;

	check_spans(typing, &block->spans);
	check_text(typing, block->label, &block->place);
	check_text(typing, block->contents_text, &block->place);
}

void typing_check(const struct doc *doc, struct problems *problems)
{
	struct typing typing = { .lasting = arena_open(), .arena = arena_open(),
		.problems = problems, .language = doc->language };

	typing.counting = true;
	walk_doc(doc, check_block, &typing);
	typing.counting = false;
	walk_doc(doc, check_block, &typing);
	arena_close(typing.arena);
	arena_close(typing.lasting);
}
