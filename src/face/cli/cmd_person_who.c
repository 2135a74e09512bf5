#include "domain/person/person.h"
#include "face/cli/cli.h"
#include "face/cli/link_view.h"
#include "face/cli/pair_view.h"
#include "face/cli/progress.h"
#include "face/cli/stale_view.h"
#include "kit/os/crew.h"

#define HITS 5
#define HITS_MOST 1000

/* How many are not shown. */
static void
rest_put(struct cli *c, const struct person_hits *hits)
{
	struct str least = STR_INT(PERSON_HIT_PERCENT);

	if (hits->more > 0)
		cli_say(c, STR("cli.person.more"), STR_INT((int64_t)hits->more), least);
	if (hits->unlikely > 0)
		cli_say(c, hits->count > 0 ? STR("cli.person.unlikely") : STR("cli.person.faint"),
		    STR_INT((int64_t)hits->unlikely), least,
		    why_percent(c->a, c->lang, hits->together));
}

static void
hits_put(struct cli *c, const struct person_hits *hits)
{
	if (person_hits_none(hits)) {
		cli_say(c, STR("cli.person.nobody"));
		return;
	}
	for (size_t i = 0; i < hits->count; i++) {
		const struct person_hit *hit = &hits->at[i];
		cli_say(c,
		    hit->person.n > 0 ? STR("cli.person.chance") : STR("cli.person.chance_new"),
		    why_percent(c->a, c->lang, hit->chance), hit->person);
		pair_view_mention(c, &hit->seen);
		link_view_why(c, person_seen_name(c->a, &hit->seen), &hit->why);
		buf_putc(c->out, '\n');
	}
	rest_put(c, hits);
	if (hits->count > 0)
		cli_say(c, STR("cli.person.chances"));
}

static void
hits_json(struct cli *c, struct json *answer, const struct person_hits *hits)
{
	struct json *rows = json_set_array(answer, STR("hits"));

	for (size_t i = 0; i < hits->count; i++) {
		const struct person_hit *hit = &hits->at[i];
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("mention"), person_seen_name(c->a, &hit->seen));
		json_set_str(row, STR("person"), hit->person);
		json_set_str(row, STR("chance"), arena_fmt(c->a, "%.4f", hit->chance));
		pair_view_cells_json(row, STR("said"), &hit->seen);
		link_view_why_json(row, c->a, &hit->why);
	}
	json_set_int(answer, STR("more"), (int64_t)hits->more);
	json_set_int(answer, STR("unlikely"), (int64_t)hits->unlikely);
	cli_json(c, answer);
}

int
cmd_person_who(struct cli *c, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, crew_all};
	struct person_asked asked = {.born = option_of(&c->line, OPTION_BORN)};
	struct str limit = option_of(&c->line, OPTION_LIMIT);
	struct json *answer = json_object(c->a);
	struct str event = option_of(&c->line, OPTION_EVENT);
	struct person_hits hits;
	int64_t most = HITS;

	if (limit.n > 0 && (!str_to_int(limit, &most) || most < 1 || most > HITS_MOST))
		return err_fail(e, ERR_INPUT, STR("cli.link.budget"), limit);
	if (cli_text(c, c->args[0], STR("cli.person.who"), &asked.name, e) != 0)
		return -1;
	struct progress_wait *wait = progress_wait_begin(c, STR("cli.progress.searching"));
	int failed = person_who(&reader, event, &asked, (size_t)most, &hits, e);
	progress_wait_end(wait);
	if (failed || stale_view(c, event, c->json ? answer : NULL, e) != 0)
		return -1;
	if (c->json)
		hits_json(c, answer, &hits);
	else
		hits_put(c, &hits);
	return 0;
}
