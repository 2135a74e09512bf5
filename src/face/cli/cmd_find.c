#include "base/csv.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/find_view.h"
#include "face/cli/opening.h"

#define MOST 50     /* hits that are shown */
#define ALL 1000000 /* with --all */
#define NAME_COLUMNS 18

/* The words of all arguments, so that none needs quotes. */
static int
words_given(struct cli *c, struct str *out, struct err *e)
{
	struct buf *words = buf_on(c->a);

	if (c->arg_count == 1)
		return cli_text(c, c->args[0], STR("WORDS"), out, e);
	for (size_t i = 0; i < c->arg_count; i++)
		buf_fmt(words, "%s%.*s", i > 0 ? " " : "", STR_ARG(c->args[i]));
	*out = buf_str(words);
	return 0;
}

/* "@almaty -police" is the query kept as "almaty", and what narrows it. */
static int
query_given(struct cli *c, struct str *out, struct err *e)
{
	struct str rest, query;

	if (words_given(c, &rest, e) != 0)
		return -1;
	if (rest.n < 2 || rest.p[0] != '@') {
		*out = rest;
		return 0;
	}
	struct str name = str_cut(&rest, ' ');
	if (find_saved_query(archive_db(c->archive), c->a, str_sub(name, 1, name.n), &query, e) !=
	    0)
		return -1;
	*out = rest.n == 0 ? query : arena_fmt(c->a, "%.*s %.*s", STR_ARG(query), STR_ARG(rest));
	return 0;
}

static int
number_given(const struct cli *c, enum option_id id, size_t otherwise, size_t *out, struct err *e)
{
	struct str text = option_of(&c->line, id);
	int64_t number;

	*out = otherwise;
	if (!option_has(&c->line, id))
		return 0;
	if (!str_to_int(text, &number) || number < 1 || number > ALL)
		return err_fail(e, ERR_INPUT, STR("cli.find.number"), option_table[id].name, text);
	*out = (size_t)number;
	return 0;
}

static int
order_given(const struct cli *c, enum find_order *out, struct err *e)
{
	struct str order = option_of(&c->line, OPTION_ORDER);
	bool newest = str_eq(order, STR("newest"));

	if (order.n > 0 && !newest && !str_eq(order, STR("best")))
		return err_fail(e, ERR_INPUT, STR("cli.find.order"), order);
	*out = newest ? FIND_NEWEST : FIND_BEST;
	return 0;
}

static int
asked_given(struct cli *c, struct find_asked *out, struct err *e)
{
	size_t from, most;
	bool all = option_has(&c->line, OPTION_ALL);

	if (query_given(c, &out->query, e) != 0 || order_given(c, &out->order, e) != 0 ||
	    number_given(c, OPTION_FROM, 1, &from, e) != 0 ||
	    number_given(c, OPTION_LIMIT, all ? ALL : MOST, &most, e) != 0)
		return -1;
	out->viewer = (struct viewer){VIEWER_TEAM};
	out->from = from - 1;
	out->most = most;
	out->count = c->json || option_has(&c->line, OPTION_FACETS);
	return 0;
}

static void
say_json(struct cli *c, struct json *rows, const struct find_answer *found, size_t from)
{
	struct json *answer = json_object(c->a);

	json_set(answer, STR("hits"), rows);
	json_set_int(answer, STR("from"), (int64_t)from + 1);
	json_set_int(answer, STR("total"), found->total);
	json_set_bool(answer, STR("at_least"), found->at_least);
	json_set_bool(
	    answer, STR("more"), from + found->count < (size_t)found->total || found->at_least);
	find_view_facets_json(c, json_set_object(answer, STR("facets")), found);
	cli_json(c, answer);
}

/* What people are told besides the hits: how many there are, and how to see the others. */
static void
say_rest(struct cli *c, const struct find_asked *asked, const struct find_answer *found)
{
	size_t first = asked->from + 1, last = asked->from + found->count;

	if (found->total == 0)
		cli_say(c, STR("cli.find.nothing"), asked->query);
	else if (found->count == 0)
		cli_say(c, STR("cli.find.beyond"), cli_number(c, found->total));
	else if (first > 1 || last < (size_t)found->total)
		cli_say(c,
		    last < (size_t)found->total ? STR("cli.find.more") : STR("cli.find.last"),
		    arena_fmt(c->a, "%.*s-%.*s", STR_ARG(cli_number(c, (int64_t)first)),
			STR_ARG(cli_number(c, (int64_t)last))),
		    cli_number(c, found->total), STR_INT((int64_t)last + 1));
	if (found->at_least)
		cli_say(c, STR("cli.find.at_least"));
	find_view_facets(c, found);
}

static int
look(struct cli *c, struct err *e)
{
	struct find_view f = {.c = c};
	struct find_asked asked;
	struct find_answer found;
	struct find_hit hit;
	bool csv = option_has(&c->line, OPTION_CSV);
	const struct str columns[] = {STR("kind"), STR("id"), STR("text"), STR("withdrawn")};

	if (asked_given(c, &asked, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &f.vocab, e) != 0 ||
	    find_ask(archive_db(c->archive), c->a, &f.vocab, &asked, &found, e) != 0)
		return -1;
	struct json *rows = json_array(c->a);
	if (csv)
		csv_put_row(c->out, columns, LENGTH(columns));
	for (size_t i = 0; i < found.count; i++) {
		if (find_view_hit(&f, found.ids[i], &hit, e) != 0)
			return -1;
		if (c->json)
			find_view_json(rows, &hit);
		else if (csv)
			find_view_csv(c, &hit);
		else
			find_view_text(c, &hit);
	}
	if (c->json)
		say_json(c, rows, &found, asked.from);
	else if (!csv)
		say_rest(c, &asked, &found);
	return 0;
}

static int
save(struct cli *c, struct err *e)
{
	struct str name = option_of(&c->line, OPTION_SAVE), query;
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;

	if (words_given(c, &query, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    find_save(c->archive, &stamp, &vocab, name, query, e) != 0)
		return -1;
	if (!c->json) {
		cli_say(c, STR("cli.find.saved"), name);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("name"), name);
	json_set_str(answer, STR("query"), query);
	cli_json(c, answer);
	return 0;
}

static int
forget(struct cli *c, struct err *e)
{
	struct str name = option_of(&c->line, OPTION_FORGET);
	struct archive_stamp stamp = opening_stamp(c);

	if (find_forget(c->archive, &stamp, name, e) != 0)
		return -1;
	if (!c->json) {
		cli_say(c, STR("cli.find.forgotten"), name);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("forgotten"), name);
	cli_json(c, answer);
	return 0;
}

static int
list(struct cli *c, struct err *e)
{
	struct find_saved_list saved;
	struct json *answer = json_object(c->a);

	if (find_saved_all(archive_db(c->archive), c->a, &saved, e) != 0)
		return -1;
	struct json *rows = json_set_array(answer, STR("saved"));
	for (size_t i = 0; i < saved.count; i++) {
		const struct find_saved *s = &saved.at[i];
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("name"), s->name);
		json_set_str(row, STR("query"), s->query);
		json_set_str(row, STR("at"), s->at);
		json_set_str(row, STR("by"), s->by);
		if (c->json)
			continue;
		column_pad(c->out, s->name, NAME_COLUMNS);
		buf_fmt(c->out, " %.*s\n", STR_ARG(s->query));
	}
	if (c->json)
		cli_json(c, answer);
	else if (saved.count == 0)
		cli_say(c, STR("cli.find.none_saved"));
	return 0;
}

/* What can be done without looking, by its option. */
static const struct deed {
	enum option_id option;
	bool takes_query;
	int (*fn)(struct cli *c, struct err *e);
} deeds[] = {
    {OPTION_SAVE, true, save},
    {OPTION_FORGET, false, forget},
    {OPTION_SAVED, false, list},
};

int
cmd_find(struct cli *c, struct err *e)
{
	const struct deed *deed = NULL;

	for (size_t i = 0; i < LENGTH(deeds); i++) {
		if (!option_has(&c->line, deeds[i].option))
			continue;
		if (deed != NULL)
			return err_fail(e, ERR_INPUT, STR("cli.option.both"),
			    option_table[deed->option].name, option_table[deeds[i].option].name);
		deed = &deeds[i];
	}
	bool takes_query = deed == NULL || deed->takes_query;
	if (takes_query != (c->arg_count > 0))
		return takes_query ? err_fail(e, ERR_INPUT, STR("find.words"), STR(""))
				   : err_fail(e, ERR_INPUT, STR("cli.find.no_words"),
					 option_table[deed->option].name);
	if (opening_archive(c, deed != NULL && deed->fn != list, e) != 0)
		return -1;
	return deed != NULL ? deed->fn(c, e) : look(c, e);
}
