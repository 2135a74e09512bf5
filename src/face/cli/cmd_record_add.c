#include "domain/record/record.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_record_add(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct record_writer writer = {c->archive, c->a, &vocab, &stamp};
	struct record record;
	bool fresh;

	if (vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    record_add(&writer, c->args[0], option_of(&c->line, OPTION_ID), &record, &fresh, e) !=
		0)
		return -1;
	if (!c->json) {
		cli_say(c, fresh ? STR("cli.record.added") : STR("cli.record.same"),
		    record_name(&record));
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("id"), record_name(&record));
	json_set_str(answer, STR("key"), record.id);
	json_set_bool(answer, STR("added"), fresh);
	cli_json(c, answer);
	return 0;
}
