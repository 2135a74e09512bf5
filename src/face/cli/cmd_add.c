#include "domain/source/source.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

static int
draft_read(struct cli *c, struct source_draft *draft, struct err *e)
{
	static const enum option_id needed[] = {OPTION_KIND, OPTION_TITLE};
	struct str title = STR("");

	for (size_t i = 0; i < LENGTH(needed); i++) {
		if (cli_needs(c, needed[i], e) != 0)
			return -1;
	}
	if (cli_text_of(c, OPTION_TITLE, &title, e) != 0)
		return -1;
	*draft = (struct source_draft){
	    .alias = option_of(&c->line, OPTION_ID),
	    .kind = option_of(&c->line, OPTION_KIND),
	    .title = title,
	    .lang = option_of(&c->line, OPTION_LANG),
	    .url = option_of(&c->line, OPTION_URL),
	    .date = option_of(&c->line, OPTION_DATE),
	    .path = c->args[0],
	    .is_public = option_has(&c->line, OPTION_PUBLIC),
	};
	return 0;
}

int
cmd_add(struct cli *c, struct err *e)
{
	struct source_draft draft;
	struct vocab vocab;
	struct archive_stamp stamp = opening_stamp(c);
	char id[ARCHIVE_ID_BYTES + 1];

	if (draft_read(c, &draft, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    source_add(c->archive, &vocab, &stamp, &draft, id, e) != 0)
		return -1;
	struct str shown = draft.alias.n > 0 ? draft.alias : str_of(id);
	if (!c->json) {
		cli_say(c, STR("cli.add.done"), shown);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("id"), shown);
	json_set_str(answer, STR("key"), str_of(id));
	cli_json(c, answer);
	return 0;
}
