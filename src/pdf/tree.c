#include "pdf/tree.h"

enum { KIDS_MOST = 64 };

/* One level of a tree: objects and what each covers. */
struct level {
	struct object **at;
	int *first, *count;		/* leaves below */
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
		arena_alloc(arena, (size_t)n * sizeof(int)),
		arena_alloc(arena, (size_t)n * sizeof(int)), n,
	};
}

static struct level leaves_of(struct arena *arena, struct object *const *objects, int n)
{
	struct level leaves = make_level(arena, n);

	for (int i = 0; i < n; i++) {
		leaves.at[i] = objects[i];
		leaves.first[i] = i;
		leaves.count[i] = 1;
	}
	return leaves;
}

/* A node of the next level for KIDS_MOST each, with nothing in it but the array of its kids. */
static struct level next_level(struct arena *arena, struct file *file, const struct level *kids,
	const char *key)
{
	struct level level = make_level(arena, parents_of(kids->n));

	for (int i = 0; i < level.n; i++) {
		struct object *array = object_array(file);

		level.at[i] = file_number(file, object_dict(file));
		level.first[i] = kids->first[i * KIDS_MOST];
		for (int k = i * KIDS_MOST; k < kids->n && k < (i + 1) * KIDS_MOST; k++) {
			array_put(array, kids->at[k]);
			level.count[i] += kids->count[k];
		}
		dict_put(level.at[i], key, array);
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
		struct level above = next_level(arena, file, &level, "Kids");

		fill_page_nodes(&above, &level);
		level = above;
	} while (level.n > 1);
	return level.at[0];
}

static struct object *make_limits(struct file *file, int first, int last)
{
	struct object *limits = object_array(file);

	array_int(limits, first);
	array_int(limits, last);
	return limits;
}

/* The root has none. */
static void set_limits(struct file *file, const struct level *level)
{
	for (int i = 0; i < level->n && level->n > 1; i++)
		dict_put(level->at[i], "Limits",
			make_limits(file, level->first[i], level->first[i] + level->count[i] - 1));
}

static struct level number_leaves(struct arena *arena, struct file *file,
	struct object *const *values, int n)
{
	struct level level = make_level(arena, parents_of(n));

	for (int i = 0; i < level.n; i++) {
		struct object *numbers = object_array(file);

		level.at[i] = file_number(file, object_dict(file));
		level.first[i] = i * KIDS_MOST;
		for (int k = i * KIDS_MOST; k < n && k < (i + 1) * KIDS_MOST; k++) {
			array_int(numbers, k);
			array_put(numbers, values[k]);
			level.count[i]++;
		}
		dict_put(level.at[i], "Nums", numbers);
	}
	return level;
}

struct object *tree_numbers(struct arena *arena, struct file *file, struct object *const *values,
	int n)
{
	struct level level = number_leaves(arena, file, values, n);

	set_limits(file, &level);
	while (level.n > 1) {
		level = next_level(arena, file, &level, "Kids");
		set_limits(file, &level);
	}
	return level.at[0];
}
