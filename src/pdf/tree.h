/* Trees over long lists, level by level, so that no array and no search in them is long. */
#ifndef PDF_TREE_H
#define PDF_TREE_H

#include "pdf/object.h"

/* A page tree (ISO 32000-1, 7.7.3.3) over n > 0 page objects; sets their Parent. */
struct object *tree_pages(struct arena *, struct file *, struct object *const *pages, int n);

/* A number tree (7.9.7): n > 0 values for the keys 0 to n - 1. */
struct object *tree_numbers(struct arena *, struct file *, struct object *const *values, int n);

#endif
