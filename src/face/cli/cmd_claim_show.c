#include "domain/count/claim.h"
#include "face/cli/claim_view.h"
#include "face/cli/cli.h"
#include "face/say/figure.h"

#define NAME_COLUMNS 14

static void
value_put(struct cli *c, const struct json *member)
{
	if (member->type == JSON_STR)
		buf_put(c->out, member->text);
	else if (member->type == JSON_BOOL)
		buf_put(c->out, member->yes ? STR("yes") : STR("no"));
	else
		json_write(c->out, member);
}

/* The same members as --json, one a line: column names are those of the CSV. */
static void
show_text(struct cli *c, const struct count_claim *claim)
{
	const struct json *all = claim_view_json(c->a, claim);

	for (const struct json *m = all->first; m != NULL; m = m->next) {
		if (str_eq(m->key, STR("reads_as"))) {
			struct str figure = figure_text(c->a, &claim->reading, c->lang, c->utf8);
			buf_fmt(c->out, "%-*s%.*s\n", NAME_COLUMNS, "reads_as", STR_ARG(figure));
			continue;
		}
		buf_fmt(c->out, "%-*.*s", NAME_COLUMNS, STR_ARG(m->key));
		value_put(c, m);
		buf_putc(c->out, '\n');
	}
}

int
cmd_claim_show(struct cli *c, struct err *e)
{
	struct vocab vocab;
	struct count_claim claim;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};

	if (vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    count_find(&reader, c->args[0], &claim, e) != 0)
		return -1;
	if (c->json)
		cli_json(c, claim_view_json(c->a, &claim));
	else
		show_text(c, &claim);
	return 0;
}
