#include "base/phrase.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

/* What divides a phrase.  Texts from elsewhere may have it too: told oddly then, but safely. */
enum { OPENING = '\1', PART = '\2', CLOSING = '\3' };

enum { DEPTH_MOST = 6, DETAILS_MOST = 9 };

static void add_part(struct bytes *text, const char *part)
{
	if (*part == OPENING) {
		bytes_text(text, part);
		return;
	}
	for (; *part; part++)
		bytes_add(text, *part >= OPENING && *part <= CLOSING ? " " : part, 1);
}

const char *phrase_make(struct arena *arena, const char *message, const char *const *details)
{
	struct bytes text = { .arena = arena };

	bytes_add(&text, &(char){ OPENING }, 1);
	bytes_text(&text, message);
	for (; *details; details++) {
		bytes_add(&text, &(char){ PART }, 1);
		add_part(&text, *details);
	}
	bytes_add(&text, &(char){ CLOSING }, 1);
	return text.at;
}

/* The character at *at, or those from " " to "z"; moves past.  A space for one that controls. */
static void add_characters(struct bytes *text, const char **at, const char *end)
{
	const char *start = *at;

	while (*at < end && **at >= ' ' && **at <= 'z')
		++*at;
	if (*at == start && utf8_is_control(utf8_next(at, end)))
		bytes_text(text, " ");
	else
		bytes_add(text, start, (size_t)(*at - start));
}

static void add_plain(struct bytes *text, const char *detail)
{
	const char *end = detail + strlen(detail);

	while (detail < end)
		add_characters(text, &detail, end);
}

/* The part at *at, which moves behind it and its divider; phrases in it have their own. */
static const char *cut_part(struct arena *arena, const char **at)
{
	const char *start = *at;
	int depth = 0;
	size_t n;

	for (; **at && (depth || (**at != PART && **at != CLOSING)); ++*at)
		depth += (**at == OPENING) - (**at == CLOSING);
	n = (size_t)(*at - start);
	*at += **at == PART || (**at && !(*at)[1]);
	return arena_copy(arena, start, n);
}

/* Phrases within phrases. */
static int nesting(const char *detail)
{
	int depth = 0, most = 0;

	for (; *detail; detail++) {
		depth += (*detail == OPENING) - (*detail == CLOSING);
		most = depth > most ? depth : most;
	}
	return most;
}

static void tell_detail(const struct language *language, const char *detail, struct bytes *out)
{
	const char *details[DETAILS_MOST + 1] = { NULL }, *message;

	if (*detail != OPENING || nesting(detail) > DEPTH_MOST) {
		add_plain(out, language_text(language, detail));
		return;
	}
	detail++;
	message = cut_part(out->arena, &detail);
	for (int i = 0; i < DETAILS_MOST && *detail; i++)
		details[i] = cut_part(out->arena, &detail);
	phrase_tell(language, message, details, out);
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

void phrase_tell(const struct language *language, const char *message,
	const char *const *details, struct bytes *out)
{
	const char *at = language_text(language, message), *end = at + strlen(at);

	bytes_text(out, "");
	while (at < end) {
		const char *detail = detail_at(at, details);

		if (detail)
			tell_detail(language, detail, out);
		else	/* what looks like a phrase may come from elsewhere too */
			add_characters(out, &at, end);
		at += detail ? 3 : 0;
	}
}
