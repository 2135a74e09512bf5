#include "domain/setting/setting.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_setting_set(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct str value;

	if (cli_text(c, c->args[1], c->args[0], &value, e) != 0 ||
	    setting_set(c->archive, &stamp, c->a, c->args[0], value, e) != 0)
		return -1;
	if (!c->json) {
		cli_say(c, STR("cli.setting.set"), c->args[0]);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, c->args[0], value);
	cli_json(c, answer);
	return 0;
}
