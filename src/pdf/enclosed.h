/*
 * The files inside a finished PDF: what the name tree EmbeddedFiles of its catalogue lists
 * (ISO 32000-1, 7.11.4).  Nothing about them is trusted.
 */
#ifndef PDF_ENCLOSED_H
#define PDF_ENCLOSED_H

#include "pdf/finished.h"

struct enclosed {
	const char *name;	/* as the PDF says it, U+FFFD for a NUL */
	const char *fault;	/* why that is no plain file name; NULL if it is one */
	bool is_source;		/* what the pages were made of: AFRelationship Source */
	unsigned stream;	/* 0: nothing is enclosed */
	struct bytes bytes;	/* once read; no NUL after them */
};

struct enclosed_files LIST(struct enclosed);

/* PDF_UNREADABLE if the list is damaged or endless. */
struct enclosed_files *enclosed_list(struct arena *, struct finished *, struct problems *);

/*
 * Fills the file's bytes.  *room is how many may still be read: it is lessened.
 * ATTACHMENT_LARGE, before they are held; ATTACHMENT_UNREADABLE.
 */
void enclosed_read(struct finished *, struct enclosed *, size_t *room, struct problems *);

#endif
