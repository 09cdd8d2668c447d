/*
 * What a process may take: memory, and time for one job.  Who takes more is ended, memory
 * by arena.h's way, time by SIGALRM: a parent process can tell of it.
 */
#ifndef BASE_QUOTA_H
#define BASE_QUOTA_H

#include <stdint.h>

/*
 * The address space, in bytes, that a process had in use when it was asked; what it had besides,
 * for the jobs to come (see heap.h); and how much it was allowed.
 */
struct quota { uint64_t used, unused, most; };

struct quota quota_now(void);

/* So many bytes more than it had then; a limit that was lower already stays. */
void quota_memory(const struct quota *, uint64_t bytes);

/* From now on, by the clock on the wall; 0: as long as it takes. */
void quota_time(int seconds);

#endif
