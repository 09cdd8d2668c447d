/*
 * Preloaded by tests: the call that FAIL names fails, every other goes through.
 * FAIL=readlink: the program dies where a file whose name has "crash" in it is
 * about to be written.  FAIL=recv: each process dies where it waits for its second
 * number, as a worker does between two jobs.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>

static int fails(const char *call)
{
	const char *name = getenv("FAIL");

	return name && !strcmp(name, call);
}

static void *next_of(const char *call)
{
	return dlsym(RTLD_NEXT, call);
}

void *HPDF_Binary_New(void *memory, unsigned char *value, unsigned n);

void *HPDF_Binary_New(void *memory, unsigned char *value, unsigned n)
{
	void *(*next)(void *, unsigned char *, unsigned);

	*(void **)&next = next_of("HPDF_Binary_New");
	return fails("HPDF_Binary_New") ? NULL : next(memory, value, n);
}

ssize_t readlink(const char *path, char *buffer, size_t n)
{
	ssize_t (*next)(const char *, char *, size_t);

	if (fails("readlink") && strstr(path, "crash"))
		abort();
	*(void **)&next = next_of("readlink");
	return next(path, buffer, n);
}

/* FAIL=O_TMPFILE: as on a file system where each file has a name. */
int open(const char *path, int flags, ...)
{
	int (*next)(const char *, int, ...);
	va_list rest;
	int mode;

	va_start(rest, flags);
	mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, int) : 0;
	va_end(rest);
	*(void **)&next = next_of("open");
	if ((flags & O_TMPFILE) != O_TMPFILE || !fails("O_TMPFILE"))
		return next(path, flags, mode);
	errno = EOPNOTSUPP;
	return -1;
}

void *dlopen(const char *path, int mode)
{
	void *(*next)(const char *, int);

	*(void **)&next = next_of("dlopen");
	return fails("dlopen") ? NULL : next(path, mode);
}

/* As on a file system that only knows links. */
int renameat2(int from, const char *old, int to, const char *new, unsigned flags)
{
	int (*next)(int, const char *, int, const char *, unsigned);

	*(void **)&next = next_of("renameat2");
	if (!fails("renameat2"))
		return next(from, old, to, new, flags);
	errno = EINVAL;
	return -1;
}

ssize_t recv(int socket, void *bytes, size_t n, int flags)
{
	static int numbers;
	ssize_t (*next)(int, void *, size_t, int);

	if (n == sizeof(int) && ++numbers == 2 && fails("recv"))
		abort();
	*(void **)&next = next_of("recv");
	return next(socket, bytes, n, flags);
}

pid_t fork(void)
{
	pid_t (*next)(void);

	*(void **)&next = next_of("fork");
	if (!fails("fork"))
		return next();
	errno = EAGAIN;
	return -1;
}
