#include "template/template.h"

#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/machine.h"
#include "model/guard.h"
#include "model/source.h"
#include "template/functions.h"

enum {
	STEPS_PER_ELEMENT = 300,	/* the tables of measures take half as many */
	MESSAGE_SIZE = 1024,
};

struct template {
	const char *folder, *file;
	xsltStylesheet *sheet;
};

/* libxslt tells a mistake in two or three calls: the place first, then what it is. */
struct transcript {
	struct running_template *template;
	struct place place;		/* line 0: none was told */
	struct bytes line;		/* until its line feed */
	const char *detail;		/* what XPath said before, or NULL */
	bool failed;
};

static struct place template_place(struct running_template *template, const char *path, int line)
{
	struct place place = { arena_printf(template->arena, "%s/%s", template->folder,
		*path == '/' ? path + 1 : path), line };

	return place;
}

static struct place own_place(struct running_template *template)
{
	return template_place(template, template->file, 0);
}

/* "...: file /report.xsl line 7 element import"; false if the line says something else. */
static bool note_place(struct transcript *transcript, const char *text)
{
	const char *file = strstr(text, "file ");
	const char *line = file ? strstr(file, " line ") : NULL;

	if (!line || !strstr(line, " element "))
		return false;
	transcript->place = template_place(transcript->template, arena_copy(
		transcript->template->arena, file + 5, (size_t)(line - file - 5)), atoi(line + 6));
	return true;
}

static void report_failed(struct transcript *transcript, struct place place, const char *text)
{
	struct problems *problems = transcript->template->problems;

	if (transcript->detail)
		text = phrase(problems->arena, "{1} ({2})", text, transcript->detail);
	transcript->detail = NULL;
	transcript->failed = true;
	problem_report(problems, PROBLEM_TEMPLATE_FAILED, place, text);
}

/* A line without a place before it is an xsl:message, or the tail of a failure. */
static void report_line(struct transcript *transcript)
{
	const char *text = transcript->line.at;

	if (!*text || note_place(transcript, text))
		return;
	if (transcript->place.line)
		report_failed(transcript, transcript->place, text);
	else if (!transcript->failed)
		problem_report(transcript->template->problems, PROBLEM_TEMPLATE_MESSAGE,
			own_place(transcript->template), text);
	transcript->place.line = 0;
}

__attribute__((format(printf, 2, 3)))
static void on_message(void *context, const char *format, ...)
{
	struct transcript *transcript = context;
	char text[MESSAGE_SIZE];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	for (const char *c = text; *c; c++) {
		if (*c != '\n') {
			bytes_add(&transcript->line, c, 1);
			continue;
		}
		bytes_text(&transcript->line, "");
		report_line(transcript);
		transcript->line.n = 0;
	}
}

/* XPath tells what is wrong before libxslt tells where. */
static void on_xpath_error(void *context, xmlError *error)
{
	struct transcript *transcript = context;
	struct arena *arena = transcript->template->arena;
	size_t n = error->message ? strcspn(error->message, "\n") : 0;

	if (!transcript->detail && n)
		transcript->detail = arena_printf(arena, "%.*s%s%s", (int)n, error->message,
			error->str1 ? ": " : "", error->str1 ? error->str1 : "");
}

/* Errors of compiling are global in libxslt: caught only while we are in it. */
static void listen(struct transcript *transcript)
{
	xsltSetGenericErrorFunc(transcript, on_message);
	xmlSetStructuredErrorFunc(transcript, on_xpath_error);
}

static void stop_listening(void)
{
	xsltSetGenericErrorFunc(NULL, NULL);
	source_quiet();
}

/* NULL if there is no such file. */
static char *true_path(const char *path)
{
	char *real = realpath(path, NULL);

	if (!real)
		machine_reason(errno, path);
	return real;
}

/* The file that uri means inside the folder; NULL if there is none or a link leads out. */
static const char *find_inside(struct running_template *template, const char *uri)
{
	char *name = xmlURIUnescapeString(uri, 0, NULL);
	const char *path = template_place(template, name, 0).file;
	char *folder = true_path(template->folder), *real = true_path(path);
	bool inside = real && folder && !strncmp(real, folder, strlen(folder))
		&& real[strlen(folder)] == '/';

	xmlFree(name);
	free(real);
	free(folder);
	return inside ? path : NULL;
}

static struct running_template *choose_running(void *context, xsltLoadType type)
{
	xsltStylesheet *sheet = context;

	if (type == XSLT_LOAD_DOCUMENT)
		return ((xsltTransformContext *)context)->_private;
	while (sheet->parent)
		sheet = sheet->parent;
	return sheet->_private;
}

static xmlDoc *load(const xmlChar *uri, xmlDict *dictionary, int options, void *context,
	xsltLoadType type)
{
	struct running_template *template = choose_running(context, type);
	struct bytes bytes = { .arena = template->arena };
	const char *path = find_inside(template, (const char *)uri);
	struct place place = own_place(template);
	xmlDoc *doc;

	(void)options;
	if (!path) {
		problem_report(template->problems, PROBLEM_TEMPLATE_ACCESS, place,
			phrase(template->arena, N_("read {1}: its folder has no such file"),
				(const char *)uri));
		return NULL;
	}
	if (!source_read_bytes(&bytes, path, place, template->problems))
		return NULL;
	doc = source_parse_loose(&bytes, path, dictionary, template->problems);
	if (doc)
		source_rename(doc, (const char *)uri);
	return doc;
}

static void close_security(void *security)
{
	xsltFreeSecurityPrefs(security);
}

static void report_access(xsltTransformContext *context, const char *what, const char *value)
{
	struct running_template *template = context ? context->_private : NULL;

	if (template)
		problem_report(template->problems, PROBLEM_TEMPLATE_ACCESS, own_place(template),
			phrase(template->arena, what, value));
}

static int refuse_writing(xsltSecurityPrefs *security, xsltTransformContext *context,
	const char *value)
{
	(void)security;
	report_access(context, N_("write {1}"), value);
	return 0;
}

static int refuse_network(xsltSecurityPrefs *security, xsltTransformContext *context,
	const char *value)
{
	(void)security;
	report_access(context, N_("reach the network: {1}"), value);
	return 0;
}

static xsltSecurityPrefs *forbid_all_but_reading(struct arena *arena)
{
	static const struct { xsltSecurityOption option; xsltSecurityCheck check; } options[] = {
		{ XSLT_SECPREF_WRITE_FILE, refuse_writing },
		{ XSLT_SECPREF_CREATE_DIRECTORY, refuse_writing },
		{ XSLT_SECPREF_READ_NETWORK, refuse_network },
		{ XSLT_SECPREF_WRITE_NETWORK, refuse_network },
	};
	xsltSecurityPrefs *security = arena_own(arena, xsltNewSecurityPrefs(), close_security);

	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		xsltSetSecurityPrefs(security, options[i].option, options[i].check);
	return security;
}

static void close_sheet(void *sheet)
{
	xsltFreeStylesheet(sheet);
}

static bool compile(struct arena *arena, struct template *template, xmlDoc *doc,
	struct running_template *running)
{
	struct transcript transcript = { .template = running, .line = { .arena = arena } };
	int status;

	template->sheet = arena_own(arena, xsltNewStylesheet(), close_sheet);
	template->sheet->_private = running;
	xsltSetLoaderFunc(load);
	xsltSetDefaultSecurityPrefs(forbid_all_but_reading(arena));
	listen(&transcript);
	status = xsltParseStylesheetUser(template->sheet, doc);
	stop_listening();
	xsltSetDefaultSecurityPrefs(NULL);
	template->sheet->_private = NULL;
	if (status && !template->sheet->doc)
		xmlFreeDoc(doc);	/* it did not take it */
	return !status && !template->sheet->errors && !transcript.failed;
}

static struct template *read_template(struct arena *arena, const char *folder, const char *file,
	struct problems *problems)
{
	struct template *template = arena_new(arena, struct template);
	struct running_template running = { folder, file, arena, problems, NULL };
	struct bytes bytes = { .arena = arena };
	const char *path = arena_printf(arena, "%s/%s", folder, file);
	xmlDoc *doc;

	*template = (struct template){ folder, file, NULL };
	if (!source_read_bytes(&bytes, path, (struct place){ path, 0 }, problems))
		return NULL;
	doc = source_parse_loose(&bytes, path, NULL, problems);
	if (!doc)
		return NULL;
	source_rename(doc, arena_printf(arena, "/%s", file));
	if (compile(arena, template, doc, &running))
		return template;
	if (problems->worst < ERROR)
		problem_report(problems, PROBLEM_TEMPLATE_FAILED, ((struct place){ path, 0 }),
			N_("it cannot be compiled"));
	return NULL;
}

struct template *template_read(struct shelf *shelf, const char *folder, const char *file,
	struct problems *problems)
{
	struct arena *arena = shelf->arena;
	const char *path = arena_printf(problems->arena, "%s/%s", folder, file);
	struct template *template = shelf_find(shelf, path);

	if (template)
		return template;
	template = read_template(arena, arena_text(arena, folder), arena_text(arena, file),
		problems);
	return template ? shelf_keep(shelf, path, template) : NULL;
}

/* Of a large report more is to be made. */
static unsigned long count_steps(xmlDoc *source)
{
	xmlNode *root = xmlDocGetRootElement(source);
	unsigned long n = LIMIT_TEMPLATE_STEPS;

	for (xmlNode *node = root; node; node = source_walk(root, node))
		n += STEPS_PER_ELEMENT;
	return n;
}

static xmlDoc *run(const struct template *template, xsltTransformContext *context,
	xmlDoc *source, struct transcript *transcript)
{
	xmlDoc *result;

	context->_private = transcript->template;
	context->opLimit = context->xpathCtxt->opLimit = count_steps(source);
	context->maxTemplateDepth = LIMIT_TEMPLATE_DEPTH;
	functions_register(context);
	xsltSetCtxtSecurityPrefs(forbid_all_but_reading(transcript->template->arena), context);
	xsltSetTransformErrorFunc(context, transcript, on_message);
	listen(transcript);
	result = xsltApplyStylesheetUser(template->sheet, source, NULL, NULL, NULL, context);
	stop_listening();
	return result;
}

static void report_failure(xsltTransformContext *context,
	struct transcript *transcript)
{
	struct running_template *running = transcript->template;
	struct place place = own_place(running);

	if (context->opCount >= context->opLimit
			|| context->xpathCtxt->opCount >= context->xpathCtxt->opLimit)
		problem_report(running->problems, PROBLEM_TEMPLATE_ENDLESS, place,
			arena_printf(running->arena, "%lu", context->opLimit));
	else if (!transcript->failed && running->problems->worst < ERROR)
		problem_report(running->problems, PROBLEM_TEMPLATE_FAILED, place,
			N_("it stopped itself"));
}

/* Answers the result, which the arena owns; NULL after a problem. */
static xmlDoc *transform(struct arena *arena, const struct template *template, xmlDoc *source,
	struct problems *problems, bool needs_root)
{
	struct running_template running = { template->folder, template->file, arena, problems,
		arena_open() };
	struct transcript transcript = { .template = &running, .line = { .arena = arena } };
	xsltTransformContext *context = xsltNewTransformContext(template->sheet, source);
	xmlDoc *result = run(template, context, source, &transcript);
	bool good = result && context->state == XSLT_STATE_OK && !transcript.failed
		&& (!needs_root || xmlDocGetRootElement(result));

	if (!good)
		report_failure(context, &transcript);
	else
		good = guard_check_tree(result, own_place(&running), problems);
	xsltFreeTransformContext(context);
	arena_close(running.scratch);
	if (result)
		source_own(arena, result);
	return good ? result : NULL;
}

xmlDoc *template_apply(struct arena *arena, const struct template *template, xmlDoc *source,
	struct problems *problems)
{
	xmlDoc *result = transform(arena, template, source, problems, true);

	if (!result)
		return NULL;
	source_rename(result, (const char *)source->URL);
	source_note_lines(result);
	return result;
}

bool template_write(struct arena *arena, const struct template *template, xmlDoc *source,
	struct bytes *bytes, struct problems *problems)
{
	xmlDoc *result = transform(arena, template, source, problems, false);
	xmlChar *text = NULL;
	int n = 0;

	if (!result)
		return false;
	xsltSaveResultToString(&text, &n, result, template->sheet);
	source_empty(result);
	bytes_reserve(bytes, (size_t)n);
	bytes_add(bytes, text, (size_t)n);
	xmlFree(text);
	return true;
}
