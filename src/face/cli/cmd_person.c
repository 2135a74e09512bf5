#include "domain/person/person.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/pair_view.h"
#include "face/cli/stale_view.h"
#include "kit/os/crew.h"

#define CELLS 4       /* of a mention, that say whom it is of in one line, */
#define COLUMNS 80    /* of at most so many columns */
#define DIGITS_MOST 4 /* of a cell that alone says nothing: a number of the row, an age */

/* --- All of them ----------------------------------------------------------------------------- */

/* Lists that mentions of the person stand on; these are in the order of lists. */
static size_t
lists_of(const struct person *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->count; i++)
		n += i == 0 || !str_eq(p->mentions[i].list_id, p->mentions[i - 1].list_id);
	return n;
}

static size_t
cells_filled(const struct person_seen *seen)
{
	size_t n = 0;

	for (size_t k = 0; k < seen->width; k++)
		n += seen->cells[k].n > 0;
	return n;
}

/* The mention that says most. */
static const struct person_seen *
fullest(const struct person *p)
{
	const struct person_seen *best = &p->mentions[0];

	for (size_t i = 1; i < p->count; i++)
		if (cells_filled(&p->mentions[i]) > cells_filled(best))
			best = &p->mentions[i];
	return best;
}

static bool
is_short_number(struct str cell)
{
	for (size_t i = 0; i < cell.n; i++)
		if (cell.p[i] < '0' || cell.p[i] > '9')
			return false;
	return cell.n <= DIGITS_MOST;
}

/* Whom it is of: its first cells that say more than a short number. */
static struct str
gist(struct cli *c, const struct person_seen *seen)
{
	struct buf *all = buf_on(c->a), *out = buf_on(c->a);
	size_t n = 0;

	for (size_t k = 0; k < seen->width && n < CELLS; k++) {
		if (is_short_number(seen->cells[k]))
			continue;
		buf_fmt(all, "%s%.*s", n++ > 0 ? "; " : "", STR_ARG(seen->cells[k]));
	}
	column_fit(out, buf_str(all), COLUMNS, c->utf8);
	return buf_str(out);
}

static void
names_json(struct cli *c, struct json *o, const struct person *p)
{
	json_set_str(o, STR("id"), p->id);
	struct json *mentions = json_set_array(o, STR("mentions"));
	for (size_t i = 0; i < p->count; i++)
		json_push_str(mentions, person_seen_name(c->a, &p->mentions[i]));
	json_set_int(o, STR("lists"), (int64_t)lists_of(p));
}

static void
line_json(struct cli *c, struct json *o, const struct person *p)
{
	names_json(c, o, p);
	pair_view_cells_json(o, STR("said"), fullest(p));
}

static void
line_put(struct cli *c, const struct person *p)
{
	struct buf *names = buf_on(c->a);

	for (size_t i = 0; i < p->count; i++) {
		struct str name = person_seen_name(c->a, &p->mentions[i]);
		buf_fmt(names, "%s%.*s", i > 0 ? " " : "", STR_ARG(name));
	}
	column_pad(c->out, p->id, ARCHIVE_ID_BYTES + 2);
	cli_say(c, STR("cli.person.line"), gist(c, fullest(p)), STR_INT((int64_t)p->count),
	    STR_INT((int64_t)lists_of(p)), buf_str(names));
}

static int
persons_list(struct cli *c, const struct person_reader *reader, struct err *e)
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("persons"));
	struct str event = option_of(&c->line, OPTION_EVENT);
	struct persons all;

	if (person_all(reader, event, &all, e) != 0 ||
	    stale_view(c, event, c->json ? answer : NULL, e) != 0)
		return -1;
	for (size_t i = 0; c->json && i < all.count; i++)
		line_json(c, json_push_object(rows), &all.at[i]);
	for (size_t i = 0; !c->json && i < all.count; i++)
		line_put(c, &all.at[i]);
	if (c->json)
		cli_json(c, answer);
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
