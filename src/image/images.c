#include "image/image.h"

#include <string.h>
#include <strings.h>

#include "base/folder.h"
#include "base/limits.h"
#include "doc/walk.h"
#include "image/jpeg_file.h"
#include "image/png_file.h"
#include "image/svg.h"
#include "model/source.h"

/* What a stage of reading shares. */
struct opening {
	struct arena *arena;
	const char *folder;
	struct images *images;
	struct attachments *attachments;
	size_t attached;		/* their bytes */
	struct problems *problems;
};

static const struct { const char *name, *media_type, *endings[2]; } kinds[] = {
	[IMAGE_PNG] = { "PNG", "image/png", { ".png" } },
	[IMAGE_JPEG] = { "JPEG", "image/jpeg", { ".jpg", ".jpeg" } },
	[IMAGE_SVG] = { "SVG", "image/svg+xml", { ".svg" } },
};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* What files begin with, or have a little behind. */
static const struct { size_t at, n; const char *bytes, *what; enum image_kind kind; } marks[] = {
	{ 0, 8, "\x89PNG\r\n\x1a\n", NULL, IMAGE_PNG },
	{ 0, 3, "\xff\xd8\xff", NULL, IMAGE_JPEG },
	{ 0, 4, "GIF8", N_("a GIF file"), 0 },
	{ 8, 4, "WEBP", N_("a WebP file"), 0 },
	{ 4, 8, "ftypavif", N_("an AVIF file"), 0 },
	{ 4, 4, "ftyp", N_("a HEIC file or a film"), 0 },
	{ 0, 2, "BM", N_("a BMP file"), 0 },
	{ 0, 4, "II*\0", N_("a TIFF file"), 0 },
	{ 0, 4, "MM\0*", N_("a TIFF file"), 0 },
	{ 0, 4, "\0\0\1\0", N_("an icon (ICO)"), 0 },
	{ 0, 5, "%PDF-", N_("a PDF file"), 0 },
	{ 0, 4, "%!PS", N_("a PostScript file"), 0 },
	{ 0, 4, "8BPS", N_("a Photoshop file"), 0 },
	{ 0, 2, "PK", N_("a ZIP or Word file"), 0 },
	{ 0, 2, "\x1f\x8b", N_("a compressed file (SVGZ or GZ)"), 0 },
};

/* XML that speaks of SVG: what else it is, its reader tells. */
static bool is_svg(const struct bytes *bytes)
{
	const char *at = bytes->at;

	if (bytes->n > 3 && !memcmp(at, "\xef\xbb\xbf", 3))
		at += 3;
	at += strspn(at, " \t\r\n");
	return *at == '<' && strstr(at, "svg");
}

/* By content, whatever the name says.  NULL, or what it is instead. */
static const char *find_kind(const struct bytes *bytes, enum image_kind *kind)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (bytes->n >= marks[i].at + marks[i].n
				&& !memcmp(bytes->at + marks[i].at, marks[i].bytes, marks[i].n)) {
			*kind = marks[i].kind;
			return marks[i].what;
		}
	*kind = IMAGE_SVG;
	return is_svg(bytes) ? NULL : N_("no picture that is known");
}

static void check_ending(const struct image *image, struct problems *problems)
{
	const char *dot = strrchr(image->name, '.');

	for (int i = 0; i < 2; i++)
		if (dot && kinds[image->kind].endings[i]
				&& !strcasecmp(dot, kinds[image->kind].endings[i]))
			return;
	problem_report(problems, PROBLEM_IMAGE_ENDING, image->place, image->name,
		kinds[image->kind].name, kinds[image->kind].endings[0]);
}

void image_report_damage(const struct image *image, const char *why, struct problems *problems)
{
	problem_report(problems, PROBLEM_IMAGE_DAMAGED, image->place, image->name, why);
}

struct samples image_upright(const struct image *image, struct samples samples)
{
	enum { LYING = 5 };		/* of Exif's orientations, the first on its side */
	int width = samples.width;

	if (image->turn >= LYING) {
		samples.width = samples.height;
		samples.height = width;
	}
	return samples;
}

static bool is_fitting(const struct image *image, struct problems *problems)
{
	const struct samples *samples = &image->samples;

	if (samples->width <= LIMIT_IMAGE_SIDE && samples->height <= LIMIT_IMAGE_SIDE
			&& (int64_t)samples->width * samples->height <= LIMIT_IMAGE_PIXELS)
		return true;
	problem_report(problems, PROBLEM_IMAGE_HUGE, image->place, image->name,
		phrase(problems->arena,
			N_("{1} x {2} pixels; {3} million are the most, and {4} on a side"),
			arena_printf(problems->arena, "%d", samples->width),
			arena_printf(problems->arena, "%d", samples->height),
			arena_printf(problems->arena, "%d", LIMIT_IMAGE_PIXELS / 1000000),
			arena_printf(problems->arena, "%d", LIMIT_IMAGE_SIDE)));
	return false;
}

/* An inch on paper for every IMAGE_DPI samples. */
static void set_size(struct image *image)
{
	struct samples samples = image_upright(image, image->samples);

	image->width = samples.width * (PT(72) / IMAGE_DPI);
	image->height = samples.height * (PT(72) / IMAGE_DPI);
}

static void measure_png(const struct opening *opening, struct image *image)
{
	const char *why = png_file_measure(opening->arena, &image->bytes, &image->samples);

	if (why)
		image_report_damage(image, why, opening->problems);
}

static void measure_jpeg(const struct opening *opening, struct image *image)
{
	struct jpeg_head head;
	const char *why = jpeg_file_measure(opening->arena, &image->bytes, &head);

	image->samples = head.samples;
	image->turn = head.turn;
	if (head.is_cmyk)
		problem_report(opening->problems, PROBLEM_IMAGE_COLOURS, image->place, image->name);
	else if (head.is_arithmetic)
		problem_report(opening->problems, PROBLEM_IMAGE_FORMAT, image->place, image->name,
			N_("a JPEG with arithmetic coding, which few programs read"));
	else if (why)
		image_report_damage(image, why, opening->problems);
}

static void measure_svg(const struct opening *opening, struct image *image)
{
	const char *path = folder_file(opening->arena, opening->folder, image->name);
	xmlDoc *doc;

	if (image->bytes.n > LIMIT_SVG_BYTES) {
		problem_report(opening->problems, PROBLEM_IMAGE_HUGE, image->place, image->name,
			N_("an SVG may have 1 MiB; simplify its paths, or save it as PNG"));
		return;
	}
	doc = source_parse(opening->arena, &image->bytes, path, opening->problems);
	if (doc)
		svg_read(opening->arena, doc, image, opening->problems);
}

static void measure(const struct opening *opening, struct image *image)
{
	static void (*const measures[KINDS])(const struct opening *, struct image *) = {
		[IMAGE_PNG] = measure_png, [IMAGE_JPEG] = measure_jpeg, [IMAGE_SVG] = measure_svg,
	};
	const char *other = find_kind(&image->bytes, &image->kind);

	if (other) {
		problem_report(opening->problems, PROBLEM_IMAGE_FORMAT, image->place, image->name,
			other);
		return;
	}
	measures[image->kind](opening, image);
	if (image->kind != IMAGE_SVG && is_fitting(image, opening->problems))
		set_size(image);
	if (image->width)
		check_ending(image, opening->problems);
}

/* Some systems take names for the same that differ in small and capital letters. */
static const char *find_taken(const struct attachments *attachments, const char *name)
{
	for (int i = 0; i < attachments->n; i++)
		if (!strcasecmp(attachments->at[i].name, name))
			return attachments->at[i].name;
	return NULL;
}

/* A name with a folder in it could not be given to an attachment, and lead out of the folder. */
static bool check_name(const struct opening *opening, const struct image *image)
{
	const char *fault = folder_name_fault(image->name);
	const char *taken = find_taken(opening->attachments, image->name);

	if (fault)
		fault = phrase(opening->arena, N_("{1}; lay the file beside the report and write "
			"its name alone, such as seal.png"), fault);
	else if (taken)
		fault = phrase(opening->arena,
			N_("is that of the attached file {1} too; choose another"), taken);
	if (fault)
		problem_report(opening->problems, PROBLEM_IMAGE_NAME, image->place, image->name,
			fault);
	return !fault;
}

static void attach(struct opening *opening, const struct image *image, const char *title)
{
	opening->attached += image->bytes.n;
	if (opening->attached > LIMIT_ATTACHED_BYTES)
		problem_report(opening->problems, PROBLEM_ATTACHMENT_LARGE, image->place,
			image->name);
	*list_add(opening->arena, opening->attachments) = (struct attachment){
		.name = image->name, .media_type = kinds[image->kind].media_type, .title = title,
		.bytes = image->bytes, .relationship = RELATION_SUPPLEMENT };
}

static struct image *open_image(struct opening *opening, const struct block *block)
{
	struct image *image = arena_new(opening->arena, struct image);
	const char *why;

	*image = (struct image){ .number = opening->images->n, .name = block->picture->src,
		.place = block->place, .bytes.arena = opening->arena, .turn = 1 };
	*list_add(opening->arena, opening->images) = image;
	if (!check_name(opening, image))
		return image;
	why = folder_read(&image->bytes, opening->folder, image->name, LIMIT_IMAGE_BYTES);
	if (why) {
		problem_report(opening->problems, PROBLEM_IMAGE_UNREADABLE, image->place,
			image->name, why);
		return image;
	}
	measure(opening, image);
	attach(opening, image, block->picture->alt);
	return image;
}

static struct image *find_image(const struct images *images, const char *name)
{
	for (int i = 0; i < images->n; i++)
		if (!strcmp(images->at[i]->name, name))
			return images->at[i];
	return NULL;
}

static void open_picture(const struct block *block, void *with)
{
	struct opening *opening = with;
	struct picture *picture = block->picture;

	if (block->kind != BLOCK_IMAGE)
		return;
	picture->image = find_image(opening->images, picture->src);
	if (!picture->image)
		picture->image = open_image(opening, block);
}

struct images *images_open(struct arena *arena, const struct doc *doc, const char *folder,
	struct attachments *attachments, struct problems *problems)
{
	struct images *images = arena_new(arena, struct images);
	struct opening opening = { .arena = arena, .folder = folder, .images = images,
		.attachments = attachments, .problems = problems };

	for (int i = 0; i < attachments->n; i++)
		opening.attached += attachments->at[i].packed ? attachments->at[i].packed->size
			: attachments->at[i].bytes.n;
	walk_doc(doc, open_picture, &opening);
	return images;
}
