#include "base/shelf.h"

#include <string.h>

void *shelf_find(const struct shelf *shelf, const char *path)
{
	for (int i = 0; i < shelf->kept.n; i++)
		if (!strcmp(shelf->kept.at[i].path, path))
			return shelf->kept.at[i].thing;
	return NULL;
}

void *shelf_keep(struct shelf *shelf, const char *path, void *thing)
{
	*list_add(shelf->arena, &shelf->kept) = (struct shelved){
		arena_text(shelf->arena, path), thing };
	return thing;
}
