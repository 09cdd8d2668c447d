/*
 * The dictionary as libdatrie reads it and as text/trie.c does: the same answers on every
 * way that is tried; and damaged copies of it, which may be refused, but no more.
 *   trie_test SCRATCH
 */
#include <datrie/trie.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/bytes.h"

enum { WAYS = 5000, DAMAGED = 300, LETTERS_MOST = 200 };

/* The library's own, which the program's stand in front of. */
static struct {
	Trie *(*open)(const char *path);
	TrieState *(*root)(const Trie *);
	void (*rewind)(TrieState *);
	Bool (*walk)(TrieState *, AlphaChar);
	Bool (*is_walkable)(const TrieState *, AlphaChar);
	Bool (*is_single)(const TrieState *);
	void (*free_state)(TrieState *);
	void (*free)(Trie *);
} theirs;

static int passed, failed;

static void load(void)
{
	void *library = dlopen("libdatrie.so.1", RTLD_NOW);
	struct { const char *name; void *to; } names[] = {
		{ "trie_new_from_file", &theirs.open }, { "trie_root", &theirs.root },
		{ "trie_state_rewind", &theirs.rewind }, { "trie_state_walk", &theirs.walk },
		{ "trie_state_is_walkable", &theirs.is_walkable },
		{ "trie_state_is_single", &theirs.is_single },
		{ "trie_state_free", &theirs.free_state }, { "trie_free", &theirs.free },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		*(void **)names[i].to = library ? dlsym(library, names[i].name) : NULL;
	if (!theirs.is_single || theirs.is_single == trie_state_is_single)
		exit(3);
}

static void count(bool good)
{
	passed += good;
	failed += !good;
}

/* Answers how many letters go on from here, the same in both; -1 if the two disagree. */
static int compare(const TrieState *own, const TrieState *other, AlphaChar *letters)
{
	int n = 0;

	if (trie_state_is_single(own) != theirs.is_single(other)
			|| trie_state_is_terminal(own) != theirs.is_walkable(other, 0))
		return -1;
	for (AlphaChar letter = 0xe00; letter < 0xe00 + LETTERS_MOST; letter++) {
		bool goes_on = trie_state_is_walkable(own, letter);

		if (goes_on != (bool)theirs.is_walkable(other, letter))
			return -1;
		if (goes_on)
			letters[n++] = letter;
	}
	return n;
}

/* From the root at random until no letter goes on; then over a word's end, and one too far. */
static bool try_way(TrieState *own, TrieState *other)
{
	AlphaChar letters[LETTERS_MOST];
	int n;

	trie_state_rewind(own);
	theirs.rewind(other);
	while ((n = compare(own, other, letters)) > 0) {
		AlphaChar letter = letters[rand() % n];

		if (!trie_state_walk(own, letter) || !theirs.walk(other, letter))
			return false;
	}
	return !n && trie_state_walk(own, 'x') == theirs.walk(other, 'x')
		&& trie_state_walk(own, 0) == theirs.walk(other, 0)
		&& !compare(own, other, letters);
}

static void try_ways(const char *path)
{
	Trie *trie = trie_new_from_file(path), *their_trie = theirs.open(path);
	TrieState *own = trie_root(trie), *clone = trie_state_clone(own);
	TrieState *other = theirs.root(their_trie);

	for (int i = 0; i < WAYS; i++)
		count(try_way(own, other));
	trie_state_copy(own, clone);
	count(try_way(clone, other));
	trie_state_free(clone);
	trie_state_free(own);
	trie_free(trie);
	theirs.free_state(other);
	theirs.free(their_trie);
}

static void walk_all(const Trie *trie)
{
	TrieState *state = trie_root(trie);

	for (int i = 0; i < 1000; i++)
		if (!trie_state_walk(state, 0xe00 + (AlphaChar)(rand() % 0x60)))
			trie_state_rewind(state);
	trie_state_free(state);
}

/* One number changed, or the end missing: most are opened all the same. */
static void try_damaged(const struct bytes *good, const char *path)
{
	size_t n = rand() % 2 ? good->n : (size_t)rand() % good->n;
	size_t at = (size_t)rand() % (rand() % 2 ? 64 : good->n);
	FILE *file = fopen(path, "wb");
	char kept = good->at[at];
	Trie *trie;

	good->at[at] = (char)rand();
	fwrite(good->at, 1, n, file);
	fclose(file);
	good->at[at] = kept;
	trie = trie_new_from_file(path);
	count(n == good->n || !trie);
	if (trie)
		walk_all(trie);
	if (trie)
		trie_free(trie);
}

int main(int argc, char **argv)
{
	struct bytes good = { .arena = arena_open() };

	if (argc != 2)
		return 2;
	load();
	try_ways(DICTIONARY);
	bytes_read(&good, DICTIONARY);
	for (int i = 0; i < DAMAGED; i++)
		try_damaged(&good, argv[1]);
	arena_close(good.arena);
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
