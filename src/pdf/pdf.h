/* Finished pages as a PDF file. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/attachment.h"
#include "base/timings.h"
#include "page/page.h"
#include "pdf/pack.h"

/* What the file is for. */
enum profile {
	PROFILE_ARCHIVE,	/* PDF/A-3a and PDF/UA-1, with its data inside */
	PROFILE_PRINT,		/* PDF/A-2a and PDF/UA-1, for paper: grey, both sides */
	PROFILE_SCREEN,		/* PDF/UA-1: small, without data and colour profile */
};

/* Two pages side by side on each side of sheets that are folded once: PDF/A-2b, untagged. */
enum booklet { BOOKLET_NONE, BOOKLET_A4, BOOKLET_A3 };

struct pdf_options {
	enum profile profile;
	enum packing packing;
	enum booklet booklet;		/* the size of its sheets */
	bool one_sided;			/* PRINT: not on both sides */
	int copies;			/* PRINT: that the printer is asked for; 0: not said */
	const struct bytes *colours;	/* an ICC profile of RGB, deflated; but for the screen */
	struct attachments attachments;	/* no two of one name; for the archive */
	struct timings *timings;	/* or NULL; enters STAGE_WRITE to save the file */
};

/*
 * The attachment as the archive holds it, instead of its bytes: of a large report they need not
 * be held while it is set.
 */
void pdf_pack(struct arena *, struct attachment *);

/*
 * Writes the file beside path and renames it, so that an older one there is
 * never damaged.  The same pages and options give the same bytes.  Problems:
 * PDF_UNWRITABLE with the system's reason; PDF_INTERNAL if libharu or libqpdf
 * fails; LIBRARY_MISSING where a packing asks for libqpdf.
 */
void pdf_write(struct arena *, const struct pages *, const struct pdf_options *,
	const char *path, struct problems *);

#endif
