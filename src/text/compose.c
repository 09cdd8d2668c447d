#include "text/compose.h"

#include <string.h>

#include <hb.h>

#include "base/utf8.h"
#include "text/character.h"

enum { LONGEST = 4 * COMPOSE_MOST };	/* no character has more than four pieces (UAX #15) */

struct pieces {
	uint32_t at[LONGEST];
	int n;
};

static int combining_class(uint32_t code)
{
	return (int)hb_unicode_combining_class(hb_unicode_funcs_get_default(), code);
}

bool compose_goes_on(uint32_t before, uint32_t behind)
{
	uint32_t whole;

	if (behind < 0x300 || utf8_is_thai(before) || utf8_is_thai(behind))
		return false;
	return character_is_mark(behind) || (behind >= 0x1160 && behind < 0x1200)
		|| hb_unicode_compose(hb_unicode_funcs_get_default(), before, behind, &whole);
}

/* Only the first piece is taken apart further: the Unicode Standard, 3.7. */
static void take_apart(uint32_t code, struct pieces *pieces)
{
	uint32_t tails[4], first, second;
	int n = 0;

	while (n < 4 && hb_unicode_decompose(hb_unicode_funcs_get_default(), code,
			&first, &second)) {
		if (second)
			tails[n++] = second;
		code = first;
	}
	pieces->at[pieces->n++] = code;
	while (n > 0)
		pieces->at[pieces->n++] = tails[--n];
}

/* The Canonical Ordering Algorithm: marks by class, those of one class as they stood. */
static void put_in_order(struct pieces *pieces)
{
	for (int i = 1; i < pieces->n; i++) {
		uint32_t code = pieces->at[i];
		int class = combining_class(code), to = i;

		for (; class && to > 0 && combining_class(pieces->at[to - 1]) > class; to--)
			pieces->at[to] = pieces->at[to - 1];
		pieces->at[to] = code;
	}
}

/* The Canonical Composition Algorithm: a mark joins the last starter unless another blocks it. */
static void put_together(struct pieces *pieces)
{
	int starter = -1, n = 0, last = -1;

	for (int i = 0; i < pieces->n; i++) {
		uint32_t code = pieces->at[i], whole;
		int class = combining_class(code);

		if (starter >= 0 && last < class && hb_unicode_compose(
				hb_unicode_funcs_get_default(), pieces->at[starter], code,
				&whole)) {
			pieces->at[starter] = whole;
			continue;
		}
		starter = class ? starter : n;
		last = class ? class : -1;
		pieces->at[n++] = code;
	}
	pieces->n = n;
}

bool compose_text(struct arena *arena, const uint32_t *codes, int n, struct codes *composed)
{
	struct pieces pieces;

	if (n == 1 && (codes[0] < 0x300 || utf8_is_thai(codes[0])))
		return false;
	pieces.n = 0;
	for (int i = 0; i < n; i++)
		take_apart(codes[i], &pieces);
	put_in_order(&pieces);
	put_together(&pieces);
	if (pieces.n == n && !memcmp(pieces.at, codes, (size_t)n * sizeof *codes))
		return false;
	for (int i = 0; i < pieces.n; i++)
		*list_add(arena, composed) = pieces.at[i];
	return true;
}
