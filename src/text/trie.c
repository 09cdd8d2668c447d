/*
 * The functions of libdatrie by which libthai asks its dictionary, under their own names:
 * libthai finds these before the library's.  The library reads the file number by number,
 * by 150,000 calls of fread() and 25,000 of malloc(), which took a tenth of a report's
 * time; here the file is used as it lies.
 *
 * It is what trie_save() writes, in big-endian numbers: the alphabet's ranges; the cells
 * of a double array, a base and a check each; the tails, what is left of a word where no
 * other word begins as it does so far.
 */
#include <datrie/trie.h>

#include "base/bytes.h"

enum {
	ALPHABET_SIGN = 0xd9fcd9fc - (1LL << 32), CELLS_SIGN = 0xdafcdafc - (1LL << 32),
	TAILS_SIGN = 0xdffcdffc - (1LL << 32),
	ROOT = 2,			/* cell; those before it are not the trie's */
	CODES_MOST = 256,		/* letters of an alphabet, and 0 */
	THAI_FIRST = 0xe00, THAI_MOST = 128,
	CELL_SIZE = 8, RANGE_SIZE = 8, TAIL_HEAD_SIZE = 10,	/* bytes */
};

struct tail { const unsigned char *at; int n; };

/* Letters that follow each other; code: the first one's. */
struct range { AlphaChar first, n; int code; };

/* libthai begins anew at each letter of a text. */
struct states LIST(TrieState *);

struct _Trie {
	struct arena *arena;
	struct states *unused;		/* to be used again */
	struct range *ranges;
	int thai[THAI_MOST];		/* codes of the letters that libthai asks for */
	const unsigned char *cells;
	int range_count, cell_count, tail_count;
	struct tail *tails;
};

/* At a cell, or in a tail with its first "walked" letters behind it. */
struct _TrieState {
	const Trie *trie;
	const struct tail *tail;	/* or NULL */
	int cell, walked;
};

/* What is left of the file. */
struct rest { const unsigned char *at; size_t n; };

static int32_t number_at(const unsigned char *at)
{
	return (int32_t)((uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8
		| at[3]);
}

/* NULL past the end. */
static const unsigned char *take(struct rest *rest, size_t n)
{
	const unsigned char *at = rest->at;

	if (n > rest->n)
		return NULL;
	rest->at += n;
	rest->n -= n;
	return at;
}

/* -1 past the end. */
static int32_t take_number(struct rest *rest)
{
	const unsigned char *at = take(rest, 4);

	return at ? number_at(at) : -1;
}

/* As code_of(). */
static int find_code(const Trie *trie, AlphaChar letter)
{
	for (int i = 0; letter && i < trie->range_count; i++)
		if (letter - trie->ranges[i].first < trie->ranges[i].n)
			return trie->ranges[i].code + (int)(letter - trie->ranges[i].first);
	return letter ? -1 : 0;
}

/* Codes count the letters from 1; 0 is a word's end. */
static bool read_alphabet(Trie *trie, struct rest *rest)
{
	const unsigned char *at;
	int code = 1;

	if (take_number(rest) != ALPHABET_SIGN || (trie->range_count = take_number(rest)) < 0)
		return false;
	at = take(rest, (size_t)trie->range_count * RANGE_SIZE);
	if (!at)
		return false;
	trie->ranges = arena_alloc(trie->arena, (size_t)trie->range_count * sizeof *trie->ranges);
	for (int i = 0; i < trie->range_count; i++, at += RANGE_SIZE) {
		AlphaChar first = (AlphaChar)number_at(at), last = (AlphaChar)number_at(at + 4);

		if (last < first || last - first >= CODES_MOST)
			return false;
		trie->ranges[i] = (struct range){ first, last - first + 1, code };
		code += (int)(last - first) + 1;
	}
	for (AlphaChar i = 0; i < THAI_MOST; i++)
		trie->thai[i] = find_code(trie, THAI_FIRST + i);
	return code <= CODES_MOST;
}

/* The first cell has the sign and their number. */
static bool read_cells(Trie *trie, struct rest *rest)
{
	struct rest head = *rest;

	if (take_number(&head) != CELLS_SIGN || (trie->cell_count = take_number(&head)) <= ROOT)
		return false;
	trie->cells = take(rest, (size_t)trie->cell_count * CELL_SIZE);
	return trie->cells;
}

/* Each has two numbers that are of no use here, and its length in two bytes. */
static bool read_tails(Trie *trie, struct rest *rest)
{
	const unsigned char *at, *end;

	if (take_number(rest) != TAILS_SIGN || !take(rest, 4)
			|| (trie->tail_count = take_number(rest)) < 0
			|| (size_t)trie->tail_count > rest->n / TAIL_HEAD_SIZE)
		return false;
	trie->tails = arena_alloc(trie->arena, (size_t)trie->tail_count * sizeof *trie->tails);
	at = rest->at;
	end = at + rest->n;
	for (int i = 0, n; i < trie->tail_count; i++, at += n) {
		if (end - at < TAIL_HEAD_SIZE)
			return false;
		n = at[8] << 8 | at[9];
		at += TAIL_HEAD_SIZE;
		if (end - at < n)
			return false;
		trie->tails[i] = (struct tail){ at, n };
	}
	return true;
}

Trie *trie_new_from_file(const char *path)
{
	struct arena *arena = arena_open();
	struct bytes bytes = { .arena = arena };
	Trie *trie = arena_new(arena, Trie);
	struct rest rest;
	bool good = !bytes_read(&bytes, path);

	trie->arena = arena;
	trie->unused = arena_new(arena, struct states);
	rest = (struct rest){ (const unsigned char *)bytes.at, bytes.n };
	if (good && read_alphabet(trie, &rest) && read_cells(trie, &rest)
			&& read_tails(trie, &rest))
		return trie;
	arena_close(arena);
	return NULL;
}

void trie_free(Trie *trie)
{
	arena_close(trie->arena);
}

static TrieState *new_state(const Trie *trie)
{
	struct states *unused = trie->unused;

	return unused->n ? unused->at[--unused->n] : arena_new(trie->arena, TrieState);
}

TrieState *trie_root(const Trie *trie)
{
	TrieState *state = new_state(trie);

	*state = (TrieState){ trie, NULL, ROOT, 0 };
	return state;
}

void trie_state_copy(TrieState *to, const TrieState *from)
{
	*to = *from;
}

TrieState *trie_state_clone(const TrieState *state)
{
	TrieState *clone = new_state(state->trie);

	*clone = *state;
	return clone;
}

void trie_state_free(TrieState *state)
{
	*list_add(state->trie->arena, state->trie->unused) = state;
}

void trie_state_rewind(TrieState *state)
{
	*state = (TrieState){ state->trie, NULL, ROOT, 0 };
}

/* 0 for 0, a word's end; -1: none of the alphabet's. */
static inline int code_of(const Trie *trie, AlphaChar letter)
{
	return letter - THAI_FIRST < THAI_MOST ? trie->thai[letter - THAI_FIRST]
		: find_code(trie, letter);
}

static int32_t base_of(const Trie *trie, int cell)
{
	return number_at(trie->cells + (size_t)cell * CELL_SIZE);
}

/* The cell that the code leads to; 0: none. */
static int next_cell(const Trie *trie, int cell, int code)
{
	int32_t base = base_of(trie, cell), next = base + code;

	return base > 0 && next < trie->cell_count
		&& number_at(trie->cells + (size_t)next * CELL_SIZE + 4) == cell ? next : 0;
}

/* NULL if the cell has none, or none that is there. */
static const struct tail *tail_of(const Trie *trie, int cell)
{
	int32_t base = base_of(trie, cell);

	return base < 0 && base >= -trie->tail_count ? &trie->tails[-base - 1] : NULL;
}

static bool goes_on_with(const TrieState *state, int code)
{
	return state->walked < state->tail->n ? state->tail->at[state->walked] == code : !code;
}

Bool trie_state_is_walkable(const TrieState *state, AlphaChar letter)
{
	int code = code_of(state->trie, letter);

	if (code < 0)
		return FALSE;
	return state->tail ? goes_on_with(state, code)
		: next_cell(state->trie, state->cell, code) > 0;
}

Bool trie_state_walk(TrieState *state, AlphaChar letter)
{
	int code = code_of(state->trie, letter), next;

	if (code < 0)
		return FALSE;
	if (state->tail) {
		if (!goes_on_with(state, code))
			return FALSE;
		state->walked += code > 0;
		return TRUE;
	}
	next = next_cell(state->trie, state->cell, code);
	if (!next)
		return FALSE;
	state->cell = next;
	state->tail = tail_of(state->trie, next);
	state->walked = 0;
	return TRUE;
}

Bool trie_state_is_single(const TrieState *state)
{
	return state->tail ? TRUE : FALSE;
}
