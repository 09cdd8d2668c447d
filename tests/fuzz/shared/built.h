/* A report built with options that its bytes choose, and what every PDF promises. */
#ifndef BUILT_H
#define BUILT_H

#include "fuzz.h"

/* Fills in the rest of the report's options, builds it, and reads the PDF again. */
void built_check(struct fuzz *, struct report *);

#endif
