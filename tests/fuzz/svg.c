/* A drawing: paths that PDF can show, or a problem. */
#include "shared/fuzz.h"
#include "../unit/image_promises.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);

	fuzz_write(fuzz, "broken", data, size);
	try_file(fuzz->arena, fuzz_path(fuzz, ""), 0);
	fuzz_end(fuzz);
	return 0;
}
