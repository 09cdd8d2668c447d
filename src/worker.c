#include "worker.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* What goes before an answer's text. */
struct head { int status; size_t n; };

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

struct answer worker_do(enum status (*job)(const void *with, int i, FILE *out),
	const void *with, int i)
{
	struct answer answer = { STATUS_SYSTEM, NULL, 0 };
	FILE *out = arena_must(open_memstream(&answer.text, &answer.n));

	answer.status = job(with, i, out);
	fclose(out);
	return answer;
}

/* A worker's life: until nobody gives it jobs; nobody waits for what it does then. */
static void work(const struct workers *workers, int socket)
{
	int i;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (workers->begin)
		workers->begin(workers->with);
	while (receive_all(socket, &i, sizeof i)) {
		struct answer answer = worker_do(workers->job, workers->with, i);
		struct head head = { (int)answer.status, answer.n };

		fflush(stdout);
		if (!send_all(socket, &head, sizeof head)
				|| !send_all(socket, answer.text, answer.n))
			break;
		free(answer.text);
	}
	_exit(0);
}

static void close_others(const struct workers *workers)
{
	for (int i = 0; i < workers->n; i++)
		if (workers->at[i].socket >= 0)
			close(workers->at[i].socket);
}

struct workers workers_open(struct arena *arena, int n,
	enum status (*job)(const void *with, int i, FILE *out), const void *with)
{
	struct workers workers = { n, arena_alloc(arena, (size_t)n * sizeof *workers.at), NULL,
		job, with };

	for (int i = 0; i < n; i++)
		workers.at[i] = (struct worker){ 0, -1, NO_JOB };
	return workers;
}

bool worker_start(const struct workers *workers, struct worker *worker)
{
	int ends[2], reason;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return false;
	fflush(NULL);
	worker->pid = fork();
	reason = errno;
	if (!worker->pid) {
		close(ends[0]);
		close_others(workers);
		work(workers, ends[1]);
	}
	close(ends[1]);
	worker->socket = worker->pid < 0 ? -1 : ends[0];
	if (worker->pid < 0)
		close(ends[0]);
	errno = reason;
	return worker->pid > 0;
}

bool worker_give(struct worker *worker, int job)
{
	worker->job = job;
	return send_all(worker->socket, &job, sizeof job);
}

bool worker_take(struct worker *worker, struct answer *answer)
{
	struct head head;
	char *text;

	if (!receive_all(worker->socket, &head, sizeof head))
		return false;
	text = arena_must(malloc(head.n + 1));
	if (!receive_all(worker->socket, text, head.n)) {
		free(text);
		return false;
	}
	text[head.n] = '\0';
	*answer = (struct answer){ (enum status)head.status, text, head.n };
	worker->job = NO_JOB;
	return true;
}

enum ending worker_stop(struct worker *worker)
{
	int status = 0;

	close(worker->socket);
	waitpid(worker->pid, &status, 0);
	*worker = (struct worker){ 0, -1, NO_JOB };
	if (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_SYSTEM)
		return ENDING_MEMORY;
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM ? ENDING_TIME : ENDING_CRASH;
}
