#include "domain/publication/publication.h"
#include "face/cli/cli.h"
#include "face/cli/event.h"
#include "face/cli/opening.h"

int
cmd_publication_add(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct count_writer writer = {c->archive, c->a, &vocab, &stamp};
	struct publication publication;
	struct str event;

	if (event_given(c, &event, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    publication_add(&writer, c->args[0], event, &publication, e) != 0)
		return -1;
	if (!c->json) {
		cli_say(c, STR("cli.publication.added"), publication.slug, publication.event);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("slug"), publication.slug);
	json_set_str(answer, STR("event"), publication.event);
	json_set_str(answer, STR("key"), publication.key);
	cli_json(c, answer);
	return 0;
}
