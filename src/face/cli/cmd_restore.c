#include "domain/archive/backup.h"
#include "domain/ledger.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

static void
answer_json(struct cli *c, const struct archive_copied *done)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("archive"), c->args[1]);
	json_set_int(answer, STR("entries"), done->entries);
	json_set_int(answer, STR("files"), done->files);
	json_set_int(answer, STR("destroyed"), done->destroyed);
	json_set_int(answer, STR("damaged"), done->damaged);
	cli_json(c, answer);
}

static void
answer_text(struct cli *c, const struct archive_copied *done)
{
	cli_say(c, STR("cli.restore.done"), cli_number(c, done->entries), c->args[1],
	    cli_number(c, done->files));
	if (done->destroyed > 0)
		cli_say(c, STR("cli.restore.destroyed"), cli_number(c, done->destroyed));
	if (done->damaged > 0)
		cli_say(c, STR("cli.backup.damaged"), cli_number(c, done->damaged),
		    str_of(done->damage.arg[0]));
}

int
cmd_restore(struct cli *c, struct err *e)
{
	struct archive_place place = opening_place(c);
	struct archive_copied done;

	place.dir = c->args[0];
	if (archive_restore(&place, ledger_index(), c->args[1], &done, e) != 0)
		return -1;
	if (c->json)
		answer_json(c, &done);
	else
		answer_text(c, &done);
	c->status = done.damaged == 0 ? 0 : 1;
	return 0;
}
