#include "domain/intake/intake.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"

static void
list_json(struct cli *c, const struct intake_list *list)
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("imports"));

	for (size_t i = 0; i < list->count; i++) {
		const struct intake_made *m = &list->at[i];
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("id"), m->id);
		json_set_str(row, STR("source"), m->source);
		json_set_str(row, STR("name"), m->name);
		json_set_str(row, STR("at"), m->added_at);
		json_set_str(row, STR("by"), m->added_by);
		json_set_int(row, STR("lines"), m->lines);
		json_set_int(row, STR("refused"), m->left_out);
		json_set_int(row, STR("records"), m->records);
		json_set_int(row, STR("statements"), m->statements);
		json_set_bool(row, STR("undone"), m->undone);
		json_set_str(row, STR("why"), m->why);
	}
	cli_json(c, answer);
}

static void
list_text(struct cli *c, const struct intake_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct intake_made *m = &list->at[i];
		column_pad(c->out, m->id, ARCHIVE_ID_BYTES + 2);
		column_pad(c->out, m->added_at, 22);
		cli_say(
		    c, STR("cli.import.row"), STR_INT(m->statements), STR_INT(m->records), m->name);
		if (m->undone)
			cli_say(c, STR("cli.import.row_undone"), m->why);
	}
}

int
cmd_import_list(struct cli *c, struct err *e)
{
	struct intake_list list;

	if (intake_list(archive_db(c->archive), c->a, &list, e) != 0)
		return -1;
	if (c->json)
		list_json(c, &list);
	else if (list.count > 0)
		list_text(c, &list);
	else
		cli_say(c, STR("cli.import.no_imports"));
	return 0;
}
