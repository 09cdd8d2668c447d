#include "pdf/links.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/tree.h"

enum {
	FLAG_PRINT = 4,
	TEXT_LONG = 2000,	/* bytes; all lines of a link share such a text */
};

/* What the parts of this file share. */
struct links {
	struct arena *arena;
	struct file *file;
	struct tags *tags;
	const struct pages *pages;
	struct object *const *page_objects;
	const struct anchor **by_id;	/* n anchors with ids, sorted by id */
	int n;
	const char *text;		/* the long text of the last link, and its object */
	struct object *text_object;
};

static length turned(const struct page *page, length y)
{
	return page->height - y;
}

void links_write_destination(struct bytes *out, const struct page *page,
	const struct object *page_object, length y)
{
	bytes_text(out, "[");
	write_reference(out, page_object);
	bytes_text(out, "/XYZ null ");
	bytes_thousandths(out, turned(page, y));
	bytes_text(out, " null]");
}

/* The first of two with one id stays the first. */
static int compare_ids(const void *a, const void *b)
{
	const struct anchor *const *first = a, *const *second = b;
	int order = strcmp((*first)->id, (*second)->id);

	return order ? order : (*first > *second) - (*first < *second);
}

static void sort_anchors(struct links *links)
{
	const struct anchors *anchors = &links->pages->anchors;

	links->by_id = arena_alloc(links->arena, (size_t)anchors->n * sizeof *links->by_id);
	for (int i = 0; i < anchors->n; i++)
		if (anchors->at[i].id)
			links->by_id[links->n++] = &anchors->at[i];
	if (links->n)
		qsort(links->by_id, (size_t)links->n, sizeof *links->by_id, compare_ids);
}

/* The first anchor of the id, or NULL. */
static const struct anchor *find_anchor(const struct links *links, const char *id)
{
	int from = 0, to = links->n;

	while (from < to) {
		int middle = from + (to - from) / 2;

		if (strcmp(links->by_id[middle]->id, id) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < links->n && !strcmp(links->by_id[from]->id, id) ? links->by_id[from] : NULL;
}

static void put_destination(const struct links *links, struct object *object,
	const struct anchor *anchor)
{
	struct bytes *entries = dict_entries(links->file, object);

	bytes_text(entries, "/Dest");
	links_write_destination(entries, &links->pages->list.at[anchor->page],
		links->page_objects[anchor->page], anchor->y);
}

/* URIs are ASCII (ISO 32000-1, 12.6.4.7); other bytes are escaped as RFC 3987 says. */
static const char *ascii_uri(struct arena *arena, const char *uri)
{
	struct bytes ascii = { .arena = arena };

	for (; *uri; uri++) {
		if (*uri > ' ' && *uri <= '~')
			bytes_add(&ascii, uri, 1);
		else
			bytes_printf(&ascii, "%%%02X", (unsigned)(unsigned char)*uri);
	}
	return ascii.at ? ascii.at : "";
}

static struct object *make_action(const struct links *links, const char *uri)
{
	struct object *action = object_dict(links->file);

	dict_name(action, "Type", "Action");
	dict_name(action, "S", "URI");
	dict_put(action, "URI", object_text(links->file, ascii_uri(links->arena, uri)));
	return action;
}

static void write_rect(struct bytes *out, const struct page *page, const struct rect *box)
{
	const length edges[] = { box->x, turned(page, box->y + box->height), box->x + box->width,
		turned(page, box->y) };

	bytes_text(out, "/Rect[");
	for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
		bytes_text(out, i ? " " : "");
		bytes_thousandths(out, edges[i]);
	}
	bytes_text(out, "]");
}

static struct object *make_text(struct links *links, const char *text)
{
	if (strlen(text) <= TEXT_LONG)
		return object_text(links->file, text);
	if (links->text != text) {
		links->text = text;
		links->text_object = file_number(links->file, object_text(links->file, text));
	}
	return links->text_object;
}

static struct object *make_link(struct links *links, const struct page *page,
	const struct mark *mark)
{
	struct object *link = file_number(links->file, object_dict(links->file));
	struct bytes *entries = dict_entries(links->file, link);

	dict_name(link, "Type", "Annot");
	dict_name(link, "Subtype", "Link");
	write_rect(entries, page, &mark->box);
	bytes_text(entries, "/Border[0 0 0]");
	dict_int(link, "F", FLAG_PRINT);
	if (mark->alt)
		dict_put(link, "Contents", make_text(links, mark->alt));
	return link;
}

/* NULL if it leads nowhere. */
static struct object *write_link(struct links *links, const struct page *page,
	const struct mark *mark)
{
	const struct anchor *anchor = NULL;
	struct object *link;

	if (mark->target[0] == '#') {
		anchor = find_anchor(links, mark->target + 1);
		if (!anchor)
			return NULL;
	}
	link = make_link(links, page, mark);
	if (anchor)
		put_destination(links, link, anchor);
	else
		dict_put(link, "A", make_action(links, mark->target));
	return link;
}

/* A link is content (ISO 14289-1, 7.18.5): in what is an artifact there is none. */
static void write_page_links(struct links *links, int i)
{
	const struct page *page = &links->pages->list.at[i];
	struct object *annotations = NULL;

	for (int k = 0; k < page->marks.n; k++) {
		const struct mark *mark = &page->marks.at[k];
		struct object *link = NULL;

		if (mark->kind == MARK_LINK && mark->target && mark->element >= 0)
			link = write_link(links, page, mark);
		if (link && !annotations)
			annotations = object_array(links->file);
		if (!link)
			continue;
		array_put(annotations, link);
		tags_annotate(links->tags, i, mark->element, link);
	}
	dict_put(links->page_objects[i], "Annots", annotations);
}

/* An entry of the outline: a heading, or the outline itself. */
struct entry {
	const struct anchor *anchor;	/* NULL: the outline */
	struct object *object;
	int parent, previous, first, last;	/* -1: none */
	int children;
};

struct outline LIST(struct entry);

static void add_entry(struct links *links, struct outline *entries, const struct anchor *anchor,
	int parent)
{
	int i = entries->n;
	struct entry *entry = list_add(links->arena, entries);
	struct entry *above = parent < 0 ? NULL : &entries->at[parent];

	/* list_add() answers no NULL.  NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
	*entry = (struct entry){ anchor, file_number(links->file, object_dict(links->file)),
		parent, above ? above->last : -1, -1, -1, 0 };
	if (!above)
		return;
	if (above->first < 0)
		above->first = i;
	above->last = i;
	above->children++;
}

/* What a heading of this level goes below: the last one of a higher level, or the outline. */
static int parent_of(const struct outline *entries, int last, int level)
{
	while (entries->at[last].anchor && entries->at[last].anchor->level >= level)
		last = entries->at[last].parent;
	return last;
}

static struct outline list_entries(struct links *links)
{
	const struct anchors *anchors = &links->pages->anchors;
	struct outline entries = { 0 };

	add_entry(links, &entries, NULL, -1);
	for (int i = 0; i < anchors->n; i++) {
		const struct anchor *anchor = &anchors->at[i];

		if (anchor->level > 0 && anchor->title)
			add_entry(links, &entries, anchor,
				parent_of(&entries, entries.n - 1, anchor->level));
	}
	return entries;
}

static void put_entry(struct object *object, const char *key, const struct outline *entries, int i)
{
	if (i >= 0)
		dict_put(object, key, entries->at[i].object);
}

/* The headings of the highest level are open, the others closed (ISO 32000-1, 12.3.3, Count). */
static int count_of(const struct outline *entries, int i)
{
	const struct entry *entry = &entries->at[i];
	int open = entry->children;

	if (entry->parent > 0)
		return -entry->children;
	for (int k = 1; i == 0 && k < entries->n; k++)
		open += entries->at[k].parent == 0 ? entries->at[k].children : 0;
	return open;
}

static void fill_entry(const struct links *links, const struct outline *entries, int i)
{
	const struct entry *entry = &entries->at[i];

	put_entry(entry->object, "Parent", entries, entry->parent);
	put_entry(entry->object, "Prev", entries, entry->previous);
	put_entry(entry->object, "First", entries, entry->first);
	put_entry(entry->object, "Last", entries, entry->last);
	if (entry->previous >= 0)
		put_entry(entries->at[entry->previous].object, "Next", entries, i);
	if (entry->children)
		dict_int(entry->object, "Count", count_of(entries, i));
	if (!entry->anchor) {
		dict_name(entry->object, "Type", "Outlines");
		return;
	}
	dict_put(entry->object, "Title", object_text(links->file, entry->anchor->title));
	put_destination(links, entry->object, entry->anchor);
}

static bool has_headings(const struct anchors *anchors)
{
	for (int i = 0; i < anchors->n; i++)
		if (anchors->at[i].level > 0 && anchors->at[i].title)
			return true;
	return false;
}

static void write_outline(struct links *links)
{
	struct outline entries;

	if (!has_headings(&links->pages->anchors))
		return;
	entries = list_entries(links);
	for (int i = 0; i < entries.n; i++)
		fill_entry(links, &entries, i);
	dict_put(file_catalog(links->file), "Outlines", entries.at[0].object);
	dict_name(file_catalog(links->file), "PageMode", "UseOutlines");
}

static void write_index(struct bytes *out, void *with, int i)
{
	(void)with;
	bytes_printf(out, "%d", i);
}

static void write_label(struct bytes *out, void *with, int i)
{
	const struct page_list *list = with;
	const char *label = list->at[i].label;

	bytes_text(out, "<<");
	if (*label) {
		bytes_text(out, "/P");
		write_text(out, label);
	}
	bytes_text(out, ">>");
}

/* Labels are prefixes without a number (ISO 32000-1, 12.4.2): PDF cannot count in Thai digits. */
static void write_labels(const struct links *links)
{
	struct entries *entries = arena_new(links->arena, struct entries);
	struct page_list *list = arena_new(links->arena, struct page_list);

	*list = links->pages->list;
	*entries = (struct entries){ list->n, { write_index, NULL }, { write_label, list } };
	if (list->n)
		dict_put(file_catalog(links->file), "PageLabels",
			tree_numbers(links->arena, links->file, entries));
}

void links_write(const struct contents *contents, struct object *const *page_objects)
{
	struct links links = { contents->codes->arena, contents->codes->file, contents->tags,
		contents->pages, page_objects, NULL, 0, NULL, NULL };

	sort_anchors(&links);
	for (int i = 0; i < links.pages->list.n; i++)
		write_page_links(&links, i);
	write_outline(&links);
	write_labels(&links);
}
