/* Trees over long lists, level by level, so that no array and no search in them is long. */
#ifndef PDF_TREE_H
#define PDF_TREE_H

#include "pdf/object.h"

/* A page tree (ISO 32000-1, 7.7.3.3) over n > 0 page objects; sets their Parent. */
struct object *tree_pages(struct arena *, struct file *, struct object *const *pages, int n);

/* What a number or name tree holds, by rising keys; the writers outlive the saving. */
struct entries {
	int n;				/* > 0 */
	struct writer key, value;
};

/* A number tree (7.9.7) or name tree (7.9.6). */
struct object *tree_numbers(struct arena *, struct file *, const struct entries *);
struct object *tree_names(struct arena *, struct file *, const struct entries *);

#endif
