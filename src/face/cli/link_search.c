#include "face/cli/link_search.h"

#include "base/csv.h"
#include "engine/link/seek.h"
#include "face/cli/link_view.h"
#include "face/cli/progress.h"
#include "kit/os/crew.h"

/* The list that asks: its rows stand after all others. */
struct asking {
	const struct link_lists *lists;
	const struct link_result *result;
	struct seek_found found;
	size_t first, rows;
};

static struct str
chance_text(struct arena *a, double chance)
{
	return arena_fmt(a, "%.4f", chance);
}

/* The number in its file of a row that asks, from 1. */
static size_t
asked_number(const struct cli *c, const struct asking *k, size_t nth)
{
	return link_lists_number(k->lists, c->arg_count, nth);
}

static void
hit_csv(struct cli *c, const struct asking *k, const struct seek_hit *hit)
{
	size_t row = hit->row, file = link_lists_of(c, k->lists, &row);

	csv_put_field(c->out, c->args[file]);
	buf_fmt(c->out, ",%zu,%.2f,%.4f\n", row, hit->odds, hit->chance);
}

/* A row that nobody answers to stands there alone, so that none is lost. */
static void
search_csv(struct cli *c, const struct asking *k)
{
	buf_put(c->out, STR("row,rank,file,file_row,log_odds,chance\n"));
	for (size_t i = 0; i < k->rows; i++) {
		if (k->found.of[i].count == 0)
			buf_fmt(c->out, "%zu,,,,,\n", asked_number(c, k, i));
		for (size_t n = 0; n < k->found.of[i].count; n++) {
			buf_fmt(c->out, "%zu,%zu,", asked_number(c, k, i), n + 1);
			hit_csv(c, k, &k->found.of[i].at[n]);
		}
	}
}

static void
hit_json(struct cli *c, struct json *to, const struct asking *k, size_t asked, size_t rank)
{
	const struct seek_hit *hit = &k->found.of[asked].at[rank];
	struct link_why why = seek_why(c->a, k->result, &k->found, asked, rank);
	size_t row = hit->row, file = link_lists_of(c, k->lists, &row);

	json_set_int(to, STR("rank"), (int64_t)rank + 1);
	json_set_str(to, STR("file"), c->args[file]);
	json_set_int(to, STR("row"), (int64_t)row);
	json_set_str(to, STR("chance"), chance_text(c->a, hit->chance));
	link_view_why_json(to, c->a, &why);
}

static void
search_json(struct cli *c, const struct asking *k)
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("asked"));

	for (size_t i = 0; i < k->rows; i++) {
		struct json *row = json_push_object(rows);
		json_set_int(row, STR("row"), (int64_t)asked_number(c, k, i));
		json_set_int(row, STR("possible"), (int64_t)k->found.of[i].all);
		struct json *hits = json_set_array(row, STR("hits"));
		for (size_t n = 0; n < k->found.of[i].count; n++)
			hit_json(c, json_push_object(hits), k, i, n);
	}
	cli_json(c, answer);
}

int
link_search_check(struct cli *c, const struct link_result *result, struct err *e)
{
	for (size_t i = 0; i < result->n_columns; i++) {
		const struct link_column *column = &result->columns[i];
		if (column->list == c->arg_count && column->kind != LINK_NOTHING &&
		    column->kind != LINK_TEXT)
			return 0;
	}
	return err_fail(
	    e, ERR_INPUT, STR("cli.link.search_nothing"), option_of(&c->line, OPTION_SEARCH));
}

void
link_search_say(
    struct cli *c, const struct link_lists *lists, const struct link_result *result, size_t n)
{
	struct asking k = {.lists = lists, .result = result, .rows = lists->at[c->arg_count].rows};

	k.first = result->rows - k.rows;
	struct progress_wait *wait = progress_wait_begin(c, STR("cli.progress.searching"));
	k.found = seek_people(c->a, result, crew_all, k.first, k.rows, n);
	progress_wait_end(wait);
	if (c->json)
		search_json(c, &k);
	else
		search_csv(c, &k);
}
