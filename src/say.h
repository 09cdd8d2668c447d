/*
 * What the program says besides the problems of a report, on standard error: as a person at
 * a terminal or another program wants it, in the language that was asked for.
 */
#ifndef SAY_H
#define SAY_H

#include "options.h"

/* Chooses language and view by the options and the environment. */
void say_choose(struct arena *, struct options *);

/* "raingan: " and the message with its details, for people only: not with --quiet or --json. */
#define say_status(options, out, ...) \
	say_to((options), (out), (const char *[]){ __VA_ARGS__, NULL })

void say_to(const struct options *, FILE *out, const char *const *message_and_details);

/* A person sits at standard error, who wants to hear of what went well too. */
bool say_is_heard(const struct options *);

/* Standard error is a terminal that can show more than lines. */
bool say_is_terminal(void);

/* The system's failure: always said.  The message and its details. */
#define say_failure(options, ...) \
	say_error((options), "SYSTEM", (const char *[]){ __VA_ARGS__, NULL })

void say_error(const struct options *, const char *kind, const char *const *message_and_details);

/* The call is wrong: why, and how to learn more.  Answers false. */
#define say_usage(options, ...) \
	say_wrong((options), (const char *[]){ __VA_ARGS__, NULL })

bool say_wrong(const struct options *, const char *const *message_and_details);

#endif
