#include "model/successor.h"

#include <stdlib.h>
#include <string.h>

#include "base/numeral.h"
#include "model/carry.h"
#include "model/edit.h"
#include "model/kind.h"
#include "model/open.h"
#include "model/review.h"
#include "model/schema.h"
#include "model/schemes.h"
#include "model/scores.h"
#include "model/source.h"

struct succession {
	struct arena *arena;
	struct schemes schemes;
	const struct successor *wish;
	xmlDoc *doc;
	xmlNode *root;
	const struct assessment *last;	/* NULL for an empty report */
	const struct scheme *scheme;	/* the new assessment's */
	const char *assessed;		/* its year */
	int years;			/* from the report that is read to the new one */
	struct problems *problems;
};

static void set(xmlNode *node, const char *name, const char *value)
{
	xmlSetProp(node, BAD_CAST name, BAD_CAST value);
}

static bool failed(const struct succession *succession)
{
	return succession->problems->worst >= ERROR;
}

/* How far the new report is from this one. */
static void check_years(struct succession *succession, const char *year)
{
	struct place place = source_place(succession->root);
	int before = atoi(succession->wish->year) - 1;

	if (!numeral_fiscal_first_day(succession->arena, year)) {
		problem_report(succession->problems, PROBLEM_YEAR_INVALID, place, year);
		return;
	}
	succession->years = before + 1 - atoi(year);
	if (!succession->wish->last)
		return;
	if (succession->years < 1)
		problem_report(succession->problems, PROBLEM_YEAR_EARLIER, place, year,
			succession->wish->year);
	if (succession->years > 1)
		problem_report(succession->problems, PROBLEM_YEAR_SKIPPED, place, year,
			arena_printf(succession->arena, "%d", before), succession->wish->year);
}

/* False after a problem: it is no report, or not as its kind's schema asks. */
static bool is_report(const struct succession *succession)
{
	const struct kind *kind = kind_find(succession->arena, succession->wish->resources,
		succession->doc, NULL, succession->problems);

	if (kind)
		schema_check(kind->shelf, succession->doc, kind->schema,
			succession->problems);
	return !failed(succession);
}

/* Last year's report must have all of its scores. */
static void read_last(struct succession *succession, xmlNode *assessment)
{
	struct arena *arena = succession->arena;
	const char *name = source_attribute(arena, assessment, "scheme");
	const struct scheme *scheme = schemes_read(&succession->schemes, name ? name : "",
		source_place(assessment));

	if (!scheme)
		return;
	succession->last = assessment_read(arena, assessment, scheme, succession->problems);
	open_check_scores(arena, succession->last, succession->problems);
}

/* The report's own name of the new scheme's indicator, or NULL. */
static const char *own_title(const struct succession *succession, int indicator)
{
	const struct assessment *last = succession->last;
	int i = last ? scheme_find_origin(last->scheme, succession->scheme, indicator) : -1;
	const char *title = i < 0 ? NULL
		: source_attribute(succession->arena, last->scores[i].node, "title");
	bool official = title && !strcmp(title, succession->scheme->indicators.at[indicator].title);

	return official ? NULL : title;
}

/* The scores that are known, by indicator; NULL if none are. */
static const char **read_scores(const struct succession *succession)
{
	const struct scheme *scheme = succession->scheme;
	const char **titles = arena_alloc(succession->arena,
		(size_t)scheme->indicators.n * sizeof *titles);

	if (!succession->wish->scores)
		return NULL;
	for (int i = 0; i < scheme->indicators.n; i++) {
		const char *own = own_title(succession, i);

		titles[i] = own ? own : scheme->indicators.at[i].title;
	}
	return scores_read(succession->arena, succession->wish->scores, scheme, titles,
		succession->problems);
}

/* Behind a score its indicator's name, for who fills it in. */
static void name_indicator(const struct succession *succession, xmlNode *node, const char *title)
{
	xmlNode *comment = edit_comment(succession->arena, succession->doc,
		arena_printf(succession->arena, " %s ", title));

	xmlAddNextSibling(node, comment);
	xmlAddNextSibling(node, xmlNewDocText(succession->doc, BAD_CAST " "));
}

static void add_indicator(const struct succession *succession, xmlNode *assessment, int indicator,
	const char *score)
{
	const struct indicator *new = &succession->scheme->indicators.at[indicator];
	const char *title = own_title(succession, indicator);
	xmlNode *node = xmlNewDocNode(succession->doc, assessment->ns, BAD_CAST "indicator", NULL);

	set(node, "id", new->id);
	set(node, "score", score ? score : "");
	edit_append(succession->arena, assessment, node);
	if (title)
		set(node, "title", title);
	else
		name_indicator(succession, node, new->title);
}

static void fill_assessment(const struct succession *succession, xmlNode *assessment)
{
	const char **scores = read_scores(succession);

	set(assessment, "scheme", succession->scheme->id);
	set(assessment, "year", succession->assessed);
	for (int i = 0; i < succession->scheme->indicators.n; i++)
		add_indicator(succession, assessment, i, scores ? scores[i] : NULL);
}

static void drop_previous(const struct succession *succession)
{
	xmlNode *previous = assessment_find(succession->doc, "previous");

	if (previous)
		edit_remove(previous);
}

static void add_comment(const struct succession *succession, xmlNode *parent, const char *text)
{
	edit_append(succession->arena, parent, edit_comment(succession->arena, succession->doc,
		text));
}

/* A new assessment before last year's, which is the previous one from now on. */
static xmlNode *renew_assessment(const struct succession *succession)
{
	xmlNode *old = succession->last->node;
	xmlNode *new = xmlNewDocNode(succession->doc, old->ns, BAD_CAST "assessment", NULL);
	const char *threshold = source_attribute(succession->arena, old, "strength-above");

	drop_previous(succession);
	set(new, "scheme", "");
	set(new, "year", "");
	if (threshold)
		set(new, "strength-above", threshold);
	edit_before(succession->arena, old, new);
	xmlNodeSetName(old, BAD_CAST "previous");
	add_comment(succession, new, arena_printf(succession->arena,
		" " CARRY_SIGNED "ผลคะแนนปีงบประมาณ %s ตามที่ประกาศ ส่วน strength-above "
		"(ได้คะแนนมากกว่านี้เป็นจุดแข็ง) ยกมาจากปีก่อน ", succession->assessed));
	return new;
}

static void tell_moved(const struct succession *succession)
{
	xmlNode *root = succession->root, *first;

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		if (!source_is(node, "measures") || !(first = xmlFirstElementChild(node)))
			continue;
		edit_before(succession->arena, first, edit_comment(succession->arena,
			succession->doc, arena_printf(succession->arena,
			" " CARRY_SIGNED "ระยะเวลา (period) ของทุกมาตรการเลื่อนมา %d ปี โปรดตรวจ ",
			succession->years)));
	}
}

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void tell_what_to_do(const struct succession *succession, const char *old_year)
{
	const char *text = arena_printf(succession->arena,
		"\n"
		"  " CARRY_SIGNED "รายงานปีงบประมาณ %s ที่ต้องกรอก ยกมาจากของปีงบประมาณ %s (%s)\n"
		"  คำสั่ง raingan check บอกทุกบรรทัดที่ยังต้องทำ:\n"
		"    score=\"\"      ใส่คะแนนตามประกาศผลการประเมินปีงบประมาณ %s\n"
		"    review=\"yes\"  เกี่ยวกับผลปีก่อน: อ่าน แก้ แล้วลบ review=\"yes\" ออก\n"
		"    <sic ...>     พิมพ์ผิดในฉบับก่อน: แก้คำ แล้วลบ <sic ...> และ </sic> ออก\n"
		"    date=\"\"       ใส่วันที่เผยแพร่รายงาน เช่น %s-04-29\n"
		"  ความเห็นอื่นในแฟ้มนี้ (เช่นข้อความนี้ ไม่พิมพ์ลงในรายงาน) ยกมาจากปีก่อน\n",
		succession->wish->year, old_year, name_of(succession->wish->last),
		succession->assessed, succession->wish->year);

	xmlAddPrevSibling(succession->doc->children, edit_comment(succession->arena,
		succession->doc, text));
}

/* Last year's report becomes this year's. */
static xmlNode *renew(const struct succession *succession, const char *old_year)
{
	carry_drop_signed(succession->doc);
	review_mark(succession->arena, succession->doc, succession->last->year);
	carry_ids(succession->arena, succession->last, succession->scheme);
	carry_drop_results(succession->doc);
	carry_open_dates(succession->doc);
	tell_moved(succession);
	tell_what_to_do(succession, old_year);
	return renew_assessment(succession);
}

/* Last year's again if it can be, else the one of the year. */
static void choose_scheme(struct succession *succession)
{
	const struct assessment *last = succession->last;

	succession->assessed = arena_printf(succession->arena, "%d",
		atoi(succession->wish->year) - 1);
	if (last && scheme_is_for(last->scheme, succession->assessed))
		succession->scheme = last->scheme;
	else if (!failed(succession))
		succession->scheme = schemes_choose(&succession->schemes, succession->assessed);
}

/* NULL after a problem. */
static xmlNode *find_assessment(const struct succession *succession)
{
	xmlNode *assessment = assessment_find(succession->doc, "assessment");

	if (!assessment)
		problem_report(succession->problems, PROBLEM_ASSESSMENT_MISSING,
			source_place(succession->root), "");
	return assessment;
}

static void make(struct succession *succession)
{
	const char *year = source_attribute(succession->arena, succession->root, "year");
	xmlNode *assessment;

	if (succession->wish->last && !is_report(succession))
		return;
	if (!(assessment = find_assessment(succession)))
		return;
	year = numeral_ascii_digits(succession->arena, year ? year : "");
	check_years(succession, year);
	if (succession->wish->last)
		read_last(succession, assessment);
	choose_scheme(succession);
	if (failed(succession))
		return;
	if (succession->last)
		assessment = renew(succession, year);
	carry_periods(succession->arena, succession->doc, succession->years);
	set(succession->root, "year", succession->wish->year);
	fill_assessment(succession, assessment);
}

bool successor_make(struct arena *arena, const struct successor *wish, struct bytes *bytes,
	struct problems *problems)
{
	struct succession succession = { .arena = arena, .wish = wish, .problems = problems,
		.schemes = { arena, wish->resources, wish->last, problems } };
	const char *path = wish->last ? wish->last
		: kind_find_empty(arena, wish->resources->root, problems);

	if (!path)
		return false;
	succession.doc = source_read(arena, path, (struct place){ path, 0 }, problems);
	if (!succession.doc)
		return false;
	succession.root = xmlDocGetRootElement(succession.doc);
	make(&succession);
	if (!failed(&succession))
		source_write(succession.doc, bytes);
	return !failed(&succession);
}
