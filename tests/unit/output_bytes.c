/* output_bytes N: gives a file N bytes, which go nowhere; tells what is wrong as the PDF's writer does. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/output.h"
#include "base/problem.h"

int main(int argc, char **argv)
{
	static char bytes[1 << 20];
	long long left = argc == 2 ? atoll(argv[1]) : 0;
	struct arena *arena = arena_open();
	struct problems problems = { .arena = arena };
	struct output *output = output_open(arena, "/dev/null");

	while (left > 0) {
		size_t part = left < (long long)sizeof bytes ? (size_t)left : sizeof bytes;

		output_add(output, bytes, part);
		left -= (long long)part;
	}
	output_close(output, true);
	if (output_error(output))
		problem_report(&problems, PROBLEM_PDF_UNWRITABLE,
			((struct place){ "/dev/null", 0 }), strerror(output_error(output)));
	problems_print(&problems, &(struct problem_view){ 0 }, stderr);
	arena_close(arena);
	return problems.worst > FINE;
}
