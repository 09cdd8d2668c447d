/*
 * Spans joined to one text and cut into items: bytes of one span, one font and
 * one script, what HarfBuzz can shape in one go.  Inside text/ only.
 */
#ifndef TEXT_ITEM_H
#define TEXT_ITEM_H

#include <hb.h>

#include "base/bytes.h"
#include "doc/doc.h"
#include "text/font.h"

struct item {
	enum span_kind kind;		/* TEXT, BREAK, TAB or LEADER */
	int span;
	const struct font *font;
	hb_script_t script;
	bool is_hyphen;			/* a soft hyphen alone, in a font that has hyphens */
	int first, end;			/* bytes of the joined text; end > first */
};

struct items LIST(struct item);

/* Adds the spans' text and items; a span whose font cannot be had is left out. */
void items_find(struct fonts *, const struct spans *, struct bytes *utf8, struct items *,
	struct problems *);

#endif
