/* An agency's own way of scoring, beside a whole report. */
#include "shared/built.h"

#define REPORT "tests/report/GOOD.xml"
#define SCHEME "scheme=\"ita-2564\""

/* The report with its scheme changed to the one of that name. */
static const char *write_report(struct fuzz *fuzz, const char *name)
{
	struct bytes from = { .arena = fuzz->arena }, to = { .arena = fuzz->arena };
	const char *at, *found;

	assert(!bytes_read(&from, REPORT));
	for (at = from.at; (found = strstr(at, SCHEME)); at = found + strlen(SCHEME)) {
		bytes_add(&to, at, (size_t)(found - at));
		bytes_printf(&to, "scheme=\"%s\"", name);
	}
	assert(at > from.at);
	bytes_text(&to, at);
	return fuzz_write(fuzz, "report.xml", to.at, to.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);
	struct report report = { .source_path = write_report(fuzz, "own") };

	fuzz_write(fuzz, "own.xml", data, size);
	built_check(fuzz, &report);
	fuzz_end(fuzz);
	return 0;
}
