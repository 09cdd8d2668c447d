/* Reading styles.xml, and asking for a style by name.  Inside doc/ and for report.c. */
#ifndef DOC_STYLES_H
#define DOC_STYLES_H

#include <libxml/tree.h>

#include "doc/style.h"

struct styles;

/*
 * Reports STYLE_VALUE, STYLE_UNKNOWN (based-on) and STYLE_CYCLE.  The file is
 * valid by templates/styles.xsd; there is at least one style.
 */
struct styles *styles_read(struct arena *, xmlDoc *, struct problems *);

/* The same for one document: what is derived for it is in the arena.  The kept ones outlive it. */
struct styles *styles_lend(struct arena *, const struct styles *kept);

/* The style or page style of that name; the first one, with STYLE_UNKNOWN, if there is none. */
const struct style *styles_choose(const struct styles *, const char *name, struct place,
	struct problems *);
const struct page_style *styles_choose_page(const struct styles *, const char *name, struct place,
	struct problems *);

/* The style of that name, else of the other one; else any.  Nothing is reported. */
const struct style *styles_find(const struct styles *, const char *name, const char *otherwise);

/*
 * The style with an inline mark on it: mark is b, i, u, sup or sub, or span
 * with the style class put over it.  The same question answers the same style.
 */
const struct style *styles_derive(struct styles *, const struct style *, const char *mark,
	const char *class);

#endif
