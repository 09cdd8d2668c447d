/* A file that goes with a report: inside its PDF, beside its web page. */
#ifndef BASE_ATTACHMENT_H
#define BASE_ATTACHMENT_H

#include "base/bytes.h"

/* What it is to the report (ISO 19005-3, annex E). */
enum relationship { RELATION_DATA, RELATION_SOURCE, RELATION_SUPPLEMENT };

struct attachment {
	const char *name;		/* plain: no folder */
	const char *media_type;		/* "text/csv" */
	const char *title;		/* what is in it, for readers */
	struct bytes bytes;
	enum relationship relationship;
};

struct attachments LIST(struct attachment);

#endif
