#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "say.h"

struct session *command_session(struct arena *arena, const struct options *options)
{
	struct session *session = session_open(arena, options->value[OPTION_DATA]);

	if (!session)
		say_usage(options, N_("no templates are in {1}; correct --data"),
			options->value[OPTION_DATA]);
	return session;
}

static bool is_strict(const struct options *options)
{
	return options->value[OPTION_STRICT];
}

enum status status_of(const struct options *options, const struct problems *problems)
{
	if (problems->worst == FATAL)
		return STATUS_SYSTEM;
	return problems->worst == ERROR || (is_strict(options) && problems->worst == WARNING)
		? STATUS_INPUT : STATUS_MADE;
}

enum status status_print(const struct options *options, const struct problems *problems,
	FILE *out)
{
	problems_print(problems, &options->view, out);
	return status_of(options, problems);
}

enum status status_flush(const struct options *options, enum status status)
{
	bool failed = ferror(stdout);		/* for a reason that is forgotten */
	struct pollfd reader = { .fd = STDOUT_FILENO };

	if (!fflush(stdout) && !failed)
		return status;
	if (failed)
		errno = poll(&reader, 1, 0) == 1 && reader.revents & POLLERR ? EPIPE : EIO;
	say_failure(options, N_("what was printed did not arrive: {1}"), strerror(errno));
	return STATUS_SYSTEM;
}
