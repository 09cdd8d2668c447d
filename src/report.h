/* The whole way from a report's XML to a PDF. */
#ifndef REPORT_H
#define REPORT_H

#include "base/folder.h"
#include "doc/edition.h"
#include "page/excerpt.h"
#include "pdf/pdf.h"
#include "session.h"

enum report_goal {
	REPORT_PDF,
	REPORT_WEB,			/* the PDF, and around it the files of the web page */
	REPORT_CHECK,			/* every stage but pdf */
	REPORT_SOURCES,			/* as far as is needed to know what it takes */
	REPORT_DUMP_TREE, REPORT_DUMP_DOC, REPORT_DUMP_TEXT, REPORT_DUMP_STRIPS,
	REPORT_DUMP_PAGES, REPORT_DUMP_FILES,
};

/* What is known after a run besides its PDF. */
struct findings {
	struct paths sources;		/* the files that it takes, the resources not among them,
					 * and those that it would if they were there */
	int pages;
};

struct report {
	const char *source_path;	/* "-": standard input */
	const char *styles_path;	/* of a document to render; NULL: the source is a report */
	const char *template;		/* by name; NULL: the kind's first */
	const char *pdf_path;		/* "-": standard output */
	struct findings *findings;	/* NULL, or what is filled in as far as it is known */
	enum report_goal goal;
	enum profile profile;
	enum booklet booklet;
	struct edition edition;
	struct excerpt excerpt;
	bool one_sided;			/* as in struct pdf_options, and copies */
	int copies;
	enum packing packing;
	bool strict;			/* warnings stop it too */
	bool makes_folder;		/* the PDF's, where it is missing */
};

/* Stops after the first stage that reports an ERROR.  Dumps go to dump. */
void report_build(struct arena *, struct session *, const struct report *, struct bytes *dump,
	struct problems *);

#endif
