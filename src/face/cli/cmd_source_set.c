#include "domain/source/source.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_source_set(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct str whom = option_of(&c->line, OPTION_CONFIDENTIALITY);
	bool fresh;

	if (cli_needs(c, OPTION_CONFIDENTIALITY, e) != 0 ||
	    source_set(c->archive, &stamp, c->args[0], whom, &fresh, e) != 0)
		return -1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_str(answer, STR("id"), c->args[0]);
		json_set_str(answer, STR("confidentiality"), whom);
		json_set_bool(answer, STR("changed"), fresh);
		cli_json(c, answer);
	} else if (!fresh) {
		cli_say(c, STR("cli.source.same"));
	} else if (str_eq(whom, STR("public"))) {
		cli_say(c, STR("cli.source.public"), c->args[0]);
	} else {
		cli_say(c, STR("cli.source.archive"), c->args[0]);
	}
	return 0;
}
