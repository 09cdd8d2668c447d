/* Finished pages as a PDF file. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/attachment.h"
#include "page/page.h"

/* What the file is for. */
enum profile {
	PROFILE_ARCHIVE,	/* PDF/A-3a and PDF/UA-1, with its data inside */
	PROFILE_SCREEN,		/* PDF/UA-1: small, without data and colour profile */
};

struct pdf_options {
	enum profile profile;
	struct bytes colours;		/* an ICC profile of RGB, for the archive */
	struct attachments attachments;	/* no two of one name; for the archive */
};

/*
 * Writes the file beside path and renames it, so that an older one there is
 * never damaged.  The same pages and options give the same bytes.  Problems:
 * PDF_UNWRITABLE with the system's reason; PDF_INTERNAL if libharu fails.
 */
void pdf_write(struct arena *, const struct pages *, const struct pdf_options *,
	const char *path, struct problems *);

#endif
