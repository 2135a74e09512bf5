#include "domain/archive/archive.h"
#include "face/cli/cli.h"

int
cmd_rebuild(struct cli *c, struct err *e)
{
	struct str table = STR("");
	struct buf *entries = buf_on(c->a);
	bool same;

	if (archive_rebuild(c->archive, &same, c->a, &table, e) != 0)
		return -1;
	c->status = same ? 0 : 1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_bool(answer, STR("same"), same);
		json_set_int(answer, STR("entries"), archive_entries(c->archive));
		json_set(answer, STR("table"), same ? json_null(c->a) : json_str(c->a, table));
		cli_json(c, answer);
		return 0;
	}
	lang_number(entries, archive_entries(c->archive), c->lang);
	if (same)
		cli_say(c, STR("cli.rebuild.same"), buf_str(entries));
	else
		cli_say(c, STR("cli.rebuild.differs"), buf_str(entries), table);
	return 0;
}
