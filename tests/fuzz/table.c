/*
 * Tables with arbitrary spans: no text is lost or shown twice, and the tagged table is regular,
 * as PDF/UA asks (ISO 14289-1, 7.5).  The bytes are a list of cells, see add_cell().
 */
#include "shared/fuzz.h"
#include "shared/texts.h"

enum { CELLS_MOST = 120, DEPTH_MOST = 3 };

struct making {
	const uint8_t *at, *end;
	struct bytes xml;
	int cells;
};

static uint8_t next(struct making *making)
{
	return making->at < making->end ? *making->at++ : 0;
}

static void add_spans(struct making *making)
{
	static const int spans[] = { 1, 1, 1, 1, 2, 2, 3, 4, 5, 7, 12, 30, 100, 999, 1000, 70000 };
	uint8_t byte = next(making);

	if (byte % 16 > 3)
		bytes_printf(&making->xml, " rowspan=\"%d\"", spans[byte % 16]);
	if (byte / 16 > 3)
		bytes_printf(&making->xml, " colspan=\"%d\"", spans[byte / 16]);
}

static void add_table(struct making *, int depth);

static void add_content(struct making *making, int depth)
{
	uint8_t byte = next(making);
	int n = making->cells++;

	switch (byte % 8) {
	case 0:
		break;
	case 1:
		for (int i = 0; i < byte / 8; i++)
			bytes_printf(&making->xml, "<p>ช่อง %d ย่อหน้า %d</p>", n, i);
		break;
	case 2:
		for (int i = 0; i < byte / 4; i++)
			bytes_printf(&making->xml, "%dมาตรการ", n);
		break;
	case 3:
		for (int i = 0; i < byte / 4; i++)
			bytes_printf(&making->xml, "unbreakable%d", n);
		break;
	case 4:
		if (depth < DEPTH_MOST)
			add_table(making, depth + 1);
		break;
	case 5:
		bytes_printf(&making->xml, "<h%d>หัวข้อ %d</h%d>", byte / 8 % 4 + 1, n,
			byte / 8 % 4 + 1);
		break;
	case 6:
		bytes_printf(&making->xml, "<keep><p>ก%d</p><p>ข%d</p></keep>", n, n);
		break;
	default:
		bytes_printf(&making->xml, "%d<br/>%d", n, n);
	}
}

static void add_cell(struct making *making, const char *name, int depth)
{
	bytes_printf(&making->xml, "<%s", name);
	add_spans(making);
	bytes_text(&making->xml, ">");
	add_content(making, depth);
	bytes_printf(&making->xml, "</%s>", name);
}

/* Rows of at least one cell, to a byte that ends them. */
static void add_rows(struct making *making, const char *name, int depth)
{
	static const char *const classes[] = { "", "", " class=\"band\"", " class=\"whole\"" };
	uint8_t byte;

	do {
		bytes_printf(&making->xml, "<tr%s>", classes[next(making) % 4]);
		do {
			add_cell(making, name, depth);
			byte = next(making);
		} while (byte % 4 && making->cells < CELLS_MOST);
		bytes_text(&making->xml, "</tr>");
	} while (byte && making->cells < CELLS_MOST);
}

static void add_columns(struct making *making)
{
	static const char *const widths[] = { "", " width=\"20%\"", " width=\"3cm\"",
		" width=\"0.1pt\"", " width=\"99%\"", " width=\"40cm\"" };

	for (uint8_t n = next(making) % 12; n; n--)
		bytes_printf(&making->xml, "<col%s/>", widths[next(making) % 6]);
}

static void add_table(struct making *making, int depth)
{
	uint8_t parts = next(making);

	bytes_text(&making->xml, "<table>");
	if (parts & 1)
		add_columns(making);
	if (parts & 2) {
		bytes_text(&making->xml, "<thead>");
		add_rows(making, "th", depth);
		bytes_text(&making->xml, "</thead>");
	}
	bytes_text(&making->xml, "<tbody>");
	if (!(parts & 4))
		add_rows(making, parts & 8 ? "th" : "td", depth);
	bytes_text(&making->xml, "</tbody></table>");
}

/*
 * One row of a tagged table: the slots that cells of rows above have taken, then its own.  A cell
 * that was added, since the row lacked one, says nothing of what it covers.
 */
static int fill_row(const struct pages *pages, int row, int *left, int room)
{
	int column = 0;

	for (int i = row + 1; i < pages->elements.n; i++) {
		const struct element *cell = &pages->elements.at[i];

		if (cell->parent != row)
			continue;
		assert(cell->tag == TAG_TD || cell->tag == TAG_TH);
		while (column < room && left[column])
			column++;
		for (int k = 0; k < (cell->columns ? cell->columns : 1); k++) {
			assert(column < room && !left[column]);
			left[column++] = cell->rows ? cell->rows : 1;
		}
	}
	for (column = 0; column < room && left[column]; column++)
		left[column]--;
	return column;
}

/* All rows of a part are equally wide, and no cell reaches below the last. */
static void check_part(struct fuzz *fuzz, const struct pages *pages, int part)
{
	enum { ROOM = 1001 };
	int *left = arena_alloc(fuzz->arena, ROOM * sizeof *left), width = -1;

	for (int i = part + 1; i < pages->elements.n; i++) {
		int n;

		if (pages->elements.at[i].parent != part)
			continue;
		assert(pages->elements.at[i].tag == TAG_TR);
		n = fill_row(pages, i, left, ROOM);
		assert(width < 0 || n == width);
		width = n;
	}
	for (int i = 0; i < ROOM; i++)
		assert(!left[i]);
}

static void check_tables(struct fuzz *fuzz, const struct pages *pages)
{
	for (int i = 0; i < pages->elements.n; i++) {
		enum tag tag = pages->elements.at[i].tag;

		if (tag == TAG_THEAD || tag == TAG_TBODY)
			check_part(fuzz, pages, i);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);
	struct making making = { data, data + size, { .arena = fuzz->arena }, 0 };
	struct pages *pages;
	struct doc *doc;
	xmlDoc *document;

	bytes_text(&making.xml, "<document xmlns='urn:raingan:document' title='ตาราง' lang='th'>");
	bytes_printf(&making.xml, "<page-sequence class='%s'>",
		next(&making) % 2 ? "body" : "small");
	do
		add_table(&making, 0);
	while (making.at < making.end && making.cells < CELLS_MOST);
	bytes_text(&making.xml, "</page-sequence></document>");

	document = fuzz_parse(fuzz, "table.xml", making.xml.at, making.xml.n);
	pages = fuzz_pages(fuzz, document, fuzz_read(fuzz, "tests/layout/styles.xml"), &doc);
	assert(pages);
	texts_check_all(fuzz, doc, pages);
	check_tables(fuzz, pages);
	fuzz_end(fuzz);
	return 0;
}
