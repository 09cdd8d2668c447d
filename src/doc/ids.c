#include <stdlib.h>
#include <string.h>

#include "doc/reader.h"
#include "doc/walk.h"

struct mention {
	const char *id;
	struct place place;
	const struct block *block;	/* that has the id, or */
	struct span *span;		/* that names it */
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
		*list_add(search->arena, &search->ids) = (struct mention){ block->id, block->place,
			block, NULL };
	for (int i = 0; i < block->spans.n; i++) {
		struct span *span = &block->spans.at[i];

		if (span->target && span->target[0] == '#')
			*list_add(search->arena, &search->targets) =
				(struct mention){ span->target + 1, span->place, NULL, span };
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

/* Its own, or that of the heading or caption in it. */
static const char *find_label(const struct block *block)
{
	if (block->label)
		return block->label;
	for (const struct block *child = block->first; child; child = child->next)
		if (child->role != ROLE_TEXT && child->label)
			return child->label;
	return NULL;
}

static void resolve(const struct mention *target, const struct block *block,
	struct problems *problems)
{
	const char *label = find_label(block);

	if (target->span->kind != SPAN_REF)
		return;
	if (!label)
		problem_report(problems, PROBLEM_REF_UNLABELLED, target->place, target->id);
	target->span->kind = SPAN_TEXT;
	target->span->text = label ? label : "";
}

static void check_target(const struct mention *target, const struct mentions *ids,
	struct problems *problems)
{
	const struct mention *found = NULL;

	if (ids->n)
		found = bsearch(target, ids->at, (size_t)ids->n, sizeof *ids->at, compare_id);
	if (found)
		resolve(target, found->block, problems);
	else
		problem_report(problems, PROBLEM_REF_UNKNOWN, target->place, target->id);
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
	for (int i = 0; i < search.targets.n; i++)
		check_target(&search.targets.at[i], ids, problems);
}
