#include "face/cli/link_archive.h"

#include "domain/person/person.h"
#include "face/cli/clash_view.h"
#include "face/cli/opening.h"
#include "face/cli/progress.h"
#include "kit/os/crew.h"

static int
only_files(const struct cli *c, struct err *e)
{
	static const enum option_id of_files[] = {OPTION_OUT, OPTION_PAIR, OPTION_SOLE,
	    OPTION_SAMPLES, OPTION_BUDGET, OPTION_MEMORY, OPTION_ENCODING, OPTION_SHEET};

	if (option_has(&c->line, OPTION_MAP))
		return err_fail(e, ERR_INPUT, STR("cli.link.map_list"));
	for (size_t i = 0; i < LENGTH(of_files); i++)
		if (option_has(&c->line, of_files[i]))
			return err_fail(e, ERR_INPUT, STR("cli.link.only_files"),
			    arena_fmt(c->a, "--%.*s", STR_ARG(option_table[of_files[i]].name)));
	return 0;
}

/* Names of lists that the linkage found to be apart. */
static int
apart_names(
    struct cli *c, const struct person_linkage *l, struct str *out, size_t *n, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	struct person_lists lists;

	if (person_list_all(&reader, &lists, e) != 0)
		return -1;
	*n = person_apart_names(lists.at, lists.count, l, out);
	return 0;
}

static void
linkage_json(struct cli *c, const struct person_linkage *l, const struct str *apart, size_t n_apart,
    bool fresh)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("id"), l->id);
	json_set_str(answer, STR("event"), l->event);
	json_set_bool(answer, STR("fresh"), fresh);
	json_set_int(answer, STR("mentions"), l->mentions);
	json_set_int(answer, STR("persons"), l->persons);
	json_set_int(answer, STR("least"), l->least);
	json_set_int(answer, STR("most"), l->most);
	struct json *names = json_set_array(answer, STR("apart"));
	for (size_t i = 0; i < n_apart; i++)
		json_push_str(names, apart[i]);
	cli_json(c, answer);
}

static void
linkage_text(struct cli *c, const struct person_linkage *l, const struct str *apart, size_t n_apart,
    bool fresh)
{
	if (!fresh)
		cli_say(c, STR("cli.link.unchanged"));
	cli_say(c, STR("cli.link.kept"), cli_number(c, l->mentions), cli_number(c, l->persons));
	cli_say(c, STR("cli.link.people_range"), cli_number(c, l->least), cli_number(c, l->most));
	for (size_t i = 0; i < n_apart; i++)
		cli_note(c, STR("cli.person.apart"), apart[i]);
}

/* Says which mentions are totals, and count as people. */
static int
totals_note(struct cli *c, struct str event, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	struct person_seen *totals;
	size_t n;

	if (person_totals(&reader, event, &totals, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		cli_note(c, STR("cli.link.old_total"), person_seen_name(c->a, &totals[i]),
		    totals[i].list);
	return 0;
}

int
link_archive(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct person_linkage made;
	size_t n_apart;
	bool fresh;

	if (only_files(c, e) != 0 || opening_archive(c, true, e) != 0)
		return -1;
	const struct person_writer writer = {c->archive, c->a, NULL, &stamp, crew_all};
	struct progress_wait *wait = progress_wait_begin(c, STR("cli.progress.linking"));
	int failed = person_link(&writer, option_of(&c->line, OPTION_EVENT), &made, &fresh, e);
	progress_wait_end(wait);
	if (failed)
		return -1;
	struct str *apart = ARENA_ARRAY(c->a, struct str, made.n_apart);
	if (apart_names(c, &made, apart, &n_apart, e) != 0)
		return -1;
	if (clash_view_note(c, option_of(&c->line, OPTION_EVENT), e) != 0 ||
	    totals_note(c, option_of(&c->line, OPTION_EVENT), e) != 0)
		return -1;
	if (c->json)
		linkage_json(c, &made, apart, n_apart, fresh);
	else
		linkage_text(c, &made, apart, n_apart, fresh);
	return 0;
}
