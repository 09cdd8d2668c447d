/* Directions in whole numbers, so that they are the same on every machine.  Inside layout/ only. */
#ifndef LAYOUT_TURN_H
#define LAYOUT_TURN_H

#include "base/units.h"

/*
 * From the centre: the point so far away at k of n parts of a turn, clockwise
 * from straight up; 0 <= k < n.
 */
struct point turn_point(length radius, int k, int n);

/* The other side of a right triangle: what is left of the hypotenuse's square, its root. */
length turn_leg(length hypotenuse, length side);

#endif
