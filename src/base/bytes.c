#include "base/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/machine.h"

static void move_to(struct bytes *bytes, size_t room)
{
	bytes->at = arena_enlarge(bytes->arena, bytes->at, bytes->n, bytes->room, room);
	bytes->room = room;
}

void bytes_grow(struct bytes *bytes, size_t n)
{
	move_to(bytes, bytes->n + bytes->n / 2 + n + 1);
}

void bytes_reserve(struct bytes *bytes, size_t n)
{
	if (bytes->n + n + 1 > bytes->room)
		move_to(bytes, bytes->n + n + 1);
}

void bytes_drop(struct bytes *bytes)
{
	arena_drop(bytes->at, bytes->room);
	*bytes = (struct bytes){ .arena = bytes->arena };
}

void bytes_int(struct bytes *bytes, int64_t number)
{
	char digits[21];
	size_t i = sizeof digits;
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	do
		digits[--i] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		digits[--i] = '-';
	bytes_add(bytes, digits + i, sizeof digits - i);
}

void bytes_thousandths(struct bytes *bytes, int64_t thousandths)
{
	char decimals[] = { '.', '0', '0', '0' };
	uint32_t rest = (uint32_t)(llabs(thousandths) % 1000);
	size_t n = sizeof decimals;

	if (thousandths < 0 && thousandths > -1000)
		bytes_text(bytes, "-");
	bytes_int(bytes, thousandths / 1000);
	for (size_t i = n - 1; i; i--, rest /= 10)
		decimals[i] = (char)('0' + rest % 10);
	while (n > 1 && decimals[n - 1] == '0')
		n--;
	if (n > 1)
		bytes_add(bytes, decimals, n);
}

void bytes_hex(struct bytes *bytes, uint32_t number, int n)
{
	char digits[8];

	for (int i = n - 1; i >= 0; i--, number >>= 4)
		digits[i] = "0123456789ABCDEF"[number & 0xf];
	bytes_add(bytes, digits, (size_t)n);
}

/* Where the room that is there will do, in one go. */
void bytes_printf(struct bytes *bytes, const char *format, ...)
{
	size_t left = bytes->room - bytes->n;
	va_list args, again;
	int n;

	va_start(args, format);
	va_copy(again, args);
	n = vsnprintf(left ? bytes->at + bytes->n : NULL, left, format, args);
	if ((size_t)n >= left) {
		bytes_grow(bytes, (size_t)n);
		vsnprintf(bytes->at + bytes->n, (size_t)n + 1, format, again);
	}
	bytes->n += (size_t)n;
	va_end(again);
	va_end(args);
}

/* What a pipe has may come in any pieces, and a signal between them. */
static int read_all(struct bytes *bytes, int fd)
{
	char part[1 << 16];
	struct stat status = { 0 };

	if (!fstat(fd, &status) && status.st_size > 0 && status.st_size <= LIMIT_FILE_BYTES)
		bytes_reserve(bytes, (size_t)status.st_size);
	while (bytes->n <= LIMIT_FILE_BYTES) {
		ssize_t n = read(fd, part, sizeof part);

		if (!n)
			return 0;
		if (n > 0)
			bytes_add(bytes, part, (size_t)n);
		else if (errno != EINTR)
			return errno;
	}
	return EFBIG;
}

bool bytes_is_standard(const char *path)
{
	return !strcmp(path, "-");
}

const char *bytes_name(const char *path)
{
	return bytes_is_standard(path) ? "<stdin>" : path;
}

const char *bytes_read(struct bytes *bytes, const char *path)
{
	int fd = bytes_is_standard(path) ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	int reason = errno;

	bytes_text(bytes, "");
	if (fd >= 0)
		reason = read_all(bytes, fd);
	if (fd > STDIN_FILENO)
		close(fd);
	return reason ? arena_text(bytes->arena, machine_reason(reason, bytes_name(path))) : NULL;
}
