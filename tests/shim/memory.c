/*
 * Preloaded by tests: allocations that fail, each in a process of its own which is forked
 * where it is made, while this one goes on.
 *
 * MEMORY=N/STEP: the first N allocations, and then every STEP-th.  What becomes of each
 * must be status 3, the one message on standard error, and TARGET as it was.  At the end
 * the file REPORT has what was otherwise, and "N faults, N bad, N allocations".
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TOLD_MOST = 200000, SECONDS_MOST = 20 };

static const char expected[] = "raingan: out of memory\n";

static struct {
	long n, each, step, faults, bad;
	pid_t process;		/* whose allocations fail: not its children's */
	int report, said;	/* said: what a forked one writes to standard error */
	struct stat target;	/* before the last of them failed */
} run;

static int is_untouched(void)
{
	struct stat now;

	return !stat(getenv("TARGET"), &now) && now.st_ino == run.target.st_ino
		&& now.st_size == run.target.st_size
		&& !memcmp(&now.st_mtim, &run.target.st_mtim, sizeof now.st_mtim);
}

static void judge(int status)
{
	char said[sizeof expected] = "";
	ssize_t n = pread(run.said, said, sizeof said, 0);

	run.faults++;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 3 && n == sizeof expected - 1
			&& !memcmp(said, expected, sizeof expected - 1) && is_untouched())
		return;
	run.process = 0;	/* dprintf() allocates too */
	if (run.bad++ < TOLD_MOST)
		dprintf(run.report, "allocation %ld: wait status %04x, target %s, said: %.*s\n",
			run.n, (unsigned)status, is_untouched() ? "as it was" : "LOST", (int)n, said);
	run.process = getpid();
}

/* Whether this is one that fails, in this process. */
static int fails(void)
{
	int status;
	pid_t pid;

	if (!run.each || getpid() != run.process)
		return 0;
	run.n++;
	if (run.n > run.each && run.n % run.step)
		return 0;
	ftruncate(run.said, 0);
	stat(getenv("TARGET"), &run.target);
	pid = _Fork();
	if (!pid) {
		dup2(run.said, STDERR_FILENO);
		lseek(STDERR_FILENO, 0, SEEK_SET);
		alarm(SECONDS_MOST);
		return 1;
	}
	if (pid > 0 && waitpid(pid, &status, 0) == pid)
		judge(status);
	return 0;
}

__attribute__((constructor))
static void start(void)
{
	const char *which = getenv("MEMORY");
	long each;

	if (!which || sscanf(which, "%ld/%ld", &each, &run.step) != 2)
		return;
	run.said = memfd_create("said", MFD_CLOEXEC);
	run.report = open(getenv("REPORT"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	run.process = getpid();
	run.each = each;
}

__attribute__((destructor))
static void end(void)
{
	if (!run.each || getpid() != run.process)
		return;
	run.process = 0;
	dprintf(run.report, "%ld faults, %ld bad, %ld allocations\n", run.faults, run.bad, run.n);
}

static void *next_of(const char *call)
{
	return dlsym(RTLD_NEXT, call);
}

/* glibc's names for what src/memory.c stands before; the plain ones for a program without that. */
#define ALLOCATOR(name, parameters, arguments) \
	void *name parameters; \
	void *name parameters \
	{ \
		static void *(*next) parameters; \
		if (!next) \
			*(void **)&next = next_of(#name); \
		return fails() ? NULL : next arguments; \
	}

ALLOCATOR(__libc_malloc, (size_t size), (size))
ALLOCATOR(__libc_calloc, (size_t n, size_t size), (n, size))
ALLOCATOR(__libc_realloc, (void *memory, size_t size), (memory, size))
ALLOCATOR(malloc, (size_t size), (size))
ALLOCATOR(calloc, (size_t n, size_t size), (n, size))
ALLOCATOR(realloc, (void *memory, size_t size), (memory, size))
