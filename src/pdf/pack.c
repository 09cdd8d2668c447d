#include "pdf/pack.h"

#include "pdf/libqpdf.h"

/* Streams stay as they are, but for an end of line that ISO 19005-3, 6.1.7.1, asks for. */
static void write_anew(struct libqpdf *libqpdf, enum packing packing)
{
	libqpdf->qpdf_init_write_memory(libqpdf->pdf);
	libqpdf->qpdf_set_object_stream_mode(libqpdf->pdf, qpdf_o_generate);
	libqpdf->qpdf_set_linearization(libqpdf->pdf, packing == PACKING_LINEAR);
	libqpdf->qpdf_set_deterministic_ID(libqpdf->pdf, QPDF_TRUE);
	libqpdf->qpdf_set_newline_before_endstream(libqpdf->pdf, QPDF_TRUE);
	libqpdf->qpdf_write(libqpdf->pdf);
}

/* What libqpdf makes of a plain file is ours to answer for, warnings too. */
static const char *find_failure(struct arena *arena, struct libqpdf *libqpdf)
{
	const char *why = NULL;

	libqpdf_failure(arena, libqpdf, &why);
	if (!why && libqpdf->qpdf_more_warnings(libqpdf->pdf))
		why = arena_text(arena, libqpdf->qpdf_get_error_message_detail(libqpdf->pdf,
			libqpdf->qpdf_next_warning(libqpdf->pdf)));
	return why;
}

struct bytes pack_bytes(struct arena *arena, const struct bytes *plain, enum packing packing,
	struct place place, struct problems *problems)
{
	struct libqpdf *libqpdf = libqpdf_open(arena, place, problems);
	struct bytes packed = { .arena = arena };
	const char *why;

	if (!libqpdf)
		return packed;
	libqpdf->qpdf_read_memory(libqpdf->pdf, place.file, plain->at, plain->n, NULL);
	why = find_failure(arena, libqpdf);
	if (!why) {
		write_anew(libqpdf, packing);
		why = find_failure(arena, libqpdf);
	}
	if (why)
		problem_report(problems, PROBLEM_PDF_INTERNAL, place, why);
	else
		bytes_add(&packed, libqpdf->qpdf_get_buffer(libqpdf->pdf),
			libqpdf->qpdf_get_buffer_length(libqpdf->pdf));
	return packed;
}
