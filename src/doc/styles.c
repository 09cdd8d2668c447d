#include "doc/styles.h"

#include <string.h>

#include "base/limits.h"
#include "doc/property.h"
#include "model/source.h"

enum progress { UNREAD, READING, READ };

struct entry {
	struct style *style;		/* its address stays */
	xmlNode *node;
	enum progress progress;
};

/* What styles_derive() made of a style. */
struct derived {
	const struct style *from, *style;
	const char *mark, *class;	/* class is "" without one */
};

struct entries LIST(struct entry);
struct page_styles LIST(struct page_style);
struct derivations LIST(struct derived);

struct styles {
	struct arena *arena;
	struct entries entries;
	struct page_styles pages;
	struct derivations derived;
};

static const struct style plain = {
	.name = "", .family = "TH Sarabun", .size = PT(16), .leading = PT(20.96),
	.orphans = 2, .widows = 2, .background = COLOUR_NONE,
};

static struct entry *find_entry(const struct styles *styles, const char *name)
{
	for (int i = 0; i < styles->entries.n; i++)
		if (*styles->entries.at[i].style->name == *name
				&& !strcmp(styles->entries.at[i].style->name, name))
			return &styles->entries.at[i];
	return NULL;
}

/* Fills the entry's style from what it is based on, then from its own attributes. */
static void resolve(struct styles *styles, struct entry *entry, int depth,
	struct problems *problems)
{
	const char *base_name = source_attribute(styles->arena, entry->node, "based-on");
	struct entry *base = base_name ? find_entry(styles, base_name) : NULL;
	struct style own = { .name = entry->style->name, .place = entry->style->place };

	if (entry->progress == READ)
		return;
	if (entry->progress == READING || depth >= LIMIT_STYLE_DEPTH) {
		problem_report(problems, PROBLEM_STYLE_CYCLE, own.place, own.name);
		return;
	}
	entry->progress = READING;
	if (base)
		resolve(styles, base, depth + 1, problems);
	else if (base_name)
		problem_report(problems, PROBLEM_STYLE_UNKNOWN, own.place, base_name);
	*entry->style = base ? *base->style : plain;
	entry->style->name = own.name;
	entry->style->place = own.place;
	property_read_style(styles->arena, entry->node, entry->style, problems);
	entry->progress = READ;
}

static void add_entry(struct styles *styles, xmlNode *node)
{
	struct entry *entry = list_add(styles->arena, &styles->entries);
	const char *name = source_attribute(styles->arena, node, "name");

	entry->node = node;
	entry->style = arena_new(styles->arena, struct style);
	entry->style->name = name ? name : "";
	entry->style->place = source_place(node);
}

static void add_page(struct styles *styles, xmlNode *node, struct problems *problems)
{
	struct page_style *page = list_add(styles->arena, &styles->pages);
	const char *name = source_attribute(styles->arena, node, "name");

	page->name = name ? name : "";
	page->place = source_place(node);
	property_read_page(styles->arena, node, page, problems);
}

struct styles *styles_read(struct arena *arena, xmlDoc *doc, struct problems *problems)
{
	struct styles *styles = arena_new(arena, struct styles);
	xmlNode *node = xmlFirstElementChild(xmlDocGetRootElement(doc));

	styles->arena = arena;
	for (; node; node = xmlNextElementSibling(node)) {
		if (source_is(node, "style"))
			add_entry(styles, node);
		else if (source_is(node, "page"))
			add_page(styles, node, problems);
	}
	for (int i = 0; i < styles->entries.n; i++)
		resolve(styles, &styles->entries.at[i], 0, problems);
	return styles;
}

const struct style *styles_choose(const struct styles *styles, const char *name,
	struct place place, struct problems *problems)
{
	struct entry *entry = find_entry(styles, name);

	if (entry)
		return entry->style;
	problem_report(problems, PROBLEM_STYLE_UNKNOWN, place, name);
	return styles->entries.n ? styles->entries.at[0].style : &plain;
}

const struct style *styles_find(const struct styles *styles, const char *name,
	const char *otherwise)
{
	struct entry *entry = find_entry(styles, name);

	if (!entry)
		entry = find_entry(styles, otherwise);
	if (entry)
		return entry->style;
	return styles->entries.n ? styles->entries.at[0].style : &plain;
}

const struct page_style *styles_choose_page(const struct styles *styles, const char *name,
	struct place place, struct problems *problems)
{
	static const struct page_style a4 = { .name = "", .width = 595276, .height = 841890 };

	for (int i = 0; i < styles->pages.n; i++)
		if (!strcmp(styles->pages.at[i].name, name))
			return &styles->pages.at[i];
	problem_report(problems, PROBLEM_STYLE_UNKNOWN, place, name);
	return styles->pages.n ? &styles->pages.at[0] : &a4;
}

/* The class's own properties, and those of the styles it is based on, over style. */
static void put_over(struct styles *styles, const char *class, struct style *style, int depth)
{
	struct entry *entry = find_entry(styles, class);
	struct problems told = { .arena = styles->arena };	/* once, when the style was read */
	const char *base;

	if (!entry || depth >= LIMIT_STYLE_DEPTH)
		return;
	base = source_attribute(styles->arena, entry->node, "based-on");
	if (base)
		put_over(styles, base, style, depth + 1);
	property_read_style(styles->arena, entry->node, style, &told);
}

static void apply_mark(struct styles *styles, struct style *style, const char *mark,
	const char *class)
{
	bool raised = !strcmp(mark, "sup"), lowered = !strcmp(mark, "sub");

	style->bold |= !strcmp(mark, "b");
	style->italic |= !strcmp(mark, "i");
	style->underline |= !strcmp(mark, "u");
	if (raised)
		style->rise += style->size * 2 / 5;
	if (lowered)
		style->rise -= style->size / 8;
	if (raised || lowered)
		style->size = style->size * 13 / 20;
	if (*class)
		put_over(styles, class, style, 0);
}

struct styles *styles_lend(struct arena *arena, const struct styles *kept)
{
	struct styles *lent = arena_new(arena, struct styles);

	*lent = (struct styles){ arena, kept->entries, kept->pages, { 0 } };
	return lent;
}

const struct style *styles_derive(struct styles *styles, const struct style *from,
	const char *mark, const char *class)
{
	struct style *style;

	for (int i = 0; i < styles->derived.n; i++) {
		const struct derived *derived = &styles->derived.at[i];

		if (derived->from == from && !strcmp(derived->mark, mark)
				&& !strcmp(derived->class, class))
			return derived->style;
	}
	style = arena_new(styles->arena, struct style);
	*style = *from;
	apply_mark(styles, style, mark, class);
	*list_add(styles->arena, &styles->derived) = (struct derived){ from, style,
		arena_text(styles->arena, mark), arena_text(styles->arena, class) };
	return style;
}
