/* Imposition: two pages on each side of a sheet, in the order that folding needs. */
#ifndef PDF_BOOKLET_H
#define PDF_BOOKLET_H

#include "pdf/content.h"
#include "pdf/pdf.h"

/* Writes the sheets' sides as the file's pages; bound at the left. */
void booklet_write(const struct contents *, enum booklet size);

#endif
