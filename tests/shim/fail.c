/*
 * Preloaded by tests: the library call that FAIL names gives NULL, as it does where memory
 * is short; every other call goes through.  FAIL=readlink: the program dies where a file
 * whose name has "crash" in it is about to be written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

static int fails(const char *call)
{
	const char *name = getenv("FAIL");

	return name && !strcmp(name, call);
}

void *HPDF_Binary_New(void *memory, unsigned char *value, unsigned n);

void *HPDF_Binary_New(void *memory, unsigned char *value, unsigned n)
{
	void *(*next)(void *, unsigned char *, unsigned);

	*(void **)&next = dlsym(RTLD_NEXT, "HPDF_Binary_New");
	return fails("HPDF_Binary_New") ? NULL : next(memory, value, n);
}

ssize_t readlink(const char *path, char *buffer, size_t n)
{
	ssize_t (*next)(const char *, char *, size_t);

	if (fails("readlink") && strstr(path, "crash"))
		abort();
	*(void **)&next = dlsym(RTLD_NEXT, "readlink");
	return next(path, buffer, n);
}
