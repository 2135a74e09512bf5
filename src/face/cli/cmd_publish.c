#include "face/cli/opening.h"
#include "face/cli/publication_view.h"
#include "face/site/site_publish.h"

/* The answer is no: the problems, and exit status 1. */
static void
refuse(struct cli *c, const struct publication_problems *problems)
{
	struct json *answer = json_object(c->a);

	c->status = 1;
	json_set_bool(answer, STR("published"), false);
	publication_view_problems(c, answer, problems);
	if (c->json) {
		cli_json(c, answer);
		return;
	}
	for (size_t i = 0; i < problems->count; i++)
		buf_fmt(c->out, "%.*s\n", STR_ARG(publication_view_problem(c, &problems->at[i])));
	cli_say(c, STR("cli.publish.refused"), STR_INT((int64_t)problems->count));
}

static void
said(struct cli *c, bool dry, const struct site_published *done)
{
	struct json *answer = json_object(c->a);

	if (c->json) {
		json_set_bool(answer, STR("published"), !dry);
		json_set_int(answer, STR("pages"), (int64_t)done->pages);
		json_set_int(answer, STR("bytes"), (int64_t)done->bytes);
		cli_json(c, answer);
	} else if (dry) {
		cli_say(c, STR("cli.publish.dry"));
	} else {
		cli_say(c, STR("cli.publish.done"), STR_INT((int64_t)done->pages), c->args[0]);
	}
}

/* "https://example.org/" without its last "/"; empty when it was not given. */
static int
address_read(struct cli *c, enum option_id option, struct str *out, struct err *e)
{
	struct str url = option_of(&c->line, option);

	while (str_ends(url, STR("/")))
		url.n--;
	if (url.n > 0 && !str_starts(url, STR("https://")) && !str_starts(url, STR("http://")))
		return err_fail(e, ERR_INPUT, STR("cli.publish.url"), url);
	*out = url;
	return 0;
}

int
cmd_publish(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	struct site site = {.a = c->a, .db = reader.db, .vocab = &vocab};
	struct publication_problems problems;
	struct site_published done = {0};
	bool dry = option_has(&c->line, OPTION_DRY_RUN);

	if (address_read(c, OPTION_SITE_URL, &site.url, e) != 0 ||
	    address_read(c, OPTION_REPORT_TO, &site.reports_to, e) != 0)
		return -1;
	site.reports = site.reports_to.n > 0;
	if (vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    publication_check_all(&reader, opening_day(), &problems, e) != 0)
		return -1;
	if (problems.count > 0) {
		refuse(c, &problems);
		return 0;
	}
	if (!dry && site_publish(&site, c->args[0], &done, e) != 0)
		return -1;
	said(c, dry, &done);
	return 0;
}
