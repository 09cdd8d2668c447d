#include "pdf/object.h"

#include <hpdf.h>
#include <string.h>

#include "base/output.h"
#include "base/utf8.h"
#include "pdf/deflate.h"
#include "pdf/utf16.h"

enum {
	XREF_BLOCK = 1 << 18,		/* libharu copies the table for every block */
	TEXT_UNITS_MOST = 16382,	/* and the byte order mark: within 32,767 bytes */
};

/* A dictionary of which libharu knows nothing. */
struct written {
	const struct writer *writer;
	int i;
};

struct written_dicts LIST(struct written);

struct file {
	struct arena *arena;
	HPDF_Error_Rec error;
	HPDF_MMgr memory;
	HPDF_Xref xref;
	HPDF_Dict catalog, info;
	struct deflate *deflate;
	HPDF_Dict proxy;		/* for the written dictionaries, in the xref table */
	struct written_dicts written;	/* in the order of the table */
	int next;			/* that is to be written */
	struct bytes entries;		/* of it; of no dictionary, after a failure */
};

/* Of UTF-16. */
struct units LIST(uint16_t);

/* While the file is written. */
struct saving {
	struct output *output;		/* NULL while it is held for a pass over the whole */
	struct bytes held;
	HPDF_MD5_CTX digest;
	HPDF_Binary id[2];
};

/* libharu answers some failures without noting them. */
static void note(HPDF_Error error, HPDF_STATUS status)
{
	if (status && !error->error_no)
		HPDF_SetError(error, status, 0);
}

/* libharu would free it once for each time that it stands in the table. */
static void hide_proxy(struct file *file)
{
	HPDF_List entries = file->xref->entries;

	for (HPDF_UINT i = 0; i < entries->count; i++) {
		HPDF_XrefEntry entry = HPDF_List_ItemAt(entries, i);

		if (entry->obj == file->proxy)
			entry->obj = NULL;
	}
}

static void close_file(void *object)
{
	struct file *file = object;

	if (file->proxy) {
		hide_proxy(file);
		HPDF_Dict_Free(file->proxy);
	}
	if (file->xref)
		HPDF_Xref_Free(file->xref);
	if (file->memory)
		HPDF_MMgr_Free(file->memory);
}

struct file *file_open(struct arena *arena)
{
	struct file *file = arena_own(arena, arena_new(arena, struct file), close_file);

	file->arena = file->entries.arena = arena;
	file->deflate = deflate_open(arena);
	HPDF_Error_Init(&file->error, NULL);
	file->memory = HPDF_MMgr_New(&file->error, 0, NULL, NULL);
	if (file->memory)
		file->xref = HPDF_Xref_New(file->memory, 0);
	if (!file->xref)
		return file;
	file->xref->entries->items_per_block = XREF_BLOCK;
	file->catalog = (HPDF_Dict)file_number(file, object_dict(file));
	dict_name(file_catalog(file), "Type", "Catalog");
	file->info = (HPDF_Dict)file_number(file, object_dict(file));
	return file;
}

struct object *file_catalog(struct file *file)
{
	return (struct object *)file->catalog;
}

struct object *file_info(struct file *file)
{
	return (struct object *)file->info;
}

struct object *file_number(struct file *file, struct object *object)
{
	if (object && !file->error.error_no)
		note(&file->error, HPDF_Xref_Add(file->xref, object));
	return file->error.error_no ? NULL : object;
}

static bool is_sound(const struct file *file)
{
	return file->xref && !file->error.error_no;
}

struct object *object_dict(struct file *file)
{
	return is_sound(file) ? (struct object *)HPDF_Dict_New(file->memory) : NULL;
}

struct object *object_array(struct file *file)
{
	return is_sound(file) ? (struct object *)HPDF_Array_New(file->memory) : NULL;
}

static bool is_ascii(const char *text)
{
	while (*text >= ' ' && *text <= '~')
		text++;
	return !*text;
}

/* At most TEXT_UNITS_MOST units, no half of a pair. */
static struct units utf16_text(struct arena *arena, const char *utf8)
{
	struct units text = { 0 };
	const char *end = utf8 + strlen(utf8);

	*list_add(arena, &text) = 0xfeff;
	while (utf8 < end && text.n < TEXT_UNITS_MOST) {
		uint16_t units[2];
		int n = utf16_write(utf8_next(&utf8, end), units);

		for (int i = 0; i < n; i++)
			*list_add(arena, &text) = units[i];
	}
	return text;
}

void write_text(struct bytes *out, const char *utf8)
{
	struct units text;

	if (is_ascii(utf8) && strlen(utf8) < TEXT_UNITS_MOST && !strpbrk(utf8, "()\\")) {
		bytes_printf(out, "(%s)", utf8);
		return;
	}
	text = utf16_text(out->arena, utf8);
	bytes_text(out, "<");
	for (int i = 0; i < text.n; i++)
		bytes_hex(out, text.at[i], 4);
	bytes_text(out, ">");
}

struct object *object_binary(struct file *file, const void *bytes, size_t n)
{
	return is_sound(file) ? (struct object *)HPDF_Binary_New(file->memory,
		(HPDF_BYTE *)bytes, (HPDF_UINT)n) : NULL;
}

struct object *object_text(struct file *file, const char *utf8)
{
	struct bytes bytes = { .arena = file->arena };
	struct units text;

	if (!is_sound(file))
		return NULL;
	if (is_ascii(utf8) && strlen(utf8) < TEXT_UNITS_MOST)
		return (struct object *)HPDF_String_New(file->memory, utf8, NULL);
	text = utf16_text(file->arena, utf8);
	for (int i = 0; i < text.n; i++) {
		char unit[2] = { (char)(text.at[i] >> 8), (char)(text.at[i] & 0xff) };

		bytes_add(&bytes, unit, sizeof unit);
	}
	return object_binary(file, bytes.at, bytes.n);
}

struct object *object_plain_stream(struct file *file, const void *bytes, size_t n)
{
	HPDF_Dict stream = is_sound(file) ? HPDF_DictStream_New(file->memory, file->xref) : NULL;

	if (stream)
		note(&file->error, HPDF_Stream_Write(stream->stream, bytes, (HPDF_UINT)n));
	return (struct object *)stream;
}

/* Bytes that libharu reads where they are. */
struct borrowed { const char *at; size_t n, next; };

static HPDF_STATUS read_borrowed(HPDF_Stream stream, HPDF_BYTE *to, HPDF_UINT *n)
{
	struct borrowed *borrowed = stream->attr;
	size_t left = borrowed->n - borrowed->next, part = *n < left ? *n : left;
	HPDF_STATUS status = part < *n ? HPDF_STREAM_EOF : HPDF_OK;

	memcpy(to, borrowed->at + borrowed->next, part);
	borrowed->next += part;
	*n = (HPDF_UINT)part;
	return status;
}

static HPDF_STATUS rewind_borrowed(HPDF_Stream stream, HPDF_INT to, HPDF_WhenceMode whence)
{
	(void)whence;
	((struct borrowed *)stream->attr)->next = (size_t)to;
	return HPDF_OK;
}

static HPDF_UINT32 borrowed_size(HPDF_Stream stream)
{
	return stream->size;
}

/* libharu frees the stream, but not what it reads. */
static HPDF_Stream make_borrowed(struct file *file, const void *bytes, size_t n)
{
	struct borrowed *borrowed = arena_new(file->arena, struct borrowed);
	HPDF_Stream stream = HPDF_GetMem(file->memory, sizeof *stream);

	if (!stream)
		return NULL;
	*borrowed = (struct borrowed){ bytes, n, 0 };
	*stream = (HPDF_Stream_Rec){ .sig_bytes = HPDF_STREAM_SIG_BYTES,
		.type = HPDF_STREAM_CALLBACK, .mmgr = file->memory, .error = &file->error,
		.size = (HPDF_UINT)n, .size_fn = borrowed_size, .read_fn = read_borrowed,
		.seek_fn = rewind_borrowed, .attr = borrowed };
	return stream;
}

static HPDF_STATUS write_filter(HPDF_Dict dict, HPDF_Stream stream)
{
	HPDF_STATUS status = HPDF_Stream_WriteStr(stream, "/Filter /");

	return status ? status : HPDF_Stream_WriteStr(stream, dict->attr);
}

/* An entry of the dictionary's own libharu would delete: it knows of no filter. */
struct object *object_coded_stream(struct file *file, const void *bytes, size_t n,
	const char *filter)
{
	HPDF_Dict dict = (HPDF_Dict)object_plain_stream(file, "", 0);
	HPDF_Stream stream = dict ? make_borrowed(file, bytes, n) : NULL;

	if (!stream)
		return NULL;
	HPDF_Stream_Free(dict->stream);
	dict->stream = stream;
	if (filter) {
		dict->attr = arena_text(file->arena, filter);
		dict->write_fn = write_filter;
	}
	return (struct object *)dict;
}

struct object *object_stream(struct file *file, const void *bytes, size_t n)
{
	struct bytes packed = deflate_bytes(file->deflate, bytes, n);

	return object_coded_stream(file, packed.at, packed.n, "FlateDecode");
}

static HPDF_STATUS write_entries(HPDF_Dict proxy, HPDF_Stream stream)
{
	struct file *file = proxy->attr;
	const struct written *written = &file->written.at[file->next++];
	struct bytes *out = &file->entries;

	out->n = 0;
	written->writer->write(out, written->writer->with, written->i);
	return out->n ? HPDF_Stream_Write(stream, (HPDF_BYTE *)out->at, (HPDF_UINT)out->n)
		: HPDF_OK;
}

static void make_proxy(struct file *file)
{
	file->proxy = (HPDF_Dict)object_dict(file);
	if (!file->proxy)
		return;
	file->proxy->attr = file;
	file->proxy->write_fn = write_entries;
}

/* A header is all of an object that a reference to it needs. */
struct object *object_written(struct file *file, const struct writer *writer, int i)
{
	HPDF_Obj_Header *header;

	if (!file->proxy)
		make_proxy(file);
	if (!is_sound(file))
		return NULL;
	file->proxy->header.obj_id = HPDF_OTYPE_NONE;
	if (!file_number(file, (struct object *)file->proxy)) {
		hide_proxy(file);
		file->proxy = NULL;	/* libharu has freed it */
		return NULL;
	}
	*list_add(file->arena, &file->written) = (struct written){ writer, i };
	header = arena_new(file->arena, HPDF_Obj_Header);
	*header = file->proxy->header;
	return (struct object *)header;
}

void write_reference(struct bytes *out, const struct object *object)
{
	const HPDF_Obj_Header *header = (const HPDF_Obj_Header *)object;

	if (!header)
		return;
	bytes_int(out, header->obj_id & 0x00ffffff);
	bytes_text(out, " 0 R");
}

/* libharu takes a longer key or name without a word and writes memory that is none of its. */
static bool is_name(HPDF_Error error, const char *name)
{
	if (strlen(name) > HPDF_LIMIT_MAX_NAME_LEN)
		note(error, HPDF_NAME_OUT_OF_RANGE);
	return !error->error_no;
}

void dict_put(struct object *object, const char *key, struct object *value)
{
	HPDF_Dict dict = (HPDF_Dict)object;

	if (dict && value && is_name(dict->error, key))
		note(dict->error, HPDF_Dict_Add(dict, key, value));
}

static HPDF_STATUS write_added(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct bytes *added = dict->attr;

	return HPDF_Stream_Write(stream, (HPDF_BYTE *)added->at, (HPDF_UINT)added->n);
}

struct bytes *dict_entries(struct file *file, struct object *object)
{
	HPDF_Dict dict = (HPDF_Dict)object;
	struct bytes *added;

	if (!dict)
		return &file->entries;
	if (dict->write_fn == write_added)
		return dict->attr;
	added = arena_new(file->arena, struct bytes);
	added->arena = file->arena;
	dict->attr = added;
	dict->write_fn = write_added;
	return added;
}

void dict_name(struct object *object, const char *key, const char *name)
{
	HPDF_Dict dict = (HPDF_Dict)object;

	if (dict && is_name(dict->error, key) && is_name(dict->error, name))
		note(dict->error, HPDF_Dict_AddName(dict, key, name));
}

void dict_int(struct object *object, const char *key, int32_t value)
{
	HPDF_Dict dict = (HPDF_Dict)object;

	if (dict && is_name(dict->error, key))
		note(dict->error, HPDF_Dict_AddNumber(dict, key, value));
}

void dict_bool(struct object *object, const char *key, bool value)
{
	HPDF_Dict dict = (HPDF_Dict)object;

	if (dict && is_name(dict->error, key))
		note(dict->error, HPDF_Dict_AddBoolean(dict, key, value));
}

void array_put(struct object *object, struct object *value)
{
	HPDF_Array array = (HPDF_Array)object;

	if (array && value && !array->error->error_no)
		note(array->error, HPDF_Array_Add(array, value));
}

void array_int(struct object *object, int32_t value)
{
	HPDF_Array array = (HPDF_Array)object;

	if (array && !array->error->error_no)
		note(array->error, HPDF_Array_AddNumber(array, value));
}

void array_real(struct object *object, int32_t thousandths)
{
	HPDF_Array array = (HPDF_Array)object;

	if (thousandths % 1000 == 0)
		array_int(object, thousandths / 1000);
	else if (array && !array->error->error_no)
		note(array->error, HPDF_Array_AddReal(array, (HPDF_REAL)thousandths / 1000));
}

void object_digest(const void *bytes, size_t n, unsigned char digest[DIGEST_SIZE])
{
	HPDF_MD5_CTX md5;

	HPDF_MD5Init(&md5);
	HPDF_MD5Update(&md5, bytes, (HPDF_UINT32)n);
	HPDF_MD5Final(digest, &md5);
}

static HPDF_STATUS write_piece(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
	struct saving *saving = stream->attr;

	HPDF_MD5Update(&saving->digest, bytes, n);
	if (!saving->output)
		bytes_add(&saving->held, bytes, n);
	else if (!output_add(saving->output, bytes, n))
		return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
	return HPDF_OK;
}

/* Called once all but the trailer is written. */
static HPDF_STATUS fill_id(HPDF_Dict trailer)
{
	struct saving *saving = trailer->attr;
	unsigned char digest[DIGEST_SIZE];
	HPDF_STATUS status;

	HPDF_MD5Final(digest, &saving->digest);
	status = HPDF_Binary_SetValue(saving->id[0], digest, DIGEST_SIZE);
	return status ? status : HPDF_Binary_SetValue(saving->id[1], digest, DIGEST_SIZE);
}

/* Both halves of the ID are the content's digest: no clock, one pass (ISO 32000-1, 14.4). */
static void fill_trailer(struct file *file, struct saving *saving)
{
	struct object *trailer = (struct object *)file->xref->trailer, *id = object_array(file);
	unsigned char zeros[DIGEST_SIZE] = { 0 };

	dict_put(trailer, "Root", file_catalog(file));
	dict_put(trailer, "Info", file_info(file));
	dict_put(trailer, "ID", id);
	for (int i = 0; i < 2 && is_sound(file); i++) {
		saving->id[i] = HPDF_Binary_New(file->memory, zeros, DIGEST_SIZE);
		if (!saving->id[i])
			note(&file->error, HPDF_FAILD_TO_ALLOC_MEM);
		array_put(id, (struct object *)saving->id[i]);
	}
	file->xref->trailer->attr = saving;
	file->xref->trailer->before_write_fn = fill_id;
}

static void write_objects(struct file *file, struct saving *saving)
{
	HPDF_Stream stream = HPDF_CallbackWriter_New(file->memory, write_piece, saving);

	file->next = 0;
	if (!stream)
		return;
	note(&file->error, HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\267\276\255\252\n"));
	if (!file->error.error_no)
		note(&file->error, HPDF_Xref_WriteToStream(file->xref, stream, NULL));
	HPDF_Stream_Free(stream);
	file->xref->trailer->attr = NULL;
	file->xref->trailer->before_write_fn = NULL;
}

static void report_internal(const struct file *file, struct place place, struct problems *problems)
{
	problem_report(problems, PROBLEM_PDF_INTERNAL, place,
		phrase(file->arena, N_("status {1}"), arena_printf(file->arena, "%04X",
			(unsigned)file->error.error_no)));
}

/* Nothing where the packing asks for nothing, or after a problem. */
static struct bytes pack_objects(struct file *file, struct saving *saving, struct place place,
	enum packing packing, struct problems *problems)
{
	struct bytes packed = { .arena = file->arena };

	if (packing == PACKING_NONE)
		return packed;
	write_objects(file, saving);
	if (is_sound(file))
		packed = pack_bytes(file->arena, &saving->held, packing, place, problems);
	return packed;
}

static void write_file(struct file *file, struct saving *saving, const char *path,
	const struct bytes *packed)
{
	saving->output = output_open(file->arena, path);
	if (packed->n)
		output_add(saving->output, packed->at, packed->n);
	else if (!output_error(saving->output))
		write_objects(file, saving);
	output_close(saving->output, is_sound(file));
}

void file_save(struct file *file, const char *path, enum packing packing,
	struct problems *problems)
{
	struct saving saving = { .held.arena = file->arena };
	struct place place = { output_name(path), 0 };
	struct bytes packed = { 0 };

	if (is_sound(file))
		fill_trailer(file, &saving);
	HPDF_MD5Init(&saving.digest);
	if (is_sound(file))
		packed = pack_objects(file, &saving, place, packing, problems);
	if (is_sound(file) && problems->worst < ERROR)
		write_file(file, &saving, path, &packed);
	if (!is_sound(file) && file->error.error_no != HPDF_FILE_IO_ERROR)
		report_internal(file, place, problems);
	else if (saving.output && output_error(saving.output))
		problem_report(problems, PROBLEM_PDF_UNWRITABLE, place,
			arena_text(file->arena, strerror(output_error(saving.output))));
}
