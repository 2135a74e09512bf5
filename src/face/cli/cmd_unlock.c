#include "domain/archive/archive.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_unlock(struct cli *c, struct err *e)
{
	struct archive_place place = opening_place(c);

	if (archive_unlock(&place, ARCHIVE_IDLE_SECONDS, e) != 0)
		return -1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_int(answer, STR("idle_seconds"), ARCHIVE_IDLE_SECONDS);
		cli_json(c, answer);
	} else {
		cli_say(c, STR("cli.unlock.done"), STR_INT(ARCHIVE_IDLE_SECONDS / 60));
	}
	return 0;
}
