/* A table of scores for "new --scores": each indicator has a score from 0 to 100, or a problem. */
#include "shared/fuzz.h"

#include "base/charset.h"
#include "base/csv.h"
#include "model/schemes.h"
#include "model/scores.h"

/* Every row ends, with every cell inside the row's text. */
static void check_rows(struct fuzz *fuzz, const uint8_t *data, size_t size, char separator)
{
	struct bytes from = { .arena = fuzz->arena }, text = { .arena = fuzz->arena };
	struct csv csv = { .separator = separator, .line = 1 };
	struct csv_row row = { .text.arena = fuzz->arena };

	bytes_add(&from, data, size);
	if (!charset_decode(&from, &text))
		return;
	assert(strlen(text.at) == text.n);
	csv.at = text.at;
	while (csv_next(&csv, &row)) {
		assert(row.line >= 1 && row.line <= csv.line && row.cells.n <= 1000);
		for (int i = 0; i < row.cells.n; i++)
			assert(row.cells.at[i] + strlen(csv_cell(&row, i)) <= row.text.n);
		assert(!csv_cell(&row, row.cells.n));
	}
	assert(!*csv.at);
}

static void check_scores(struct fuzz *fuzz, const char *path)
{
	struct schemes schemes = { fuzz->arena, &fuzz->session->resources, NULL, &fuzz->problems };
	const struct scheme *scheme = schemes_read(&schemes, "ita-2564", (struct place){ "", 0 });
	const char **titles, **scores;

	assert(scheme);
	titles = arena_alloc(fuzz->arena, (size_t)scheme->indicators.n * sizeof *titles);
	for (int i = 0; i < scheme->indicators.n; i++)
		titles[i] = i ? scheme->indicators.at[i].title : "ชื่อของรายงานเอง";
	scores = scores_read(fuzz->arena, path, scheme, titles, &fuzz->problems);
	for (int i = 0; i < scheme->indicators.n; i++)
		if (scores[i])
			assert(scheme_parse_score(fuzz->arena, scores[i]) >= 0);
		else
			assert(fuzz->problems.worst >= ERROR);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz *fuzz = fuzz_begin(data, size);

	for (const char *separator = ",;\t"; *separator; separator++)
		check_rows(fuzz, data, size, *separator);
	check_scores(fuzz, fuzz_write(fuzz, "scores.csv", data, size));
	fuzz_end(fuzz);
	return 0;
}
