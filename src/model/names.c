#include "model/names.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/phrase.h"

enum { COMPARED_LENGTH = 40 };

const char *names_as_element(struct arena *arena, const char *name)
{
	return arena_printf(arena, "<%s>", name);
}

const char *names_as_attribute(struct arena *arena, const char *name)
{
	return arena_printf(arena, "%s=", name);
}

const char *names_list(struct arena *arena, const struct names *names, name_format *format)
{
	struct bytes text = { .arena = arena };
	const char *last = "";

	bytes_text(&text, "");
	for (int i = 0; i < names->n; i++) {
		last = format ? format(arena, names->at[i]) : names->at[i];
		if (i && i == names->n - 1)
			return phrase(arena, N_("{1} or {2}"), text.at, last);
		bytes_text(&text, i ? ", " : "");
		bytes_text(&text, last);
	}
	return text.at;
}

static size_t least_of(size_t one, size_t other)
{
	return one < other ? one : other;
}

static bool are_swapped(const char *one, const char *other)
{
	return one[0] == other[-1] && one[-1] == other[0];
}

/*
 * How many letters must be changed, left out, put in or swapped with the next; a name too
 * long is far from any.
 */
static size_t distance(const char *one, const char *other)
{
	size_t rows[3][COMPARED_LENGTH + 1], n = strlen(other), i = 0;

	if (n > COMPARED_LENGTH)
		return n;
	for (size_t k = 0; k <= n; k++)
		rows[0][k] = k;
	while (one[i++]) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3];

		row[0] = i;
		for (size_t k = 1; k <= n; k++) {
			row[k] = least_of(above[k - 1] + (one[i - 1] != other[k - 1]),
				least_of(above[k], row[k - 1]) + 1);
			if (i > 1 && k > 1 && are_swapped(one + i - 1, other + k - 1))
				row[k] = least_of(row[k], rows[(i + 1) % 3][k - 2] + 1);
		}
	}
	return rows[(i + 2) % 3][n];
}

const char *names_near(const struct names *names, const char *typed)
{
	size_t least = strlen(typed) < 12 ? strlen(typed) / 3 + 1 : 5;
	const char *near = NULL;

	for (int i = 0; i < names->n; i++) {
		size_t changes = distance(typed, names->at[i]);

		assert(names->at[i]);
		if (changes < least) {
			least = changes;
			near = names->at[i];
		}
	}
	return near;
}

const char *names_advice(struct arena *arena, const struct names *names, const char *typed,
	name_format *format, const char *beginning)
{
	const char *near = names_near(names, typed);

	if (near)
		return phrase(arena, N_("; probably {1} is meant"),
			format ? format(arena, near) : near);
	if (!names->n)
		return "";
	return phrase(arena, "; {1} {2}", beginning, names_list(arena, names, format));
}
