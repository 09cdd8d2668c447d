#include "base/problem.h"

#include <stdbool.h>
#include <string.h>

#include "base/limits.h"
#include "base/phrase.h"
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

enum severity problem_severity(enum problem_kind kind)
{
	return kinds[kind].severity;
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

/* The text with a space for each control character. */
static const char *plain(struct arena *arena, const char *text)
{
	struct bytes bytes = { .arena = arena };

	phrase_tell(NULL, "{1}", (const char *[]){ text, NULL }, &bytes);
	return bytes.at;
}

static void keep(struct problems *problems, enum problem_kind kind, struct place place,
	const char *const *details)
{
	struct bytes message = { .arena = problems->arena };
	struct problem new = { kind, { plain(problems->arena, place.file), place.line }, NULL };
	int *slot;

	phrase_tell(problems->language, kinds[kind].message, details, &message);
	new.message = message.at;
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

/* A line of the catalogue's form; message and kind are told already. */
struct line {
	const char *severity, *kind, *message;
	struct place place;
};

static void put_plain(const struct line *line, FILE *out)
{
	fputs(line->place.file, out);
	if (line->place.line)
		fprintf(out, ":%d", line->place.line);
	fprintf(out, ": %s: %s [%s]\n", line->severity, line->message, line->kind);
}

/* As compilers have it: the place bold, an error red, a warning magenta. */
static void put_coloured(const struct line *line, FILE *out)
{
	int colour = !strcmp(line->severity, "warning") ? 35 : 31;

	fprintf(out, "\033[1m%s", line->place.file);
	if (line->place.line)
		fprintf(out, ":%d", line->place.line);
	fprintf(out, ":\033[0m \033[1;%dm%s:\033[0m %s \033[2m[%s]\033[0m\n", colour,
		line->severity, line->message, line->kind);
}

/* RFC 8259; bytes that are no UTF-8, as file names may have, become U+FFFD. */
static void put_json_text(const char *text, FILE *out)
{
	const char *end = text + strlen(text);

	fputc('"', out);
	while (text < end) {
		uint32_t character = utf8_next(&text, end);
		char bytes[4];
		int n = utf8_write(character, bytes);

		if (character < 0x20)
			fprintf(out, "\\u%04x", (unsigned)character);
		else if (character == '"' || character == '\\')
			fprintf(out, "\\%c", (int)character);
		else
			fwrite(bytes, 1, (size_t)n, out);
	}
	fputc('"', out);
}

static void put_json(const struct line *line, FILE *out)
{
	fputs("{\"file\":", out);
	if (*line->place.file)
		put_json_text(line->place.file, out);
	else
		fputs("null", out);
	if (line->place.line)
		fprintf(out, ",\"line\":%d", line->place.line);
	else
		fputs(",\"line\":null", out);
	fprintf(out, ",\"severity\":\"%s\",\"kind\":\"%s\",\"message\":", line->severity,
		line->kind);
	put_json_text(line->message, out);
	fputs("}\n", out);
}

static void put_line(enum problem_style style, const struct line *line, FILE *out)
{
	static void (*const puts[])(const struct line *, FILE *) = {
		[PROBLEM_PLAIN] = put_plain, [PROBLEM_COLOURED] = put_coloured,
		[PROBLEM_JSON] = put_json,
	};

	puts[style](line, out);
}

void problems_print(const struct problems *problems, const struct problem_view *view, FILE *out)
{
	for (int i = 0; i < problems->n; i++) {
		const struct problem *p = &problems->at[i];
		enum severity severity = kinds[p->kind].severity;
		struct line line = { severity_names[severity], problem_name(p->kind),
			p->message, p->place };

		if (severity >= view->least)
			put_line(view->style, &line, out);
	}
}

void problem_print(enum problem_style style, const char *kind, struct place place,
	const char *message, FILE *out)
{
	put_line(style, &(struct line){ severity_names[ERROR], kind, message, place }, out);
}
