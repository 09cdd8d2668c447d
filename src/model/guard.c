#include "model/guard.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"

enum { END = -1 };

/* A place in the bytes; a unit is a byte, or of UTF-16 two. */
struct scan {
	const unsigned char *at, *end;
	int width, high;		/* of a unit; which of its bytes is worth more */
	struct arena *arena;
	int depth, nodes, attributes;	/* attributes: of this element */
	const char *fault;		/* there is more of something than may be; or NULL */
	bool is_over;			/* no more is to be looked at */
};

static int peek(const struct scan *scan)
{
	if (scan->end - scan->at < scan->width)
		return END;
	return scan->width == 1 ? *scan->at
		: scan->at[scan->high] << 8 | scan->at[1 - scan->high];
}

static int next(struct scan *scan)
{
	int unit = peek(scan);

	if (unit == END)
		scan->is_over = true;
	else
		scan->at += scan->width;
	return unit;
}

static const char too_deep[] = N_("elements stand inside each other on more than {1} levels");

/* Stops at the first thing of which there is too much. */
static void limit(struct scan *scan, ptrdiff_t n, int most, const char *message)
{
	if (n <= most || scan->is_over)
		return;
	scan->fault = phrase(scan->arena, message, arena_printf(scan->arena, "%d", most));
	scan->is_over = true;
}

static void limit_nodes(struct scan *scan)
{
	limit(scan, ++scan->nodes, LIMIT_XML_NODES,
		N_("it has more than {1} elements and attributes"));
}

/* Past the next such unit. */
static void find(struct scan *scan, int unit)
{
	const unsigned char *found;

	if (scan->width == 1) {
		found = memchr(scan->at, unit, (size_t)(scan->end - scan->at));
		scan->at = found ? found + 1 : scan->end;
		scan->is_over = !found;
		return;
	}
	while (!scan->is_over && next(scan) != unit)
		;
}

/* Takes the text if it is next. */
static bool takes(struct scan *scan, const char *text)
{
	struct scan ahead = *scan;

	for (; *text; text++)
		if (next(&ahead) != (unsigned char)*text)
			return false;
	scan->at = ahead.at;
	return true;
}

/* Too much of it is told where it begins. */
static void skip_past(struct scan *scan, int unit, const char *rest)
{
	const unsigned char *from = scan->at;
	ptrdiff_t n;

	do
		find(scan, unit);
	while (!scan->is_over && !takes(scan, rest));
	n = (scan->at - from) / scan->width - 1 - (ptrdiff_t)strlen(rest);
	if (n > LIMIT_XML_TEXT) {
		scan->at = from;
		scan->is_over = false;
		limit(scan, n, LIMIT_XML_TEXT,
			N_("a text or value has more than {1} characters"));
	}
}

static void scan_value(struct scan *scan, int quote)
{
	limit(scan, ++scan->attributes, LIMIT_XML_ATTRIBUTES,
		N_("an element has more than {1} attributes"));
	limit_nodes(scan);
	if (!scan->is_over)
		skip_past(scan, quote, "");
}

/* Names and spaces; answers what is last of them, or 0.  There is a NUL behind the bytes. */
static int skip_names(struct scan *scan)
{
	size_t n = scan->width == 1 ? strcspn((const char *)scan->at, "<>\"'") : 0;

	scan->at += n;
	return n ? scan->at[-1] : 0;
}

/* Behind its "<". */
static void scan_start_tag(struct scan *scan)
{
	int unit = 0, last = 0, name;

	scan->attributes = 0;
	limit_nodes(scan);
	limit(scan, ++scan->depth, LIMIT_XML_DEPTH, too_deep);
	while (!scan->is_over && unit != '>') {
		name = skip_names(scan);
		last = name ? name : unit;
		unit = next(scan);
		if (unit == '"' || unit == '\'')
			scan_value(scan, unit);
		scan->is_over |= unit == '<';
	}
	scan->depth -= last == '/';
}

static void scan_mark(struct scan *scan)
{
	if (takes(scan, "!--"))
		skip_past(scan, '-', "->");
	else if (takes(scan, "![CDATA["))
		skip_past(scan, ']', "]>");
	else if (takes(scan, "?"))
		skip_past(scan, '?', ">");
	else if (takes(scan, "/"))
		scan->depth--;
	else if (peek(scan) == '!')
		scan->is_over = true;	/* a DOCTYPE, which the parser tells of */
	else
		scan_start_tag(scan);
}

static void scan_all(struct scan *scan)
{
	while (!scan->is_over) {
		skip_past(scan, '<', "");
		if (!scan->is_over)
			scan_mark(scan);
	}
}

/* Lines are counted only where one is to be told. */
static int line_of(struct scan scan, const struct bytes *bytes)
{
	const unsigned char *here = scan.at;
	int line = 1;

	scan.at = (const unsigned char *)bytes->at;
	while (scan.at < here)
		line += next(&scan) == '\n';
	return line;
}

/* As libxml2 finds it out (XML 1.0, appendix F): by the mark of order, or by the first "<?". */
static void choose_units(struct scan *scan)
{
	static const struct { const char *begin; size_t n; int high; } kinds[] = {
		{ "\xff\xfe", 2, 1 }, { "\xfe\xff", 2, 0 },
		{ "<\0?\0", 4, 1 }, { "\0<\0?", 4, 0 },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if ((size_t)(scan->end - scan->at) >= kinds[i].n
				&& !memcmp(scan->at, kinds[i].begin, kinds[i].n)) {
			scan->width = 2;
			scan->high = kinds[i].high;
		}
}

/* Moves to the first NUL, which a parser would take for the end, or to half a unit at the end. */
static bool find_fault(struct scan *scan)
{
	const unsigned char *from = scan->at;

	find(scan, '\0');
	if (scan->is_over && scan->at == scan->end)
		scan->at = from;
	return !scan->is_over || scan->at != from;
}

bool guard_check(const struct bytes *bytes, const char *name, struct problems *problems)
{
	const unsigned char *at = (const unsigned char *)bytes->at;
	struct scan scan = { .at = at, .end = at + bytes->n, .width = 1,
		.arena = problems->arena };

	choose_units(&scan);
	if (find_fault(&scan)) {
		problem_report(problems, PROBLEM_XML_ENCODING,
			((struct place){ name, line_of(scan, bytes) }),
			scan.width == 1 ? "UTF-8" : "UTF-16");
		return false;
	}
	scan.is_over = false;
	scan_all(&scan);
	if (scan.fault)
		problem_report(problems, PROBLEM_XML_LARGE,
			((struct place){ name, line_of(scan, bytes) }), scan.fault);
	return !scan.fault;
}

/* The next node of the tree in its order; NULL behind the last. */
static xmlNode *step(struct scan *scan, xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE && node->children) {
		scan->depth++;
		return node->children;
	}
	for (; scan->depth && !node->next; scan->depth--)
		node = node->parent;
	return scan->depth ? node->next : NULL;
}

bool guard_check_tree(xmlDoc *doc, struct place place, struct problems *problems)
{
	struct scan scan = { .arena = problems->arena };
	xmlNode *node = xmlDocGetRootElement(doc);

	for (; node && !scan.is_over; node = step(&scan, node)) {
		limit(&scan, scan.depth + 1, LIMIT_XML_DEPTH, too_deep);
		limit_nodes(&scan);
		for (xmlAttr *attribute = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
				attribute; attribute = attribute->next)
			limit_nodes(&scan);
	}
	if (scan.fault)
		problem_report(problems, PROBLEM_XML_LARGE, place, scan.fault);
	return !scan.fault;
}

bool guard_knows_encoding(const char *name)
{
	static const char *const beginnings[] = { "UTF-8", "UTF-16", "ASCII", "US-ASCII",
		"ISO-8859-", "WINDOWS-", "TIS-620", "TIS620", "CP874", "CP125" };

	for (size_t i = 0; name && i < sizeof beginnings / sizeof *beginnings; i++)
		if (!strncasecmp(name, beginnings[i], strlen(beginnings[i])))
			return true;
	return !name;
}
