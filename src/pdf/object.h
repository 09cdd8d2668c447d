/*
 * PDF's own objects, over libharu; object.c alone includes hpdf.h.
 *
 * The first failure sticks: after it every call does nothing, objects may be
 * NULL, and file_save() reports it.  No other call needs checking.
 * Objects belong to their file.  A value that is put into a dictionary or an
 * array becomes part of it, unless file_number() gave it a number before: then
 * any number of others may refer to it.
 */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/problem.h"
#include "pdf/pack.h"

struct file;
struct object;

/* Closed with the arena. */
struct file *file_open(struct arena *);

/*
 * PDF_UNWRITABLE with the system's reason; PDF_INTERNAL if an object could not be made; what
 * pack_bytes() reports.
 */
void file_save(struct file *, const char *path, enum packing, struct problems *);

struct object *file_catalog(struct file *);
struct object *file_info(struct file *);

/* Makes an indirect object of it; answers the object. */
struct object *file_number(struct file *, struct object *);

struct object *object_dict(struct file *);
struct object *object_array(struct file *);

/* UTF-8 as a text string (ISO 32000-1, 7.9.2.2), cut at ISO 19005-3's limit (6.1.13). */
struct object *object_text(struct file *, const char *utf8);

/* Bytes as a string. */
struct object *object_binary(struct file *, const void *bytes, size_t n);

/*
 * Numbered already.  Deflated, as it is, or coded already by the filter, or by none (NULL): such
 * bytes outlive the saving.
 */
struct object *object_stream(struct file *, const void *bytes, size_t n);
struct object *object_plain_stream(struct file *, const void *bytes, size_t n);
struct object *object_coded_stream(struct file *, const void *bytes, size_t n, const char *filter);

/* It outlives the saving. */
struct writer {
	void (*write)(struct bytes *, void *with, int i);
	void *with;
};

/*
 * A numbered dictionary, the writer's i-th, that takes no room until the file
 * is saved: then the writer adds its entries as they stand in a file.
 */
struct object *object_written(struct file *, const struct writer *, int i);

/* For writers: "12 0 R"; the text string as object_text() makes it. */
void write_reference(struct bytes *, const struct object *);
void write_text(struct bytes *, const char *utf8);

/* What is added to these bytes stands in the dictionary as it is; not a stream's. */
struct bytes *dict_entries(struct file *, struct object *dict);

/* A value or dictionary that is NULL is left alone. */
void dict_put(struct object *dict, const char *key, struct object *value);
void dict_name(struct object *dict, const char *key, const char *name);
void dict_int(struct object *dict, const char *key, int32_t value);
void dict_bool(struct object *dict, const char *key, bool value);

void array_put(struct object *array, struct object *value);
void array_int(struct object *array, int32_t value);

/* In thousandths: a length in points, or 1/1000 em of glyph space. */
void array_real(struct object *array, int32_t thousandths);

enum { DIGEST_SIZE = 16 };

/* MD5, as PDF uses it: to tell contents apart, not to keep secrets. */
void object_digest(const void *bytes, size_t n, unsigned char digest[DIGEST_SIZE]);

#endif
