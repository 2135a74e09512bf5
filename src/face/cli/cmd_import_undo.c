#include "domain/intake/intake.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_import_undo(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct intake_made made;
	struct str why = STR("");

	if (cli_needs(c, OPTION_WHY, e) != 0 || cli_text_of(c, OPTION_WHY, &why, e) != 0 ||
	    intake_find(archive_db(c->archive), c->a, c->args[0], &made, e) != 0 ||
	    intake_undo(c->archive, &stamp, &made, why, e) != 0)
		return -1;
	if (!c->json) {
		cli_say(c, STR("cli.import.taken_back"), STR_INT(made.statements), made.name);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("id"), made.id);
	json_set_int(answer, STR("statements"), made.statements);
	cli_json(c, answer);
	return 0;
}
