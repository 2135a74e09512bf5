#include "face/cli/clash_view.h"

#include "domain/person/person.h"

int
clash_view_note(struct cli *c, struct str event, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	const struct person_clash *clashes;
	size_t n;

	if (person_clashes(&reader, event, &clashes, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		cli_note(c, STR("cli.review.clash"), clashes[i].x, clashes[i].y);
	return 0;
}
