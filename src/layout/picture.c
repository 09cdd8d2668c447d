#include "layout/measure.h"

struct size { length width, height; };

/* What a picture without a size may shrink to in a table. */
enum { LEAST_WIDTH = PT(7) };

static length scaled(length side, length by, length of)
{
	int64_t value = ((int64_t)side * by + of / 2) / of;

	return value < 1 ? 1 : value > LENGTH_MAX ? LENGTH_MAX : (length)value;
}

/* As large as the room allows, with the image's proportions. */
static struct size fit(const struct image *image, struct size room)
{
	struct size size = { room.width, scaled(image->height, room.width, image->width) };

	if (size.height > room.height)
		size = (struct size){ scaled(image->width, room.height, image->height),
			room.height };
	return size;
}

static bool has_size(const struct picture *picture)
{
	return picture->width || picture->height;
}

/* As it is asked for, else by itself. */
static struct size wanted_size(const struct picture *picture)
{
	const struct image *image = picture->image;

	if (!has_size(picture))
		return (struct size){ image->width, image->height };
	return fit(image, (struct size){ picture->width ? picture->width : LENGTH_MAX,
		picture->height ? picture->height : LENGTH_MAX });
}

/* "16.9 cm", rounded down where it is a limit. */
static const char *length_text(struct arena *arena, length value, bool is_limit)
{
	int64_t half = is_limit ? 0 : PT(720) / 2;
	int64_t millimetres = ((int64_t)value * 254 + half) / PT(720);

	return phrase(arena, N_("{1} cm"), arena_printf(arena, "%d.%d",
		(int)(millimetres / 10), (int)(millimetres % 10)));
}

static const char *size_text(struct arena *arena, struct size size)
{
	return phrase(arena, "{1} x {2}", length_text(arena, size.width, false),
		length_text(arena, size.height, false));
}

static struct size choose_size(struct flow *flow, const struct place_in *in,
	const struct block *block)
{
	const struct picture *picture = block->picture;
	struct size size = wanted_size(picture), fitting;
	struct size room = { in->width - block->style->left - block->style->right,
		flow->room_height };

	if (room.width < 1)
		room.width = 1;
	if (room.height < 1)
		room.height = 1;
	if (size.width <= room.width && size.height <= room.height)
		return size;
	fitting = fit(picture->image, room);
	if (has_size(picture))
		problem_report(flow->problems, PROBLEM_IMAGE_ROOM, block->place, picture->src,
			size_text(flow->arena, size), size_text(flow->arena, fitting));
	return fitting;
}

static void check_dots(struct flow *flow, const struct block *block, struct size size)
{
	const struct image *image = block->picture->image;
	int64_t dots = (int64_t)image_upright(image, image->samples).width * PT(72) / size.width;

	if (image->kind == IMAGE_SVG || dots >= IMAGE_DPI)
		return;
	problem_report(flow->problems, PROBLEM_IMAGE_COARSE, block->place, image->name,
		arena_printf(flow->arena, "%d", (int)dots), size_text(flow->arena, size),
		arena_printf(flow->arena, "%d", IMAGE_DPI),
		length_text(flow->arena, image->width, true));
}

/* The picture is a figure, or part of a running head. */
static void add_mark(struct flow *flow, const struct place_in *in, struct strip *strip,
	const struct picture *picture, struct rect box)
{
	int element = flow_element(flow, TAG_FIGURE, in->element);

	*list_add(flow->passing, &strip->marks) = (struct mark){ .kind = MARK_IMAGE,
		.element = element, .box = box, .image = picture->image };
	if (flow->artifact)
		return;
	strip->figure = element;
	*element_detail(flow->arena, &flow->pages->elements.at[element]) =
		(struct detail){ .alt = picture->alt, .box = box };
}

static length left_of(const struct place_in *in, const struct style *style, length width)
{
	length free = in->width - style->left - style->right - width;

	return in->x + style->left + (style->align == ALIGN_CENTER ? free / 2
		: style->align == ALIGN_RIGHT ? free : 0);
}

/* One strip, which is never cut. */
void flow_picture(struct flow *flow, struct place_in *in, const struct block *block)
{
	const struct style *style = block->style;
	struct size size = choose_size(flow, in, block);
	struct strip *strip;

	check_dots(flow, block, size);
	if (style->page_break_before)
		list_add(flow->passing, in->strips)->kind = STRIP_PAGE_BREAK;
	strip = list_add(flow->passing, in->strips);
	strip->kind = STRIP_LINE;
	strip->before = in->after > style->before ? in->after : style->before;
	strip->height = strip->least = size.height;
	strip->keep = style->keep_with_next;
	add_mark(flow, in, strip, block->picture,
		(struct rect){ left_of(in, style, size.width), 0, size.width, size.height });
	in->after = style->after;
}

struct extent measure_picture(struct flow *flow, const struct block *block)
{
	struct size size = wanted_size(block->picture);
	struct extent extent = { size.width, size.width };

	(void)flow;
	if (!has_size(block->picture) && extent.least > LEAST_WIDTH)
		extent.least = LEAST_WIDTH;
	extent.least += block->style->left + block->style->right;
	extent.most += block->style->left + block->style->right;
	return extent;
}
