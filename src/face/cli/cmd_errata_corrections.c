#include "face/cli/errata_view.h"
#include "face/cli/opening.h"

static void
correction_put(struct cli *c, const struct errata_correction *one, struct json *list)
{
	struct str kind = errata_kind_name(one->kind);

	if (!c->json) {
		cli_say(c, STR("cli.errata.correction"), str_sub(one->at, 0, 10), one->lang,
		    STR_INT(one->number), one->was, one->reads, one->note);
		return;
	}
	struct json *row = json_push_object(list);
	json_set_str(row, STR("at"), one->at);
	json_set_str(row, STR("lang"), one->lang);
	json_set_int(row, STR("revision"), one->number);
	json_set_str(row, STR("kind"), kind);
	json_set_str(row, STR("was"), one->was);
	json_set_str(row, STR("reads"), one->reads);
	json_set_str(row, STR("note"), one->note);
}

int
cmd_errata_corrections(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	struct publication publication;
	struct errata_corrections all;
	struct json *answer = json_object(c->a);
	struct json *list = json_set_array(answer, STR("corrections"));

	if (vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    publication_find(&reader, c->args[0], &publication, e) != 0 ||
	    errata_corrections(&reader, &publication, &all, e) != 0)
		return -1;
	for (size_t i = 0; i < all.count; i++)
		correction_put(c, &all.at[i], list);
	if (c->json)
		cli_json(c, answer);
	else if (all.count == 0)
		cli_say(c, STR("cli.errata.no_corrections"));
	return 0;
}
