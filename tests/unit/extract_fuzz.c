/*
 * Reads the attachments of broken copies of PDFs: no crash, no name that leaves its folder,
 * no more bytes than allowed.  Arguments: rounds, where the copy goes, PDFs.  Every run is the same.
 */
#undef NDEBUG
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/enclosed.h"

enum { BYTES_MOST = 1 << 20 };

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Other digits make other lengths and references, which a random byte seldom does. */
static void change_byte(char *at, uint32_t *seed)
{
	if (*at >= '0' && *at <= '9' && next(seed) % 4)
		*at = (char)('0' + next(seed) % 10);
	else
		*at = (char)next(seed);
}

static void write_broken(const struct bytes *good, const char *path, uint32_t *seed)
{
	struct arena *arena = arena_open();
	char *copy = arena_copy(arena, good->at, good->n);
	size_t n = good->n;
	FILE *file = fopen(path, "wb");

	assert(file && n);
	for (uint32_t i = 1 + next(seed) % 8; i; i--)
		change_byte(&copy[next(seed) % n], seed);
	if (next(seed) % 8 == 0)
		n -= next(seed) % (n / 2);
	fwrite(copy, 1, n, file);
	assert(!fclose(file));
	arena_close(arena);
}

static void check_file(const struct enclosed *file)
{
	if (!file->fault)
		assert(*file->name && *file->name != '.' && !strchr(file->name, '/'));
	assert(file->bytes.n <= BYTES_MOST);
}

/* Answers how many attachments could be read. */
static int read_pdf(const char *path)
{
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	struct finished *finished = finished_open(arena, path, &problems);
	struct enclosed_files none = { 0 }, *files = &none;
	size_t room = BYTES_MOST;
	int n = 0;

	if (finished)
		files = enclosed_list(arena, finished, &problems);
	for (int i = 0; i < files->n && problems.worst < ERROR; i++) {
		enclosed_read(finished, &files->at[i], &room, &problems);
		n += problems.worst < ERROR;
		check_file(&files->at[i]);
	}
	assert(finished || problems.worst >= ERROR);
	arena_close(arena);
	return n;
}

int main(int argc, char **argv)
{
	int rounds = argc > 2 ? atoi(argv[1]) : 0, unchanged = 0, changed = 0;
	const char *broken = argc > 2 ? argv[2] : "";
	struct arena *arena = arena_open();
	uint32_t seed = 1;

	for (int i = 3; i < argc; i++) {
		struct bytes good = { .arena = arena };

		assert(!bytes_read(&good, argv[i]));
		unchanged += read_pdf(argv[i]);
		for (int round = 0; round < rounds; round++) {
			write_broken(&good, broken, &seed);
			changed += read_pdf(broken);
		}
	}
	remove(broken);
	arena_close(arena);
	printf("%d attachments read; %d of broken copies\n", unchanged, changed);
	return !(unchanged && changed);
}
