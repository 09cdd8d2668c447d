#include "pdf/archive.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "pdf/deflate.h"
#include "pdf/tree.h"
#include "pdf/utf16.h"

void archive_write_metadata(struct file *file, const struct xmp *xmp, struct bytes *scratch)
{
	struct object *stream;

	xmp_write(xmp, scratch);
	stream = object_plain_stream(file, scratch->at, scratch->n);
	dict_name(stream, "Type", "Metadata");
	dict_name(stream, "Subtype", "XML");
	dict_put(file_catalog(file), "Metadata", stream);
}

void archive_write_intent(struct file *file, const struct bytes *profile)
{
	struct object *stream = object_coded_stream(file, profile->at, profile->n, "FlateDecode");
	struct object *intent = object_dict(file), *intents = object_array(file);

	dict_int(stream, "N", 3);
	dict_name(intent, "Type", "OutputIntent");
	dict_name(intent, "S", "GTS_PDFA1");
	dict_put(intent, "OutputConditionIdentifier", object_text(file, "sRGB IEC61966-2.1"));
	dict_put(intent, "Info", object_text(file, "sRGB IEC61966-2.1"));
	dict_put(intent, "DestOutputProfile", stream);
	array_put(intents, intent);
	dict_put(file_catalog(file), "OutputIntents", intents);
}

const char *archive_date(struct arena *arena, const char *date)
{
	return date ? arena_printf(arena, "D:%.4s%.2s%.2s", date, date + 5, date + 8) : NULL;
}

void archive_pack(struct arena *arena, struct attachment *attachment)
{
	struct bytes *bytes = &attachment->bytes;
	struct packed *packed = arena_new(arena, struct packed);
	struct arena *scratch = arena_open();

	packed->size = bytes->n;
	object_digest(bytes->at, bytes->n, packed->digest);
	packed->bytes = deflate_bytes(deflate_open(scratch), bytes->at, bytes->n);
	packed->bytes.at = arena_copy(arena, packed->bytes.at, packed->bytes.n);
	packed->bytes.arena = arena;
	arena_close(scratch);
	bytes_drop(bytes);
	attachment->packed = packed;
}

static struct object *make_params(struct arena *arena, struct file *file,
	const struct attachment *attachment, const char *date)
{
	const struct packed *packed = attachment->packed;
	struct object *params = object_dict(file);
	unsigned char digest[DIGEST_SIZE];

	if (!packed)
		object_digest(attachment->bytes.at, attachment->bytes.n, digest);
	dict_int(params, "Size", (int32_t)(packed ? packed->size : attachment->bytes.n));
	dict_put(params, "CheckSum",
		object_binary(file, packed ? packed->digest : digest, DIGEST_SIZE));
	if (date)
		dict_put(params, "ModDate", object_text(file, archive_date(arena, date)));
	return params;
}

static bool is_ascii(const char *name)
{
	while (*name && !(*name & 0x80))
		name++;
	return !*name;
}

/* For readers so old that they do not know UF (ISO 32000-1, 7.11.2): "file-3.png". */
static const char *plain_name(struct arena *arena, const struct attachment *attachment, int number)
{
	const char *dot = strrchr(attachment->name, '.');

	if (is_ascii(attachment->name))
		return attachment->name;
	return arena_printf(arena, "file-%d%s", number, dot && is_ascii(dot) ? dot : "");
}

static struct object *make_specification(struct file *file, const struct attachment *attachment,
	struct object *stream, const char *plain)
{
	static const char *const relationships[] = {
		[RELATION_SOURCE] = "Source", [RELATION_DATA] = "Data",
		[RELATION_SUPPLEMENT] = "Supplement",
	};
	struct object *specification = file_number(file, object_dict(file));
	struct object *embedded = object_dict(file);

	dict_put(embedded, "F", stream);
	dict_put(embedded, "UF", stream);
	dict_name(specification, "Type", "Filespec");
	dict_put(specification, "F", object_text(file, plain));
	dict_put(specification, "UF", object_text(file, attachment->name));
	dict_put(specification, "Desc", object_text(file, attachment->title));
	dict_name(specification, "AFRelationship", relationships[attachment->relationship]);
	dict_put(specification, "EF", embedded);
	return specification;
}

/* The attachments by name, as a name tree has them. */
struct embedded {
	struct arena *arena;
	struct file *file;
	struct attachment *at;
	struct object **specifications;
};

/* PNG and JPEG files are small already. */
static struct object *make_content(struct file *file, const struct attachment *attachment)
{
	const struct bytes *bytes = &attachment->bytes;
	const struct packed *packed = attachment->packed;

	if (packed)
		return object_coded_stream(file, packed->bytes.at, packed->bytes.n, "FlateDecode");
	return !strcmp(attachment->media_type, "image/png")
			|| !strcmp(attachment->media_type, "image/jpeg")
		? object_coded_stream(file, bytes->at, bytes->n, NULL)
		: object_stream(file, bytes->at, bytes->n);
}

static struct object *make_attachment(struct embedded *embedded, int i, const char *date)
{
	const struct attachment *attachment = &embedded->at[i];
	struct object *stream = make_content(embedded->file, attachment);

	dict_name(stream, "Type", "EmbeddedFile");
	dict_name(stream, "Subtype", attachment->media_type);
	dict_put(stream, "Params", make_params(embedded->arena, embedded->file, attachment, date));
	return make_specification(embedded->file, attachment, stream,
		plain_name(embedded->arena, attachment, i + 1));
}

/* A surrogate pair sorts before what has one unit from U+E000 on. */
static int compare_units(const char *a, const char *b)
{
	const char *a_end = a + strlen(a), *b_end = b + strlen(b);

	while (a < a_end && b < b_end) {
		uint16_t first[2] = { 0 }, second[2] = { 0 };

		utf16_write(utf8_next(&a, a_end), first);
		utf16_write(utf8_next(&b, b_end), second);
		for (int i = 0; i < 2; i++)
			if (first[i] != second[i])
				return first[i] - second[i];
	}
	return (a < a_end) - (b < b_end);
}

/* As their strings in the file: UTF-16 begins with a byte that no ASCII has. */
static int compare_names(const void *a, const void *b)
{
	const char *first = ((const struct attachment *)a)->name;
	const char *second = ((const struct attachment *)b)->name;

	if (is_ascii(first) != is_ascii(second))
		return is_ascii(first) ? -1 : 1;
	return is_ascii(first) ? strcmp(first, second) : compare_units(first, second);
}

static void write_name(struct bytes *out, void *with, int i)
{
	const struct embedded *embedded = with;

	write_text(out, embedded->at[i].name);
}

static void write_specification(struct bytes *out, void *with, int i)
{
	const struct embedded *embedded = with;

	write_reference(out, embedded->specifications[i]);
}

static struct embedded *sort_attachments(struct arena *arena, struct file *file,
	const struct attachments *attachments)
{
	struct embedded *embedded = arena_new(arena, struct embedded);
	size_t n = (size_t)attachments->n;

	embedded->arena = arena;
	embedded->file = file;
	embedded->at = arena_alloc(arena, n * sizeof *embedded->at);
	embedded->specifications = arena_alloc(arena, n * sizeof *embedded->specifications);
	memcpy(embedded->at, attachments->at, n * sizeof *embedded->at);
	qsort(embedded->at, n, sizeof *embedded->at, compare_names);
	return embedded;
}

void archive_write_attachments(struct arena *arena, struct file *file,
	const struct attachments *attachments, const char *date)
{
	struct entries *entries = arena_new(arena, struct entries);
	struct object *names, *associated;
	struct embedded *embedded;

	if (!attachments->n)
		return;
	names = object_dict(file);
	associated = object_array(file);
	embedded = sort_attachments(arena, file, attachments);
	for (int i = 0; i < attachments->n; i++) {
		embedded->specifications[i] = make_attachment(embedded, i, date);
		array_put(associated, embedded->specifications[i]);
	}
	*entries = (struct entries){ attachments->n, { write_name, embedded },
		{ write_specification, embedded } };
	dict_put(names, "EmbeddedFiles", tree_names(arena, file, entries));
	dict_put(file_catalog(file), "Names", names);
	dict_put(file_catalog(file), "AF", associated);
}
