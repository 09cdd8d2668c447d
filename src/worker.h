/*
 * Processes that do jobs for this one, each of them a number, so that a job that crashes
 * costs no other.  What a job says comes back as one text.
 */
#ifndef WORKER_H
#define WORKER_H

#include <sys/types.h>

#include "options.h"

enum { NO_JOB = -1 };

struct worker {
	pid_t pid;
	int socket;			/* jobs go out, answers come in; -1: there is no process */
	int job;			/* that it is at, or NO_JOB */
};

/* How a process ended: as it should, or by a mistake of ours; for lack of memory; by the clock. */
enum ending { ENDING_CRASH, ENDING_MEMORY, ENDING_TIME };

/* That share a kind of job; the memory they see is that of the moment when they start. */
struct workers {
	int n;
	struct worker *at;
	void (*begin)(const void *with);	/* before a process's first job; or NULL */
	enum status (*job)(const void *with, int i, FILE *out);
	const void *with;
};

struct answer {
	enum status status;
	char *text;			/* to be freed; a NUL is after its n bytes */
	size_t n;
};

/* None of the n has a process yet. */
struct workers workers_open(struct arena *, int n,
	enum status (*job)(const void *with, int i, FILE *out), const void *with);

/* False, with errno, where the system has no process to give. */
bool worker_start(const struct workers *, struct worker *);

/* False where the worker is gone. */
bool worker_give(struct worker *, int job);

/* Waits for it.  False where the worker is gone. */
bool worker_take(struct worker *, struct answer *);

/* Waits until what it does is done, and tells how it ended. */
enum ending worker_stop(struct worker *);

/* A job done here. */
struct answer worker_do(enum status (*job)(const void *with, int i, FILE *out),
	const void *with, int i);

#endif
