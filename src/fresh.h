/*
 * Whether a PDF need not be made again: it is newer than the report, than all files that
 * the report takes, than raingan's resources and than the program.  Only times are looked
 * at: with other options than last time the PDF is as new as before.
 */
#ifndef FRESH_H
#define FRESH_H

#include "report.h"

/* When a file was last changed, in nanoseconds since 1970; 0 where there is none. */
typedef int64_t moment;

/* Of the resources and the program. */
moment fresh_resources(struct arena *, const struct session *);

/* Of a folder and every file in it. */
moment fresh_folder(struct arena *, const char *folder);

/* around: of the report's folder, which spares reading the report where nothing there is newer. */
bool fresh_is(struct arena *, struct session *, const struct report *, moment resources,
	moment around);

#endif
