/*
 * What the fuzzers share: one session for all inputs, an arena for each, a folder in memory
 * for files.  They run in the repository's folder.
 */
#ifndef FUZZ_H
#define FUZZ_H

#undef NDEBUG
#include <assert.h>
#include <libxml/tree.h>
#include <string.h>

#include "report.h"

struct fuzz {
	struct arena *arena;		/* of this input, and of its problems */
	struct session *session;
	struct problems problems;
	uint32_t choice;		/* by the input's bytes: which options it is tried with */
};

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

struct fuzz *fuzz_begin(const uint8_t *, size_t);

/* What the input left behind must make sense, then it is forgotten. */
void fuzz_end(struct fuzz *);

/* The next number below n, by the input. */
uint32_t fuzz_choose(struct fuzz *, uint32_t n);

/* The path of a file in the folder in memory: $FUZZ_FOLDER, else build/. */
const char *fuzz_path(struct fuzz *, const char *name);

/* Writes such a file; answers its path. */
const char *fuzz_write(struct fuzz *, const char *name, const void *, size_t);

/* The bytes as XML; NULL after a problem. */
xmlDoc *fuzz_parse(struct fuzz *, const char *name, const void *, size_t);

/* One of our own files, valid by a schema that path names; made anew each time. */
xmlDoc *fuzz_read(struct fuzz *, const char *path);

/* From the document's tree and its styles' to pages; NULL after an ERROR. */
struct pages *fuzz_pages(struct fuzz *, xmlDoc *document, xmlDoc *styles, struct doc **);

/* The next of a sequence of numbers that looks random. */
uint32_t fuzz_next(uint32_t *seed);

#endif
