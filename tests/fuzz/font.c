/* A font file from anywhere, for a short text: a PDF, or a problem with the font. */
#include "shared/fuzz.h"

#include "doc/read.h"
#include "layout/layout.h"

#define TEXT "น้ำที่ป่ากู้ญู ๑๒ Aé ffi 12 ฐุฏู"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);
	struct face face = { .path = fuzz_write(fuzz, "font.ttf", data, size),
		.place = { "fonts.xml", 1 } };
	struct family family = { .name = "Font", .scale = 10000, .faces = { &face, 1, 1 } };
	struct catalogue catalogue = { &family, 1, 1 };
	struct style style = { .name = "p", .family = "Font", .size = PT(16), .leading = PT(20),
		.underline = true, .align = ALIGN_THAI };
	struct page_style page = { .name = "page", .width = PT(200), .height = PT(200) };
	struct span span = { .text = TEXT TEXT, .style = &style, .place = { "document.xml", 1 } };
	struct block block = { .style = &style, .place = span.place, .spans = { &span, 1, 1 } };
	struct sequence sequence = { .page = &page, .first = &block, .place = span.place };
	struct doc doc = { .title = "x", .language = "th", .sequences = { &sequence, 1, 1 } };
	struct pdf_options options = { .profile = PROFILE_SCREEN };
	struct shaper *shaper = shaper_open(fuzz->arena, fuzz->session->dictionary, &catalogue,
		&fuzz->problems);
	struct pages *pages = layout_doc(fuzz->arena, &doc, shaper, &fuzz->problems);

	if (fuzz->problems.worst < ERROR)
		pdf_write(fuzz->arena, pages, &options, "/dev/null", &fuzz->problems);
	fuzz_end(fuzz);
	return 0;
}
