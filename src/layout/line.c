#include "layout/line.h"

enum {
	/*
	 * In 1/100 em, how wide Thai-distributed lines make a space, and open a gap between
	 * clusters: any wider and readers of the PDF take a gap for a space, a space for a
	 * line's end.
	 */
	SPACE_MOST = 70, GAP_MOST = 5,
};

static bool ends_segment(const struct cluster *cluster)
{
	return line_is_tab(cluster) || cluster->kind == CLUSTER_BREAK;
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
	return (struct tab_stop){ (x / LINE_TAB + 1) * LINE_TAB, ALIGN_LEFT };
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
	int first, at, stop;		/* clusters; stop: behind the last */
	length x, ink;			/* the end of all; of all but the spaces at the end */
	length end;			/* where the line must end: beyond a tab the edge */
	int chance;			/* the last break opportunity, 0 for none */
};

static void take(struct filling *filling)
{
	struct cluster *cluster = &filling->text->clusters.at[filling->at];

	if (cluster->before == BREAK_MAY && filling->at > filling->first)
		filling->chance = filling->at;
	if (line_is_tab(cluster)) {
		cluster->advance = tab_advance(filling->text, filling->paragraph, filling->at,
			filling->x);
		filling->end = filling->paragraph->edge;
	}
	if (cluster->kind != CLUSTER_HYPHEN)
		filling->x += cluster->advance;
	if (cluster->kind != CLUSTER_SPACE)
		filling->ink = filling->x;
}

/* The cluster after the line's last. */
static int find_end(struct filling *filling)
{
	for (; filling->at < filling->stop; filling->at++) {
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
		if (text->clusters.at[i].kind != CLUSTER_HYPHEN || i == first + n - 1)
			width += text->clusters.at[i].advance;
		*spaces += text->clusters.at[i].kind == CLUSTER_SPACE;
	}
	return width;
}

static bool has_tab(const struct text *text, const struct line *line)
{
	for (int i = line->first; i < line->first + line->n; i++)
		if (line_is_tab(&text->clusters.at[i]))
			return true;
	return false;
}

/* The last line, and one that ends with br, stays ragged. */
static bool is_last(const struct text *text, const struct line *line)
{
	int end = line->first + line->n;

	return end == text->clusters.n || text->clusters.at[end - 1].kind == CLUSTER_BREAK;
}

/* Before cluster i, between two Thai ones. */
static bool is_gap(const struct text *text, int i)
{
	return i > 0 && text->clusters.at[i].kind == CLUSTER_THAI
		&& text->clusters.at[i - 1].kind == CLUSTER_THAI;
}

/* Those of the line. */
static int count_gaps(const struct text *text, const struct line *line)
{
	int n = 0;

	for (int i = line->first + 1; i < line->first + line->n; i++)
		n += is_gap(text, i);
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

/* Thai: the spaces first, then the gaps between clusters.  What is left stays free. */
static void stretch(const struct text *text, const struct style *style, struct line *line,
	length room, int spaces)
{
	bool thai = style->align == ALIGN_THAI;
	length em = text_run(text, line->first)->size;
	length space_most = thai ? units_scale(em, SPACE_MOST, 100) - space_width(text, line)
		: room;
	length gap_most = units_scale(em, GAP_MOST, 100);
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

/* What one line may give: how far its spaces and gaps open. */
struct stretchable {
	length space, gap;		/* most that each takes */
};

static struct stretchable stretchable_of(const struct text *text, const struct style *style)
{
	struct stretchable most = { 0, 0 };
	length em = text->runs.n ? text->runs.at[0].size : style->size;

	if (style->align == ALIGN_THAI)	/* a space is about a quarter of an em already */
		return (struct stretchable){ units_scale(em, SPACE_MOST - 25, 100),
			units_scale(em, GAP_MOST, 100) };
	if (style->align == ALIGN_JUSTIFY)
		most.space = em / 2;
	return most;
}

/*
 * Where a line may begin, with the sums of all clusters before: a line's
 * figures are the differences of two chances.
 */
struct chance {
	int at;				/* cluster */
	int64_t start, end;		/* width up to it; to the ink of a line that ends there */
	int start_spaces, end_spaces, start_gaps, end_gaps;
	bool emergency;			/* inside a word that is wider than the line */
	int from, lines;		/* the best way here: the chance before, and its lines */
	int64_t demerits;
};

struct chances LIST(struct chance);

/* The sums so far; ink is as they were behind the last cluster that is no space. */
struct sums {
	int64_t width, ink;
	int spaces, ink_spaces, gaps, ink_gaps;
};

static void add_cluster(struct sums *sums, const struct text *text, int i)
{
	const struct cluster *cluster = &text->clusters.at[i];
	bool space = cluster->kind == CLUSTER_SPACE;

	if (cluster->kind == CLUSTER_HYPHEN)	/* seen only where a line ends: add_chance() */
		return;
	sums->width += cluster->advance;
	sums->spaces += space;
	if (space || cluster->kind == CLUSTER_BREAK)
		return;
	sums->ink = sums->width;
	sums->ink_spaces = sums->spaces;
	sums->ink_gaps = sums->gaps;
}

static void add_chance(struct arena *arena, struct chances *chances, const struct text *text,
	const struct sums *sums, int at)
{
	length hyphen = at > 0 && text->clusters.at[at - 1].kind == CLUSTER_HYPHEN
		? text->clusters.at[at - 1].advance : 0;

	*list_add(arena, chances) = (struct chance){ .at = at, .start = sums->width,
		.end = sums->ink + hyphen,
		.start_spaces = sums->spaces, .end_spaces = sums->ink_spaces,
		.start_gaps = sums->gaps, .end_gaps = sums->ink_gaps };
}

/* A word wider than the line may end anywhere: its clusters become chances, which cost. */
static void add_emergencies(struct arena *arena, struct chances *chances, const struct text *text,
	const struct sums *before, int end)
{
	struct sums sums = *before;

	for (int i = chances->at[chances->n - 1].at; i < end; i++) {
		sums.gaps += is_gap(text, i);
		if (i > chances->at[chances->n - 1].at) {
			add_chance(arena, chances, text, &sums, i);
			chances->at[chances->n - 1].emergency = true;
		}
		add_cluster(&sums, text, i);
	}
}

/* All chances of the clusters from first up to end; the last one is the end itself. */
static struct chances find_chances(struct arena *arena, const struct text *text, int first,
	int end, length narrowest)
{
	struct chances chances = { 0 };
	struct sums sums = { 0 };
	struct sums word = { 0 };	/* at the last chance, its gap not yet counted */

	add_chance(arena, &chances, text, &sums, first);
	add_cluster(&sums, text, first);
	for (int i = first + 1; i <= end; i++) {
		bool may = i == end || text->clusters.at[i].before == BREAK_MAY;

		if (may && sums.ink - word.width > narrowest)
			add_emergencies(arena, &chances, text, &word, i);
		if (may)
			word = sums;
		sums.gaps += i < end && is_gap(text, i);
		if (may)
			add_chance(arena, &chances, text, &sums, i);
		if (i < end)
			add_cluster(&sums, text, i);
	}
	return chances;
}

/* Figures of the line between two chances. */
struct trial {
	int64_t slack, capacity;	/* room left; how much of it spaces and gaps take */
	bool last;
};

/* How bad a line looks, 0 for perfect; 1,000 where it is stretched as far as may be. */
static int64_t badness(const struct trial *trial, length measure)
{
	int64_t lonely = measure / 5, width = measure - trial->slack, ratio;

	if (trial->slack < 0)
		return 1000000;
	if (trial->last)
		return width < lonely ? 3000 * (lonely - width) / lonely : 0;
	ratio = trial->capacity ? trial->slack * 1000 / trial->capacity : 10000;
	if (ratio > 10000)
		ratio = 10000;
	return ratio * ratio / 1000 * ratio / 1000;
}

enum { EMERGENCY = 1000, WINDOW = 4096 };	/* no line has that many chances */

static int64_t demerits_of(const struct chance *from, const struct chance *to,
	const struct stretchable *most, length measure, bool last)
{
	struct trial trial = { measure - (to->end - from->start),
		(int64_t)(to->end_spaces - from->start_spaces) * most->space
		+ (int64_t)(to->end_gaps - from->start_gaps) * most->gap, last };
	int64_t bad;

	if (!most->space)	/* ragged: as if a third of the line could stretch */
		trial.capacity = measure / 3;
	bad = 10 + badness(&trial, measure) + (to->emergency ? EMERGENCY : 0);
	return bad * bad;
}

/* Fewest lines first, then the least demerits (Knuth and Plass, 1981, without shrinking). */
static bool is_better(int lines, int64_t demerits, const struct chance *here)
{
	return !here->lines || lines < here->lines
		|| (lines == here->lines && demerits < here->demerits);
}

/* The line's demerits. */
static int64_t try_line(struct chances *chances, int from, int to, const struct stretchable *most,
	length measure)
{
	const struct chance *before = &chances->at[from];
	struct chance *here = &chances->at[to];
	int lines = before->lines + 1;
	int64_t demerits = demerits_of(before, here, most, measure, to == chances->n - 1);

	if (is_better(lines, before->demerits + demerits, here)) {
		here->from = from;
		here->lines = lines;
		here->demerits = before->demerits + demerits;
	}
	return demerits;
}

/* Does the line fit, or is it all there is, and can it win with the least that it costs? */
static bool is_worth_trying(const struct chances *chances, int from, int to, length measure,
	int64_t least)
{
	const struct chance *before = &chances->at[from], *here = &chances->at[to];

	return is_better(before->lines + 1, before->demerits + least, here)
		&& (here->end - before->start <= measure || from == to - 1);
}

/* The best way to each chance; line measures: the first, and all others. */
static void find_ways(struct chances *chances, const struct stretchable *most, length first,
	length measure)
{
	int low = 1;

	for (int to = 1; to < chances->n; to++) {
		const struct chance *here = &chances->at[to];
		int64_t least = 0;	/* of a line tried: shorter ones cost no less */

		if (is_worth_trying(chances, 0, to, first, least))
			try_line(chances, 0, to, most, first);
		while (low < to - 1 && (here->end - chances->at[low].start > measure
				|| to - low > WINDOW))
			low++;
		for (int from = low; from < to; from++)
			if (is_worth_trying(chances, from, to, measure, least))
				least = try_line(chances, from, to, most, measure);
	}
}

static struct line *add_line(struct arena *arena, struct lines *lines,
	const struct paragraph *paragraph)
{
	struct line *line = list_add(arena, lines);

	line->x = lines->n == 1 ? paragraph->first : paragraph->left;
	return line;
}

/* The clusters up to a br, with it, or to the text's end. */
struct segment {
	int first, end;
	bool tabs;			/* there is a tab in it */
};

/* Its lines are all weighed together. */
static void fill_optimum(struct arena *arena, struct lines *lines, const struct text *text,
	const struct paragraph *paragraph, struct segment segment)
{
	length measure = paragraph->right - paragraph->left;
	length first_measure = lines->n ? measure : paragraph->right - paragraph->first;
	struct stretchable most = stretchable_of(text, paragraph->style);
	struct chances chances = find_chances(arena, text, segment.first, segment.end,
		measure < first_measure ? measure : first_measure);
	int at = chances.n - 1, n;

	find_ways(&chances, &most, first_measure, measure);
	n = chances.at[at].lines;
	for (int i = 0; i < n; i++)
		add_line(arena, lines, paragraph);
	for (int i = lines->n - 1; n > 0; n--, i--) {
		int from = chances.at[at].from;

		lines->at[i].first = chances.at[from].at;
		lines->at[i].n = chances.at[at].at - chances.at[from].at;
		at = from;
	}
}

/* Line by line: a tab's width depends on where its line begins. */
static void fill_first_fit(struct arena *arena, struct lines *lines, struct text *text,
	const struct paragraph *paragraph, struct segment segment)
{
	for (int at = segment.first; at < segment.end;) {
		struct line *line = add_line(arena, lines, paragraph);
		struct filling filling = { text, paragraph, at, at, segment.end, line->x, line->x,
			paragraph->right, 0 };

		line->first = at;
		line->n = find_end(&filling) - at;
		at += line->n;
	}
}

static struct segment find_segment(const struct text *text, int first)
{
	struct segment segment = { first, first, false };
	int *end = &segment.end;

	while (*end < text->clusters.n && text->clusters.at[*end].kind != CLUSTER_BREAK)
		segment.tabs |= line_is_tab(&text->clusters.at[(*end)++]);
	*end += *end < text->clusters.n;
	return segment;
}

struct lines lines_fill(struct arena *arena, struct text *text, const struct paragraph *paragraph,
	struct problems *problems)
{
	struct lines lines = { 0 };

	for (int at = 0; at < text->clusters.n;) {
		struct segment segment = find_segment(text, at);

		if (segment.tabs)
			fill_first_fit(arena, &lines, text, paragraph, segment);
		else
			fill_optimum(arena, &lines, text, paragraph, segment);
		at = segment.end;
	}
	if (!lines.n)
		add_line(arena, &lines, paragraph);
	for (int i = 0; i < lines.n; i++) {
		report_overfull(text, paragraph, &lines.at[i], problems);
		align(text, paragraph, &lines.at[i]);
	}
	return lines;
}
