/*
 * What is refused inside a sandbox and what goes on working, each in a process of its own,
 * and the same without one.  In an empty folder: sandbox_test FOLDER
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/sandbox.h"

static bool is_opened(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC, 0600);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool read_inside(void) { return is_opened("in/file", O_RDONLY); }
static bool read_deeper(void) { return is_opened("in/deep/file", O_RDONLY); }
static bool read_outside(void) { return is_opened("file", O_RDONLY); }
static bool read_passwords(void) { return is_opened("/etc/passwd", O_RDONLY); }
static bool read_by_link(void) { return is_opened("in/link", O_RDONLY); }
static bool read_by_dots(void) { return is_opened("in/../file", O_RDONLY); }
static bool list_outside(void) { return is_opened(".", O_RDONLY | O_DIRECTORY); }
static bool list_output(void) { return is_opened("out", O_RDONLY | O_DIRECTORY); }
static bool write_inside(void) { return is_opened("in/new", O_WRONLY | O_CREAT); }
static bool write_over(void) { return is_opened("in/file", O_WRONLY); }
static bool write_outside(void) { return is_opened("new", O_WRONLY | O_CREAT); }
static bool cut_outside(void) { return !truncate("file", 0); }
static bool remove_outside(void) { return !unlink("file"); }
static bool make_folder_outside(void) { return !mkdir("new", 0700); }
static bool make_folder(void) { return !mkdir("out/new", 0700); }
static bool link_out(void) { return !link("in/file", "out/linked"); }
static bool make_link(void) { return !symlink("/etc/passwd", "out/symbolic"); }
static bool make_pipe(void) { return !mkfifo("out/pipe", 0600); }

static bool write_renamed(void)
{
	return is_opened("out/a", O_WRONLY | O_CREAT) && !rename("out/a", "out/b")
		&& is_opened("out/b", O_RDWR | O_TRUNC) && !unlink("out/b");
}

static bool write_nameless(void)
{
	int fd = open("out", O_TMPFILE | O_WRONLY, 0600);
	char path[40];

	if (fd < 0)
		return false;
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	return write(fd, "x", 1) == 1
		&& !linkat(AT_FDCWD, path, AT_FDCWD, "out/c", AT_SYMLINK_FOLLOW)
		&& !rename("out/c", "out/d");
}

static bool has_device(void) { return is_opened("/dev/null", O_WRONLY); }
static bool load_library(void) { return dlopen("libqpdf.so.29", RTLD_NOW) || dlopen("libz.so.1", RTLD_NOW); }
static bool open_socket(void) { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }
static bool open_local_socket(void) { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }

static bool pair_sockets(void)
{
	int ends[2];

	return !socketpair(AF_UNIX, SOCK_STREAM, 0, ends) && send(ends[0], "x", 1, MSG_NOSIGNAL) == 1;
}

static bool start_program(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return false;
}

static bool start_in_memory(void) { return memfd_create("x", 0) >= 0; }

static bool start_process(void)
{
	pid_t child = fork();

	if (!child)
		_exit(0);
	return child > 0 && waitpid(child, NULL, 0) == child;
}

enum { FILES = 1, CALLS = 2, FORKS = 4 };	/* what refuses it: Landlock, seccomp, the latter if told */

static const struct { const char *name; bool (*works)(void); int refused; } cases[] = {
	{ "a file of a readable folder", read_inside, 0 },
	{ "one further down", read_deeper, 0 },
	{ "a file outside", read_outside, FILES },
	{ "/etc/passwd", read_passwords, FILES },
	{ "a link leading out", read_by_link, FILES },
	{ "a path leading out", read_by_dots, FILES },
	{ "a list of a folder outside", list_outside, FILES },
	{ "a list of the output's folder", list_output, 0 },
	{ "a new file where is only read", write_inside, FILES },
	{ "writing what is only read", write_over, FILES },
	{ "a new file outside", write_outside, FILES },
	{ "cutting a file outside", cut_outside, FILES },
	{ "removing a file outside", remove_outside, FILES },
	{ "a new folder outside", make_folder_outside, FILES },
	{ "a new folder for the output", make_folder, 0 },
	{ "a hard link from a folder to another", link_out, FILES },
	{ "a symbolic link", make_link, FILES },
	{ "a pipe", make_pipe, FILES },
	{ "a file that is renamed, emptied, removed", write_renamed, 0 },
	{ "a nameless file that is given a name", write_nameless, 0 },
	{ "the device that is written to", has_device, 0 },
	{ "a library", load_library, 0 },
	{ "a socket", open_socket, CALLS },
	{ "a local socket", open_local_socket, CALLS },
	{ "a pair of sockets", pair_sockets, 0 },
	{ "a program", start_program, CALLS | FILES },
	{ "a file in memory, which could be a program", start_in_memory, CALLS },
	{ "a process", start_process, FORKS },
};

static void must(bool done)
{
	if (!done) {
		perror("sandbox_test");
		exit(1);
	}
}

static void lay_out(void)
{
	must(!system("rm -rf * && mkdir -p in/deep out && "
		"echo x >in/file && echo x >in/deep/file && echo x >file && ln -s ../file in/link"));
}

static void enter(bool forks)
{
	struct sandbox sandbox = { .forks = forks };
	struct arena *arena = arena_open();

	*list_add(arena, &sandbox.readable) = "in";
	*list_add(arena, &sandbox.readable) = "/usr";
	*list_add(arena, &sandbox.readable) = "/lib";
	*list_add(arena, &sandbox.readable) = "/etc/ld.so.cache";
	*list_add(arena, &sandbox.readable) = "nowhere";
	*list_add(arena, &sandbox.writable) = "out/not/yet";
	*list_add(arena, &sandbox.writable) = "/dev/null";
	sandbox_enter(arena, &sandbox);
	arena_close(arena);
}

/* In a child: a program that is started answers 0 as well. */
static bool works(int i, bool sandboxed, bool forks)
{
	int status;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (!child) {
		if (sandboxed)
			enter(forks);
		_exit(cases[i].works() ? 0 : 1);
	}
	must(child > 0 && waitpid(child, &status, 0) == child);
	return !status;
}

int main(int argc, char **argv)
{
	int kernel = CALLS, failed = 0, passed = 0;

	if (argc != 2)
		return 2;
#ifndef __SANITIZE_ADDRESS__
	kernel |= FORKS;
#endif
	if (syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0)
		kernel |= FILES;
	else
		puts("this kernel has no Landlock: what it would refuse is not tried");
	must(!chdir(argv[1]));
	for (int way = 0; way < 3; way++)
		for (int i = 0; i < (int)(sizeof cases / sizeof *cases); i++) {
			int refusing = way == 0 ? 0 : way == 1 ? kernel : kernel & ~FORKS;
			bool expected = !(cases[i].refused & refusing);

			lay_out();
			if (works(i, way > 0, way == 2) == expected) {
				passed++;
				continue;
			}
			failed++;
			printf("%s: %s\n", cases[i].name, expected ? "refused" : "not refused");
		}
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
