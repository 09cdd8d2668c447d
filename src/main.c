#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/heap.h"
#include "commands.h"

static enum status run(struct arena *arena, const struct options *options)
{
	static enum status (*const commands[])(struct arena *, const struct options *) = {
		[COMMAND_BUILD] = command_build,
		[COMMAND_CHECK] = command_build,
		[COMMAND_RENDER] = command_build,
		[COMMAND_NEW] = command_new,
		[COMMAND_WATCH] = command_watch,
		[COMMAND_WEB] = command_build,
		[COMMAND_EXTRACT] = command_extract,
	};

	return commands[options->command](arena, options);
}

/*
 * Where the caller closed a standard stream, the next file that is opened would be
 * taken for it: messages would go into a PDF.  What is written there still fails.
 */
static void fill_streams(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDONLY);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

/*
 * What lived as long as the program is left to the system, which is quicker than closing it: the
 * arena stays in sight of leak checkers until the end.
 */
int main(int argc, char **argv)
{
	struct arena *volatile arena;
	struct options options;
	enum status status;

	heap_start();
	fill_streams();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	arena = arena_open();
	if (options_parse(arena, argc, argv, &options, &status))
		status = run(arena, &options);
	exit((int)status_flush(&options, status));
}
