#include "template/functions.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "base/numeral.h"
#include "model/source.h"

#define FUNCTIONS_NS BAD_CAST "urn:raingan:functions"

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
	text = popped ? arena_text(running(parser)->arena, (char *)popped) : NULL;
	xmlFree(popped);
	return text;
}

static void push_text(xmlXPathParserContext *parser, const char *text)
{
	valuePush(parser, xmlXPathNewCString(text));
}

static void digits(xmlXPathParserContext *parser, int n)
{
	const char *text = pop_text(parser, n);

	if (text)
		push_text(parser, numeral_thai_digits(running(parser)->arena, text));
}

static void date(xmlXPathParserContext *parser, int n)
{
	struct running_template *template = running(parser);
	const char *text = pop_text(parser, n), *words;

	if (!text)
		return;
	words = numeral_thai_date(template->arena, text);
	if (!words)
		problem_report(template->problems, PROBLEM_DATE_INVALID,
			source_place(xsltXPathGetTransformContext(parser)->node), text);
	push_text(parser, words ? words : text);
}

void functions_register(xsltTransformContext *context)
{
	static const struct { const char *name; xmlXPathFunction function; } functions[] = {
		{ "digits", digits },
		{ "date", date },
	};

	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		xsltRegisterExtFunction(context, BAD_CAST functions[i].name, FUNCTIONS_NS,
			functions[i].function);
}
