/* What makes the file last: metadata, a colour profile, its own data (ISO 19005-3). */
#ifndef PDF_ARCHIVE_H
#define PDF_ARCHIVE_H

#include "base/attachment.h"
#include "pdf/object.h"
#include "pdf/xmp.h"

/* Into the catalogue, as a stream that is not compressed (ISO 19005-3, 6.6.2.1). */
void archive_write_metadata(struct file *, const struct xmp *, struct bytes *scratch);

/* The ICC profile by which DeviceRGB and DeviceGray are meant (6.2.3). */
void archive_write_intent(struct file *, const struct bytes *profile);

/* See pdf_pack(). */
void archive_pack(struct arena *, struct attachment *);

/* Associated files (6.8); date as in struct xmp. */
void archive_write_attachments(struct arena *, struct file *, const struct attachments *,
	const char *date);

/* "D:20220429" for "2022-04-29"; NULL for NULL. */
const char *archive_date(struct arena *, const char *date);

#endif
