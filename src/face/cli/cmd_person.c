#include "domain/person/person.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/pair_view.h"
#include "face/cli/stale_view.h"
#include "kit/os/crew.h"

/* --- All of them ----------------------------------------------------------------------------- */

static void
names_json(struct cli *c, struct json *o, const struct person *p)
{
	json_set_str(o, STR("id"), p->id);
	struct json *mentions = json_set_array(o, STR("mentions"));
	for (size_t i = 0; i < p->count; i++)
		json_push_str(mentions, person_seen_name(c->a, &p->mentions[i]));
}

static int
persons_list(struct cli *c, const struct person_reader *reader, struct err *e)
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("persons"));
	struct persons all;

	struct str event = option_of(&c->line, OPTION_EVENT);

	if (person_all(reader, event, &all, e) != 0 ||
	    stale_view(c, event, c->json ? answer : NULL, e) != 0)
		return -1;
	for (size_t i = 0; c->json && i < all.count; i++)
		names_json(c, json_push_object(rows), &all.at[i]);
	if (c->json) {
		cli_json(c, answer);
		return 0;
	}
	for (size_t i = 0; i < all.count; i++) {
		const struct person *p = &all.at[i];
		column_pad(c->out, p->id, ARCHIVE_ID_BYTES + 1);
		for (size_t k = 0; k < p->count; k++) {
			struct str name = person_seen_name(c->a, &p->mentions[k]);
			buf_fmt(c->out, " %.*s", STR_ARG(name));
		}
		buf_putc(c->out, '\n');
	}
	return 0;
}

/* --- One of them ----------------------------------------------------------------------------- */

static void
person_put(struct cli *c, const struct person *p, const struct person_pair *pairs)
{
	cli_say(c, STR("cli.person.is"), p->id, cli_number(c, (int64_t)p->count));
	for (size_t i = 0; i < p->count; i++)
		pair_view_mention(c, &p->mentions[i]);
	if (p->count > 1)
		cli_say(c, STR("cli.person.why"));
	for (size_t i = 0; i + 1 < p->count; i++)
		pair_view_why(c, &pairs[i]);
}

static void
person_json(
    struct cli *c, struct json *answer, const struct person *p, const struct person_pair *pairs)
{
	names_json(c, answer, p);
	struct json *why = json_set_array(answer, STR("why"));
	for (size_t i = 0; i + 1 < p->count; i++)
		pair_view_json(c, json_push_object(why), &pairs[i]);
	cli_json(c, answer);
}

int
cmd_person(struct cli *c, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, crew_all};
	struct person person;
	struct person_review *review;
	const struct person_pair *pairs;
	struct json *answer = json_object(c->a);

	if (c->arg_count == 0)
		return persons_list(c, &reader, e);
	if (person_find(&reader, c->args[0], &person, e) != 0 ||
	    person_review_open(&reader, person.event, &review, e) != 0 ||
	    person_why(review, c->a, &person, &pairs, e) != 0 ||
	    stale_view(c, person.event, c->json ? answer : NULL, e) != 0)
		return -1;
	if (c->json)
		person_json(c, answer, &person, pairs);
	else
		person_put(c, &person, pairs);
	return 0;
}
