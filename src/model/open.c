#include "model/open.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/review.h"
#include "model/source.h"

enum { EXCERPT = 40 };		/* characters */

struct open {
	struct arena *arena;
	const struct assessment *assessment;
	struct problems *problems;
};

/* The attribute is there, with nothing in it. */
static bool is_open(const struct open *open, const xmlNode *node, const char *name)
{
	const char *value = source_attribute(open->arena, node, name);

	return value && !value[strspn(value, " \t\r\n")];
}

/* Answers whether the element is an indicator without its score. */
static bool check_score(const struct open *open, xmlNode *node)
{
	const char *id = source_attribute(open->arena, node, "id");
	int i = scheme_find_indicator(open->assessment->scheme, id);

	if (!source_is(node, "indicator") || !is_open(open, node, "score"))
		return false;
	problem_report(open->problems, PROBLEM_SCORE_OPEN, source_place(node), id ? id : "",
		i < 0 ? "" : open->assessment->scores[i].title);
	return true;
}

static void check_values(const struct open *open, xmlNode *node)
{
	static const struct { const char *name, *what; } values[] = {
		{ "strength-above", N_("the score above which an indicator is a strength") },
		{ "score", N_("the score that was announced") },
		{ "date",
			N_("the day of publication, such as 2565-04-29; or delete date=") },
		{ "as-of",
			N_("the day that results are of, such as 2565-03-31; or delete as-of=") },
	};

	if (check_score(open, node))
		return;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (is_open(open, node, values[i].name))
			problem_report(open->problems, PROBLEM_VALUE_OPEN, source_place(node),
				values[i].name, values[i].what);
}

static void check_text(const struct open *open, xmlNode *node)
{
	static const char own[] = N_("; write it");
	static const char other[] = N_("; write it, or delete the element if there is none");
	static const struct { const char *name, *other; } texts[] = {
		{ "name", own }, { "remarks", own }, { "district", other }, { "province", other },
		{ "unit", other }, { "p", other }, { "item", other },
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (source_is(node, texts[i].name) && source_is_empty(node))
			problem_report(open->problems, PROBLEM_TEXT_OPEN, source_place(node),
				texts[i].name, texts[i].other);
}

/* What a reference shows; "..." where it is not known yet, or not here. */
static const char *reference_text(const struct open *open, const xmlNode *node)
{
	xmlChar *value = xmlGetNsProp((xmlNode *)node, BAD_CAST "value", BAD_CAST SOURCE_RUN_NS);
	const char *text = value ? arena_text(open->arena, (char *)value) : "...";
	int i = source_is(node, "indicator-title")
		? scheme_find_indicator(open->assessment->scheme,
			source_attribute(open->arena, node, "of")) : -1;

	xmlFree(value);
	return i >= 0 && !value ? open->assessment->scores[i].title : text;
}

static void gather(const struct open *open, const xmlNode *node, struct bytes *text)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (child->type == XML_TEXT_NODE)
			bytes_text(text, (char *)child->content);
		else if (child->type == XML_ELEMENT_NODE && !child->children)
			bytes_text(text, reference_text(open, child));
		else if (child->type == XML_ELEMENT_NODE)
			gather(open, child, text);
	}
}

/* Bytes of the first EXCERPT characters, with the marks that belong to the last letter. */
static size_t excerpt_length(const char *text)
{
	const char *at = text, *end = text + strlen(text), *next = text;

	for (int n = 0; at < end; n++, at = next)
		if (!utf8_is_thai_mark(utf8_next(&next, end)) && n >= EXCERPT)
			break;
	return (size_t)(at - text);
}

/* How the text begins, in one line. */
static const char *excerpt(const struct open *open, const xmlNode *node)
{
	static const char spaces[] = " \t\r\n";
	struct bytes text = { .arena = open->arena }, line = { .arena = open->arena };
	size_t n;

	bytes_text(&text, "");
	bytes_text(&line, "");
	gather(open, node, &text);
	for (const char *at = text.at; *(at += strspn(at, spaces)); at += n) {
		n = strcspn(at, spaces);
		bytes_printf(&line, "%s%.*s", line.n ? " " : "", (int)n, at);
	}
	n = excerpt_length(line.at);
	return arena_printf(open->arena, "%.*s%s", (int)n, line.at, line.at[n] ? "..." : "");
}

/* The first indicator whose score the passage tells; or -1. */
static int find_scored(const struct open *open, xmlNode *passage)
{
	int i = -1;

	for (xmlNode *node = passage; node && i < 0; node = source_walk(passage, node))
		if (source_is(node, "score"))
			i = scheme_find_indicator(open->assessment->scheme,
				source_attribute(open->arena, node, "of"));
	return i;
}

/* What it was last year; -1 where that cannot be told. */
static int find_previous(const struct assessment *now, int indicator)
{
	const struct assessment *then = now->previous;

	if (!then || !then->complete || then->threshold < 0)
		return -1;
	return scheme_find_origin(then->scheme, now->scheme, indicator);
}

/* A year from last year's assessed one on, as a plan's may be too. */
static int find_year(const struct open *open, xmlNode *passage)
{
	const struct assessment *then = open->assessment->previous;
	int year = 0;

	for (xmlNode *node = passage; then && node && !year; node = source_walk(passage, node))
		year = review_find_year(open->arena, node, atoi(then->year));
	return year;
}

/*
 * What is likely wrong with it: its indicator has become a strength or a weakness, so that
 * it may stand in the wrong place; or it types a year.
 */
static const char *tell_reason(const struct open *open, xmlNode *passage)
{
	static const char *const turns[] = {
		N_(" ({1} was a strength with {2}, it is a weakness with {3})"),
		N_(" ({1} was a weakness with {2}, it is a strength with {3})"),
	};
	const struct assessment *now = open->assessment, *then = now->previous;
	int i = now->complete ? find_scored(open, passage) : -1;
	int k = i < 0 ? -1 : find_previous(now, i), year = find_year(open, passage);

	if (year)
		return phrase(open->arena, N_(" (it types the year {1})"),
			arena_printf(open->arena, "%d", year));
	if (k < 0 || now->scores[i].strength == then->scores[k].strength)
		return "";
	return phrase(open->arena, turns[now->scores[i].strength],
		now->scheme->indicators.at[i].id,
		scheme_score_text(open->arena, then->scores[k].value),
		scheme_score_text(open->arena, now->scores[i].value));
}

static void check_review(const struct open *open, xmlNode *node)
{
	const char *review = source_attribute(open->arena, node, "review");

	if (!review || strcmp(review, "yes") != 0)
		return;
	if (source_is(node, "sic"))
		problem_report(open->problems, PROBLEM_SLIP_OPEN, source_place(node),
			excerpt(open, node));
	else
		problem_report(open->problems, PROBLEM_REVIEW_OPEN, source_place(node),
			excerpt(open, node), tell_reason(open, node));
}

void open_check(struct arena *arena, const struct assessment *assessment,
	struct problems *problems)
{
	xmlNode *root = xmlDocGetRootElement(assessment->node->doc);
	struct open open = { arena, assessment, problems };

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		check_values(&open, node);
		check_text(&open, node);
		check_review(&open, node);
	}
}

void open_check_scores(struct arena *arena, const struct assessment *assessment,
	struct problems *problems)
{
	struct open open = { arena, assessment, problems };

	for (xmlNode *node = xmlFirstElementChild(assessment->node); node;
			node = xmlNextElementSibling(node))
		check_score(&open, node);
}
