#include "domain/record/record.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"

static void
list_json(struct cli *c, const struct record_list *list)
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("records"));

	for (size_t i = 0; i < list->count; i++) {
		const struct record *r = &list->at[i];
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("id"), record_name(r));
		json_set_str(row, STR("key"), r->id);
		json_set_str(row, STR("kind"), r->kind);
		json_set_str(row, STR("title"), r->title);
		json_set_bool(row, STR("destroyed"), r->destroyed);
	}
	cli_json(c, answer);
}

static void
list_text(struct cli *c, const struct record_list *list)
{
	size_t id_width = 0, kind_width = 0;

	for (size_t i = 0; i < list->count; i++) {
		size_t id = record_name(&list->at[i]).n, kind = list->at[i].kind.n;
		id_width = id > id_width ? id : id_width;
		kind_width = kind > kind_width ? kind : kind_width;
	}
	for (size_t i = 0; i < list->count; i++) {
		const struct record *r = &list->at[i];
		column_pad(c->out, record_name(r), id_width + 2);
		if (r->title.n > 0 || r->destroyed)
			column_pad(c->out, r->kind, kind_width + 2);
		else
			buf_put(c->out, r->kind);
		buf_put(c->out,
		    r->destroyed ? message_text(c->a, c->lang, STR("cli.record.destroyed"))
				 : r->title);
		buf_putc(c->out, '\n');
	}
}

int
cmd_record_list(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct record_reader reader = {archive_db(c->archive), c->a, &vocab, {VIEWER_TEAM}};
	struct str kind = c->arg_count > 0 ? c->args[0] : STR("");
	struct record_list list;

	if (vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    record_list(&reader, kind, lang_code(c->lang), &list, e) != 0)
		return -1;
	if (c->json)
		list_json(c, &list);
	else if (list.count > 0)
		list_text(c, &list);
	else
		cli_say(c, STR("cli.record.no_records"));
	return 0;
}
