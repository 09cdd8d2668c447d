#include <stdlib.h>
#include <string.h>

#include "doc/reader.h"
#include "doc/walk.h"

struct mention {
	const char *id;
	struct place place;
};

struct mentions LIST(struct mention);

struct search {
	struct arena *arena;
	struct mentions ids, targets;
};

static void collect(const struct block *block, void *with)
{
	struct search *search = with;

	if (block->id)
		*list_add(search->arena, &search->ids) = (struct mention){ block->id, block->place };
	for (int i = 0; i < block->spans.n; i++) {
		const struct span *span = &block->spans.at[i];

		if (span->target && span->target[0] == '#')
			*list_add(search->arena, &search->targets) =
				(struct mention){ span->target + 1, span->place };
	}
}

static int compare(const void *a, const void *b)
{
	const struct mention *first = a, *second = b;
	int order = strcmp(first->id, second->id);

	return order ? order : first->place.line - second->place.line;
}

static int compare_id(const void *a, const void *b)
{
	return strcmp(((const struct mention *)a)->id, ((const struct mention *)b)->id);
}

void ids_check(struct arena *arena, const struct doc *doc, struct problems *problems)
{
	struct search search = { .arena = arena };
	const struct mentions *ids = &search.ids;

	walk_doc(doc, collect, &search);
	if (ids->n)
		qsort(ids->at, (size_t)ids->n, sizeof *ids->at, compare);
	for (int i = 1; i < ids->n; i++)
		if (!compare_id(&ids->at[i - 1], &ids->at[i]))
			problem_report(problems, PROBLEM_ID_DOUBLE, ids->at[i].place, ids->at[i].id,
				arena_printf(arena, "%d", ids->at[i - 1].place.line));
	for (int i = 0; i < search.targets.n; i++) {
		const struct mention *target = &search.targets.at[i];

		if (!ids->n || !bsearch(target, ids->at, (size_t)ids->n, sizeof *ids->at, compare_id))
			problem_report(problems, PROBLEM_REF_UNKNOWN, target->place, target->id);
	}
}
