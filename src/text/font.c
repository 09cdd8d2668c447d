#include "text/font.h"

#include <string.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include FT_TRUETYPE_TAGS_H
#include <hb.h>

#include "base/bytes.h"
#include "base/limits.h"

enum {
	/* OS/2 fsType (OpenType 1.9); of several usage bits the mildest counts. */
	USAGE_BITS = 0x000e,
	USAGE_RESTRICTED = 0x0002,
	NO_SUBSETTING = 0x0100,
	BITMAP_ONLY = 0x0200,

	WEIGHT_REGULAR = 400,
	WEIGHT_BOLD = 700, WEIGHT_MOST = 1000,

	THAI_FIRST = 0xe00,		/* of its block of 128 */
};

/* A face of the catalogue and what became of its file. */
struct slot {
	const struct face *face;
	bool tried;
	struct font *font;		/* NULL if it failed: */
	enum problem_kind failure;
	const char *reason;
};

struct slots LIST(struct slot);

struct fonts {
	struct arena *arena;
	const struct catalogue *catalogue;
	FT_Library library;
	struct slots *families;		/* as in the catalogue */
	int opened;
};

static void close_library(void *library)
{
	FT_Done_FreeType(library);
}

static void close_blob(void *blob)
{
	hb_blob_destroy(blob);
}

static void close_face(void *face)
{
	hb_face_destroy(face);
}

static void close_shaper(void *font)
{
	hb_font_destroy(font);
}

static void add_family(struct arena *arena, const struct family *family, struct slots *slots)
{
	for (int i = 0; i < family->faces.n; i++)
		list_add(arena, slots)->face = &family->faces.at[i];
}

struct fonts *fonts_open(struct arena *arena, const struct catalogue *catalogue)
{
	struct fonts *fonts = arena_new(arena, struct fonts);

	fonts->arena = arena;
	fonts->catalogue = catalogue;
	if (FT_Init_FreeType(&fonts->library))
		fonts->library = NULL;
	arena_own(arena, fonts->library, close_library);
	fonts->families = arena_alloc(arena, (size_t)catalogue->n * sizeof *fonts->families);
	for (int i = 0; i < catalogue->n; i++)
		add_family(arena, &catalogue->at[i], &fonts->families[i]);
	return fonts;
}

static void fail(struct slot *slot, enum problem_kind failure, const char *reason)
{
	slot->failure = failure;
	slot->reason = reason;
}

static const char *missing_table(FT_Face face)
{
	static const struct { FT_ULong tag; const char *reason; } needed[] = {
		{ TTAG_glyf, N_("it has no TrueType outlines") },
		{ TTAG_loca, N_("it has no TrueType outlines") },
		{ TTAG_cmap, N_("it has no character map") },
		{ TTAG_hmtx, N_("it has no widths") },
	};
	FT_ULong size;

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		size = 0;
		if (FT_Load_Sfnt_Table(face, needed[i].tag, 0, NULL, &size) || !size)
			return needed[i].reason;
	}
	return NULL;
}

static bool may_be_embedded(FT_Face face)
{
	const TT_OS2 *os2 = FT_Get_Sfnt_Table(face, FT_SFNT_OS2);

	return !os2 || ((os2->fsType & USAGE_BITS) != USAGE_RESTRICTED
		&& !(os2->fsType & (NO_SUBSETTING | BITMAP_ONLY)));
}

static void fill_os2(struct font *font, const TT_OS2 *os2, bool bold)
{
	font->weight = bold ? WEIGHT_BOLD : WEIGHT_REGULAR;
	font->cap_height = font->ascent;
	if (!os2)
		return;
	if (os2->usWeightClass)
		font->weight = os2->usWeightClass > WEIGHT_MOST ? WEIGHT_MOST : os2->usWeightClass;
	if (os2->version >= 2 && os2->sCapHeight > 0)
		font->cap_height = os2->sCapHeight;
}

static void fill_metrics(struct font *font, FT_Face face)
{
	const TT_Postscript *post = FT_Get_Sfnt_Table(face, FT_SFNT_POST);

	font->units_per_em = face->units_per_EM;
	font->ascent = face->ascender;
	font->descent = face->descender;
	font->box[0] = (int)face->bbox.xMin;
	font->box[1] = (int)face->bbox.yMin;
	font->box[2] = (int)face->bbox.xMax;
	font->box[3] = (int)face->bbox.yMax;
	fill_os2(font, FT_Get_Sfnt_Table(face, FT_SFNT_OS2),
		face->style_flags & FT_STYLE_FLAG_BOLD);
	if (!post)
		return;
	font->italic_angle = (int)(post->italicAngle / 65536);
	font->underline_position = post->underlinePosition;
	font->underline_thickness = post->underlineThickness;
}

static bool has_glyph(const struct font *font, uint32_t character)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(font->shaper, character, &glyph);
}

/* What a report's text is made of is asked for all the time. */
static void fill_characters(struct font *font)
{
	for (uint32_t i = 0; i < 128; i++) {
		font->ascii[i / 64] |= (uint64_t)has_glyph(font, i) << i % 64;
		font->thai[i / 64] |= (uint64_t)has_glyph(font, THAI_FIRST + i) << i % 64;
	}
}

static void fill_shaper(struct arena *arena, struct font *font, const struct bytes *bytes)
{
	hb_blob_t *blob = arena_own(arena, hb_blob_create(bytes->at, (unsigned)bytes->n,
		HB_MEMORY_MODE_READONLY, NULL, NULL), close_blob);

	font->face = arena_own(arena, hb_face_create(blob, 0), close_face);
	hb_face_make_immutable(font->face);
	font->shaper = arena_own(arena, hb_font_create(font->face), close_shaper);
	hb_font_set_scale(font->shaper, font->units_per_em, font->units_per_em);
	hb_font_make_immutable(font->shaper);
}

static struct font *new_font(struct fonts *fonts, const struct slot *slot, FT_Face face,
	const struct bytes *bytes)
{
	struct font *font = arena_new(fonts->arena, struct font);
	const char *name = FT_Get_Postscript_Name(face);

	font->path = slot->face->path;
	font->name = arena_text(fonts->arena, name && *name ? name : "Unnamed");
	fill_metrics(font, face);
	fill_shaper(fonts->arena, font, bytes);
	fill_characters(font);
	return font;
}

static void open_face(struct fonts *fonts, struct slot *slot, FT_Face face,
	const struct bytes *bytes)
{
	const char *missing;

	if (!FT_IS_SFNT(face) || !FT_IS_SCALABLE(face) || !face->units_per_EM)
		fail(slot, PROBLEM_FONT_UNREADABLE, N_("it is no TrueType font"));
	else if ((missing = missing_table(face)))
		fail(slot, PROBLEM_FONT_UNREADABLE, missing);
	else if (!may_be_embedded(face))
		fail(slot, PROBLEM_FONT_FORBIDDEN, "");
	else
		slot->font = new_font(fonts, slot, face, bytes);
}

/* FreeType looks at the file first: HarfBuzz takes a broken one for an empty font. */
static void open_slot(struct fonts *fonts, struct slot *slot)
{
	struct bytes bytes = { .arena = fonts->arena };
	const char *why = bytes_read(&bytes, slot->face->path);
	FT_Face face;

	slot->tried = true;
	if (why)
		fail(slot, PROBLEM_FONT_UNREADABLE, why);
	else if (bytes.n > LIMIT_FONT_BYTES)
		fail(slot, PROBLEM_FONT_UNREADABLE, phrase(fonts->arena,
			N_("it has more than {1} MiB"),
			arena_printf(fonts->arena, "%d", LIMIT_FONT_BYTES >> 20)));
	else if (fonts->opened == LIMIT_FONTS)
		fail(slot, PROBLEM_FONT_UNREADABLE, phrase(fonts->arena,
			N_("{1} others are in use already"),
			arena_printf(fonts->arena, "%d", LIMIT_FONTS)));
	else if (FT_New_Memory_Face(fonts->library, (const FT_Byte *)bytes.at, (FT_Long)bytes.n,
			0, &face))
		fail(slot, PROBLEM_FONT_UNREADABLE, N_("it is no font file"));
	else {
		open_face(fonts, slot, face, &bytes);
		FT_Done_Face(face);
	}
}

static void report_failure(const struct slot *slot, struct place place, struct problems *problems)
{
	if (slot->face->place.file)
		place = slot->face->place;
	problem_report(problems, slot->failure, place, slot->face->path, slot->reason);
}

/* A failure is told at each call: a later report has problems of its own. */
static const struct font *open_once(struct fonts *fonts, struct slot *slot, int32_t scale)
{
	if (slot->tried)
		return slot->font;
	open_slot(fonts, slot);
	if (slot->font) {
		slot->font->scale = scale;
		slot->font->number = fonts->opened++;
	}
	return slot->font;
}

/* 0 for the face asked for, then the same weight, then regular, then any. */
static int distance(const struct face *face, const struct style *style)
{
	if (face->bold == style->bold)
		return face->italic == style->italic ? 0 : 1;
	return !face->bold && !face->italic ? 2 : 3;
}

static struct slot *choose_slot(const struct slots *slots, const struct style *style)
{
	struct slot *nearest = &slots->at[0];

	for (int i = 1; i < slots->n; i++)
		if (distance(slots->at[i].face, style) < distance(nearest->face, style))
			nearest = &slots->at[i];
	return nearest;
}

const struct font *fonts_find(struct fonts *fonts, const struct style *style, struct place place,
	struct problems *problems)
{
	const struct font *font;
	struct slot *slot;
	int i = 0;

	while (i < fonts->catalogue->n && strcmp(fonts->catalogue->at[i].name, style->family))
		i++;
	if (i == fonts->catalogue->n || !fonts->families[i].n) {
		problem_report(problems, PROBLEM_FONT_UNKNOWN, place, style->family);
		return NULL;
	}
	slot = choose_slot(&fonts->families[i], style);
	font = open_once(fonts, slot, fonts->catalogue->at[i].scale);
	if (!font)
		report_failure(slot, place, problems);
	return font;
}

const struct font *fonts_find_for(struct fonts *fonts, uint32_t character,
	const struct style *style, struct problems *problems)
{
	struct style look = *style;

	for (int i = 0; i < fonts->catalogue->n; i++) {
		const struct family *family = &fonts->catalogue->at[i];
		const struct font *font;

		look.family = family->name;
		font = fonts_find(fonts, &look, family->place, problems);
		if (font && font_has(font, character))
			return font;
	}
	return NULL;
}

bool font_has_of_any(const struct font *font, uint32_t character)
{
	return has_glyph(font, character);
}
