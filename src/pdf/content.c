#include "pdf/content.h"

#include <stdlib.h>

enum { NOTHING = -9 };		/* neither an element nor an artifact */

/* Places in a line count in millionths of a length: sums of widths in its size are exact. */
#define MILLION INT64_C(1000000)

/* Of a line: the TJ operators of an element, up to an offset in their bytes. */
struct part { int element; size_t end; };
struct parts LIST(struct part);

/* What the operators so far have set; a page begins with zeros (black, and no font). */
struct drawing {
	const struct contents *contents;
	const struct page *page;
	int number;			/* of the page, from 0 */
	struct bytes *out;
	struct resources *resources;
	const struct coding *coding;
	length size, spacing, dots;
	int32_t fill, stroke;
	int cap, join, miter;		/* as in struct path */
	int element;			/* whose marked content is open outside text objects */
	struct bytes texts;		/* the TJ operators of a line */
	struct parts parts;
};

/* One TJ: neighbouring texts of one look on one baseline. */
struct line {
	struct coding *coding;
	const struct run *run;
	const struct mark *mark;	/* its first */
	length baseline;
	length spacing;			/* that readers add to the width of every code */
	int64_t pen;			/* from mark->box.x, in millionths */
	bool in_string;
};

/* The numbers, then the operator. */
static void write_operator(struct drawing *drawing, const int64_t *numbers, int n, const char *name)
{
	for (int i = 0; i < n; i++) {
		bytes_thousandths(drawing->out, numbers[i]);
		bytes_text(drawing->out, " ");
	}
	bytes_text(drawing->out, name);
	bytes_text(drawing->out, "\n");
}

/* Colours in DeviceGray where they are grey, else in DeviceRGB. */
static void write_colour(struct drawing *drawing, int32_t colour, const char *gray, const char *rgb)
{
	int64_t parts[3] = { colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff };
	bool is_gray = parts[0] == parts[1] && parts[1] == parts[2];

	for (int i = 0; i < 3; i++)
		parts[i] = (parts[i] * 1000 + 127) / 255;
	write_operator(drawing, parts, is_gray ? 1 : 3, is_gray ? gray : rgb);
}

static void choose_fill(struct drawing *drawing, int32_t colour)
{
	if (drawing->fill != colour)
		write_colour(drawing, colour, "g", "rg");
	drawing->fill = colour;
}

static void choose_stroke(struct drawing *drawing, int32_t colour)
{
	if (drawing->stroke != colour)
		write_colour(drawing, colour, "G", "RG");
	drawing->stroke = colour;
}

static void begin_element(struct drawing *drawing, int element)
{
	const struct contents *contents = drawing->contents;

	bytes_text(drawing->out, "/");
	bytes_text(drawing->out, tag_name(contents->pages->elements.at[element].tag));
	bytes_text(drawing->out, " <</MCID ");
	bytes_int(drawing->out, tags_mark(contents->tags, drawing->number, element));
	bytes_text(drawing->out, ">> BDC\n");
}

/* Begins marked content of the element, or as an artifact of its kind. */
static void begin_content(struct drawing *drawing, int element)
{
	if (element == ARTIFACT_LAYOUT)
		bytes_text(drawing->out, "/Artifact <</Type/Layout>> BDC\n");
	else if (element == ARTIFACT_PAGINATION)
		bytes_text(drawing->out, "/Artifact <</Type/Pagination>> BDC\n");
	else
		begin_element(drawing, element);
}

static void end_content(struct drawing *drawing)
{
	bytes_text(drawing->out, "EMC\n");
}

/* Neighbouring marks of one element are one marked-content sequence; NOTHING ends it. */
static void choose_element(struct drawing *drawing, int element)
{
	if (drawing->element == element || !drawing->contents->tags)
		return;
	if (drawing->element != NOTHING)
		end_content(drawing);
	if (element != NOTHING)
		begin_content(drawing, element);
	drawing->element = element;
}

static void name_font(struct drawing *drawing, struct coding *coding)
{
	if (coding->page == drawing->number)
		return;
	dict_put(drawing->resources->fonts, coding->name, coding->object);
	coding->page = drawing->number;
}

static void choose_font(struct drawing *drawing, struct coding *coding, length size)
{
	if (drawing->coding == coding && drawing->size == size)
		return;
	name_font(drawing, coding);
	bytes_printf(drawing->out, "/%s ", coding->name);
	write_operator(drawing, (int64_t[]){ size }, 1, "Tf");
	drawing->coding = coding;
	drawing->size = size;
}

/* What stands behind every code, so that strings of evenly spread clusters stay whole (9.3.2). */
static void choose_spacing(struct drawing *drawing, length spacing)
{
	if (drawing->spacing != spacing)
		write_operator(drawing, (int64_t[]){ spacing }, 1, "Tc");
	drawing->spacing = spacing;
}

static void end_string(struct line *line, struct bytes *out)
{
	if (line->in_string)
		bytes_text(out, ")");
	line->in_string = false;
}

/*
 * The pen is where readers have it after the widths and whole kerns so far:
 * what one kern rounds off, the next one makes up for.
 */
static void move_pen(struct line *line, struct bytes *out, int64_t to)
{
	int64_t unit = (int64_t)line->run->size * 1000, distance = to - line->pen, kern;

	if (llabs(distance) < unit / 2)
		return;
	kern = (llabs(distance) + unit / 2) / unit * (distance < 0 ? 1 : -1);
	end_string(line, out);
	bytes_int(out, kern);
	line->pen -= kern * unit;
}

static void write_code(struct line *line, struct bytes *out, const struct shown *shown)
{
	if (!line->in_string)
		bytes_text(out, "(");
	line->in_string = true;
	bytes_add(out, shown->string, (size_t)shown->length);
	line->pen += (int64_t)shown->width * line->run->size + line->spacing * MILLION;
}

/* Its origin is at x, from the line's first mark. */
static void write_cluster(struct drawing *drawing, struct line *line, const struct text *text,
	int i, int64_t x)
{
	struct range range = codes_of(drawing->contents->codes, line->coding, text, i);

	for (int k = range.first; k < range.first + range.n; k++) {
		const struct shown *shown = &line->coding->shown.at[k];

		move_pen(line, &drawing->texts,
			x * MILLION + (int64_t)shown->x * line->run->size);
		write_code(line, &drawing->texts, shown);
	}
}

static length stretch_behind(const struct mark *mark, int i)
{
	const struct cluster *cluster = &mark->text->clusters.at[i];
	bool gap = cluster->kind == CLUSTER_THAI && i + 1 < mark->first + mark->n
		&& cluster[1].kind == CLUSTER_THAI;

	return cluster->kind == CLUSTER_SPACE ? mark->space_stretch : gap ? mark->gap_stretch : 0;
}

static void write_clusters(struct drawing *drawing, struct line *line, const struct mark *mark)
{
	int64_t x = (int64_t)mark->box.x - line->mark->box.x;

	for (int i = mark->first; i < mark->first + mark->n; i++) {
		write_cluster(drawing, line, mark->text, i, x);
		x += mark->text->clusters.at[i].advance + stretch_behind(mark, i);
	}
}

static const struct run *run_of(const struct mark *mark)
{
	return text_run(mark->text, mark->first);
}

static length baseline_of(const struct mark *mark)
{
	return mark->box.y - run_of(mark)->style->rise;
}

/* A pen that went back over its own text would tear the words apart for readers. */
static bool continues(const struct line *line, const struct mark *mark)
{
	return mark->kind == MARK_TEXT && mark->n > 0
		&& run_of(mark)->font == line->run->font && run_of(mark)->size == line->run->size
		&& baseline_of(mark) == line->baseline && mark->colour == line->mark->colour
		&& ((int64_t)mark->box.x - line->mark->box.x) * MILLION
			> line->pen - line->run->size * (MILLION / 2);
}

/* The line's TJ operators, one an element; answers the mark behind it. */
static int write_parts(struct drawing *drawing, struct line *line, int i)
{
	const struct marks *marks = &drawing->page->marks;
	struct bytes *out = &drawing->texts;

	out->n = 0;
	drawing->parts.n = 0;
	do {
		struct part *part = list_add(out->arena, &drawing->parts);

		part->element = marks->at[i].element;
		bytes_text(out, "[");
		do
			write_clusters(drawing, line, &marks->at[i++]);
		while (i < marks->n && marks->at[i].element == part->element
			&& continues(line, &marks->at[i]));
		end_string(line, out);
		bytes_text(out, "] TJ\n");
		part->end = out->n;
	} while (i < marks->n && continues(line, &marks->at[i]));
	return i;
}

/* Marked content lies within a text object or around it (14.6.1). */
static void show_parts(struct drawing *drawing)
{
	const struct parts *parts = &drawing->parts;
	bool is_marked = parts->n > 1 && drawing->contents->tags;
	size_t from = 0;

	for (int i = 0; i < parts->n; i++) {
		const struct part *part = &parts->at[i];

		if (is_marked)
			begin_content(drawing, part->element);
		bytes_add(drawing->out, drawing->texts.at + from, part->end - from);
		if (is_marked)
			end_content(drawing);
		from = part->end;
	}
}

/*
 * One text object a line and look, whatever elements it is of: readers take
 * another one for other words.  A new element begins a TJ of its own in it.
 * Answers the mark behind the line.
 */
static int write_line(struct drawing *drawing, int first)
{
	const struct mark *mark = &drawing->page->marks.at[first];
	const struct run *run = run_of(mark);
	struct line line = { codes_choose(drawing->contents->codes, run->font), run, mark,
		baseline_of(mark), mark->gap_stretch, 0, false };
	int end = write_parts(drawing, &line, first);

	choose_element(drawing, drawing->parts.n == 1 ? mark->element : NOTHING);
	choose_fill(drawing, mark->colour);
	bytes_text(drawing->out, "BT\n");
	choose_font(drawing, line.coding, run->size);
	choose_spacing(drawing, line.spacing);
	write_operator(drawing, (int64_t[]){ mark->box.x,
		(int64_t)drawing->page->height - line.baseline }, 2, "Td");
	show_parts(drawing);
	bytes_text(drawing->out, "ET\n");
	return end;
}

static void write_fill(struct drawing *drawing, const struct mark *mark)
{
	const struct rect *box = &mark->box;

	if (mark->colour == COLOUR_NONE)
		return;
	choose_element(drawing, mark->element);
	choose_fill(drawing, mark->colour);
	write_operator(drawing, (int64_t[]){ box->x,
		(int64_t)drawing->page->height - box->y - box->height, box->width, box->height },
		4, "re");
	bytes_text(drawing->out, "f\n");
}

static void choose_number(struct drawing *drawing, int *chosen, int number, const char *name)
{
	if (*chosen != number)
		bytes_printf(drawing->out, "%d %s\n", number, name);
	*chosen = number;
}

/* Round caps on dashes without length (ISO 32000-1, 8.4.3.6); a dot is a quarter of a step wide. */
static void choose_dots(struct drawing *drawing, length step)
{
	if (drawing->dots == step)
		return;
	choose_number(drawing, &drawing->cap, CAP_ROUND, "J");
	bytes_text(drawing->out, "[0 ");
	bytes_thousandths(drawing->out, step);
	bytes_text(drawing->out, "] 0 d\n");
	write_operator(drawing, (int64_t[]){ step / 4 }, 1, "w");
	drawing->dots = step;
}

/* Dots stand on whole steps from the page's left edge, so that those of all lines form columns. */
static void write_dots(struct drawing *drawing, const struct mark *mark)
{
	const struct rect *box = &mark->box;
	int64_t step = box->height, radius = step / 8;
	int64_t y = (int64_t)drawing->page->height - box->y + radius, from, to;

	if (step < 8 || mark->colour == COLOUR_NONE)
		return;
	from = (box->x + radius + step - 1) / step * step;
	to = ((int64_t)box->x + box->width - radius) / step * step;
	if (from > to)
		return;
	choose_element(drawing, mark->element);
	choose_stroke(drawing, mark->colour);
	choose_dots(drawing, box->height);
	write_operator(drawing, (int64_t[]){ from, y }, 2, "m");
	/* Whether a dash that begins where the line ends is drawn, readers do not agree. */
	write_operator(drawing, (int64_t[]){ to + radius, y }, 2, "l");
	bytes_text(drawing->out, "S\n");
}

static void write_point(struct drawing *drawing, const struct mark *mark, struct point at)
{
	bytes_thousandths(drawing->out, (int64_t)mark->box.x + at.x);
	bytes_text(drawing->out, " ");
	bytes_thousandths(drawing->out, (int64_t)drawing->page->height - mark->box.y - at.y);
	bytes_text(drawing->out, " ");
}

static void write_segments(struct drawing *drawing, const struct mark *mark)
{
	for (int i = 0; i < mark->path->segments.n; i++) {
		const struct segment *segment = &mark->path->segments.at[i];

		struct step_form form = step_form(segment->step);

		for (int k = 0; k < form.points; k++)
			write_point(drawing, mark, segment->at[k]);
		bytes_printf(drawing->out, "%s\n", form.name);
	}
}

/* By fill and stroke (8.5.3.1). */
static const char *painting_operator(const struct path *path)
{
	static const char *const names[2][2][2] = {
		{ { "n", "S" }, { "f", "B" } },
		{ { "n", "S" }, { "f*", "B*" } },
	};

	return names[path->even_odd][path->fill != COLOUR_NONE][path->stroke != COLOUR_NONE];
}

/* A limit of 0 is the one that a page begins with. */
static void choose_miter(struct drawing *drawing, int miter)
{
	if (drawing->miter != miter)
		write_operator(drawing, (int64_t[]){ miter ? miter : 10000 }, 1, "M");
	drawing->miter = miter;
}

static void choose_stroke_style(struct drawing *drawing, const struct path *path)
{
	drawing->dots = 0;
	choose_number(drawing, &drawing->cap, (int)path->cap, "J");
	choose_number(drawing, &drawing->join, (int)path->join, "j");
	choose_miter(drawing, path->miter);
	choose_stroke(drawing, path->stroke);
	write_operator(drawing, (int64_t[]){ path->width }, 1, "w");
	bytes_text(drawing->out, "[");
	if (path->dash) {
		bytes_thousandths(drawing->out, path->dash);
		bytes_text(drawing->out, " ");
		bytes_thousandths(drawing->out, path->gap);
	}
	bytes_text(drawing->out, "] 0 d\n");
}

static void write_path(struct drawing *drawing, const struct mark *mark)
{
	const struct path *path = mark->path;

	if (!path->segments.n)
		return;
	choose_element(drawing, mark->element);
	if (path->fill != COLOUR_NONE)
		choose_fill(drawing, path->fill);
	if (path->stroke != COLOUR_NONE)
		choose_stroke_style(drawing, path);
	write_segments(drawing, mark);
	bytes_printf(drawing->out, "%s\n", painting_operator(path));
}

/* What a picture must be turned by to stand upright, as the six numbers of cm; by Exif's. */
static const signed char turns[][6] = {
	[1] = { 1, 0, 0, 1, 0, 0 }, [2] = { -1, 0, 0, 1, 1, 0 },
	[3] = { -1, 0, 0, -1, 1, 1 }, [4] = { 1, 0, 0, -1, 0, 1 },
	[5] = { 0, -1, -1, 0, 1, 1 }, [6] = { 0, -1, 1, 0, 0, 1 },
	[7] = { 0, 1, 1, 0, 0, 0 }, [8] = { 0, 1, -1, 0, 1, 0 },
};

/* A raster is one unit wide and high (8.9.5.1). */
static void place_raster(struct drawing *drawing, const struct mark *mark)
{
	const signed char *turn = turns[mark->image->turn];
	int64_t w = mark->box.width, h = mark->box.height;
	int64_t foot = (int64_t)drawing->page->height - mark->box.y - h;

	write_operator(drawing, (int64_t[]){ turn[0] * w, turn[1] * h, turn[2] * w, turn[3] * h,
		mark->box.x + turn[4] * w, foot + turn[5] * h }, 6, "cm");
}

/* An SVG's space is 1000 points wide or high: thousandths would not place it finely enough. */
static void write_scale(struct drawing *drawing, length to, length from)
{
	int64_t millionths = ((int64_t)to * 1000000 + from / 2) / from;

	bytes_printf(drawing->out, "%d.%06d ", (int)(millionths / 1000000),
		(int)(millionths % 1000000));
}

static void place_paths(struct drawing *drawing, const struct mark *mark)
{
	write_scale(drawing, mark->box.width, mark->image->space.x);
	bytes_text(drawing->out, "0 0 ");
	write_scale(drawing, mark->box.height, mark->image->space.y);
	write_operator(drawing, (int64_t[]){ mark->box.x,
		(int64_t)drawing->page->height - mark->box.y - mark->box.height }, 2, "cm");
}

static void name_image(struct drawing *drawing, struct xobject *xobject)
{
	struct resources *resources = drawing->resources;

	if (xobject->page == drawing->number)
		return;
	if (!resources->images)
		resources->images = object_dict(drawing->contents->codes->file);
	dict_put(resources->images, xobject->name, xobject->object);
	xobject->page = drawing->number;
}

static void write_image(struct drawing *drawing, const struct mark *mark)
{
	struct xobject *xobject = &drawing->contents->xobjects->at[mark->image->number];

	choose_element(drawing, mark->element);
	name_image(drawing, xobject);
	bytes_text(drawing->out, "q\n");
	(mark->image->kind == IMAGE_SVG ? place_paths : place_raster)(drawing, mark);
	bytes_printf(drawing->out, "/%s Do\nQ\n", xobject->name);
}

static int write_mark(struct drawing *drawing, int i)
{
	const struct mark *mark = &drawing->page->marks.at[i];

	if (mark->kind == MARK_TEXT && mark->n > 0 && run_of(mark)->size > 0)
		return write_line(drawing, i);
	if (mark->kind == MARK_FILL)
		write_fill(drawing, mark);
	if (mark->kind == MARK_DOTS)
		write_dots(drawing, mark);
	if (mark->kind == MARK_PATH)
		write_path(drawing, mark);
	if (mark->kind == MARK_IMAGE)
		write_image(drawing, mark);
	return i + 1;
}

void content_write(const struct contents *contents, int i, struct bytes *out,
	struct resources *resources)
{
	struct drawing drawing = { .contents = contents, .page = &contents->pages->list.at[i],
		.number = i, .out = out, .resources = resources, .element = NOTHING,
		.texts.arena = out->arena };

	for (int k = 0; k < drawing.page->marks.n; )
		k = write_mark(&drawing, k);
	choose_element(&drawing, NOTHING);
}

struct object *content_page(struct file *file, length width, length height,
	const struct bytes *content, const struct resources *named)
{
	struct object *page = file_number(file, object_dict(file));
	struct object *resources = object_dict(file);
	struct bytes *entries = dict_entries(file, page);

	dict_name(page, "Type", "Page");
	bytes_text(entries, "/MediaBox[0 0 ");
	bytes_thousandths(entries, width);
	bytes_text(entries, " ");
	bytes_thousandths(entries, height);
	bytes_text(entries, "]");
	dict_put(resources, "Font", named->fonts);
	dict_put(resources, "XObject", named->images);
	dict_put(page, "Resources", resources);
	/* An empty page has none: libqpdf would deflate it to no byte, and readers complain. */
	if (content->n)
		dict_put(page, "Contents", object_stream(file, content->at, content->n));
	return page;
}

/* Nothing is known of what the page has set before it shows the form (8.10.1). */
void content_write_paths(const struct image *image, struct bytes *out)
{
	enum { UNKNOWN = -9 };
	struct page page = { .width = image->space.x, .height = image->space.y };
	struct drawing drawing = { .page = &page, .out = out, .element = NOTHING,
		.fill = UNKNOWN, .stroke = UNKNOWN, .cap = UNKNOWN, .join = UNKNOWN,
		.miter = UNKNOWN };

	for (int i = 0; i < image->paths.n; i++)
		write_path(&drawing, &(struct mark){ .kind = MARK_PATH, .element = NOTHING,
			.path = &image->paths.at[i] });
}
