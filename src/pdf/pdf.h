/* Finished pages as a PDF file. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "page/page.h"

/*
 * Writes the file beside path and renames it, so that an older one there is
 * never damaged.  The same pages give the same bytes.  Problems:
 * PDF_UNWRITABLE with the system's reason; PDF_INTERNAL if libharu fails.
 */
void pdf_write(struct arena *, const struct pages *, const char *path, struct problems *);

#endif
