#include <math.h>

#include "base/csv.h"
#include "engine/link/link.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/link_archive.h"
#include "face/cli/link_audit.h"
#include "face/cli/link_lists.h"
#include "face/cli/link_map.h"
#include "face/cli/link_room.h"
#include "face/cli/link_same.h"
#include "face/cli/link_samples.h"
#include "face/cli/link_search.h"
#include "face/cli/link_truth.h"
#include "face/cli/link_view.h"
#include "face/cli/progress.h"
#include "kit/os/crew.h"
#include "kit/os/file.h"

#define HITS 5   /* rows that --search says of each that asks */
#define OPEN 3.0 /* log-odds: one of two answers is not twenty times likelier than the other */

/* Two rows that were asked for, as the engine counts them. */
struct asked {
	size_t first, second;
};

/* What the command line asked for, and the answer. */
struct linkage {
	struct link_lists lists;
	struct arena *cells;         /* of the lists */
	struct asked *asked;         /* for each --pair */
	size_t budget, audit, limit; /* 0: not asked for */
	struct link_result result;
	const struct link_doubt *doubts;
	size_t n_doubts;
	struct link_samples_range range; /* with --samples */
	const uint32_t *person;          /* of each row, with --truth */
};

static int
pair_read(struct cli *c, const struct link_lists *lists, struct str pair, struct asked *out,
    struct err *e)
{
	struct str second = pair, first = str_cut(&second, ',');

	if (first.n == 0 || second.n == 0)
		return err_fail(e, ERR_INPUT, STR("cli.link.pair"), pair);
	if (link_lists_row(c, lists, first, &out->first, e) != 0 ||
	    link_lists_row(c, lists, second, &out->second, e) != 0)
		return -1;
	if (out->first == out->second)
		return err_fail(e, ERR_INPUT, STR("cli.link.pair_itself"), pair);
	return 0;
}

static int
pairs_read(struct cli *c, const struct link_lists *lists, struct asked *out, struct err *e)
{
	const struct option_values *pairs = &c->line.given[OPTION_PAIR];

	for (size_t i = 0; i < pairs->count; i++)
		if (pair_read(c, lists, pairs->values[i], &out[i], e) != 0)
			return -1;
	return 0;
}

static struct str
clusters_csv(struct cli *c, const struct link_lists *lists, const struct link_result *result)
{
	struct buf *out = buf_on(c->a);

	buf_put(out, STR("file,row,cluster\n"));
	for (size_t i = 0, at = 0; i < c->arg_count; i++) {
		for (size_t r = 0; r < lists->at[i].rows; r++, at++) {
			csv_put_field(out, c->args[i]);
			buf_fmt(out, ",%zu,%u\n", link_lists_number(lists, i, r),
			    result->cluster[at] + 1);
		}
	}
	return buf_str(out);
}

/* --budget, --audit, --limit: how many pairs; 0 when not asked for. */
static int
pairs_wanted(struct cli *c, enum option_id option, size_t *out, struct err *e)
{
	struct str text = option_of(&c->line, option);
	int64_t n = 0;

	if (text.n > 0 && (!str_to_int(text, &n) || n < 1))
		return err_fail(e, ERR_INPUT, STR("cli.link.budget"), text);
	*out = (size_t)n;
	return 0;
}

/* Pairs whose answer would change the count most. */
static void
doubts_csv(struct cli *c, const struct link_lists *lists, const struct link_doubt *doubts, size_t n)
{
	buf_put(c->out, STR("file1,row1,file2,row2,joined,log_odds\n"));
	for (size_t i = 0; i < n; i++) {
		size_t x = doubts[i].x, y = doubts[i].y;
		size_t fx = link_lists_of(c, lists, &x), fy = link_lists_of(c, lists, &y);
		csv_put_field(c->out, c->args[fx]);
		buf_fmt(c->out, ",%zu,", x);
		csv_put_field(c->out, c->args[fy]);
		buf_fmt(
		    c->out, ",%zu,%s,%.2f\n", y, doubts[i].joined ? "yes" : "no", doubts[i].odds);
	}
}

static void
doubts_json(struct cli *c, struct json *answer, const struct link_lists *lists,
    const struct link_doubt *doubts, size_t n)
{
	struct json *rows = json_set_array(answer, STR("doubts"));

	for (size_t i = 0; i < n; i++) {
		size_t x = doubts[i].x, y = doubts[i].y;
		size_t fx = link_lists_of(c, lists, &x), fy = link_lists_of(c, lists, &y);
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("file1"), c->args[fx]);
		json_set_int(row, STR("row1"), (int64_t)x);
		json_set_str(row, STR("file2"), c->args[fy]);
		json_set_int(row, STR("row2"), (int64_t)y);
		json_set_bool(row, STR("joined"), doubts[i].joined);
		json_set_str(row, STR("log_odds"), link_view_decimal(c->a, doubts[i].odds));
	}
}

/* At which cuts, beside the own one, people are counted. */
static const double other_cuts[] = {-3, -2, -1, 1, 2, 3};

static void
samples_text(
    struct cli *c, const struct link_result *result, const struct link_samples_range *range)
{
	cli_say(c, STR("cli.link.range"), STR_INT((int64_t)range->least),
	    STR_INT((int64_t)range->most), STR_INT(LINK_SAMPLES),
	    option_of(&c->line, OPTION_SAMPLES));
	for (size_t i = 0; i < LENGTH(other_cuts); i++)
		cli_say(c, other_cuts[i] < 0 ? STR("cli.link.lower") : STR("cli.link.higher"),
		    why_times(c->a, other_cuts[i]),
		    STR_INT((int64_t)link_count_at(result, other_cuts[i])));
}

static void
samples_json(struct cli *c, struct json *answer, const struct link_result *result,
    const struct link_samples_range *range)
{
	struct json *people = json_set_object(answer, STR("samples"));

	json_set_int(people, STR("least"), (int64_t)range->least);
	json_set_int(people, STR("most"), (int64_t)range->most);
	struct json *cuts = json_set_array(people, STR("cuts"));
	for (size_t i = 0; i < LENGTH(other_cuts); i++) {
		struct json *row = json_push_object(cuts);
		json_set_str(row, STR("log_odds"), link_view_decimal(c->a, other_cuts[i]));
		json_set_int(row, STR("clusters"), (int64_t)link_count_at(result, other_cuts[i]));
	}
}

static void
columns_text(struct cli *c, const struct linkage *k)
{
	for (size_t i = 0; i < k->result.n_columns; i++) {
		const struct link_column *column = &k->result.columns[i];
		column_pad(c->out, c->args[column->list], 24);
		buf_putc(c->out, ' ');
		column_pad(c->out, k->lists.at[column->list].names[column->column], 24);
		buf_fmt(c->out, " %.*s", STR_ARG(why_kind(c->a, c->lang, column->kind)));
		link_view_remarks(c, column);
		buf_putc(c->out, '\n');
	}
}

/* Did weights come from the clusters alone, and do they leave a decision open? Where none is, other
 * weights would say the same. */
static bool
is_open(struct cli *c, const struct link_result *result)
{
	size_t n = 1;
	const struct link_doubt *least = result->collapsed ? link_doubts(c->a, result, &n) : NULL;

	return least != NULL && n > 0 && fabs(least->odds - LINK_CUT) < OPEN;
}

static void
linkage_text(struct cli *c, const struct linkage *k)
{
	const struct option_values *pairs = &c->line.given[OPTION_PAIR];

	columns_text(c, k);
	cli_say(c, STR("cli.link.done"), STR_INT((int64_t)k->result.rows),
	    STR_INT((int64_t)k->result.clusters), STR_INT((int64_t)k->result.largest));
	if (is_open(c, &k->result))
		cli_say(c, STR("cli.link.collapsed"));
	if (k->person != NULL)
		link_truth_say(c, &k->result, k->person);
	if (option_has(&c->line, OPTION_SAMPLES))
		samples_text(c, &k->result, &k->range);
	for (size_t i = 0; i < pairs->count; i++) {
		struct link_why why =
		    link_why(c->a, &k->result, k->asked[i].first, k->asked[i].second);
		link_view_why(c, pairs->values[i], &why);
	}
}

static void
columns_json(struct cli *c, struct json *answer, const struct linkage *k)
{
	struct json *columns = json_set_array(answer, STR("columns"));

	for (size_t i = 0; i < k->result.n_columns; i++) {
		const struct link_column *column = &k->result.columns[i];
		struct json *row = json_push_object(columns);
		json_set_str(row, STR("file"), c->args[column->list]);
		json_set_str(row, STR("column"), k->lists.at[column->list].names[column->column]);
		json_set_str(row, STR("kind"), link_kind_word(column->kind));
		link_view_remarks_json(row, column);
	}
}

static void
apart_json(struct cli *c, struct json *answer, const struct linkage *k)
{
	struct json *apart = json_set_array(answer, STR("apart"));

	for (size_t i = 0; i < c->arg_count; i++)
		if (k->result.apart[i])
			json_push_str(apart, c->args[i]);
}

static void
linkage_json(struct cli *c, const struct linkage *k)
{
	const struct option_values *pairs = &c->line.given[OPTION_PAIR];
	struct json *answer = json_object(c->a);

	json_set_int(answer, STR("rows"), (int64_t)k->result.rows);
	json_set_int(answer, STR("clusters"), (int64_t)k->result.clusters);
	json_set_int(answer, STR("largest"), (int64_t)k->result.largest);
	json_set_int(answer, STR("compared"), (int64_t)k->result.pairs);
	json_set_bool(answer, STR("collapsed"), k->result.collapsed);
	columns_json(c, answer, k);
	apart_json(c, answer, k);
	link_same_say(c, answer);
	link_lists_left(c, &k->lists, answer);
	if (k->person != NULL)
		link_truth_json(answer, c->a, &k->result, k->person);
	if (option_has(&c->line, OPTION_SAMPLES))
		samples_json(c, answer, &k->result, &k->range);
	if (k->budget > 0)
		doubts_json(c, answer, &k->lists, k->doubts, k->n_doubts);
	struct json *rows = json_set_array(answer, STR("pairs"));
	for (size_t i = 0; i < pairs->count; i++) {
		struct link_why why =
		    link_why(c->a, &k->result, k->asked[i].first, k->asked[i].second);
		struct json *pair = json_push_object(rows);
		json_set_str(pair, STR("pair"), pairs->values[i]);
		link_view_why_json(pair, c->a, &why);
	}
	cli_json(c, answer);
}

static void
cells_free(void *arg)
{
	struct linkage *k = arg;

	arena_free(k->cells);
	k->cells = NULL;
}

/* Reads what was asked for and links. Cells are let go of, unless pairs are to be shown. */
static int
linkage_make(struct cli *c, struct linkage *k, struct err *e)
{
	size_t n_said;
	struct str asking = option_of(&c->line, OPTION_SEARCH);
	const struct link_said *said;
	const struct arena_lender *room;

	k->asked = ARENA_ARRAY(c->a, struct asked, c->line.given[OPTION_PAIR].count);
	if (pairs_wanted(c, OPTION_BUDGET, &k->budget, e) != 0 ||
	    pairs_wanted(c, OPTION_AUDIT, &k->audit, e) != 0 ||
	    pairs_wanted(c, OPTION_LIMIT, &k->limit, e) != 0 || link_room(c, &room, e) != 0 ||
	    link_lists_read(c, k->cells, &k->lists, e) != 0 ||
	    link_map_read(c, k->lists.at, &said, &n_said, e) != 0 ||
	    pairs_read(c, &k->lists, k->asked, e) != 0)
		return -1;
	if (option_has(&c->line, OPTION_TRUTH) &&
	    link_truth_take(c, k->cells, k->lists.at, k->lists.count, &k->person, e) != 0)
		return -1;
	if (asking.n > 0 && link_lists_add(c, k->cells, asking, &k->lists, e) != 0)
		return -1;
	const struct link_question q = {.lists = k->lists.at,
	    .n_lists = k->lists.count,
	    .said = said,
	    .n_said = n_said,
	    .share = crew_all,
	    .room = room,
	    .cells_read = k->audit > 0 || option_has(&c->line, OPTION_AUDITED) ? NULL : cells_free,
	    .arg = k};
	struct progress_wait *wait = progress_wait_begin(c, STR("cli.progress.linking"));
	int failed = link_rows(c->a, &q, &k->result, e);
	progress_wait_end(wait);
	if (failed)
		return -1;
	k->n_doubts = k->budget;
	if (k->budget > 0)
		k->doubts = link_doubts(c->a, &k->result, &k->n_doubts);
	return 0;
}

/* Is path one of the files that are read: a list, the one of --search, answers of --audited? */
static bool
is_read(struct cli *c, struct str path)
{
	struct str others[] = {
	    option_of(&c->line, OPTION_SEARCH), option_of(&c->line, OPTION_AUDITED)};
	struct file_facts there, read;
	struct err ignored;

	if (path.n == 0 || file_look(path, &there, &ignored) != 0)
		return false;
	for (size_t i = 0; i < c->arg_count + LENGTH(others); i++) {
		struct str of = i < c->arg_count ? c->args[i] : others[i - c->arg_count];
		if (of.n > 0 && file_look(of, &read, &ignored) == 0 &&
		    read.device == there.device && read.inode == there.inode)
			return true;
	}
	return false;
}

/* No answer overwrites what was read, or another answer. */
static int
out_check(struct cli *c, struct str out, struct str folder, struct err *e)
{
	if (is_read(c, out))
		return err_fail(e, ERR_INPUT, STR("cli.link.out"), out);
	for (size_t i = 1; folder.n > 0 && i <= LINK_SAMPLES; i++) {
		struct str path = link_samples_path(c->a, folder, i);
		if (is_read(c, path) || str_eq(path, out))
			return err_fail(e, ERR_INPUT, STR("cli.link.out_samples"), path);
	}
	return 0;
}

/* Says which lists have nothing in common with others by which people could be found on both. */
static void
apart_note(struct cli *c, const struct linkage *k)
{
	for (size_t i = 0; i < c->arg_count; i++)
		if (k->result.apart[i])
			cli_note(c, STR("cli.link.apart"), c->args[i]);
}

/* Links, and says what was asked for. */
static int
linkage_answer(struct cli *c, struct linkage *k, struct err *e)
{
	struct str out = option_of(&c->line, OPTION_OUT),
		   folder = option_of(&c->line, OPTION_SAMPLES);

	if (out_check(c, out, folder, e) != 0 || linkage_make(c, k, e) != 0)
		return -1;
	if (option_has(&c->line, OPTION_SEARCH)) {
		if (link_search_check(c, &k->result, e) != 0)
			return -1;
		link_search_say(c, &k->lists, &k->result, k->limit > 0 ? k->limit : HITS);
		return 0;
	}
	apart_note(c, k);
	if (!c->json)
		link_same_say(c, NULL);
	struct str clusters = clusters_csv(c, &k->lists, &k->result);
	if (out.n > 0 && file_write_atomic(out, clusters.p, clusters.n, 0600, e) != 0)
		return -1;
	if (folder.n > 0 &&
	    link_samples_write(c, folder, k->lists.at, &k->result, &k->range, e) != 0)
		return -1;
	if (k->audit > 0)
		return link_audit_draw(c, &k->lists, &k->result, k->audit);
	if (option_has(&c->line, OPTION_AUDITED))
		return link_audit_judge(c, &k->lists, &k->result, e);
	if (c->json)
		linkage_json(c, k);
	else if (k->budget > 0)
		doubts_csv(c, &k->lists, k->doubts, k->n_doubts);
	else if (out.n > 0 || folder.n > 0 || k->person != NULL ||
	    c->line.given[OPTION_PAIR].count > 0)
		linkage_text(c, k);
	else
		buf_put(c->out, clusters);
	return 0;
}

int
cmd_link(struct cli *c, struct err *e)
{
	if (c->arg_count == 0)
		return link_archive(c, e);
	if (option_has(&c->line, OPTION_EVENT))
		return err_fail(e, ERR_INPUT, STR("cli.link.only_archive"));
	struct linkage k = {.cells = arena_new()};
	int failed = linkage_answer(c, &k, e);
	cells_free(&k);
	return failed;
}
