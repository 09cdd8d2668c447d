/*
 * XML files, read safely: no DOCTYPE, no entities, no network, every element
 * with its true line.  Everything that is XML goes through here: the report,
 * documents, styles, catalogues, schemes, templates.
 */
#ifndef MODEL_SOURCE_H
#define MODEL_SOURCE_H

#include <stdbool.h>
#include <string.h>
#include <libxml/tree.h>

#include "base/bytes.h"
#include "base/problem.h"

#define SOURCE_RUN_NS "urn:raingan:run"		/* what raingan puts on the tree */

/*
 * Once, before anything else of libxml2: its allocators end the program when
 * memory is short, external entities are refused, nothing is written to stderr.
 */
void source_start(void);

/* Again nothing to stderr, after somebody listened to libxml2's global errors. */
void source_quiet(void);

/*
 * The whole file as bytes; reports FILE_MISSING at place with the system's
 * reason and answers false.  Folders and files over 256 MiB are refused too.
 */
bool source_read_bytes(struct bytes *, const char *path, struct place, struct problems *);

/* NULL after a problem (FILE_MISSING at place, XML_SYNTAX, XML_DOCTYPE). */
xmlDoc *source_read(struct arena *, const char *path, struct place, struct problems *);

/* The same from memory; name is what problems call it. */
xmlDoc *source_parse(struct arena *, const struct bytes *, const char *name, struct problems *);

/* The same, for libxslt: its own dictionary (or NULL), and the caller frees the document. */
xmlDoc *source_parse_loose(const struct bytes *, const char *name, xmlDict *,
	struct problems *);

/* Closes the document with the arena; answers it. */
xmlDoc *source_own(struct arena *, xmlDoc *);

/* Nobody needs its nodes any more; its name stays, for places. */
void source_empty(xmlDoc *);

/* From now on the document is called so: its URL, the file of its places. */
void source_rename(xmlDoc *, const char *name);

/* libxml2's message as one line without {namespaces}: they only confuse. */
const char *source_message(struct arena *, const char *message);

/* Where the node stands in the author's file: the document's URL, its nearest element's line. */
struct place source_place(const xmlNode *);

/* Puts @r:line on every element, so that lines survive the template. */
void source_mark_lines(struct arena *, xmlDoc *);

/* Notes the lines of what a template made by those marks, for source_place(). */
void source_note_lines(xmlDoc *);

/* raingan's own namespace, declared at the tree's root if need be. */
xmlNs *source_namespace(xmlNode *);

/* Puts an attribute of that namespace on the element. */
void source_mark(xmlNode *, const char *name, const char *value);

/* The attribute without a namespace as arena text, or NULL. */
const char *source_attribute(struct arena *, const xmlNode *, const char *name);

/* An element of that name; namespaces are the schema's business. */
static inline bool source_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && (char)*node->name == *name
		&& !strcmp((const char *)node->name, name);
}

/* One of these names, the last of which is NULL. */
bool source_is_one_of(const xmlNode *, const char *const *names);

/* Neither text nor an element that becomes some. */
bool source_is_empty(const xmlNode *);

/* The next element in document order below root, NULL after the last; root itself first. */
xmlNode *source_walk(xmlNode *root, xmlNode *node);

/* Adds the document as a file, in UTF-8. */
void source_write(xmlDoc *, struct bytes *);

#endif
