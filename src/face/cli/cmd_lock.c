#include "domain/archive/archive.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_lock(struct cli *c, struct err *e)
{
	struct archive_place place = opening_place(c);
	bool was_held;

	if (archive_lock(&place, &was_held, e) != 0)
		return -1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_bool(answer, STR("was_unlocked"), was_held);
		cli_json(c, answer);
	} else if (was_held) {
		cli_say(c, STR("cli.lock.done"));
	} else {
		cli_say(c, STR("cli.lock.was_locked"));
	}
	return 0;
}
