#include "pdf/enclosed.h"

#include <string.h>
#include <zlib.h>

#include "base/folder.h"
#include "base/limits.h"
#include "pdf/object.h"

enum { PIECE = 1 << 16 };

/* A list that is being read: a tree's nodes in the order in which they were met. */
struct walk {
	struct arena *arena;
	struct finished *finished;
	struct enclosed_files *files;
	struct { unsigned *at; int n, room; } nodes;
	bool is_damaged;
};

/* A name may not end before its last byte. */
static const char *without_nul(struct arena *arena, const struct bytes *text)
{
	struct bytes name = { .arena = arena };

	bytes_text(&name, "");
	for (size_t i = 0; i < text->n; i++)
		if (text->at[i])
			bytes_add(&name, text->at + i, 1);
		else
			bytes_text(&name, "\xef\xbf\xbd");
	return name.at;
}

/* UF goes before F (7.11.3). */
static unsigned find_entry(struct finished *finished, unsigned dict)
{
	unsigned value = finished_entry(finished, dict, "/UF");

	return value ? value : finished_entry(finished, dict, "/F");
}

static void list_file(struct walk *walk, unsigned specification)
{
	struct finished *finished = walk->finished;
	struct bytes text = finished_text(finished, find_entry(finished, specification));
	const char *relationship = finished_name(finished,
		finished_entry(finished, specification, "/AFRelationship"));
	struct enclosed *file = list_add(walk->arena, walk->files);

	file->name = without_nul(walk->arena, &text);
	file->fault = folder_name_fault(file->name);
	file->is_source = relationship && !strcmp(relationship, "/Source");
	file->stream = find_entry(finished, finished_entry(finished, specification, "/EF"));
}

static bool is_endless(const struct walk *walk)
{
	return walk->nodes.n + walk->files->n > LIMIT_PDF_PARTS;
}

/* What of the node is no dictionary, or no array of dictionaries, may hide a file. */
static void list_names(struct walk *walk, unsigned names)
{
	int n = finished_length(walk->finished, names);

	walk->is_damaged |= n < 0 || n % 2;
	for (int i = 1; i < n && !is_endless(walk); i += 2) {
		unsigned specification = finished_element(walk->finished, names, i);

		walk->is_damaged |= !finished_is_dict(walk->finished, specification);
		list_file(walk, specification);
	}
}

static void list_kids(struct walk *walk, unsigned kids)
{
	int n = finished_length(walk->finished, kids);

	walk->is_damaged |= n < 0;
	for (int i = 0; i < n && !is_endless(walk); i++)
		*list_add(walk->arena, &walk->nodes) = finished_element(walk->finished, kids, i);
}

static void list_node(struct walk *walk, unsigned node)
{
	unsigned names = finished_entry(walk->finished, node, "/Names");
	unsigned kids = finished_entry(walk->finished, node, "/Kids");

	walk->is_damaged |= !finished_is_dict(walk->finished, node);
	if (names)
		list_names(walk, names);
	if (kids)
		list_kids(walk, kids);
}

struct enclosed_files *enclosed_list(struct arena *arena, struct finished *finished,
	struct problems *problems)
{
	struct walk walk = { .arena = arena, .finished = finished,
		.files = arena_new(arena, struct enclosed_files) };
	unsigned names = finished_entry(finished, finished_catalog(finished), "/Names");
	unsigned root = finished_entry(finished, names, "/EmbeddedFiles");

	if (root)
		*list_add(arena, &walk.nodes) = root;
	for (int i = 0; i < walk.nodes.n && !is_endless(&walk); i++)
		list_node(&walk, walk.nodes.at[i]);
	if (is_endless(&walk))
		problem_report(problems, PROBLEM_PDF_UNREADABLE, finished_place(finished),
			N_("its list of attachments goes round in a circle or has no end"));
	else if (walk.is_damaged)
		problem_report(problems, PROBLEM_PDF_UNREADABLE, finished_place(finished),
			N_("its list of attachments is damaged"));
	return walk.files;
}

/* Bytes on their way through a stream's filters. */
struct decoding {
	struct finished *finished;
	unsigned stream;
	size_t most;
	struct bytes bytes;
	const char *fault;
	bool is_large;
};

/* Counts before anything is held. */
static size_t inflated_size(struct decoding *decoding)
{
	z_stream z = { .next_in = (Bytef *)decoding->bytes.at,
		.avail_in = (uInt)decoding->bytes.n };
	int status = inflateInit(&z);
	Bytef piece[PIECE];

	while (status == Z_OK && z.total_out <= decoding->most) {
		z.next_out = piece;
		z.avail_out = PIECE;
		status = inflate(&z, Z_NO_FLUSH);
	}
	inflateEnd(&z);
	if (z.total_out > decoding->most)
		decoding->is_large = true;
	else if (status != Z_STREAM_END)
		decoding->fault = N_("its compressed bytes are damaged");
	return z.total_out;
}

/* Several libraries write no byte at all for nothing compressed. */
static void inflate_bytes(struct decoding *decoding)
{
	size_t n = decoding->bytes.n ? inflated_size(decoding) : 0;
	uLongf room = n;
	char *to;

	if (decoding->is_large || decoding->fault)
		return;
	to = arena_alloc(decoding->bytes.arena, n);
	uncompress((Bytef *)to, &room, (const Bytef *)decoding->bytes.at, decoding->bytes.n);
	decoding->bytes.at = to;
	decoding->bytes.n = n;
}

/* A single filter may stand without its array, and so may its parameters (7.3.8.2). */
static unsigned find_nth(struct finished *finished, unsigned value, int i)
{
	return finished_length(finished, value) >= 0 ? finished_element(finished, value, i)
		: i == 0 ? value : 0;
}

/* Attachments have the filter FlateDecode or none; no other is worth its risks. */
static void decode_once(struct decoding *decoding, unsigned filters, int i)
{
	struct finished *finished = decoding->finished;
	const char *name = finished_name(finished, find_nth(finished, filters, i));
	unsigned parameters = find_nth(finished,
		finished_entry(finished, decoding->stream, "/DecodeParms"), i);
	long long predictor = 1;

	finished_number(finished, finished_entry(finished, parameters, "/Predictor"), &predictor);
	if (!name || strcmp(name, "/FlateDecode") != 0 || predictor != 1)
		decoding->fault = phrase(decoding->bytes.arena, predictor != 1
			? N_("raingan does not know its filter {1} with a predictor")
			: N_("raingan does not know its filter {1}"), name ? name : "");
	else
		inflate_bytes(decoding);
}

static void decode(struct decoding *decoding)
{
	unsigned filters = finished_entry(decoding->finished, decoding->stream, "/Filter");
	int n = finished_length(decoding->finished, filters);

	if (filters && n < 0)
		n = 1;
	if (finished_entry(decoding->finished, decoding->stream, "/F"))
		decoding->fault = N_("its bytes are in another file");
	else if (n > LIMIT_PDF_FILTERS)
		decoding->fault = N_("it has too many filters");
	else if (!finished_stored(decoding->finished, decoding->stream, &decoding->bytes))
		decoding->fault = N_("nothing is there");
	decoding->is_large = decoding->bytes.n > decoding->most;
	for (int i = 0; i < n && !decoding->fault && !decoding->is_large; i++)
		decode_once(decoding, filters, i);
}

/* What was compressed has a checksum of its own; this one is of the file as it was attached. */
static void check_sum(struct decoding *decoding)
{
	struct finished *finished = decoding->finished;
	unsigned parameters = finished_entry(finished, decoding->stream, "/Params");
	struct bytes sum = finished_string(finished,
		finished_entry(finished, parameters, "/CheckSum"));
	unsigned char digest[DIGEST_SIZE];

	if (!sum.n || decoding->fault || decoding->is_large)
		return;
	object_digest(decoding->bytes.at, decoding->bytes.n, digest);
	if (sum.n != DIGEST_SIZE || memcmp(sum.at, digest, DIGEST_SIZE) != 0)
		decoding->fault = N_("it is not as it was attached, says its checksum");
}

void enclosed_read(struct finished *finished, struct enclosed *file, size_t *room,
	struct problems *problems)
{
	struct decoding decoding = { .finished = finished, .stream = file->stream,
		.most = *room, .bytes = { .arena = problems->arena } };
	struct place place = finished_place(finished);

	decode(&decoding);
	check_sum(&decoding);
	if (decoding.fault)
		problem_report(problems, PROBLEM_ATTACHMENT_UNREADABLE, place, file->name,
			decoding.fault);
	else if (decoding.is_large)
		problem_report(problems, PROBLEM_ATTACHMENT_LARGE, place, file->name);
	else
		*room -= decoding.bytes.n;
	file->bytes = decoding.bytes;
}
