#include "layout/paginate.h"

#include <string.h>

#include "layout/notes.h"

enum { RUNNING_ROOM = 8 };

struct paginating {
	struct arena *arena, *passing;
	const struct page_area *area;
	struct pages *pages;
	int first;			/* page */
	struct marks marks;		/* none: the room for those of the page at hand */
	length y;			/* of the next strip, from the body's top */
	bool empty;			/* nothing but repeated heads and earlier pages' notes */
	bool broken;			/* the next strip begins a page */
	bool carried;			/* notes of the page before stand here */
	struct strips notes;		/* so far */
	int noted;			/* the first of them that is for this page */
	length foot;			/* what those take, with their rule */
};

length paginate_shift(const struct page_area *area, int page)
{
	return page % 2 ? -area->gutter / 2 : area->gutter / 2;
}

static length body_x(const struct paginating *p)
{
	return p->area->body.x + paginate_shift(p->area, p->pages->list.n - 1);
}

/* Nothing can be gained by turning the page. */
static bool is_fresh(const struct paginating *p)
{
	return p->empty && !p->carried;
}

/* Notes for this page. */
static struct strips waiting(const struct paginating *p)
{
	int n = p->notes.n - p->noted;

	return (struct strips){ n ? p->notes.at + p->noted : NULL, n, n };
}

/* The page's own, with room for what running heads bring. */
static void keep_marks(struct paginating *p)
{
	struct marks *marks = &p->pages->list.at[p->pages->list.n - 1].marks;
	int n = marks->n;

	p->marks = (struct marks){ marks->at, 0, marks->room };
	list_reserve(p->arena, marks, n + RUNNING_ROOM);
	if (n)
		memcpy(marks->at, p->marks.at, (size_t)n * sizeof *marks->at);
}

/* The page's notes below its text; those that do not fit stay in the list. */
static void end_page(struct paginating *p)
{
	const struct rect *body = &p->area->body;
	length top = p->foot < body->height - p->y ? body->height - p->foot : p->y;
	struct rect at = { body_x(p), body->y + top, body->width, body->height - top };
	struct strips notes = waiting(p);

	if (notes.n)
		p->noted += notes_place(p->arena, &notes, at, !p->y, p->pages);
	keep_marks(p);
}

/* Notes of this height with the rule, where they bring the page's first. */
static int64_t with_rule(const struct paginating *p, int64_t notes)
{
	return notes && !p->foot ? notes + NOTES_RULE : notes;
}

static void add_notes(struct paginating *p, const struct strip *strip)
{
	int64_t foot = p->foot + with_rule(p, notes_height(strip));

	notes_collect(p->passing, strip, &p->notes);
	p->foot = foot > LENGTH_MAX ? LENGTH_MAX : (length)foot;
}

static void add_page(struct paginating *p)
{
	struct page *page = list_add(p->arena, &p->pages->list);
	struct strips notes = waiting(p);
	int64_t height;

	*page = (struct page){ .width = p->area->width, .height = p->area->height, .label = "",
		.marks = p->marks };
	p->y = 0;
	p->empty = true;
	p->carried = notes.n;
	p->foot = 0;
	height = with_rule(p, notes_sum(&notes));
	p->foot = height > LENGTH_MAX ? LENGTH_MAX : (length)height;
}

/* Notes that take more than half of it get pages of their own. */
static void begin_page(struct paginating *p)
{
	do {
		if (p->pages->list.n > p->first)
			end_page(p);
		add_page(p);
	} while (p->foot > p->area->body.height / 2);
}

static length room(const struct paginating *p)
{
	return p->area->body.height - p->y - p->foot;
}

static length space_before(const struct paginating *p, const struct strip *strip)
{
	return p->empty ? 0 : strip->before;
}

static bool fits(const struct paginating *p, const struct strip *strip)
{
	return strip->height <= room(p)
		&& strip->height + with_rule(p, notes_height(strip)) <= room(p);
}

/* The heads that the strip's table shows again, where they leave room for a row. */
static length heads_height(const struct paginating *p, const struct strip *strip)
{
	return strip->heads && strip->heads->height <= p->area->body.height / 2
		? strip->heads->height : 0;
}

/* The room of a new page that begins with the strip. */
static length most(const struct paginating *p, const struct strip *strip)
{
	return p->area->body.height - heads_height(p, strip);
}

/* What must stand on this page if the strip does: it, what it keeps with, and their notes. */
static length chain_height(const struct paginating *p, const struct strips *strips, int i)
{
	int64_t height = space_before(p, &strips->at[i]), notes = 0;
	int64_t page = most(p, &strips->at[i]);

	for (; i < strips->n - 1 && strips->at[i].keep && height <= page; i++) {
		height += strips->at[i].height + strips->at[i + 1].before;
		notes += notes_height(&strips->at[i]);
	}
	notes += notes_least(&strips->at[i]);
	height += strip_least(&strips->at[i], (length)page) + with_rule(p, notes);
	return height > LENGTH_MAX ? LENGTH_MAX : (length)height;
}

static void place(struct paginating *p, const struct strip *strip, bool artifact)
{
	struct point at = { body_x(p), p->area->body.y + p->y };

	strip_place(p->arena, strip, at, artifact, p->pages);
	p->y += strip->height;
	if (!artifact)
		add_notes(p, strip);
}

static void place_heads(struct paginating *p, const struct strip *strip)
{
	if (!heads_height(p, strip))
		return;
	for (int i = 0; i < strip->heads->later.n; i++)
		place(p, &strip->heads->later.at[i], true);
}

static void turn_page(struct paginating *p, const struct strip *next)
{
	begin_page(p);
	place_heads(p, next);
}

/* A part that does not would be cut off for ever: so would one of nested tables' empty parts. */
static bool holds_text(const struct strip *part)
{
	for (int i = 0; i < group_count(part->group); i++) {
		const struct box *box = group_box(part->group, i);

		for (int k = 0; k < box_count(box); k++)
			if (!box_strip(box, k)->group || holds_text(box_strip(box, k)))
				return true;
	}
	return false;
}

static bool cut_in(const struct paginating *p, const struct strip *strip, length height, bool force,
	struct strip parts[2])
{
	struct gap gap = { height, most(p, strip), force };

	return strip_cut(p->passing, strip, &gap, parts) && holds_text(&parts[0])
		&& (force || fits(p, &parts[0]));
}

/* The highest first part that has room for its notes below it; forced, the least. */
static bool cut(const struct paginating *p, const struct strip *strip, struct strip parts[2])
{
	length least = 0, most = room(p);

	if (!notes_are_in(strip))
		return cut_in(p, strip, most, is_fresh(p), parts);
	if (cut_in(p, strip, most, false, parts))
		return true;
	while (most - least > PT(0.5)) {
		length middle = least + (most - least) / 2;

		if (cut_in(p, strip, middle, false, parts))
			least = middle;
		else
			most = middle;
	}
	return (least && cut_in(p, strip, least, false, parts))
		|| (is_fresh(p) && (cut_in(p, strip, 0, true, parts)
			|| cut_in(p, strip, room(p), true, parts)));
}

/* A strip for which the page has no room: cut, here or on pages of its own. */
static void place_cut(struct paginating *p, struct strip strip)
{
	struct strip parts[2];

	while (!fits(p, &strip)) {
		bool done = cut(p, &strip, parts);

		if (!done && is_fresh(p))
			break;
		if (done) {
			place(p, &parts[0], false);
			strip = parts[1];
		}
		turn_page(p, &strip);
	}
	place(p, &strip, false);
	p->empty = false;
}

/* A break that nothing follows makes no empty page. */
static void place_next(struct paginating *p, const struct strips *strips, int i)
{
	const struct strip *strip = &strips->at[i];
	length chain;

	if (strip->kind == STRIP_PAGE_BREAK) {
		p->broken = !p->empty;
		return;
	}
	if (p->broken)
		begin_page(p);
	p->broken = false;
	chain = chain_height(p, strips, i);
	if (!is_fresh(p) && chain > room(p) && (chain - space_before(p, strip) <= most(p, strip)
			|| strip_least(strip, most(p, strip)) + strip->before > room(p)))
		turn_page(p, strip);
	p->y += space_before(p, strip);
	place_cut(p, *strip);
}

struct paginating *paginate_begin(struct arena *arena, struct arena *passing,
	const struct page_area *area, struct pages *pages)
{
	struct paginating *p = arena_new(arena, struct paginating);

	*p = (struct paginating){ .arena = arena, .passing = passing, .area = area,
		.pages = pages, .first = pages->list.n };
	begin_page(p);
	return p;
}

bool paginate_add(struct paginating *p, const struct strips *strips)
{
	for (int i = 0; i < strips->n; i++)
		place_next(p, strips, i);
	if (waiting(p).n)
		return false;
	p->notes = (struct strips){ 0 };
	p->noted = 0;
	return true;
}

void paginate_end(struct paginating *p)
{
	end_page(p);
	while (waiting(p).n) {
		add_page(p);
		end_page(p);
	}
}
