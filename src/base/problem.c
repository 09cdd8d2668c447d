#include "base/problem.h"

#include <string.h>

#include "base/bytes.h"

static const struct {
	const char *name, *message;
	enum severity severity;
} kinds[] = {
#define PROBLEM(kind, severity, message) { #kind, message, severity },
#include "base/problem_kinds.def"
#undef PROBLEM
};

static const char *const severity_names[] = { "fine", "warning", "error", "error" };

enum severity problem_severity(enum problem_kind kind)
{
	return kinds[kind].severity;
}

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

static char *fill_in(struct arena *arena, const char *message, const char *const *details)
{
	struct bytes text = { .arena = arena };

	while (*message) {
		const char *detail = detail_at(message, details);

		if (detail)
			bytes_text(&text, detail);
		else
			bytes_add(&text, message, 1);
		message += detail ? 3 : 1;
	}
	return text.at;
}

static int is_known(const struct problems *problems, const struct problem *new)
{
	for (int i = 0; i < problems->n; i++) {
		const struct problem *p = &problems->at[i];

		if (p->kind == new->kind && p->place.line == new->place.line
				&& !strcmp(p->place.file, new->place.file)
				&& !strcmp(p->message, new->message))
			return 1;
	}
	return 0;
}

void problem_add(struct problems *problems, enum problem_kind kind, struct place place,
	const char *const *details)
{
	struct problem new = { kind, place, fill_in(problems->arena, kinds[kind].message, details) };

	if (is_known(problems, &new))
		return;
	*list_add(problems->arena, problems) = new;
	if (problems->worst < problem_severity(kind))
		problems->worst = problem_severity(kind);
}

void problems_print(const struct problems *problems, FILE *out)
{
	for (int i = 0; i < problems->n; i++) {
		const struct problem *p = &problems->at[i];

		fputs(p->place.file, out);
		if (p->place.line)
			fprintf(out, ":%d", p->place.line);
		fprintf(out, ": %s: %s [%s]\n", severity_names[problem_severity(p->kind)],
			p->message, problem_name(p->kind));
	}
}
