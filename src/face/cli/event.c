#include "face/cli/event.h"

#include "domain/count/claim.h"

int
event_given(struct cli *c, struct str *out, struct err *e)
{
	struct count_events events;
	struct buf *names = buf_on(c->a);

	if (option_has(&c->line, OPTION_EVENT)) {
		*out = option_of(&c->line, OPTION_EVENT);
		return 0;
	}
	if (count_event_list(archive_db(c->archive), c->a, &events, e) != 0)
		return -1;
	if (events.count == 1) {
		*out = events.at[0].id;
		return 0;
	}
	if (events.count == 0)
		return cli_needs(c, OPTION_EVENT, e);
	for (size_t i = 0; i < events.count; i++)
		buf_fmt(names, "%s%.*s", i > 0 ? ", " : "", STR_ARG(events.at[i].id));
	return err_fail(e, ERR_INPUT, STR("cli.event.which"), buf_str(names));
}

/* The last part of a path; *folder gets what stands before it, without the slash. */
static struct str
last_part(struct str path, struct str *folder)
{
	size_t at = path.n;

	while (at > 0 && path.p[at - 1] != '/')
		at--;
	*folder = str_sub(path, 0, at > 0 ? at - 1 : 0);
	return str_sub(path, at, path.n);
}

struct str
event_of_file(const struct cli *c, struct str path)
{
	struct str folder, ignored, name = last_part(path, &folder);

	if (option_has(&c->line, OPTION_EVENT))
		return option_of(&c->line, OPTION_EVENT);
	if (str_eq(name, STR("claims.csv")) && folder.n > 0)
		return last_part(folder, &ignored);
	if (str_ends(name, STR(".csv")))
		name.n -= 4;
	return name;
}
