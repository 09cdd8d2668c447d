/* The properties that a style may have, by CSS's names.  Inside doc/ only. */
#ifndef DOC_PROPERTY_H
#define DOC_PROPERTY_H

#include <libxml/tree.h>

#include "doc/style.h"

/* Sets what the element's attributes say; reports STYLE_VALUE for what no property takes. */
void property_read_style(struct arena *, const xmlNode *, struct style *, struct problems *);
void property_read_page(struct arena *, const xmlNode *, struct page_style *, struct problems *);

/* Whether there is a property of that name; a page's size and orientation are none. */
bool property_is_of_style(const char *name);
bool property_is_of_page(const char *name);

#endif
