#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "doc/read.h"
#include "doc/vocabulary.h"
#include "image/image.h"
#include "layout/layout.h"
#include "model/schema.h"
#include "model/source.h"
#include "text/typing.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);

static struct session *session;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	setenv("SOURCE_DATE_EPOCH", "0", 1);
	session = session_open(arena_open(), NULL);
	return 0;
}

uint32_t fuzz_next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

struct fuzz *fuzz_begin(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_open();
	struct fuzz *fuzz = arena_new(arena, struct fuzz);

	fuzz->arena = fuzz->problems.arena = arena;
	fuzz->session = session;
	fuzz->choice = 2166136261u;
	for (size_t i = 0; i < size; i++)
		fuzz->choice = (fuzz->choice ^ data[i]) * 16777619u;
	return fuzz;
}

/* Whatever is said of the input is one line, of a file with a name. */
static void check_problem(const struct problem *problem)
{
	assert(!strchr(problem->message, '\n'));
	assert(problem->place.line >= 0 && *problem->place.file);
	assert(problem->kind != PROBLEM_PDF_INTERNAL && problem->kind != PROBLEM_CRASHED
		&& problem->kind != PROBLEM_INSTALLATION_BROKEN);
}

void fuzz_end(struct fuzz *fuzz)
{
	for (int i = 0; i < fuzz->problems.n; i++)
		check_problem(&fuzz->problems.at[i]);
	arena_close(fuzz->arena);
}

uint32_t fuzz_choose(struct fuzz *fuzz, uint32_t n)
{
	return fuzz_next(&fuzz->choice) % n;
}

const char *fuzz_path(struct fuzz *fuzz, const char *name)
{
	const char *folder = getenv("FUZZ_FOLDER");

	return arena_printf(fuzz->arena, "%s/%s", folder ? folder : "build", name);
}

const char *fuzz_write(struct fuzz *fuzz, const char *name, const void *data, size_t size)
{
	const char *path = fuzz_path(fuzz, name);
	FILE *file = fopen(path, "wb");

	assert(file && fwrite(data, 1, size, file) == size);
	assert(!fclose(file));
	return path;
}

xmlDoc *fuzz_parse(struct fuzz *fuzz, const char *name, const void *data, size_t size)
{
	struct bytes bytes = { .arena = fuzz->arena };

	bytes_add(&bytes, data, size);
	return source_parse(fuzz->arena, &bytes, name, &fuzz->problems);
}

xmlDoc *fuzz_read(struct fuzz *fuzz, const char *path)
{
	xmlDoc *doc = source_read(fuzz->arena, path, (struct place){ path, 0 }, &fuzz->problems);

	assert(doc);
	return doc;
}

/* What is taken without the schema is valid. */
static bool is_valid(struct fuzz *fuzz, xmlDoc *doc, const char *schema,
	bool (*takes)(const xmlDoc *))
{
	bool was_good = fuzz->problems.worst < ERROR, is_good;

	if (doc)
		schema_check(&session->shelf, doc, schema, &fuzz->problems);
	is_good = doc && fuzz->problems.worst < ERROR;
	assert(is_good || !was_good || !doc || !takes(doc));
	return is_good;
}

struct pages *fuzz_pages(struct fuzz *fuzz, xmlDoc *document, xmlDoc *style_sheet,
	struct doc **read)
{
	struct problems *problems = &fuzz->problems;
	struct attachments attachments = { 0 };
	struct shaper *shaper = session_shaper(session, problems);
	struct styles *styles;

	if (!is_valid(fuzz, document, "templates/document.xsd", vocabulary_takes)
			|| !is_valid(fuzz, style_sheet, "templates/styles.xsd",
				vocabulary_takes_styles))
		return NULL;
	styles = styles_read(fuzz->arena, style_sheet, problems);
	*read = doc_read(fuzz->arena, document, styles, true, problems);
	if (problems->worst >= ERROR)
		return NULL;
	typing_check(*read, problems);
	images_open(fuzz->arena, *read, "tests/layout", &attachments, problems);
	if (problems->worst >= ERROR)
		return NULL;
	shaper_words(shaper, NULL);
	return layout_doc(fuzz->arena, *read, shaper, problems);
}
