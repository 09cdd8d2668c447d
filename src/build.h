/* One report on its way from the command line to its PDF. */
#ifndef BUILD_H
#define BUILD_H

#include "options.h"

struct report build_report_of(struct arena *, const struct options *, const char *input);

/* Its problems go to out, a dump to standard output. */
enum status build_make(struct arena *, struct session *, const struct report *, FILE *out);

/* Says that the program crashed on it. */
enum status build_crashed(const char *input, FILE *out);

#endif
