/*
 * What the machine lacks, whatever the file: memory, open files, a disk that can be
 * read.  It ends the program with status 3, since no caller could do better.
 */
#ifndef BASE_MACHINE_H
#define BASE_MACHINE_H

/*
 * At once: whoever lacks something may hold locks, or be half-way through a list, that
 * closing down would run into.  name: a file's, or NULL.
 */
_Noreturn void machine_end(const char *name, const char *why);

/* The system's words for an errno; ends the program if it is none of the file's own doing. */
const char *machine_reason(int error, const char *name);

#endif
