/*
 * A file of scores, as a spreadsheet saves it: one row an indicator, under a row that names
 * the columns.  Separated by commas, semicolons or tabs, in any charset.h knows.
 *
 * Columns by their names (capital letters or small): the score is score, คะแนน, ผลคะแนน or
 * คะแนนที่ได้; the indicator is told by the first of these that is there and not empty:
 *   id, รหัส, รหัสตัวชี้วัด
 *   indicator, title, name, ตัวชี้วัด, ชื่อตัวชี้วัด
 *   no, no., number, ที่, ลำดับ, ลำดับที่, ข้อ, ตัวชี้วัดที่
 * An indicator is its id (i1), its number in the scheme's order (1, ๑) or its name, also
 * with a number before it ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"): that may be its rank, the name
 * counts.  Rows above the columns' names and empty rows are passed over.
 */
#ifndef MODEL_SCORES_H
#define MODEL_SCORES_H

#include "model/scheme.h"

/*
 * By indicator of the scheme the score as typed, digits ASCII; NULL where a problem tells
 * why there is none.  titles are the report's own names, by indicator, beside the scheme's.
 * Reports FILE_MISSING, SCORES_ENCODING, SCORES_COLUMNS, SCORES_QUOTE, SCORES_SHORT,
 * SCORE_OPEN, SCORE_RANGE, INDICATOR_UNKNOWN, INDICATOR_DOUBLE, INDICATOR_MISSING.
 */
const char **scores_read(struct arena *, const char *path, const struct scheme *,
	const char *const *titles, struct problems *);

#endif
