#include "page/page.h"

#include <stdlib.h>
#include <string.h>

static const char *const tag_names[] = {
	"Document", "Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "TOC", "TOCI",
	"Table", "THead", "TBody", "TR", "TH", "TD", "Span", "Link", "Reference",
	"Note", "Caption", "BlockQuote", "Figure",
};

static void dump_length(struct bytes *out, const char *name, length value)
{
	bytes_printf(out, " %s%s%d.%03d", name, value < 0 ? "-" : "", abs(value) / 1000,
		abs(value) % 1000);
}

const char *tag_name(enum tag tag)
{
	return tag_names[tag];
}

/* In quotes; what would end the line or the quotes is escaped. */
static void dump_text(struct bytes *out, const char *from, size_t n)
{
	bytes_text(out, " \"");
	for (size_t i = 0; i < n; i++) {
		unsigned char byte = (unsigned char)from[i];

		if (byte < ' ')
			bytes_printf(out, "\\x%02x", byte);
		else
			bytes_printf(out, byte == '"' || byte == '\\' ? "\\%c" : "%c", byte);
	}
	bytes_text(out, "\"");
}

static void dump_optional(struct bytes *out, const char *text)
{
	if (text)
		dump_text(out, text, strlen(text));
	else
		bytes_text(out, " -");
}

/* "P3" is element 3, a P. */
static void dump_element(struct bytes *out, const struct pages *pages, int element)
{
	if (element == ARTIFACT_LAYOUT)
		bytes_text(out, " layout");
	else if (element == ARTIFACT_PAGINATION)
		bytes_text(out, " pagination");
	else if (element < 0 || element >= pages->elements.n)
		bytes_printf(out, " ?%d", element);
	else
		bytes_printf(out, " %s%d", tag_name(pages->elements.at[element].tag),
			element);
}

static void dump_colour(struct bytes *out, int32_t colour)
{
	if (colour == COLOUR_NONE)
		bytes_text(out, " none");
	else
		bytes_printf(out, " #%06x", (unsigned)colour);
}

static void dump_box(struct bytes *out, const struct rect *box)
{
	dump_length(out, "", box->x);
	dump_length(out, "", box->y);
	dump_length(out, "", box->width);
	dump_length(out, "", box->height);
}

static void dump_text_mark(struct bytes *out, const struct mark *mark)
{
	const struct cluster *clusters = mark->text->clusters.at;
	const struct run *run = text_run(mark->text, mark->first);
	int from = clusters[mark->first].byte, to = clusters[mark->first + mark->n].byte;

	dump_length(out, "", mark->box.x);
	dump_length(out, "", mark->box.y);
	bytes_printf(out, " %s", run->font->name);
	dump_length(out, "", run->size);
	if (mark->colour)
		dump_colour(out, mark->colour);
	if (run->style->rise)
		dump_length(out, "rise=", run->style->rise);
	if (mark->space_stretch)
		dump_length(out, "space=", mark->space_stretch);
	if (mark->gap_stretch)
		dump_length(out, "gap=", mark->gap_stretch);
	dump_text(out, mark->text->utf8 + from, (size_t)(to - from));
}

static void dump_link(struct bytes *out, const struct mark *mark)
{
	dump_box(out, &mark->box);
	dump_optional(out, mark->target);
	dump_optional(out, mark->alt);
}

static void dump_drawing(struct bytes *out, const struct mark *mark)
{
	dump_box(out, &mark->box);
	dump_colour(out, mark->colour);
}

static void dump_stroke(struct bytes *out, const struct path *path)
{
	static const char *const caps[] = { "", " round-cap", " square-cap" };
	static const char *const joins[] = { "", " round-join", " bevel-join" };

	bytes_text(out, " stroke");
	dump_colour(out, path->stroke);
	dump_length(out, "", path->width);
	if (path->dash) {
		dump_length(out, "dash=", path->dash);
		dump_length(out, "gap=", path->gap);
	}
	bytes_printf(out, "%s%s", caps[path->cap], joins[path->join]);
	if (path->miter)
		dump_length(out, "miter=", path->miter);
}

/* As operators of PDF: "m 0.000 0.000 l 10.000 0.000 h". */
static void dump_outline(struct bytes *out, const struct path *path)
{
	bytes_text(out, path->even_odd ? " fill even-odd" : " fill");
	dump_colour(out, path->fill);
	dump_stroke(out, path);
	for (int i = 0; i < path->segments.n; i++) {
		const struct segment *segment = &path->segments.at[i];
		struct step_form form = step_form(segment->step);

		bytes_printf(out, " %s", form.name);
		for (int k = 0; k < form.points; k++) {
			dump_length(out, "", segment->at[k].x);
			dump_length(out, "", segment->at[k].y);
		}
	}
}

static bool is_figure(const struct pages *pages, int element)
{
	return element >= 0 && element < pages->elements.n
		&& pages->elements.at[element].tag == TAG_FIGURE;
}

static void dump_path(struct bytes *out, const struct mark *mark)
{
	dump_length(out, "", mark->box.x);
	dump_length(out, "", mark->box.y);
	dump_outline(out, mark->path);
}

/* The paths of an SVG in their own space: its right and bottom edge come first. */
static void dump_image(struct bytes *out, const struct mark *mark)
{
	const struct image *image = mark->image;

	dump_box(out, &mark->box);
	dump_optional(out, image->name);
	if (image->kind == IMAGE_SVG) {
		dump_length(out, "", image->space.x);
		dump_length(out, "", image->space.y);
	} else {
		bytes_printf(out, " %d x %d turn %d", image->samples.width, image->samples.height,
			image->turn);
	}
	for (int i = 0; i < image->paths.n; i++) {
		bytes_text(out, "\n    path");
		dump_outline(out, &image->paths.at[i]);
	}
}

static void dump_mark(struct bytes *out, const struct pages *pages, const struct mark *mark)
{
	static const struct {
		const char *name;
		void (*dump)(struct bytes *, const struct mark *);
	} kinds[] = {
		[MARK_TEXT] = { "text", dump_text_mark },
		[MARK_FILL] = { "fill", dump_drawing },
		[MARK_DOTS] = { "dots", dump_drawing },
		[MARK_LINK] = { "link", dump_link },
		[MARK_PATH] = { "path", dump_path },
		[MARK_IMAGE] = { "image", dump_image },
	};

	bytes_printf(out, "  %s", kinds[mark->kind].name);
	dump_element(out, pages, mark->element);
	if (mark->kind == MARK_TEXT && is_figure(pages, mark->element))
		dump_length(out, "width=", mark->box.width);
	if (mark->kind != MARK_TEXT || mark->n > 0)
		kinds[mark->kind].dump(out, mark);
	bytes_text(out, "\n");
}

static void dump_page(struct bytes *out, const struct pages *pages, int i)
{
	const struct page *page = &pages->list.at[i];

	bytes_printf(out, "page %d", i);
	dump_length(out, "", page->width);
	dump_length(out, "", page->height);
	dump_optional(out, page->label);
	bytes_text(out, "\n");
	for (int k = 0; k < page->marks.n; k++)
		dump_mark(out, pages, &page->marks.at[k]);
}

static void dump_anchor(struct bytes *out, const struct anchor *anchor)
{
	bytes_text(out, "anchor");
	dump_optional(out, anchor->id);
	bytes_printf(out, " page %d", anchor->page);
	dump_length(out, "", anchor->y);
	bytes_printf(out, " level %d", anchor->level);
	dump_optional(out, anchor->title);
	bytes_text(out, "\n");
}

struct detail *element_detail(struct arena *arena, struct element *element)
{
	if (!element->detail)
		element->detail = arena_new(arena, struct detail);
	return element->detail;
}

const struct detail *element_has(const struct element *element)
{
	static const struct detail none;

	return element->detail ? element->detail : &none;
}

static void dump_figure(struct bytes *out, const struct pages *pages, int element)
{
	const struct detail *figure = element_has(&pages->elements.at[element]);

	bytes_text(out, "figure");
	dump_element(out, pages, element);
	dump_box(out, &figure->box);
	dump_optional(out, figure->alt);
	bytes_text(out, "\n");
}

void pages_drop_texts(const struct pages *pages)
{
	if (pages->texts)
		arena_clear(pages->texts);
}

void pages_fill_images(const struct pages *pages)
{
	for (int i = 0; i < pages->list.n; i++)
		for (int k = 0; k < pages->list.at[i].marks.n; k++) {
			const struct mark *mark = &pages->list.at[i].marks.at[k];

			if (mark->kind == MARK_IMAGE && mark->image->shown_width < mark->box.width)
				mark->image->shown_width = mark->box.width;
		}
}

void pages_dump(const struct pages *pages, struct bytes *out)
{
	for (int i = 0; i < pages->list.n; i++)
		dump_page(out, pages, i);
	for (int i = 0; i < pages->anchors.n; i++)
		dump_anchor(out, &pages->anchors.at[i]);
	for (int i = 0; i < pages->elements.n; i++)
		if (is_figure(pages, i))
			dump_figure(out, pages, i);
}
