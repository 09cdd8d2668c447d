#include "template/attach.h"

#include "template/template.h"

bool attach_data(struct arena *arena, const struct kind *kind, xmlDoc *source,
	struct attachments *attachments, struct problems *problems)
{
	bool are_made = true;

	for (int i = 0; i < kind->data_files.n; i++) {
		const struct data_file *file = &kind->data_files.at[i];
		struct template *template = template_read(kind->shelf, kind->folder, file->template,
			problems);
		struct attachment made = { .name = file->name, .media_type = file->media_type,
			.title = file->title, .bytes.arena = arena,
			.relationship = RELATION_DATA };

		if (template && template_write(arena, template, source, &made.bytes, problems))
			*list_add(arena, attachments) = made;
		else
			are_made = false;
	}
	return are_made;
}

void attach_dump(const struct attachments *attachments, struct bytes *bytes)
{
	for (int i = 0; i < attachments->n; i++) {
		const struct attachment *file = &attachments->at[i];

		if (file->relationship != RELATION_DATA)
			continue;
		bytes_printf(bytes, "%s, %s, %s:\n", file->name, file->media_type, file->title);
		bytes_add(bytes, file->bytes.at, file->bytes.n);
	}
}
