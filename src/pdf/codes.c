#include "pdf/codes.h"

#include "base/utf8.h"
#include "pdf/embed.h"

enum {
	SARA_AM = 0xe33, NIKHAHIT = 0xe4d, SARA_AA = 0xe32,
	CODES_MOST = 60000,		/* leaves a line's room below 65,535 */
	/* In 1/1000 em; where clusters are spread, poppler needs 120; pdf.js does not bear 250. */
	CARRIER_WIDTH = 160,
};

/* A character that cluster glyphs may stand for; SARA AM gives two. */
struct letter {
	uint32_t character;
	int part;
	bool taken;
};

/* Where the glyphs of a part go: one code. */
enum part_kind { PART_BASE, PART_MARKS, PART_AM };

struct part {
	enum part_kind kind;
	int first, n;			/* characters */
	int32_t x, advance;		/* in font units, from the cluster's origin */
	int glyphs;
};

struct parts LIST(struct part);
struct letters LIST(struct letter);
struct characters LIST(uint32_t);

/* One cluster while it is cut into parts. */
struct cut {
	struct arena *arena;
	struct coding *coding;
	const struct glyph *glyphs;
	int n;
	struct characters characters;
	struct parts parts;
	int *part_of;			/* of each glyph */
	int32_t *pens;			/* n + 1: the pen before each glyph, and at the end */
};

/* Of an em, from font units. */
static int32_t millionths(const struct coding *coding, int64_t units)
{
	int64_t em = coding->font->units_per_em;

	return (int32_t)((units * 1000000 + em / 2) / em);
}

int32_t code_width(const struct coding *coding, const struct code *code)
{
	return millionths(coding, code->advance);
}

/* .notdef must not be shown (ISO 19005-3, 6.2.11.8): as part of a composite it may. */
bool code_is_plain(const struct coding *coding, const struct code *code)
{
	const struct component *only = code->components;

	return code->n == 1 && only->glyph && !only->dx && !only->dy
		&& code->advance == embed_advance(coding->font, only->glyph);
}

struct codes *codes_open(struct arena *arena, struct file *file)
{
	struct codes *codes = arena_new(arena, struct codes);

	codes->arena = codes->key.arena = arena;
	codes->file = file;
	return codes;
}

static struct coding *add_coding(struct codes *codes, const struct font *font)
{
	struct coding *coding = arena_new(codes->arena, struct coding);

	coding->font = font;
	coding->page = -1;
	coding->object = file_number(codes->file, object_dict(codes->file));
	*list_add(codes->arena, &codes->list) = coding;
	coding->name = arena_printf(codes->arena, "F%d", codes->list.n);
	return coding;
}

struct coding *codes_choose(struct codes *codes, const struct font *font)
{
	struct coding **coding;

	while (codes->by_font.n <= font->number)
		list_add(codes->arena, &codes->by_font);
	coding = &codes->by_font.at[font->number];
	if (!*coding || (*coding)->codes.n >= CODES_MOST)
		*coding = add_coding(codes, font);
	return *coding;
}

/* The number of the code with these glyphs, width and characters. */
static int choose_code(struct arena *arena, struct coding *coding, const struct code *code)
{
	struct bytes key = { .arena = arena };
	int known = coding->codes.n, i;

	bytes_add(&key, &code->advance, sizeof code->advance);
	bytes_add(&key, &code->character_count, sizeof code->character_count);
	bytes_add(&key, code->characters, (size_t)code->character_count * sizeof *code->characters);
	bytes_add(&key, code->components, (size_t)code->n * sizeof *code->components);
	i = keys_find(arena, &coding->code_keys, key.at, key.n);
	if (i == known)
		*list_add(arena, &coding->codes) = *code;
	return i + 1;
}

/* Of a literal string (ISO 32000-1, 7.3.4.2). */
static void add_byte(struct shown *shown, char byte)
{
	bool is_return = byte == '\r';

	if (is_return || byte == '(' || byte == ')' || byte == '\\')
		shown->string[shown->length++] = '\\';
	shown->string[shown->length++] = (char)(is_return ? 'r' : byte);
}

static void show(struct cut *cut, const struct part *part, const struct components *components)
{
	struct code code = { components->at, components->n, part->advance,
		&cut->characters.at[part->first], part->n };
	int number = choose_code(cut->arena, cut->coding, &code);
	struct shown shown = { .x = millionths(cut->coding, part->x),
		.width = code_width(cut->coding, &code) };

	add_byte(&shown, (char)(number >> 8));
	add_byte(&shown, (char)(number & 0xff));
	*list_add(cut->arena, &cut->coding->shown) = shown;
}

/* The glyphs of a part, from its own origin. */
static void show_part(struct cut *cut, int i)
{
	const struct part *part = &cut->parts.at[i];
	struct components components = { 0 };

	for (int k = 0; k < cut->n; k++) {
		const struct glyph *glyph = &cut->glyphs[k];

		if (cut->part_of[k] == i)
			*list_add(cut->arena, &components) = (struct component){ glyph->id,
				cut->pens[k] + glyph->dx - part->x, glyph->dy };
	}
	show(cut, part, &components);
}

static void add_part(struct cut *cut, enum part_kind kind, int character)
{
	struct part *part = list_add(cut->arena, &cut->parts);

	*part = (struct part){ .kind = kind, .first = character, .n = 1 };
}

/* A base, then its marks; SARA AM for itself, marks behind it apart from those before. */
static void cut_characters(struct cut *cut)
{
	const struct characters *characters = &cut->characters;

	add_part(cut, PART_BASE, 0);
	for (int i = 1; i < characters->n; i++) {
		struct part *last = &cut->parts.at[cut->parts.n - 1];

		if (characters->at[i] == SARA_AM)
			add_part(cut, PART_AM, i);
		else if (last->kind == PART_MARKS)
			last->n++;
		else
			add_part(cut, PART_MARKS, i);
	}
}

static void add_letter(const struct cut *cut, struct letters *letters, uint32_t character, int part)
{
	*list_add(cut->arena, letters) = (struct letter){ character, part, false };
}

static struct letters list_letters(struct cut *cut)
{
	struct letters letters = { 0 };

	for (int i = 0; i < cut->parts.n; i++) {
		const struct part *part = &cut->parts.at[i];

		for (int k = part->first; k < part->first + part->n; k++) {
			bool am = part->kind == PART_AM;

			add_letter(cut, &letters, am ? NIKHAHIT : cut->characters.at[k], i);
			if (am)
				add_letter(cut, &letters, SARA_AA, i);
		}
	}
	return letters;
}

/* Takes the first letter left whose glyph it is by the font's cmap, or any; NULL: none. */
static const struct letter *take_letter(const struct font *font, struct letters *letters,
	uint32_t glyph, bool any)
{
	for (int i = 0; i < letters->n; i++) {
		struct letter *letter = &letters->at[i];

		if (letter->taken || (!any && embed_glyph(font, letter->character) != glyph))
			continue;
		letter->taken = true;
		return letter;
	}
	return NULL;
}

/*
 * Which part each glyph belongs to: by the font's cmap first, the rest in
 * order.  A glyph too many stays with the one before it; a letter too many is
 * in a ligature with its neighbour.
 */
static void assign_glyphs(struct cut *cut)
{
	const struct font *font = cut->coding->font;
	struct letters letters = list_letters(cut);
	const struct letter *letter;

	for (int i = 0; i < cut->n; i++) {
		letter = take_letter(font, &letters, cut->glyphs[i].id, false);
		cut->part_of[i] = letter ? letter->part : -1;
	}
	for (int i = 0; i < cut->n; i++) {
		if (cut->part_of[i] >= 0)
			continue;
		letter = take_letter(font, &letters, 0, true);
		cut->part_of[i] = letter ? letter->part : i ? cut->part_of[i - 1] : 0;
	}
}

static int32_t carrier_width(const struct cut *cut)
{
	return CARRIER_WIDTH * cut->coding->font->units_per_em / 1000;
}

/* Where the part's glyphs with a width of their own begin and how wide they are. */
static void measure_part(struct cut *cut, int i)
{
	struct part *part = &cut->parts.at[i];

	for (int k = 0; k < cut->n; k++) {
		if (cut->part_of[k] != i)
			continue;
		if (!part->advance)
			part->x = cut->pens[k];
		part->advance += cut->glyphs[k].advance;
		part->glyphs++;
	}
}

/* A lone glyph keeps the width it has in the font; how it is kerned, the next code's place says. */
static void measure_base(struct cut *cut)
{
	struct part *base = &cut->parts.at[0];

	for (int k = 0; k < cut->n && base->glyphs == 1; k++)
		if (cut->part_of[k] == 0 && !cut->glyphs[k].dx && !cut->glyphs[k].dy)
			base->advance = embed_advance(cut->coding->font, cut->glyphs[k].id);
}

/* Marks end where SARA AM begins, else with the cluster.  Answers whether all have a place. */
static bool place_parts(struct cut *cut)
{
	int32_t end = cut->pens[cut->n];

	for (int i = cut->parts.n - 1; i >= 0; i--) {
		struct part *part = &cut->parts.at[i];

		measure_part(cut, i);
		if (part->kind == PART_MARKS) {
			part->advance = carrier_width(cut);
			part->x = end - part->advance;
		} else if (part->advance <= 0)
			return false;
		else
			end = part->x;
	}
	measure_base(cut);
	return cut->parts.at[0].x == 0;
}

/* All in one code: a letter or a ligature, or what no rule of Thai tells apart. */
static void show_whole(struct cut *cut)
{
	struct part *whole;

	cut->parts.n = 0;
	add_part(cut, PART_BASE, 0);
	whole = &cut->parts.at[0];
	whole->n = cut->characters.n;
	whole->advance = cut->pens[cut->n];
	if (cut->n == 1 && !cut->glyphs[0].dx && !cut->glyphs[0].dy)
		whole->advance = embed_advance(cut->coding->font, cut->glyphs[0].id);
	if (whole->advance <= 0) {
		whole->advance = carrier_width(cut);
		whole->x = cut->pens[cut->n] - whole->advance;
	}
	for (int i = 0; i < cut->n; i++)
		cut->part_of[i] = 0;
	show_part(cut, 0);
}

static bool is_base_with_marks(const struct characters *characters)
{
	for (int i = 0; i < characters->n; i++) {
		bool mark = embed_is_mark(characters->at[i]) || characters->at[i] == SARA_AM;

		if (mark != (i > 0))
			return false;
	}
	return characters->n > 1;
}

static void cut_cluster(struct cut *cut)
{
	bool apart = is_base_with_marks(&cut->characters);

	if (apart) {
		cut_characters(cut);
		assign_glyphs(cut);
		apart = place_parts(cut);
	}
	for (int i = 0; apart && i < cut->parts.n; i++)
		show_part(cut, i);
	if (!apart)
		show_whole(cut);
}

static bool is_private(uint32_t character)
{
	return (character >= 0xe000 && character < 0xf900) || character >= 0xf0000;
}

/*
 * What a reader is to find: characters that show nothing are no text, tabs are
 * spaces, and PDF/A forbids private ones (ISO 19005-3, 6.2.11.7.3).
 */
static void add_character(struct arena *arena, struct characters *characters, uint32_t character)
{
	if (embed_is_format(character))
		return;
	if (character < ' ')
		character = ' ';
	*list_add(arena, characters) = is_private(character) ? 0xfffd : character;
}

static struct characters characters_of(struct arena *arena, const struct text *text, int i)
{
	const struct cluster *cluster = &text->clusters.at[i];
	const char *at = text->utf8 + cluster[0].byte, *end = text->utf8 + cluster[1].byte;
	struct characters characters = { 0 };

	if (cluster->kind == CLUSTER_BREAK || cluster->kind == CLUSTER_TAB
			|| cluster->kind == CLUSTER_LEADER)
		at = end;
	while (at < end)
		add_character(arena, &characters, utf8_next(&at, end));
	if (!characters.n)
		*list_add(arena, &characters) = ' ';
	return characters;
}

static int32_t sum_advances(struct cut *cut)
{
	int32_t pen = 0;

	for (int i = 0; i < cut->n; i++) {
		cut->pens[i] = pen;
		pen += cut->glyphs[i].advance;
	}
	return cut->pens[cut->n] = pen;
}

/* Adds to coding->shown. */
static void show_cluster(struct codes *codes, struct coding *coding, const struct text *text, int i)
{
	const struct cluster *cluster = &text->clusters.at[i];
	struct cut cut = { .arena = codes->arena, .coding = coding };
	bool wide;

	cut.glyphs = &text->glyphs.at[cluster[0].glyph];
	cut.n = cluster[1].glyph - cluster[0].glyph;
	cut.part_of = arena_alloc(codes->arena, (size_t)cut.n * sizeof *cut.part_of);
	cut.pens = arena_alloc(codes->arena, (size_t)(cut.n + 1) * sizeof *cut.pens);
	cut.characters = characters_of(codes->arena, text, i);
	wide = sum_advances(&cut) > 0;
	/* A zero-width space shows nothing, and a code for it would be a space to readers. */
	if (cut.n && (wide || cut.characters.at[0] != ' '))
		cut_cluster(&cut);
}

/* What a cluster's codes depend on. */
static void fill_key(struct bytes *key, const struct text *text, int i)
{
	const struct cluster *cluster = &text->clusters.at[i];
	int head[] = { cluster[1].byte - cluster[0].byte, (int)cluster->kind };

	key->n = 0;
	bytes_add(key, head, sizeof head);
	bytes_add(key, text->utf8 + cluster->byte, (size_t)head[0]);
	bytes_add(key, &text->glyphs.at[cluster->glyph],
		(size_t)(cluster[1].glyph - cluster[0].glyph) * sizeof *text->glyphs.at);
}

static struct range find_range(struct codes *codes, struct coding *coding,
	const struct text *text, int i)
{
	int known = coding->clusters.n, number;

	fill_key(&codes->key, text, i);
	number = keys_find(codes->arena, &coding->cluster_keys, codes->key.at, codes->key.n);
	if (number == known) {
		int first = coding->shown.n;

		show_cluster(codes, coding, text, i);
		*list_add(codes->arena, &coding->clusters) =
			(struct range){ first, coding->shown.n - first };
	}
	return coding->clusters.at[number];
}

/* The bytes of the cluster's text; 0 if they are too many. */
static uint32_t letters_of(const struct text *text, const struct cluster *cluster)
{
	uint32_t letters = 0;

	if (cluster[1].byte - cluster->byte > (int)sizeof letters)
		return 0;
	for (int i = cluster->byte; i < cluster[1].byte; i++)
		letters = letters << 8 | (unsigned char)text->utf8[i];
	return letters;
}

/* Where a cluster of one glyph is kept; NULL for another. */
static struct single *choose_single(struct codes *codes, struct coding *coding,
	const struct text *text, const struct cluster *cluster)
{
	const struct glyph *glyph = &text->glyphs.at[cluster->glyph];

	if (cluster[1].glyph - cluster->glyph != 1 || glyph->dx || glyph->dy)
		return NULL;
	while (coding->singles.n <= (int)glyph->id)
		list_add(codes->arena, &coding->singles);
	return &coding->singles.at[glyph->id];
}

struct range codes_of(struct codes *codes, struct coding *coding, const struct text *text, int i)
{
	const struct cluster *cluster = &text->clusters.at[i];
	uint32_t letters = letters_of(text, cluster);
	struct single *single = letters ? choose_single(codes, coding, text, cluster) : NULL;
	int32_t advance;

	if (!single)
		return find_range(codes, coding, text, i);
	advance = text->glyphs.at[cluster->glyph].advance;
	if (single->letters != letters || single->advance != advance
			|| single->kind != (int)cluster->kind)
		*single = (struct single){ letters, advance, (int)cluster->kind,
			find_range(codes, coding, text, i) };
	return single->shown;
}
