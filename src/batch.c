#define _DEFAULT_SOURCE		/* MAP_ANONYMOUS */
#include "batch.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NO_JOB = -1 };

/* What a worker answers for a job; n bytes of text follow. */
struct answer { int status; size_t n; };

struct worker {
	pid_t pid;
	int socket;			/* jobs go out, answers come in; -1: no worker */
	int job;			/* that it is at */
};

/* A job's answer, until it is its turn to be printed. */
struct outcome {
	bool done, again;		/* again: it was given out a second time */
	enum status status;
	char *text;
	size_t n;
};

struct batching {
	struct arena *arena;
	const struct batch *batch;
	struct worker *workers;
	struct pollfd *polls;		/* one a worker */
	struct outcome *outcomes;
	bool *begun;			/* by the workers */
	struct { int *at; int n, room; } lost;	/* jobs to be given out again */
	int next, printed;		/* jobs given out and told of so far */
	int reason;			/* errno of the last process that could not be had */
	struct batch_result result;
};

struct share { void *at; size_t n; };

static void close_share(void *share)
{
	munmap(((struct share *)share)->at, ((struct share *)share)->n);
}

void *batch_share(struct arena *arena, size_t n)
{
	struct share *share = arena_new(arena, struct share);
	void *at = mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	*share = (struct share){ arena_must(at == MAP_FAILED ? NULL : at), n };
	arena_own(arena, share, close_share);
	return at;
}

/* False where the other end is gone. */
static bool send_all(int socket, const void *bytes, size_t n)
{
	const char *from = bytes;

	while (n) {
		ssize_t sent = send(socket, from, n, MSG_NOSIGNAL);

		if (sent < 0 && errno != EINTR)
			return false;
		if (sent > 0) {
			from += sent;
			n -= (size_t)sent;
		}
	}
	return true;
}

static bool receive_all(int socket, void *bytes, size_t n)
{
	char *to = bytes;

	while (n) {
		ssize_t got = recv(socket, to, n, 0);

		if (!got || (got < 0 && errno != EINTR))
			return false;
		if (got > 0) {
			to += got;
			n -= (size_t)got;
		}
	}
	return true;
}

/* One job with its text in memory. */
static struct answer do_job(const struct batch *batch,
	enum status (*job)(const void *, int, FILE *), int i, char **text)
{
	struct answer answer = { STATUS_SYSTEM, 0 };
	FILE *out = arena_must(open_memstream(text, &answer.n));

	answer.status = (int)job(batch->with, i, out);
	fclose(out);
	return answer;
}

/* A worker's life: until nobody gives it jobs. */
static void work(const struct batching *batching, int socket)
{
	const struct batch *batch = batching->batch;
	int i;

	while (receive_all(socket, &i, sizeof i)) {
		char *text;
		struct answer answer;

		batching->begun[i] = true;
		answer = do_job(batch, batch->job, i, &text);
		fflush(stdout);
		if (!send_all(socket, &answer, sizeof answer) || !send_all(socket, text, answer.n))
			break;
		free(text);
	}
	_exit(0);
}

static void close_others(const struct batching *batching)
{
	for (int i = 0; i < batching->batch->workers; i++)
		if (batching->workers[i].socket >= 0)
			close(batching->workers[i].socket);
}

static bool start_worker(struct batching *batching, struct worker *worker)
{
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) {
		batching->reason = errno;
		return false;
	}
	fflush(NULL);
	worker->pid = fork();
	batching->reason = errno;
	if (!worker->pid) {
		close(ends[0]);
		close_others(batching);
		work(batching, ends[1]);
	}
	close(ends[1]);
	worker->socket = worker->pid < 0 ? -1 : ends[0];
	if (worker->pid < 0)
		close(ends[0]);
	return worker->pid > 0;
}

static void stop_worker(struct worker *worker)
{
	close(worker->socket);
	waitpid(worker->pid, NULL, 0);
	*worker = (struct worker){ 0, -1, NO_JOB };
}

static void print_outcomes(struct batching *batching)
{
	for (; batching->printed < batching->batch->n; batching->printed++) {
		struct outcome *outcome = &batching->outcomes[batching->printed];

		if (!outcome->done)
			return;
		fwrite(outcome->text, 1, outcome->n, stderr);
		free(outcome->text);
		outcome->text = NULL;
	}
}

static void settle(struct batching *batching, int job, struct answer answer, char *text)
{
	struct batch_result *result = &batching->result;

	batching->outcomes[job] = (struct outcome){ true, false, (enum status)answer.status,
		text, answer.n };
	if ((enum status)answer.status > result->worst)
		result->worst = (enum status)answer.status;
	result->made += answer.status == STATUS_MADE;
	result->failed += answer.status != STATUS_MADE;
	print_outcomes(batching);
}

/*
 * The worker is gone, or talks nonsense: it is not used again.  Its job is told of, but for
 * one that it had not begun: it died idle, by whatever hand, and another does the job.
 */
static void give_up(struct batching *batching, struct worker *worker)
{
	int job = worker->job;
	char *text;
	struct answer answer;

	stop_worker(worker);
	if (job == NO_JOB)
		return;
	if (!batching->begun[job] && !batching->outcomes[job].again) {
		batching->outcomes[job].again = true;
		*list_add(batching->arena, &batching->lost) = job;
		return;
	}
	answer = do_job(batching->batch, batching->batch->crashed, job, &text);
	settle(batching, job, answer, text);
}

static bool has_job(const struct batching *batching)
{
	return batching->lost.n || batching->next < batching->batch->n;
}

static void give_job(struct batching *batching, struct worker *worker)
{
	worker->job = batching->lost.n ? batching->lost.at[--batching->lost.n]
		: batching->next++;
	if (!send_all(worker->socket, &worker->job, sizeof worker->job))
		give_up(batching, worker);
}

static void take_answer(struct batching *batching, struct worker *worker)
{
	struct answer answer;
	char *text;

	if (!receive_all(worker->socket, &answer, sizeof answer)) {
		give_up(batching, worker);
		return;
	}
	text = arena_must(malloc(answer.n + 1));
	if (!receive_all(worker->socket, text, answer.n)) {
		free(text);
		give_up(batching, worker);
		return;
	}
	settle(batching, worker->job, answer, text);
	worker->job = NO_JOB;
}

/* Waits until workers have something to say. */
static void take_answers(struct batching *batching)
{
	int n = batching->batch->workers;
	struct pollfd *polls = batching->polls;

	for (int i = 0; i < n; i++)
		polls[i] = (struct pollfd){ batching->workers[i].socket, POLLIN, 0 };
	if (poll(polls, (nfds_t)n, -1) < 0)
		return;
	for (int i = 0; i < n; i++)
		if (polls[i].fd >= 0 && polls[i].revents)
			take_answer(batching, &batching->workers[i]);
}

static void give_jobs(struct batching *batching)
{
	for (int i = 0; i < batching->batch->workers; i++) {
		struct worker *worker = &batching->workers[i];

		while (worker->job == NO_JOB && has_job(batching)
				&& (worker->socket >= 0 || start_worker(batching, worker)))
			give_job(batching, worker);
	}
}

static bool is_busy(const struct batching *batching)
{
	for (int i = 0; i < batching->batch->workers; i++)
		if (batching->workers[i].job != NO_JOB)
			return true;
	return false;
}

struct batch_result batch_run(struct arena *arena, const struct batch *batch)
{
	struct batching batching = { .batch = batch, .arena = arena };

	batching.workers = arena_alloc(arena, (size_t)batch->workers * sizeof *batching.workers);
	batching.polls = arena_alloc(arena, (size_t)batch->workers * sizeof *batching.polls);
	batching.outcomes = arena_alloc(arena, (size_t)batch->n * sizeof *batching.outcomes);
	batching.begun = batch_share(arena, (size_t)batch->n * sizeof *batching.begun);
	for (int i = 0; i < batch->workers; i++)
		batching.workers[i] = (struct worker){ 0, -1, NO_JOB };
	for (give_jobs(&batching); is_busy(&batching); give_jobs(&batching))
		take_answers(&batching);
	for (int i = 0; i < batch->workers; i++)
		if (batching.workers[i].socket >= 0)
			stop_worker(&batching.workers[i]);
	if (has_job(&batching)) {
		fprintf(stderr, "raingan: no process can be started: %s\n",
			strerror(batching.reason));
		batching.result.worst = STATUS_SYSTEM;
	}
	return batching.result;
}
