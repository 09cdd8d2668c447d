#include "base/problem.h"

#include <stdbool.h>
#include <string.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/utf8.h"

static const struct {
	const char *name, *message;
	enum severity severity;
} kinds[] = {
#define PROBLEM(kind, severity, message) { #kind, message, severity },
#include "base/problem_kinds.def"
#undef PROBLEM
};

static const char *const severity_names[] = { "fine", "warning", "error", "error" };

const char *problem_name(enum problem_kind kind)
{
	return kinds[kind].name;
}

/* The detail that "{1}" at stands for; NULL if at begins no such mark. */
static const char *detail_at(const char *at, const char *const *details)
{
	int n = 0;

	if (at[0] != '{' || at[1] < '1' || at[1] > '9' || at[2] != '}')
		return NULL;
	while (details[n] && n < at[1] - '1')
		n++;
	return details[n];
}

/* A detail comes from anywhere. */
static void add_plain(struct bytes *text, const char *detail)
{
	const char *end = detail + strlen(detail);

	while (detail < end) {
		const char *start = detail;

		if (utf8_is_control(utf8_next(&detail, end)))
			bytes_text(text, " ");
		else
			bytes_add(text, start, (size_t)(detail - start));
	}
}

static char *fill_in(struct arena *arena, const char *message, const char *const *details)
{
	struct bytes text = { .arena = arena };

	bytes_text(&text, "");
	while (*message) {
		const char *detail = detail_at(message, details);

		if (detail)
			add_plain(&text, detail);
		else
			bytes_add(&text, message, 1);
		message += detail ? 3 : 1;
	}
	return text.at;
}

static bool is_same(const struct problem *a, const struct problem *b)
{
	return a->kind == b->kind && a->place.line == b->place.line
		&& !strcmp(a->place.file, b->place.file) && !strcmp(a->message, b->message);
}

/* FNV-1a of the message, begun with the kind and line. */
static uint32_t hash_of(const struct problem *problem)
{
	uint32_t hash = 2166136261u ^ (uint32_t)problem->kind ^ (uint32_t)problem->place.line << 8;

	for (const char *at = problem->message; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619u;
	return hash;
}

/* The slot of the same problem, or the free one where it belongs. */
static int *find_slot(const struct problems *problems, const struct problem *problem)
{
	uint32_t i = hash_of(problem), room = (uint32_t)problems->slot_room;

	while (problems->slots[i % room]
			&& !is_same(&problems->at[problems->slots[i % room] - 1], problem))
		i = i % room + 1;
	return &problems->slots[i % room];
}

/* At most half of the slots are taken. */
static void make_slots(struct problems *problems)
{
	if (2 * problems->n < problems->slot_room)
		return;
	problems->slot_room = problems->n ? 4 * problems->n : 16;
	problems->slots = arena_alloc(problems->arena,
		(size_t)problems->slot_room * sizeof *problems->slots);
	for (int i = 0; i < problems->n; i++)
		*find_slot(problems, &problems->at[i]) = i + 1;
}

static void keep(struct problems *problems, enum problem_kind kind, struct place place,
	const char *const *details)
{
	struct bytes file = { .arena = problems->arena };
	struct problem new = { kind, place,
		fill_in(problems->arena, kinds[kind].message, details) };
	int *slot;

	bytes_text(&file, "");
	add_plain(&file, place.file);
	new.place.file = file.at;

	make_slots(problems);
	slot = find_slot(problems, &new);
	if (*slot)
		return;
	*list_add(problems->arena, problems) = new;
	*slot = problems->n;
}

void problem_add(struct problems *problems, enum problem_kind kind, struct place place,
	const char *const *details)
{
	if (problems->worst < kinds[kind].severity)
		problems->worst = kinds[kind].severity;
	if (problems->n < LIMIT_PROBLEMS)
		keep(problems, kind, place, details);
	else if (problems->n == LIMIT_PROBLEMS)
		keep(problems, PROBLEM_PROBLEMS_MANY, place, (const char *[]){
			arena_printf(problems->arena, "%d", LIMIT_PROBLEMS), NULL });
}

void problems_print(const struct problems *problems, FILE *out)
{
	for (int i = 0; i < problems->n; i++) {
		const struct problem *p = &problems->at[i];

		fputs(p->place.file, out);
		if (p->place.line)
			fprintf(out, ":%d", p->place.line);
		fprintf(out, ": %s: %s [%s]\n", severity_names[kinds[p->kind].severity],
			p->message, problem_name(p->kind));
	}
}
