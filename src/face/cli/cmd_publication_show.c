#include "face/cli/column.h"
#include "face/cli/opening.h"
#include "face/cli/publication_view.h"

static struct str
figure_now(struct cli *c, const struct publication_figure *f)
{
	if (f->now.n_rows > 0)
		return message_text(
		    c->a, c->lang, STR("cli.publication.rows"), STR_INT((int64_t)f->now.n_rows));
	return f->known ? publication_said_text(c->a, &f->now) : STR("-");
}

static void
figures_put(struct cli *c, const struct publication_article *article, struct json *row)
{
	struct json *list = c->json ? json_set_array(row, STR("figures")) : NULL;

	for (size_t i = 0; i < article->n_figures; i++) {
		const struct publication_figure *f = &article->figures[i];
		struct str live = publication_live_name(f->asked.live);
		if (!c->json) {
			buf_put(c->out, STR("    "));
			column_pad(c->out,
			    arena_fmt(c->a, "%.*s %.*s", STR_ARG(live), STR_ARG(f->id)), 50);
			buf_fmt(c->out, "  %.*s\n", STR_ARG(figure_now(c, f)));
			continue;
		}
		struct json *o = json_push_object(list);
		json_set_str(o, STR("live"), live);
		json_set_str(o, STR("id"), f->id);
		json_set_str(o, STR("then"), publication_said_text(c->a, &f->then));
		json_set_str(o, STR("now"), publication_said_text(c->a, &f->now));
		json_set_bool(o, STR("known"), f->known);
		json_set_bool(o, STR("stale"), f->stale);
	}
}

static void
revision_line(struct cli *c, const struct publication_revision *r)
{
	buf_fmt(c->out, "  %.*s %lld  %.*s  %.*s  %.*s", STR_ARG(r->lang), (long long)r->number,
	    STR_ARG(str_sub(r->at, 0, 10)), STR_ARG(publication_state_name(r->state)),
	    STR_ARG(r->field[PUBLICATION_TITLE]));
	if (r->note.n > 0)
		buf_fmt(c->out, " (%.*s)", STR_ARG(r->note));
	buf_putc(c->out, '\n');
}

/* The figures of a revision that stands. */
static int
stands_put(struct cli *c, const struct count_reader *reader, const struct publication *publication,
    const struct publication_revision *r, struct json *row, struct err *e)
{
	struct publication_article article;

	if (publication_article(reader, publication, r, &article, e) != 0)
		return -1;
	figures_put(c, &article, row);
	return 0;
}

static int
revisions_put(struct cli *c, const struct count_reader *reader,
    const struct publication *publication, struct json *list, struct err *e)
{
	struct publication_revisions revisions;

	if (publication_revisions(reader, publication, &revisions, e) != 0)
		return -1;
	for (size_t i = 0; i < revisions.count; i++) {
		const struct publication_revision *r = &revisions.at[i];
		struct json *row = publication_view_revision(c, r);
		json_push(list, row);
		if (!c->json)
			revision_line(c, r);
		if (r == publication_current(&revisions, r->lang) &&
		    stands_put(c, reader, publication, r, row, e) != 0)
			return -1;
	}
	return 0;
}

static void
problems_put(struct cli *c, const struct publication_problems *problems, struct json *answer)
{
	if (c->json)
		publication_view_problems(c, answer, problems);
	for (size_t i = 0; !c->json && i < problems->count; i++)
		buf_fmt(c->out, "%.*s\n", STR_ARG(publication_view_problem(c, &problems->at[i])));
}

int
cmd_publication_show(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	struct publication publication;
	struct publication_problems problems;

	if (vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    publication_find(&reader, c->args[0], &publication, e) != 0 ||
	    publication_check(&reader, &publication, opening_day(), &problems, e) != 0)
		return -1;
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("slug"), publication.slug);
	json_set_str(answer, STR("event"), publication.event);
	struct json *list = json_set_array(answer, STR("revisions"));
	if (!c->json)
		cli_say(c, STR("cli.publication.about"), publication.slug, publication.event);
	if (revisions_put(c, &reader, &publication, list, e) != 0)
		return -1;
	problems_put(c, &problems, answer);
	if (c->json)
		cli_json(c, answer);
	return 0;
}
