#include "text/words.h"

#include <string.h>

#include "base/utf8.h"
#include "text/pattern.h"

/* A trie: the nodes that follow a node are its child and that one's siblings. */
struct node {
	uint32_t code;
	int child, sibling;		/* 0 if there is none: node 0 is the root */
	bool ends_word;
};

struct nodes LIST(struct node);

struct words {
	struct arena *arena;
	struct nodes nodes;
};

struct words *words_open(struct arena *arena)
{
	struct words *words = arena_new(arena, struct words);

	words->arena = arena;
	list_add(arena, &words->nodes);
	return words;
}

/* 0 if the node has no such child. */
static int find_child(const struct nodes *nodes, int node, uint32_t code)
{
	int child = nodes->at[node].child;

	while (child && nodes->at[child].code != code)
		child = nodes->at[child].sibling;
	return child;
}

static int add_child(struct words *words, int parent, uint32_t code)
{
	int child = find_child(&words->nodes, parent, code);
	struct node *node;

	if (child)
		return child;
	node = list_add(words->arena, &words->nodes);
	child = words->nodes.n - 1;
	node->code = code;
	node->sibling = words->nodes.at[parent].child;
	words->nodes.at[parent].child = child;
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

void words_add(struct words *words, const char *utf8)
{
	const char *at = utf8, *end = utf8 + strlen(utf8);
	int node = 0;

	if (letters_of(utf8) > WORD_LETTERS_MAX)
		return;
	while (at < end)
		node = add_child(words, node, utf8_next(&at, end));
	words->nodes.at[node].ends_word = true;
}

int words_longest(const struct words *words, const struct letters *letters, int at)
{
	int longest = 0, node = 0;

	for (int i = at; i < letters->n; i++) {
		node = find_child(&words->nodes, node, letters->at[i].code);
		if (!node)
			break;
		if (words->nodes.at[node].ends_word)
			longest = i + 1 - at;
	}
	return longest;
}
