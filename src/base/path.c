#include "base/path.h"

struct step_form step_form(enum path_step step)
{
	static const struct step_form forms[] = {
		[STEP_MOVE] = { "m", 1 }, [STEP_LINE] = { "l", 1 }, [STEP_CURVE] = { "c", 3 },
		[STEP_CLOSE] = { "h", 0 },
	};

	return forms[step];
}
