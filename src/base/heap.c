#define _DEFAULT_SOURCE			/* madvise(), sbrk() */

#include "base/heap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Bytes.  The room is of addresses: what is not used takes no memory. */
enum { LARGE_PAGE = 2 << 20, ROOM = 64 << 20, STEP = 1 << 20, MAPPED_LEAST = 2 << 20 };

void heap_start(void)
{
	char *start = sbrk(LARGE_PAGE - (intptr_t)sbrk(0) % LARGE_PAGE);
	void *volatile probe;		/* or the compiler leaves it out */

	mallopt(M_MMAP_THRESHOLD, MAPPED_LEAST);
	mallopt(M_TRIM_THRESHOLD, 2 * ROOM);
	mallopt(M_TOP_PAD, ROOM);
	probe = malloc(STEP);
	free(probe);
	mallopt(M_TOP_PAD, STEP);
	madvise(start, (size_t)((char *)sbrk(0) - start), MADV_HUGEPAGE);
}
