#include "text/thai_words.h"

#include <thai/thbrk.h>

#include "base/kept.h"

/*
 * libthai's time grows faster than a run's length, so that long runs are cut
 * into windows; words within the margin of a cut may go on behind it.
 */
enum { WINDOW = 500, MARGIN = 60, RUNS_MOST = 8192 };

struct thai_words {
	ThBrk *thai;
	struct kept *runs;		/* struct starts by the letters of a window */
};

/* Where words start in a window, but for the first. */
struct starts { int *at, n; };

static void close_thai(void *thai)
{
	th_brk_delete(thai);
}

struct thai_words *thai_words_open(struct arena *arena, const char *dictionary)
{
	struct thai_words *words = arena_new(arena, struct thai_words);

	words->thai = th_brk_new(dictionary);
	if (!words->thai)
		return NULL;
	arena_own(arena, words->thai, close_thai);
	words->runs = kept_open(arena, RUNS_MOST);
	return words;
}

static struct starts *split(const struct thai_words *words, const thchar_t *text, int n)
{
	struct arena *arena = kept_arena(words->runs);
	struct starts *starts = arena_new(arena, struct starts);
	int found[WINDOW];

	starts->n = th_brk_find_breaks(words->thai, text, found, (size_t)n);
	starts->at = (int *)arena_copy(arena, (const char *)found,
		(size_t)starts->n * sizeof *found);
	return starts;
}

static const struct starts *find_starts(const struct thai_words *words,
	const struct letter *letters, int n)
{
	thchar_t text[WINDOW + 1];
	void **kept;

	for (int i = 0; i < n; i++)
		text[i] = (thchar_t)(letters[i].code - 0xe00 + 0xa0);	/* TIS-620 */
	text[n] = 0;
	kept = kept_find(words->runs, text, (size_t)n);
	if (!*kept)
		*kept = split(words, text, n);
	return *kept;
}

/* Answers where the next window begins: at a word if it can be, else, in text that libthai
 * does not know, anywhere. */
static int find_in_window(const struct thai_words *words, struct letters *letters, int first,
	int end)
{
	int n = end - first < WINDOW ? end - first : WINDOW, last = 0;
	bool is_last = n == end - first;
	const struct starts *starts = find_starts(words, &letters->at[first], n);

	for (int i = 0; i < starts->n && (is_last || starts->at[i] < n - MARGIN); i++) {
		last = starts->at[i];
		letters->at[first + last].in_word = false;
	}
	return is_last ? end : first + (last > WINDOW / 2 ? last : WINDOW / 2);
}

void thai_words_find(struct thai_words *words, struct letters *letters, int first, int end)
{
	kept_bound(words->runs);
	for (int i = first + 1; i < end; i++)
		letters->at[i].in_word = true;
	while (first < end)
		first = find_in_window(words, letters, first, end);
}
