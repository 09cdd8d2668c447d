/*
 * What is wrong with a report, and where.  Stages report problems and go on
 * as far as they can, so that an author sees all of them at once; the
 * pipeline stops between stages once one is an ERROR or worse.
 */
#ifndef BASE_PROBLEM_H
#define BASE_PROBLEM_H

#include <stdio.h>

#include "base/phrase.h"

/* FATAL: not the author's doing but the system's (exit status 3). */
enum severity { FINE, WARNING, ERROR, FATAL };

enum problem_kind {
#define PROBLEM(kind, severity, message) PROBLEM_##kind,
#include "base/problem_kinds.def"
#undef PROBLEM
	PROBLEM_KINDS
};

/* Where in the author's files.  line is 0 where it is not known. */
struct place {
	const char *file;
	int line;
};

struct problem {
	enum problem_kind kind;
	struct place place;
	const char *message;		/* with its details filled in */
};

struct problems {
	struct arena *arena;
	const struct language *language;	/* NULL: English */
	struct problem *at;
	int n, room;
	enum severity worst;
	int *slots, slot_room;		/* the problems by their hash: index + 1; 0 is free */
};

/*
 * problem_report(problems, PROBLEM_X, place, "first", "second"): the texts
 * take the places of {1}, {2} ... in the kind's message, as phrase.h tells.
 * At least one text; "" where the message has no {1}.  The same problem at
 * the same place is kept once; beyond LIMIT_PROBLEMS of them only the worst
 * severity is.
 */
#define problem_report(problems, kind, place, ...) \
	problem_add((problems), (kind), (place), (const char *[]){ __VA_ARGS__, NULL })

void problem_add(struct problems *, enum problem_kind, struct place, const char *const *details);

/* "SCORE_RANGE"; never translated. */
const char *problem_name(enum problem_kind);
enum severity problem_severity(enum problem_kind);

/*
 * How problems are shown, one a line: as FILE:LINE: error|warning: message [KIND], the same
 * with the colours of a terminal, or as a JSON object with file and line (null where there is
 * none), severity, kind and message.
 */
enum problem_style { PROBLEM_PLAIN, PROBLEM_COLOURED, PROBLEM_JSON };

struct problem_view {
	enum problem_style style;
	enum severity least;		/* milder ones are not shown */
};

/* In the order reported. */
void problems_print(const struct problems *, const struct problem_view *, FILE *);

/* One that is no row of the catalogue; file may be "". */
void problem_print(enum problem_style, const char *kind, struct place, const char *message, FILE *);

#endif
