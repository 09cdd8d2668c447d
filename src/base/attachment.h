/* A file that goes with a report: inside its PDF, beside its web page. */
#ifndef BASE_ATTACHMENT_H
#define BASE_ATTACHMENT_H

#include "base/bytes.h"

/* What it is to the report (ISO 19005-3, annex E). */
enum relationship { RELATION_DATA, RELATION_SOURCE, RELATION_SUPPLEMENT };

/* A file as an archive holds it. */
struct packed {
	struct bytes bytes;		/* deflated */
	size_t size;			/* of the file */
	unsigned char digest[16];	/* MD5, of the file */
};

struct attachment {
	const char *name;		/* plain: no folder */
	const char *media_type;		/* "text/csv" */
	const char *title;		/* what is in it, for readers */
	struct bytes bytes;		/* none where it is packed */
	enum relationship relationship;
	const struct packed *packed;	/* or NULL */
};

struct attachments LIST(struct attachment);

#endif
