#include "face/cli/link_room.h"

#include "kit/os/env.h"
#include "kit/os/machine.h"
#include "kit/os/spill.h"

#define MEGABYTE ((uint64_t)1000000)
#define SHARE 3 /* of what is free: as much again is not lent, and pages are read into the rest */

static void
room_free(void *spill)
{
	spill_free(spill);
}

int
link_room(struct cli *c, const struct arena_lender **out, struct err *e)
{
	struct str said = option_of(&c->line, OPTION_MEMORY), folder = env_get("TMPDIR");
	uint64_t memory = machine_memory() / SHARE;
	int64_t n;

	if (said.n > 0) {
		if (!str_to_int(said, &n) || n < 1 || (uint64_t)n > UINT64_MAX / MEGABYTE)
			return err_fail(e, ERR_INPUT, STR("cli.link.budget"), said);
		memory = (uint64_t)n * MEGABYTE;
	}
	struct spill *spill = spill_new(folder.n > 0 ? folder : STR("/var/tmp"), memory);
	arena_defer(c->a, room_free, spill);
	*out = spill_lender(spill);
	return 0;
}
