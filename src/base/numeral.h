/* Numbers and dates as Thai official papers write them. */
#ifndef BASE_NUMERAL_H
#define BASE_NUMERAL_H

#include "base/arena.h"

enum numeral_style {
	NUMERAL_THAI,		/* ๑ ๒ ๓ */
	NUMERAL_ARABIC,		/* 1 2 3 */
	NUMERAL_LETTER,		/* ก ข ค ง จ, no ฃ ฅ ฆ, as outlines count; after ฮ again กก ขข */
};

/* Letters for 1 to 328 (ฮ eight times); other numbers come as digits. */
char *numeral_text(struct arena *, int number, enum numeral_style);

/* The letter for "1", ก, to "328"; NULL for any other text.  Digits ASCII or Thai. */
char *numeral_letter(struct arena *, const char *number);

/* A copy of the text with its ASCII digits turned into Thai ones. */
char *numeral_thai_digits(struct arena *, const char *text);

/* The reverse: a copy with Thai digits turned into ASCII ones. */
char *numeral_ascii_digits(struct arena *, const char *text);

/*
 * A date of the Buddhist calendar in Thai words, digits Thai too:
 * "2565-04-29" is ๒๙ เมษายน ๒๕๖๕, "2565-04" is เมษายน ๒๕๖๕, "2565" is ๒๕๖๕.
 * NULL if it is not a date of the years 2400 to 2999.
 */
char *numeral_thai_date(struct arena *, const char *buddhist_date);

/* The same with the month's abbreviation: ๒๙ เม.ย. ๒๕๖๕, เม.ย. ๒๕๖๕, ๒๕๖๕. */
char *numeral_short_date(struct arena *, const char *buddhist_date);

/* The same of the common era, as ISO 8601 has it: 2022-04-29, 2022-04, 2022. */
char *numeral_iso_date(struct arena *, const char *buddhist_date);

/*
 * The fiscal year of a date with a month, "2566" for "2565-10": it begins in
 * October (Budget Procedures Act B.E. 2561, section 4).  NULL as above.
 */
char *numeral_fiscal_year(struct arena *, const char *buddhist_date);

/* "2565-10-01" and "2566-09-30" for "2566"; NULL if it is not a year from 2401 to 2999. */
char *numeral_fiscal_first_day(struct arena *, const char *fiscal_year);
char *numeral_fiscal_last_day(struct arena *, const char *fiscal_year);

/*
 * The date that many years later (or earlier), written alike: "๒๕๖๔-๑๐" is ๒๕๖๕-๑๐ a
 * year later.  29 February becomes 28 where the year has no 29th.  NULL as above.
 */
char *numeral_shift_years(struct arena *, const char *buddhist_date, int years);

/*
 * Numbers are decimal, of any length, digits ASCII or Thai, with commas between
 * thousands or without: "1234.5", "1,234.50", "-0.5".  NULL if it is no such number.
 *
 * With commas and Thai digits: ๑,๒๓๔.๕๐.  As many decimals as were given.
 */
char *numeral_grouped(struct arena *, const char *number);

/*
 * An amount of money in words: "1234.50" is หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์,
 * "100" หนึ่งร้อยบาทถ้วน.  A one at the end is เอ็ด behind any higher digit (หนึ่งร้อยเอ็ด,
 * the Royal Society's rule).  NULL also below zero or with more than two decimals.
 */
char *numeral_baht(struct arena *, const char *number);

#endif
