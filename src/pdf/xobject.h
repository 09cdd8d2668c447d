/* Images in the file, each once however often pages show it (ISO 32000-1, 8.8 to 8.10). */
#ifndef PDF_XOBJECT_H
#define PDF_XOBJECT_H

#include "page/page.h"
#include "pdf/object.h"

struct xobject {
	struct object *object;
	const char *name;		/* "I1": what contents call it */
	int page;			/* the last whose resources name it, from 0; -1: none */
};

/* By the number of the image. */
struct xobjects LIST(struct xobject);

/* Makes an object of every image that the pages show. */
struct xobjects *xobjects_write(struct arena *, struct file *, const struct pages *);

#endif
