#include <math.h>

#include "base/csv.h"
#include "engine/link/link.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "kit/os/file.h"

#define TABLE_BYTES ((size_t)4 << 30)

/* A row that was asked for, as the engine counts it. */
struct asked {
	size_t first, second;
};

static int
list_read(struct cli *c, struct str path, struct link_list *out, struct err *e)
{
	struct str text;
	struct csv table;

	if (file_read_all(c->a, path, TABLE_BYTES, &text, e) != 0 ||
	    csv_read(c->a, text, &table, e) != 0)
		return -1;
	struct str *cells = ARENA_ARRAY(c->a, struct str, table.count * table.width);
	for (size_t r = 0; r < table.count; r++)
		for (size_t k = 0; k < table.width; k++)
			cells[r * table.width + k] = table.rows[r].fields[k];
	*out = (struct link_list){
	    .names = table.names, .cells = cells, .width = table.width, .rows = table.count};
	return 0;
}

/* Which argument has that name; c->arg_count when none. */
static size_t
list_named(const struct cli *c, struct str name)
{
	size_t i = 0;

	while (i < c->arg_count && !str_eq(c->args[i], name))
		i++;
	return i;
}

static int
lists_read(struct cli *c, struct link_list *lists, struct err *e)
{
	const struct option_values *sole = &c->line.given[OPTION_SOLE];

	for (size_t i = 0; i < c->arg_count; i++) {
		if (list_read(c, c->args[i], &lists[i], e) != 0)
			return -1;
	}
	for (size_t i = 0; i < sole->count; i++) {
		size_t at = list_named(c, sole->values[i]);
		if (at == c->arg_count)
			return err_fail(
			    e, ERR_INPUT, STR("cli.link.file"), STR("--sole"), sole->values[i]);
		lists[at].sole = true;
	}
	return 0;
}

static struct str
kind_words(struct arena *a)
{
	struct buf *b = buf_on(a);

	for (enum link_kind kind = 0; kind < LINK_KIND_COUNT; kind++)
		buf_fmt(b, "%s%.*s", kind > 0 ? ", " : "", STR_ARG(link_kind_word(kind)));
	return buf_str(b);
}

/* --map COLUMN=KIND */
static int
map_read(struct cli *c, struct link_said *said, struct err *e)
{
	const struct option_values *map = &c->line.given[OPTION_MAP];

	for (size_t i = 0; i < map->count; i++) {
		struct str kind = map->values[i];
		said[i].name = str_cut(&kind, '=');
		said[i].kind = link_kind_of(kind);
		if (said[i].kind == LINK_KIND_COUNT)
			return err_fail(
			    e, ERR_INPUT, STR("cli.link.kind"), map->values[i], kind_words(c->a));
	}
	return 0;
}

/* "12" or "FILE:12", from 1, as a row of all lists. */
static int
row_read(struct cli *c, struct str text, const struct link_list *lists, size_t *out, struct err *e)
{
	size_t colon = text.n, list = 0, first = 0;
	int64_t row;

	while (colon > 0 && text.p[colon - 1] != ':')
		colon--;
	if (colon > 0)
		list = list_named(c, str_sub(text, 0, colon - 1));
	if (list == c->arg_count || !str_to_int(str_sub(text, colon, text.n), &row) || row < 1 ||
	    (uint64_t)row > lists[list].rows)
		return err_fail(e, ERR_NOTFOUND, STR("cli.link.row"), text);
	for (size_t i = 0; i < list; i++)
		first += lists[i].rows;
	*out = first + (size_t)row - 1;
	return 0;
}

static int
pairs_read(struct cli *c, const struct link_list *lists, struct asked *out, struct err *e)
{
	const struct option_values *pairs = &c->line.given[OPTION_PAIR];

	for (size_t i = 0; i < pairs->count; i++) {
		struct str second = pairs->values[i], first = str_cut(&second, ',');
		if (row_read(c, first, lists, &out[i].first, e) != 0 ||
		    row_read(c, second, lists, &out[i].second, e) != 0)
			return -1;
	}
	return 0;
}

static struct str
clusters_csv(struct cli *c, const struct link_list *lists, const struct link_result *result)
{
	struct buf *out = buf_on(c->a);

	buf_put(out, STR("file,row,cluster\n"));
	for (size_t i = 0, at = 0; i < c->arg_count; i++) {
		for (size_t r = 0; r < lists[i].rows; r++, at++) {
			csv_put_field(out, c->args[i]);
			buf_fmt(out, ",%zu,%u\n", r + 1, result->cluster[at] + 1);
		}
	}
	return buf_str(out);
}

static struct str
label(const struct cli *c, struct str word)
{
	return message_text(c->a, c->lang, arena_fmt(c->a, "%s%.*s", "cli.link.", STR_ARG(word)));
}

static struct str
kind_label(const struct cli *c, enum link_kind kind)
{
	return label(c, arena_fmt(c->a, "kind.%.*s", STR_ARG(link_kind_word(kind))));
}

/* A weight as how many times likelier it makes one person, or different people: "74". */
static struct str
times(struct arena *a, double weight)
{
	double many = exp(fabs(weight));

	return many < 10 ? arena_fmt(a, "%.1f", many) : arena_fmt(a, "%.0f", many);
}

/* The column's name, or which part of the name it is where a whole name was cut. */
static struct str
column_label(const struct cli *c, const struct link_reason *r)
{
	bool part = r->kind == LINK_GIVEN || r->kind == LINK_FAMILY || r->kind == LINK_PATRONYMIC;

	return part ? kind_label(c, r->kind) : r->column;
}

static void
weight_put(struct cli *c, struct str what, double weight)
{
	struct str key = weight > 0 ? STR("cli.link.for") : STR("cli.link.against");

	buf_put(c->out, STR("  "));
	column_pad(c->out, what, 44);
	buf_put(c->out, STR(" "));
	cli_say(c, key, times(c->a, weight));
}

static void
why_text(struct cli *c, const struct option_values *pairs, size_t i, const struct link_why *why)
{
	cli_say(c, why->total > 0 ? STR("cli.link.one") : STR("cli.link.two"),
	    times(c->a, why->total), pairs->values[i]);
	weight_put(c, label(c, STR("prior")), why->prior);
	for (size_t k = 0; k < why->count; k++) {
		const struct link_reason *r = &why->reasons[k];
		weight_put(c,
		    arena_fmt(c->a, "%.*s, %.*s: %.*s – %.*s", STR_ARG(column_label(c, r)),
			STR_ARG(label(c, r->level)), STR_ARG(r->x), STR_ARG(r->y)),
		    r->weight);
	}
	if (why->together < 0)
		weight_put(c, label(c, STR("together")), why->together);
}

static void
result_text(struct cli *c, const struct link_list *lists, const struct link_result *result,
    const struct asked *asked)
{
	const struct option_values *pairs = &c->line.given[OPTION_PAIR];

	for (size_t i = 0; i < result->n_columns; i++) {
		const struct link_column *column = &result->columns[i];
		column_pad(c->out, c->args[column->list], 24);
		buf_putc(c->out, ' ');
		column_pad(c->out, lists[column->list].names[column->column], 24);
		buf_fmt(c->out, " %.*s\n", STR_ARG(kind_label(c, column->kind)));
	}
	cli_say(c, STR("cli.link.done"), STR_INT((int64_t)result->rows),
	    STR_INT((int64_t)result->clusters), STR_INT((int64_t)result->largest));
	if (result->collapsed)
		cli_say(c, STR("cli.link.collapsed"));
	for (size_t i = 0; i < pairs->count; i++) {
		struct link_why why = link_why(c->a, result, asked[i].first, asked[i].second);
		why_text(c, pairs, i, &why);
	}
}

static struct str
decimal(struct arena *a, double weight)
{
	return arena_fmt(a, "%.2f", weight);
}

static void
why_json(struct json *pair, struct arena *a, const struct link_why *why)
{
	json_set_str(pair, STR("prior"), decimal(a, why->prior));
	json_set_str(pair, STR("together"), decimal(a, why->together));
	json_set_str(pair, STR("total"), decimal(a, why->total));
	struct json *reasons = json_set_array(pair, STR("reasons"));
	for (size_t k = 0; k < why->count; k++) {
		const struct link_reason *r = &why->reasons[k];
		struct json *row = json_push_object(reasons);
		json_set_str(row, STR("column"), r->column);
		json_set_str(row, STR("kind"), link_kind_word(r->kind));
		json_set_str(row, STR("level"), r->level);
		json_set_str(row, STR("first"), r->x);
		json_set_str(row, STR("second"), r->y);
		json_set_str(row, STR("weight"), decimal(a, r->weight));
	}
}

static void
result_json(struct cli *c, const struct link_list *lists, const struct link_result *result,
    const struct asked *asked)
{
	const struct option_values *pairs = &c->line.given[OPTION_PAIR];
	struct json *answer = json_object(c->a);

	json_set_int(answer, STR("rows"), (int64_t)result->rows);
	json_set_int(answer, STR("clusters"), (int64_t)result->clusters);
	json_set_int(answer, STR("largest"), (int64_t)result->largest);
	json_set_int(answer, STR("compared"), (int64_t)result->pairs);
	json_set_bool(answer, STR("collapsed"), result->collapsed);
	struct json *columns = json_set_array(answer, STR("columns"));
	for (size_t i = 0; i < result->n_columns; i++) {
		const struct link_column *column = &result->columns[i];
		struct json *row = json_push_object(columns);
		json_set_str(row, STR("file"), c->args[column->list]);
		json_set_str(row, STR("column"), lists[column->list].names[column->column]);
		json_set_str(row, STR("kind"), link_kind_word(column->kind));
	}
	struct json *rows = json_set_array(answer, STR("pairs"));
	for (size_t i = 0; i < pairs->count; i++) {
		struct link_why why = link_why(c->a, result, asked[i].first, asked[i].second);
		struct json *pair = json_push_object(rows);
		json_set_str(pair, STR("pair"), pairs->values[i]);
		why_json(pair, c->a, &why);
	}
	cli_json(c, answer);
}

int
cmd_link(struct cli *c, struct err *e)
{
	struct link_list *lists = ARENA_ARRAY(c->a, struct link_list, c->arg_count);
	struct link_said *said =
	    ARENA_ARRAY(c->a, struct link_said, c->line.given[OPTION_MAP].count);
	struct asked *asked = ARENA_ARRAY(c->a, struct asked, c->line.given[OPTION_PAIR].count);
	struct str out = option_of(&c->line, OPTION_OUT);
	struct link_result result;

	if (lists_read(c, lists, e) != 0 || map_read(c, said, e) != 0 ||
	    pairs_read(c, lists, asked, e) != 0)
		return -1;
	const struct link_question q = {lists, c->arg_count, said, c->line.given[OPTION_MAP].count};
	if (link_rows(c->a, &q, &result, e) != 0)
		return -1;
	struct str clusters = clusters_csv(c, lists, &result);
	if (out.n > 0 && file_write_atomic(out, clusters.p, clusters.n, 0600, e) != 0)
		return -1;
	if (c->json)
		result_json(c, lists, &result, asked);
	else if (out.n > 0 || c->line.given[OPTION_PAIR].count > 0)
		result_text(c, lists, &result, asked);
	else
		buf_put(c->out, clusters);
	return 0;
}
