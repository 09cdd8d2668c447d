#include "layout/paginate.h"

struct paginating {
	struct arena *arena;
	const struct page_area *area;
	struct pages *pages;
	length y;			/* of the next strip, from the body's top */
	bool empty;			/* nothing but repeated heads on the page */
};

static void begin_page(struct paginating *p)
{
	struct page *page = list_add(p->arena, &p->pages->list);

	page->width = p->area->width;
	page->height = p->area->height;
	page->label = "";
	p->y = 0;
	p->empty = true;
}

static length room(const struct paginating *p)
{
	return p->area->body.height - p->y;
}

static length space_before(const struct paginating *p, const struct strip *strip)
{
	return p->empty ? 0 : strip->before;
}

/* What must stand on this page if the strip does: it, and what it keeps with. */
static length chain_height(const struct paginating *p, const struct strips *strips, int i)
{
	int64_t height = space_before(p, &strips->at[i]);
	int64_t most = p->area->body.height;

	for (; i < strips->n - 1 && strips->at[i].keep && height <= most; i++)
		height += strips->at[i].height + strips->at[i + 1].before;
	height += strips->at[i].least;
	return height > LENGTH_MAX ? LENGTH_MAX : (length)height;
}

static void place(struct paginating *p, const struct strip *strip, bool artifact)
{
	struct point at = { p->area->body.x, p->area->body.y + p->y };

	strip_place(p->arena, strip, at, artifact, p->pages);
	p->y += strip->height;
}

/* The heads that a table shows again, where they leave room for a row. */
static void place_heads(struct paginating *p, const struct strip *strip)
{
	if (!strip->heads || strip->heads->height > p->area->body.height / 2)
		return;
	for (int i = 0; i < strip->heads->later.n; i++)
		place(p, &strip->heads->later.at[i], true);
}

static void turn_page(struct paginating *p, const struct strip *next)
{
	begin_page(p);
	place_heads(p, next);
}

/* A strip for which the page has no room: cut, here or on pages of its own. */
static void place_cut(struct paginating *p, struct strip strip)
{
	struct strip first, rest;

	while (strip.height > room(p)) {
		bool cut = strip_cut(p->arena, &strip, room(p), p->empty, &first, &rest);

		if (!cut && p->empty)
			break;
		if (cut) {
			place(p, &first, false);
			strip = rest;
		}
		turn_page(p, &strip);
	}
	place(p, &strip, false);
	p->empty = false;
}

static void place_next(struct paginating *p, const struct strips *strips, int i)
{
	const struct strip *strip = &strips->at[i];
	length chain = chain_height(p, strips, i);

	if (strip->kind == STRIP_PAGE_BREAK) {
		if (!p->empty)
			begin_page(p);
		return;
	}
	if (!p->empty && chain > room(p) && (chain <= p->area->body.height
			|| strip->least + strip->before > room(p)))
		turn_page(p, strip);
	p->y += space_before(p, strip);
	place_cut(p, *strip);
}

void paginate(struct arena *arena, const struct strips *strips, const struct page_area *area,
	struct pages *pages)
{
	struct paginating p = { arena, area, pages, 0, true };

	begin_page(&p);
	for (int i = 0; i < strips->n; i++)
		place_next(&p, strips, i);
}
