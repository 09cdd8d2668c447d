#include "fresh.h"

#include <sys/stat.h>

static moment at(struct timespec time)
{
	return (moment)time.tv_sec * 1000000000 + time.tv_nsec;
}

static moment later(moment a, moment b)
{
	return a > b ? a : b;
}

/* A file that comes from elsewhere keeps the time when it was written, but changes here now. */
static moment changed(const char *path)
{
	struct stat file, link;

	if (stat(path, &file) || lstat(path, &link))
		return 0;
	return later(later(at(file.st_mtim), at(file.st_ctim)), at(link.st_ctim));
}

moment fresh_resources(struct arena *arena, const struct session *session)
{
	struct resource_files files = session_files(arena, session);
	moment newest = 0;

	for (int i = 0; i < files.n; i++) {
		struct paths paths = folder_list(arena, files.at[i].folder);

		for (int k = 0; k < paths.n; k++)
			if (folder_name_ends(paths.at[k], files.at[i].ending))
				newest = later(newest, changed(paths.at[k]));
	}
	return newest;
}

moment fresh_folder(struct arena *arena, const char *folder)
{
	struct paths paths = folder_list(arena, folder);
	moment newest = changed(folder);

	for (int i = 0; i < paths.n; i++)
		if (!folder_is_named(paths.at[i]))
			newest = later(newest, changed(paths.at[i]));
	return newest;
}

/* The report's way up to where all its files are known, in a hundredth of a second. */
static bool is_newer_than_sources(struct arena *arena, struct session *session,
	const struct report *report, moment made)
{
	struct problems problems = { .arena = arena };
	struct findings findings = { 0 };
	struct report asked = *report;
	struct bytes dump = { .arena = arena };

	asked.goal = REPORT_SOURCES;
	asked.findings = &findings;
	report_build(arena, session, &asked, &dump, &problems);
	for (int i = 0; i < findings.sources.n; i++)
		if (changed(findings.sources.at[i]) >= made)
			return false;
	return problems.worst < ERROR;
}

bool fresh_is(struct arena *arena, struct session *session, const struct report *report,
	moment resources, moment around)
{
	struct stat pdf;
	moment made;

	if (bytes_is_standard(report->source_path) || bytes_is_standard(report->pdf_path))
		return false;
	if (stat(report->pdf_path, &pdf) || !S_ISREG(pdf.st_mode))
		return false;
	made = at(pdf.st_mtim);
	if (made <= resources || made <= changed(report->source_path)
			|| (report->styles_path && made <= changed(report->styles_path)))
		return false;
	return made > around || is_newer_than_sources(arena, session, report, made);
}
