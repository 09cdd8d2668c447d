#include "pdf/tree.h"

enum { KIDS_MOST = 64 };

/* One level of a page tree: objects and what each covers. */
struct level {
	struct object **at;
	int *count;			/* leaves below */
	int n;
};

static int parents_of(int n)
{
	return (n + KIDS_MOST - 1) / KIDS_MOST;
}

static struct level make_level(struct arena *arena, int n)
{
	return (struct level){
		arena_alloc(arena, (size_t)n * sizeof(struct object *)),
		arena_alloc(arena, (size_t)n * sizeof(int)), n,
	};
}

static struct level leaves_of(struct arena *arena, struct object *const *objects, int n)
{
	struct level leaves = make_level(arena, n);

	for (int i = 0; i < n; i++) {
		leaves.at[i] = objects[i];
		leaves.count[i] = 1;
	}
	return leaves;
}

/* A node of the next level for KIDS_MOST each, with nothing in it but the array of its kids. */
static struct level next_level(struct arena *arena, struct file *file, const struct level *kids)
{
	struct level level = make_level(arena, parents_of(kids->n));

	for (int i = 0; i < level.n; i++) {
		struct object *array = object_array(file);

		level.at[i] = file_number(file, object_dict(file));
		for (int k = i * KIDS_MOST; k < kids->n && k < (i + 1) * KIDS_MOST; k++) {
			array_put(array, kids->at[k]);
			level.count[i] += kids->count[k];
		}
		dict_put(level.at[i], "Kids", array);
	}
	return level;
}

static void fill_page_nodes(const struct level *level, const struct level *kids)
{
	for (int i = 0; i < level->n; i++) {
		dict_name(level->at[i], "Type", "Pages");
		dict_int(level->at[i], "Count", level->count[i]);
	}
	for (int i = 0; i < kids->n; i++)
		dict_put(kids->at[i], "Parent", level->at[i / KIDS_MOST]);
}

struct object *tree_pages(struct arena *arena, struct file *file, struct object *const *pages,
	int n)
{
	struct level level = leaves_of(arena, pages, n);

	do {
		struct level above = next_level(arena, file, &level);

		fill_page_nodes(&above, &level);
		level = above;
	} while (level.n > 1);
	return level.at[0];
}

/* One level of a number or name tree: node i covers the step keys from i * step on. */
struct search {
	const struct entries *entries;
	const char *name;		/* of the leaves' arrays */
	int64_t step;
	struct object **nodes, **kids;	/* kids: those of the level below; NULL: leaves */
	int n_nodes, n_kids;
};

static void write_entry(struct bytes *out, const struct writer *writer, int64_t i)
{
	writer->write(out, writer->with, (int)i);
	bytes_text(out, " ");
}

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static void write_leaf(struct bytes *out, const struct search *search, int64_t first, int64_t end)
{
	bytes_printf(out, "/%s[", search->name);
	for (int64_t i = first; i < end; i++) {
		write_entry(out, &search->entries->key, i);
		write_entry(out, &search->entries->value, i);
	}
}

static void write_kids(struct bytes *out, const struct search *search, int i)
{
	int end = (int)least(((int64_t)i + 1) * KIDS_MOST, search->n_kids);

	bytes_text(out, "/Kids[");
	for (int k = i * KIDS_MOST; k < end; k++) {
		write_reference(out, search->kids[k]);
		bytes_text(out, " ");
	}
}

/* The root has no limits. */
static void write_node(struct bytes *out, void *with, int i)
{
	const struct search *search = with;
	int64_t first = i * search->step;
	int64_t end = least(first + search->step, search->entries->n);

	if (search->kids)
		write_kids(out, search, i);
	else
		write_leaf(out, search, first, end);
	bytes_text(out, "]");
	if (search->n_nodes == 1)
		return;
	bytes_text(out, "/Limits[");
	write_entry(out, &search->entries->key, first);
	write_entry(out, &search->entries->key, end - 1);
	bytes_text(out, "]");
}

static struct search *add_level(struct arena *arena, struct file *file, const struct search *below)
{
	struct search *search = arena_new(arena, struct search);
	struct writer *writer = arena_new(arena, struct writer);

	*search = *below;
	*writer = (struct writer){ write_node, search };
	search->step *= KIDS_MOST;
	search->kids = below->nodes;
	search->n_kids = below->n_nodes;
	search->n_nodes = (int)((search->entries->n + search->step - 1) / search->step);
	search->nodes = arena_alloc(arena, (size_t)search->n_nodes * sizeof *search->nodes);
	for (int i = 0; i < search->n_nodes; i++)
		search->nodes[i] = object_written(file, writer, i);
	return search;
}

static struct object *make_search(struct arena *arena, struct file *file,
	const struct entries *entries, const char *name)
{
	struct search keys = { .entries = entries, .name = name, .step = 1 };
	struct search *level = add_level(arena, file, &keys);

	while (level->n_nodes > 1)
		level = add_level(arena, file, level);
	return level->nodes[0];
}

struct object *tree_numbers(struct arena *arena, struct file *file, const struct entries *entries)
{
	return make_search(arena, file, entries, "Nums");
}

struct object *tree_names(struct arena *arena, struct file *file, const struct entries *entries)
{
	return make_search(arena, file, entries, "Names");
}
