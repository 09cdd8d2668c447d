/*
 * Without arguments: checks of pdf/ and page/ that need no reader.
 * pdf_test OUT.pdf LINES.txt [FONTS [FACE [GAP [SPACE [SIZE]]]]]: the file's lines, each a line of
 * its own however long, for the readers of tests/pdf.  FONTS is one font's file, or the folder of
 * the shipped ones: FACE 1 is their bold, 2 the italic, 3 both.  GAP and SPACE in 1/1000 em.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pdf/deflate.h"
#include "pdf/pdf.h"

enum { LINES_A_PAGE = 30, TOP = 60, LEFT = 40, BOLD = 1, ITALIC = 2 };

struct setting {
	const char *fonts;
	int face;			/* BOLD, ITALIC or both */
	int gap, space;			/* 1/1000 em */
	length size, width;		/* of the text, of a page */
};

struct making {
	struct arena *arena;
	struct shaper *shaper;
	struct pages *pages;
	struct problems *problems;
	struct style style;
	const struct setting *setting;
};

static char *slurp(struct arena *arena, const char *path, size_t *n)
{
	struct bytes bytes = { .arena = arena };
	FILE *file = fopen(path, "rb");
	char part[4096];
	size_t got;

	if (!file) {
		perror(path);
		exit(1);
	}
	bytes_text(&bytes, "");
	while ((got = fread(part, 1, sizeof part, file)) > 0)
		bytes_add(&bytes, part, got);
	fclose(file);
	*n = bytes.n;
	return bytes.at;
}

static void add_face(struct arena *arena, struct family *family, const char *path, int face)
{
	*list_add(arena, &family->faces) = (struct face){ path, (face & BOLD) != 0,
		(face & ITALIC) != 0, { "fonts.xml", 1 } };
}

static struct catalogue *make_catalogue(struct arena *arena, const char *fonts)
{
	static const char *const names[] = { "Regular", "Bold", "Italic", "BoldItalic" };
	struct catalogue *catalogue = arena_new(arena, struct catalogue);
	struct family *family = list_add(arena, catalogue);

	family->name = "Sarabun";
	family->scale = 10000;
	family->place.file = "fonts.xml";
	if (strstr(fonts, ".ttf"))
		add_face(arena, family, fonts, 0);
	else
		for (int i = 0; i < 4; i++)
			add_face(arena, family,
				arena_printf(arena, "%s/Sarabun-%s.ttf", fonts, names[i]), i);
	return catalogue;
}

static struct page *add_page(struct making *making)
{
	struct page *page = list_add(making->arena, &making->pages->list);

	page->width = making->setting->width;
	page->height = 841890;
	page->label = numeral_text(making->arena, making->pages->list.n, NUMERAL_THAI);
	return page;
}

static struct mark *add_mark(struct making *making, enum mark_kind kind)
{
	struct page *page = &making->pages->list.at[making->pages->list.n - 1];
	struct mark *mark = list_add(making->arena, &page->marks);

	mark->kind = kind;
	return mark;
}

static struct text *shape(struct making *making, const char *text)
{
	struct spans spans = { 0 };
	struct span *span = list_add(making->arena, &spans);

	span->text = text;
	span->style = &making->style;
	span->place.file = "lines";
	return text_shape(making->arena, making->shaper, &spans, making->problems);
}

/* One mark a run, as layout makes them. */
static void add_line(struct making *making, const char *text, length y)
{
	struct text *shaped = shape(making, text);
	const struct setting *setting = making->setting;
	length x = PT(LEFT);

	for (int i = 0; i < shaped->runs.n; i++) {
		const struct run *run = &shaped->runs.at[i];
		struct mark *mark = add_mark(making, MARK_TEXT);

		*mark = (struct mark){ .element = 1, .box = { x, y, 0, 0 }, .text = shaped,
			.first = run->first, .n = run->n,
			.space_stretch = units_scale(run->size, setting->space, 1000),
			.gap_stretch = units_scale(run->size, setting->gap, 1000) };
		for (int k = run->first; k < run->first + run->n; k++) {
			const struct cluster *cluster = &shaped->clusters.at[k];

			x += cluster->advance;
			if (cluster->kind == CLUSTER_SPACE)
				x += mark->space_stretch;
			else if (cluster->kind == CLUSTER_THAI && cluster[1].kind == CLUSTER_THAI)
				x += mark->gap_stretch;
		}
	}
}

static void add_lines(struct making *making, char *text)
{
	int i = 0;

	for (char *line = text, *next; line && *line; line = next, i++) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (i % LINES_A_PAGE == 0)
			add_page(making);
		add_line(making, line,
			PT(TOP) + making->setting->size * 3 / 2 * (i % LINES_A_PAGE));
	}
}

static struct making *open_making(struct arena *arena, const struct setting *setting)
{
	struct making *making = arena_new(arena, struct making);

	making->arena = arena;
	making->setting = setting;
	making->problems = arena_new(arena, struct problems);
	making->problems->arena = arena;
	making->pages = arena_new(arena, struct pages);
	making->pages->title = "ทดสอบ";
	making->pages->language = "th-TH";
	making->pages->date = "2022-04-29";
	list_add(arena, &making->pages->elements)->parent = -1;
	*list_add(arena, &making->pages->elements) = (struct element){ .tag = TAG_P };
	making->style.family = "Sarabun";
	making->style.size = setting->size;
	making->style.bold = (setting->face & BOLD) != 0;
	making->style.italic = (setting->face & ITALIC) != 0;
	making->shaper = shaper_open(arena, DICTIONARY, make_catalogue(arena, setting->fonts),
		making->problems);
	if (!making->shaper)
		exit(1);
	return making;
}

static int write_lines(const char *out, const char *lines, const struct setting *setting)
{
	struct arena *arena = arena_open();
	struct making *making = open_making(arena, setting);
	int status;
	struct bytes colours;
	struct pdf_options options = { .profile = PROFILE_ARCHIVE, .colours = &colours };
	const char *profile;
	size_t n;

	add_lines(making, slurp(arena, lines, &n));
	profile = slurp(arena, COLOURS, &n);
	colours = deflate_bytes(deflate_open(arena), profile, n);
	pdf_write(arena, making->pages, &options, out, making->problems);
	problems_print(making->problems, &(struct problem_view){ 0 }, stderr);
	status = making->problems->worst >= ERROR;
	arena_close(arena);
	return status;
}

static struct anchor *add_anchor(struct making *making, const char *id, const char *title,
	int level)
{
	struct anchor *anchor = list_add(making->arena, &making->pages->anchors);

	*anchor = (struct anchor){ .id = id, .title = title, .level = level,
		.page = making->pages->list.n - 1, .y = PT(50) };
	return anchor;
}

static struct making *make_sample(struct arena *arena, const struct setting *setting)
{
	struct making *making = open_making(arena, setting);

	add_page(making);
	add_line(making, "น้ำ ที่ ปี่ ป้อ ผู้ ญู ฐุ", PT(100));
	*add_mark(making, MARK_FILL) = (struct mark){ .kind = MARK_FILL, .element = -1,
		.box = { PT(40), PT(110), PT(200), 500 }, .colour = 0xff8000 };
	*add_mark(making, MARK_DOTS) = (struct mark){ .kind = MARK_DOTS, .element = -1,
		.box = { 40123, PT(130), PT(200), PT(4) } };
	*add_mark(making, MARK_LINK) = (struct mark){ .kind = MARK_LINK, .element = 1,
		.box = { PT(40), PT(85), PT(100), PT(20) }, .target = "#b", .alt = "ไปข้างหน้า" };
	*add_mark(making, MARK_LINK) = (struct mark){ .kind = MARK_LINK, .element = 1,
		.box = { PT(140), PT(85), PT(100), PT(20) }, .target = "https://ตรัง.example/ก" };
	add_anchor(making, "a", "๑ บทนำ", 1);
	add_page(making);
	add_line(making, "หน้าสอง", PT(100));
	add_anchor(making, "b", "๑.๑ น้ำ", 2);
	add_anchor(making, NULL, "๒ ผล", 1);
	return making;
}

/* What the checks share. */
struct checks {
	struct arena *arena;
	const struct setting *setting;
	const char *folder;
	int passed, failed;
};

static void check(struct checks *checks, bool passed, const char *what)
{
	if (passed) {
		checks->passed++;
		return;
	}
	checks->failed++;
	printf("FAILED %s\n", what);
}

static void check_dump(struct checks *checks)
{
	static const char start[] = "page 0 595.276 841.890 \"๑\"\n"
		"  text P1 40.000 100.000 Sarabun-Regular 16.000 \"น้ำ ที่ ปี่ ป้อ ผู้ ญู ฐุ\"\n"
		"  fill layout 40.000 110.000 200.000 0.500 #ff8000\n"
		"  dots layout 40.123 130.000 200.000 4.000 #000000\n"
		"  link P1 40.000 85.000 100.000 20.000 \"#b\" \"ไปข้างหน้า\"\n";
	static const char end[] = "anchor \"b\" page 1 50.000 level 2 \"๑.๑ น้ำ\"\n"
		"anchor - page 1 50.000 level 1 \"๒ ผล\"\n";
	struct making *making = make_sample(checks->arena, checks->setting);
	struct bytes dump = { .arena = checks->arena };

	pages_dump(making->pages, &dump);
	check(checks, !strncmp(dump.at, start, strlen(start)), "a dump's pages and marks");
	check(checks, !strcmp(dump.at + dump.n - strlen(end), end), "a dump's anchors");
}

static const char *path_of(const struct checks *checks, const char *name)
{
	return arena_printf(checks->arena, "%s/%s", checks->folder, name);
}

/* The problems of one more report to path. */
static const struct problems *write_sample(const struct checks *checks, const char *path)
{
	struct making *making = make_sample(checks->arena, checks->setting);

	pdf_write(checks->arena, making->pages, &(struct pdf_options){ .profile = PROFILE_SCREEN },
		path, making->problems);
	return making->problems;
}

static void check_same_bytes(struct checks *checks)
{
	const char *a = path_of(checks, "a.pdf"), *b = path_of(checks, "b.pdf");
	bool made = !write_sample(checks, a)->n && !write_sample(checks, b)->n;
	char *first, *second;
	size_t n, m;

	check(checks, made, "a file is made");
	first = slurp(checks->arena, a, &n);
	second = slurp(checks->arena, b, &m);
	check(checks, n == m && !memcmp(first, second, n), "the same pages, the same bytes");
	check(checks, !strncmp(first, "%PDF-1.7\n", 9), "PDF 1.7");
	unlink(a);
	unlink(b);
}

static mode_t mode_of(const char *path)
{
	struct stat stat;

	return lstat(path, &stat) ? 0 : stat.st_mode;
}

static void check_modes(struct checks *checks)
{
	const char *path = path_of(checks, "m.pdf"), *link = path_of(checks, "l.pdf");
	mode_t mask = umask(027);

	check(checks, !symlink("m.pdf", link) && !write_sample(checks, link)->n
		&& S_ISLNK(mode_of(link)), "a link to nothing yet is followed");
	check(checks, (mode_of(path) & 0777) == 0640, "a new file's mode is the umask's");
	check(checks, !chmod(path, 0604) && !write_sample(checks, link)->n
		&& (mode_of(path) & 0777) == 0604, "an older file's mode is kept");
	check(checks, S_ISLNK(mode_of(link)), "a link stays a link");
	umask(mask);
	unlink(link);
	unlink(path);
}

static void check_failure(struct checks *checks, const char *path, int reason)
{
	const struct problems *problems = write_sample(checks, path);

	check(checks, problems->n == 1 && problems->at[0].kind == PROBLEM_PDF_UNWRITABLE
		&& !strcmp(problems->at[0].place.file, path)
		&& strstr(problems->at[0].message, strerror(reason)), strerror(reason));
}

static void check_failures(struct checks *checks)
{
	const char *round = path_of(checks, "round.pdf");

	check(checks, !symlink("round.pdf", round), "a link to itself");
	check_failure(checks, round, ELOOP);
	unlink(round);
	check_failure(checks, checks->folder, EISDIR);
	check_failure(checks, path_of(checks, "none/x.pdf"), ENOENT);
	check_failure(checks, "", ENOENT);
	check_failure(checks, "/dev/full", ENOSPC);
}

/* What libqpdf cannot read, or only after mending it, is no file of ours. */
static void check_packing(struct checks *checks)
{
	static const char *const broken[] = { "", "%PDF-1.7\n", ("%PDF-1.7\n1 0 obj\n<< /Pages 2 0 R >>\n"
		"endobj\n2 0 obj\n<< /Count 0 /Kids [ ] >>\nendobj\ntrailer << /Root 1 0 R >>\n") };

	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		struct bytes plain = { .arena = checks->arena };
		struct problems problems = { .arena = checks->arena };

		bytes_text(&plain, broken[i]);
		check(checks, !pack_bytes(checks->arena, &plain, PACKING_LINEAR,
			(struct place){ "x.pdf", 0 }, &problems).n && problems.n == 1
			&& problems.at[0].kind == PROBLEM_PDF_INTERNAL, "a broken PDF is not packed");
	}
}

static int check_all(void)
{
	const struct setting setting = { .fonts = "fonts", .size = PT(16), .width = 595276 };
	struct arena *arena = arena_open();
	char folder[] = "/tmp/pdf_test.XXXXXX";
	struct checks checks = { arena, &setting, mkdtemp(folder), 0, 0 };

	check_dump(&checks);
	check_same_bytes(&checks);
	check_modes(&checks);
	check_failures(&checks);
	check_packing(&checks);
	check(&checks, !rmdir(folder), "nothing is left behind");
	printf("%d passed, %d failed\n", checks.passed, checks.failed);
	arena_close(arena);
	return checks.failed > 0;
}

static int number_at(int argc, char **argv, int i, int otherwise)
{
	return i < argc ? atoi(argv[i]) : otherwise;
}

int main(int argc, char **argv)
{
	struct setting setting = { .fonts = argc > 3 ? argv[3] : "fonts",
		.face = number_at(argc, argv, 4, 0), .gap = number_at(argc, argv, 5, 0),
		.space = number_at(argc, argv, 6, 0), .size = PT(number_at(argc, argv, 7, 11)),
		.width = PT(1000) };

	return argc < 3 ? check_all() : write_lines(argv[1], argv[2], &setting);
}
