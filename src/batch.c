#include "batch.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "say.h"

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
	bool done;
	enum status status;
	char *text;
	size_t n;
};

struct batching {
	const struct batch *batch;
	struct worker *workers;
	struct pollfd *polls;		/* one a worker */
	struct outcome *outcomes;
	int next, printed;		/* jobs given out and told of so far */
	struct progress *progress;
	int reason;			/* errno of the last process that could not be had */
	struct batch_result result;
};

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
static void work(const struct batch *batch, int socket)
{
	int i;

	while (receive_all(socket, &i, sizeof i)) {
		char *text;
		struct answer answer = do_job(batch, batch->job, i, &text);

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
		work(batching->batch, ends[1]);
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
		if (outcome->n)
			progress_hide(batching->progress);
		fwrite(outcome->text, 1, outcome->n, stderr);
		free(outcome->text);
		outcome->text = NULL;
	}
}

static void settle(struct batching *batching, int job, struct answer answer, char *text)
{
	struct batch_result *result = &batching->result;

	batching->outcomes[job] = (struct outcome){ true, (enum status)answer.status, text,
		answer.n };
	if ((enum status)answer.status > result->worst)
		result->worst = (enum status)answer.status;
	result->made += answer.status == STATUS_MADE;
	result->failed += answer.status != STATUS_MADE;
	print_outcomes(batching);
	progress_show(batching->progress, result->made, result->failed);
}

/* The worker is gone, or talks nonsense: its job is told of, and it is not used again. */
static void give_up(struct batching *batching, struct worker *worker)
{
	int job = worker->job;
	char *text;
	struct answer answer;

	stop_worker(worker);
	if (job == NO_JOB)
		return;
	answer = do_job(batching->batch, batching->batch->crashed, job, &text);
	settle(batching, job, answer, text);
}

static void give_job(struct batching *batching, struct worker *worker)
{
	if (batching->next == batching->batch->n || (worker->socket < 0
			&& !start_worker(batching, worker)))
		return;
	worker->job = batching->next++;
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
	for (int i = 0; i < batching->batch->workers; i++)
		if (batching->workers[i].job == NO_JOB)
			give_job(batching, &batching->workers[i]);
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
	struct batching batching = { .batch = batch };

	batching.workers = arena_alloc(arena, (size_t)batch->workers * sizeof *batching.workers);
	batching.polls = arena_alloc(arena, (size_t)batch->workers * sizeof *batching.polls);
	batching.outcomes = arena_alloc(arena, (size_t)batch->n * sizeof *batching.outcomes);
	for (int i = 0; i < batch->workers; i++)
		batching.workers[i] = (struct worker){ 0, -1, NO_JOB };
	batching.progress = progress_start(arena, batch->options, batch->n);
	for (give_jobs(&batching); is_busy(&batching); give_jobs(&batching))
		take_answers(&batching);
	for (int i = 0; i < batch->workers; i++)
		if (batching.workers[i].socket >= 0)
			stop_worker(&batching.workers[i]);
	progress_hide(batching.progress);
	if (batching.next < batch->n) {
		say_failure(batch->options, N_("no process can be started: {1}"),
			strerror(batching.reason));
		batching.result.worst = STATUS_SYSTEM;
	}
	return batching.result;
}
