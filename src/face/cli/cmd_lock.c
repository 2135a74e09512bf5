#include "domain/archive/archive.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"
#include "face/cli/serving.h"

int
cmd_lock(struct cli *c, struct err *e)
{
	struct archive_place place = opening_place(c);
	struct str ignored;
	bool was_held;

	/* The server first: what it holds is more than the key. */
	int served = serving_ask(c, &place, SERVING_END, &ignored, e);
	struct err second;
	int locked = archive_lock(&place, &was_held, served < 0 ? &second : e);
	if (served < 0 || locked != 0)
		return -1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_bool(answer, STR("was_unlocked"), was_held);
		json_set_bool(answer, STR("was_served"), served > 0);
		cli_json(c, answer);
		return 0;
	}
	if (served > 0)
		cli_say(c, STR("cli.lock.served"));
	cli_say(c, was_held ? STR("cli.lock.done") : STR("cli.lock.was_locked"));
	return 0;
}
