/*
 * Words of the program around texts from elsewhere, which are put into the reader's language
 * when they are told and not where they are made: what makes them knows no language.  A
 * phrase is a text too, its parts divided by control characters, so that it passes wherever a
 * text does, also as a part of another phrase; only phrase_tell() makes it readable.
 */
#ifndef BASE_PHRASE_H
#define BASE_PHRASE_H

#include "base/bytes.h"
#include "base/language.h"

/* Marks for xgettext a text that phrase_tell() will find in the catalogue. */
#define N_(text) text

/* The same for language_word(). */
#define N_WORD(context, word) word

/* phrase(arena, N_("{1} or {2}"), "one", "two"): at least one text. */
#define phrase(arena, message, ...) \
	phrase_make((arena), (message), (const char *[]){ __VA_ARGS__, NULL })

const char *phrase_make(struct arena *, const char *message, const char *const *details);

/*
 * Adds the message in that language (NULL: English), with the details (up to a NULL, and to
 * nine) in the places of {1}, {2} ...  A detail is a phrase, a text that the catalogue has, or
 * else a text from anywhere: a space stands for each control character in it.
 */
void phrase_tell(const struct language *, const char *message, const char *const *details,
	struct bytes *out);

#endif
