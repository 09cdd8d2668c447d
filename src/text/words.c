#include "text/words.h"

#include <string.h>

#include "base/utf8.h"
#include "text/pattern.h"

enum { STARTS = 128, ROOT = 0 };

/* A trie: the nodes that follow a node are its child and that one's siblings. */
struct node {
	uint32_t code;
	int child, sibling;		/* 0 if there is none: node 0 is the root */
	unsigned lists;			/* a word of these ends with it */
};

struct nodes LIST(struct node);

/* The root has many children, and for most letters none is asked for. */
struct words {
	struct arena *arena;
	struct nodes nodes;
	int starts[STARTS];		/* the root's, by their code's lowest bits */
};

struct words *words_open(struct arena *arena)
{
	struct words *words = arena_new(arena, struct words);

	words->arena = arena;
	list_add(arena, &words->nodes);
	return words;
}

/* 0 if the node has no such child. */
static int find_child(const struct words *words, int node, uint32_t code)
{
	const struct node *nodes = words->nodes.at;
	int child = node == ROOT ? words->starts[code % STARTS] : nodes[node].child;

	while (child && nodes[child].code != code)
		child = nodes[child].sibling;
	return child;
}

static int add_child(struct words *words, int parent, uint32_t code)
{
	int child = find_child(words, parent, code), *first;
	struct node *node;

	if (child)
		return child;
	node = list_add(words->arena, &words->nodes);
	child = words->nodes.n - 1;
	first = parent == ROOT ? &words->starts[code % STARTS] : &words->nodes.at[parent].child;
	node->code = code;
	node->sibling = *first;
	*first = child;
	return child;
}

static int letters_of(const char *utf8)
{
	const char *at = utf8, *end = utf8 + strlen(utf8);
	int n = 0;

	for (; at < end; n++)
		utf8_next(&at, end);
	return n;
}

void words_add_to(struct words *words, const char *utf8, unsigned lists)
{
	const char *at = utf8, *end = utf8 + strlen(utf8);
	int node = ROOT;

	if (letters_of(utf8) > WORD_LETTERS_MAX)
		return;
	while (at < end)
		node = add_child(words, node, utf8_next(&at, end));
	words->nodes.at[node].lists |= lists;
}

void words_add(struct words *words, const char *utf8)
{
	words_add_to(words, utf8, 1);
}

bool words_are_none(const struct words *words)
{
	return words->nodes.n == 1;
}

int words_longest(const struct words *words, const struct letters *letters, int at)
{
	int longest = 0, node = ROOT;

	for (int i = at; i < letters->n; i++) {
		node = find_child(words, node, letters->at[i].code);
		if (!node)
			break;
		if (words->nodes.at[node].lists)
			longest = i + 1 - at;
	}
	return longest;
}

static void mark_at(const struct words *words, struct letters *letters, int at)
{
	int node = ROOT;

	for (int i = at; i < letters->n; i++) {
		unsigned lists;

		node = find_child(words, node, letters->at[i].code);
		if (!node)
			break;
		lists = words->nodes.at[node].lists;
		letters->at[at].begins |= lists;
		letters->at[i].ends |= lists;
	}
}

void words_mark(const struct words *words, struct letters *letters)
{
	for (int i = 0; i < letters->n; i++)
		mark_at(words, letters, i);
}
