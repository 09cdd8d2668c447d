/*
 * libqpdf, loaded by the first call that needs it: linked with the program it would cost
 * every run 3 ms.  Nothing else includes qpdf-c.h.
 */
#ifndef PDF_LIBQPDF_H
#define PDF_LIBQPDF_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

#include "base/problem.h"

#define LIBQPDF_CALLS(CALL) \
	CALL(qpdf_init) CALL(qpdf_cleanup) CALL(qpdf_silence_errors) \
	CALL(qpdf_set_suppress_warnings) CALL(qpdf_has_error) CALL(qpdf_get_error) \
	CALL(qpdf_more_warnings) CALL(qpdf_next_warning) CALL(qpdf_get_error_code) \
	CALL(qpdf_get_error_message_detail) CALL(qpdf_read) CALL(qpdf_get_root) \
	CALL(qpdf_oh_is_null) CALL(qpdf_oh_is_dictionary) CALL(qpdf_oh_is_array) \
	CALL(qpdf_oh_is_stream) CALL(qpdf_oh_get_key) CALL(qpdf_oh_get_dict) \
	CALL(qpdf_oh_get_array_n_items) CALL(qpdf_oh_get_array_item) \
	CALL(qpdf_oh_get_value_as_longlong) CALL(qpdf_oh_get_value_as_name) \
	CALL(qpdf_oh_is_string) CALL(qpdf_oh_get_binary_string_value) \
	CALL(qpdf_oh_get_binary_utf8_value) CALL(qpdf_oh_get_stream_data) \
	CALL(qpdf_read_memory) CALL(qpdf_init_write_memory) CALL(qpdf_set_object_stream_mode) \
	CALL(qpdf_set_linearization) CALL(qpdf_set_deterministic_ID) \
	CALL(qpdf_set_newline_before_endstream) CALL(qpdf_write) CALL(qpdf_get_buffer) \
	CALL(qpdf_get_buffer_length)

/* The calls, and what they work on: one PDF. */
struct libqpdf {
	qpdf_data pdf;
#define CALL(name) __typeof__(name) *name;
	LIBQPDF_CALLS(CALL)
#undef CALL
};

/* Closed with the arena.  NULL with LIBRARY_MISSING at the place. */
struct libqpdf *libqpdf_open(struct arena *, struct place, struct problems *);

/* What went wrong since the last question, and its reason; qpdf_e_success if nothing did. */
enum qpdf_error_code_e libqpdf_failure(struct arena *, struct libqpdf *, const char **why);

#endif
