/* Styles, for one of the layout's tests. */
#include "shared/built.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const documents[] = {
		"tests/layout/lists.xml", "tests/layout/numbering.xml", "tests/layout/notes.xml",
		"tests/layout/charts-bars.xml", "tests/layout/table-columns.xml",
		"tests/layout/tabs.xml", "tests/layout/running.xml", "tests/layout/contents.xml",
	};
	struct fuzz *fuzz = fuzz_begin(data, size);
	struct report report = { .styles_path = fuzz_write(fuzz, "styles.xml", data, size) };

	report.source_path = documents[fuzz_choose(fuzz, sizeof documents / sizeof *documents)];
	built_check(fuzz, &report);
	fuzz_end(fuzz);
	return 0;
}
