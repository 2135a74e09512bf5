#include "domain/count/claim.h"
#include "face/cli/claim_view.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/say/figure.h"

/* Widest text of each column among the claims, so that they stand under each other. */
static void
widths_of(struct cli *c, struct count_claims claims, size_t widths[4])
{
	for (size_t i = 0; i < claims.count; i++) {
		const struct count_claim *claim = &claims.at[i];
		struct str texts[4] = {count_claim_id(claim),
		    figure_text(c->a, &claim->reading, c->lang, c->utf8),
		    claim->text[COUNT_MEASURE], claim->text[COUNT_PLACE]};
		for (size_t j = 0; j < 4; j++) {
			size_t width = lang_width(texts[j]);
			if (width > widths[j])
				widths[j] = width;
		}
	}
}

static void
list_text(struct cli *c, struct count_claims claims)
{
	size_t widths[4] = {0};

	widths_of(c, claims, widths);
	for (size_t i = 0; i < claims.count; i++) {
		const struct count_claim *claim = &claims.at[i];
		struct str figure = figure_text(c->a, &claim->reading, c->lang, c->utf8);
		column_pad(c->out, count_claim_id(claim), widths[0] + 2);
		column_pad(c->out, figure, widths[1] + 2);
		column_pad(c->out, claim->text[COUNT_MEASURE], widths[2] + 2);
		column_pad(c->out, claim->text[COUNT_PLACE], widths[3] + 2);
		struct str origin = claim->text[COUNT_ORIGIN];
		buf_put(c->out, claim->text[COUNT_DAYS]);
		if (origin.n > 0)
			buf_fmt(c->out, "  %.*s", STR_ARG(origin));
		if (claim->withdrawn)
			buf_fmt(c->out, "  (%.*s)",
			    STR_ARG(message_text(c->a, c->lang, STR("cli.claim.withdrawn"))));
		buf_putc(c->out, '\n');
	}
}

int
cmd_claim_list(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	struct count_claims claims;
	struct str event = c->arg_count > 0 ? c->args[0] : STR("");
	bool all = option_has(&c->line, OPTION_ALL);

	if (vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    count_claims(&reader, event, all, &claims, e) != 0)
		return -1;
	if (event.n > 0 && claims.count == 0)
		return err_fail(e, ERR_NOTFOUND, STR("cli.event.none"), event);
	if (c->json) {
		struct json *answer = json_object(c->a);
		struct json *rows = json_set_array(answer, STR("claims"));
		for (size_t i = 0; i < claims.count; i++)
			json_push(rows, claim_view_json(c->a, &claims.at[i]));
		cli_json(c, answer);
		return 0;
	}
	list_text(c, claims);
	if (claims.count == 0)
		cli_say(c, STR("cli.claim.no_claims"));
	return 0;
}
