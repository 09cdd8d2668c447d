#include "model/rules.h"

#include <string.h>

#include "base/numeral.h"
#include "model/source.h"

/* numerator / denominator, a half rounded up; neither is negative. */
static hundredths round_half_up(int64_t numerator, int64_t denominator)
{
	return (hundredths)((2 * numerator + denominator) / (2 * denominator));
}

/* Sum and number of an instrument's scores. */
static int64_t sum_scores(const struct assessment *assessment, int instrument, int *n)
{
	int64_t sum = 0;

	*n = 0;
	for (int i = 0; i < assessment->scheme->indicators.n; i++) {
		if (assessment->scheme->indicators.at[i].instrument != instrument)
			continue;
		sum += assessment->scores[i].value;
		(*n)++;
	}
	return sum;
}

/* Exact until the end: weights times means as one fraction. */
static void score_total(struct assessment *assessment)
{
	const struct instruments *instruments = &assessment->scheme->instruments;
	int64_t numerator = 0, denominator = 1;

	for (int i = 0; i < instruments->n; i++) {
		int n;
		int64_t sum = sum_scores(assessment, i, &n);

		if (!n)
			continue;
		assessment->means[i] = round_half_up(sum, n);
		assessment->weighted[i] = round_half_up(instruments->at[i].weight * sum,
			10000 * (int64_t)n);
		numerator = numerator * n + instruments->at[i].weight * sum * denominator;
		denominator *= n;
	}
	assessment->total = round_half_up(numerator, 10000 * denominator);
}

static bool level_met(const struct assessment *assessment, const struct level *level)
{
	bool met = assessment->total >= level->total;

	for (int i = 0; i < assessment->scheme->instruments.n; i++)
		met &= assessment->means[i] >= level->each;
	return met;
}

const struct level *rules_level(const struct assessment *assessment)
{
	const struct levels *levels = &assessment->scheme->levels;
	int i = 0;

	while (i < levels->n - 1 && !level_met(assessment, &levels->at[i]))
		i++;
	return &levels->at[i];
}

static int rank_of(const struct assessment *assessment, int indicator)
{
	const struct score *scores = assessment->scores;
	int rank = 1;

	for (int i = 0; i < assessment->scheme->indicators.n; i++)
		rank += scores[i].value > scores[indicator].value
			|| (scores[i].value == scores[indicator].value && i < indicator);
	return rank;
}

void rules_score(struct assessment *assessment)
{
	if (!assessment->complete)
		return;
	score_total(assessment);
	assessment->level = rules_level(assessment);
	for (int i = 0; i < assessment->scheme->indicators.n; i++) {
		struct score *score = &assessment->scores[i];

		score->rank = rank_of(assessment, i);
		score->strength = score->value > assessment->threshold;
		assessment->strengths += score->strength;
		assessment->weaknesses += !score->strength;
	}
}

static void put(xmlNode *node, const char *name, const char *value)
{
	xmlSetProp(node, BAD_CAST name, BAD_CAST value);
}

static void put_int(struct arena *arena, xmlNode *node, const char *name, int value)
{
	put(node, name, arena_printf(arena, "%d", value));
}

static void put_score(struct arena *arena, xmlNode *node, const char *name, hundredths score)
{
	put(node, name, scheme_score_text(arena, score));
}

/* A mark as name=, and what the total has more as over-name=. */
static void put_over(struct arena *arena, xmlNode *result, const char *name, hundredths mark,
	hundredths total)
{
	if (mark < 0)
		return;
	put_score(arena, result, name, mark);
	put_score(arena, result, arena_printf(arena, "over-%s", name), total - mark);
}

static hundredths lack(hundredths asked, hundredths reached)
{
	return asked > reached ? asked - reached : 0;
}

/* The level above the one reached, or NULL. */
static const struct level *next_level(const struct assessment *assessment)
{
	return assessment->level > assessment->scheme->levels.at ? assessment->level - 1 : NULL;
}

static void put_distances(struct arena *arena, const struct assessment *assessment,
	xmlNode *result)
{
	const struct level *next = next_level(assessment);
	hundredths total = assessment->total;

	put_over(arena, result, "pass", assessment->scheme->pass, total);
	put_over(arena, result, "national-mean",
		scheme_national_mean(assessment->scheme, assessment->year), total);
	if (!next)
		return;
	put(result, "next-level", next->name);
	put_score(arena, result, "to-next-level", lack(next->total, total));
}

/*
 * The year of the report is its root's; another kind of report may have none.
 * The previous assessment had a report of its own.
 */
static void put_items(struct arena *arena, const struct assessment *assessment, xmlNode *result)
{
	xmlNode *root = xmlDocGetRootElement(assessment->node->doc);
	const char *year = source_attribute(arena, root, "year");
	const struct report_items *items = scheme_find_report(assessment->scheme,
		year ? numeral_ascii_digits(arena, year) : "");

	if (!items || source_is(assessment->node, "previous"))
		return;
	put(result, "plan-item", items->plan);
	put(result, "follow-up-item", items->follow_up);
}

/* What the previous assessment is compared by: only a complete one has figures. */
static const struct assessment *comparable(const struct assessment *assessment)
{
	return assessment->previous && assessment->previous->complete ? assessment->previous : NULL;
}

static void put_change(struct arena *arena, const struct assessment *assessment, xmlNode *result)
{
	const struct assessment *previous = comparable(assessment);

	if (!previous)
		return;
	put(result, "previous-year", previous->year);
	put_score(arena, result, "change", assessment->total - previous->total);
}

static void put_instrument_change(struct arena *arena, const struct assessment *assessment,
	int instrument, xmlNode *node)
{
	const struct assessment *previous = comparable(assessment);
	const char *id = assessment->scheme->instruments.at[instrument].id;
	int i = previous ? scheme_find_instrument(previous->scheme, id) : -1;

	if (i >= 0)
		put_score(arena, node, "change",
			assessment->means[instrument] - previous->means[i]);
}

static void put_indicator_change(struct arena *arena, const struct assessment *assessment,
	int indicator, xmlNode *node)
{
	const struct assessment *previous = comparable(assessment);
	int i = previous ? scheme_find_origin(previous->scheme, assessment->scheme, indicator) : -1;

	if (i >= 0)
		put_score(arena, node, "change",
			assessment->scores[indicator].value - previous->scores[i].value);
}

static void put_instruments(struct arena *arena, const struct assessment *assessment,
	xmlNode *result)
{
	const struct instruments *instruments = &assessment->scheme->instruments;
	const struct level *next = next_level(assessment);

	for (int i = 0; i < instruments->n; i++) {
		xmlNode *node = xmlNewChild(result, result->ns, BAD_CAST "instrument", NULL);

		put(node, "id", instruments->at[i].id);
		put(node, "abbreviation", instruments->at[i].abbreviation);
		put(node, "title", instruments->at[i].title);
		put_int(arena, node, "weight", instruments->at[i].weight / 100);
		put_score(arena, node, "mean", assessment->means[i]);
		put_score(arena, node, "weighted", assessment->weighted[i]);
		if (next && next->each)
			put_score(arena, node, "to-next-level",
				lack(next->each, assessment->means[i]));
		put_instrument_change(arena, assessment, i, node);
	}
}

static void put_indicators(struct arena *arena, const struct assessment *assessment,
	xmlNode *result)
{
	const struct scheme *scheme = assessment->scheme;

	for (int i = 0; i < scheme->indicators.n; i++) {
		const struct indicator *indicator = &scheme->indicators.at[i];
		const struct score *score = &assessment->scores[i];
		xmlNode *node = xmlNewChild(result, result->ns, BAD_CAST "indicator", NULL);

		put(node, "id", indicator->id);
		put_int(arena, node, "number", i + 1);
		put(node, "title", score->title);
		put(node, "instrument", scheme->instruments.at[indicator->instrument].id);
		put_score(arena, node, "score", score->value);
		put_int(arena, node, "rank", score->rank);
		if (assessment->threshold >= 0)
			put(node, "strength", score->strength ? "yes" : "no");
		put_indicator_change(arena, assessment, i, node);
	}
}

/* Rising, as a scale shows them; <level> is a reference. */
static void put_levels(struct arena *arena, const struct assessment *assessment, xmlNode *result)
{
	const struct levels *levels = &assessment->scheme->levels;

	for (int i = levels->n - 1; i >= 0; i--) {
		xmlNode *node = xmlNewChild(result, result->ns, BAD_CAST "grade", NULL);

		put(node, "name", levels->at[i].name);
		put_score(arena, node, "from", levels->at[i].total);
		if (levels->at[i].each)
			put_score(arena, node, "each", levels->at[i].each);
		if (&levels->at[i] == assessment->level)
			put(node, "reached", "yes");
	}
}

static void put_result(struct arena *arena, const struct assessment *assessment)
{
	xmlNs *run = xmlSearchNsByHref(assessment->node->doc, assessment->node,
		BAD_CAST SOURCE_RUN_NS);
	xmlNode *result = xmlNewChild(assessment->node, run, BAD_CAST "result", NULL);

	put(result, "year", assessment->year);
	put(result, "scheme-title", assessment->scheme->title);
	if (assessment->scheme->abbreviation)
		put(result, "scheme-abbreviation", assessment->scheme->abbreviation);
	put_score(arena, result, "total", assessment->total);
	put(result, "level", assessment->level->name);
	if (assessment->level->sentence)
		put(result, "level-sentence", assessment->level->sentence);
	put_int(arena, result, "indicators", assessment->scheme->indicators.n);
	if (assessment->threshold >= 0) {
		put_int(arena, result, "strengths", assessment->strengths);
		put_int(arena, result, "weaknesses", assessment->weaknesses);
	}
	put_distances(arena, assessment, result);
	put_items(arena, assessment, result);
	put_change(arena, assessment, result);
	put_instruments(arena, assessment, result);
	put_indicators(arena, assessment, result);
	put_levels(arena, assessment, result);
}

void rules_annotate(struct arena *arena, const struct assessment *assessment)
{
	if (!assessment->complete)
		return;
	put_result(arena, assessment);
	if (comparable(assessment))
		put_result(arena, assessment->previous);
}
