#include "layout/line.h"

enum { DEFAULT_TAB = 36000 };		/* 1.27 cm, Word's */

static bool is_tab(const struct cluster *cluster)
{
	return cluster->kind == CLUSTER_TAB || cluster->kind == CLUSTER_LEADER;
}

static bool ends_segment(const struct cluster *cluster)
{
	return is_tab(cluster) || cluster->kind == CLUSTER_BREAK;
}

/* Width of the clusters from first on to the next tab, break or end. */
static length segment_width(const struct text *text, int first)
{
	length width = 0;

	for (int i = first; i < text->clusters.n && !ends_segment(&text->clusters.at[i]); i++)
		width += text->clusters.at[i].advance;
	return width;
}

static struct tab_stop choose_stop(const struct paragraph *paragraph, length x, bool leader)
{
	const struct tab_stops *stops = &paragraph->style->tab_stops;

	for (int i = 0; i < stops->n; i++)
		if (stops->at[i].at > x)
			return stops->at[i];
	if (leader)
		return (struct tab_stop){ paragraph->edge, ALIGN_RIGHT };
	return (struct tab_stop){ (x / DEFAULT_TAB + 1) * DEFAULT_TAB, ALIGN_LEFT };
}

/* The advance of the tab at x, so that what follows stands at its stop; at least its space. */
static length tab_advance(const struct text *text, const struct paragraph *paragraph, int tab,
	length x)
{
	const struct cluster *cluster = &text->clusters.at[tab];
	struct tab_stop stop = choose_stop(paragraph, x, cluster->kind == CLUSTER_LEADER);
	length width = stop.align == ALIGN_LEFT ? 0 : segment_width(text, tab + 1);
	length advance = stop.at - x - (stop.align == ALIGN_CENTER ? width / 2 : width);
	length space = units_scale(paragraph->style->size, 1, 8);

	return advance > space ? advance : space;
}

/* Where the filling of one line stands. */
struct filling {
	struct text *text;
	const struct paragraph *paragraph;
	int first, at;			/* clusters */
	length x, ink;			/* the end of all; of all but the spaces at the end */
	length end;			/* where the line must end: beyond a tab the edge */
	int chance;			/* the last break opportunity, 0 for none */
};

static void take(struct filling *filling)
{
	struct cluster *cluster = &filling->text->clusters.at[filling->at];

	if (cluster->before == BREAK_MAY && filling->at > filling->first)
		filling->chance = filling->at;
	if (is_tab(cluster)) {
		cluster->advance = tab_advance(filling->text, filling->paragraph, filling->at,
			filling->x);
		filling->end = filling->paragraph->edge;
	}
	filling->x += cluster->advance;
	if (cluster->kind != CLUSTER_SPACE)
		filling->ink = filling->x;
}

/* The cluster after the line's last. */
static int find_end(struct filling *filling)
{
	const struct clusters *clusters = &filling->text->clusters;

	for (; filling->at < clusters->n; filling->at++) {
		if (filling->at > filling->first
				&& clusters->at[filling->at - 1].kind == CLUSTER_BREAK)
			return filling->at;
		take(filling);
		if (filling->ink > filling->end && filling->at > filling->first)
			return filling->chance ? filling->chance : filling->at;
	}
	return filling->at;
}

static length ink_width(const struct text *text, int first, int n, int *spaces)
{
	length width = 0;

	*spaces = 0;
	while (n && (text->clusters.at[first + n - 1].kind == CLUSTER_SPACE
			|| text->clusters.at[first + n - 1].kind == CLUSTER_BREAK))
		n--;
	for (int i = first; i < first + n; i++) {
		width += text->clusters.at[i].advance;
		*spaces += text->clusters.at[i].kind == CLUSTER_SPACE;
	}
	return width;
}

static bool has_tab(const struct text *text, const struct line *line)
{
	for (int i = line->first; i < line->first + line->n; i++)
		if (is_tab(&text->clusters.at[i]))
			return true;
	return false;
}

/* The last line, and one that ends with br, stays ragged. */
static bool is_last(const struct text *text, const struct line *line)
{
	int end = line->first + line->n;

	return end == text->clusters.n || text->clusters.at[end - 1].kind == CLUSTER_BREAK;
}

/* Gaps between two Thai clusters of the line's ink. */
static int count_gaps(const struct text *text, const struct line *line)
{
	int n = 0;

	for (int i = line->first + 1; i < line->first + line->n; i++)
		n += text->clusters.at[i].kind == CLUSTER_THAI
			&& text->clusters.at[i - 1].kind == CLUSTER_THAI;
	return n;
}

/* The first space's own width; 0 if the line has none. */
static length space_width(const struct text *text, const struct line *line)
{
	for (int i = line->first; i < line->first + line->n; i++)
		if (text->clusters.at[i].kind == CLUSTER_SPACE)
			return text->clusters.at[i].advance;
	return 0;
}

/*
 * Thai: spaces grow to 0.7 em, then gaps between clusters open to 0.05 em: any
 * wider and readers of the PDF take them for spaces.  What is left stays free.
 */
static void stretch(const struct text *text, const struct style *style, struct line *line,
	length room, int spaces)
{
	bool thai = style->align == ALIGN_THAI;
	length em = text->runs.at[text->clusters.at[line->first].run].size;
	length space_most = thai ? units_scale(em, 7, 10) - space_width(text, line) : room;
	length gap_most = em / 20;
	int gaps = count_gaps(text, line);

	if (spaces && space_most > 0)
		line->space_stretch = room / spaces < space_most ? room / spaces : space_most;
	room -= line->space_stretch * spaces;
	if (thai && gaps)
		line->gap_stretch = room / gaps < gap_most ? room / gaps : gap_most;
}

static void align(const struct text *text, const struct paragraph *paragraph, struct line *line)
{
	const struct style *style = paragraph->style;
	int spaces;
	length room = paragraph->right - line->x - ink_width(text, line->first, line->n, &spaces);

	if (has_tab(text, line) || room <= 0)
		return;
	if (style->align == ALIGN_CENTER)
		line->x += room / 2;
	else if (style->align == ALIGN_RIGHT)
		line->x += room;
	else if (style->align != ALIGN_LEFT && !is_last(text, line))
		stretch(text, style, line, room, spaces);
}

static void report_overfull(const struct text *text, const struct paragraph *paragraph,
	const struct line *line, struct problems *problems)
{
	int spaces, end = line->first + line->n;
	length over = line->x + ink_width(text, line->first, line->n, &spaces) - paragraph->edge;
	int byte = text->clusters.at[line->first].byte;

	if (over > 0 && !has_tab(text, line))
		problem_report(problems, PROBLEM_LINE_OVERFULL, paragraph->place,
			arena_copy(problems->arena, text->utf8 + byte,
				(size_t)(text->clusters.at[end].byte - byte)),
			arena_printf(problems->arena, "%d.%d", over / 1000, over % 1000 / 100));
}

struct lines lines_fill(struct arena *arena, struct text *text, const struct paragraph *paragraph,
	struct problems *problems)
{
	struct lines lines = { 0 };
	int at = 0;

	do {
		struct line *line = list_add(arena, &lines);
		length x = at ? paragraph->left : paragraph->first;
		struct filling filling = { text, paragraph, at, at, x, x, paragraph->right, 0 };

		line->first = at;
		line->n = find_end(&filling) - at;
		line->x = x;
		at += line->n;
		report_overfull(text, paragraph, line, problems);
		align(text, paragraph, line);
	} while (at < text->clusters.n);
	return lines;
}
