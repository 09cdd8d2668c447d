/*
 * Report kinds are data: templates/KIND/kind.xml says which root element the
 * kind has, where its schema is, which templates it offers, which data files
 * are made of its reports.
 */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/problem.h"
#include "base/shelf.h"

struct data_file {
	const char *name, *media_type, *title;		/* see attachment.h */
	const char *template;				/* a file's name in the folder */
};

struct data_files LIST(struct data_file);

struct kind {
	const char *folder;		/* of its templates and styles.xml */
	const char *schema;		/* path of its XSD */
	const char *template;		/* a file's name in the folder */
	const char *styles;		/* the same; styles.xml unless the template names others */
	struct shelf *shelf;		/* of its compiled schemas and templates */
	const char *title;		/* of the template, for readers */
	bool needs_results;		/* the template tells what became of the measures */
	struct data_files data_files;	/* whatever the template */
	const char *library;		/* path of its standard measures; NULL: it has none */
	const char *library_schema;	/* path of their XSD */
	const char *web;		/* the template of its web page: a path in templates/ */
};

/*
 * The kind of the report by its root element, with the template of that name
 * (NULL: the first).
 * Reports KIND_UNKNOWN and TEMPLATE_MISSING, with NULL, and XML_SCHEMA of kind.xml.
 */
struct kind *kind_find(struct arena *, const struct resources *, xmlDoc *report,
	const char *template, struct problems *);

/*
 * Path of the empty report that a kind offers to begin with (its new=), the first kind's by
 * its folder's name; NULL with FILE_MISSING.
 */
const char *kind_find_empty(struct arena *, const char *root, struct problems *);

#endif
