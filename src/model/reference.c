#include "model/reference.h"

#include <string.h>

#include "base/bytes.h"
#include "base/numeral.h"
#include "model/source.h"

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
	return assessment->level ? assessment->level->name : "";
}

/* Without ".00", as people say it: ร้อยละ ๙๑. */
static const char *value_threshold(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	hundredths threshold = assessment->threshold;

	(void)of;
	if (threshold < 0)
		return assessment->complete ? NULL : "";
	return threshold % 100 ? scheme_score_text(arena, threshold)
		: arena_printf(arena, "%d", threshold / 100);
}

static xmlNode *root_of(const struct assessment *assessment)
{
	return xmlDocGetRootElement(assessment->node->doc);
}

static int count_measures(const struct assessment *assessment)
{
	xmlNode *root = root_of(assessment);
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

static const char *value_year(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	const char *plan = source_attribute(arena, root_of(assessment), "year");

	if (!strcmp(of, "assessment"))
		return assessment->year;
	return plan && !strcmp(of, "plan") ? numeral_ascii_digits(arena, plan) : NULL;
}

static const char *value_title(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	int i = scheme_find_indicator(assessment->scheme, of);

	(void)arena;
	return i < 0 ? NULL : assessment->scores[i].title;
}

/* The first part of the agency with that name, and id where one is given; or NULL. */
static xmlNode *find_agency_part(struct arena *arena, const struct assessment *assessment,
	const char *name, const char *id)
{
	xmlNode *agency = assessment_find(assessment->node->doc, "agency");
	xmlNode *part = agency ? xmlFirstElementChild(agency) : NULL;

	for (; part; part = xmlNextElementSibling(part)) {
		const char *own = id ? source_attribute(arena, part, "id") : NULL;

		if (source_is(part, name) && (!id || (own && !strcmp(own, id))))
			return part;
	}
	return NULL;
}

static const char *text_of(struct arena *arena, const xmlNode *node)
{
	xmlChar *content = node ? xmlNodeGetContent(node) : NULL;
	const char *text = content ? arena_text(arena, (const char *)content) : NULL;

	xmlFree(content);
	return text;
}

/* As the cover's foot has it: name, district and province, as far as there are. */
static const char *agency_address(struct arena *arena, const struct assessment *assessment)
{
	static const char *const names[] = { "name", "district", "province" };
	struct bytes text = { .arena = arena };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *part = text_of(arena,
			find_agency_part(arena, assessment, names[i], NULL));

		if (part)
			bytes_printf(&text, "%s%s", text.n ? " " : "", part);
	}
	return text.at;
}

static const char *value_agency(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	if (!strcmp(of, "address"))
		return agency_address(arena, assessment);
	return text_of(arena, find_agency_part(arena, assessment, *of ? of : "name", NULL));
}

static const char *value_unit(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	return text_of(arena, find_agency_part(arena, assessment, "unit", of));
}

static xmlNode *find_measure(struct arena *arena, const struct assessment *assessment,
	const char *id)
{
	xmlNode *root = root_of(assessment);

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		const char *own = source_is(node, "measure")
			? source_attribute(arena, node, "id") : NULL;

		if (own && !strcmp(own, id))
			return node;
	}
	return NULL;
}

/* Its place in its table: measures are counted, not named. */
static const char *value_measure_number(struct arena *arena,
	const struct assessment *assessment, const char *of)
{
	xmlNode *node = find_measure(arena, assessment, of);
	int n = 0;

	for (; node; node = xmlPreviousElementSibling(node))
		n += source_is(node, "measure");
	return n ? arena_printf(arena, "%d", n) : NULL;
}

/* The text, with references that have their value already. */
static void add_text(struct bytes *text, const xmlNode *node)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		xmlChar *value = child->type == XML_ELEMENT_NODE ? xmlGetNsProp((xmlNode *)child,
			BAD_CAST "value", BAD_CAST SOURCE_RUN_NS) : NULL;

		if (child->type == XML_TEXT_NODE)
			bytes_text(text, (const char *)child->content);
		else if (value)
			bytes_text(text, (const char *)value);
		else if (source_is(child, "br"))
			bytes_text(text, " ");
		else if (child->type == XML_ELEMENT_NODE)
			add_text(text, child);
		xmlFree(value);
	}
}

static const char *value_measure_title(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	xmlNode *part = find_measure(arena, assessment, of);
	struct bytes text = { .arena = arena };

	if (!part)
		return NULL;
	bytes_text(&text, "");
	for (part = xmlFirstElementChild(part); part; part = xmlNextElementSibling(part))
		if (source_is(part, "title"))
			add_text(&text, part);
	return text.at;
}

struct reference {
	const char *name;
	value_of *value;
	bool is_name;		/* of something, which may be worded otherwise */
	enum problem_kind unknown;
};

static const struct reference *find_reference(const xmlNode *node)
{
	static const struct reference references[] = {
		{ "score", value_score, false, PROBLEM_INDICATOR_UNKNOWN },
		{ "mean", value_mean, false, PROBLEM_INDICATOR_UNKNOWN },
		{ "total", value_total, false, PROBLEM_INDICATOR_UNKNOWN },
		{ "level", value_level, false, PROBLEM_INDICATOR_UNKNOWN },
		{ "threshold", value_threshold, false, PROBLEM_INDICATOR_UNKNOWN },
		{ "count", value_count, false, PROBLEM_INDICATOR_UNKNOWN },
		{ "indicator-title", value_title, true, PROBLEM_INDICATOR_UNKNOWN },
		{ "year", value_year, false, PROBLEM_KEY_UNKNOWN },
		{ "agency-name", value_agency, true, PROBLEM_AGENCY_PART_MISSING },
		{ "unit-name", value_unit, true, PROBLEM_KEY_UNKNOWN },
		{ "measure-number", value_measure_number, false, PROBLEM_KEY_UNKNOWN },
		{ "measure-title", value_measure_title, true, PROBLEM_KEY_UNKNOWN },
	};

	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		if (source_is(node, references[i].name))
			return &references[i];
	return NULL;
}

const char *reference_figure(struct arena *arena, const struct assessment *assessment,
	const xmlNode *node)
{
	const struct reference *reference = find_reference(node);
	const char *of = source_attribute(arena, node, "of");

	return reference && !reference->is_name
		? reference->value(arena, assessment, of ? of : "") : NULL;
}

struct place reference_place(struct arena *arena, const struct assessment *assessment,
	const xmlNode *node)
{
	const char *of = source_attribute(arena, node, "of");
	bool whole = source_is(node, "total") || source_is(node, "level");
	const struct stated *stated = whole || of
		? assessment_stated(assessment, whole ? "total" : of) : NULL;
	int i = source_is(node, "score") ? scheme_find_indicator(assessment->scheme, of) : -1;
	xmlNode *measure = source_is(node, "measure-number") && of
		? find_measure(arena, assessment, of) : NULL;

	if (measure)
		return source_place(measure);
	if (i >= 0)
		return source_place(assessment->scores[i].node);
	return source_place(stated ? stated->node : assessment->node);
}

static void report_unknown(const struct assessment *assessment, const xmlNode *node,
	const char *of, enum problem_kind kind, struct problems *problems)
{
	struct place place = source_place(node);

	if (kind == PROBLEM_INDICATOR_UNKNOWN)
		problem_report(problems, kind, place, of, assessment->scheme->id);
	else if (kind == PROBLEM_AGENCY_PART_MISSING)
		problem_report(problems, kind, place, of);
	else
		problem_report(problems, kind, place, (const char *)node->name, of, "");
}

static void annotate(struct arena *arena, const struct assessment *assessment, xmlNode *node,
	struct problems *problems)
{
	const struct reference *reference = find_reference(node);
	const char *attribute = source_attribute(arena, node, "of");
	const char *printed = source_attribute(arena, node, "printed");
	const char *of = attribute ? attribute : "";
	const char *value = reference->value(arena, assessment, of);
	xmlNs *run = xmlSearchNsByHref(node->doc, node, BAD_CAST SOURCE_RUN_NS);

	if (!value)
		report_unknown(assessment, node, of, reference->unknown, problems);
	else if (assessment->complete)
		xmlSetNsProp(node, run, BAD_CAST "value", BAD_CAST numeral_ascii_digits(arena,
			printed ? printed : value));
}

static bool is_in_title(const xmlNode *node)
{
	for (node = node->parent; node && node->parent; node = node->parent)
		if (source_is(node, "title") && source_is(node->parent, "measure"))
			return true;
	return false;
}

/* Titles have other references in them, which come first; but no titles, or there were no end. */
void reference_annotate(struct arena *arena, const struct assessment *assessment,
	struct problems *problems)
{
	xmlNode *root = root_of(assessment);

	for (xmlNode *node = root; node; node = source_walk(root, node))
		if (find_reference(node) && !source_is(node, "measure-title"))
			annotate(arena, assessment, node, problems);
	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		if (!source_is(node, "measure-title"))
			continue;
		if (is_in_title(node))
			problem_report(problems, PROBLEM_TITLE_NESTED, source_place(node), "");
		else
			annotate(arena, assessment, node, problems);
	}
}
