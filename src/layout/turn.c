#include "layout/turn.h"

enum { BITS = 30 };			/* behind the binary point */

#define QUARTER_TURN INT64_C(1686629713)	/* pi / 2 */

/* Of k of n parts of a right angle, by Taylor's series: what it leaves out is below 1e-9. */
static int64_t sine(int64_t k, int64_t n)
{
	int64_t angle = QUARTER_TURN * k / n, square = angle * angle >> BITS;
	int64_t term = angle, sum = angle;

	for (int i = 2; i <= 14; i += 2) {
		term = -(term * square >> BITS) / (i * (i + 1));
		sum += term;
	}
	return sum;
}

static length scaled(length radius, int64_t sine_of)
{
	return (length)((radius * sine_of + (INT64_C(1) << (BITS - 1))) >> BITS);
}

struct point turn_point(length radius, int k, int n)
{
	int64_t quarter = 4 * (int64_t)k / n, rest = 4 * (int64_t)k % n;
	length along = scaled(radius, sine(n - rest, n)), across = scaled(radius, sine(rest, n));
	const struct point points[] = {
		{ across, -along }, { along, across }, { -across, along }, { -along, -across },
	};

	return points[quarter % 4];
}

length turn_leg(length hypotenuse, length side)
{
	int64_t square = (int64_t)hypotenuse * hypotenuse - (int64_t)side * side, low = 0;
	int64_t high = hypotenuse;

	while (low < high) {
		int64_t middle = (low + high + 1) / 2;

		if (middle * middle <= square)
			low = middle;
		else
			high = middle - 1;
	}
	return (length)low;
}
