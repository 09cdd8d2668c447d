/* Where the PDFs of a call go. */
#ifndef OUTPUTS_H
#define OUTPUTS_H

#include "options.h"

/* The call makes files; -o is the folder of them. */
bool outputs_are_written(const struct options *);
bool outputs_in_folder(const struct options *);

/*
 * "a/b.xml" is "a/b.pdf", or "folder/b.pdf"; beside a web page "folder/report.pdf".
 * "-", standard input, is standard output, or "folder/report.pdf".
 */
const char *outputs_choose(struct arena *, const struct options *, const char *input);

/*
 * Before anything is built: OUTPUT_DOUBLE where two inputs write one file,
 * OUTPUT_IS_INPUT where one writes what is read.  Removes what killed runs left.
 */
void outputs_check(struct arena *, const struct options *, struct problems *);

#endif
