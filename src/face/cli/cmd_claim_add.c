#include "domain/count/claim.h"
#include "face/cli/cli.h"
#include "face/cli/event.h"
#include "face/cli/opening.h"
#include "face/say/figure.h"

/* Every column is an option of its name, but the words are the argument. */
static const int option_of_column[COUNT_COLUMNS] = {
#define COLUMN(name, upper, kind, empty) OPTION_##upper,
#include "domain/count/columns.def"
#undef COLUMN
};

static int
column_read(struct cli *c, size_t column, struct str *out, struct err *e)
{
	int id = option_of_column[column];

	if (id == OPTION_WORDS)
		return cli_text(c, c->args[0], STR("WORDS"), out, e);
	if (option_table[id].kind == OPTION_TEXT)
		return cli_text_of(c, (enum option_id)id, out, e);
	*out = option_of(&c->line, (enum option_id)id);
	return 0;
}

static int
claim_read(struct cli *c, struct count_claim *claim, struct err *e)
{
	if (event_given(c, &claim->event, e) != 0)
		return -1;
	for (size_t i = 0; i < COUNT_COLUMNS; i++) {
		if (column_read(c, i, &claim->text[i], e) != 0)
			return -1;
	}
	if (claim->text[COUNT_LANG].n == 0)
		claim->text[COUNT_LANG] = lang_code(c->lang);
	return 0;
}

int
cmd_claim_add(struct cli *c, struct err *e)
{
	struct count_claim claim = {.key = STR("")};
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct count_writer writer = {c->archive, c->a, &vocab, &stamp};

	if (claim_read(c, &claim, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    count_add(&writer, &claim, e) != 0)
		return -1;
	struct str id = count_claim_id(&claim);
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_str(answer, STR("id"), id);
		json_set_str(answer, STR("key"), claim.key);
		cli_json(c, answer);
		return 0;
	}
	cli_say(c, STR("cli.claim.added"), id, claim.text[COUNT_WORDS],
	    figure_text(c->a, &claim.reading, c->lang, c->utf8));
	if (claim.text[COUNT_SOURCE].n > 0 && !claim.anchored)
		cli_say(c, STR("cli.claim.no_anchor"), claim.text[COUNT_SOURCE]);
	return 0;
}
