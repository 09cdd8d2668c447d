#include "model/reference.h"

#include <string.h>

#include "base/bytes.h"
#include "base/keys.h"
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

/* The first of several elements with one id, and which of its kind it is in its parent, from 1. */
struct named_node { xmlNode *node; int number; };
struct named_nodes LIST(struct named_node);

/* Elements of one name by their ids. */
struct by_id {
	struct keys ids;
	struct named_nodes nodes;	/* by the id's number */
};

struct named {
	struct arena *arena;
	struct by_id measures, units;
	int measure_count;		/* those without an id too */
};

static void add_named(struct arena *arena, struct by_id *by_id, xmlNode *node, int number)
{
	xmlChar *id = xmlGetNoNsProp(node, BAD_CAST "id");
	int n = by_id->ids.n;

	if (id && keys_find(arena, &by_id->ids, id, strlen((char *)id)) == n)
		*list_add(arena, &by_id->nodes) = (struct named_node){ node, number };
	xmlFree(id);
}

/* Nothing is found in the tree by walking: there may be as many references as measures. */
static struct named *find_named(struct arena *arena, xmlNode *root)
{
	struct named *named = arena_new(arena, struct named);
	const xmlNode *parent = NULL;
	int number = 0;

	named->arena = arena;
	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		if (source_is(node, "measure")) {
			number = node->parent == parent ? number + 1 : 1;
			parent = node->parent;
			named->measure_count++;
			add_named(arena, &named->measures, node, number);
		} else if (source_is(node, "unit") && source_is(node->parent, "agency")) {
			add_named(arena, &named->units, node, 0);
		}
	}
	return named;
}

/* Its node is NULL if there is none of the id. */
static struct named_node find_by_id(const struct named *named, struct by_id *by_id, const char *id)
{
	int i = keys_find(named->arena, &by_id->ids, id, strlen(id));

	return i < by_id->nodes.n ? by_id->nodes.at[i] : (struct named_node){ NULL, 0 };
}

static struct named_node find_measure(const struct assessment *assessment, const char *id)
{
	return find_by_id(assessment->named, &assessment->named->measures, id);
}

static const char *value_count(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	const struct { const char *of; int n; } counts[] = {
		{ "indicators", assessment->scheme->indicators.n },
		{ "strengths", assessment->strengths },
		{ "weaknesses", assessment->weaknesses },
		{ "measures", assessment->named->measure_count },
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

/* The first part of the agency with that name, or NULL. */
static xmlNode *find_agency_part(const struct assessment *assessment, const char *name)
{
	xmlNode *agency = assessment_find(assessment->node->doc, "agency");
	xmlNode *part = agency ? xmlFirstElementChild(agency) : NULL;

	while (part && !source_is(part, name))
		part = xmlNextElementSibling(part);
	return part;
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
		const char *part = text_of(arena, find_agency_part(assessment, names[i]));

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
	return text_of(arena, find_agency_part(assessment, *of ? of : "name"));
}

static const char *value_unit(struct arena *arena, const struct assessment *assessment,
	const char *of)
{
	return text_of(arena, find_by_id(assessment->named, &assessment->named->units, of).node);
}

/* Its place in its table: measures are counted, not named. */
static const char *value_measure_number(struct arena *arena,
	const struct assessment *assessment, const char *of)
{
	int number = find_measure(assessment, of).number;

	return number ? arena_printf(arena, "%d", number) : NULL;
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
	xmlNode *part = find_measure(assessment, of).node;
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
		? find_measure(assessment, of).node : NULL;

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
void reference_annotate(struct arena *arena, struct assessment *assessment,
	struct problems *problems)
{
	xmlNode *root = root_of(assessment);

	assessment->named = find_named(arena, root);

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
