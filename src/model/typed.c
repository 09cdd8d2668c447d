#include "model/typed.h"

#include <string.h>

#include "base/bytes.h"
#include "base/numeral.h"
#include "model/source.h"

struct typed {
	struct arena *arena;
	struct bytes text;		/* of the paragraph at hand */
	const struct assessment *assessment;
	bool in_measure;
	struct problems *problems;
};

static bool is_inline(const xmlNode *node)
{
	static const char *const names[] = { "b", "i", "u", "sup", "sub", "span", "a", NULL };

	return source_is_one_of(node, names);
}

/* What is no running text: data, names, what is kept as it was published. */
static bool is_apart(const xmlNode *node)
{
	static const char *const names[] = {
		"agency", "words", "assessment", "previous", "owner", "result", "sic", NULL,
	};

	return source_is_one_of(node, names);
}

/* Bytes of the digit at the place, ASCII or Thai (U+0E50 to U+0E59); 0 if there is none. */
static size_t digit_at(const char *at)
{
	if (*at >= '0' && *at <= '9')
		return 1;
	return at[0] == '\xe0' && at[1] == '\xb9' && at[2] >= '\x90' && at[2] <= '\x99' ? 3 : 0;
}

/* Bytes of a number: digits, also with points and commas between them. */
static size_t number_at(const char *at)
{
	const char *start = at;
	size_t n;

	while ((n = digit_at(at)) || (at > start && (*at == '.' || *at == ',')
			&& digit_at(at + 1)))
		at += n ? n : 1;
	return (size_t)(at - start);
}

/* Where the next digit is, or the end.  In UTF-8 two bytes follow E0, as in all of Thai. */
static const char *find_digit(const char *at)
{
	while (*at && !digit_at(at))
		at += *at == '\xe0' ? 3 : 1;
	return at;
}

static int count_lines(const char *at, const char *end)
{
	int n = 0;

	for (; at < end; at++)
		n += *at == '\n';
	return n;
}

static const char *skip_space(const char *at)
{
	for (;; at++) {
		if (!strncmp(at, "\xc2\xa0", 2))
			at++;
		else if (!*at || !strchr(" \t\r\n", *at))
			return at;
	}
}

static bool is_before(const char *at, const char *word)
{
	return !strncmp(skip_space(at), word, strlen(word));
}

static bool is_after(const char *start, const char *at, const char *word)
{
	size_t n = strlen(word);

	while (at > start) {
		if (at > start + 1 && !strncmp(at - 2, "\xc2\xa0", 2))
			at--;
		else if (!strchr(" \t\r\n", at[-1]))
			break;
		at--;
	}
	return (size_t)(at - start) >= n && !strncmp(at - n, word, n);
}

/* "95.36" and no other points or commas. */
static bool has_two_decimals(struct arena *arena, const char *number)
{
	const char *ascii = numeral_ascii_digits(arena, number), *point = strpbrk(ascii, ".,");

	return point && *point == '.' && strlen(point) == 3;
}

static bool is_figure(const struct typed *typed, const char *start, const char *at,
	const char *number)
{
	const char *end = at + strlen(number);

	if (is_before(end, "บาท") || is_before(end, "น.") || is_after(start, at, "ข้อ"))
		return false;
	return has_two_decimals(typed->arena, number) || is_before(end, "คะแนน")
		|| (!typed->in_measure && is_after(start, at, "ร้อยละ"));
}

/* The reference that would give this figure; else what there is to choose from. */
static const char *suggest(const struct typed *typed, const char *number)
{
	const struct assessment *assessment = typed->assessment;
	const struct scheme *scheme = assessment->scheme;
	hundredths figure = scheme_parse_score(typed->arena, number);

	if (figure == assessment->total)
		return "<total/>";
	if (figure == assessment->threshold)
		return "<threshold/>";
	for (int i = 0; i < scheme->indicators.n; i++)
		if (figure == assessment->scores[i].value)
			return phrase(typed->arena, N_("<score of=\"{1}\"/>, its line {2}"),
				scheme->indicators.at[i].id, arena_printf(typed->arena, "%d",
				source_place(assessment->scores[i].node).line));
	for (int i = 0; i < scheme->instruments.n; i++)
		if (figure == assessment->means[i])
			return arena_printf(typed->arena, "<mean of=\"%s\"/>",
				scheme->instruments.at[i].id);
	return N_("no score, mean or total is that");
}

static void scan(const struct typed *typed, struct place place, const char *text)
{
	const char *number, *counted = text;

	for (const char *at = text; *(at = find_digit(at)); at += strlen(number)) {
		number = arena_copy(typed->arena, at, number_at(at));
		if (!is_figure(typed, text, at, number))
			continue;
		place.line += count_lines(counted, at);
		counted = at;
		problem_report(typed->problems, PROBLEM_NUMBER_TYPED, place, number,
			suggest(typed, number));
	}
}

/* The text of a paragraph.  A reference is a character that no number goes on after. */
static void gather(xmlNode *node, struct bytes *text)
{
	for (xmlNode *child = node->children; child; child = child->next) {
		if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			bytes_text(text, (const char *)child->content);
		else if (is_inline(child))
			gather(child, text);
		else if (child->type == XML_ELEMENT_NODE)
			bytes_text(text, "|");
	}
}

static void check_element(struct typed *typed, xmlNode *node)
{
	if (is_apart(node))
		return;
	typed->text.n = 0;
	bytes_text(&typed->text, "");
	gather(node, &typed->text);
	typed->in_measure |= source_is(node, "measure");
	scan(typed, source_place(node), typed->text.at);
	for (xmlNode *child = xmlFirstElementChild(node); child;
			child = xmlNextElementSibling(child))
		if (!is_inline(child))
			check_element(typed, child);
	typed->in_measure &= !source_is(node, "measure");
}

void typed_check(struct arena *arena, const struct assessment *assessment,
	struct problems *problems)
{
	struct typed typed = { arena, { .arena = arena }, assessment, false, problems };

	check_element(&typed, xmlDocGetRootElement(assessment->node->doc));
}
