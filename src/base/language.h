/*
 * The program's words in another language: a catalogue of GNU gettext (a .mo file), read
 * here.  The C library's gettext() answers in English wherever no locale is installed, as in
 * a container or on a plain server, and it is told the language by changing the whole
 * process.  This needs no locale and changes nothing, so that it may be asked anywhere.
 */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include "base/arena.h"

struct language;

/*
 * The catalogue in that file, copied: it may be replaced meanwhile.  NULL where it is missing
 * or no catalogue; of a damaged one what can be found is used.
 */
const struct language *language_open(struct arena *, const char *path);

/* The text in that language; as it is where the language is NULL or does not have it. */
const char *language_text(const struct language *, const char *english);

/* A word that elsewhere is a name, and not translated: the catalogue has it with a context. */
const char *language_word(const struct language *, const char *context, const char *english);

/*
 * "th" or "en", as the environment asks in POSIX's and gettext's way: LC_ALL, else
 * LC_MESSAGES, else LANG; unless that is C or POSIX, the first of LANGUAGE that there is.
 */
const char *language_wanted(void);

#endif
