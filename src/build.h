/* One report on its way from the command line to its PDF. */
#ifndef BUILD_H
#define BUILD_H

#include "worker.h"

struct report build_report_of(struct arena *, const struct options *, const char *input);

/* All lives in the problems' arena; a dump goes to standard output. */
void build_make(struct session *, const struct report *, struct problems *);

/* Says why its process is gone. */
enum status build_lost(const struct options *, const char *input, enum ending, FILE *out);

#endif
