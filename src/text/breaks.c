#include "text/breaks.h"

#include <assert.h>
#include <string.h>

#include <linebreak.h>

#include "base/utf8.h"
#include "text/pattern.h"
#include "text/thai_words.h"

enum {
	RULES_MAX = 64, SIEVES = 256,
	FIRST_INDICATOR = 0x1f1e6, LAST_INDICATOR = 0x1f1ff, IDEOGRAPH = 0x4e00,
};

struct codes LIST(uint32_t);
struct offsets LIST(int);

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
	struct contents needed;
	enum break_kind verdict;
};

struct parsed_rules LIST(struct parsed_rule);

/* What is known of a character: the rules, a bit each, that may match with it there. */
struct sieve {
	uint32_t code;
	unsigned classes;
	uint64_t before, behind;
};

struct breaker {
	struct arena *arena;
	struct thai_words *thai;
	struct parsed_rules rules;	/* the allowances before the rules */
	uint64_t possible;		/* in the text, a bit each */
	struct sieve sieves[2][SIEVES];	/* met last; those of web addresses are others */
	const struct words *listed;	/* of the rules' lists */
	const struct words *words;	/* NULL: none */
	struct letters letters;
	struct codes codes;		/* that libunibreak sees ... */
	struct offsets offsets;	/* ... and where they are in the text */
	char *unibreak;			/* by code */
	int room;			/* of unibreak */
};

enum { ALLOWANCES = sizeof allowances / sizeof *allowances };

/* Those of one kind, a bit each. */
static const uint64_t allowance_bits = ((uint64_t)1 << ALLOWANCES) - 1;

static void parse_rules(struct breaker *breaker, const struct rule *from, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct parsed_rule *rule = list_add(breaker->arena, &breaker->rules);

		rule->before = pattern_parse_before(breaker->arena, from[i].before, word_lists);
		rule->behind = pattern_parse_behind(breaker->arena, from[i].behind, word_lists);
		pattern_add_needed(rule->before, &rule->needed);
		pattern_add_needed(rule->behind, &rule->needed);
		rule->verdict = from[i].verdict;
	}
	assert(breaker->rules.n <= RULES_MAX);
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
	parse_rules(breaker, allowances, ALLOWANCES);
	parse_rules(breaker, rules, sizeof rules / sizeof *rules);
	breaker->listed = pattern_words(arena, word_lists);
	for (int i = 0; i < SIEVES; i++)
		breaker->sieves[0][i].code = breaker->sieves[1][i].code = UINT32_MAX;
	return breaker;
}

void breaker_words(struct breaker *breaker, const struct words *words)
{
	breaker->words = words;
}

static void fill_sieve(const struct parsed_rules *rules_of, struct sieve *sieve)
{
	for (int i = 0; i < rules_of->n; i++) {
		const struct parsed_rule *rule = &rules_of->at[i];

		sieve->before |= (uint64_t)pattern_may_match(rule->before, sieve->code,
			sieve->classes) << i;
		sieve->behind |= (uint64_t)pattern_may_match(rule->behind, sieve->code,
			sieve->classes) << i;
	}
}

/* By the lowest bits, mixed so that Thai and ASCII do not meet. */
static const struct sieve *choose_sieve(struct breaker *breaker, uint32_t code, bool in_address)
{
	struct sieve *sieve = &breaker->sieves[in_address][(code ^ code >> 4) % SIEVES];

	if (sieve->code != code) {
		*sieve = (struct sieve){ code, pattern_classes(code)
			| (in_address ? CLASS_A : 0u), 0, 0 };
		fill_sieve(&breaker->rules, sieve);
	}
	return sieve;
}

static void set_kind(struct breaker *breaker, struct letter *letter, bool in_address)
{
	const struct sieve *sieve = choose_sieve(breaker, letter->code, in_address);

	letter->classes = sieve->classes;
	letter->before = sieve->before;
	letter->behind = sieve->behind;
}

static void fill_letters(struct breaker *breaker, const char *utf8, int n)
{
	const char *at = utf8, *end = utf8 + n;

	breaker->letters.n = 0;
	while (at < end) {
		struct letter *letter = list_add(breaker->arena, &breaker->letters);

		*letter = (struct letter){ .byte = (int)(at - utf8) };
		letter->code = utf8_next(&at, end);
		set_kind(breaker, letter, false);
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
static void mark_addresses(struct breaker *breaker)
{
	struct letters *letters = &breaker->letters;

	for (int i = 0, end; i < letters->n; i = end + 1) {
		bool is_address = false;

		end = address_end(letters, i, &is_address);
		for (int k = i; is_address && k < end; k++)
			set_kind(breaker, &letters->at[k], true);
	}
}

/* Inside a run of Thai letters; to UAX #14 (LB1, LB28) such a run is as good as its first. */
static bool is_inside_run(const struct letters *letters, int i)
{
	return i > 0 && letters->at[i - 1].classes & letters->at[i].classes & CLASS_T;
}

static bool is_indicator(const struct letter *letter)
{
	return letter->code >= FIRST_INDICATOR && letter->code <= LAST_INDICATOR;
}

/*
 * libunibreak 1.1 does not know regional indicators: its pair table ends the program at one.
 * Two of them, a flag, break as an ideograph does (UAX #14, LB30a).
 */
static void fill_codes(struct breaker *breaker)
{
	const struct letters *letters = &breaker->letters;
	bool in_flag = false;

	breaker->codes.n = breaker->offsets.n = 0;
	for (int i = 0; i < letters->n; i++) {
		const struct letter *letter = &letters->at[i];
		bool indicator = is_indicator(letter), ends_flag = indicator && in_flag;

		in_flag = indicator && !in_flag;
		if (ends_flag || is_inside_run(letters, i))
			continue;
		*list_add(breaker->arena, &breaker->codes) = indicator ? IDEOGRAPH : letter->code;
		*list_add(breaker->arena, &breaker->offsets) = letter->byte;
	}
}

static void find_unicode_breaks(struct breaker *breaker, int n, enum break_kind *before)
{
	static const enum break_kind kinds[] = {
		[LINEBREAK_MUSTBREAK] = BREAK_MUST, [LINEBREAK_ALLOWBREAK] = BREAK_MAY,
		[LINEBREAK_NOBREAK] = BREAK_NO, [LINEBREAK_INSIDEACHAR] = BREAK_NO,
	};
	const struct codes *codes = &breaker->codes;

	fill_codes(breaker);
	if (breaker->room < codes->n) {
		breaker->room = codes->room;
		breaker->unibreak = arena_alloc(breaker->arena, (size_t)breaker->room);
	}
	set_linebreaks_utf32(codes->at, (size_t)codes->n, NULL, breaker->unibreak);
	memset(before, 0, (size_t)n * sizeof *before);
	for (int i = 1; i < codes->n; i++)
		before[breaker->offsets.at[i]] = kinds[(unsigned char)breaker->unibreak[i - 1]];
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

/* Most texts have no title, no era, no full stop. */
static void find_possible(struct breaker *breaker)
{
	struct contents contents = pattern_contents(&breaker->letters);

	breaker->possible = 0;
	for (int i = 0; i < breaker->rules.n; i++) {
		const struct contents *needed = &breaker->rules.at[i].needed;
		bool lacks = needed->lists & ~contents.lists || needed->codes & ~contents.codes;

		breaker->possible |= (uint64_t)!lacks << i;
	}
}

static void apply(const struct breaker *breaker, uint64_t left, int at, enum break_kind *kind)
{
	const struct parsed_rule *rule = breaker->rules.at;

	for (; left; rule++, left >>= 1)
		if (left & 1 && patterns_match(rule->before, rule->behind,
				&breaker->letters, at)) {
			*kind = rule->verdict;
			return;
		}
}

static void apply_to_all(const struct breaker *breaker, uint64_t bits, enum break_kind from,
	enum break_kind *before)
{
	const struct letter *letters = breaker->letters.at;

	bits &= breaker->possible;
	for (int i = 1; i < breaker->letters.n; i++) {
		uint64_t left = letters[i - 1].before & letters[i].behind & bits;
		enum break_kind *kind = &before[letters[i].byte];

		if (left && *kind == from)
			apply(breaker, left, i, kind);
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

	if (!breaker->words || words_are_none(breaker->words))
		return;
	for (int i = 0, n; i < letters->n; i += n ? n : 1) {
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
	mark_addresses(breaker);
	words_mark(breaker->listed, &breaker->letters);
	find_possible(breaker);
	find_unicode_breaks(breaker, n, before);
	find_thai_breaks(breaker, before);
	apply_to_all(breaker, allowance_bits, BREAK_NO, before);
	apply_words(breaker, before);
	apply_to_all(breaker, ~allowance_bits, BREAK_MAY, before);
}
