#include "pdf/embed.h"

#include <hb-subset.h>
#include <hb.h>
#include <string.h>

#include "pdf/utf16.h"

enum {
	TAG_LENGTH = 6,			/* "ABCDEF+" (ISO 32000-1, 9.6.4) */
	BFCHARS_MOST = 100,		/* in one block (Adobe Technical Note 5411) */
	FLAG_SYMBOLIC = 1 << 2, FLAG_ITALIC = 1 << 6,
	NAME_MOST = 100,		/* of a name's 127 bytes */
};

/* A font program and where its codes are in it. */
struct program {
	struct bytes bytes;
	struct bytes map;		/* CIDToGIDMap */
	const char *name;		/* with the tag */
};

static void destroy_blob(void *blob)
{
	hb_blob_destroy(blob);
}

static void destroy_face(void *face)
{
	hb_face_destroy(face);
}

static void destroy_input(void *input)
{
	hb_subset_input_destroy(input);
}

static void destroy_plan(void *plan)
{
	hb_subset_plan_destroy(plan);
}

uint32_t embed_glyph(const struct font *font, uint32_t character)
{
	hb_codepoint_t glyph = 0;

	return hb_font_get_nominal_glyph(font->shaper, character, &glyph) ? glyph : 0;
}

int32_t embed_advance(const struct font *font, uint32_t glyph)
{
	return hb_font_get_glyph_h_advance(font->shaper, glyph);
}

static hb_unicode_general_category_t category_of(uint32_t character)
{
	return hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
}

bool embed_is_mark(uint32_t character)
{
	hb_unicode_general_category_t category = category_of(character);

	return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK
		|| category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK
		|| category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

bool embed_is_format(uint32_t character)
{
	return category_of(character) == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
}

static void choose_glyphs(const struct coding *coding, hb_subset_input_t *input)
{
	hb_set_t *glyphs = hb_subset_input_glyph_set(input);

	for (int i = 0; i < coding->codes.n; i++)
		for (int k = 0; k < coding->codes.at[i].n; k++)
			hb_set_add(glyphs, coding->codes.at[i].components[k].glyph);
}

/*
 * What glyf_extend() leaves away, HarfBuzz need not make.  With GSUB it would also add every glyph
 * that layout features could lead to.
 */
static void drop_tables(hb_subset_input_t *input)
{
	static const hb_tag_t tags[] = {
		HB_TAG('G', 'D', 'E', 'F'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'S', 'U', 'B'),
		HB_TAG('O', 'S', '/', '2'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('g', 'a', 's', 'p'),
		HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
	};
	hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		hb_set_add(dropped, tags[i]);
}

static hb_subset_plan_t *plan_subset(struct arena *arena, const struct coding *coding)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_subset_plan_t *plan;

	arena_own(arena, input, destroy_input);
	choose_glyphs(coding, input);
	drop_tables(input);
	hb_subset_input_set_flags(input,
		HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	plan = hb_subset_plan_create_or_fail(coding->font->face, input);
	return plan ? arena_own(arena, plan, destroy_plan) : NULL;
}

static uint32_t new_glyph(hb_subset_plan_t *plan, uint32_t old)
{
	return hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(plan), old);
}

static void add_composite(struct arena *arena, hb_subset_plan_t *plan, const struct code *code,
	struct composites *composites)
{
	struct components components = { 0 };

	for (int i = 0; i < code->n; i++) {
		struct component *component = list_add(arena, &components);

		*component = code->components[i];
		component->glyph = new_glyph(plan, component->glyph);
	}
	*list_add(arena, composites) = (struct composite){ components.at, components.n,
		code->advance };
}

static void add_number(struct bytes *bytes, uint32_t number)
{
	bytes_add(bytes, (char[]){ (char)(number >> 8 & 0xff), (char)(number & 0xff) }, 2);
}

/* Composites come behind the subset's own glyphs. */
static struct composites map_codes(const struct coding *coding, hb_subset_plan_t *plan,
	uint32_t glyphs, struct bytes *map)
{
	struct composites composites = { 0 };

	add_number(map, 0);
	for (int i = 0; i < coding->codes.n; i++) {
		const struct code *code = &coding->codes.at[i];

		if (code_is_plain(coding, code)) {
			add_number(map, new_glyph(plan, code->components->glyph));
		} else {
			add_number(map, glyphs + (uint32_t)composites.n);
			add_composite(map->arena, plan, code, &composites);
		}
	}
	return composites;
}

/* A tag of capitals from the font's own bytes, so that other subsets have others. */
static const char *name_program(struct arena *arena, const struct font *font,
	const struct bytes *bytes)
{
	unsigned char digest[DIGEST_SIZE];
	struct bytes name = { .arena = arena };

	object_digest(bytes->at, bytes->n, digest);
	for (int i = 0; i < TAG_LENGTH; i++)
		bytes_add(&name, (char[]){ (char)('A' + digest[i] % 26) }, 1);
	bytes_text(&name, "+");
	for (const char *at = font->name; *at && name.n < NAME_MOST; at++)
		if ((*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z')
				|| (*at >= '0' && *at <= '9') || *at == '-' || *at == '_')
			bytes_add(&name, at, 1);
	return name.at;
}

/* Answers whether there is a font program. */
static bool make_program(struct arena *arena, const struct coding *coding, struct program *program)
{
	hb_subset_plan_t *plan = plan_subset(arena, coding);
	hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
	struct composites composites;
	const char *bytes;
	hb_blob_t *blob;
	unsigned n;

	if (!face)
		return false;
	arena_own(arena, face, destroy_face);
	blob = arena_own(arena, hb_face_reference_blob(face), destroy_blob);
	bytes = hb_blob_get_data(blob, &n);
	composites = map_codes(coding, plan, hb_face_get_glyph_count(face), &program->map);
	if (!glyf_extend(bytes, n, &composites, &program->bytes))
		return false;
	program->name = name_program(arena, coding->font, &program->bytes);
	return true;
}

/* In 1/1000 em. */
static int32_t thousandths(const struct font *font, int value)
{
	return value * 1000 / font->units_per_em;
}

/* What fonts do not say; nothing but a substitute font would look at it. */
static int stem_width(const struct font *font)
{
	return 50 + font->weight * font->weight / 4225;
}

static struct object *make_descriptor(struct file *file, const struct font *font,
	const struct program *program)
{
	struct object *descriptor = file_number(file, object_dict(file));
	struct object *box = object_array(file);
	struct object *stream = object_stream(file, program->bytes.at, program->bytes.n);

	for (int i = 0; i < 4; i++)
		array_int(box, thousandths(font, font->box[i]));
	dict_name(descriptor, "Type", "FontDescriptor");
	dict_name(descriptor, "FontName", program->name);
	dict_int(descriptor, "Flags", FLAG_SYMBOLIC | (font->italic_angle ? FLAG_ITALIC : 0));
	dict_put(descriptor, "FontBBox", box);
	dict_int(descriptor, "ItalicAngle", font->italic_angle);
	dict_int(descriptor, "Ascent", thousandths(font, font->ascent));
	dict_int(descriptor, "Descent", thousandths(font, font->descent));
	dict_int(descriptor, "CapHeight", thousandths(font, font->cap_height));
	dict_int(descriptor, "StemV", stem_width(font));
	dict_int(stream, "Length1", (int32_t)program->bytes.n);
	dict_put(descriptor, "FontFile2", stream);
	return descriptor;
}

/* Every code's (9.7.4.3). */
static void write_widths(struct bytes *out, const struct coding *coding)
{
	bytes_text(out, "/W[1[");
	for (int i = 0; i < coding->codes.n; i++) {
		bytes_text(out, i ? " " : "");
		bytes_thousandths(out, code_width(coding, &coding->codes.at[i]));
	}
	bytes_text(out, "]]");
}

static struct object *make_system_info(struct file *file)
{
	struct object *system = object_dict(file);

	dict_put(system, "Registry", object_text(file, "Adobe"));
	dict_put(system, "Ordering", object_text(file, "Identity"));
	dict_int(system, "Supplement", 0);
	return system;
}

static struct object *make_descendant(struct file *file, const struct coding *coding,
	const struct program *program)
{
	struct object *font = file_number(file, object_dict(file));

	dict_name(font, "Type", "Font");
	dict_name(font, "Subtype", "CIDFontType2");
	dict_name(font, "BaseFont", program->name);
	dict_put(font, "CIDSystemInfo", make_system_info(file));
	dict_put(font, "FontDescriptor", make_descriptor(file, coding->font, program));
	write_widths(dict_entries(file, font), coding);
	dict_put(font, "CIDToGIDMap", object_stream(file, program->map.at, program->map.n));
	return font;
}

static void add_characters(struct bytes *cmap, int number, const struct code *code)
{
	bytes_text(cmap, "<");
	bytes_hex(cmap, (uint32_t)number, 4);
	bytes_text(cmap, "> <");
	for (int i = 0; i < code->character_count; i++) {
		uint16_t units[2];
		int n = utf16_write(code->characters[i], units);

		for (int k = 0; k < n; k++)
			bytes_hex(cmap, units[k], 4);
	}
	bytes_text(cmap, ">\n");
}

static void add_blocks(struct bytes *cmap, const struct code_list *codes)
{
	for (int i = 0; i < codes->n; i++) {
		int left = codes->n - i;

		if (i % BFCHARS_MOST == 0)
			bytes_printf(cmap, "%d beginbfchar\n",
				left < BFCHARS_MOST ? left : BFCHARS_MOST);
		add_characters(cmap, i + 1, &codes->at[i]);
		if (left == 1 || i % BFCHARS_MOST == BFCHARS_MOST - 1)
			bytes_text(cmap, "endbfchar\n");
	}
}

/* ISO 32000-1, 9.10.3. */
static struct object *make_to_unicode(struct codes *codes, const struct coding *coding)
{
	struct bytes cmap = { .arena = codes->arena };

	bytes_text(&cmap,
		"/CIDInit /ProcSet findresource begin\n"
		"12 dict begin\n"
		"begincmap\n"
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
		"/CMapName /Adobe-Identity-UCS def\n"
		"/CMapType 2 def\n"
		"1 begincodespacerange\n"
		"<0000> <FFFF>\n"
		"endcodespacerange\n");
	add_blocks(&cmap, &coding->codes);
	bytes_text(&cmap,
		"endcmap\n"
		"CMapName currentdict /CMap defineresource pop\n"
		"end\n"
		"end\n");
	return object_stream(codes->file, cmap.at, cmap.n);
}

void embed_write(struct codes *codes, struct coding *coding, struct problems *problems)
{
	struct program program = { .bytes.arena = codes->arena, .map.arena = codes->arena };
	struct object *descendants;

	if (!make_program(codes->arena, coding, &program)) {
		problem_report(problems, PROBLEM_FONT_UNREADABLE,
			((struct place){ coding->font->path, 0 }), coding->font->path,
			N_("its outlines contradict each other"));
		return;
	}
	descendants = object_array(codes->file);
	array_put(descendants, make_descendant(codes->file, coding, &program));
	dict_name(coding->object, "Type", "Font");
	dict_name(coding->object, "Subtype", "Type0");
	dict_name(coding->object, "BaseFont", program.name);
	dict_name(coding->object, "Encoding", "Identity-H");
	dict_put(coding->object, "DescendantFonts", descendants);
	dict_put(coding->object, "ToUnicode", make_to_unicode(codes, coding));
}
