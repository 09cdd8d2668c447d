#include "model/checks.h"

#include <stdlib.h>
#include <string.h>

#include "base/numeral.h"
#include "model/open.h"
#include "model/reference.h"
#include "model/rules.h"
#include "model/source.h"
#include "model/typed.h"

/* Published figures may be rounded from means that were rounded before. */
enum { TOLERANCE = 1 };

struct checking {
	struct arena *arena;
	const struct assessment *assessment;
	xmlNode *root;
	const char *year;		/* the plan's, ASCII digits; "" where there is none */
	struct problems *problems;
};

static const char *line_text(const struct checking *checking, struct place place)
{
	return arena_printf(checking->arena, "%d", place.line);
}

static const char *score_text(const struct checking *checking, hundredths score)
{
	return scheme_score_text(checking->arena, score);
}

static bool near(hundredths one, hundredths other)
{
	return abs(one - other) <= TOLERANCE;
}

/* The computed figure that "total", an instrument's or an indicator's id stands for, or -1. */
static hundredths figure_of(const struct assessment *assessment, const char *of)
{
	int instrument = scheme_find_instrument(assessment->scheme, of);
	int indicator = scheme_find_indicator(assessment->scheme, of);

	if (!strcmp(of, "total"))
		return assessment->total;
	if (instrument >= 0)
		return assessment->means[instrument];
	return indicator >= 0 ? assessment->scores[indicator].value : -1;
}

/* The first score that such a figure is made of. */
static struct place figure_place(const struct assessment *assessment, const char *of)
{
	const struct scheme *scheme = assessment->scheme;
	int instrument = scheme_find_instrument(scheme, of);
	int i = scheme_find_indicator(scheme, of);

	if (i >= 0)
		return source_place(assessment->scores[i].node);
	for (i = 0; instrument >= 0 && i < scheme->indicators.n; i++)
		if (scheme->indicators.at[i].instrument == instrument)
			return source_place(assessment->scores[i].node);
	return source_place(assessment->node);
}

static void check_stated_scores(const struct checking *checking,
	const struct assessment *assessment)
{
	for (int i = 0; i < assessment->stated.n; i++) {
		const struct stated *stated = &assessment->stated.at[i];
		hundredths figure = figure_of(assessment, stated->of);
		bool copied = scheme_find_indicator(assessment->scheme, stated->of) >= 0;

		if (figure < 0 || stated->score < 0 || stated->score == figure
				|| (!copied && near(stated->score, figure)))
			continue;
		problem_report(checking->problems, PROBLEM_STATED_MISMATCH,
			source_place(stated->node), stated->of,
			score_text(checking, stated->score), score_text(checking, figure),
			line_text(checking, figure_place(assessment, stated->of)));
	}
}

/* A total that tolerance takes for the stated one may stand on a level's border. */
static bool level_agrees(const struct assessment *assessment, const struct stated *stated)
{
	struct assessment as_stated = *assessment;

	if (!strcmp(stated->level, assessment->level->name))
		return true;
	as_stated.total = stated->score;
	return near(stated->score, assessment->total)
		&& !strcmp(stated->level, rules_level(&as_stated)->name);
}

static void check_stated_levels(const struct checking *checking,
	const struct assessment *assessment)
{
	for (int i = 0; i < assessment->stated.n; i++) {
		const struct stated *stated = &assessment->stated.at[i];

		if (!stated->level || strcmp(stated->of, "total") != 0
				|| level_agrees(assessment, stated))
			continue;
		problem_report(checking->problems, PROBLEM_LEVEL_MISMATCH,
			source_place(stated->node), stated->level, assessment->level->name,
			score_text(checking, assessment->total),
			line_text(checking, source_place(assessment->node)));
	}
}

typedef void check_of_assessment(const struct checking *, const struct assessment *);

static void check_both(const struct checking *checking, check_of_assessment *check)
{
	const struct assessment *previous = checking->assessment->previous;

	check(checking, checking->assessment);
	if (previous && previous->complete)
		check(checking, previous);
}

static void check_stated(const struct checking *checking)
{
	check_both(checking, check_stated_scores);
}

static void check_level(const struct checking *checking)
{
	check_both(checking, check_stated_levels);
}

/* What the figure would be if the indicator had that score. */
static hundredths figure_with(const struct checking *checking, int indicator, hundredths score,
	const char *of)
{
	struct assessment other = *checking->assessment;
	size_t scores = (size_t)other.scheme->indicators.n * sizeof *other.scores;
	size_t figures = (size_t)other.scheme->instruments.n * sizeof *other.means;

	other.scores = (void *)arena_copy(checking->arena, (char *)other.scores, scores);
	other.means = arena_alloc(checking->arena, figures);
	other.weighted = arena_alloc(checking->arena, figures);
	other.scores[indicator].value = score;
	rules_score(&other);
	return figure_of(&other, of);
}

/* Which of the two scores gives what is stated of the instrument, else of the total. */
static const char *proof(const struct checking *checking, int indicator, hundredths printed)
{
	static const char *const verdicts[2][2] = {	/* by data, by printed */
		{ N_("; neither gives {1}"), N_("; only {2} gives {1}") },
		{ N_("; only {2} gives {1}"), N_("; both give {1}") },
	};
	const struct assessment *assessment = checking->assessment;
	const struct scheme *scheme = assessment->scheme;
	const struct instrument *instrument =
		&scheme->instruments.at[scheme->indicators.at[indicator].instrument];
	const struct stated *stated = assessment_stated(assessment, instrument->id);
	const char *of = stated ? N_("the stated {1} {2} (line {3})")
		: N_("the stated total {2} (line {3})");
	hundredths data = assessment->scores[indicator].value;
	bool by_data, by_printed;

	if (!stated)
		stated = assessment_stated(assessment, "total");
	if (!stated || stated->score < 0)
		return "";
	by_data = near(stated->score, figure_of(assessment, stated->of));
	by_printed = near(stated->score, figure_with(checking, indicator, printed, stated->of));
	of = phrase(checking->arena, of, instrument->abbreviation,
		score_text(checking, stated->score),
		line_text(checking, source_place(stated->node)));
	return phrase(checking->arena, verdicts[by_data][by_printed], of,
		score_text(checking, by_data ? data : printed));
}

/* 100 is 100.00; what is no number is compared as text. */
static bool same_value(struct arena *arena, const char *printed, const char *value)
{
	hundredths one = scheme_parse_score(arena, printed);
	hundredths other = scheme_parse_score(arena, value);

	if (one >= 0 && other >= 0)
		return one == other;
	return !strcmp(numeral_ascii_digits(arena, printed), numeral_ascii_digits(arena, value));
}

static void check_reference(const struct checking *checking, xmlNode *node)
{
	struct arena *arena = checking->arena;
	const struct assessment *assessment = checking->assessment;
	const char *printed = source_attribute(arena, node, "printed");
	const char *value = printed ? reference_figure(arena, assessment, node) : NULL;
	int i = source_is(node, "score") ? scheme_find_indicator(assessment->scheme,
		source_attribute(arena, node, "of")) : -1;
	hundredths score = printed ? scheme_parse_score(arena, printed) : -1;

	if (!value || same_value(arena, printed, value))
		return;
	problem_report(checking->problems, PROBLEM_PRINTED_MISMATCH, source_place(node), printed,
		value, line_text(checking, reference_place(arena, assessment, node)),
		i >= 0 && score >= 0 ? proof(checking, i, score) : "");
}

static bool is_kept(const xmlNode *node)
{
	while (node && !source_is(node, "sic"))
		node = node->parent;
	return node != NULL;
}

static void check_printed(const struct checking *checking)
{
	xmlNode *root = checking->root;

	for (xmlNode *node = root; node; node = source_walk(root, node))
		if (!is_kept(node))
			check_reference(checking, node);
}

static bool lists_word(const char *list, const char *word)
{
	static const char spaces[] = " \t\r\n";
	size_t n;

	for (const char *at = list; *(at += strspn(at, spaces)); at += n) {
		n = strcspn(at, spaces);
		if (n == strlen(word) && !strncmp(at, word, n))
			return true;
	}
	return false;
}

static bool is_addressed(const struct checking *checking, const char *indicator)
{
	xmlNode *root = checking->root;

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		const char *addresses = source_is(node, "measure")
			? source_attribute(checking->arena, node, "addresses") : NULL;

		if (addresses && lists_word(addresses, indicator))
			return true;
	}
	return false;
}

static void check_weaknesses(const struct checking *checking)
{
	const struct assessment *assessment = checking->assessment;

	for (int i = 0; i < assessment->scheme->indicators.n; i++) {
		const struct score *score = &assessment->scores[i];
		const char *id = assessment->scheme->indicators.at[i].id;

		if (!score->strength && !is_addressed(checking, id))
			problem_report(checking->problems, PROBLEM_WEAKNESS_OPEN,
				source_place(score->node), id, score->title,
				score_text(checking, score->value),
				score_text(checking, assessment->threshold));
	}
}

static bool has_attribute(const struct checking *checking, const xmlNode *node, const char *name)
{
	const char *value = source_attribute(checking->arena, node, name);

	return value && *value;
}

static void check_part(const struct checking *checking, const char *id, const xmlNode *part)
{
	static const struct { const char *name, *what; } parts[] = {
		{ "title", N_("its <title> is empty") }, { "step", N_("this <step> is empty") },
		{ "owner", N_("this <owner> has neither unit= nor a name") },
		{ "follow-up", N_("its <follow-up> is empty") },
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (source_is(part, parts[i].name) && source_is_empty(part)
				&& !has_attribute(checking, part, "unit"))
			problem_report(checking->problems, PROBLEM_MEASURE_INCOMPLETE,
				source_place(part), id, parts[i].what);
	if (source_is(part, "period") && !(has_attribute(checking, part, "from")
			&& has_attribute(checking, part, "to")))
		problem_report(checking->problems, PROBLEM_MEASURE_INCOMPLETE, source_place(part),
			id, N_("its <period> needs from= and to=, the first and last month"));
}

static bool has_part(const xmlNode *measure, const char *name)
{
	xmlNode *part = xmlFirstElementChild((xmlNode *)measure);

	while (part && !source_is(part, name))
		part = xmlNextElementSibling(part);
	return part != NULL;
}

/* Owner and period the schema asks for. */
static void check_absent(const struct checking *checking, const char *id, const xmlNode *measure)
{
	static const char *const names[] = { "title", "step", "follow-up" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!has_part(measure, names[i]))
			problem_report(checking->problems, PROBLEM_MEASURE_INCOMPLETE,
				source_place(measure), id,
				phrase(checking->arena, N_("it has no <{1}>"), names[i]));
}

static void check_measures(const struct checking *checking)
{
	xmlNode *root = checking->root;

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		const char *id = source_is(node, "measure")
			? source_attribute(checking->arena, node, "id") : NULL;

		if (id)
			check_absent(checking, id, node);
		for (xmlNode *part = id ? xmlFirstElementChild(node) : NULL; part;
				part = xmlNextElementSibling(part))
			check_part(checking, id, part);
	}
}

/* A month or day with ASCII digits, "" where it is neither: the template reports that. */
static const char *read_date(const struct checking *checking, const xmlNode *node,
	const char *name)
{
	const char *date = source_attribute(checking->arena, node, name);

	return date && numeral_fiscal_year(checking->arena, date)
		? numeral_ascii_digits(checking->arena, date) : "";
}

typedef void check_of_period(const struct checking *, const xmlNode *, const char *from,
	const char *to);

static void check_periods(const struct checking *checking, check_of_period *check)
{
	xmlNode *root = checking->root;

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		const char *from, *to;

		if (!source_is(node, "period"))
			continue;
		from = read_date(checking, node, "from");
		to = read_date(checking, node, "to");
		if (*from && *to)
			check(checking, node, from, to);
	}
}

/* A month against a day of it: as far as both say. */
static void check_order(const struct checking *checking, const xmlNode *node, const char *from,
	const char *to)
{
	size_t n = strlen(from) < strlen(to) ? strlen(from) : strlen(to);

	if (strncmp(to, from, n) < 0)
		problem_report(checking->problems, PROBLEM_PERIOD_REVERSED, source_place(node),
			from, to);
}

static void check_within(const struct checking *checking, const xmlNode *node, const char *from,
	const char *to)
{
	struct arena *arena = checking->arena;
	const char *first = numeral_fiscal_first_day(arena, checking->year);

	if (!first || (!strcmp(numeral_fiscal_year(arena, from), checking->year)
			&& !strcmp(numeral_fiscal_year(arena, to), checking->year)))
		return;
	problem_report(checking->problems, PROBLEM_PERIOD_OUTSIDE, source_place(node), from, to,
		checking->year, first, numeral_fiscal_last_day(arena, checking->year));
}

static void check_period_order(const struct checking *checking)
{
	check_periods(checking, check_order);
}

static void check_period_year(const struct checking *checking)
{
	check_periods(checking, check_within);
}

static void check_plan_year(const struct checking *checking)
{
	const struct assessment *assessment = checking->assessment;
	struct arena *arena = checking->arena;

	if (!numeral_fiscal_first_day(arena, checking->year)
			|| !numeral_fiscal_first_day(arena, assessment->year)
			|| atoi(checking->year) == atoi(assessment->year) + 1)
		return;
	problem_report(checking->problems, PROBLEM_PLAN_YEAR, source_place(checking->root),
		checking->year, assessment->year,
		line_text(checking, source_place(assessment->node)));
}

static void check_open(const struct checking *checking)
{
	open_check(checking->arena, checking->assessment, checking->problems);
}

static void check_typed(const struct checking *checking)
{
	typed_check(checking->arena, checking->assessment, checking->problems);
}

void checks_run(struct arena *arena, const struct assessment *assessment,
	struct problems *problems)
{
	static const struct {
		void (*check)(const struct checking *);
		bool of_scores;		/* needs all of them */
	} checks[] = {
		{ check_plan_year, false },
		{ check_open, false },
		{ check_stated, true },
		{ check_level, true },
		{ check_weaknesses, true },
		{ check_printed, true },
		{ check_typed, true },
		{ check_measures, false },
		{ check_period_order, false },
		{ check_period_year, false },
	};
	xmlNode *root = xmlDocGetRootElement(assessment->node->doc);
	const char *year = source_attribute(arena, root, "year");
	struct checking checking = { arena, assessment, root,
		year ? numeral_ascii_digits(arena, year) : "", problems };

	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		if (assessment->complete || !checks[i].of_scores)
			checks[i].check(&checking);
}

/* Neither an attribute of the author's nor anything in it. */
static bool says_nothing(const xmlNode *result)
{
	for (const xmlAttr *attribute = result->properties; attribute; attribute = attribute->next)
		if (!attribute->ns)
			return false;
	return source_is_empty(result);
}

static bool has_result(const xmlNode *measure)
{
	xmlNode *part = xmlFirstElementChild((xmlNode *)measure);

	while (part && !(source_is(part, "result") && !says_nothing(part)))
		part = xmlNextElementSibling(part);
	return part != NULL;
}

void checks_results(struct arena *arena, xmlDoc *doc, struct problems *problems)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		const char *id = source_is(node, "measure")
			? source_attribute(arena, node, "id") : NULL;

		if (id && !has_result(node))
			problem_report(problems, PROBLEM_RESULT_MISSING, source_place(node), id);
	}
}
