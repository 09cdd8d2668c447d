#define _GNU_SOURCE		/* O_TMPFILE, renameat2() */
#include "base/beside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PREFIX ".raingan-"

enum { NAMES_MOST = 100 };

int beside_folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (int)(slash - path) + 1 : 0;
}

static const char *folder_of(struct arena *arena, const char *target)
{
	int n = beside_folder_length(target);

	return n ? arena_copy(arena, target, (size_t)n) : ".";
}

static const char *new_name(const struct beside *beside)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return arena_printf(beside->arena, "%.*s" PREFIX "%ld-%lld%09ld",
		beside_folder_length(beside->target), beside->target, (long)getpid(),
		(long long)now.tv_sec, now.tv_nsec);
}

/* Whose default is to end the program: they wait while a file has a name of ours. */
static void hold_signals(struct beside *beside)
{
	static const int ending[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM };
	sigset_t held;

	sigemptyset(&held);
	for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
		sigaddset(&held, ending[i]);
	if (!beside->holds)
		beside->holds = !sigprocmask(SIG_BLOCK, &held, &beside->signals);
}

/* What linkat() knows a nameless file by. */
static const char *handle_of(const struct beside *beside)
{
	return arena_printf(beside->arena, "/proc/self/fd/%d", beside->fd);
}

static int link_nameless(const struct beside *beside, const char *name)
{
	return linkat(AT_FDCWD, handle_of(beside), AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

static void open_nameless(struct beside *beside)
{
	beside->fd = open(folder_of(beside->arena, beside->target),
		O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	if (beside->fd < 0 || !access(handle_of(beside), F_OK))
		return;
	close(beside->fd);
	beside->fd = -1;
}

/* False where a sweeper was faster than the lock. */
static bool is_locked(int fd)
{
	struct stat status;

	flock(fd, LOCK_EX);
	return fstat(fd, &status) || status.st_nlink > 0;
}

/* mkstemp() would hide the umask, which nothing can ask for without changing it. */
static void open_named(struct beside *beside)
{
	hold_signals(beside);
	for (int i = 0; i < NAMES_MOST && beside->fd < 0; i++) {
		beside->name = new_name(beside);
		beside->fd = open(beside->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (beside->fd < 0 && errno != EEXIST)
			break;
		if (beside->fd >= 0 && !is_locked(beside->fd)) {
			close(beside->fd);
			beside->fd = -1;
		}
	}
	if (beside->fd < 0)
		beside->name = NULL;
}

void beside_open(struct beside *beside, struct arena *arena, const char *target)
{
	int error;

	*beside = (struct beside){ .arena = arena, .target = target, .fd = -1 };
	open_nameless(beside);
	if (beside->fd < 0)
		open_named(beside);
	error = errno;
	if (beside->fd < 0)
		beside_end(beside);
	errno = error;
}

/* Nothing can put a nameless file in another's place at once: it has a name for a moment. */
static bool name_file(struct beside *beside, bool replaces)
{
	const char *name;

	if (!link_nameless(beside, beside->target))
		return true;
	if (!replaces || errno != EEXIST)
		return false;
	flock(beside->fd, LOCK_EX);
	hold_signals(beside);
	name = new_name(beside);
	if (link_nameless(beside, name))
		return false;
	beside->name = name;
	return true;
}

/* Some file systems can only link: the name is given if nobody has taken it meanwhile. */
static bool rename_new(const char *name, const char *target)
{
	if (!renameat2(AT_FDCWD, name, AT_FDCWD, target, RENAME_NOREPLACE))
		return true;
	if ((errno != EINVAL && errno != ENOSYS) || link(name, target))
		return false;
	return !unlink(name);
}

/* Where folders cannot be synced the file system keeps them in order itself. */
static void sync_folder(const struct beside *beside)
{
	int fd = open(folder_of(beside->arena, beside->target),
		O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

bool beside_publish(struct beside *beside, bool replaces)
{
	if (!beside->name && !name_file(beside, replaces))
		return false;
	if (beside->name && !(replaces ? !rename(beside->name, beside->target)
			: rename_new(beside->name, beside->target)))
		return false;
	beside->name = NULL;
	sync_folder(beside);
	return true;
}

void beside_end(struct beside *beside)
{
	if (beside->name)
		unlink(beside->name);
	beside->name = NULL;
	if (beside->holds)
		sigprocmask(SIG_SETMASK, &beside->signals, NULL);
	beside->holds = false;
}

static bool is_ours(const char *name)
{
	size_t n = strlen(PREFIX), process;

	if (strncmp(name, PREFIX, n) != 0)
		return false;
	process = strspn(name + n, "0123456789");
	name += n + process;
	return process && *name == '-' && name[1]
		&& name[1 + strspn(name + 1, "0123456789")] == '\0';
}

static void remove_leftover(int folder, const char *name)
{
	int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat status;

	if (fd < 0)
		return;
	if (!fstat(fd, &status) && S_ISREG(status.st_mode) && !flock(fd, LOCK_EX | LOCK_NB))
		unlinkat(folder, name, 0);
	close(fd);
}

void beside_sweep(struct arena *arena, const char *target)
{
	DIR *stream = opendir(folder_of(arena, target));
	struct dirent *entry;

	while (stream && (entry = readdir(stream)))
		if (is_ours(entry->d_name))
			remove_leftover(dirfd(stream), entry->d_name);
	if (stream)
		closedir(stream);
}
