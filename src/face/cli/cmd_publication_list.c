#include "face/cli/opening.h"
#include "face/cli/publication_view.h"

/* "june-2019  en 2, ru 1  ready" */
static void
list_line(struct cli *c, const struct publication *publication,
    const struct publication_revisions *revisions, size_t problems)
{
	struct buf *langs = buf_on(c->a);

	for (size_t i = 0; i < revisions->count; i++) {
		const struct publication_revision *r = &revisions->at[i];
		if (r == publication_current(revisions, r->lang))
			buf_fmt(langs, "%s%.*s %lld", langs->n > 0 ? ", " : "", STR_ARG(r->lang),
			    (long long)r->number);
	}
	struct str state = langs->n == 0
	    ? message_text(c->a, c->lang, STR("cli.publication.nothing"))
	    : problems == 0
	    ? message_text(c->a, c->lang, STR("cli.publication.ready"))
	    : message_text(c->a, c->lang, STR("cli.publication.held"), STR_INT((int64_t)problems));
	buf_fmt(c->out, "%.*s  %.*s%s%.*s\n", STR_ARG(publication->slug), STR_ARG(buf_str(langs)),
	    langs->n > 0 ? "  " : "", STR_ARG(state));
}

static int
list_one(struct cli *c, const struct count_reader *reader, const struct publication *publication,
    struct json *list, struct err *e)
{
	struct publication_revisions revisions;
	struct publication_problems problems;

	if (publication_revisions(reader, publication, &revisions, e) != 0 ||
	    publication_check(reader, publication, opening_day(), &problems, e) != 0)
		return -1;
	if (!c->json) {
		list_line(c, publication, &revisions, problems.count);
		return 0;
	}
	struct json *row = json_push_object(list);
	json_set_str(row, STR("slug"), publication->slug);
	json_set_str(row, STR("event"), publication->event);
	struct json *current = json_set_array(row, STR("current"));
	for (size_t i = 0; i < revisions.count; i++) {
		const struct publication_revision *r = &revisions.at[i];
		if (r == publication_current(&revisions, r->lang))
			json_push(current, publication_view_revision(c, r));
	}
	publication_view_problems(c, row, &problems);
	return 0;
}

int
cmd_publication_list(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	struct publication_list all;
	struct json *answer = json_object(c->a);
	struct json *list = json_set_array(answer, STR("publications"));

	if (vocab_load(reader.db, c->a, &vocab, e) != 0 || publication_all(&reader, &all, e) != 0)
		return -1;
	for (size_t i = 0; i < all.count; i++)
		if (list_one(c, &reader, &all.at[i], list, e) != 0)
			return -1;
	if (c->json)
		cli_json(c, answer);
	else if (all.count == 0)
		cli_say(c, STR("cli.publication.no_publications"));
	return 0;
}
