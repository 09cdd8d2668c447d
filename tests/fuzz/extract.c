/* A PDF from anywhere: its attachments are read with plain names and within bounds, or a problem. */
#include "shared/fuzz.h"

#include "pdf/enclosed.h"

enum { ROOM = 16 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);
	const char *path = fuzz_write(fuzz, "strange.pdf", data, size);
	struct finished *finished = finished_open(fuzz->arena, path, &fuzz->problems);
	struct enclosed_files none = { 0 }, *files = &none;
	size_t room = ROOM;

	if (finished)
		files = enclosed_list(fuzz->arena, finished, &fuzz->problems);
	for (int i = 0; i < files->n && fuzz->problems.worst < ERROR; i++) {
		struct enclosed *file = &files->at[i];
		size_t before = room;

		enclosed_read(finished, file, &room, &fuzz->problems);
		assert(room <= before && file->bytes.n <= before);
		assert(file->fault || (*file->name && *file->name != '.'
			&& !strchr(file->name, '/')));
	}
	if (finished)
		finished_report(finished, &fuzz->problems);
	assert(finished || fuzz->problems.worst >= ERROR);
	fuzz_end(fuzz);
	return 0;
}
