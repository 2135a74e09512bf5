#include "domain/setting/setting.h"
#include "face/cli/errata_view.h"
#include "face/cli/opening.h"

int
cmd_errata_forget(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct count_writer writer = {c->archive, c->a, &vocab, &stamp};
	struct db *db = archive_db(c->archive);
	int64_t days;
	size_t n;

	if (vocab_load(db, c->a, &vocab, e) != 0 ||
	    setting_days(db, c->a, SETTING_FORGET_AFTER, &days, e) != 0 ||
	    errata_forget(&writer, days, &n, e) != 0)
		return -1;
	if (!c->json) {
		cli_say(c, STR("cli.errata.forgotten"), STR_INT((int64_t)n), STR_INT(days));
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_int(answer, STR("forgotten"), (int64_t)n);
	json_set_int(answer, STR("after_days"), days);
	cli_json(c, answer);
	return 0;
}
