#include "face/cli/link_archive.h"

#include "domain/person/person.h"
#include "face/cli/opening.h"
#include "kit/os/crew.h"

static int
only_files(const struct cli *c, struct err *e)
{
	static const enum option_id of_files[] = {OPTION_MAP, OPTION_OUT, OPTION_PAIR, OPTION_SOLE,
	    OPTION_SAMPLES, OPTION_BUDGET, OPTION_MEMORY, OPTION_ENCODING, OPTION_SHEET};

	for (size_t i = 0; i < LENGTH(of_files); i++)
		if (option_has(&c->line, of_files[i]))
			return err_fail(e, ERR_INPUT, STR("cli.link.only_files"),
			    arena_fmt(c->a, "--%.*s", STR_ARG(option_table[of_files[i]].name)));
	return 0;
}

static void
linkage_json(struct cli *c, const struct person_linkage *l, bool fresh)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("id"), l->id);
	json_set_str(answer, STR("event"), l->event);
	json_set_bool(answer, STR("fresh"), fresh);
	json_set_int(answer, STR("mentions"), l->mentions);
	json_set_int(answer, STR("persons"), l->persons);
	json_set_int(answer, STR("least"), l->least);
	json_set_int(answer, STR("most"), l->most);
	cli_json(c, answer);
}

int
link_archive(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct person_linkage made;
	bool fresh;

	if (only_files(c, e) != 0 || opening_archive(c, true, e) != 0)
		return -1;
	const struct person_writer writer = {c->archive, c->a, NULL, &stamp, crew_all};
	if (person_link(&writer, option_of(&c->line, OPTION_EVENT), &made, &fresh, e) != 0)
		return -1;
	if (c->json) {
		linkage_json(c, &made, fresh);
		return 0;
	}
	if (!fresh)
		cli_say(c, STR("cli.link.unchanged"));
	cli_say(c, STR("cli.link.kept"), cli_number(c, made.mentions), cli_number(c, made.persons));
	cli_say(
	    c, STR("cli.link.people_range"), cli_number(c, made.least), cli_number(c, made.most));
	return 0;
}
