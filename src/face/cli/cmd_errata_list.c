#include "face/cli/errata_view.h"
#include "face/cli/opening.h"

int
cmd_errata_list(struct cli *c, struct err *e)
{
	const struct count_reader reader = {.db = archive_db(c->archive), .arena = c->a};
	const struct viewer team = {VIEWER_TEAM};
	struct errata_reports queue;
	struct json *answer = json_object(c->a);
	struct json *list = json_set_array(answer, STR("reports"));

	if (errata_queue(&reader, team, option_has(&c->line, OPTION_ALL), &queue, e) != 0)
		return -1;
	for (size_t i = 0; i < queue.count; i++) {
		if (c->json)
			json_push(list, errata_view_json(c, &queue.at[i]));
		else
			errata_view_line(c, &queue.at[i]);
	}
	if (c->json)
		cli_json(c, answer);
	else if (queue.count == 0)
		cli_say(c, STR("cli.errata.nothing"));
	return 0;
}
