#include "text/pattern.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "text/character.h"

enum { REPEAT_MAX = 12, LINE_SEPARATOR = 0x2028 };

enum element_kind { ELEMENT_SET, ELEMENT_WORDS, ELEMENT_START, ELEMENT_EDGE };

/* The letters that can come next, or some more: most patterns fail here, and quickly. */
struct gate {
	bool open;			/* any, and the text's end */
	unsigned classes;
	unsigned lists;			/* those that a word of these is marked at */
	uint64_t codes;			/* a bit for each code modulo 64 */
};

struct codes LIST(uint32_t);
struct word_codes LIST(struct codes);

struct element {
	enum element_kind kind;
	unsigned classes;		/* SET: one of these ... */
	struct codes codes;		/* ... or of these */
	struct word_codes words;	/* WORDS ... */
	unsigned list;			/* ... of this list, a bit */
	struct codes nearest;		/* of each word the letter that is met first */
	struct gate gate;		/* of it and all behind it */
	int least, most;		/* SET: how many of them; else 0 */
};

struct elements LIST(struct element);

/* Elements in the order in which they are met when walking away from the place. */
struct pattern {
	struct elements elements;
	struct gate gate;		/* for letters that are not marked */
	bool backward;
};

struct parser {
	struct arena *arena;
	const char *at, *end;
	const struct word_list *lists;
};

static bool is_latin_letter(uint32_t code)
{
	return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z')
		|| (code >= 0xc0 && code < 0x250 && code != 0xd7 && code != 0xf7);
}

static bool is_digit(uint32_t code)
{
	return (code >= '0' && code <= '9') || (code >= 0xe50 && code <= 0xe59);
}

unsigned pattern_classes(uint32_t character)
{
	return (is_digit(character) ? CLASS_N : 0u)
		| (character_is_thai_letter(character) ? CLASS_T : 0u)
		| (is_latin_letter(character) ? CLASS_L : 0u)
		| (character_is_mark(character) ? CLASS_K : 0u)
		| (character == '\t' || character_is_space(character) ? CLASS_SPACE : 0u);
}

/* The class that a sign of the language names; 0 if it stands for itself. */
static unsigned class_named(uint32_t sign)
{
	static const struct { uint32_t sign; unsigned class; } names[] = {
		{ 'N', CLASS_N }, { 'T', CLASS_T }, { 'L', CLASS_L }, { 'K', CLASS_K },
		{ 'A', CLASS_A }, { '_', CLASS_SPACE },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].sign == sign)
			return names[i].class;
	return 0;
}

static void parse_member(struct parser *parser, struct element *element)
{
	uint32_t sign = utf8_next(&parser->at, parser->end);
	unsigned class = class_named(sign);

	if (class)
		element->classes |= class;
	else
		*list_add(parser->arena, &element->codes) = sign;
}

static void parse_set(struct parser *parser, struct element *element)
{
	for (parser->at++; *parser->at != ']'; )
		parse_member(parser, element);
	parser->at++;
}

static int list_named(const struct word_list *lists, const char *name, size_t n)
{
	int i = 0;

	while (strlen(lists[i].name) != n || memcmp(lists[i].name, name, n)) {
		i++;
		assert(lists[i].name);
	}
	return i;
}

static void add_words(struct parser *parser, struct element *element, const char *words)
{
	const char *at = words, *end = words + strlen(words);
	struct codes *word = NULL;

	while (at < end) {
		uint32_t code = utf8_next(&at, end);

		if (code == ' ') {
			word = NULL;
			continue;
		}
		if (!word)
			word = list_add(parser->arena, &element->words);
		*list_add(parser->arena, word) = code;
	}
}

static void parse_words(struct parser *parser, struct element *element)
{
	const char *name = ++parser->at;
	int list;

	while (*parser->at != '>')
		parser->at++;
	list = list_named(parser->lists, name, (size_t)(parser->at - name));
	add_words(parser, element, parser->lists[list].words);
	element->list = 1u << list;
	parser->at++;
}

static void parse_repeat(struct parser *parser, struct element *element)
{
	char sign = *parser->at;

	element->least = sign == '*' || sign == '?' ? 0 : 1;
	element->most = sign == '*' || sign == '+' ? REPEAT_MAX : 1;
	if (sign == '*' || sign == '?' || sign == '+')
		parser->at++;
}

static enum element_kind kind_of(char sign)
{
	return sign == '^' ? ELEMENT_START : sign == '|' ? ELEMENT_EDGE
		: sign == '<' ? ELEMENT_WORDS : ELEMENT_SET;
}

static void parse_element(struct parser *parser, struct element *element)
{
	element->kind = kind_of(*parser->at);
	if (element->kind == ELEMENT_WORDS)
		parse_words(parser, element);
	else if (element->kind != ELEMENT_SET)
		parser->at++;
	else if (*parser->at == '[')
		parse_set(parser, element);
	else
		parse_member(parser, element);
	if (element->kind == ELEMENT_SET)
		parse_repeat(parser, element);
}

static void parse_elements(struct arena *arena, const char *text,
	const struct word_list *lists, struct elements *elements)
{
	struct parser parser = { arena, text, text + strlen(text), lists };

	while (parser.at < parser.end)
		parse_element(&parser, list_add(arena, elements));
}

static uint64_t bit_of(uint32_t code)
{
	return (uint64_t)1 << (code & 63);
}

static struct gate gate_of(const struct element *element)
{
	struct gate gate = { .classes = element->classes, .lists = element->list };

	gate.open = element->kind == ELEMENT_START || element->kind == ELEMENT_EDGE
		|| (element->kind == ELEMENT_SET && !element->least);
	for (int i = 0; i < element->codes.n; i++)
		gate.codes |= bit_of(element->codes.at[i]);
	return gate;
}

/* Where no letter is marked: those that a word may begin with, or end. */
static struct gate unmarked_gate_of(const struct element *element)
{
	struct gate gate = gate_of(element);

	gate.lists = 0;
	for (int i = 0; i < element->nearest.n; i++)
		gate.codes |= bit_of(element->nearest.at[i]);
	return gate;
}

/* What is behind an open one counts too. */
static struct gate joined(struct gate gate, const struct gate *rest)
{
	if (!gate.open)
		return gate;
	return (struct gate){ rest->open, gate.classes | rest->classes, gate.lists | rest->lists,
		gate.codes | rest->codes };
}

static void fill_nearest(struct arena *arena, struct element *element, bool backward)
{
	for (int i = 0; i < element->words.n; i++) {
		const struct codes *word = &element->words.at[i];

		*list_add(arena, &element->nearest) = word->at[backward ? word->n - 1 : 0];
	}
}

static void fill_gates(struct arena *arena, struct pattern *pattern)
{
	struct gate rest = { .open = true };

	pattern->gate = rest;
	for (int i = pattern->elements.n - 1; i >= 0; i--) {
		struct element *element = &pattern->elements.at[i];

		fill_nearest(arena, element, pattern->backward);
		element->gate = rest = joined(gate_of(element), &rest);
		pattern->gate = joined(unmarked_gate_of(element), &pattern->gate);
	}
}

const struct pattern *pattern_parse_behind(struct arena *arena, const char *text,
	const struct word_list *lists)
{
	struct pattern *pattern = arena_new(arena, struct pattern);

	parse_elements(arena, text, lists, &pattern->elements);
	fill_gates(arena, pattern);
	return pattern;
}

const struct pattern *pattern_parse_before(struct arena *arena, const char *text,
	const struct word_list *lists)
{
	struct pattern *pattern = arena_new(arena, struct pattern);
	struct elements forward = { NULL, 0, 0 };

	parse_elements(arena, text, lists, &forward);
	for (int i = forward.n; i > 0; i--)
		*list_add(arena, &pattern->elements) = forward.at[i - 1];
	pattern->backward = true;
	fill_gates(arena, pattern);
	return pattern;
}

static bool is_member(const struct element *element, const struct letter *letter)
{
	if (letter->classes & element->classes)
		return true;
	for (int i = 0; i < element->codes.n; i++)
		if (element->codes.at[i] == letter->code)
			return true;
	return false;
}

/* The n-th letter on the way from "at"; NULL past the text's end. */
static const struct letter *letter_on(const struct letters *letters, int at, int n, bool backward)
{
	int i = backward ? at - 1 - n : at + n;

	return i < 0 || i >= letters->n ? NULL : &letters->at[i];
}

static bool passes(const struct gate *gate, uint32_t code, unsigned classes, unsigned lists)
{
	return classes & gate->classes || lists & gate->lists || gate->codes & bit_of(code);
}

bool pattern_may_match(const struct pattern *pattern, uint32_t code, unsigned classes)
{
	return pattern->gate.open || passes(&pattern->gate, code, classes, 0);
}

static bool is_one_letter(const struct element *element)
{
	return element->least && !element->classes && element->codes.n == 1;
}

void pattern_add_needed(const struct pattern *pattern, struct contents *needed)
{
	for (int i = 0; i < pattern->elements.n; i++) {
		const struct element *element = &pattern->elements.at[i];

		needed->lists |= element->list;
		if (is_one_letter(element))
			needed->codes |= bit_of(element->codes.at[0]);
	}
}

struct contents pattern_contents(const struct letters *letters)
{
	struct contents contents = { 0, 0 };

	for (int i = 0; i < letters->n; i++) {
		contents.lists |= letters->at[i].begins;
		contents.codes |= bit_of(letters->at[i].code);
	}
	return contents;
}

static bool is_start(const struct letters *letters, int at)
{
	return !at || letters->at[at - 1].code == LINE_SEPARATOR
		|| letters->at[at - 1].code == '\n';
}

static bool is_edge(const struct letters *letters, int at)
{
	return at == letters->n || !letters->at[at].in_word;
}

static int members_from(const struct element *element, const struct letters *letters, int at,
	bool backward)
{
	const struct letter *letter;
	int n = 0;

	while (n < element->most && (letter = letter_on(letters, at, n, backward))
			&& is_member(element, letter))
		n++;
	return n;
}

static bool is_word_on(const struct codes *word, const struct letters *letters, int at,
	bool backward)
{
	for (int i = 0; i < word->n; i++) {
		const struct letter *letter = letter_on(letters, at, i, backward);
		if (!letter || letter->code != word->at[backward ? word->n - 1 - i : i])
			return false;
	}
	return true;
}

/* In how many ways the element may match; those of a set always do, the longest first. */
static int ways_of(const struct element *element, const struct letters *letters, int at,
	bool backward)
{
	switch (element->kind) {
	case ELEMENT_START: return is_start(letters, at);
	case ELEMENT_EDGE: return is_edge(letters, at);
	case ELEMENT_WORDS: return element->words.n;
	case ELEMENT_SET: break;
	}
	return members_from(element, letters, at, backward) - element->least + 1;
}

static inline bool may_match_from(const struct pattern *pattern, int first,
	const struct letters *letters, int at)
{
	const struct letter *letter = letter_on(letters, at, 0, pattern->backward);
	const struct gate *gate;

	if (first == pattern->elements.n)
		return true;
	gate = &pattern->elements.at[first].gate;
	return gate->open || (letter && passes(gate, letter->code, letter->classes,
		pattern->backward ? letter->ends : letter->begins));
}

static bool matches_from(const struct pattern *pattern, int first, const struct letters *letters,
	int at)
{
	const struct element *element;
	const struct letter *nearest = letter_on(letters, at, 0, pattern->backward);
	bool backward = pattern->backward;

	if (first == pattern->elements.n)
		return true;
	element = &pattern->elements.at[first];
	for (int i = ways_of(element, letters, at, backward) - 1; i >= 0; i--) {
		const struct codes *word = element->words.n ? &element->words.at[i] : NULL;
		int n, next;

		if (word && (!nearest || element->nearest.at[i] != nearest->code))
			continue;
		n = word ? word->n : element->least + i;
		next = backward ? at - n : at + n;
		if ((!word || is_word_on(word, letters, at, backward))
				&& may_match_from(pattern, first + 1, letters, next)
				&& matches_from(pattern, first + 1, letters, next))
			return true;
	}
	return false;
}

bool patterns_match(const struct pattern *before, const struct pattern *behind,
	const struct letters *letters, int at)
{
	return may_match_from(behind, 0, letters, at) && may_match_from(before, 0, letters, at)
		&& matches_from(behind, 0, letters, at) && matches_from(before, 0, letters, at);
}

static void add_list(struct arena *arena, struct words *words, const struct word_list *list,
	unsigned bit)
{
	for (const char *at = list->words; *at; at += strspn(at, " ")) {
		size_t n = strcspn(at, " ");

		words_add_to(words, arena_copy(arena, at, n), bit);
		at += n;
	}
}

struct words *pattern_words(struct arena *arena, const struct word_list *lists)
{
	struct words *words = words_open(arena);

	for (int i = 0; lists[i].name; i++)
		add_list(arena, words, &lists[i], 1u << i);
	return words;
}
