#include "pdf/libqpdf.h"

#include <dlfcn.h>
#include <string.h>

_Static_assert(sizeof QPDF_SONAME > sizeof "libqpdf.so.",
	"the Makefile has not found which libqpdf.so the header belongs to");

static const struct { const char *name; size_t at; } calls[] = {
#define CALL(name) { #name, offsetof(struct libqpdf, name) },
	LIBQPDF_CALLS(CALL)
#undef CALL
};

/* Debian names the package after the library and its version. */
static void report_missing(struct arena *arena, struct place place, struct problems *problems)
{
	const char *why = dlerror();

	problem_report(problems, PROBLEM_LIBRARY_MISSING, place,
		why ? arena_text(arena, why) : QPDF_SONAME,
		arena_printf(arena, "libqpdf%s", strrchr(QPDF_SONAME, '.') + 1));
}

/* Never unloaded: the next one takes it as it is. */
static bool load(struct libqpdf *libqpdf)
{
	void *library = dlopen(QPDF_SONAME, RTLD_NOW | RTLD_LOCAL);

	for (size_t i = 0; i < sizeof calls / sizeof *calls && library; i++) {
		void *call = dlsym(library, calls[i].name);

		if (!call)
			return false;
		memcpy((char *)libqpdf + calls[i].at, &call, sizeof call);
	}
	return library;
}

static void close_libqpdf(void *object)
{
	struct libqpdf *libqpdf = object;

	libqpdf->qpdf_cleanup(&libqpdf->pdf);
}

struct libqpdf *libqpdf_open(struct arena *arena, struct place place, struct problems *problems)
{
	struct libqpdf *libqpdf = arena_new(arena, struct libqpdf);

	if (!load(libqpdf)) {
		report_missing(arena, place, problems);
		return NULL;
	}
	libqpdf->pdf = arena_must(libqpdf->qpdf_init());
	arena_own(arena, libqpdf, close_libqpdf);
	libqpdf->qpdf_silence_errors(libqpdf->pdf);
	libqpdf->qpdf_set_suppress_warnings(libqpdf->pdf, QPDF_TRUE);
	return libqpdf;
}

enum qpdf_error_code_e libqpdf_failure(struct arena *arena, struct libqpdf *libqpdf,
	const char **why)
{
	qpdf_error error;

	if (!libqpdf->qpdf_has_error(libqpdf->pdf))
		return qpdf_e_success;
	error = libqpdf->qpdf_get_error(libqpdf->pdf);
	*why = arena_text(arena, libqpdf->qpdf_get_error_message_detail(libqpdf->pdf, error));
	return libqpdf->qpdf_get_error_code(libqpdf->pdf, error);
}
