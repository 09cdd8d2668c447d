#include "layout/flow.h"
#include "layout/line.h"
#include "layout/measure.h"

#include <string.h>

/* The spans of a link, from first to, not with, end, and all their text. */
struct linked { int first, end; const char *text; };

/* A paragraph on its way to strips. */
struct setting {
	struct flow *flow;
	struct place_in *in;
	const struct style *style;
	struct spans spans;		/* with page numbers and label filled in */
	int *elements;			/* by span */
	struct strips *notes;		/* by span, until the line in which it stands takes them */
	int element, link;		/* the paragraph's own; the last Link in it */
	struct linked linked;		/* the last link of which a line has something */
	struct text *text;
	length ascent;			/* from a line's top to its baseline */
	struct marks others;		/* of the line at hand; they come behind its text */
};

static const char *span_text(struct flow *flow, const struct span *span)
{
	const char *label;

	switch (span->kind) {
	case SPAN_PAGE_NUMBER:
		return flow->page_label ? flow->page_label : "";
	case SPAN_PAGE_COUNT:
		flow->asked = true;
		return flow->page_count ? flow->page_count : "";
	case SPAN_PAGE_REF:
		label = flow_known_label(flow, span->target + 1);
		return label ? label : "";
	default:
		return span->text;
	}
}

/* The number, a link to the note. */
static void fill_note(struct flow *flow, struct span *span)
{
	flow->all_notes++;
	span->kind = SPAN_TEXT;
	span->text = numeral_text(flow->arena, ++flow->notes, flow->numerals);
	span->target = arena_printf(flow->arena, "#~note%d", flow->all_notes);
}

/* Text instead of page numbers, which only the flow knows. */
static void fill_in(struct setting *setting, const struct span *span)
{
	struct span *filled;

	if (span->note && setting->flow->artifact)
		return;		/* running heads and repeated ones have no notes */
	filled = list_add(setting->flow->passing, &setting->spans);
	*filled = *span;
	filled->text = span_text(setting->flow, span);
	if (span->kind == SPAN_PAGE_NUMBER || span->kind == SPAN_PAGE_COUNT
			|| span->kind == SPAN_PAGE_REF)
		filled->kind = SPAN_TEXT;
	if (span->note)
		fill_note(setting->flow, filled);
}

static struct span label_span(const struct block *block, const char *text)
{
	return (struct span){ .kind = SPAN_TEXT, .text = text, .place = block->place,
		.style = block->label_style ? block->label_style : block->style };
}

static bool is_plain(const struct spans *spans)
{
	for (int i = 0; i < spans->n; i++)
		if (spans->at[i].note || spans->at[i].kind > SPAN_LEADER)
			return false;
	return true;
}

/* The paragraph's own, behind the label that runs in, if there is one. */
static void fill_spans(struct setting *setting, const struct block *block, const char *label)
{
	struct flow *flow = setting->flow;
	struct span span;

	if (!label && is_plain(&block->spans)) {
		setting->spans = block->spans;
		return;
	}
	list_reserve(flow->passing, &setting->spans, block->spans.n + 1);
	if (label) {
		span = label_span(block, arena_printf(flow->arena, "%s ", label));
		fill_in(setting, &span);
	}
	for (int i = 0; i < block->spans.n; i++)
		fill_in(setting, &block->spans.at[i]);
}

static enum tag paragraph_tag(const struct block *block)
{
	static const enum tag tags[] = {
		[ROLE_TEXT] = TAG_P, [ROLE_HEADING] = TAG_H1, [ROLE_TABLE_CAPTION] = TAG_CAPTION,
		[ROLE_FIGURE_CAPTION] = TAG_CAPTION, [ROLE_NOTE] = TAG_NOTE,
		[ROLE_ENTRY] = TAG_REFERENCE,
	};

	return block->level ? (enum tag)(TAG_H1 + block->depth - 1) : tags[block->role];
}

static bool same_link(const struct span *span, const struct span *before)
{
	return before && span->target == before->target && !span->note && !before->note;
}

/* The element around the spans of one link; before: the span before, or NULL. */
static int link_element(struct setting *setting, const struct span *span,
	const struct span *before, int parent)
{
	if (!same_link(span, before))
		setting->link = flow_element(setting->flow, TAG_LINK, parent);
	return setting->link;
}

/* The span's own element where it is a link, an abbreviation or another language. */
static int span_element(struct setting *setting, const struct span *span,
	const struct span *before)
{
	struct flow *flow = setting->flow;
	int element = setting->element;

	if (flow->artifact)
		return element;
	if (span->note)
		element = flow_element(flow, TAG_REFERENCE, element);
	if (span->target)
		element = link_element(setting, span, before, element);
	if (span->lang || span->expansion) {
		element = flow_element(flow, TAG_SPAN, element);
		*element_detail(flow->arena, &flow->pages->elements.at[element]) =
			(struct detail){ .lang = span->lang, .expansion = span->expansion };
	}
	return element;
}

/* The element of the span before is the span's too. */
static bool continues(const struct span *span, const struct span *before)
{
	/* same_link() asks for before.  NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
	return same_link(span, before) && span->lang == before->lang && !span->expansion
		&& !before->expansion;
}

/* The note stands beside its reference in the structure. */
static void flow_note(struct setting *setting, int i)
{
	struct flow *flow = setting->flow;
	const struct span *span = &setting->spans.at[i];
	struct place_in in = { &setting->notes[i], 0, flow->note_width, setting->element, 0 };
	struct block note = *span->note;

	note.id = span->target + 1;
	flow_paragraph(flow, &in, &note, (struct label){ span->text, note.style->label_inside,
		note.style->left + note.style->indent, LABEL_IN_TEXT });
}

static bool has_notes(const struct spans *spans)
{
	for (int i = 0; i < spans->n; i++)
		if (spans->at[i].note)
			return true;
	return false;
}

/* The first span is the label, if label_element is not LABEL_IN_TEXT: an element of its own. */
static void find_elements(struct setting *setting, int label_spans, int label_element)
{
	size_t n = (size_t)setting->spans.n + 1;

	setting->elements = arena_alloc(setting->flow->passing, n * sizeof *setting->elements);
	if (has_notes(&setting->spans))
		setting->notes = arena_alloc(setting->flow->passing, n * sizeof *setting->notes);
	for (int i = 0; i < setting->spans.n; i++) {
		const struct span *span = &setting->spans.at[i];
		const struct span *before = i > label_spans ? span - 1 : NULL;

		if (i < label_spans)
			setting->elements[i] = label_element == LABEL_IN_TEXT ? setting->element
				: label_element;
		else if (continues(span, before))
			setting->elements[i] = setting->elements[i - 1];
		else
			setting->elements[i] = span_element(setting, span, before);
		if (span->note)
			flow_note(setting, i);
	}
}

static length advance_of(const struct text *text, const struct mark *mark)
{
	length width = 0;

	for (int i = mark->first; i < mark->first + mark->n; i++) {
		const struct cluster *cluster = &text->clusters.at[i];
		bool gap = cluster->kind == CLUSTER_THAI && i + 1 < text->clusters.n
			&& text->clusters.at[i + 1].kind == CLUSTER_THAI;

		width += cluster->advance + (gap ? mark->gap_stretch : 0)
			+ (cluster->kind == CLUSTER_SPACE ? mark->space_stretch : 0);
	}
	return width;
}

static void add_underline(struct setting *setting, const struct mark *mark, const struct run *run)
{
	struct mark *line = list_add(setting->flow->passing, &setting->others);
	length thickness = run_length(run, run->font->underline_thickness);

	line->kind = MARK_FILL;
	line->element = ARTIFACT_LAYOUT;
	line->colour = run->style->colour;
	line->box = (struct rect){ mark->box.x,
		mark->box.y - run_length(run, run->font->underline_position),
		mark->box.width, thickness };
}

/* The link of the line's last text, if this text is of the same. */
static struct mark *find_link(struct setting *setting, const struct span *span, length x)
{
	for (int i = setting->others.n - 1; i >= 0; i--) {
		struct mark *other = &setting->others.at[i];

		if (other->kind == MARK_LINK)
			return other->target == span->target && other->box.x + other->box.width == x
				? other : NULL;
	}
	return NULL;
}

static struct linked find_linked(const struct setting *setting, int span)
{
	const struct span *spans = setting->spans.at;
	struct linked linked = { span, span + 1, NULL };

	while (linked.first && same_link(&spans[linked.first], &spans[linked.first - 1]))
		linked.first--;
	while (linked.end < setting->spans.n
			&& same_link(&spans[linked.end], &spans[linked.end - 1]))
		linked.end++;
	return linked;
}

/* All text of the link, once for all its lines; a tab in it is a space. */
static const char *link_text(struct setting *setting, int span)
{
	struct linked *linked = &setting->linked;
	struct bytes text = { .arena = setting->flow->arena };

	if (linked->first <= span && span < linked->end)
		return linked->text;
	*linked = find_linked(setting, span);
	for (int i = linked->first; i < linked->end; i++)
		bytes_text(&text, setting->spans.at[i].text ? setting->spans.at[i].text : " ");
	linked->text = text.at;
	return linked->text;
}

/* One area for all neighbouring text of a line that leads to the same place. */
static void add_link(struct setting *setting, length height, const struct mark *mark,
	const struct span *span)
{
	struct mark *link = find_link(setting, span, mark->box.x);

	if (link) {
		link->box.width += mark->box.width;
		return;
	}
	link = list_add(setting->flow->passing, &setting->others);
	link->kind = MARK_LINK;
	link->element = mark->element;
	link->target = span->target;
	link->alt = link_text(setting, (int)(span - setting->spans.at));
	link->box = (struct rect){ mark->box.x, 0, mark->box.width, height };
}

static void add_dots(struct setting *setting, const struct mark *mark)
{
	struct mark *dots = list_add(setting->flow->passing, &setting->others);
	length em = text_run(mark->text, mark->first)->size;

	dots->kind = MARK_DOTS;
	dots->element = ARTIFACT_LAYOUT;
	dots->colour = mark->colour;
	dots->box = (struct rect){ mark->box.x + em / 4, mark->box.y, mark->box.width - em / 2,
		em / 3 };
}

static bool stands_alone(const struct cluster *cluster)
{
	return line_is_tab(cluster) || cluster->kind == CLUSTER_HYPHEN;
}

/* Clusters of one run that nothing parts: a tab's space stands alone, and a soft hyphen. */
static int mark_end(const struct text *text, int first, int end)
{
	const struct cluster *clusters = text->clusters.at;
	const struct run *run = text_run(text, first);
	int i = first + 1;

	if (end > run->first + run->n)
		end = run->first + run->n;
	while (i < end && !stands_alone(&clusters[i]) && !stands_alone(&clusters[first]))
		i++;
	return i;
}

/* A soft hyphen inside a line is not shown (UAX #14, 5.4). */
static bool is_hidden(const struct text *text, int i, int end)
{
	return text->clusters.at[i].kind == CLUSTER_HYPHEN
		&& (i < end - 1 || end == text->clusters.n);
}

static void take_notes(struct setting *setting, struct strip *strip, int span)
{
	struct strips *notes = setting->notes ? &setting->notes[span] : NULL;

	for (int i = 0; notes && i < notes->n; i++)
		*list_add(setting->flow->passing, &strip->notes) = notes->at[i];
	if (notes)
		notes->n = 0;
}

static void add_text(struct setting *setting, struct strip *strip, const struct line *line,
	struct mark *mark)
{
	const struct cluster *cluster = &setting->text->clusters.at[mark->first];
	const struct run *run = text_run(setting->text, mark->first);
	const struct span *span = &setting->spans.at[run->span];

	mark->kind = MARK_TEXT;
	mark->element = setting->elements[run->span];
	mark->colour = run->style->colour;
	mark->text = setting->text;
	mark->space_stretch = line->space_stretch;
	mark->gap_stretch = line->gap_stretch;
	mark->box.width = advance_of(setting->text, mark);
	*list_add(setting->flow->passing, &strip->marks) = *mark;
	if (cluster->kind == CLUSTER_LEADER)
		add_dots(setting, mark);
	if (run->style->underline)
		add_underline(setting, mark, run);
	/* A run has a span.  NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
	if (span->target)
		add_link(setting, strip->height, mark, span);
	take_notes(setting, strip, run->span);
}

static void add_line(struct setting *setting, struct strip *strip, const struct line *line)
{
	length x = setting->in->x + line->x;
	int end = line->first + line->n;

	for (int i = line->first; i < end;) {
		struct mark mark = { .first = i, .n = mark_end(setting->text, i, end) - i,
			.box = { x, setting->ascent, 0, 0 } };

		if (!is_hidden(setting->text, i, end))
			add_text(setting, strip, line, &mark);
		x += mark.box.width;
		i += mark.n;
	}
	for (int i = 0; i < setting->others.n; i++)
		*list_add(setting->flow->passing, &strip->marks) = setting->others.at[i];
	setting->others.n = 0;
}

/* Lines at a paragraph's head and foot stay together: orphans and widows. */
static bool keeps(const struct style *style, int i, int n)
{
	if (i == n - 1)
		return style->keep_with_next;
	return style->keep_together || i + 1 < style->orphans || n - 1 - i < style->widows;
}

static void add_strips(struct setting *setting, const struct lines *lines, length before)
{
	list_expect(setting->flow->passing, setting->in->strips, lines->n);
	for (int i = 0; i < lines->n; i++) {
		struct strip *strip = list_add(setting->flow->passing, setting->in->strips);

		strip->kind = STRIP_LINE;
		strip->before = i ? 0 : before;
		strip->height = strip->least = setting->style->leading;
		strip->keep = keeps(setting->style, i, lines->n);
		add_line(setting, strip, &lines->at[i]);
	}
}

/* The heading's entry: nearly always the next one. */
static const struct heading *find_heading(struct flow *flow, const struct block *block)
{
	const struct headings *headings = flow->headings;

	while (headings->at[flow->next_heading % headings->n].block != block)
		flow->next_heading++;
	return &headings->at[flow->next_heading++ % headings->n];
}

static void add_anchor(struct setting *setting, struct strip *strip, const struct block *block)
{
	struct flow *flow = setting->flow;
	struct anchor *anchor;

	bool listed = contents_lists(block->role);

	if (flow->artifact || (!block->id && !listed))
		return;
	anchor = list_add(flow->passing, &strip->anchors);
	anchor->id = listed ? find_heading(flow, block)->id : block->id;
	anchor->element = setting->element;
	if (!block->level)
		return;
	anchor->label = block->label;
	anchor->title = contents_title(flow->arena, block, true);
	anchor->level = block->level;
}

/* The label beside the first line, in the margin; answers where its text ends. */
static length add_outer_label(struct setting *setting, const struct block *block,
	struct label label, struct strip *strip)
{
	struct flow *flow = setting->flow;
	struct setting outer = *setting;
	struct line line = { 0 };
	int elements[] = { label.element == LABEL_IN_TEXT ? setting->element : label.element };
	int last = strip->marks.n;

	outer.spans = (struct spans){ 0 };
	*list_add(flow->passing, &outer.spans) = label_span(block, label.text);
	outer.text = text_shape(flow->texts, flow->shaper, &outer.spans, flow->problems);
	outer.elements = elements;
	outer.notes = NULL;
	line.n = outer.text->clusters.n;
	line.x = label.x;
	add_line(&outer, strip, &line);
	return strip->marks.n == last ? line.x
		: strip->marks.at[last].box.x - setting->in->x + strip->marks.at[last].box.width;
}

/* The label's text first, so that it is read first; its underline behind all text. */
static struct marks join_marks(struct arena *arena, const struct marks *labels,
	const struct marks *line)
{
	struct marks joined = { 0 };

	if (!labels->n)
		return *line;
	for (int i = 0; i < labels->n; i++)
		if (labels->at[i].kind == MARK_TEXT)
			*list_add(arena, &joined) = labels->at[i];
	for (int i = 0; i < line->n; i++)
		*list_add(arena, &joined) = line->at[i];
	for (int i = 0; i < labels->n; i++)
		if (labels->at[i].kind != MARK_TEXT)
			*list_add(arena, &joined) = labels->at[i];
	return joined;
}

static void set_lines(struct setting *setting, const struct block *block, struct label label,
	length before)
{
	const struct style *style = setting->style;
	struct place_in *in = setting->in;
	struct strip labels = { 0 };
	struct paragraph paragraph = { .style = style, .place = block->place, .left = style->left,
		.first = style->left + style->indent, .right = in->width - style->right,
		.edge = in->width };
	struct strip *first;
	struct lines lines;
	int at = in->strips->n;

	if (label.text) {
		length end = add_outer_label(setting, block, label, &labels) + style->size / 8;
		paragraph.first = end > style->left ? end : style->left;
	}
	lines = lines_fill(setting->flow->scratch, setting->text, &paragraph,
		setting->flow->problems);
	add_strips(setting, &lines, before);
	arena_clear(setting->flow->scratch);
	first = &in->strips->at[at];
	first->marks = join_marks(setting->flow->passing, &labels.marks, &first->marks);
	add_anchor(setting, first, block);
}

length flow_baseline(struct flow *flow, const struct style *style)
{
	struct text_metrics metrics = text_metrics(flow->shaper, style, flow->problems);

	return (style->leading - metrics.ascent - metrics.descent) / 2 + metrics.ascent;
}

static void add_page_break(struct flow *flow, struct place_in *in)
{
	list_add(flow->passing, in->strips)->kind = STRIP_PAGE_BREAK;
}

void flow_paragraph(struct flow *flow, struct place_in *in, const struct block *block,
	struct label label)
{
	const struct style *style = block->style;
	struct setting setting = { .flow = flow, .in = in, .style = style };
	bool inside = label.text && label.inside;

	if (style->page_break_before)
		add_page_break(flow, in);
	fill_spans(&setting, block, inside ? label.text : NULL);
	if (inside)
		label.text = NULL;
	setting.element = flow_element(flow, paragraph_tag(block), in->element);
	if (block->role == ROLE_NOTE)
		label.element = flow_element(flow, TAG_LBL, setting.element);
	find_elements(&setting, inside, label.element);
	setting.ascent = flow_baseline(flow, style);
	setting.text = measure_shape(flow, block, &setting.spans);
	set_lines(&setting, block, label, in->after > style->before ? in->after : style->before);
	in->after = style->after;
}
