#include "base/machine.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { STATUS_SYSTEM = 3 };

/* Standard error has no buffer, so that this asks for no memory. */
_Noreturn void machine_end(const char *name, const char *why)
{
	fputs("raingan: ", stderr);
	if (name) {
		fputs(name, stderr);
		fputs(": ", stderr);
	}
	fputs(why, stderr);
	fputs("\n", stderr);
	_exit(STATUS_SYSTEM);
}

const char *machine_reason(int error, const char *name)
{
	static const int lacks[] = { EMFILE, ENFILE, ENOMEM, EIO };

	for (size_t i = 0; i < sizeof lacks / sizeof *lacks; i++)
		if (error == lacks[i])
			machine_end(name, strerror(error));
	return strerror(error);
}
