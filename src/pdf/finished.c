#include "pdf/finished.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/machine.h"
#include "pdf/libqpdf.h"

enum {
	HEAD_SIZE = 1024,	/* where readers look for %PDF- (ISO 32000-1, annex H.3) */
	WARNINGS_TOLD = 3,
};

struct finished {
	struct arena *arena;
	struct place place;
	struct libqpdf *libqpdf;
	const char *failure;
};

/* O_NONBLOCK: nobody may ever write to a pipe. */
static int open_regular(const char *path)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat status;

	if (fd >= 0 && !fstat(fd, &status) && !S_ISREG(status.st_mode)) {
		close(fd);
		errno = S_ISDIR(status.st_mode) ? EISDIR : ESPIPE;
		return -1;
	}
	return fd;
}

static bool has_head(struct arena *arena, int fd)
{
	char *head = arena_alloc(arena, HEAD_SIZE + 1);
	ssize_t n = read(fd, head, HEAD_SIZE);

	for (char *at = head; at < head + n; at++)
		if (!strncmp(at, "%PDF-", 5))
			return true;
	return false;
}

/* What libqpdf would say of a missing file or of another format is not for users. */
static bool is_pdf(struct arena *arena, struct place place, struct problems *problems)
{
	int fd = open_regular(place.file);
	bool good = fd >= 0 && has_head(arena, fd);

	if (fd < 0)
		problem_report(problems, PROBLEM_FILE_MISSING, place,
			machine_reason(errno, place.file));
	else if (!good)
		problem_report(problems, PROBLEM_PDF_UNREADABLE, place, N_("it is no PDF"));
	if (fd >= 0)
		close(fd);
	return good;
}

static void note(struct finished *finished)
{
	const char *why;

	if (libqpdf_failure(finished->arena, finished->libqpdf, &why) && !finished->failure)
		finished->failure = why;
}

struct finished *finished_open(struct arena *arena, const char *path, struct problems *problems)
{
	struct place place = { path, 0 };
	struct libqpdf *libqpdf = is_pdf(arena, place, problems)
		? libqpdf_open(arena, place, problems) : NULL;
	struct finished *finished = arena_new(arena, struct finished);
	enum qpdf_error_code_e failed;

	if (!libqpdf)
		return NULL;
	*finished = (struct finished){ arena, place, libqpdf, NULL };
	libqpdf->qpdf_read(libqpdf->pdf, path, NULL);
	failed = libqpdf_failure(arena, libqpdf, &finished->failure);
	if (failed == qpdf_e_password)
		problem_report(problems, PROBLEM_PDF_LOCKED, place, "");
	else if (failed)
		finished_report(finished, problems);
	return failed ? NULL : finished;
}

/* A damaged file may give any number of warnings. */
static void report_damage(struct finished *finished, struct problems *problems)
{
	struct libqpdf *libqpdf = finished->libqpdf;
	struct bytes text = { .arena = finished->arena };
	const char *told = NULL;
	int n = 0;

	for (; libqpdf->qpdf_more_warnings(libqpdf->pdf); n++) {
		qpdf_error warning = libqpdf->qpdf_next_warning(libqpdf->pdf);

		if (n < WARNINGS_TOLD)
			bytes_printf(&text, "%s%s", n ? "; " : "",
				libqpdf->qpdf_get_error_message_detail(libqpdf->pdf, warning));
	}
	if (n > WARNINGS_TOLD)
		told = phrase(finished->arena, N_("{1}; and {2} more"), text.at,
			arena_printf(finished->arena, "%d", n - WARNINGS_TOLD));
	if (n)
		problem_report(problems, PROBLEM_PDF_DAMAGED, finished->place,
			told ? told : text.at);
}

void finished_report(struct finished *finished, struct problems *problems)
{
	if (finished->failure)
		problem_report(problems, PROBLEM_PDF_UNREADABLE, finished->place,
			finished->failure);
	else
		report_damage(finished, problems);
}

struct place finished_place(const struct finished *finished)
{
	return finished->place;
}

/* The value unless it is null. */
static unsigned something(struct finished *finished, unsigned value)
{
	struct libqpdf *libqpdf = finished->libqpdf;
	bool is_null = !value || libqpdf->qpdf_oh_is_null(libqpdf->pdf, value);

	note(finished);
	return is_null ? 0 : value;
}

unsigned finished_catalog(struct finished *finished)
{
	return something(finished, finished->libqpdf->qpdf_get_root(finished->libqpdf->pdf));
}

bool finished_is_dict(struct finished *finished, unsigned value)
{
	return value && finished->libqpdf->qpdf_oh_is_dictionary(finished->libqpdf->pdf, value);
}

static bool is_stream(const struct finished *finished, unsigned value)
{
	return value && finished->libqpdf->qpdf_oh_is_stream(finished->libqpdf->pdf, value);
}

unsigned finished_entry(struct finished *finished, unsigned dict, const char *key)
{
	struct libqpdf *libqpdf = finished->libqpdf;

	if (is_stream(finished, dict))
		dict = libqpdf->qpdf_oh_get_dict(libqpdf->pdf, dict);
	return finished_is_dict(finished, dict)
		? something(finished, libqpdf->qpdf_oh_get_key(libqpdf->pdf, dict, key)) : 0;
}

int finished_length(struct finished *finished, unsigned array)
{
	struct libqpdf *libqpdf = finished->libqpdf;

	if (!array || !libqpdf->qpdf_oh_is_array(libqpdf->pdf, array))
		return -1;
	return libqpdf->qpdf_oh_get_array_n_items(libqpdf->pdf, array);
}

unsigned finished_element(struct finished *finished, unsigned array, int i)
{
	struct libqpdf *libqpdf = finished->libqpdf;

	if (i >= finished_length(finished, array))
		return 0;
	return something(finished, libqpdf->qpdf_oh_get_array_item(libqpdf->pdf, array, i));
}

bool finished_number(struct finished *finished, unsigned value, long long *number)
{
	struct libqpdf *libqpdf = finished->libqpdf;

	return value && libqpdf->qpdf_oh_get_value_as_longlong(libqpdf->pdf, value, number);
}

const char *finished_name(struct finished *finished, unsigned value)
{
	struct libqpdf *libqpdf = finished->libqpdf;
	const char *name;
	size_t n;

	if (!value || !libqpdf->qpdf_oh_get_value_as_name(libqpdf->pdf, value, &name, &n))
		return NULL;
	return arena_copy(finished->arena, name, n);
}

static struct bytes string_of(struct finished *finished, unsigned value,
	const char *(*call)(qpdf_data, qpdf_oh, size_t *))
{
	struct bytes bytes = { .arena = finished->arena };
	struct libqpdf *libqpdf = finished->libqpdf;

	if (value && libqpdf->qpdf_oh_is_string(libqpdf->pdf, value)) {
		size_t n = 0;
		const char *at = call(libqpdf->pdf, value, &n);

		bytes_add(&bytes, at, n);
		note(finished);
	}
	return bytes;
}

struct bytes finished_string(struct finished *finished, unsigned value)
{
	return string_of(finished, value, finished->libqpdf->qpdf_oh_get_binary_string_value);
}

struct bytes finished_text(struct finished *finished, unsigned value)
{
	return string_of(finished, value, finished->libqpdf->qpdf_oh_get_binary_utf8_value);
}

bool finished_stored(struct finished *finished, unsigned stream, struct bytes *bytes)
{
	struct libqpdf *libqpdf = finished->libqpdf;
	unsigned char *at = NULL;	/* as it stays where there are no bytes */
	size_t n = 0;

	if (!is_stream(finished, stream))
		return false;
	libqpdf->qpdf_oh_get_stream_data(libqpdf->pdf, stream, qpdf_dl_none, NULL, &at, &n);
	note(finished);
	if (at)
		arena_own(finished->arena, at, free);
	*bytes = (struct bytes){ finished->arena, (char *)at, n, n };
	return !finished->failure;
}
