/* Finished pages made ready for the press: other colours and places, never other lines. */
#ifndef PAGE_PRESS_H
#define PAGE_PRESS_H

#include "page/page.h"

struct press {
	bool grey;			/* no colours, but where a style says print-color-adjust */
	bool facing;			/* printed on both sides: margins of even pages mirrored */
};

void press_apply(struct arena *, const struct press *, struct pages *);

#endif
