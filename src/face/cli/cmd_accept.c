#include "domain/record/record.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_accept(struct cli *c, struct err *e)
{
	struct vocab vocab;
	struct record_statement statement;
	struct archive_stamp stamp = opening_stamp(c);
	const struct record_reader reader = {archive_db(c->archive), c->a, &vocab, {VIEWER_TEAM}};

	if (vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    record_statement_find(&reader, c->args[0], &statement, e) != 0 ||
	    record_accept(c->archive, &stamp, &statement, e) != 0)
		return -1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_str(answer, STR("id"), statement.id);
		json_set_bool(answer, STR("accepted"), true);
		cli_json(c, answer);
	} else {
		cli_say(c, STR("cli.accept.done"), statement.id);
	}
	return 0;
}
