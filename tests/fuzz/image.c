/* A picture of samples, PNG or JPEG: whole, or a problem. */
#include "shared/fuzz.h"
#include "../unit/image_promises.h"

size_t LLVMFuzzerMutate(uint8_t *, size_t size, size_t room);
size_t LLVMFuzzerCustomMutator(uint8_t *, size_t size, size_t room, unsigned seed);

/* libpng stops at the first sum that is wrong: most are mended. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
	struct bytes file = { .at = (char *)data };

	file.n = LLVMFuzzerMutate(data, size, room);
	if (seed % 8 && file.n > PNG_HEAD && !memcmp(data, "\x89PNG", 4))
		mend_sums(&file);
	return file.n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);

	fuzz_write(fuzz, "broken", data, size);
	try_file(fuzz->arena, fuzz_path(fuzz, ""), fuzz_choose(fuzz, 2) ? IMAGE_DPI : 0);
	fuzz_end(fuzz);
	return 0;
}
