#include "base/bytes.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void make_room(struct bytes *bytes, size_t more)
{
	size_t room = 2 * (bytes->n + more + 1);
	char *moved;

	if (bytes->n + more + 1 <= bytes->room)
		return;
	moved = arena_alloc(bytes->arena, room);
	if (bytes->n)
		memcpy(moved, bytes->at, bytes->n);
	bytes->at = moved;
	bytes->room = room;
}

void bytes_add(struct bytes *bytes, const void *from, size_t n)
{
	make_room(bytes, n);
	if (n)
		memcpy(bytes->at + bytes->n, from, n);
	bytes->n += n;
	bytes->at[bytes->n] = '\0';
}

void bytes_text(struct bytes *bytes, const char *text)
{
	bytes_add(bytes, text, strlen(text));
}

void bytes_printf(struct bytes *bytes, const char *format, ...)
{
	va_list args, again;
	int n;

	va_start(args, format);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, args);
	make_room(bytes, (size_t)n);
	vsnprintf(bytes->at + bytes->n, (size_t)n + 1, format, again);
	bytes->n += (size_t)n;
	va_end(again);
	va_end(args);
}
