/* What outlives one report: where the resources are, fonts, the dictionary. */
#ifndef SESSION_H
#define SESSION_H

#include "base/shelf.h"
#include "base/timings.h"
#include "text/text.h"

struct session {
	struct arena *arena;
	struct shelf shelf;		/* what is made of the program's own files */
	struct resources resources;
	const char *own_root;		/* those that the program brings along */
	const char *dictionary;		/* words.tri; where it should be if there is none */
	const char *colours;		/* sRGB.icc, likewise */
	const char *web_fonts;		/* a folder of WOFF2 files, likewise */
	struct shaper *shaper;		/* NULL until first asked for */
	struct timings *timings;	/* that reports add to; NULL: nobody asks */
};

/* Files whose names end so; "": all that lie in the folder. */
struct resource_file { const char *folder, *ending; };

struct resource_files LIST(struct resource_file);

/* What reports may take besides their own files, and the program itself. */
struct resource_files session_files(struct arena *, const struct session *);

/*
 * Finds the resources: data if it is not NULL, else $RAINGAN_DATA, else the tree
 * in which the program was built, else where it was installed.  NULL if data
 * has no templates in it.
 */
struct session *session_open(struct arena *, const char *data);

/* The colour profile, deflated once; NULL with INSTALLATION_BROKEN where it is none. */
const struct bytes *session_colours(struct session *, struct problems *);

/* Opens the catalogue and the dictionary once; NULL after a problem. */
struct shaper *session_shaper(struct session *, struct problems *);

#endif
