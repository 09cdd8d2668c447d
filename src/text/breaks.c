#include "text/breaks.h"

#include <assert.h>
#include <string.h>

#include <linebreak.h>

#include "base/utf8.h"
#include "text/pattern.h"
#include "text/thai_words.h"

enum { RULES_MAX = 64, SIEVES = 256 };

static const struct word_list word_lists[] = {
	{ "months",
		"มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน "
		"ตุลาคม พฤศจิกายน ธันวาคม ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. "
		"ต.ค. พ.ย. ธ.ค." },
	{ "units",
		"คะแนน บาท สตางค์ เปอร์เซ็นต์ ร้อยละ ปี เดือน สัปดาห์ วัน ชั่วโมง นาที วินาที "
		"คน ราย ครั้ง ข้อ ตัวชี้วัด ฉบับ โครงการ มาตรการ กิจกรรม เรื่อง ด้าน แห่ง "
		"หน่วยงาน หน้า ชุด ครัวเรือน กิโลเมตร เมตร เซนติเมตร มิลลิเมตร กิโลกรัม กรัม "
		"ลิตร ไร่ งาน ตารางเมตร ตารางกิโลเมตร ล้าน แสน หมื่น พัน ล้านบาท แสนบาท "
		"หมื่นบาท พันบาท" },
	{ "short-units", "น. ซม. มม. กม. ม. กก. ก. ตร.ม. ตร.กม. ชม. ล." },
	{ "numbered",
		"ข้อ ที่ มาตรา หมวด ส่วน บท หน้า ตาราง ภาพ แผนภูมิ เล่ม ตอน วรรค หมู่ ชั้น "
		"ระดับ ร้อยละ เลข โทร. โทรศัพท์ โทรสาร" },
	{ "eras", "พ.ศ. ค.ศ. ร.ศ. จ.ศ. ม.ศ. ฮ.ศ." },
	{ "titles",
		"นาย นาง นางสาว เด็กชาย เด็กหญิง หม่อมราชวงศ์ หม่อมหลวง พระครู "
		"น.ส. ด.ช. ด.ญ. ดร. ศ. รศ. ผศ. นพ. พญ. ม.จ. ม.ร.ว. ม.ล. พล.อ. พล.ท. พล.ต. "
		"พ.อ. พ.ท. พ.ต. ร.อ. ร.ท. ร.ต. จ.อ. จ.ส.อ. ส.อ. พล.ต.อ. พล.ต.ท. พล.ต.ต. "
		"พ.ต.อ. พ.ต.ท. พ.ต.ต. ร.ต.อ. ร.ต.ท. ร.ต.ต. ด.ต. จ.ส.ต. ส.ต.อ. ส.ต.ท. ส.ต.ต. "
		"ว่าที่ร.ต." },
	{ "acts", "พ.ร.บ. พ.ร.ก. พ.ร.ฎ. พ.ร.ป." },
	{ "initials", "อบ สน กก นอ รม" },
	{ NULL, NULL },
};

struct rule {
	const char *before, *behind;		/* patterns: pattern.h */
	enum break_kind verdict;
};

/* Where UAX #14 and libthai see no opportunity but a line may begin. */
static const struct rule allowances[] = {
	/* A change of script ends a word: libthai's tests/test_thbrk.c. */
	{ "T", "L", BREAK_MAY },
	{ "L", "T", BREAK_MAY },
	/* Beside what libthai does not know, and in a word of its list: ICU's rbbitst. */
	{ "T", "มั้ย", BREAK_MAY },
	{ "เทือก", "เขา", BREAK_MAY },
	/* After พ.ร.บ.: policy. */
	{ "<acts>", "T", BREAK_MAY },
	/* After / and & of a web address: policy. */
	{ "[/&]", "A", BREAK_MAY },
};

/* Where they see an opportunity but a line may not begin.  The first that matches decides. */
static const struct rule rules[] = {
	/* UAX #14, LB7: spaces belong to the line that they end. */
	{ "", "_", BREAK_NO },
	/* UAX #14, LB8: whatever follows. */
	{ "\u200b *", "", BREAK_MAY },

	/* Inside a grapheme cluster: UAX #29, GB9, GB9a; GB11, UAX #14, LB8a. */
	{ "", "K", BREAK_NO },
	{ "\u200d", "", BREAK_NO },
	/* Thai orthography: vowels before and behind their consonant. */
	{ "[เแโใไ]", "", BREAK_NO },
	{ "T", "[ะาๅ]", BREAK_NO },
	{ "[เแโใไ]\u00ad+", "", BREAK_NO },

	/* Before mai yamok and paiyannoi, spaced too; inside paiyanyai: ICU rbbitst, policy. */
	{ "", "ๆ", BREAK_NO },
	{ "", "ฯพณฯ", BREAK_MAY },
	{ "", "ฯ", BREAK_NO },
	{ "ฯ_?", "ล_?ฯ", BREAK_NO },
	{ "ฯ", "พณ", BREAK_NO },
	/* Before spaced signs: policy (UAX #14, LB13 knows only those without a space). */
	{ "_", "[:;,.!?)”’]", BREAK_NO },
	{ "[(“‘]_*", "", BREAK_NO },
	/* Inside กอ.รมน. and อบจ.: libthai takes the letters for words. */
	{ ".T+", "T?T?.", BREAK_NO },
	{ "<initials>", "[งจชตภว].", BREAK_NO },

	/* Eras and years: policy. */
	{ "<eras>_*", "N", BREAK_NO },
	{ "[พค]._", "ศ.", BREAK_NO },
	{ "[พค]._ศ._*", "N", BREAK_NO },
	/* Ranges of numbers, spaced too: policy (UAX #14, LB25 knows the signs inside a number). */
	{ "N_*[-–—]", "N", BREAK_NO },
	{ "N_+", "[-–—/]_*N", BREAK_NO },
	{ "N_+[-–—/:]_+", "N", BREAK_NO },
	{ "N_+", "[-–—]_", BREAK_NO },
	/* Signs of money and per cent: libthai's tests/test_thbrk.c. */
	{ "[$฿€£¥]_+", "[N(]", BREAK_NO },
	{ "[N)]_+", "[%‰฿]", BREAK_NO },
	/* Number and unit, but a year has none: policy. */
	{ "<eras>_*NNNN_+", "T", BREAK_MAY },
	{ "<months>_*NNNN_+", "T", BREAK_MAY },
	{ "ปี_*NNNN_+", "T", BREAK_MAY },
	{ "งบประมาณ_*NNNN_+", "T", BREAK_MAY },
	{ "N_*", "<units>|", BREAK_NO },
	{ "N_*", "<short-units>", BREAK_NO },
	/* A rate, "ปีละ ๒ ครั้ง": policy. */
	{ "<units>", "ละ_*N", BREAK_NO },
	/* What is numbered and its number: policy. */
	{ "<numbered>_*", "N", BREAK_NO },
	/* Dates: policy. */
	{ "N_+", "<months>", BREAK_NO },
	{ "<months>_+", "N", BREAK_NO },
	/* Title and name, and inside the name, which no dictionary has: policy. */
	{ "|<titles>|_?T*", "T", BREAK_NO },

	/* Labels, "๑.", "๓.๑.๕", "(๑)", "ก)", "-"; inside a paragraph only short ones: policy. */
	{ "^_*(?N[N.]*[.)]?_+", "", BREAK_NO },
	{ "^_*(?T[.)]_+", "", BREAK_NO },
	{ "^_*[-–—•]_+", "", BREAK_NO },
	{ "_NN?[.)]_+", "T", BREAK_NO },

	/* Web addresses break only after / and &, and not inside //: policy. */
	{ "/", "/", BREAK_NO },
	{ "://", "A", BREAK_NO },
	{ "[/&]", "A", BREAK_MAY },
	{ "A", "A", BREAK_NO },
};

struct parsed_rule {
	const struct pattern *before, *behind;
	enum break_kind verdict;
};

/* A bit for each rule that may match with this letter before, or behind, the place. */
struct sieve {
	struct letter letter;
	uint64_t before, behind;
};

/* The sieves by their letters' lowest bits: which rules to try is asked for every letter. */
struct parsed_rules {
	struct parsed_rule *at;
	int n, room;
	struct sieve sieves[SIEVES];
};

struct breaker {
	struct arena *arena;
	struct thai_words *thai;
	struct parsed_rules allowances, rules;
	const struct words *words;	/* NULL: none */
	struct letters letters;
	char *unibreak;			/* by byte */
	int room;			/* of unibreak */
};

static void parse_rules(struct arena *arena, const struct rule *from, size_t n,
	struct parsed_rules *parsed)
{
	for (size_t i = 0; i < n; i++) {
		struct parsed_rule *rule = list_add(arena, parsed);

		rule->before = pattern_parse_before(arena, from[i].before, word_lists);
		rule->behind = pattern_parse_behind(arena, from[i].behind, word_lists);
		rule->verdict = from[i].verdict;
	}
	assert(parsed->n <= RULES_MAX);
	for (int i = 0; i < SIEVES; i++)
		parsed->sieves[i].letter.code = UINT32_MAX;
}

struct breaker *breaker_open(struct arena *arena, const char *dictionary,
	struct problems *problems)
{
	struct breaker *breaker = arena_new(arena, struct breaker);

	breaker->arena = arena;
	breaker->thai = thai_words_open(arena, dictionary);
	if (!breaker->thai) {
		problem_report(problems, PROBLEM_DICTIONARY_MISSING,
			((struct place){ dictionary, 0 }), "");
		return NULL;
	}
	init_linebreak();
	parse_rules(arena, allowances, sizeof allowances / sizeof *allowances,
		&breaker->allowances);
	parse_rules(arena, rules, sizeof rules / sizeof *rules, &breaker->rules);
	return breaker;
}

void breaker_words(struct breaker *breaker, const struct words *words)
{
	breaker->words = words;
}

static void fill_letters(struct breaker *breaker, const char *utf8, int n)
{
	const char *at = utf8, *end = utf8 + n;

	breaker->letters.n = 0;
	while (at < end) {
		struct letter *letter = list_add(breaker->arena, &breaker->letters);

		letter->byte = (int)(at - utf8);
		letter->code = utf8_next(&at, end);
		letter->classes = pattern_classes(letter->code);
		letter->in_word = false;
	}
}

static bool is_visible_ascii(const struct letter *letter)
{
	return letter->code > ' ' && letter->code < 0x7f;
}

/* Does the sign, of ASCII characters, stand at "at"? */
static bool stands_at(const struct letters *letters, int at, const char *sign)
{
	for (; *sign; sign++, at++)
		if (at == letters->n || letters->at[at].code != (uint32_t)*sign)
			return false;
	return true;
}

static bool is_address_at(const struct letters *letters, int at)
{
	return stands_at(letters, at, "://") || stands_at(letters, at, "www.")
		|| stands_at(letters, at, "@");
}

static int address_end(const struct letters *letters, int first, bool *is_address)
{
	int end = first;

	for (; end < letters->n && is_visible_ascii(&letters->at[end]); end++)
		*is_address |= is_address_at(letters, end);
	return end;
}

/* Sets class A from a web or mail address's first character to its last. */
static void mark_addresses(struct letters *letters)
{
	for (int i = 0, end; i < letters->n; i = end + 1) {
		bool is_address = false;

		end = address_end(letters, i, &is_address);
		for (int k = i; is_address && k < end; k++)
			letters->at[k].classes |= CLASS_A;
	}
}

static void find_unicode_breaks(struct breaker *breaker, const char *utf8, int n,
	enum break_kind *before)
{
	static const enum break_kind kinds[] = {
		[LINEBREAK_MUSTBREAK] = BREAK_MUST, [LINEBREAK_ALLOWBREAK] = BREAK_MAY,
		[LINEBREAK_NOBREAK] = BREAK_NO, [LINEBREAK_INSIDEACHAR] = BREAK_NO,
	};

	if (breaker->room < n) {
		breaker->room = 2 * n;
		breaker->unibreak = arena_alloc(breaker->arena, (size_t)breaker->room);
	}
	set_linebreaks_utf8((const utf8_t *)utf8, (size_t)n, NULL, breaker->unibreak);
	memset(before, 0, (size_t)n * sizeof *before);
	for (int i = 1; i < breaker->letters.n; i++) {
		int byte = breaker->letters.at[i].byte;
		before[byte] = kinds[(unsigned char)breaker->unibreak[byte - 1]];
	}
}

static void find_words(struct breaker *breaker, int first, int end, enum break_kind *before)
{
	const struct letter *letters = breaker->letters.at;

	thai_words_find(breaker->thai, &breaker->letters, first, end);
	for (int i = first + 1; i < end; i++)
		if (!letters[i].in_word)
			before[letters[i].byte] = BREAK_MAY;
}

static void find_thai_breaks(struct breaker *breaker, enum break_kind *before)
{
	const struct letters *letters = &breaker->letters;

	for (int i = 0, end; i < letters->n; i = end + 1) {
		for (end = i; end < letters->n && letters->at[end].classes & CLASS_T; end++)
			continue;
		if (end > i)
			find_words(breaker, i, end, before);
	}
}

static void fill_sieve(const struct parsed_rules *table, const struct letter *letter,
	struct sieve *sieve)
{
	sieve->letter = *letter;
	sieve->before = sieve->behind = 0;
	for (int i = 0; i < table->n; i++) {
		sieve->before |= (uint64_t)pattern_may_match(table->at[i].before, letter) << i;
		sieve->behind |= (uint64_t)pattern_may_match(table->at[i].behind, letter) << i;
	}
}

static const struct sieve *choose_sieve(struct parsed_rules *table, const struct letter *letter)
{
	struct sieve *sieve = &table->sieves[letter->code % SIEVES];

	if (sieve->letter.code != letter->code || sieve->letter.classes != letter->classes)
		fill_sieve(table, letter, sieve);
	return sieve;
}

static void apply(struct parsed_rules *table, const struct letters *letters, int at,
	enum break_kind *kind)
{
	uint64_t left = choose_sieve(table, &letters->at[at - 1])->before;

	left &= choose_sieve(table, &letters->at[at])->behind;
	for (int i = 0; left; i++, left >>= 1)
		if (left & 1 && patterns_match(table->at[i].before, table->at[i].behind,
				letters, at)) {
			*kind = table->at[i].verdict;
			return;
		}
}

static void apply_to_all(const struct breaker *breaker, struct parsed_rules *table,
	enum break_kind from, enum break_kind *before)
{
	for (int i = 1; i < breaker->letters.n; i++) {
		enum break_kind *kind = &before[breaker->letters.at[i].byte];

		if (*kind == from)
			apply(table, &breaker->letters, i, kind);
	}
}

/* Is the stretch a part of one word that libthai found? */
static bool is_inside_word(const struct letters *letters, int first, int end)
{
	for (int i = first + 1; i < end; i++)
		if (!letters->at[i].in_word)
			return false;
	return letters->at[first].in_word || (end < letters->n && letters->at[end].in_word);
}

static void set_edge(struct letters *letters, int at, enum break_kind *before)
{
	if (!at || at == letters->n || !(letters->at[at - 1].classes & CLASS_T)
			|| !(letters->at[at].classes & CLASS_T))
		return;
	before[letters->at[at].byte] = BREAK_MAY;
	letters->at[at].in_word = false;
}

static void set_word(struct letters *letters, int first, int end, enum break_kind *before)
{
	for (int i = first + 1; i < end; i++) {
		before[letters->at[i].byte] = BREAK_NO;
		letters->at[i].in_word = true;
	}
	set_edge(letters, first, before);
	set_edge(letters, end, before);
}

/* The report's own words. */
static void apply_words(struct breaker *breaker, enum break_kind *before)
{
	struct letters *letters = &breaker->letters;

	for (int i = 0, n; breaker->words && i < letters->n; i += n ? n : 1) {
		n = words_longest(breaker->words, letters, i);
		if (n && is_inside_word(letters, i, i + n))
			n = 0;
		if (n)
			set_word(letters, i, i + n, before);
	}
}

void breaks_find(struct breaker *breaker, const char *utf8, int n, enum break_kind *before)
{
	if (!n)
		return;
	fill_letters(breaker, utf8, n);
	mark_addresses(&breaker->letters);
	find_unicode_breaks(breaker, utf8, n, before);
	find_thai_breaks(breaker, before);
	apply_to_all(breaker, &breaker->allowances, BREAK_NO, before);
	apply_words(breaker, before);
	apply_to_all(breaker, &breaker->rules, BREAK_MAY, before);
}
