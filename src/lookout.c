#include "lookout.h"

#include <errno.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"

enum {
	GONE = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT,
	BEGUN = IN_CREATE | IN_DELETE | IN_MOVED_FROM,
	DONE = IN_CLOSE_WRITE | IN_MOVED_TO,
	SEEN = IN_DELETE_SELF | IN_MOVE_SELF | BEGUN | DONE | IN_ONLYDIR,
};

enum role { ROLE_SOURCE, ROLE_RESOURCE, ROLE_OUTPUT };

struct item {
	int watch;			/* of its folder; -1: that is missing */
	const char *folder, *name;	/* name: of a resource the ending */
	enum role role;
	bool is_link;			/* the file was one when it was named */
};

struct lookout {
	int descriptor, error;
	bool whole;
	struct arena *arena;		/* its own, of the items */
	struct { struct item *at; int n, room; } items;
};

static void close_lookout(void *lookout)
{
	close(((struct lookout *)lookout)->descriptor);
	arena_close(((struct lookout *)lookout)->arena);
}

struct lookout *lookout_open(struct arena *arena)
{
	struct lookout *lookout = arena_new(arena, struct lookout);

	lookout->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (lookout->descriptor < 0)
		return NULL;
	lookout->arena = arena_open();
	lookout->whole = true;
	return arena_own(arena, lookout, close_lookout);
}

void lookout_clear(struct lookout *lookout)
{
	arena_close(lookout->arena);
	*lookout = (struct lookout){ .descriptor = lookout->descriptor, .whole = true,
		.arena = arena_open() };
}

static bool is_link(const char *path)
{
	struct stat status;

	return !lstat(path, &status) && S_ISLNK(status.st_mode);
}

static void add(struct lookout *lookout, const char *folder, const char *name, enum role role)
{
	int watch = inotify_add_watch(lookout->descriptor, folder, SEEN);

	if (watch < 0) {
		lookout->whole = false;
		if (errno != ENOENT && errno != ENOTDIR && errno != EACCES)
			lookout->error = errno;
	}
	*list_add(lookout->arena, &lookout->items) = (struct item){ watch,
		arena_text(lookout->arena, folder), arena_text(lookout->arena, name), role,
		is_link(folder_file(lookout->arena, folder, name)) };
}

static void add_path(struct lookout *lookout, const char *path, enum role role)
{
	const char *slash = strrchr(path, '/');

	add(lookout, folder_above(lookout->arena, path), slash ? slash + 1 : path, role);
}

/* Where the path is a link, what it leads to may change as well as the link, or come. */
static void add_both(struct lookout *lookout, const char *path, enum role role)
{
	char *target = realpath(path, NULL);

	add_path(lookout, path, role);
	if (!target && role == ROLE_SOURCE && is_link(path))
		lookout->whole = false;
	if (target)
		add_path(lookout, target, role);
	free(target);
}

void lookout_file(struct lookout *lookout, const char *path)
{
	add_both(lookout, path, ROLE_SOURCE);
}

void lookout_files(struct lookout *lookout, const char *folder, const char *ending)
{
	add(lookout, folder, ending, ROLE_RESOURCE);
}

void lookout_ignore(struct lookout *lookout, const char *path)
{
	add_both(lookout, path, ROLE_OUTPUT);
}

bool lookout_is_whole(const struct lookout *lookout)
{
	return lookout->whole;
}

int lookout_error(const struct lookout *lookout)
{
	return lookout->error;
}

int lookout_descriptor(const struct lookout *lookout)
{
	return lookout->descriptor;
}

/* Linux tells of a file without a name as #NUMBER, and editors keep what is unsaved so. */
static bool is_named(const struct item *item, const struct inotify_event *event)
{
	if (item->watch != event->wd)
		return false;
	if (event->mask & GONE)
		return item->role != ROLE_OUTPUT;
	return item->role == ROLE_RESOURCE
		? !strchr(".#", event->name[0]) && folder_name_ends(event->name, item->name)
		: !strcmp(event->name, item->name);
}

/* A new file that is empty is about to be written: its end will be told too. */
static bool is_empty(struct lookout *lookout, const struct item *item, const char *name)
{
	struct stat status;

	return !lstat(folder_file(lookout->arena, item->folder, name), &status)
		&& S_ISREG(status.st_mode) && !status.st_size;
}

static void note(struct lookout *lookout, const struct inotify_event *event,
	struct sighting *sighting)
{
	const struct item *source = NULL, *resource = NULL, *item;

	for (int i = 0; i < lookout->items.n; i++) {
		item = &lookout->items.at[i];
		if (!is_named(item, event))
			continue;
		if (item->role == ROLE_OUTPUT)
			return;
		*(item->role == ROLE_SOURCE ? &source : &resource) = item;
	}
	item = source ? source : resource;
	if (!item || (event->mask & IN_CREATE && is_empty(lookout, item, event->name)))
		return;
	sighting->change = event->mask & DONE ? CHANGE_DONE : CHANGE_BEGUN;
	sighting->stale |= resource || event->mask & GONE || item->is_link
		|| is_link(folder_file(lookout->arena, item->folder, item->name));
}

static void take(struct lookout *lookout, const struct inotify_event *event,
	struct sighting *sighting)
{
	if (event->mask & IN_Q_OVERFLOW)
		*sighting = (struct sighting){ CHANGE_DONE, true };
	else
		note(lookout, event, sighting);
	if (event->mask & IN_MOVE_SELF)
		inotify_rm_watch(lookout->descriptor, event->wd);
}

struct sighting lookout_read(struct lookout *lookout)
{
	alignas(struct inotify_event) char events[1 << 14];
	struct sighting sighting = { CHANGE_NONE, false };
	ssize_t n;

	while ((n = read(lookout->descriptor, events, sizeof events)) > 0)
		for (const char *at = events; at < events + n;) {
			const struct inotify_event *event = (const void *)at;

			take(lookout, event, &sighting);
			at += sizeof *event + event->len;
		}
	return sighting;
}
