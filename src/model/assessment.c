#include "model/assessment.h"

#include <string.h>

#include "base/numeral.h"
#include "model/source.h"

xmlNode *assessment_find(xmlDoc *doc, const char *name)
{
	xmlNode *root = xmlDocGetRootElement(doc), *node = root;

	while (node && !source_is(node, name))
		node = source_walk(root, node);
	return node;
}

const struct stated *assessment_stated(const struct assessment *assessment, const char *of)
{
	for (int i = 0; i < assessment->stated.n; i++)
		if (!strcmp(assessment->stated.at[i].of, of))
			return &assessment->stated.at[i];
	return NULL;
}

static void report_double(const char *id, xmlNode *node, xmlNode *earlier,
	struct problems *problems)
{
	problem_report(problems, PROBLEM_INDICATOR_DOUBLE, source_place(node), id,
		arena_printf(problems->arena, "%d", source_place(earlier).line));
}

static void read_score(struct arena *arena, struct assessment *assessment, xmlNode *node,
	struct problems *problems)
{
	const char *id = source_attribute(arena, node, "id");
	const char *title = source_attribute(arena, node, "title");
	int i = scheme_find_indicator(assessment->scheme, id);

	if (i < 0) {
		problem_report(problems, PROBLEM_INDICATOR_UNKNOWN, source_place(node),
			id ? id : "", assessment->scheme->id);
		return;
	}
	if (assessment->scores[i].node) {
		report_double(id, node, assessment->scores[i].node, problems);
		return;
	}
	assessment->scores[i].node = node;
	assessment->scores[i].value = scheme_read_score(arena, node, "score", problems);
	if (title)
		assessment->scores[i].title = title;
}

/* Stated figures name an indicator, an instrument or the total. */
static void read_stated(struct arena *arena, struct assessment *assessment, xmlNode *node,
	struct problems *problems)
{
	const char *of = source_attribute(arena, node, "of");
	struct stated *stated = list_add(arena, &assessment->stated);

	stated->node = node;
	stated->of = of ? of : "";
	stated->level = source_attribute(arena, node, "level");
	stated->score = scheme_read_score(arena, node, "score", problems);
	if (!of || (strcmp(of, "total") != 0 && scheme_find_instrument(assessment->scheme, of) < 0
			&& scheme_find_indicator(assessment->scheme, of) < 0))
		problem_report(problems, PROBLEM_INDICATOR_UNKNOWN, source_place(node),
			of ? of : "", assessment->scheme->id);
}

static void read_child(struct arena *arena, struct assessment *assessment, xmlNode *node,
	struct problems *problems)
{
	if (source_is(node, "indicator"))
		read_score(arena, assessment, node, problems);
	else if (source_is(node, "stated"))
		read_stated(arena, assessment, node, problems);
}

/* Indicators that a measure says it addresses, names with spaces between. */
static void check_addresses(struct arena *arena, const struct scheme *scheme, xmlNode *measure,
	struct problems *problems)
{
	const char *at = source_attribute(arena, measure, "addresses");

	for (size_t n; at && *(at += strspn(at, " \t\n")); at += n) {
		const char *id = arena_copy(arena, at, n = strcspn(at, " \t\n"));

		if (scheme_find_indicator(scheme, id) < 0)
			problem_report(problems, PROBLEM_INDICATOR_UNKNOWN, source_place(measure),
				id, scheme->id);
	}
}

/* The instrument that a part of the findings is of. */
static void check_finding(struct arena *arena, const struct scheme *scheme, xmlNode *finding,
	struct problems *problems)
{
	const char *of = source_attribute(arena, finding, "of");

	if (scheme_find_instrument(scheme, of) < 0)
		problem_report(problems, PROBLEM_INDICATOR_UNKNOWN, source_place(finding),
			of ? of : "", scheme->id);
}

/* What the report's other parts say they are of. */
static void check_parts(struct arena *arena, const struct scheme *scheme, xmlDoc *doc,
	struct problems *problems)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		if (source_is(node, "measure"))
			check_addresses(arena, scheme, node, problems);
		if (source_is(node, "finding"))
			check_finding(arena, scheme, node, problems);
	}
}

static void report_missing(const struct assessment *assessment, struct problems *problems)
{
	for (int i = 0; i < assessment->scheme->indicators.n; i++) {
		const struct indicator *indicator = &assessment->scheme->indicators.at[i];

		if (!assessment->scores[i].node)
			problem_report(problems, PROBLEM_INDICATOR_MISSING,
				source_place(assessment->node), indicator->id, indicator->title);
	}
}

struct assessment *assessment_read(struct arena *arena, xmlNode *node,
	const struct scheme *scheme, struct problems *problems)
{
	struct assessment *assessment = arena_new(arena, struct assessment);
	const char *year = source_attribute(arena, node, "year");
	int n = scheme->indicators.n;

	assessment->node = node;
	assessment->scheme = scheme;
	assessment->year = year ? numeral_ascii_digits(arena, year) : "";
	assessment->threshold = scheme_read_score(arena, node, "strength-above", problems);
	assessment->scores = arena_alloc(arena, (size_t)n * sizeof *assessment->scores);
	assessment->means = arena_alloc(arena,
		(size_t)scheme->instruments.n * sizeof *assessment->means);
	assessment->weighted = arena_alloc(arena,
		(size_t)scheme->instruments.n * sizeof *assessment->weighted);
	for (int i = 0; i < n; i++)
		assessment->scores[i] = (struct score){ scheme->indicators.at[i].title, -1, NULL, 0,
			false };
	for (xmlNode *child = xmlFirstElementChild(node); child;
			child = xmlNextElementSibling(child))
		read_child(arena, assessment, child, problems);
	report_missing(assessment, problems);
	if (source_is(node, "assessment"))
		check_parts(arena, scheme, node->doc, problems);
	if (!scheme_is_for(scheme, assessment->year))
		problem_report(problems, PROBLEM_SCHEME_YEAR, source_place(node), assessment->year,
			scheme->id);
	assessment->complete = assessment->threshold >= 0
		|| !xmlHasProp(node, BAD_CAST "strength-above");
	for (int i = 0; i < n; i++)
		assessment->complete &= assessment->scores[i].value >= 0;
	return assessment;
}
