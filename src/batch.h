/*
 * Many jobs in several processes.  What a job says is printed in the order of
 * the jobs; one that crashes costs itself only.
 */
#ifndef BATCH_H
#define BATCH_H

#include "progress.h"
#include "worker.h"

struct batch {
	int n, workers;			/* workers: processes at one time, from 1 */
	/* Does job i in a process of its own line; what it says goes to out. */
	enum status (*job)(const void *with, int i, FILE *out);
	/* A job whose process died, as *ending has it: says so. */
	enum status (*lost)(const void *with, int i, FILE *out);
	const void *with;
	enum ending *ending;
	const struct options *options;	/* how things are said */
};

struct batch_result {
	enum status worst;
	int made, failed;		/* jobs whose status is STATUS_MADE, and others */
};

/* So many bytes that the jobs write to and their starter reads; zeroed, with the arena's life. */
void *batch_share(struct arena *, size_t n);

/*
 * Prints to standard error, and how far it is to a terminal.  STATUS_SYSTEM, with the reason,
 * where no process can be had.
 */
struct batch_result batch_run(struct arena *, const struct batch *);

#endif
