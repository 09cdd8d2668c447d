/*
 * Runs a command, its output thrown away, and prints
 *   STATUS WALL USER SYSTEM MEMORY
 * its exit status (or "killed", "late"), microseconds of the clock and of the CPU, with those of
 * its children, and the most KiB that one of its processes had in memory.
 *   measure SECONDS COMMAND ARGUMENT...
 * After SECONDS the command and all that it started in its process group are killed.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t late;
static pid_t child;

static void kill_group(int number)
{
	(void)number;
	late = 1;
	kill(-child, SIGKILL);
}

static long long microseconds(struct timeval time)
{
	return time.tv_sec * 1000000LL + time.tv_usec;
}

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static void run(char **command)
{
	int nowhere = open("/dev/null", O_RDWR);

	setpgid(0, 0);
	for (int i = 0; i < 3; i++)
		dup2(nowhere, i);
	execvp(command[0], command);
	_exit(127);
}

int main(int argc, char **argv)
{
	struct rusage usage;
	long long began = now();
	int status;

	if (argc < 3 || atoi(argv[1]) <= 0)
		return 2;
	child = fork();
	if (child < 0)
		return 3;
	if (child == 0)
		run(argv + 2);
	setpgid(child, child);
	signal(SIGALRM, kill_group);
	signal(SIGINT, kill_group);
	signal(SIGTERM, kill_group);
	alarm((unsigned)atoi(argv[1]));
	while (wait4(child, &status, 0, &usage) < 0)
		;
	alarm(0);
	if (late)
		printf("late");
	else if (WIFEXITED(status))
		printf("%d", WEXITSTATUS(status));
	else
		printf("killed");
	printf(" %lld %lld %lld %ld\n", now() - began, microseconds(usage.ru_utime),
		microseconds(usage.ru_stime), usage.ru_maxrss);
	return 0;
}
