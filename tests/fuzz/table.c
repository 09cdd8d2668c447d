/*
 * Tables with arbitrary spans: no text is lost or shown twice, and the tagged table is regular.
 * The bytes are a list of cells, see add_cell().
 */
#include "shared/fuzz.h"
#include "shared/tags.h"
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
	tags_check(fuzz, pages);
	fuzz_end(fuzz);
	return 0;
}
