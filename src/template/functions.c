#include "template/functions.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <string.h>

#include "base/csv.h"
#include "base/numeral.h"
#include "model/source.h"

#define FUNCTIONS_NS BAD_CAST "urn:raingan:functions"

enum { PHRASE_TEXTS = 5 };

static struct running_template *running(xmlXPathParserContext *parser)
{
	return xsltXPathGetTransformContext(parser)->_private;
}

static const char *pop_string(xmlXPathParserContext *parser, struct arena *arena)
{
	xmlChar *popped = xmlXPathPopString(parser);
	const char *text = popped ? arena_text(arena, (char *)popped) : "";

	xmlFree(popped);
	return text;
}

/* The one argument as text; NULL, with XPath's error set, if there is another number of them. */
static const char *pop_text(xmlXPathParserContext *parser, int n)
{
	if (n == 1)
		return pop_string(parser, running(parser)->scratch);
	xmlXPathSetArityError(parser);
	return NULL;
}

static void push_text(xmlXPathParserContext *parser, const char *text)
{
	valuePush(parser, xmlXPathWrapCString(xmlMemStrdup(text)));
}

/*
 * Pushes what the base function makes of the argument.  Where it makes
 * nothing, the argument is a problem of this kind, and stays as it is.
 */
static void call(xmlXPathParserContext *parser, int n,
	char *(*function)(struct arena *, const char *), enum problem_kind kind)
{
	struct running_template *template = running(parser);
	const char *text = pop_text(parser, n), *made;

	if (!text)
		return;
	made = function(template->scratch, text);
	if (!made)
		problem_report(template->problems, kind,
			source_place(xsltXPathGetTransformContext(parser)->node), text);
	push_text(parser, made ? made : text);
	arena_clear(template->scratch);
}

#define FUNCTION(name, function, kind) \
	static void name(xmlXPathParserContext *parser, int n) \
	{ \
		call(parser, n, function, PROBLEM_##kind); \
	}

FUNCTION(digits, numeral_thai_digits, NUMBER_INVALID)
FUNCTION(arabic_digits, numeral_ascii_digits, NUMBER_INVALID)
FUNCTION(letter, numeral_letter, NUMBER_INVALID)
FUNCTION(number, numeral_grouped, NUMBER_INVALID)
FUNCTION(baht, numeral_baht, MONEY_INVALID)
FUNCTION(date, numeral_thai_date, DATE_INVALID)
FUNCTION(short_date, numeral_short_date, DATE_INVALID)
FUNCTION(iso_date, numeral_iso_date, DATE_INVALID)
FUNCTION(fiscal_year, numeral_fiscal_year, MONTH_INVALID)
FUNCTION(fiscal_first_day, numeral_fiscal_first_day, YEAR_INVALID)
FUNCTION(fiscal_last_day, numeral_fiscal_last_day, YEAR_INVALID)

/* phrase('{1} has no {2}', @a, @b), for xsl:message: told in the reader's language. */
static void make_phrase(xmlXPathParserContext *parser, int n)
{
	struct arena *arena = running(parser)->arena;
	const char *texts[PHRASE_TEXTS + 1] = { NULL };

	if (n < 1 || n > PHRASE_TEXTS) {
		xmlXPathSetArityError(parser);
		return;
	}
	while (n--)
		texts[n] = pop_string(parser, arena);
	push_text(parser, phrase_make(arena, texts[0], texts + 1));
}

/* Adds the text with one space for all white space between its words, as normalize-space(). */
static void add_words(struct bytes *line, const char *text)
{
	static const char space[] = " \t\r\n";

	for (text += strspn(text, space); *text; text += strspn(text, space)) {
		size_t n = strcspn(text, space);

		bytes_add(line, text, n);
		text += n;
		if (text[strspn(text, space)])
			bytes_text(line, " ");
	}
}

static void add_line(struct bytes *lines, const xmlNode *node)
{
	xmlChar *text = xmlXPathCastNodeToString((xmlNode *)node);

	bytes_text(lines, lines->at ? "\n" : "");
	if (node->type == XML_ATTRIBUTE_NODE)
		bytes_text(lines, (char *)text);
	else
		add_words(lines, (char *)text);
	xmlFree(text);
}

/* A line for each node; of a variable's tree for each at its top. */
static const char *nodes_text(struct arena *arena, const xmlXPathObject *value)
{
	const xmlNodeSet *nodes = value->nodesetval;
	struct bytes lines = { .arena = arena };

	for (int i = 0; nodes && i < nodes->nodeNr; i++)
		if (value->type == XPATH_XSLT_TREE)
			for (xmlNode *node = nodes->nodeTab[i]->children; node; node = node->next)
				add_line(&lines, node);
		else
			add_line(&lines, nodes->nodeTab[i]);
	return lines.at ? lines.at : "";
}

static const char *pop_cell(xmlXPathParserContext *parser)
{
	xmlXPathObject *value;
	const char *text;

	if (!xmlXPathStackIsNodeSet(parser))
		return pop_string(parser, running(parser)->scratch);
	value = valuePop(parser);
	text = nodes_text(running(parser)->scratch, value);
	xmlXPathFreeObject(value);
	return text;
}

/* csv(@id, $lines): cells of a file of comma-separated values. */
static void csv(xmlXPathParserContext *parser, int n)
{
	struct arena *scratch = running(parser)->scratch;
	const char **texts = arena_alloc(scratch, (size_t)n * sizeof *texts);
	struct bytes cells = { .arena = scratch };

	if (!n) {
		xmlXPathSetArityError(parser);
		return;
	}
	for (int i = n; i--;)
		texts[i] = pop_cell(parser);
	bytes_text(&cells, "");
	for (int i = 0; i < n; i++) {
		bytes_text(&cells, i ? "," : "");
		csv_quote(&cells, texts[i]);
	}
	push_text(parser, cells.at);
	arena_clear(scratch);
}

void functions_register(xsltTransformContext *context)
{
	static const struct { const char *name; xmlXPathFunction function; } functions[] = {
		{ "digits", digits },
		{ "arabic-digits", arabic_digits },
		{ "letter", letter },
		{ "number", number },
		{ "baht", baht },
		{ "date", date },
		{ "short-date", short_date },
		{ "iso-date", iso_date },
		{ "fiscal-year", fiscal_year },
		{ "fiscal-first-day", fiscal_first_day },
		{ "fiscal-last-day", fiscal_last_day },
		{ "csv", csv },
		{ "phrase", make_phrase },
	};

	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		xsltRegisterExtFunction(context, BAD_CAST functions[i].name, FUNCTIONS_NS,
			functions[i].function);
}
