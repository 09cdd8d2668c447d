#include "image/squeeze.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum {
	FILTERS = 5, OPAQUE = 255, FIRST_ROOM = 1 << 12,
	PLAIN_MOST = 4 << 20,		/* a larger one is no drawing, and not worth its room */
};

/* What is deflated so far: n of room bytes. */
struct coder {
	z_stream z;
	unsigned char *at;
	size_t n, room;
};

/* One stream of the PDF: colours or opacity. */
struct stream {
	int components, row_size;
	unsigned char *row, *above;		/* above: zeros at first */
	unsigned char *filtered[FILTERS];	/* each behind a byte with its number */
	struct coder plain, mixed;		/* the smaller one is taken */
};

struct squeezing {
	struct arena *arena;
	struct samples samples;
	struct stream colours, opacity;
	bool is_opaque;				/* so far */
};

static void close_coder(struct coder *coder)
{
	deflateEnd(&coder->z);
	free(coder->at);
	*coder = (struct coder){ 0 };
}

static void close_squeezing(void *object)
{
	struct squeezing *squeezing = object;

	close_coder(&squeezing->colours.plain);
	close_coder(&squeezing->colours.mixed);
	close_coder(&squeezing->opacity.plain);
	close_coder(&squeezing->opacity.mixed);
}

static void check_zlib(int status)
{
	if (status == Z_MEM_ERROR)
		arena_must(NULL);
}

static void open_coder(struct coder *coder, int strategy)
{
	check_zlib(deflateInit2(&coder->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS,
		MAX_MEM_LEVEL, strategy));
}

static void open_stream(struct arena *arena, struct stream *stream, int width, int components)
{
	stream->components = components;
	stream->row_size = width * components;
	stream->row = arena_alloc(arena, (size_t)stream->row_size);
	stream->above = arena_alloc(arena, (size_t)stream->row_size);
	for (int i = 0; i < FILTERS; i++) {
		stream->filtered[i] = arena_alloc(arena, (size_t)stream->row_size + 1);
		stream->filtered[i][0] = (unsigned char)i;
	}
	open_coder(&stream->plain, Z_DEFAULT_STRATEGY);
	open_coder(&stream->mixed, Z_FILTERED);
}

struct squeezing *squeeze_open(struct arena *arena, const struct samples *samples)
{
	struct squeezing *squeezing = arena_own(arena, arena_new(arena, struct squeezing),
		close_squeezing);

	squeezing->arena = arena;
	squeezing->samples = *samples;
	squeezing->is_opaque = true;
	open_stream(arena, &squeezing->colours, samples->width,
		samples->channels - samples_have_opacity(samples));
	if (samples_have_opacity(samples))
		open_stream(arena, &squeezing->opacity, samples->width, 1);
	return squeezing;
}

static int paeth(int left, int up, int corner)
{
	int guess = left + up - corner;
	int to_left = abs(guess - left), to_up = abs(guess - up), to_corner = abs(guess - corner);

	if (to_left <= to_up && to_left <= to_corner)
		return left;
	return to_up <= to_corner ? up : corner;
}

/* PNG, 9.2: None, Sub, Up, Average, Paeth. */
static void filter_row(struct stream *stream)
{
	for (int i = 0; i < stream->row_size; i++) {
		bool first = i < stream->components;
		int left = first ? 0 : stream->row[i - stream->components];
		int corner = first ? 0 : stream->above[i - stream->components];
		int up = stream->above[i], x = stream->row[i];
		int guesses[FILTERS] = { 0, left, up, (left + up) / 2, paeth(left, up, corner) };

		for (int k = 0; k < FILTERS; k++)
			stream->filtered[k][i + 1] = (unsigned char)(x - guesses[k]);
	}
}

/* The filter whose bytes are smallest in sum, taken as signed: PNG's own advice, 12.8. */
static const unsigned char *choose_filtered(const struct stream *stream)
{
	int64_t least = INT64_MAX;
	int best = 0;

	for (int k = 0; k < FILTERS; k++) {
		int64_t sum = 0;

		for (int i = 1; i <= stream->row_size; i++)
			sum += abs((signed char)stream->filtered[k][i]);
		if (sum < least)
			best = k;
		least = sum < least ? sum : least;
	}
	return stream->filtered[best];
}

static void make_room(struct coder *coder)
{
	coder->room = coder->room ? 2 * coder->room : FIRST_ROOM;
	coder->at = arena_must(realloc(coder->at, coder->room));
}

static void write_bytes(struct coder *coder, const unsigned char *from, int n, int flush)
{
	int status = Z_OK;

	coder->z.next_in = (Bytef *)from;
	coder->z.avail_in = (uInt)n;
	while (coder->z.avail_in || (flush == Z_FINISH && status != Z_STREAM_END)) {
		if (coder->n == coder->room)
			make_room(coder);
		coder->z.next_out = coder->at + coder->n;
		coder->z.avail_out = (uInt)(coder->room - coder->n);
		status = deflate(&coder->z, flush);
		check_zlib(status);
		coder->n = coder->room - coder->z.avail_out;
	}
}

/* Drawings become smaller with no filter, photographs with the best for each row. */
static void write_row(struct stream *stream)
{
	unsigned char *done = stream->row;

	filter_row(stream);
	if (stream->plain.z.state)
		write_bytes(&stream->plain, stream->filtered[0], stream->row_size + 1, Z_NO_FLUSH);
	if (stream->plain.n > PLAIN_MOST)
		close_coder(&stream->plain);
	write_bytes(&stream->mixed, choose_filtered(stream), stream->row_size + 1, Z_NO_FLUSH);
	stream->row = stream->above;
	stream->above = done;
}

static void part_row(struct squeezing *squeezing, const unsigned char *row)
{
	int n = squeezing->colours.components;

	for (int i = 0; i < squeezing->samples.width; i++, row += n + 1) {
		memcpy(squeezing->colours.row + (size_t)i * (size_t)n, row, (size_t)n);
		squeezing->opacity.row[i] = row[n];
		squeezing->is_opaque &= row[n] == OPAQUE;
	}
}

void squeeze_add(void *with, const unsigned char *row)
{
	struct squeezing *squeezing = with;

	if (samples_have_opacity(&squeezing->samples)) {
		part_row(squeezing, row);
		write_row(&squeezing->opacity);
	} else {
		memcpy(squeezing->colours.row, row, (size_t)squeezing->colours.row_size);
	}
	write_row(&squeezing->colours);
}

/* The smaller of the two; the other is given up. */
static const struct coder *finish(struct stream *stream)
{
	struct coder *plain = &stream->plain, *mixed = &stream->mixed, *best;

	write_bytes(mixed, NULL, 0, Z_FINISH);
	if (plain->z.state)
		write_bytes(plain, NULL, 0, Z_FINISH);
	best = plain->z.state && plain->n < mixed->n ? plain : mixed;
	close_coder(best == plain ? mixed : plain);
	best->at = arena_must(realloc(best->at, best->n));
	return best;
}

static struct raster *make_raster(struct squeezing *squeezing, struct stream *stream)
{
	struct raster *raster = arena_new(squeezing->arena, struct raster);
	const struct coder *coder = finish(stream);

	*raster = (struct raster){ .width = squeezing->samples.width,
		.height = squeezing->samples.height, .components = stream->components,
		.at = (char *)coder->at, .n = coder->n };
	return raster;
}

const struct raster *squeeze_close(struct squeezing *squeezing)
{
	struct raster *raster = make_raster(squeezing, &squeezing->colours);

	if (samples_have_opacity(&squeezing->samples) && !squeezing->is_opaque)
		raster->mask = make_raster(squeezing, &squeezing->opacity);
	return raster;
}
