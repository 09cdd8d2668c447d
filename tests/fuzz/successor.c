/* Last year's report, of which the next is made: a report that the schema allows, or a problem. */
#include "shared/fuzz.h"

#include "model/schema.h"
#include "model/successor.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);
	struct bytes made = { .arena = fuzz->arena };
	struct successor wish = { .resources = &fuzz->session->resources };
	xmlDoc *doc;

	wish.year = fuzz_choose(fuzz, 2) ? "2566" : "2567";
	wish.last = fuzz_write(fuzz, "last.xml", data, size);
	if (!successor_make(fuzz->arena, &wish, &made, &fuzz->problems)) {
		assert(fuzz->problems.worst >= ERROR);
	} else {
		struct problems none = { .arena = fuzz->arena };

		doc = fuzz_parse(fuzz, "made.xml", made.at, made.n);
		assert(doc);
		schema_check(&fuzz->session->shelf, doc, "data/report.xsd", &none);
		problems_print(&none, &(struct problem_view){ 0 }, stderr);
		assert(none.worst < ERROR);
	}
	fuzz_end(fuzz);
	return 0;
}
