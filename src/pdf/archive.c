#include "pdf/archive.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/tree.h"

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
	struct object *stream = object_stream(file, profile->at, profile->n);
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

static struct object *make_params(struct arena *arena, struct file *file,
	const struct attachment *attachment, const char *date)
{
	struct object *params = object_dict(file);
	unsigned char digest[DIGEST_SIZE];

	object_digest(attachment->bytes.at, attachment->bytes.n, digest);
	dict_int(params, "Size", (int32_t)attachment->bytes.n);
	dict_put(params, "CheckSum", object_binary(file, digest, sizeof digest));
	if (date)
		dict_put(params, "ModDate", object_text(file, archive_date(arena, date)));
	return params;
}

static struct object *make_specification(struct file *file, const struct attachment *attachment,
	struct object *stream)
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
	dict_put(specification, "F", object_text(file, attachment->name));
	dict_put(specification, "UF", object_text(file, attachment->name));
	dict_put(specification, "Desc", object_text(file, attachment->title));
	dict_name(specification, "AFRelationship", relationships[attachment->relationship]);
	dict_put(specification, "EF", embedded);
	return specification;
}

static struct object *make_attachment(struct arena *arena, struct file *file,
	const struct attachment *attachment, const char *date)
{
	struct object *stream = object_stream(file, attachment->bytes.at, attachment->bytes.n);

	dict_name(stream, "Type", "EmbeddedFile");
	dict_name(stream, "Subtype", attachment->media_type);
	dict_put(stream, "Params", make_params(arena, file, attachment, date));
	return make_specification(file, attachment, stream);
}

/* The attachments by name, as a name tree has them. */
struct embedded {
	struct attachment *at;
	struct object **specifications;
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(((const struct attachment *)a)->name, ((const struct attachment *)b)->name);
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

static struct embedded *sort_attachments(struct arena *arena,
	const struct attachments *attachments)
{
	struct embedded *embedded = arena_new(arena, struct embedded);
	size_t n = (size_t)attachments->n;

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
	embedded = sort_attachments(arena, attachments);
	for (int i = 0; i < attachments->n; i++) {
		embedded->specifications[i] = make_attachment(arena, file, &embedded->at[i], date);
		array_put(associated, embedded->specifications[i]);
	}
	*entries = (struct entries){ attachments->n, { write_name, embedded },
		{ write_specification, embedded } };
	dict_put(names, "EmbeddedFiles", tree_names(arena, file, entries));
	dict_put(file_catalog(file), "Names", names);
	dict_put(file_catalog(file), "AF", associated);
}
