#include "image/svg.h"

#include <math.h>
#include <string.h>

#include "image/svg_number.h"
#include "image/svg_outline.h"
#include "image/svg_paint.h"
#include "model/source.h"

enum {
	LIST_MOST = 24,
	PROBLEMS_MOST = 30,		/* a drawing can have thousands of the same kind */
};

/* A drawing on its way to paths. */
struct drawing {
	struct arena *arena;
	struct image *image;
	struct problems *problems;
	int before;			/* so many problems there were */
};

/* How an element is drawn: as those around it say, and itself. */
struct manner {
	struct svg_matrix matrix;	/* to the image's space */
	struct svg_paint paint;
};

static void report_value(struct drawing *drawing, const xmlNode *node, const char *name,
	const char *value)
{
	problem_report(drawing->problems, PROBLEM_SVG_VALUE, source_place(node), value, name);
}

static void report_unsupported(struct drawing *drawing, const xmlNode *node, const char *what)
{
	problem_report(drawing->problems, PROBLEM_SVG_UNSUPPORTED, source_place(node), what);
}

/* The attribute as numbers in pixels; fallback where there is none. */
static double read_length(struct drawing *drawing, const xmlNode *node, const char *name,
	double fallback)
{
	const char *value = source_attribute(drawing->arena, node, name);
	double pixels = fallback;

	if (value && !svg_number_length(value, &pixels)) {
		report_value(drawing, node, name, value);
		return fallback;
	}
	return pixels;
}

/* The same, but not below zero. */
static double read_extent(struct drawing *drawing, const xmlNode *node, const char *name,
	double fallback)
{
	double pixels = read_length(drawing, node, name, fallback);

	if (pixels >= 0 || pixels == fallback)
		return pixels;
	report_value(drawing, node, name, source_attribute(drawing->arena, node, name));
	return fallback;
}

static struct svg_point read_point(struct drawing *drawing, const xmlNode *node, const char *x,
	const char *y)
{
	return (struct svg_point){ read_length(drawing, node, x, 0),
		read_length(drawing, node, y, 0) };
}

/* The list's beginning: as much as fits a line. */
static void report_list(struct drawing *drawing, const xmlNode *node, const char *name,
	const char *list)
{
	size_t n = strlen(list) < LIST_MOST ? strlen(list) : LIST_MOST;

	while (n && (list[n] & 0xc0) == 0x80)
		n--;
	report_value(drawing, node, name, arena_printf(drawing->arena, "\"%.*s%s\"", (int)n, list,
		list[n] ? "..." : ""));
}

static void outline_path(struct drawing *drawing, const xmlNode *node, struct svg_outline *outline)
{
	const char *d = source_attribute(drawing->arena, node, "d"), *fault = NULL;

	if (d && strcmp(d, "none") != 0)
		fault = svg_outline_path(outline, d);
	if (fault)
		report_list(drawing, node, "d", fault);
}

/* A corner that is round one way only is as round the other way. */
static void outline_rect(struct drawing *drawing, const xmlNode *node, struct svg_outline *outline)
{
	struct svg_point size = { read_extent(drawing, node, "width", 0),
		read_extent(drawing, node, "height", 0) };
	struct svg_point radius = { read_extent(drawing, node, "rx", -1),
		read_extent(drawing, node, "ry", -1) };

	if (radius.x < 0)
		radius.x = radius.y;
	if (radius.y < 0)
		radius.y = radius.x;
	if (size.x > 0 && size.y > 0)
		svg_outline_rect(outline, read_point(drawing, node, "x", "y"), size, radius);
}

static void outline_circle(struct drawing *drawing, const xmlNode *node,
	struct svg_outline *outline)
{
	double radius = read_extent(drawing, node, "r", 0);

	if (radius > 0)
		svg_outline_ellipse(outline, read_point(drawing, node, "cx", "cy"),
			(struct svg_point){ radius, radius });
}

static void outline_ellipse(struct drawing *drawing, const xmlNode *node,
	struct svg_outline *outline)
{
	struct svg_point radius = { read_extent(drawing, node, "rx", 0),
		read_extent(drawing, node, "ry", 0) };

	if (radius.x > 0 && radius.y > 0)
		svg_outline_ellipse(outline, read_point(drawing, node, "cx", "cy"), radius);
}

static void outline_line(struct drawing *drawing, const xmlNode *node, struct svg_outline *outline)
{
	svg_outline_move(outline, read_point(drawing, node, "x1", "y1"));
	svg_outline_line(outline, read_point(drawing, node, "x2", "y2"));
}

static void outline_points(struct drawing *drawing, const xmlNode *node,
	struct svg_outline *outline)
{
	const char *value = source_attribute(drawing->arena, node, "points"), *at = value;
	struct svg_point point;

	while (at && !svg_number_ends(at)) {
		const char *pair = at;

		if (!svg_number_next(&at, &point.x) || !svg_number_next(&at, &point.y)) {
			report_list(drawing, node, "points", pair);
			break;
		}
		(outline->segments.n ? svg_outline_line : svg_outline_move)(outline, point);
	}
	if (outline->segments.n && source_is(node, "polygon"))
		svg_outline_close(outline);
}

typedef void outliner(struct drawing *, const xmlNode *, struct svg_outline *);

/* SVG's elements that are drawn, with the attributes of their own; no outliner: nothing is. */
static const struct element {
	const char *name, *attributes;
	outliner *outline;
} elements[] = {
	{ "path", " d pathLength ", outline_path },
	{ "rect", " x y width height rx ry ", outline_rect },
	{ "circle", " cx cy r ", outline_circle },
	{ "ellipse", " cx cy rx ry ", outline_ellipse },
	{ "line", " x1 y1 x2 y2 ", outline_line },
	{ "polyline", " points ", outline_points },
	{ "polygon", " points ", outline_points },
	{ "g", "", NULL },
	{ "svg", " x y width height viewBox preserveAspectRatio version baseProfile "
		"contentScriptType contentStyleType zoomAndPan ", NULL },
};

/* NULL if there is none of that name. */
static const struct element *find_element(const xmlNode *node)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (source_is(node, elements[i].name))
			return &elements[i];
	return NULL;
}

static void set_property(struct drawing *drawing, const xmlNode *node, struct manner *manner,
	const char *name, const char *value)
{
	switch (svg_paint_set(&manner->paint, name, value)) {
	case SVG_TAKEN:
		break;
	case SVG_BAD_VALUE:
		report_value(drawing, node, name, value);
		break;
	case SVG_NOT_DRAWN:
		report_unsupported(drawing, node,
			arena_printf(drawing->arena, "%s: %s", name, value));
		break;
	case SVG_STRANGER:
		report_unsupported(drawing, node,
			phrase(drawing->arena, N_("the attribute {1}"), name));
		break;
	}
}

/* The bytes without white space around them, as arena text. */
static const char *trimmed(struct arena *arena, const char *from, size_t n)
{
	const char *white = " \t\r\n\f";

	while (n && strchr(white, from[n - 1]))
		n--;
	while (n && strchr(white, *from)) {
		from++;
		n--;
	}
	return arena_copy(arena, from, n);
}

/* "fill: #fff; stroke: none". */
static void read_style(struct drawing *drawing, const xmlNode *node, struct manner *manner)
{
	const char *at = source_attribute(drawing->arena, node, "style");

	while (at && *at) {
		size_t n = strcspn(at, ";");
		const char *colon = memchr(at, ':', n);

		if (colon)
			set_property(drawing, node, manner,
				trimmed(drawing->arena, at, (size_t)(colon - at)),
				trimmed(drawing->arena, colon + 1, n - (size_t)(colon + 1 - at)));
		else if (*trimmed(drawing->arena, at, n))
			report_value(drawing, node, "style", trimmed(drawing->arena, at, n));
		at += n + (at[n] == ';');
	}
}

/* What names an element or makes it speak or move changes no picture.  With spaces around it. */
static bool is_common(const char *word)
{
	static const char common[] = " id class lang role tabindex focusable style transform ";

	return strstr(common, word) || !strncmp(word, " aria-", 6)
		|| !strncmp(word, " data-", 6) || !strncmp(word, " on", 3);
}

static void read_attributes(struct drawing *drawing, const xmlNode *node,
	const struct element *element, struct manner *manner)
{
	for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
		const char *name = (const char *)attribute->name;
		const char *word = arena_printf(drawing->arena, " %s ", name), *value;

		if (attribute->ns || strstr(element->attributes, word) || is_common(word))
			continue;
		value = source_attribute(drawing->arena, node, name);
		set_property(drawing, node, manner, name,
			trimmed(drawing->arena, value, strlen(value)));
	}
}

static struct manner read_manner(struct drawing *drawing, const xmlNode *node,
	const struct element *element, const struct manner *around)
{
	const char *transform = source_attribute(drawing->arena, node, "transform");
	struct manner manner = *around;

	read_attributes(drawing, node, element, &manner);
	read_style(drawing, node, &manner);
	if (transform && !svg_matrix_transform(&manner.matrix, transform))
		report_value(drawing, node, "transform", transform);
	return manner;
}

static length to_length(double value)
{
	return value < 1 ? 1 : value > LENGTH_MAX ? LENGTH_MAX : (length)lround(value);
}

/* PDF strokes with one width all around. */
static void add_stroke(struct drawing *drawing, const xmlNode *node, const struct manner *manner,
	struct path *path)
{
	const struct svg_paint *paint = &manner->paint;
	double scale = svg_matrix_scale(&manner->matrix);

	if (scale < 0) {
		report_unsupported(drawing, node,
			N_("a stroke that transform makes wider one way than the other"));
		return;
	}
	path->stroke = paint->stroke;
	path->width = to_length(paint->width * scale);
	path->cap = paint->cap;
	path->join = paint->join;
	path->miter = to_length(paint->miter * 1000);
	if (paint->dash > 0) {
		path->dash = to_length(paint->dash * scale);
		path->gap = to_length(paint->gap * scale);
	}
}

static void draw_shape(struct drawing *drawing, const xmlNode *node,
	const struct element *element, const struct manner *manner)
{
	struct svg_outline outline = { .arena = drawing->arena, .matrix = manner->matrix };
	const struct svg_paint *paint = &manner->paint;
	bool is_stroked = paint->stroke != COLOUR_NONE && paint->width > 0;
	struct path *path;

	element->outline(drawing, node, &outline);
	if (outline.is_far)
		report_unsupported(drawing, node, N_("a point that far outside"));
	if (!outline.segments.n || (paint->fill == COLOUR_NONE && !is_stroked))
		return;
	path = list_add(drawing->arena, &drawing->image->paths);
	path->segments = outline.segments;
	path->fill = source_is(node, "line") ? COLOUR_NONE : paint->fill;
	path->even_odd = paint->even_odd;
	path->stroke = COLOUR_NONE;
	if (is_stroked)
		add_stroke(drawing, node, manner, path);
}

static bool is_svg(const xmlNode *node)
{
	return !node->ns || !strcmp((const char *)node->ns->href, "http://www.w3.org/2000/svg");
}

/* What programs note for themselves, what screen readers say, what only other elements name. */
static bool is_silent(const xmlNode *node)
{
	return node->type != XML_ELEMENT_NODE || !is_svg(node) || source_is(node, "title")
		|| source_is(node, "desc") || source_is(node, "metadata")
		|| source_is(node, "defs");
}

/* Depth is limited: LIMIT_XML_DEPTH. */
static void draw(struct drawing *drawing, const xmlNode *node, const struct manner *around)
{
	const struct element *element = find_element(node);
	struct manner manner = read_manner(drawing, node, element, around);

	if (manner.paint.hidden || drawing->problems->n - drawing->before >= PROBLEMS_MOST)
		return;
	if (element->outline)
		draw_shape(drawing, node, element, &manner);
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (is_silent(child))
			continue;
		if (find_element(child) && !source_is(child, "svg"))
			draw(drawing, child, &manner);
		else
			report_unsupported(drawing, child, phrase(drawing->arena,
				N_("the element <{1}>"), (const char *)child->name));
	}
}

/* A length of the whole; 0 where there is none but a share of what is around. */
static double read_side(struct drawing *drawing, const xmlNode *root, const char *name)
{
	const char *value = source_attribute(drawing->arena, root, name);

	return value && strchr(value, '%') ? 0 : read_extent(drawing, root, name, 0);
}

/* The part of the plane that is the picture: its left, top, width and height. */
static bool read_view(struct drawing *drawing, const xmlNode *root, const struct svg_point *size,
	double view[4])
{
	const char *value = source_attribute(drawing->arena, root, "viewBox");

	view[0] = view[1] = 0;
	view[2] = size->x;
	view[3] = size->y;
	if (!value && size->x > 0 && size->y > 0)
		return true;
	if (value && svg_number_all(value, view, 4) && view[2] > 0 && view[3] > 0)
		return true;
	report_value(drawing, root, "viewBox", value ? value : "(none)");
	return false;
}

/* As large as width and height say, with the view's proportions; else a unit is a pixel. */
static void set_size(struct image *image, const struct svg_point *size, const double view[4])
{
	static const double pixel = 750, most = PT(10000);
	double scale = size->x > 0 ? size->x / view[2] : size->y > 0 ? size->y / view[3] : 1;

	if (size->x > 0 && size->y > 0)
		scale = fmin(scale, size->y / view[3]);
	scale = fmin(scale * pixel, most / fmax(view[2], view[3]));
	image->width = to_length(view[2] * scale);
	image->height = to_length(view[3] * scale);
	scale = IMAGE_SPACE / fmax(view[2], view[3]);
	image->space = (struct point){ to_length(view[2] * scale), to_length(view[3] * scale) };
}

static void check_style_sheets(struct drawing *drawing, const xmlDoc *doc)
{
	for (const xmlNode *node = doc->children; node; node = node->next)
		if (node->type == XML_PI_NODE && !strcmp((const char *)node->name,
				"xml-stylesheet"))
			report_unsupported(drawing, node, N_("a style sheet"));
}

void svg_read(struct arena *arena, const xmlDoc *doc, struct image *image,
	struct problems *problems)
{
	struct drawing drawing = { arena, image, problems, problems->n };
	const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);
	struct svg_point size;
	double view[4], scale;
	struct manner manner = { .paint = svg_paint_first() };

	if (!source_is(root, "svg") || !is_svg(root)) {
		problem_report(problems, PROBLEM_IMAGE_FORMAT, image->place, image->name,
			N_("XML but no SVG"));
		return;
	}
	check_style_sheets(&drawing, doc);
	size = (struct svg_point){ read_side(&drawing, root, "width"),
		read_side(&drawing, root, "height") };
	if (!read_view(&drawing, root, &size, view))
		return;
	set_size(image, &size, view);
	scale = IMAGE_SPACE / fmax(view[2], view[3]);
	manner.matrix = (struct svg_matrix){ scale, 0, 0, scale, -scale * view[0],
		-scale * view[1] };
	draw(&drawing, root, &manner);
}
