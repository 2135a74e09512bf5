#include "domain/publication/publication.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"
#include "kit/os/file.h"

#define FILE_BYTES (1 << 20)

static int
draft_read(struct cli *c, struct publication_draft *draft, struct err *e)
{
	struct str file;

	if (cli_needs(c, OPTION_LANG, e) != 0 ||
	    file_read_all(c->a, c->args[1], FILE_BYTES, &file, e) != 0 ||
	    publication_draft_read(c->a, file, draft, e) != 0)
		return -1;
	draft->lang = option_of(&c->line, OPTION_LANG);
	return cli_text_of(c, OPTION_NOTE, &draft->note, e);
}

int
cmd_publication_revise(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	const struct count_writer writer = {c->archive, c->a, &vocab, &stamp};
	struct publication publication;
	struct publication_draft draft;
	int64_t number;

	if (draft_read(c, &draft, e) != 0 || vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    publication_find(&reader, c->args[0], &publication, e) != 0 ||
	    publication_revise(&writer, &publication, &draft, &number, e) != 0)
		return -1;
	if (!c->json) {
		cli_say(c, STR("cli.publication.revised"), publication.slug, draft.lang,
		    STR_INT(number));
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("slug"), publication.slug);
	json_set_str(answer, STR("lang"), draft.lang);
	json_set_int(answer, STR("revision"), number);
	cli_json(c, answer);
	return 0;
}
