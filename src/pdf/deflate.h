/* Streams made smaller, for FlateDecode (RFC 1950).  One compressor serves a whole file. */
#ifndef PDF_DEFLATE_H
#define PDF_DEFLATE_H

#include "base/bytes.h"

struct deflate;

struct deflate *deflate_open(struct arena *);

/* In deflate_open()'s arena. */
struct bytes deflate_bytes(struct deflate *, const void *bytes, size_t n);

#endif
