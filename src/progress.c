#include "progress.h"

#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"
#include "say.h"

enum { USUAL_COLUMNS = 80, MINUTE = 60 };

struct progress {
	const struct options *options;
	int jobs;
	bool shown;
	struct timespec start;
};

struct progress *progress_start(struct arena *arena, const struct options *options, int jobs)
{
	struct progress *progress = arena_new(arena, struct progress);

	progress->options = options;
	progress->jobs = jobs;
	progress->shown = say_is_heard(options) && say_is_terminal();
	clock_gettime(CLOCK_MONOTONIC, &progress->start);
	return progress;
}

void progress_hide(const struct progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
}

/* A line that the terminal breaks could not be taken back: one column stays free. */
static int columns(void)
{
	struct winsize size;

	return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) || size.ws_col < 2 ? USUAL_COLUMNS - 1
		: size.ws_col - 1;
}

/* "40 s", "3 min": the jobs that are left at the pace of those that are done. */
static const char *time_left(struct arena *arena, const struct progress *progress, int done)
{
	struct timespec now;
	double seconds, left;

	clock_gettime(CLOCK_MONOTONIC, &now);
	seconds = (double)(now.tv_sec - progress->start.tv_sec)
		+ (double)(now.tv_nsec - progress->start.tv_nsec) / 1e9;
	left = seconds / done * (progress->jobs - done);
	if (left < MINUTE)
		return phrase(arena, N_("{1} s"), arena_printf(arena, "%.0f", left));
	return phrase(arena, N_("{1} min"), arena_printf(arena, "%.0f", left / MINUTE));
}

void progress_show(const struct progress *progress, int made, int failed)
{
	struct arena *arena;
	struct bytes text;

	if (!progress->shown || !(made + failed) || made + failed == progress->jobs)
		return;
	arena = arena_open();
	text = (struct bytes){ .arena = arena };
	phrase_tell(progress->options->language, N_("{1} of {2} done, {3} failed, about {4} left"),
		(const char *[]){ arena_printf(arena, "%d", made),
			arena_printf(arena, "%d", progress->jobs),
			arena_printf(arena, "%d", failed),
			time_left(arena, progress, made + failed), NULL }, &text);
	fprintf(stderr, "\r%.*s\033[K", (int)utf8_fit(text.at, columns()), text.at);
	fflush(stderr);
	arena_close(arena);
}
