#include "domain/person/person.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_list_undo(struct cli *c, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	struct archive_stamp stamp = opening_stamp(c);
	struct person_list list;
	struct str why = STR("");

	if (cli_needs(c, OPTION_WHY, e) != 0 || cli_text_of(c, OPTION_WHY, &why, e) != 0 ||
	    person_list_find(&reader, c->args[0], &list, e) != 0 ||
	    person_list_undo(c->archive, &stamp, &list, why, e) != 0)
		return -1;
	if (!c->json) {
		cli_say(c, STR("cli.list.taken_back"), cli_number(c, list.lines), list.name);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("id"), list.id);
	json_set_int(answer, STR("mentions"), list.lines);
	cli_json(c, answer);
	return 0;
}
