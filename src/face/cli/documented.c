#include "face/cli/documented.h"

#include "domain/person/person.h"

static void
as_json(struct json *answer, const struct person_count *n)
{
	struct json *o = json_set_object(answer, STR("documented"));

	json_set_int(o, STR("lists"), (int64_t)n->n_lists);
	json_set_bool(o, STR("hidden"), n->hidden);
	json_set_bool(o, STR("stale"), n->stale);
	if (n->hidden)
		return;
	json_set_int(o, STR("persons"), n->persons);
	json_set_int(o, STR("least"), n->least);
	json_set_int(o, STR("most"), n->most);
}

static void
as_text(struct cli *c, const struct person_count *n)
{
	struct str lists = STR_INT((int64_t)n->n_lists);

	if (n->hidden)
		cli_say(c, STR("cli.count.documented_few"), lists, STR_INT(PERSON_CELL));
	else
		cli_say(c, STR("cli.count.documented"), lists, cli_number(c, n->persons),
		    cli_number(c, n->least), cli_number(c, n->most));
	if (n->stale)
		cli_say(c, STR("cli.person.stale"));
}

int
documented_put(struct cli *c, struct str event, bool everybody, struct json *answer, struct err *e)
{
	const struct person_reader reader = {
	    archive_db(c->archive), c->a, {everybody ? VIEWER_PUBLIC : VIEWER_TEAM}, NULL};
	struct person_count count;

	if (person_count(&reader, event, &count, e) != 0)
		return e->code == ERR_NOTFOUND ? 0 : -1;
	if (answer != NULL)
		as_json(answer, &count);
	else
		as_text(c, &count);
	return 0;
}
