/*
 * A document of the vocabulary, in the styles of the layout's tests: to a PDF or a dump, or to
 * pages on which no text is lost and all is tagged.
 */
#include "shared/built.h"
#include "shared/tags.h"
#include "shared/texts.h"

#define STYLES "tests/layout/styles.xml"

static void check_texts(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
	xmlDoc *document = fuzz_parse(fuzz, "document.xml", data, size);
	struct doc *doc;
	struct pages *pages = fuzz_pages(fuzz, document, fuzz_read(fuzz, STYLES), &doc);

	if (!pages)
		return;
	texts_check(fuzz, doc, pages);
	tags_check(fuzz, pages);
}

static void check_build(struct fuzz *fuzz, const uint8_t *data, size_t size)
{
	struct report report = { .styles_path = STYLES };

	report.source_path = fuzz_write(fuzz, "document.xml", data, size);
	built_check(fuzz, &report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);

	if (fuzz_choose(fuzz, 3) == 0)
		check_texts(fuzz, data, size);
	else
		check_build(fuzz, data, size);
	fuzz_end(fuzz);
	return 0;
}
