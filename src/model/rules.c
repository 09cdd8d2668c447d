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

static const struct level *choose_level(const struct assessment *assessment)
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
	assessment->level = choose_level(assessment);
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

static void put_instruments(struct arena *arena, const struct assessment *assessment,
	xmlNode *result)
{
	const struct instruments *instruments = &assessment->scheme->instruments;

	for (int i = 0; i < instruments->n; i++) {
		xmlNode *node = xmlNewChild(result, result->ns, BAD_CAST "instrument", NULL);

		put(node, "id", instruments->at[i].id);
		put(node, "abbreviation", instruments->at[i].abbreviation);
		put(node, "title", instruments->at[i].title);
		put_int(arena, node, "weight", instruments->at[i].weight / 100);
		put(node, "mean", scheme_score_text(arena, assessment->means[i]));
	}
}

static void put_indicators(struct arena *arena, const struct assessment *assessment,
	xmlNode *result)
{
	const struct scheme *scheme = assessment->scheme;

	for (int i = 0; i < scheme->indicators.n; i++) {
		const struct score *score = &assessment->scores[i];
		xmlNode *node = xmlNewChild(result, result->ns, BAD_CAST "indicator", NULL);

		put(node, "id", scheme->indicators.at[i].id);
		put_int(arena, node, "number", i + 1);
		put(node, "title", score->title);
		put(node, "instrument", scheme->instruments.at[scheme->indicators.at[i].instrument].id);
		put(node, "score", scheme_score_text(arena, score->value));
		put_int(arena, node, "rank", score->rank);
		put(node, "strength", score->strength ? "yes" : "no");
	}
}

static void put_result(struct arena *arena, const struct assessment *assessment, xmlNs *run)
{
	xmlNode *result = xmlNewChild(assessment->node, run, BAD_CAST "result", NULL);

	put(result, "year", assessment->year);
	put(result, "scheme-title", assessment->scheme->title);
	put(result, "total", scheme_score_text(arena, assessment->total));
	put(result, "level", assessment->level->name);
	put_int(arena, result, "indicators", assessment->scheme->indicators.n);
	put_int(arena, result, "strengths", assessment->strengths);
	put_int(arena, result, "weaknesses", assessment->weaknesses);
	put_instruments(arena, assessment, result);
	put_indicators(arena, assessment, result);
}

/* What a reference shows; of is its of= or "".  NULL if of names nothing. */
typedef const char *value_of(struct arena *, const struct assessment *, const char *of);

static const char *value_score(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	int i = scheme_find_indicator(assessment->scheme, of);

	return i < 0 ? NULL : scheme_score_text(arena, assessment->scores[i].value);
}

static const char *value_mean(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	int i = scheme_find_instrument(assessment->scheme, of);

	return i < 0 ? NULL : scheme_score_text(arena, assessment->means[i]);
}

static const char *value_total(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	(void)of;
	return scheme_score_text(arena, assessment->total);
}

static const char *value_level(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	(void)arena, (void)of;
	return assessment->level->name;
}

/* Without ".00", as people say it: ร้อยละ ๙๑. */
static const char *value_threshold(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	hundredths threshold = assessment->threshold;

	(void)of;
	if (threshold < 0)
		return NULL;
	return threshold % 100 ? scheme_score_text(arena, threshold)
		: arena_printf(arena, "%d", threshold / 100);
}

static int count_measures(const struct assessment *assessment)
{
	xmlNode *root = xmlDocGetRootElement(assessment->node->doc);
	int n = 0;

	for (xmlNode *node = root; node; node = source_walk(root, node))
		n += source_is(node, "measure");
	return n;
}

static const char *value_count(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	const struct { const char *of; int n; } counts[] = {
		{ "indicators", assessment->scheme->indicators.n },
		{ "strengths", assessment->strengths },
		{ "weaknesses", assessment->weaknesses },
		{ "measures", count_measures(assessment) },
	};

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (!strcmp(counts[i].of, of))
			return arena_printf(arena, "%d", counts[i].n);
	return NULL;
}

static const char *value_title(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	int i = scheme_find_indicator(assessment->scheme, of);

	(void)arena;
	return i < 0 ? NULL : assessment->scores[i].title;
}

static value_of *find_reference(const xmlNode *node)
{
	static const struct { const char *name; value_of *value; } references[] = {
		{ "score", value_score },
		{ "mean", value_mean },
		{ "total", value_total },
		{ "level", value_level },
		{ "threshold", value_threshold },
		{ "count", value_count },
		{ "indicator-title", value_title },
	};

	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		if (source_is(node, references[i].name))
			return references[i].value;
	return NULL;
}

static void annotate_reference(struct arena *arena, const struct assessment *assessment,
	xmlNode *node, struct problems *problems)
{
	const char *of = source_attribute(arena, node, "of");
	const char *printed = source_attribute(arena, node, "printed");
	value_of *reference = find_reference(node);
	const char *value = reference(arena, assessment, of ? of : "");
	xmlNs *run = xmlSearchNsByHref(node->doc, node, BAD_CAST SOURCE_RUN_NS);

	if (!value)
		problem_report(problems, PROBLEM_INDICATOR_UNKNOWN, source_place(node),
			of ? of : "", assessment->scheme->id);
	else
		xmlSetNsProp(node, run, BAD_CAST "value", BAD_CAST (printed
			? numeral_ascii_digits(arena, printed) : value));
}

void rules_annotate(struct arena *arena, const struct assessment *assessment,
	struct problems *problems)
{
	xmlNode *root = xmlDocGetRootElement(assessment->node->doc);
	xmlNs *run = xmlSearchNsByHref(root->doc, root, BAD_CAST SOURCE_RUN_NS);

	if (!assessment->complete)
		return;
	for (xmlNode *node = root; node; node = source_walk(root, node))
		if (find_reference(node))
			annotate_reference(arena, assessment, node, problems);
	put_result(arena, assessment, run);
}
