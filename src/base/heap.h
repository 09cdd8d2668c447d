/*
 * How malloc() asks the system for memory.  Left alone it asks page by page,
 * 5,000 times a report, which took a quarter of the time.
 */
#ifndef BASE_HEAP_H
#define BASE_HEAP_H

/* Once, before much is allocated.  Where the system refuses, all stays as it was. */
void heap_start(void);

#endif
