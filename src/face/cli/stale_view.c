#include "face/cli/stale_view.h"

#include "domain/person/person.h"

int
stale_view(struct cli *c, struct str event, struct json *answer, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	bool stale;

	if (person_stale(&reader, event, &stale, e) != 0)
		return -1;
	if (answer != NULL)
		json_set_bool(answer, STR("stale"), stale);
	else if (stale)
		cli_note(c, STR("cli.person.stale"));
	return 0;
}
