#include "template/attach.h"

#include "template/template.h"

struct attachments *attach_data(struct arena *arena, const struct kind *kind, xmlDoc *source,
	struct problems *problems)
{
	struct attachments *attachments = arena_new(arena, struct attachments);

	for (int i = 0; i < kind->data_files.n; i++) {
		const struct data_file *file = &kind->data_files.at[i];
		struct template *template = template_read(arena, kind->folder, file->template,
			problems);
		struct attachment made = { file->name, file->media_type, file->title,
			{ .arena = arena } };

		if (template && template_write(arena, template, source, &made.bytes, problems))
			*list_add(arena, attachments) = made;
	}
	return attachments;
}

void attach_dump(const struct attachments *attachments, struct bytes *bytes)
{
	for (int i = 0; i < attachments->n; i++) {
		const struct attachment *file = &attachments->at[i];

		bytes_printf(bytes, "%s, %s, %s:\n", file->name, file->media_type, file->title);
		bytes_add(bytes, file->bytes.at, file->bytes.n);
	}
}
