#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "build.h"
#include "commands.h"
#include "confine.h"
#include "lookout.h"
#include "outputs.h"
#include "say.h"
#include "worker.h"

/* In milliseconds. */
enum {
	DONE_PAUSE = 8,			/* so long after a save comes no other: then it is made */
	BEGUN_PAUSE = 100,		/* or after a file went away, that may come back */
	PATIENCE = 1000,		/* but no later than this after the first change */
	MISSING_PAUSE = 1000,		/* a missing folder is looked for */
	NEVER = -1,
};

enum wake { WAKE_READY, WAKE_TIME, WAKE_STOP };

struct watching {
	const struct options *options;
	struct session *session;
	struct lookout *lookout;
	struct workers workers;		/* one, which keeps what a session keeps */
	int signals;			/* where those that end the program arrive */
	struct arena *arena;		/* of the sources */
	struct paths sources;
};

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static sigset_t stopping(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	return set;
}

/* In a new worker. */
static void start(const void *with)
{
	const struct watching *watching = with;
	struct arena *arena = arena_open();
	sigset_t set = stopping();

	confine(arena, watching->options, watching->session, NULL);
	arena_close(arena);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
}

/* In the worker: after the problems and a NUL come the pages and the sources, each with one. */
static enum status make(const void *with, int i, FILE *out)
{
	const struct watching *watching = with;
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena, .language = watching->options->language };
	struct findings findings = { 0 };
	struct report report = build_report_of(arena, watching->options,
		watching->options->inputs[i]);
	enum status status;

	report.findings = &findings;
	build_make(watching->session, &report, &problems);
	status = status_print(watching->options, &problems, out);
	fprintf(out, "%c%d%c", '\0', findings.pages, '\0');
	for (int k = 0; k < findings.sources.n; k++)
		fprintf(out, "%s%c", findings.sources.at[k], '\0');
	arena_close(arena);
	return status;
}

/* Until the descriptor has something, or for so many milliseconds. */
static enum wake wait_for(const struct watching *watching, int descriptor, int64_t time)
{
	struct pollfd polls[] = { { watching->signals, POLLIN, 0 }, { descriptor, POLLIN, 0 } };
	int n;

	do
		n = poll(polls, 2, (int)time);
	while (n < 0 && errno == EINTR);
	return n < 0 || polls[0].revents ? WAKE_STOP : n ? WAKE_READY : WAKE_TIME;
}

static bool has_path(const struct paths *paths, const char *path)
{
	for (int i = 0; i < paths->n; i++)
		if (!strcmp(paths->at[i], path))
			return true;
	return false;
}

/* A report that is broken may not have come to name all that it takes. */
static void keep_sources(struct watching *watching, const char *at, const char *end, bool broken)
{
	struct arena *arena = arena_open();
	struct paths sources = { 0 }, before = watching->sources;

	for (; at < end; at += strlen(at) + 1)
		if (!has_path(&sources, at))
			*list_add(arena, &sources) = arena_text(arena, at);
	for (int i = 0; broken && i < before.n; i++)
		if (!has_path(&sources, before.at[i]))
			*list_add(arena, &sources) = arena_text(arena, before.at[i]);
	arena_close(watching->arena);
	watching->arena = arena;
	watching->sources = sources;
}

/* False where that cannot be. */
static bool look_out(struct watching *watching)
{
	const struct options *options = watching->options;
	struct arena *arena = arena_open();
	struct resource_files files = session_files(arena, watching->session);

	lookout_clear(watching->lookout);
	lookout_ignore(watching->lookout, outputs_choose(arena, options, options->inputs[0]));
	for (int i = 0; i < watching->sources.n; i++)
		lookout_file(watching->lookout, watching->sources.at[i]);
	for (int i = 0; i < files.n; i++)
		lookout_files(watching->lookout, files.at[i].folder, files.at[i].ending);
	arena_close(arena);
	return !lookout_error(watching->lookout);
}

/* A worker that has the job; false where there is no process to be had. */
static bool begin(const struct watching *watching)
{
	struct worker *worker = watching->workers.at;

	if (worker->socket >= 0 && worker_give(worker, 0))
		return true;
	if (worker->socket >= 0)
		worker_stop(worker);
	if (!worker_start(&watching->workers, worker))
		return false;
	worker_give(worker, 0);		/* one that died at once is missed when it is to answer */
	return true;
}

static void tell_failure(const struct watching *watching, int64_t since)
{
	char time[24];

	snprintf(time, sizeof time, "%d", (int)(now() - since));
	say_status(watching->options, stderr, N_("not made, {1} ms"), time);
}

static void tell(struct watching *watching, const struct answer *answer, int64_t since)
{
	char time[24];
	const char *pages = answer->text + strlen(answer->text) + 1;
	const char *sources = pages + strlen(pages) + 1;

	keep_sources(watching, sources, answer->text + answer->n, answer->status != STATUS_MADE);
	fputs(answer->text, stderr);
	snprintf(time, sizeof time, "%d", (int)(now() - since));
	if (answer->status == STATUS_MADE)
		say_status(watching->options, stderr, N_("made, {1} pages, {2} ms"), pages, time);
	else
		tell_failure(watching, since);
}

/* False where the program is to end. */
static bool make_again(struct watching *watching, int64_t since, enum status *status)
{
	struct worker *worker = watching->workers.at;
	struct answer answer;

	if (!begin(watching)) {
		say_failure(watching->options, N_("no process can be started: {1}"),
			strerror(errno));
		*status = STATUS_SYSTEM;
		return false;
	}
	if (wait_for(watching, worker->socket, NEVER) == WAKE_STOP) {
		kill(worker->pid, SIGTERM);
		return false;
	}
	if (worker_take(worker, &answer)) {
		tell(watching, &answer, since);
		free(answer.text);
		return !ferror(stderr);
	}
	build_lost(watching->options, watching->options->inputs[0],
		worker_stop(worker), stderr);
	tell_failure(watching, since);
	return !ferror(stderr);
}

/* What a worker keeps, or which folders it may touch, has changed: another is to begin anew. */
static void dismiss(struct watching *watching)
{
	if (watching->workers.at->socket >= 0)
		worker_stop(watching->workers.at);
}

/* Waits for a change and until no more come at once; false where the program is to end. */
static bool wait_for_change(struct watching *watching, int64_t *since)
{
	int64_t due = NEVER, time;
	struct sighting sighting;

	for (;;) {
		time = due != NEVER ? due - now()
			: lookout_is_whole(watching->lookout) ? NEVER : MISSING_PAUSE;
		switch (wait_for(watching, lookout_descriptor(watching->lookout),
				due != NEVER && time < 0 ? 0 : time)) {
		case WAKE_STOP:
			return false;
		case WAKE_TIME:
			if (due != NEVER)
				return true;
			look_out(watching);
			dismiss(watching);
			*since = now();
			if (lookout_is_whole(watching->lookout))
				return true;
			break;
		case WAKE_READY:
			sighting = lookout_read(watching->lookout);
			if (sighting.change == CHANGE_NONE)
				break;
			if (sighting.stale)
				dismiss(watching);
			if (due == NEVER)
				*since = now();
			due = now() + (sighting.change == CHANGE_DONE ? DONE_PAUSE : BEGUN_PAUSE);
			if (due > *since + PATIENCE)
				due = *since + PATIENCE;
		}
	}
}

static enum status refuse_watching(const struct options *options, int reason)
{
	say_failure(options, N_("folders cannot be watched: {1}"), strerror(reason));
	return STATUS_SYSTEM;
}

static enum status watch(struct watching *watching)
{
	enum status status = STATUS_MADE;
	int64_t since = now();

	look_out(watching);
	while (make_again(watching, since, &status) && look_out(watching)
			&& wait_for_change(watching, &since))
		;
	return lookout_error(watching->lookout)
		? refuse_watching(watching->options, lookout_error(watching->lookout)) : status;
}

enum status command_watch(struct arena *arena, const struct options *options)
{
	struct watching watching = { .options = options,
		.session = command_session(arena, options),
		.lookout = lookout_open(arena), .arena = arena_open() };
	struct problems problems = { .arena = arena, .language = options->language };
	sigset_t set = stopping();
	enum status status;

	if (!watching.session)
		return STATUS_USAGE;
	outputs_check(arena, options, &problems);
	if (status_print(options, &problems, stderr))
		return STATUS_INPUT;
	if (!watching.lookout)
		return refuse_watching(options, errno);
	sigprocmask(SIG_BLOCK, &set, NULL);
	watching.signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	watching.workers = workers_open(arena, 1, make, &watching);
	watching.workers.begin = start;
	*list_add(watching.arena, &watching.sources) = options->inputs[0];
	if (options->value[OPTION_STYLES])
		*list_add(watching.arena, &watching.sources) = options->value[OPTION_STYLES];
	status = watch(&watching);
	dismiss(&watching);
	arena_close(watching.arena);
	return status;
}
