/*
 * What a process may take: memory, and time for one job.  Who takes more is ended, memory
 * by arena.h's way, time by SIGALRM: a parent process can tell of it.
 */
#ifndef BASE_QUOTA_H
#define BASE_QUOTA_H

#include <stdint.h>

/* The address space, in bytes, that a process had when it was asked, and was allowed then. */
struct quota { uint64_t used, most; };

struct quota quota_now(void);

/* So many bytes more than it had then; a limit that was lower already stays. */
void quota_memory(const struct quota *, uint64_t bytes);

/* From now on, by the clock on the wall; 0: as long as it takes. */
void quota_time(int seconds);

#endif
