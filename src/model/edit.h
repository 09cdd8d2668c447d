/*
 * Changes to an author's tree that leave it pleasant to read: what is added stands on
 * lines of its own, indented as its neighbours are; what is removed leaves no empty line.
 */
#ifndef MODEL_EDIT_H
#define MODEL_EDIT_H

#include <libxml/tree.h>

#include "base/arena.h"

/* A comment of that text, as far as XML allows: no two hyphens are left together in it. */
xmlNode *edit_comment(struct arena *, xmlDoc *, const char *text);

/* Puts the new node on a line before the other. */
void edit_before(struct arena *, xmlNode *node, xmlNode *new);

/* Puts the new node on a line of its own, the last in the parent. */
void edit_append(struct arena *, xmlNode *parent, xmlNode *new);

/* Frees the node, with the white space before it. */
void edit_remove(xmlNode *);

#endif
