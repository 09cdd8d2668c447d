/* What the file says about itself: its metadata as XMP (ISO 16684-1). */
#ifndef PDF_XMP_H
#define PDF_XMP_H

#include <stdbool.h>

#include "base/bytes.h"

struct xmp {
	const char *title, *author, *subject, *language;	/* UTF-8; title is not NULL */
	const char *date;		/* "2022-04-29", or NULL */
	int part;			/* of ISO 19005; 0: the file does not claim it */
	const char *conformance;	/* "A" */
	bool universal;			/* it claims ISO 14289-1 */
};

/* Adds the packet. */
void xmp_write(const struct xmp *, struct bytes *);

#endif
