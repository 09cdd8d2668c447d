/*
 * Preloaded by tests: the calls that FAIL names fail, every other goes through.
 * FAIL=readlink: a process of a batch dies where a file whose name has "crash" in
 * it is about to be written.  FAIL=recv: each process dies where it waits for its
 * second number, as a worker does between two jobs.
 * HOLE=yes: a library that was taken over says what it can reach.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int is_child;

enum { AT_WORK = 1000 };	/* allocations */

static int fails(const char *call)
{
	const char *name = getenv("FAIL");

	return name && strstr(name, call);
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

	if (fails("readlink") && is_child && strstr(path, "crash"))
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

/* Memory in large pages is held in steps of 2 MiB; some systems make them unasked. */
int madvise(void *at, size_t n, int advice)
{
	int (*next)(void *, size_t, int);

	*(void **)&next = next_of("madvise");
	if (!fails("madvise"))
		return next(at, n, advice);
	prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
	errno = EINVAL;
	return -1;
}

pid_t fork(void)
{
	pid_t (*next)(void);

	*(void **)&next = next_of("fork");
	if (!fails("fork")) {
		pid_t child = next();

		is_child |= !child;
		return child;
	}
	errno = EAGAIN;
	return -1;
}

/* FAIL=memory: a forked process gets no more of it once it is at work. */
void *__libc_malloc(size_t size);

void *__libc_malloc(size_t size)
{
	static void *(*next)(size_t);
	static int n;

	if (!next)
		*(void **)&next = next_of("__libc_malloc");
	if (is_child && n++ > AT_WORK && fails("memory"))
		return NULL;
	return next(size);
}

static void tell(const char *what, int result)
{
	fprintf(stderr, "hole: %s %s\n", what, result < 0 ? "refused" : "reached");
}

static int start_program(void)
{
	int status = 0;
	pid_t child = fork();

	if (!child) {
		execl("/bin/true", "true", (char *)NULL);
		_exit(1);
	}
	return child < 0 || waitpid(child, &status, 0) < 0 || status ? -1 : 0;
}

/* A kernel without Landlock passes for one that refuses. */
static void reach_out(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
		LANDLOCK_CREATE_RULESET_VERSION);
	int has_rules = version > 0;
	struct rlimit memory;

	tell("/etc/passwd", has_rules ? open("/etc/passwd", O_RDONLY) : -1);
	tell("../stranger", has_rules ? open("../stranger", O_RDONLY) : -1);
	tell("../written", has_rules ? open("../written", O_WRONLY | O_CREAT, 0600) : -1);
	fprintf(stderr, "hole: memory is %slimited\n", !getrlimit(RLIMIT_AS, &memory)
		&& memory.rlim_cur == RLIM_INFINITY ? "not " : "");
	tell("a socket", socket(AF_INET, SOCK_STREAM, 0));
	tell("a program", start_program());
}

/* What every report passes through. */
void *xsltNewTransformContext(void *sheet, void *doc);

void *xsltNewTransformContext(void *sheet, void *doc)
{
	void *(*next)(void *, void *);

	*(void **)&next = next_of("xsltNewTransformContext");
	if (getenv("HOLE"))
		reach_out();
	unsetenv("HOLE");
	return next(sheet, doc);
}
