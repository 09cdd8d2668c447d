/* What an edition for a meeting adds to a document: none of it moves a line. */
#ifndef DOC_EDITION_H
#define DOC_EDITION_H

#include "doc/doc.h"
#include "doc/styles.h"

struct edition {
	const char *agenda;		/* in the running head: "ระเบียบวาระที่ ๔.๑"; or NULL */
	bool draft;			/* ร่าง across each page, the data's date at its foot */
	bool line_numbers;		/* beside each line of text */
	bool recto;			/* each page sequence begins on a right-hand page */
};

/*
 * Their styles are agenda, draft, draft-date and line-number; the running
 * head's or foot's own, header and footer, where a style sheet has no such.
 */
void edition_apply(struct arena *, const struct edition *, const struct styles *, struct doc *);

#endif
