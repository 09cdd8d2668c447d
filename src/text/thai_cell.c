#include "text/thai_cell.h"

#include <string.h>

#include <thai/wtt.h>

#include "base/utf8.h"

enum {
	SARA_A = 0xe30, SARA_AA = 0xe32, SARA_AM = 0xe33,
	SARA_E = 0xe40, SARA_AE = 0xe41, SARA_AI_MAIMALAI = 0xe44,
	LAKKHANGYAO = 0xe45, NIKHAHIT = 0xe4d,
	KO_KAI = 0xe01, HO_NOKHUK = 0xe2e, RU = 0xe24, LU = 0xe26,
	NO_BREAK_SPACE = 0xa0, DOTTED_CIRCLE = 0x25cc,
	KEPT_MOST = 8		/* marks on a letter that WTT accepts: three at most */
};

/* The letters from the cell's first on. */
struct cell_at {
	struct arena *arena;
	const uint32_t *codes;		/* of the whole text */
	int n, first;
};

bool thai_is_letter(uint32_t code)
{
	return code >= KO_KAI && code <= HO_NOKHUK;
}

bool thai_is_leading(uint32_t code)
{
	return code >= SARA_E && code <= SARA_AI_MAIMALAI;
}

bool thai_is_mark(uint32_t code)
{
	return code != SARA_AM && utf8_is_thai_mark(code);
}

bool thai_is_following(uint32_t code)
{
	return code == SARA_A || code == SARA_AA || code == SARA_AM;
}

static WTTOp operation(uint32_t before, uint32_t behind)
{
	return (WTTOp)TACio_op((unsigned char)(before - 0xe00 + 0xa0),
		(unsigned char)(behind - 0xe00 + 0xa0));
}

static uint32_t code_at(const struct cell_at *cell, int i)
{
	return i >= 0 && i < cell->n ? cell->codes[i] : '\n';
}

static struct thai_slip slip(enum problem_kind kind, int first, int end)
{
	return (struct thai_slip){ .kind = kind, .first = first, .end = end, .next = end };
}

static struct thai_slip fine(int next)
{
	return slip(PROBLEM_KINDS, next, next);
}

static void put(const struct cell_at *cell, struct thai_slip *to, uint32_t code)
{
	*list_add(cell->arena, &to->right) = code;
}

/* Vowels stand next to the letter, then nikhahit, then tones and thanthakhat. */
static int rank(uint32_t mark)
{
	static const int ranks[] = { [BD] = 1, [AD3] = 1, [AD1] = 3, [TONE] = 3, [AV3] = 0 };

	return mark == NIKHAHIT ? 2 : ranks[TACchtype((unsigned char)(mark - 0xe00 + 0xa0))];
}

/* A letter's marks, the vowel behind, and marks that stand behind that vowel. */
struct parts {
	int marks_end, vowels_end, end;
	uint32_t vowel;			/* 0 if there is none */
	bool pieces;			/* nikhahit and sara aa, for sara am */
};

static bool has_nikhahit(const struct cell_at *cell, int from, int end)
{
	while (from < end && cell->codes[from] != NIKHAHIT)
		from++;
	return from < end;
}

static int marks_end(const struct cell_at *cell, int i)
{
	while (thai_is_mark(code_at(cell, i)))
		i++;
	return i;
}

/* Sara am with another vowel beside it is sara am; others are the author's. */
static int read_vowels(const struct cell_at *cell, int i, uint32_t *vowel)
{
	uint32_t first = code_at(cell, i), second = code_at(cell, i + 1);

	*vowel = thai_is_following(first) ? first : 0;
	if (!*vowel)
		return i;
	if (thai_is_following(second) && (first == SARA_AM || second == SARA_AM)) {
		*vowel = SARA_AM;
		return i + 2;
	}
	return i + 1;
}

static struct parts read_parts(const struct cell_at *cell)
{
	struct parts parts;

	parts.marks_end = marks_end(cell, cell->first + 1);
	parts.vowels_end = read_vowels(cell, parts.marks_end, &parts.vowel);
	parts.end = parts.vowel ? marks_end(cell, parts.vowels_end) : parts.vowels_end;
	parts.pieces = parts.vowel == SARA_AA && has_nikhahit(cell, cell->first, parts.marks_end);
	if (parts.pieces)
		parts.vowel = SARA_AM;
	return parts;
}

/* Behind its vowel a tone belongs to the letter, another mark is one too many. */
static bool is_kept(const struct cell_at *cell, const struct parts *parts, int i, uint32_t before)
{
	uint32_t mark = cell->codes[i];

	if (parts->pieces && mark == NIKHAHIT)
		return false;
	if (i >= parts->vowels_end && rank(mark) != 3)
		return false;
	if (rank(mark) == 0 && parts->vowel && operation(mark, parts->vowel) == SR)
		return false;
	return operation(thai_is_mark(before) ? before : KO_KAI, mark) == CP;
}

/* The cell as it should be. */
static void put_right(const struct cell_at *cell, const struct parts *parts, struct thai_slip *to)
{
	put(cell, to, cell->codes[cell->first]);
	for (int r = 0; r <= 3; r++)
		for (int i = cell->first + 1; i < parts->end; i++)
			if (thai_is_mark(cell->codes[i]) && rank(cell->codes[i]) == r
					&& to->right.n < KEPT_MOST
					&& is_kept(cell, parts, i, to->right.at[to->right.n - 1]))
				put(cell, to, cell->codes[i]);
	if (parts->vowel)
		put(cell, to, parts->vowel);
}

static struct thai_slip check_letter(const struct cell_at *cell)
{
	struct parts parts = read_parts(cell);
	struct thai_slip found = slip(PROBLEM_THAI_ORDER, cell->first, parts.end);
	int n = parts.end - cell->first;

	if (n == 1)
		return fine(parts.end);
	put_right(cell, &parts, &found);
	if (found.right.n == n && !memcmp(found.right.at, cell->codes + cell->first,
			(size_t)n * sizeof(uint32_t)))
		return fine(parts.end);
	if (parts.pieces)
		found.kind = PROBLEM_THAI_SARA_AM;
	else if (found.right.n < n)
		found.kind = PROBLEM_THAI_DOUBLE;
	return found;
}

/* A vowel or mark that is shown for itself: สระ เ, "า", ◌่. */
static bool is_mentioned(const struct cell_at *cell, int end)
{
	uint32_t before = code_at(cell, cell->first - 1);

	if (before == DOTTED_CIRCLE || before == NO_BREAK_SPACE)
		return true;
	return !thai_is_mark(code_at(cell, cell->first)) && !utf8_is_thai(before)
		&& !utf8_is_thai(code_at(cell, end));
}

/* The consonant was typed behind its marks. */
static struct thai_slip move_letter(const struct cell_at *cell, int letter)
{
	struct thai_slip found = slip(PROBLEM_THAI_ORDER, cell->first + 1, letter + 1);

	put(cell, &found, cell->codes[letter]);
	for (int i = cell->first + 1; i < letter; i++)
		put(cell, &found, cell->codes[i]);
	return found;
}

static struct thai_slip check_leading(const struct cell_at *cell)
{
	int next = cell->first + 1, letter = marks_end(cell, next);
	struct thai_slip found;

	if (code_at(cell, cell->first) == SARA_E && code_at(cell, next) == SARA_E) {
		found = slip(PROBLEM_THAI_SARA_AE, cell->first, next + 1);
		put(cell, &found, SARA_AE);
		return found;
	}
	if (thai_is_letter(code_at(cell, next)))
		return fine(next);
	if (letter > next && thai_is_letter(code_at(cell, letter)))
		return move_letter(cell, letter);
	if (code_at(cell, next) == ' ' && thai_is_letter(code_at(cell, next + 1))) {
		found = slip(PROBLEM_THAI_LONE_MARK, cell->first, next + 1);
		put(cell, &found, cell->codes[cell->first]);
		return found;
	}
	return is_mentioned(cell, letter) ? fine(letter)
		: slip(PROBLEM_THAI_LONE_MARK, cell->first, letter);
}

/* A space came between a mark or vowel and its letter; "จ านวน" is what old PDF files give. */
static struct thai_slip close_gap(const struct cell_at *cell, int end)
{
	bool is_am = code_at(cell, cell->first) == SARA_AA;
	struct thai_slip found = slip(is_am ? PROBLEM_THAI_SARA_AM : PROBLEM_THAI_LONE_MARK,
		cell->first - 1, end);

	for (int i = cell->first; i < end; i++)
		put(cell, &found, is_am ? SARA_AM : cell->codes[i]);
	return found;
}

/* A vowel or mark where no cell can have begun. */
static struct thai_slip check_lone(const struct cell_at *cell)
{
	bool is_mark = thai_is_mark(code_at(cell, cell->first));
	int end = is_mark ? marks_end(cell, cell->first) : cell->first + 1;

	if (is_mentioned(cell, end) || (!is_mark && utf8_is_thai(code_at(cell, cell->first - 1))))
		return fine(end);
	if (code_at(cell, cell->first - 1) == ' ' && thai_is_letter(code_at(cell, cell->first - 2)))
		return close_gap(cell, end);
	return slip(PROBLEM_THAI_LONE_MARK, cell->first, end);
}

/* Lakkhangyao, the long sign, follows ฤ and ฦ only; elsewhere sara aa was meant. */
static struct thai_slip check_long(const struct cell_at *cell)
{
	uint32_t before = code_at(cell, cell->first - 1);
	struct thai_slip found = slip(PROBLEM_THAI_LONE_MARK, cell->first, cell->first + 1);

	if (before == RU || before == LU || !utf8_is_thai(before))
		return fine(cell->first + 1);
	put(cell, &found, SARA_AA);
	return found;
}

/* How many of them are right at first sight; 0: look closer.  Most cells are so short. */
static int plain_length(const struct cell_at *cell)
{
	uint32_t first = code_at(cell, cell->first), second = code_at(cell, cell->first + 1);
	uint32_t third;

	if (thai_is_leading(first))
		return thai_is_letter(second);
	if (!thai_is_letter(first))
		return first != LAKKHANGYAO && !thai_is_mark(first) && !thai_is_following(first);
	if (!thai_is_mark(second) && !thai_is_following(second))
		return 1;
	third = code_at(cell, cell->first + 2);
	if (thai_is_mark(third) || thai_is_following(third))
		return 0;
	return thai_is_following(second) || operation(KO_KAI, second) == CP ? 2 : 0;
}

int thai_cells_pass(const uint32_t *codes, int n, int i)
{
	struct cell_at cell = { NULL, codes, n, i };
	int length;

	while (cell.first < n && (length = plain_length(&cell)))
		cell.first += length;
	return cell.first;
}

struct thai_slip thai_cell_check(struct arena *arena, const uint32_t *codes, int n, int i)
{
	struct cell_at cell = { arena, codes, n, i };

	if (thai_is_letter(codes[i]))
		return check_letter(&cell);
	if (thai_is_leading(codes[i]))
		return check_leading(&cell);
	if (codes[i] == LAKKHANGYAO)
		return check_long(&cell);
	if (thai_is_mark(codes[i]) || thai_is_following(codes[i]))
		return check_lone(&cell);
	return fine(i + 1);
}
