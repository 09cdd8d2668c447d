#include "model/scheme.h"

#include <stdlib.h>
#include <string.h>

#include "base/numeral.h"
#include "model/source.h"

enum {
	SCORE_MAX = 10000,
	/* So that exact fractions stay in 64 bits. */
	INSTRUMENTS_MOST = 6, INDICATORS_MOST = 100,
};

hundredths scheme_parse_score(struct arena *arena, const char *text)
{
	hundredths value = -1;

	hundredths_parse(numeral_ascii_digits(arena, text), SCORE_MAX, &value);
	return value;
}

char *scheme_score_text(struct arena *arena, hundredths score)
{
	return arena_printf(arena, "%s%d.%02d", score < 0 ? "-" : "", abs(score) / 100,
		abs(score) % 100);
}

hundredths scheme_read_score(struct arena *arena, const xmlNode *node, const char *name,
	struct problems *problems)
{
	const char *text = source_attribute(arena, node, name);
	hundredths score = text ? scheme_parse_score(arena, text) : -1;

	if (text && text[strspn(text, " \t\r\n")] && score < 0)
		problem_report(problems, PROBLEM_SCORE_RANGE, source_place(node), text);
	return score;
}

/* A share or limit: 0 where none is stated. */
static hundredths read_limit(struct arena *arena, xmlNode *node, const char *name,
	struct problems *problems)
{
	hundredths score = scheme_read_score(arena, node, name, problems);

	return score < 0 ? 0 : score;
}

static void read_instrument(struct arena *arena, struct scheme *scheme, xmlNode *node,
	struct problems *problems)
{
	struct instrument *instrument = list_add(arena, &scheme->instruments);

	instrument->id = source_attribute(arena, node, "id");
	instrument->abbreviation = source_attribute(arena, node, "abbreviation");
	instrument->title = source_attribute(arena, node, "title");
	instrument->weight = read_limit(arena, node, "weight", problems);
}

static void read_indicator(struct arena *arena, struct scheme *scheme, xmlNode *node)
{
	struct indicator *indicator = list_add(arena, &scheme->indicators);

	indicator->id = source_attribute(arena, node, "id");
	indicator->title = source_attribute(arena, node, "title");
	indicator->instrument = scheme->instruments.n - 1;
}

static void read_year(struct arena *arena, struct scheme *scheme, xmlNode *node,
	struct problems *problems)
{
	struct year *year = list_add(arena, &scheme->years);

	year->number = source_attribute(arena, node, "number");
	year->national_mean = scheme_read_score(arena, node, "national-mean", problems);
}

static void read_report(struct arena *arena, struct scheme *scheme, xmlNode *node)
{
	struct report_items *report = list_add(arena, &scheme->reports);

	report->year = source_attribute(arena, node, "year");
	report->plan = source_attribute(arena, node, "plan-item");
	report->follow_up = source_attribute(arena, node, "follow-up-item");
}

static void read_level(struct arena *arena, struct scheme *scheme, xmlNode *node,
	struct problems *problems)
{
	struct level *level = list_add(arena, &scheme->levels);

	level->name = source_attribute(arena, node, "name");
	level->sentence = source_attribute(arena, node, "sentence");
	level->total = read_limit(arena, node, "total", problems);
	level->each = read_limit(arena, node, "each", problems);
}

static bool levels_fall(const struct levels *levels)
{
	for (int i = 1; i < levels->n; i++)
		if (levels->at[i].total > levels->at[i - 1].total)
			return false;
	return levels->n && !levels->at[levels->n - 1].total && !levels->at[levels->n - 1].each;
}

static hundredths sum_weights(const struct instruments *instruments)
{
	hundredths sum = 0;

	for (int i = 0; i < instruments->n && i < INSTRUMENTS_MOST; i++)
		sum += instruments->at[i].weight;
	return sum;
}

static void check(const struct scheme *scheme, struct place place, struct problems *problems)
{
	const struct { bool wrong; const char *why; } faults[] = {
		{ scheme->instruments.n > INSTRUMENTS_MOST, N_("it has more than 6 instruments") },
		{ scheme->indicators.n > INDICATORS_MOST, N_("it has more than 100 indicators") },
		{ sum_weights(&scheme->instruments) != SCORE_MAX,
			N_("the weights of its instruments are not 100 together") },
		{ !levels_fall(&scheme->levels),
			N_("its levels do not fall from the best "
			"to one that asks for nothing (total=\"0\")") },
	};

	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		if (faults[i].wrong)
			problem_report(problems, PROBLEM_SCHEME_INVALID, place, faults[i].why);
}

struct scheme *scheme_read(struct arena *arena, xmlDoc *doc, struct problems *problems)
{
	struct scheme *scheme = arena_new(arena, struct scheme);
	xmlNode *root = xmlDocGetRootElement(doc);

	scheme->id = source_attribute(arena, root, "id");
	scheme->title = source_attribute(arena, root, "title");
	scheme->abbreviation = source_attribute(arena, root, "abbreviation");
	scheme->pass = scheme_read_score(arena, root, "pass", problems);
	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		if (source_is(node, "instrument"))
			read_instrument(arena, scheme, node, problems);
		else if (source_is(node, "indicator"))
			read_indicator(arena, scheme, node);
		else if (source_is(node, "year"))
			read_year(arena, scheme, node, problems);
		else if (source_is(node, "report"))
			read_report(arena, scheme, node);
		else if (source_is(node, "level"))
			read_level(arena, scheme, node, problems);
	}
	check(scheme, source_place(root), problems);
	return scheme;
}

bool scheme_is_for(const struct scheme *scheme, const char *year)
{
	for (int i = 0; i < scheme->years.n; i++)
		if (!strcmp(scheme->years.at[i].number, year))
			return true;
	return !scheme->years.n;
}

hundredths scheme_national_mean(const struct scheme *scheme, const char *year)
{
	for (int i = 0; i < scheme->years.n; i++)
		if (!strcmp(scheme->years.at[i].number, year))
			return scheme->years.at[i].national_mean;
	return -1;
}

const struct report_items *scheme_find_report(const struct scheme *scheme, const char *year)
{
	for (int i = 0; i < scheme->reports.n; i++)
		if (!strcmp(scheme->reports.at[i].year, year))
			return &scheme->reports.at[i];
	return NULL;
}

int scheme_find_indicator(const struct scheme *scheme, const char *id)
{
	for (int i = 0; i < scheme->indicators.n; i++)
		if (id && !strcmp(scheme->indicators.at[i].id, id))
			return i;
	return -1;
}

int scheme_find_instrument(const struct scheme *scheme, const char *id)
{
	for (int i = 0; i < scheme->instruments.n; i++)
		if (id && !strcmp(scheme->instruments.at[i].id, id))
			return i;
	return -1;
}

/* NULL where neither an indicator nor an instrument has that id. */
static const char *title_of(const struct scheme *scheme, const char *id)
{
	int indicator = scheme_find_indicator(scheme, id);
	int instrument = scheme_find_instrument(scheme, id);

	if (indicator >= 0)
		return scheme->indicators.at[indicator].title;
	return instrument >= 0 ? scheme->instruments.at[instrument].title : NULL;
}

static const char *id_of(const struct scheme *scheme, const char *title)
{
	for (int i = 0; i < scheme->indicators.n; i++)
		if (!strcmp(scheme->indicators.at[i].title, title))
			return scheme->indicators.at[i].id;
	for (int i = 0; i < scheme->instruments.n; i++)
		if (!strcmp(scheme->instruments.at[i].title, title))
			return scheme->instruments.at[i].id;
	return NULL;
}

const char *scheme_counterpart(const struct scheme *scheme, const char *id,
	const struct scheme *other)
{
	const char *title = title_of(scheme, id);
	const char *same = title ? id_of(other, title) : NULL, *theirs = title_of(other, id);

	if (same)
		return same;
	return title && theirs && !id_of(scheme, theirs) ? id : NULL;
}

int scheme_find_origin(const struct scheme *scheme, const struct scheme *other, int indicator)
{
	for (int i = 0; i < scheme->indicators.n; i++) {
		const char *id = scheme_counterpart(scheme, scheme->indicators.at[i].id, other);

		if (id && !strcmp(id, other->indicators.at[indicator].id))
			return i;
	}
	return -1;
}
