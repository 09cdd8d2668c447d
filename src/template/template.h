/*
 * From the report's tree to the document's, by XSLT 1.0 (libxslt).
 *
 * A template sees its own folder as the whole file system (import, include and
 * document() find nothing else, through links neither), writes nothing,
 * reaches no network, and takes a limited number of steps (limits.def).
 *
 * It can call these, xmlns:th="urn:raingan:functions"; all take and give text,
 * and read Thai digits as well as ASCII ones.  What is wrong is an ERROR at the
 * report's line (its kind in brackets), and the text stays as it is.
 *
 *   th:digits("95.36")                ๙๕.๓๖: Thai digits for ASCII ones
 *   th:arabic-digits("๙๕.๓๖")          95.36: the reverse, also around the functions below
 *   th:letter("2")                    ข: appendices, ก to ฮ and on with กก [NUMBER_INVALID]
 *   th:number("1234567.50")           ๑,๒๓๔,๕๖๗.๕๐ [NUMBER_INVALID]
 *   th:baht("1234.50")                หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์; "100" gives
 *                                     หนึ่งร้อยบาทถ้วน [MONEY_INVALID]
 *   th:date("2565-04-29")             ๒๙ เมษายน ๒๕๖๕, Buddhist calendar; without the day,
 *                                     or the month too, where it has none [DATE_INVALID]
 *   th:short-date("2565-04-29")       ๒๙ เม.ย. ๒๕๖๕, the same [DATE_INVALID]
 *   th:iso-date("2565-04-29")         2022-04-29, common era, the same [DATE_INVALID]
 *   th:fiscal-year("2565-10")         2566: October belongs to the next; a day may follow
 *                                     [MONTH_INVALID]
 *   th:fiscal-first-day("2566")       2565-10-01, and
 *   th:fiscal-last-day("2566")        2566-09-30, for th:date() [YEAR_INVALID]
 *   th:csv(@id, "say \"x\"", $lines)   "m1","say ""x""","...": cells of a file of comma-separated
 *                                     values, nothing for an empty text, an apostrophe before
 *                                     what a spreadsheet would run (csv.h); of nodes, or what a
 *                                     variable holds, a line each, its spaces as by
 *                                     normalize-space(), but an attribute's as they are
 *
 * numeral.h tells which numbers and dates are right.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <stdbool.h>
#include <libxml/tree.h>

#include "base/bytes.h"
#include "base/problem.h"
#include "base/shelf.h"

struct template;

/* The template folder/file, compiled once and kept on the shelf; NULL after a problem. */
struct template *template_read(struct shelf *, const char *folder, const char *file,
	struct problems *);

/*
 * The document that the template makes of the source; NULL after a problem.
 * Its URL is the source's, so that source_place() tells the report's lines.
 */
xmlDoc *template_apply(struct arena *, const struct template *, xmlDoc *source,
	struct problems *);

/*
 * Adds the bytes that the template makes of the source, as its xsl:output says;
 * false after a problem.
 */
bool template_write(struct arena *, const struct template *, xmlDoc *source, struct bytes *,
	struct problems *);

#endif
