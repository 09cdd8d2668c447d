#include "template/functions.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "base/numeral.h"
#include "model/source.h"

#define FUNCTIONS_NS BAD_CAST "urn:raingan:functions"

enum { PHRASE_TEXTS = 5 };

static struct running_template *running(xmlXPathParserContext *parser)
{
	return xsltXPathGetTransformContext(parser)->_private;
}

/* The one argument as text; NULL, with XPath's error set, if there is another number of them. */
static const char *pop_text(xmlXPathParserContext *parser, int n)
{
	xmlChar *popped;
	const char *text;

	if (n != 1) {
		xmlXPathSetArityError(parser);
		return NULL;
	}
	popped = xmlXPathPopString(parser);
	text = popped ? arena_text(running(parser)->scratch, (char *)popped) : NULL;
	xmlFree(popped);
	return text;
}

static void push_text(xmlXPathParserContext *parser, const char *text)
{
	valuePush(parser, xmlXPathNewCString(text));
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
	while (n--) {
		xmlChar *popped = xmlXPathPopString(parser);

		texts[n] = popped ? arena_text(arena, (char *)popped) : "";
		xmlFree(popped);
	}
	push_text(parser, phrase_make(arena, texts[0], texts + 1));
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
		{ "fiscal-year", fiscal_year },
		{ "fiscal-first-day", fiscal_first_day },
		{ "fiscal-last-day", fiscal_last_day },
		{ "phrase", make_phrase },
	};

	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		xsltRegisterExtFunction(context, BAD_CAST functions[i].name, FUNCTIONS_NS,
			functions[i].function);
}
