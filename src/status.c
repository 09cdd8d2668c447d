#include "commands.h"

enum status status_of(const struct problems *problems, bool strict)
{
	if (problems->worst == FATAL)
		return STATUS_SYSTEM;
	return problems->worst == ERROR || (strict && problems->worst == WARNING) ? STATUS_INPUT
		: STATUS_MADE;
}

enum status status_print(const struct problems *problems, bool strict)
{
	problems_print(problems, stderr);
	return status_of(problems, strict);
}
