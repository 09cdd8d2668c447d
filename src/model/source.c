#include "model/source.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/guard.h"
#include "model/syntax.h"

/* libxml2 tells some of its troubles to stderr only; what matters comes to our handlers too. */
__attribute__((format(printf, 2, 3)))
static void on_chatter(void *context, const char *format, ...)
{
	(void)context, (void)format;
}

static void on_stray_error(void *context, xmlError *error)
{
	(void)context, (void)error;
}

static xmlParserInput *refuse_entity(const char *url, const char *id, xmlParserCtxt *context)
{
	(void)url, (void)id, (void)context;
	return NULL;
}

void source_quiet(void)
{
	xmlSetGenericErrorFunc(NULL, on_chatter);
	xmlSetStructuredErrorFunc(NULL, on_stray_error);
}

/* memory.c lets requests of many MiB fail, as a template makes that doubles a text: not here. */
static void *must_alloc(size_t size)
{
	return arena_must(malloc(size ? size : 1));
}

static void *must_realloc(void *memory, size_t size)
{
	return arena_must(realloc(memory, size ? size : 1));
}

static char *must_copy(const char *text)
{
	return arena_must(strdup(text));
}

void source_start(void)
{
	xmlMemSetup(free, must_alloc, must_realloc, must_copy);
	xmlSetExternalEntityLoader(refuse_entity);
	source_quiet();
}

/* What a parser's callbacks report to; the context's _private. */
struct reading {
	const char *name;
	struct problems *problems;
	bool refused;		/* the rest is not worth telling */
	bool has_fault;		/* one was told */
	xmlParserCtxt *parser;
};

/* The path too, where it is not the place's own. */
static void report_missing(const char *path, const char *why, struct place place,
	struct problems *problems)
{
	if (strcmp(bytes_name(path), place.file) != 0)
		why = phrase(problems->arena, "{1}: {2}", path, why);
	problem_report(problems, PROBLEM_FILE_MISSING, place, why);
}

bool source_read_bytes(struct bytes *bytes, const char *path, struct place place,
	struct problems *problems)
{
	const char *why = bytes_read(bytes, path);

	if (why)
		report_missing(path, why, place, problems);
	return !why;
}

const char *source_message(struct arena *arena, const char *message)
{
	struct bytes text = { .arena = arena };

	bytes_text(&text, "");
	for (; message && *message; message++) {
		const char *close = *message == '{' ? strchr(message, '}') : NULL;

		if (close && memchr(message, ':', (size_t)(close - message)))
			message = close;
		else if (*message != '\n')
			bytes_add(&text, message, 1);
		else if (message[1])
			bytes_text(&text, " ");
	}
	return text.at;
}

/* Often a file that was saved in one encoding and declares another. */
static void report_encoding(struct reading *reading, int line)
{
	const xmlParserCtxt *parser = reading->parser;
	const xmlChar *encoding = parser->encoding ? parser->encoding
		: parser->input ? parser->input->encoding : NULL;

	if (!reading->refused)
		problem_report(reading->problems, PROBLEM_XML_ENCODING,
			((struct place){ reading->name, line }),
			encoding ? (const char *)encoding : "UTF-8");
	reading->refused = true;
}

/* What libxml2 does not tell its parser's own handler: that iconv stopped. */
static void on_conversion(void *context, xmlError *error)
{
	struct reading *reading = context;

	if (error->code == XML_I18N_CONV_FAILED || error->code == XML_IO_ENCODER)
		report_encoding(reading, xmlSAX2GetLineNumber(reading->parser));
}

static void on_error(void *context, xmlError *error)
{
	struct reading *reading = ((xmlParserCtxt *)context)->_private;
	struct place place = { reading->name, error->line };
	struct arena *arena = reading->problems->arena;
	const char *words;

	if (error->code == XML_ERR_UNSUPPORTED_ENCODING && error->str1) {
		if (!reading->refused)
			problem_report(reading->problems, PROBLEM_XML_ENCODING_UNKNOWN, place,
				error->str1);
		reading->refused = true;
		return;
	}
	if (error->message && !strncmp(error->message, "Input is not proper UTF-8", 25)) {
		report_encoding(reading, error->line);
		return;
	}
	if (reading->refused || error->level < XML_ERR_ERROR
			|| (reading->has_fault && syntax_is_echo(error)))
		return;
	reading->has_fault = true;
	words = syntax_explain(arena, error);
	problem_report(reading->problems, PROBLEM_XML_SYNTAX, place,
		words ? words : source_message(arena, error->message));
}

/* Called when the encoding is known, declared or found out. */
static void on_start(void *context)
{
	xmlParserCtxt *parser = context;
	struct reading *reading = parser->_private;
	const xmlCharEncodingHandler *encoder = parser->input->buf->encoder;

	xmlSAX2StartDocument(context);
	if (reading->refused || !encoder || guard_knows_encoding(encoder->name))
		return;
	problem_report(reading->problems, PROBLEM_XML_ENCODING_UNKNOWN,
		((struct place){ reading->name, 1 }), encoder->name);
	reading->refused = true;
	xmlStopParser(context);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external,
	const xmlChar *system)
{
	struct reading *reading = ((xmlParserCtxt *)context)->_private;
	struct place place = { reading->name, xmlSAX2GetLineNumber(context) };

	(void)name, (void)external, (void)system;
	if (!reading->refused)
		problem_report(reading->problems, PROBLEM_XML_DOCTYPE, place, "");
	reading->refused = true;
	xmlStopParser(context);
}

/* libxml2's own line is a short, wrong past 65,535 for an element without text. */
static void on_element(void *context, const xmlChar *name, const xmlChar *prefix,
	const xmlChar *uri, int namespaces, const xmlChar **namespace_list, int attributes,
	int defaulted, const xmlChar **attribute_list)
{
	xmlParserCtxt *parser = context;

	xmlSAX2StartElementNs(context, name, prefix, uri, namespaces, namespace_list,
		attributes, defaulted, attribute_list);
	if (parser->node)
		parser->node->_private = (void *)(intptr_t)xmlSAX2GetLineNumber(context);
}

static void use_dictionary(xmlParserCtxt *parser, xmlDict *dictionary)
{
	if (!dictionary)
		return;
	xmlDictFree(parser->dict);
	parser->dict = dictionary;
	xmlDictReference(dictionary);
}

void source_rename(xmlDoc *doc, const char *name)
{
	xmlFree((xmlChar *)doc->URL);
	doc->URL = xmlStrdup(BAD_CAST name);
}

xmlDoc *source_parse_loose(const struct bytes *bytes, const char *name, xmlDict *dictionary,
	struct problems *problems)
{
	xmlParserCtxt *parser;
	struct reading reading = { .name = name, .problems = problems };
	xmlDoc *doc;

	if (!guard_check(bytes, name, problems))
		return NULL;
	parser = reading.parser = xmlNewParserCtxt();
	parser->_private = &reading;
	parser->sax->serror = on_error;
	parser->sax->startDocument = on_start;
	parser->sax->internalSubset = on_doctype;
	parser->sax->startElementNs = on_element;
	use_dictionary(parser, dictionary);
	xmlSetStructuredErrorFunc(&reading, on_conversion);
	doc = xmlCtxtReadMemory(parser, bytes->at, (int)bytes->n, name, NULL,
		XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
	source_quiet();
	xmlFreeParserCtxt(parser);
	if (reading.refused)
		xmlFreeDoc(doc);
	if (reading.refused || !doc)
		return NULL;
	source_rename(doc, name);	/* libxml2 escapes it as a URI: not the author's name */
	return doc;
}

static void close_doc(void *doc)
{
	xmlFreeDoc(doc);
}

xmlDoc *source_own(struct arena *arena, xmlDoc *doc)
{
	return arena_own(arena, doc, close_doc);
}

void source_empty(xmlDoc *doc)
{
	xmlFreeNodeList(doc->children);
	doc->children = doc->last = NULL;
}

xmlDoc *source_parse(struct arena *arena, const struct bytes *bytes, const char *name,
	struct problems *problems)
{
	xmlDoc *doc = source_parse_loose(bytes, name, NULL, problems);

	return doc ? source_own(arena, doc) : NULL;
}

xmlDoc *source_read(struct arena *arena, const char *path, struct place place,
	struct problems *problems)
{
	struct bytes bytes = { .arena = arena };

	if (!source_read_bytes(&bytes, path, place, problems))
		return NULL;
	return source_parse(arena, &bytes, bytes_name(path), problems);
}

static int own_line(const xmlNode *node)
{
	return node && node->type == XML_ELEMENT_NODE ? (int)(intptr_t)node->_private : 0;
}

struct place source_place(const xmlNode *node)
{
	struct place place = { "", 0 };

	if (node->doc && node->doc->URL)
		place.file = (const char *)node->doc->URL;
	for (; node && !place.line; node = node->parent)
		place.line = own_line(node);
	return place;
}

xmlNode *source_walk(xmlNode *root, xmlNode *node)
{
	xmlNode *next = node ? xmlFirstElementChild(node) : root;

	for (; node && !next && node != root; node = node->parent)
		next = xmlNextElementSibling(node);
	return next;
}

xmlNs *source_namespace(xmlNode *node)
{
	xmlNode *root = xmlDocGetRootElement(node->doc);
	xmlNs *run = xmlSearchNsByHref(node->doc, node, BAD_CAST SOURCE_RUN_NS);
	char prefix[16] = "r";

	/* the author may call something else r */
	for (int i = 1; !run && !(run = xmlNewNs(root, BAD_CAST SOURCE_RUN_NS, BAD_CAST prefix));
			i++)
		snprintf(prefix, sizeof prefix, "r%d", i);
	return run;
}

void source_mark(xmlNode *node, const char *name, const char *value)
{
	xmlSetNsProp(node, source_namespace(node), BAD_CAST name, BAD_CAST value);
}

void source_mark_lines(struct arena *arena, xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlNs *run = source_namespace(root);
	struct bytes digits = { .arena = arena };

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		digits.n = 0;
		bytes_int(&digits, source_place(node).line);
		xmlSetNsProp(node, run, BAD_CAST "line", BAD_CAST digits.at);
	}
}

void source_note_lines(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	for (xmlNode *node = root; node; node = source_walk(root, node)) {
		const xmlAttr *mark = xmlHasNsProp(node, BAD_CAST "line",
			BAD_CAST SOURCE_RUN_NS);
		const xmlNode *line = mark ? mark->children : NULL;

		if (line && line->content)
			node->_private = (void *)(intptr_t)atoi((const char *)line->content);
	}
}

static const xmlAttr *find_attribute(const xmlNode *node, const char *name)
{
	const xmlAttr *attribute = node->type == XML_ELEMENT_NODE ? node->properties : NULL;

	while (attribute && (attribute->ns || strcmp((const char *)attribute->name, name) != 0))
		attribute = attribute->next;
	return attribute;
}

/* As a rule a value is one text. */
const char *source_attribute(struct arena *arena, const xmlNode *node, const char *name)
{
	const xmlAttr *attribute = find_attribute(node, name);
	const xmlNode *value = attribute ? attribute->children : NULL;
	const char *text;
	xmlChar *whole;

	if (!attribute)
		return NULL;
	if (value && !value->next && value->type == XML_TEXT_NODE)
		return arena_text(arena, (const char *)value->content);
	whole = xmlNodeListGetString(node->doc, value, 1);
	text = arena_text(arena, whole ? (char *)whole : "");
	xmlFree(whole);
	return text;
}

bool source_is_one_of(const xmlNode *node, const char *const *names)
{
	for (; *names; names++)
		if (source_is(node, *names))
			return true;
	return false;
}

bool source_is_empty(const xmlNode *node)
{
	xmlChar *text = xmlNodeGetContent(node);
	bool empty = !xmlChildElementCount((xmlNode *)node)
		&& text[strspn((char *)text, " \t\r\n")] == '\0';

	xmlFree(text);
	return empty;
}

static void close_bytes(void *bytes)
{
	xmlFree(bytes);
}

void source_write(xmlDoc *doc, struct bytes *bytes)
{
	xmlChar *text;
	int n;

	xmlDocDumpMemoryEnc(doc, &text, &n, "UTF-8");
	arena_own(bytes->arena, text, close_bytes);
	bytes_add(bytes, text, (size_t)n);
}
