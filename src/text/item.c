#include "text/item.h"

#include <string.h>

#include "base/utf8.h"
#include "text/character.h"

enum {
	REPLACEMENT = 0xfffd,

	/* On one base: HarfBuzz's time grows with their square (UAX #15, Stream-Safe Text). */
	MARKS_MAX = 30,
};

struct itemiser {
	struct fonts *fonts;
	struct bytes *utf8;
	struct items *items;
	struct problems *problems;
	const struct span *span;
	int number;			/* of the span */
	const struct font *own;		/* its style's */
};

static void report_control(uint32_t character, struct place place, struct problems *problems)
{
	problem_report(problems, PROBLEM_TEXT_CONTROL, place,
		arena_printf(problems->arena, "U+%04X", (unsigned)character));
}

/* What stands in the text instead of a character that cannot; NULL if it can. */
static const char *substitute(uint32_t character, struct place place, struct problems *problems)
{
	if (character == '\t' || character == '\n' || character == '\r')
		return " ";
	if (character == REPLACEMENT)
		return "\xef\xbf\xbd";
	if (!character_is_control(character))
		return NULL;
	report_control(character, place, problems);
	return "";
}

/* Past printable ASCII and Thai, of which most text is. */
static const char *skip_plain(const char *at, const char *end)
{
	while (at < end) {
		if (*at >= ' ' && *at <= '~')
			at++;
		else if (end - at > 2 && at[0] == '\xe0' && (at[1] == '\xb8' || at[1] == '\xb9')
				&& (at[2] & 0xc0) == 0x80)
			at += 3;
		else
			break;
	}
	return at;
}

/* Adds the span's text without what cannot be printed, as well-formed UTF-8. */
static void join_text(const struct itemiser *itemiser)
{
	const char *at = itemiser->span->text, *end = at + strlen(at), *from = at;

	while ((at = skip_plain(at, end)) < end) {
		const char *start = at;
		const char *instead = substitute(utf8_next(&at, end), itemiser->span->place,
			itemiser->problems);

		if (!instead)
			continue;
		bytes_add(itemiser->utf8, from, (size_t)(start - from));
		bytes_text(itemiser->utf8, instead);
		from = at;
	}
	bytes_add(itemiser->utf8, from, (size_t)(end - from));
}

/* COMMON where the character goes with its neighbours. */
static hb_script_t script_of(uint32_t character)
{
	hb_script_t script;

	if (character_is_thai_letter(character))
		return HB_SCRIPT_THAI;
	script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
	return script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN
		? HB_SCRIPT_COMMON : script;
}

static bool goes_with_before(uint32_t character)
{
	return character_is_space(character) || character_is_mark(character)
		|| character_is_invisible(character);
}

/* The marks at "at": does the font have them all?  *lacks gets the first that it lacks. */
static bool has_marks(const struct font *font, const char *at, const char *end, uint32_t *lacks)
{
	for (int i = 0; at < end && i < MARKS_MAX; i++) {
		uint32_t character = utf8_next(&at, end);

		if (!character_is_mark(character) || character_is_invisible(character))
			return true;
		*lacks = character;
		if (!font_has(font, character))
			return false;
	}
	return true;
}

/* The character with the marks behind it, up to end: a cluster is of one font. */
struct piece {
	uint32_t character;
	const char *marks, *end;
};

/* Most have no marks. */
static inline bool is_marked(const struct piece *piece)
{
	const char *at = piece->marks;

	return at < piece->end && character_is_mark(utf8_next(&at, piece->end));
}

static inline bool has_piece(const struct font *font, const struct piece *piece)
{
	uint32_t lacks;

	return font && font_has(font, piece->character) && (!is_marked(piece)
		|| has_marks(font, piece->marks, piece->end, &lacks));
}

static const struct font *find_for(const struct itemiser *itemiser, uint32_t character)
{
	return fonts_find_for(itemiser->fonts, character, itemiser->span->style,
		itemiser->problems);
}

/* The first that has all of the piece; where none has, the first that has its base. */
static const struct font *choose_font(const struct itemiser *itemiser,
	const struct font *before, const struct piece *piece)
{
	const struct font *own = itemiser->own, *found;
	uint32_t lacks = 0;

	if (goes_with_before(piece->character))
		return before;
	if (has_piece(own, piece))
		return own;
	if (has_piece(before, piece))
		return before;
	found = find_for(itemiser, piece->character);
	if (found && !has_marks(found, piece->marks, piece->end, &lacks)) {
		const struct font *other = find_for(itemiser, lacks);

		if (has_piece(other, piece))
			return other;
	}
	return font_has(own, piece->character) && !has_piece(found, piece) ? own
		: found ? found : own;
}

static struct item *add_item(const struct itemiser *itemiser, const struct font *font, int first)
{
	struct item *item = list_add(itemiser->utf8->arena, itemiser->items);

	*item = (struct item){ .kind = itemiser->span->kind, .span = itemiser->number,
		.font = font, .script = HB_SCRIPT_COMMON, .first = first, .end = first };
	return item;
}

static bool is_soft_hyphen(uint32_t character, const struct font *font)
{
	return character == SOFT_HYPHEN
		&& (font_has(font, HYPHEN) || font_has(font, '-'));
}

static bool fits(const struct item *item, const struct font *font, hb_script_t script)
{
	return !item->is_hyphen && item->font == font && (script == HB_SCRIPT_COMMON
		|| item->script == HB_SCRIPT_COMMON || item->script == script);
}

/* Cuts what join_text() added from "first" on. */
static void cut_text(const struct itemiser *itemiser, int first)
{
	const char *text = itemiser->utf8->at, *at = text + first;
	const char *end = text + itemiser->utf8->n;
	const struct font *font = itemiser->own;
	struct item *item = NULL;
	int marks = 0;

	while (at < end) {
		int start = (int)(at - text);
		uint32_t character = utf8_next(&at, end);
		bool is_mark = character_is_mark(character), is_hyphen;
		hb_script_t script = is_mark ? HB_SCRIPT_COMMON : script_of(character);

		font = choose_font(itemiser, font, &(struct piece){ character, at, end });
		is_hyphen = is_soft_hyphen(character, font);
		marks = is_mark ? marks + 1 : 0;
		if (!item || is_hyphen || marks % MARKS_MAX == MARKS_MAX - 1
				|| !fits(item, font, script))
			item = add_item(itemiser, font, start);
		item->is_hyphen = is_hyphen;
		if (item->script == HB_SCRIPT_COMMON)
			item->script = script;
		item->end = (int)(at - text);
	}
}

static void add_span(const struct itemiser *itemiser)
{
	static const char *const characters[] = {
		[SPAN_BREAK] = "\xe2\x80\xa8", [SPAN_TAB] = "\t", [SPAN_LEADER] = "\t",
	};
	enum span_kind kind = itemiser->span->kind;
	int first = (int)itemiser->utf8->n;

	if (kind == SPAN_TEXT) {
		join_text(itemiser);
		cut_text(itemiser, first);
	} else if (kind <= SPAN_LEADER) {
		bytes_text(itemiser->utf8, characters[kind]);
		add_item(itemiser, itemiser->own, first)->end = (int)itemiser->utf8->n;
	}
}

void items_find(struct fonts *fonts, const struct spans *spans, struct bytes *utf8,
	struct items *items, struct problems *problems)
{
	struct itemiser itemiser = { fonts, utf8, items, problems, NULL, 0, NULL };

	bytes_text(utf8, "");
	for (int i = 0; i < spans->n; i++) {
		const struct span *span = &spans->at[i];

		itemiser.span = span;
		itemiser.number = i;
		itemiser.own = fonts_find(fonts, span->style, span->place, problems);
		if (itemiser.own)
			add_span(&itemiser);
	}
}
