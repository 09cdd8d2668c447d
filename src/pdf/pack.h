/* A finished PDF written anew by libqpdf: smaller, or quicker to show while it still loads. */
#ifndef PDF_PACK_H
#define PDF_PACK_H

#include <stdbool.h>

#include "base/bytes.h"
#include "base/problem.h"

enum packing {
	PACKING_NONE,
	PACKING_COMPACT,	/* what is no stream is compressed too (ISO 32000-1, 7.5.7) */
	PACKING_LINEAR,		/* and what the first page needs comes first (annex F) */
};

/*
 * The same file packed so; the same bytes every time.  In its ID the first half stays, the second
 * is of the packed content (14.4).  Nothing with LIBRARY_MISSING or PDF_INTERNAL.
 */
struct bytes pack_bytes(struct arena *, const struct bytes *plain, enum packing, struct place,
	struct problems *);

#endif
