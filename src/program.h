/* Where the running program lies, and what lies with it: it needs no settings to find it. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include "base/language.h"

/* Where "make install" puts the resources. */
#ifndef INSTALLED_DATA
#define INSTALLED_DATA "/usr/local/share/raingan"
#endif

/*
 * The running program's file, and its folder; "" if it cannot be told.  Without /proc: as it
 * was called.
 */
char *program_path(struct arena *);
char *program_folder(struct arena *);

/*
 * The words in that language: from the folder locale beside the program, where make leaves
 * it, or from share/locale, where it is installed.  NULL if they are not there.
 */
const struct language *program_language(struct arena *, const char *name);

#endif
