/* A document of the vocabulary, in the styles of the layout's tests: to a PDF or a dump. */
#include "shared/built.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);
	struct report report = { .styles_path = "tests/layout/styles.xml" };

	report.source_path = fuzz_write(fuzz, "document.xml", data, size);
	built_check(fuzz, &report);
	fuzz_end(fuzz);
	return 0;
}
