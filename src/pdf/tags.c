#include "pdf/tags.h"

#include "pdf/tree.h"

enum { NONE = -1, IDS_DIGITS = 8 };

/* A part of an element's content: a marked-content sequence, or an annotation. */
struct piece {
	int element, page;
	int mcid;			/* or ~ the annotation's number */
};

struct pieces LIST(struct piece);

struct annotated { struct object *annotation; int element; };
struct annotations LIST(struct annotated);

/* What an element holds, in reading order: elements and pieces.  Indices, or NONE. */
struct node {
	struct object *object;		/* NULL where it is not used */
	bool used, named, linked;	/* there is something in it; it has an ID; an annotation */
	int last_child;			/* element */
	int next_sibling;
	int waiting;			/* the first child that is no kid yet */
	struct indices kids;		/* an element, or ~piece */
};

struct tags {
	struct arena *arena;
	struct file *file;
	const struct pages *pages;
	struct indices *marks;		/* by page: the element of each MCID */
	struct object *const *page_objects;
	struct pieces pieces;		/* in the order of the pages' content */
	struct annotations annotated;	/* in the order of their keys */
	struct node *nodes;		/* by element */
	struct indices named;		/* the elements with IDs */
	struct writer writer;		/* of elements */
	struct object *root;
};

struct tags *tags_open(struct arena *arena, struct file *file, const struct pages *pages)
{
	struct tags *tags = arena_new(arena, struct tags);

	tags->arena = arena;
	tags->file = file;
	tags->pages = pages;
	tags->marks = arena_alloc(arena, (size_t)pages->list.n * sizeof *tags->marks);
	return tags;
}

static const struct element *element_at(const struct tags *tags, int i)
{
	return &tags->pages->elements.at[i];
}

static void add_piece(struct tags *tags, struct piece piece)
{
	*list_add(tags->arena, &tags->pieces) = piece;
}

int tags_mark(struct tags *tags, int page, int element)
{
	struct indices *marks = &tags->marks[page];

	*list_add(tags->arena, marks) = element;
	add_piece(tags, (struct piece){ element, page, marks->n - 1 });
	return marks->n - 1;
}

/* Annotations have their keys in the parent tree behind those of the pages. */
void tags_annotate(struct tags *tags, int page, int element, struct object *annotation)
{
	while (element > 0 && element_at(tags, element)->tag != TAG_LINK)
		element = element_at(tags, element)->parent;
	dict_int(annotation, "StructParent", tags->pages->list.n + tags->annotated.n);
	add_piece(tags, (struct piece){ element, page, ~tags->annotated.n });
	*list_add(tags->arena, &tags->annotated) = (struct annotated){ annotation, element };
}

/* Rows and cells count even where they are empty: without them a table has holes. */
static bool is_row(const struct tags *tags, int element)
{
	enum tag tag = element_at(tags, element)->tag;

	if (element_at(tags, element)->left_out)
		return false;
	if (tag != TAG_TR && tag != TAG_TH && tag != TAG_TD)
		return false;
	while (element_at(tags, element)->tag != TAG_TABLE)
		element = element_at(tags, element)->parent;
	return tags->nodes[element].used;
}

/* The element and those around it are written. */
static void use(struct tags *tags, int element)
{
	while (element >= 0 && !tags->nodes[element].used) {
		tags->nodes[element].used = true;
		element = element_at(tags, element)->parent;
	}
}

/* Those in which there is something; their objects stand in the file in reading order. */
static void use_all(struct tags *tags)
{
	use(tags, 0);
	for (int i = 0; i < tags->pieces.n; i++)
		use(tags, tags->pieces.at[i].element);
	for (int i = 0; i < tags->pages->elements.n; i++)
		if (is_row(tags, i))
			use(tags, i);
	for (int i = 0; i < tags->pages->elements.n; i++)
		if (tags->nodes[i].used)
			tags->nodes[i].object = object_written(tags->file, &tags->writer, i);
}

static void link_children(struct tags *tags)
{
	for (int i = 1; i < tags->pages->elements.n; i++) {
		struct node *node = &tags->nodes[i];
		struct node *parent = &tags->nodes[element_at(tags, i)->parent];

		if (!node->used)
			continue;
		if (parent->last_child == NONE)
			parent->waiting = i;
		else
			tags->nodes[parent->last_child].next_sibling = i;
		parent->last_child = i;
	}
}

static void take_waiting(struct tags *tags, struct node *parent)
{
	*list_add(tags->arena, &parent->kids) = parent->waiting;
	parent->waiting = tags->nodes[parent->waiting].next_sibling;
}

/*
 * Where the element's content begins it becomes a kid, after all its elder
 * siblings.  A note stands at the page's foot, but is read behind its reference.
 */
static void attach(struct tags *tags, int element)
{
	for (int parent; (parent = element_at(tags, element)->parent) >= 0; element = parent) {
		struct node *node = &tags->nodes[parent];

		while (node->waiting != NONE && node->waiting <= element)
			take_waiting(tags, node);
		while (node->waiting != NONE && element_at(tags, node->waiting)->tag == TAG_NOTE)
			take_waiting(tags, node);
	}
}

static void order_kids(struct tags *tags)
{
	for (int i = 0; i < tags->pieces.n; i++) {
		tags->nodes[tags->pieces.at[i].element].linked |= tags->pieces.at[i].mcid < 0;
		attach(tags, tags->pieces.at[i].element);
		*list_add(tags->arena, &tags->nodes[tags->pieces.at[i].element].kids) = ~i;
	}
	for (int i = 0; i < tags->pages->elements.n; i++)
		while (tags->nodes[i].waiting != NONE)
			take_waiting(tags, &tags->nodes[i]);
}

/* Names sort as numbers do, since all have as many digits. */
static void write_id(struct bytes *out, int element)
{
	bytes_printf(out, "(%0*d)", IDS_DIGITS, element);
}

static void write_heads(struct bytes *out, const struct tags *tags, const struct indices *heads)
{
	bytes_text(out, "/Headers[");
	for (int i = 0; i < heads->n; i++)
		if (tags->nodes[heads->at[i]].used)
			write_id(out, heads->at[i]);
	bytes_text(out, "]");
}

/* ISO 32000-1, 14.8.5.7. */
static void write_cell(struct bytes *out, const struct tags *tags, const struct element *element)
{
	static const char *const scopes[] = { [SCOPE_COLUMN] = "Column", [SCOPE_ROW] = "Row" };

	const struct indices *heads = &element_has(element)->heads;

	if (element->rows <= 1 && element->columns <= 1 && !element->scope && !heads->n)
		return;
	bytes_text(out, "/A<</O/Table");
	if (element->rows > 1)
		bytes_printf(out, "/RowSpan %d", element->rows);
	if (element->columns > 1)
		bytes_printf(out, "/ColSpan %d", element->columns);
	if (element->scope)
		bytes_printf(out, "/Scope/%s", scopes[element->scope]);
	if (heads->n)
		write_heads(out, tags, heads);
	bytes_text(out, ">>");
}

/* Where a figure stands (14.8.5.4.3); y grows up in PDF. */
static void write_box(struct bytes *out, const struct rect *box, length page_height)
{
	const length edges[] = { box->x, page_height - box->y - box->height, box->x + box->width,
		page_height - box->y };

	bytes_text(out, "/A<</O/Layout/Placement/Block/BBox[");
	for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
		bytes_text(out, i ? " " : "");
		bytes_thousandths(out, edges[i]);
	}
	bytes_text(out, "]>>");
}

/* An integer is the MCID of a sequence on the element's own page (14.7.4.2). */
static void write_piece(struct bytes *out, const struct tags *tags, const struct piece *piece,
	int page)
{
	bool is_annotation = piece->mcid < 0;

	if (!is_annotation && piece->page == page) {
		bytes_int(out, piece->mcid);
		return;
	}
	bytes_printf(out, "<</Type/%s", is_annotation ? "OBJR" : "MCR");
	if (piece->page != page) {
		bytes_text(out, "/Pg ");
		write_reference(out, tags->page_objects[piece->page]);
	}
	if (is_annotation) {
		bytes_text(out, "/Obj ");
		write_reference(out, tags->annotated.at[~piece->mcid].annotation);
	} else {
		bytes_printf(out, "/MCID %d", piece->mcid);
	}
	bytes_text(out, ">>");
}

/* The page of its first piece; NONE if it holds elements only. */
static int page_of(const struct tags *tags, const struct node *node)
{
	for (int i = 0; i < node->kids.n; i++)
		if (node->kids.at[i] < 0)
			return tags->pieces.at[~node->kids.at[i]].page;
	return NONE;
}

static void write_kids(struct bytes *out, const struct tags *tags, const struct node *node)
{
	int page = page_of(tags, node);

	if (page != NONE) {
		bytes_text(out, "/Pg ");
		write_reference(out, tags->page_objects[page]);
	}
	bytes_text(out, "/K[");
	for (int i = 0; i < node->kids.n; i++) {
		int kid = node->kids.at[i];

		bytes_text(out, i ? " " : "");
		if (kid < 0)
			write_piece(out, tags, &tags->pieces.at[~kid], page);
		else
			write_reference(out, tags->nodes[kid].object);
	}
	bytes_text(out, "]");
}

static void write_name(struct bytes *out, const char *key, const char *text)
{
	if (!text)
		return;
	bytes_text(out, "/");
	bytes_text(out, key);
	write_text(out, text);
}

static void write_element(struct bytes *out, void *with, int i)
{
	const struct tags *tags = with;
	const struct element *element = element_at(tags, i);
	const struct detail *detail = element_has(element);
	int page = page_of(tags, &tags->nodes[i]);

	/* A link that leads out of the pages is plain text. */
	bytes_text(out, "/S/");
	bytes_text(out, tag_name(element->tag == TAG_LINK && !tags->nodes[i].linked
		? TAG_SPAN : element->tag));
	bytes_text(out, "/P ");
	write_reference(out, i ? tags->nodes[element->parent].object : tags->root);
	write_name(out, "Lang", detail->lang);
	write_name(out, "E", detail->expansion);
	if (tags->nodes[i].named) {
		bytes_text(out, "/ID");
		write_id(out, i);
	}
	write_name(out, "Alt", detail->alt);
	write_cell(out, tags, element);
	if (element->tag == TAG_FIGURE && page != NONE)
		write_box(out, &detail->box, tags->pages->list.at[page].height);
	write_kids(out, tags, &tags->nodes[i]);
}

static void write_key(struct bytes *out, void *with, int i)
{
	(void)with;
	bytes_printf(out, "%d", i);
}

/* A page's elements by MCID, then the elements of the annotations (14.7.4.4). */
static void write_parents(struct bytes *out, void *with, int i)
{
	const struct tags *tags = with;
	int n = tags->pages->list.n;

	if (i >= n) {
		write_reference(out, tags->nodes[tags->annotated.at[i - n].element].object);
		return;
	}
	bytes_text(out, "[");
	for (int k = 0; k < tags->marks[i].n; k++) {
		bytes_text(out, k ? " " : "");
		write_reference(out, tags->nodes[tags->marks[i].at[k]].object);
	}
	bytes_text(out, "]");
}

static void write_named(struct bytes *out, void *with, int i)
{
	const struct tags *tags = with;

	write_id(out, tags->named.at[i]);
}

static void write_named_element(struct bytes *out, void *with, int i)
{
	const struct tags *tags = with;

	write_reference(out, tags->nodes[tags->named.at[i]].object);
}

/* Notes (ISO 14289-1, 7.9) and the heads that cells name. */
static void find_named(struct tags *tags)
{
	for (int i = 0; i < tags->pages->elements.n; i++) {
		const struct indices *heads = &element_has(element_at(tags, i))->heads;

		tags->nodes[i].named |= element_at(tags, i)->tag == TAG_NOTE;
		for (int k = 0; k < heads->n; k++)
			tags->nodes[heads->at[k]].named = true;
	}
	for (int i = 0; i < tags->pages->elements.n; i++)
		if (tags->nodes[i].named && tags->nodes[i].used)
			*list_add(tags->arena, &tags->named) = i;
}

static struct node *new_nodes(struct arena *arena, int n)
{
	struct node *nodes = arena_alloc(arena, (size_t)n * sizeof *nodes);

	for (int i = 0; i < n; i++)
		nodes[i].last_child = nodes[i].next_sibling = nodes[i].waiting = NONE;
	return nodes;
}

static void write_root(struct tags *tags)
{
	struct arena *arena = tags->arena;
	struct entries *parents = arena_new(arena, struct entries);
	struct entries *ids = arena_new(arena, struct entries);

	*parents = (struct entries){ tags->pages->list.n + tags->annotated.n,
		{ write_key, NULL }, { write_parents, tags } };
	*ids = (struct entries){ tags->named.n, { write_named, tags },
		{ write_named_element, tags } };
	dict_name(tags->root, "Type", "StructTreeRoot");
	dict_put(tags->root, "K", tags->nodes[0].object);
	if (parents->n)
		dict_put(tags->root, "ParentTree", tree_numbers(arena, tags->file, parents));
	dict_int(tags->root, "ParentTreeNextKey", parents->n);
	if (ids->n)
		dict_put(tags->root, "IDTree", tree_names(arena, tags->file, ids));
	dict_put(file_catalog(tags->file), "StructTreeRoot", tags->root);
}

void tags_write(struct tags *tags, struct object *const *page_objects)
{
	struct object *info = object_dict(tags->file);

	tags->page_objects = page_objects;
	tags->nodes = new_nodes(tags->arena, tags->pages->elements.n);
	tags->root = file_number(tags->file, object_dict(tags->file));
	tags->writer = (struct writer){ write_element, tags };
	use_all(tags);
	find_named(tags);
	link_children(tags);
	order_kids(tags);
	write_root(tags);
	for (int i = 0; i < tags->pages->list.n; i++) {
		dict_int(page_objects[i], "StructParents", i);
		dict_name(page_objects[i], "Tabs", "S");
	}
	dict_bool(info, "Marked", true);
	dict_put(file_catalog(tags->file), "MarkInfo", info);
}
