#define _DEFAULT_SOURCE		/* MAP_ANONYMOUS */
#include "batch.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "say.h"

/* Workers that may die idle, one after the other, while they are given a job. */
enum { DEATHS_MOST = 8 };

/* A job's answer, until it is its turn to be printed. */
struct outcome {
	bool done;
	int deaths;			/* of workers that had not begun it */
	struct answer answer;
};

struct batching {
	struct arena *arena;
	const struct batch *batch;
	struct workers workers;
	struct pollfd *polls;		/* one a worker */
	struct outcome *outcomes;
	bool *begun;			/* by the workers */
	struct { int *at; int n, room; } lost;	/* jobs to be given out again */
	int next, printed;		/* jobs given out and told of so far */
	struct progress *progress;
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

/* In a worker. */
static enum status begin_job(const void *with, int i, FILE *out)
{
	const struct batching *batching = with;

	batching->begun[i] = true;
	return batching->batch->job(batching->batch->with, i, out);
}

static void print_outcomes(struct batching *batching)
{
	for (; batching->printed < batching->batch->n; batching->printed++) {
		struct outcome *outcome = &batching->outcomes[batching->printed];

		if (!outcome->done)
			return;
		if (outcome->answer.n) {
			progress_hide(batching->progress);
			fwrite(outcome->answer.text, 1, outcome->answer.n, stderr);
		}
		free(outcome->answer.text);
	}
}

static void settle(struct batching *batching, int job, struct answer answer)
{
	struct batch_result *result = &batching->result;

	batching->outcomes[job] = (struct outcome){ true, 0, answer };
	if (answer.status > result->worst)
		result->worst = answer.status;
	result->made += answer.status == STATUS_MADE;
	result->failed += answer.status != STATUS_MADE;
	print_outcomes(batching);
	progress_show(batching->progress, result->made, result->failed);
}

/*
 * The worker is gone, or talks nonsense: it is not used again.  Its job is told of, but for
 * one that it had not begun: it died idle, by whatever hand, and another does the job.
 */
static void give_up(struct batching *batching, struct worker *worker)
{
	const struct batch *batch = batching->batch;
	int job = worker->job;

	*batch->ending = worker_stop(worker);
	if (job == NO_JOB)
		return;
	if (!batching->begun[job] && batching->outcomes[job].deaths++ < DEATHS_MOST) {
		*list_add(batching->arena, &batching->lost) = job;
		return;
	}
	settle(batching, job, worker_do(batch->lost, batch->with, job));
}

static bool has_job(const struct batching *batching)
{
	return batching->lost.n || batching->next < batching->batch->n;
}

static int next_job(struct batching *batching)
{
	return batching->lost.n ? batching->lost.at[--batching->lost.n] : batching->next++;
}

static void give_job(struct batching *batching, struct worker *worker)
{
	if (!worker_give(worker, next_job(batching)))
		give_up(batching, worker);
}

static void take_answer(struct batching *batching, struct worker *worker)
{
	int job = worker->job;
	struct answer answer;

	if (worker_take(worker, &answer))
		settle(batching, job, answer);
	else
		give_up(batching, worker);
}

/* Waits until workers have something to say. */
static void take_answers(struct batching *batching)
{
	const struct workers *workers = &batching->workers;
	int n = workers->n;
	struct pollfd *polls = batching->polls;

	for (int i = 0; i < n; i++)
		polls[i] = (struct pollfd){ workers->at[i].socket, POLLIN, 0 };
	if (poll(polls, (nfds_t)n, -1) < 0)
		return;
	for (int i = 0; i < n; i++)
		if (polls[i].fd >= 0 && polls[i].revents)
			take_answer(batching, &workers->at[i]);
}

static bool has_process(struct batching *batching, struct worker *worker)
{
	bool is_there = worker->socket >= 0 || worker_start(&batching->workers, worker);

	if (!is_there)
		batching->reason = errno;
	return is_there;
}

static void give_jobs(struct batching *batching)
{
	for (int i = 0; i < batching->workers.n; i++) {
		struct worker *worker = &batching->workers.at[i];

		while (worker->job == NO_JOB && has_job(batching)
				&& has_process(batching, worker))
			give_job(batching, worker);
	}
}

static bool is_busy(const struct batching *batching)
{
	for (int i = 0; i < batching->workers.n; i++)
		if (batching->workers.at[i].job != NO_JOB)
			return true;
	return false;
}

struct batch_result batch_run(struct arena *arena, const struct batch *batch)
{
	struct batching batching = { .batch = batch, .arena = arena };
	bool is_short = false;		/* of processes */

	batching.workers = workers_open(arena, batch->workers, begin_job, &batching);
	batching.polls = arena_alloc(arena, (size_t)batch->workers * sizeof *batching.polls);
	batching.outcomes = arena_alloc(arena, (size_t)batch->n * sizeof *batching.outcomes);
	batching.begun = batch_share(arena, (size_t)batch->n * sizeof *batching.begun);
	batching.progress = progress_start(arena, batch->options, batch->n);
	for (give_jobs(&batching); is_busy(&batching); give_jobs(&batching))
		take_answers(&batching);
	for (int i = 0; i < batch->workers; i++)
		if (batching.workers.at[i].socket >= 0)
			worker_stop(&batching.workers.at[i]);
	while (has_job(&batching)) {
		is_short = true;
		settle(&batching, next_job(&batching), (struct answer){ STATUS_SYSTEM, NULL, 0 });
	}
	progress_hide(batching.progress);
	if (is_short)
		say_failure(batch->options, N_("no process can be started: {1}"),
			strerror(batching.reason));
	return batching.result;
}
