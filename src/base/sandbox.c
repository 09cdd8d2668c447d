#define _GNU_SOURCE		/* O_PATH, syscall() */
#include "base/sandbox.h"

#ifdef __linux__

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/machine.h"

#if defined __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined __riscv && __riscv_xlen == 64
#define ARCHITECTURE AUDIT_ARCH_RISCV64
#endif

/* Rights over files by Landlock's version, from 1; later headers name the newer ones. */
enum { RIGHTS_1 = (1 << 13) - 1, REFER = 1 << 13, TRUNCATE = 1 << 14, DEVICE_CALLS = 1 << 15 };

enum {
	READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
	WRITE = READ | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG
		| LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE
		| LANDLOCK_ACCESS_FS_REMOVE_DIR | TRUNCATE,
	OF_A_FILE = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | TRUNCATE,
};

/* As of version 6: what a kernel does not know must be 0. */
struct ruleset { uint64_t files, network, scopes; };

static struct ruleset choose_rights(long version)
{
	return (struct ruleset){
		.files = RIGHTS_1 | (version >= 2 ? REFER : 0) | (version >= 3 ? TRUNCATE : 0)
			| (version >= 5 ? DEVICE_CALLS : 0),
		.network = version >= 4 ? 3 : 0,	/* to bind and to connect by TCP */
		.scopes = version >= 6 ? 3 : 0,		/* abstract sockets and signals */
	};
}

/* A rule for what the path leads to; false if nothing is there. */
static bool allow(int ruleset, const char *path, uint64_t rights)
{
	struct landlock_path_beneath_attr beneath = { rights,
		open(path, O_PATH | O_CLOEXEC) };
	struct stat status;

	if (beneath.parent_fd < 0) {
		machine_reason(errno, path);
		return false;
	}
	if (!fstat(beneath.parent_fd, &status) && !S_ISDIR(status.st_mode))
		beneath.allowed_access &= OF_A_FILE;
	syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	close(beneath.parent_fd);
	return true;
}

/* "/" and "." are always there. */
static void allow_nearest(struct arena *arena, int ruleset, const char *path, uint64_t rights)
{
	while (!allow(ruleset, path, rights) && strcmp(path, "/") != 0 && strcmp(path, ".") != 0)
		path = dirname(arena_text(arena, path));
}

static void restrict_files(struct arena *arena, const struct sandbox *sandbox)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
		LANDLOCK_CREATE_RULESET_VERSION);
	struct ruleset rights = choose_rights(version);
	int ruleset = version < 1 ? -1 : (int)syscall(SYS_landlock_create_ruleset, &rights,
		sizeof rights, 0);

	if (ruleset < 0)
		return;
	for (int i = 0; i < sandbox->readable.n; i++)
		allow(ruleset, sandbox->readable.at[i], READ);
	for (int i = 0; i < sandbox->writable.n; i++)
		allow_nearest(arena, ruleset, sandbox->writable.at[i], WRITE & rights.files);
	syscall(SYS_landlock_restrict_self, ruleset, 0);
	close(ruleset);
}

#ifdef ARCHITECTURE

/* What no stage needs: sockets, programs, other processes, the system's settings. */
static const uint32_t refused[] = {
	SYS_socket, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
	SYS_execve, SYS_execveat, SYS_process_vm_readv, SYS_process_vm_writev,
	SYS_io_uring_setup, SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_keyctl,
	SYS_add_key, SYS_request_key, SYS_mount, SYS_umount2, SYS_chroot, SYS_unshare,
	SYS_setns, SYS_memfd_create, SYS_pidfd_getfd, SYS_open_by_handle_at,
};

/* With more processes one can look into another. */
static const uint32_t forking[] = {
	SYS_clone, SYS_clone3, SYS_ptrace,
#ifdef SYS_fork
	SYS_fork, SYS_vfork,
#endif
};

/* AddressSanitizer's search for leaks starts a process that looks into this one. */
#ifdef __SANITIZE_ADDRESS__
enum { ALWAYS_FORKS = true };
#else
enum { ALWAYS_FORKS = false };
#endif

/* Steps of a filter; its room is that of the lists above. */
struct filter {
	struct sock_filter steps[2 * (sizeof refused + sizeof forking) / sizeof *refused + 8];
	unsigned short n;
};

static void add(struct filter *filter, struct sock_filter step)
{
	filter->steps[filter->n++] = step;
}

static void load(struct filter *filter, size_t at)
{
	add(filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)at));
}

/* What comes of a call for which the test holds (BPF_JEQ, BPF_JGE). */
static void decide(struct filter *filter, int test, uint32_t value, uint32_t outcome)
{
	add(filter, (struct sock_filter)BPF_JUMP((unsigned short)(BPF_JMP | test | BPF_K), value,
		0, 1));
	add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, outcome));
}

static void refuse(struct filter *filter, const uint32_t *calls, size_t n)
{
	for (size_t i = 0; i < n; i++)
		decide(filter, BPF_JEQ, calls[i], SECCOMP_RET_ERRNO | EPERM);
}

static void restrict_calls(bool forks)
{
	enum { OTHER_NUMBERS = 0x40000000 };	/* x32's, for the same calls */
	struct filter filter = { .n = 0 };
	struct sock_fprog program = { 0, filter.steps };

	load(&filter, offsetof(struct seccomp_data, arch));
	add(&filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0));
	add(&filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
	load(&filter, offsetof(struct seccomp_data, nr));
	decide(&filter, BPF_JGE, OTHER_NUMBERS, SECCOMP_RET_ERRNO | EPERM);
	refuse(&filter, refused, sizeof refused / sizeof *refused);
	if (!forks && !ALWAYS_FORKS)
		refuse(&filter, forking, sizeof forking / sizeof *forking);
	add(&filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
	program.len = filter.n;
	syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program);
}

#else

static void restrict_calls(bool forks)
{
	(void)forks;
}

#endif

void sandbox_enter(struct arena *arena, const struct sandbox *sandbox)
{
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	restrict_files(arena, sandbox);
	restrict_calls(sandbox->forks);
}

#else

void sandbox_enter(struct arena *arena, const struct sandbox *sandbox)
{
	(void)arena, (void)sandbox;
}

#endif
