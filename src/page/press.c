#include "page/press.h"

/* Luma of ITU-R BT.709, from 0 to 255. */
static int luma(int32_t colour)
{
	return (2126 * (colour >> 16 & 0xff) + 7152 * (colour >> 8 & 0xff)
		+ 722 * (colour & 0xff) + 5000) / 10000;
}

static int32_t grey(int32_t colour)
{
	return colour == COLOUR_NONE ? COLOUR_NONE : luma(colour) * 0x010101;
}

/* Text is black where it was not lighter than a middle grey: thin grey letters print badly. */
static int32_t text_grey(int32_t colour)
{
	return luma(colour) < 128 && grey(colour) != colour ? 0 : grey(colour);
}

static bool keeps_colour(const struct mark *mark)
{
	return mark->n && text_run(mark->text, mark->first)->style->exact_colour;
}

static const struct path *grey_path(struct arena *arena, const struct path *from)
{
	struct path *path = arena_new(arena, struct path);

	*path = *from;
	path->fill = grey(from->fill);
	path->stroke = grey(from->stroke);
	return path;
}

/* An SVG's paths; samples keep their colours, which printers turn grey as they do all pictures. */
static void grey_image(struct image *image)
{
	for (int i = 0; i < image->paths.n; i++) {
		image->paths.at[i].fill = grey(image->paths.at[i].fill);
		image->paths.at[i].stroke = grey(image->paths.at[i].stroke);
	}
}

static void make_grey(struct arena *arena, struct page *page)
{
	for (int i = 0; i < page->marks.n; i++) {
		struct mark *mark = &page->marks.at[i];

		if (mark->kind == MARK_PATH)
			mark->path = grey_path(arena, mark->path);
		else if (mark->kind == MARK_IMAGE)
			grey_image(mark->image);
		else if (mark->kind != MARK_TEXT)
			mark->colour = grey(mark->colour);
		else if (!keeps_colour(mark))
			mark->colour = text_grey(mark->colour);
	}
}

/* The figure around the element, or -1. */
static int find_figure(const struct elements *elements, int element)
{
	while (element >= 0 && elements->at[element].tag != TAG_FIGURE)
		element = elements->at[element].parent;
	return element;
}

/* The marks, and the boxes of the figures that they are of. */
static void move_right(struct arena *arena, struct pages *pages, struct page *page)
{
	struct indices moved = { 0 };

	for (int i = 0; i < page->marks.n; i++) {
		struct mark *mark = &page->marks.at[i];
		int figure = find_figure(&pages->elements, mark->element);

		mark->box.x += page->mirror;
		if (figure < 0 || (moved.n && moved.at[moved.n - 1] == figure))
			continue;
		element_detail(arena, &pages->elements.at[figure])->box.x += page->mirror;
		*list_add(arena, &moved) = figure;
	}
}

void press_apply(struct arena *arena, const struct press *press, struct pages *pages)
{
	for (int i = 0; i < pages->list.n; i++) {
		if (press->grey)
			make_grey(arena, &pages->list.at[i]);
		if (press->facing && i % 2)
			move_right(arena, pages, &pages->list.at[i]);
	}
}
