#include "face/cli/opening.h"
#include "face/cli/publication_view.h"

static int
hiding_read(struct cli *c, struct publication_hiding *out, struct err *e)
{
	struct str number = option_of(&c->line, OPTION_REVISION);
	bool down = option_has(&c->line, OPTION_TAKE_DOWN),
	     undo = option_has(&c->line, OPTION_UNDO);

	*out = (struct publication_hiding){
	    .lang = option_of(&c->line, OPTION_LANG),
	    .state = down ? PUBLICATION_TAKEN_DOWN
		: undo    ? PUBLICATION_SHOWN
			  : PUBLICATION_HIDDEN,
	};
	if (down && undo)
		return err_fail(
		    e, ERR_INPUT, STR("cli.option.both"), STR("--take-down"), STR("--undo"));
	if (number.n > 0 && (!str_to_int(number, &out->number) || out->number < 1))
		return err_fail(e, ERR_INPUT, STR("cli.publication.number"), number);
	if (number.n > 0 && cli_needs(c, OPTION_LANG, e) != 0)
		return -1;
	return cli_text_of(c, OPTION_NOTE, &out->note, e);
}

int
cmd_publication_hide(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	const struct count_writer writer = {c->archive, c->a, &vocab, &stamp};
	struct publication publication;
	struct publication_hiding hiding;

	if (hiding_read(c, &hiding, e) != 0 || vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    publication_find(&reader, c->args[0], &publication, e) != 0 ||
	    publication_hide(&writer, &publication, &hiding, e) != 0)
		return -1;
	struct str state = publication_state_name(hiding.state);
	if (!c->json) {
		cli_say(c, STR("cli.publication.state"), publication.slug, state);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("slug"), publication.slug);
	json_set_str(answer, STR("state"), state);
	cli_json(c, answer);
	return 0;
}
