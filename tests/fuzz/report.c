/* The whole way from a report's XML: to a PDF, a web page's folder, one of the dumps. */
#include "shared/built.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const templates[] = { NULL, NULL, "summary", "follow-up", "large" };
	struct fuzz *fuzz = fuzz_begin(data, size);
	struct report report = { .source_path = fuzz_write(fuzz, "report.xml", data, size) };

	report.template = templates[fuzz_choose(fuzz, sizeof templates / sizeof *templates)];
	built_check(fuzz, &report);
	fuzz_end(fuzz);
	return 0;
}
