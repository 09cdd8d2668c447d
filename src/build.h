/* One report on its way from the command line to its PDF. */
#ifndef BUILD_H
#define BUILD_H

#include "worker.h"

struct report build_report_of(struct arena *, const struct options *, const char *input);

/* Its problems go to out, a dump to standard output. */
enum status build_make(struct arena *, struct session *, const struct report *, FILE *out);

/* Says why its process is gone. */
enum status build_lost(const struct options *, const char *input, enum ending, FILE *out);

#endif
