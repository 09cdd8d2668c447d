/*
 * Normalization form C (UAX #15) by the tables that HarfBuzz has anyway; a
 * library for it alone (libunistring, ICU) would be one more to install.
 * Inside text/ only.
 */
#ifndef TEXT_COMPOSE_H
#define TEXT_COMPOSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct codes LIST(uint32_t);

/* Longer pieces are no one's text: the Stream-Safe format of UAX #15 allows 30 marks. */
enum { COMPOSE_MOST = 32 };

/* May the two, neither Thai nor both ASCII, make one character, or change places? */
bool compose_goes_on(uint32_t before, uint32_t behind);

/*
 * Adds the form C of the n (at most COMPOSE_MOST) codes if it differs from them;
 * answers whether it does.  Thai marks are for thai_cell.h: they are left alone.
 */
bool compose_text(struct arena *, const uint32_t *codes, int n, struct codes *composed);

#endif
