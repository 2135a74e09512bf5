#include "domain/setting/setting.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/opening.h"

#define NAME_COLUMNS 18

int
cmd_setting_list(struct cli *c, struct err *e)
{
	struct json *answer = json_object(c->a);

	for (size_t i = 0; i < SETTINGS; i++) {
		enum setting setting = (enum setting)i;
		struct str value;
		if (setting_get(archive_db(c->archive), c->a, setting, &value, e) != 0)
			return -1;
		json_set_str(answer, setting_name(setting), value);
		if (c->json)
			continue;
		column_pad(c->out, setting_name(setting), NAME_COLUMNS);
		buf_fmt(c->out, "%.*s\n", STR_ARG(value.n > 0 ? value : STR("-")));
	}
	if (c->json)
		cli_json(c, answer);
	return 0;
}
