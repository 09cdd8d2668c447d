/* A catalogue of fonts: what it names is used for a text, or a problem. */
#include "shared/fuzz.h"
#include "../unit/text_promises.h"

#include "doc/read.h"
#include "model/schema.h"

static void shape_with(struct fuzz *fuzz, const struct catalogue *catalogue)
{
	struct shaper *shaper = shaper_open(fuzz->arena, fuzz->session->dictionary, catalogue,
		&fuzz->problems);
	struct style style = { .name = "p", .size = PT(16), .place = { "styles.xml", 1 } };
	struct span span = { .text = "ที่ 1 é", .style = &style, .place = { "document.xml", 1 } };
	struct spans spans = { &span, 1, 1 };

	for (int i = 0; i < catalogue->n; i++) {
		style.family = catalogue->at[i].name;
		style.bold = i % 2;
		check_text(text_shape(fuzz->arena, shaper, &spans, &fuzz->problems));
		text_metrics(shaper, &style, &fuzz->problems);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);
	xmlDoc *doc = fuzz_parse(fuzz, "fonts.xml", data, size);
	struct catalogue *catalogue;

	if (doc)
		schema_check(&fuzz->session->shelf, doc, "fonts/fonts.xsd", &fuzz->problems);
	if (doc && fuzz->problems.worst < ERROR) {
		catalogue = catalogue_read(fuzz->arena, doc, "fonts", &fuzz->problems);
		if (fuzz->problems.worst < ERROR)
			shape_with(fuzz, catalogue);
	}
	fuzz_end(fuzz);
	return 0;
}
