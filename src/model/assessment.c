#include "model/assessment.h"

#include "base/numeral.h"
#include "model/source.h"

xmlNode *assessment_find(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc), *node = root;

	while (node && !source_is(node, "assessment"))
		node = source_walk(root, node);
	return node;
}

static void report_double(const char *id, xmlNode *node, xmlNode *earlier,
	struct problems *problems)
{
	problem_report(problems, PROBLEM_INDICATOR_DOUBLE, source_place(node), id,
		arena_printf(problems->arena, "%d", source_place(earlier).line));
}

static hundredths read_value(struct arena *arena, xmlNode *node, const char *name,
	struct problems *problems)
{
	const char *text = source_attribute(arena, node, name);
	hundredths value = scheme_parse_score(arena, text);

	if (value < 0 && text)
		problem_report(problems, PROBLEM_SCORE_RANGE, source_place(node), text);
	return value;
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
	assessment->scores[i].value = read_value(arena, node, "score", problems);
	if (title)
		assessment->scores[i].title = title;
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
	assessment->threshold = read_value(arena, node, "strength-above", problems);
	assessment->scores = arena_alloc(arena, (size_t)n * sizeof *assessment->scores);
	assessment->means = arena_alloc(arena,
		(size_t)scheme->instruments.n * sizeof *assessment->means);
	for (int i = 0; i < n; i++)
		assessment->scores[i] = (struct score){ scheme->indicators.at[i].title, -1, NULL, 0, false };
	for (xmlNode *child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child))
		if (source_is(child, "indicator"))
			read_score(arena, assessment, child, problems);
	report_missing(assessment, problems);
	assessment->complete = true;
	for (int i = 0; i < n; i++)
		assessment->complete &= assessment->scores[i].value >= 0;
	return assessment;
}
