#include "pdf/booklet.h"

#include "pdf/tree.h"

enum {
	PAGES_A_SHEET = 4,
	/* The thickness of paper of 80 g/m2: so far the next sheet inside sticks out. */
	CREEP = 283,
};

/* A side of a sheet while its pages are written. */
struct side {
	const struct contents *contents;
	length width, height;
	struct bytes *out;
	struct resources resources;
};

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static void add_number(struct bytes *out, int64_t thousandths)
{
	bytes_thousandths(out, thousandths);
	bytes_text(out, " ");
}

/* The page as large as half a side allows, in the middle of the half at x. */
static void add_page(struct side *side, int i, length x)
{
	const struct page *page;
	int64_t scale, half = side->width / 2;

	if (i >= side->contents->pages->list.n)
		return;
	page = &side->contents->pages->list.at[i];
	scale = least(least(half * 1000 / page->width, (int64_t)side->height * 1000 / page->height),
		1000);
	bytes_text(side->out, "q\n");
	add_number(side->out, scale);
	bytes_text(side->out, "0 0 ");
	add_number(side->out, scale);
	add_number(side->out, x + (half - page->width * scale / 1000) / 2);
	add_number(side->out, (side->height - page->height * scale / 1000) / 2);
	bytes_text(side->out, "cm\n");
	content_write(side->contents, i, side->out, &side->resources);
	bytes_text(side->out, "Q\n");
}

/* Sheet 0 lies outermost; its front has the last page and the first, its back the next two. */
static void add_pages(struct side *side, int number, int n)
{
	int sheet = number / 2, outer = n - 1 - number, inner = number;
	length creep = sheet * CREEP;
	bool front = number % 2 == 0;

	add_page(side, front ? outer : inner, creep);
	add_page(side, front ? inner : outer, side->width / 2 - creep);
}

static struct object *write_side(struct side *side, int number, int n)
{
	struct file *file = side->contents->codes->file;

	side->out->n = 0;
	side->resources = (struct resources){ object_dict(file), NULL };
	add_pages(side, number, n);
	return content_page(file, side->width, side->height, side->out, &side->resources);
}

void booklet_write(const struct contents *contents, enum booklet size)
{
	static const struct { length width, height; } sheets[] = {
		[BOOKLET_A4] = { 841890, 595276 }, [BOOKLET_A3] = { 1190551, 841890 },
	};
	struct arena *arena = contents->codes->arena;
	struct file *file = contents->codes->file;
	int n = (contents->pages->list.n + PAGES_A_SHEET - 1) / PAGES_A_SHEET * PAGES_A_SHEET;
	struct object **sides = arena_alloc(arena, (size_t)n / 2 * sizeof *sides);
	struct bytes content = { .arena = arena };
	struct side side = { contents, sheets[size].width, sheets[size].height, &content,
		{ NULL, NULL } };

	for (int i = 0; i < n / 2; i++)
		sides[i] = write_side(&side, i, n);
	if (n)
		dict_put(file_catalog(file), "Pages", tree_pages(arena, file, sides, n / 2));
}
