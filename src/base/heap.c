#define _DEFAULT_SOURCE			/* madvise(), sbrk() */

#include "base/heap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Bytes.  The room is of addresses: what is not used takes no memory. */
enum {
	LARGE_PAGE = 2 << 20, ROOM = 64 << 20, STEP = 1 << 20, MAPPED_LEAST = 2 << 20,
	PAGE = 4 << 10,
	PROBE = 256 << 10,		/* more than libraries have left over of the heap so far */
};

/*
 * A page that is written to before the advice stays small, and with it all of its large page.  So
 * the probe lies just below a large page, with what malloc() writes behind it.
 */
void heap_start(void)
{
	char *start = sbrk(LARGE_PAGE - ((intptr_t)sbrk(0) + PROBE + PAGE) % LARGE_PAGE);
	void *volatile probe;		/* or the compiler leaves it out */

	mallopt(M_MMAP_THRESHOLD, MAPPED_LEAST);
	mallopt(M_TRIM_THRESHOLD, 2 * ROOM);
	mallopt(M_TOP_PAD, ROOM);
	probe = malloc(PROBE);
	free(probe);
	mallopt(M_TOP_PAD, STEP);
	madvise(start, (size_t)((char *)sbrk(0) - start), MADV_HUGEPAGE);
}
