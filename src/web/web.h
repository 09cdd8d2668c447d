/* A report's web page: a folder that needs nothing from outside it. */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include <libxml/tree.h>

#include "base/attachment.h"
#include "base/shelf.h"
#include "base/problem.h"

struct web {
	const struct resources *resources;
	const char *fonts;		/* the folder of their WOFF2 files */
	const char *template;		/* makes the page; its path in templates/ */
	const char *folder;		/* to be filled; it exists, and the PDF is in it */
	const char *pdf, *pdf_title;	/* the PDF's name in folder, and what it is */
	xmlDoc *source, *document;	/* the annotated tree; the document after doc_read() */
	const struct attachments *attachments;
};

/*
 * Writes the attachments, the style sheet and the fonts, each whole or not at
 * all, and, if all of them stand there, index.html.  The page's template gets
 * the source with this at the end of its root:
 *
 *   <r:web>
 *     <r:file name media-type title size/>	the PDF, then each attachment; size in bytes
 *     <document>				with what doc_read() marked
 *   </r:web>
 *
 * Reports FILE_UNWRITABLE, FILE_MISSING and the template's problems.
 */
void web_write(struct arena *, const struct web *, struct problems *);

#endif
