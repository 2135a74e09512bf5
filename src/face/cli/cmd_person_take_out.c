#include "domain/person/person.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_person_take_out(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	const struct person_writer writer = {c->archive, c->a, NULL, &stamp, NULL};
	struct person person;
	struct person_seen mention;
	struct str fresh;

	if (person_find(&reader, c->args[0], &person, e) != 0 ||
	    person_mention_find(&reader, c->args[1], &mention, e) != 0 ||
	    person_take_out(&writer, &person, &mention, &fresh, e) != 0)
		return -1;
	struct str name = person_seen_name(c->a, &mention);
	if (!c->json) {
		cli_say(c, STR("cli.person.taken_out"), name, person.id, fresh);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("mention"), name);
	json_set_str(answer, STR("was"), person.id);
	json_set_str(answer, STR("is"), fresh);
	cli_json(c, answer);
	return 0;
}
