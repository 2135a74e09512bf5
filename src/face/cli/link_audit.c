#include "face/cli/link_audit.h"

#include <math.h>
#include <stdlib.h>

#include "engine/link/audit.h"
#include "face/cli/table_file.h"
#include "kit/lang/fold.h"
#include "kit/sheet/sheet_write.h"

#define TABLE_BYTES ((size_t)64 << 20)

static const struct str columns[] = {
    STR_INIT("file1"), STR_INIT("row1"), STR_INIT("file2"), STR_INIT("row2"), STR_INIT("answer")};

enum column { FILE_1, ROW_1, FILE_2, ROW_2, ANSWER, COLUMNS };

/* What the row says: "name: Aigul B.; birth: 1980". */
static struct str
row_words(struct cli *c, const struct link_lists *lists, size_t at, size_t row)
{
	struct buf *b = buf_on(c->a);
	const struct link_list *list = &lists->at[at];
	const struct str *cells = link_lists_cells(lists, at, row);

	for (size_t i = 0; i < list->width; i++) {
		if (str_trim(cells[i]).n == 0)
			continue;
		buf_put(b, b->n > 0 ? STR("; ") : STR(""));
		buf_fmt(b, "%.*s: %.*s", STR_ARG(list->names[i]), STR_ARG(cells[i]));
	}
	return buf_str(b);
}

/* One pair as people see it. */
struct seen {
	struct str file1, file2, first, second;
	size_t row1, row2;
};

static struct seen
seen_of(struct cli *c, const struct link_lists *lists, struct audit_pair pair)
{
	size_t x = pair.x, y = pair.y;
	size_t fx = link_lists_of(c, lists, &x), fy = link_lists_of(c, lists, &y);

	return (struct seen){
	    c->args[fx], c->args[fy], row_words(c, lists, fx, x), row_words(c, lists, fy, y), x, y};
}

static void
pairs_csv(struct cli *c, const struct link_lists *lists, const struct audit_pair *pairs, size_t n)
{
	buf_put(c->out, STR("file1,row1,file2,row2,first,second,answer\n"));
	for (size_t i = 0; i < n; i++) {
		struct seen s = seen_of(c, lists, pairs[i]);
		sheet_put_safe_field(c->out, s.file1);
		buf_fmt(c->out, ",%zu,", s.row1);
		sheet_put_safe_field(c->out, s.file2);
		buf_fmt(c->out, ",%zu,", s.row2);
		sheet_put_safe_field(c->out, s.first);
		buf_put(c->out, STR(","));
		sheet_put_safe_field(c->out, s.second);
		buf_put(c->out, STR(",\n"));
	}
}

static void
pairs_json(struct cli *c, const struct link_lists *lists, const struct audit_pair *pairs, size_t n)
{
	struct json *answer = json_object(c->a), *rows = json_set_array(answer, STR("audit"));

	for (size_t i = 0; i < n; i++) {
		struct seen s = seen_of(c, lists, pairs[i]);
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("file1"), s.file1);
		json_set_int(row, STR("row1"), (int64_t)s.row1);
		json_set_str(row, STR("file2"), s.file2);
		json_set_int(row, STR("row2"), (int64_t)s.row2);
		json_set_str(row, STR("first"), s.first);
		json_set_str(row, STR("second"), s.second);
	}
	cli_json(c, answer);
}

int
link_audit_draw(
    struct cli *c, const struct link_lists *lists, const struct link_result *result, size_t n)
{
	const struct audit_pair *pairs = audit_draw(c->a, result, &n);

	if (c->json)
		pairs_json(c, lists, pairs, n);
	else
		pairs_csv(c, lists, pairs, n);
	return 0;
}

static bool
answer_read(struct cli *c, struct str text, enum audit_answer *out)
{
	static const struct word {
		struct str word;
		enum audit_answer answer;
	} words[] = {
#define ANSWER(word, answer) {STR_INIT(word), answer},
#include "face/cli/link_audit.def"
#undef ANSWER
	};
	struct str folded = fold_text(c->a, str_trim(text));

	for (size_t i = 0; i < LENGTH(words); i++)
		if (str_eq(folded, fold_text(c->a, words[i].word)) ||
		    str_eq(str_trim(text), words[i].word)) {
			*out = words[i].answer;
			return true;
		}
	return false;
}

static int
columns_find(const struct csv *table, struct str path, int *at, struct err *e)
{
	for (size_t i = 0; i < COLUMNS; i++) {
		at[i] = csv_column(table, columns[i]);
		if (at[i] < 0)
			return err_fail(e, ERR_INPUT, STR("cli.audit.column"), path, columns[i]);
	}
	return 0;
}

static int
row_of(struct cli *c, const struct link_lists *lists, struct str file, struct str row, size_t *out,
    struct err *e)
{
	return link_lists_row(
	    c, lists, arena_fmt(c->a, "%.*s:%.*s", STR_ARG(file), STR_ARG(row)), out, e);
}

/* Is text, where the table still has it, what the row says? A spreadsheet may have put a sign in
 * front of it. */
static bool
still_says(struct cli *c, const struct link_lists *lists, size_t row, struct str text)
{
	size_t list = link_lists_of(c, lists, &row);
	struct str said = fold_text(c->a, row_words(c, lists, list, row));
	struct str seen = fold_text(c->a, str_trim(text));

	if (seen.n > 0 && seen.p[0] == '\'')
		seen = str_sub(seen, 1, seen.n);
	return seen.n == 0 || str_eq(seen, str_trim(said));
}

static int
rows_check(struct cli *c, const struct link_lists *lists, const struct csv *table, size_t r,
    const struct audit_pair *pair, struct err *e)
{
	static const struct str sides[] = {STR_INIT("first"), STR_INIT("second")};

	for (size_t i = 0; i < LENGTH(sides); i++) {
		int at = csv_column(table, sides[i]);
		if (at >= 0 &&
		    !still_says(c, lists, i == 0 ? pair->x : pair->y, table->rows[r].fields[at]))
			return err_fail(e, ERR_CONFLICT, STR("cli.audit.changed"),
			    STR_INT((int64_t)table->rows[r].line));
	}
	return 0;
}

static int
by_pair(const void *x, const void *y)
{
	const struct audit_pair a = ((const struct audit_label *)x)->pair;
	const struct audit_pair b = ((const struct audit_label *)y)->pair;

	if (a.x != b.x)
		return a.x < b.x ? -1 : 1;
	return a.y < b.y ? -1 : a.y > b.y;
}

/* Each pair once, whichever side stands first. ERR_CONFLICT cli.audit.twice: with two answers. */
static int
labels_settle(struct cli *c, const struct link_lists *lists, struct audit_label *labels, size_t *n,
    struct err *e)
{
	size_t kept = 0;

	for (size_t i = 0; i < *n; i++)
		if (labels[i].pair.y < labels[i].pair.x)
			labels[i].pair = (struct audit_pair){labels[i].pair.y, labels[i].pair.x};
	qsort(labels, *n, sizeof(*labels), by_pair);
	for (size_t i = 0; i < *n; i++) {
		const struct audit_label *before = kept > 0 ? &labels[kept - 1] : NULL;
		if (before == NULL || by_pair(before, &labels[i]) != 0) {
			labels[kept++] = labels[i];
			continue;
		}
		struct seen s = seen_of(c, lists, labels[i].pair);
		if (before->answer != labels[i].answer)
			return err_fail(e, ERR_CONFLICT, STR("cli.audit.twice"),
			    arena_fmt(c->a, "%.*s:%zu", STR_ARG(s.file1), s.row1),
			    arena_fmt(c->a, "%.*s:%zu", STR_ARG(s.file2), s.row2));
	}
	*n = kept;
	return 0;
}

/* The rows that have an answer. */
static int
labels_read(struct cli *c, const struct link_lists *lists, struct str path,
    struct audit_label **out, size_t *count, struct err *e)
{
	struct csv table;
	int at[COLUMNS];
	size_t n = 0;

	if (table_file_read(c, c->a, path, TABLE_BYTES, &table, e) != 0 ||
	    columns_find(&table, path, at, e) != 0)
		return -1;
	struct audit_label *labels = ARENA_ARRAY(c->a, struct audit_label, table.count);
	for (size_t r = 0; r < table.count; r++) {
		const struct str *cells = table.rows[r].fields;
		struct audit_label *l = &labels[n];
		if (str_trim(cells[at[ANSWER]]).n == 0)
			continue;
		if (!answer_read(c, cells[at[ANSWER]], &l->answer))
			return err_fail(e, ERR_INPUT, STR("cli.audit.answer"),
			    STR_INT((int64_t)table.rows[r].line), cells[at[ANSWER]]);
		if (row_of(c, lists, cells[at[FILE_1]], cells[at[ROW_1]], &l->pair.x, e) != 0 ||
		    row_of(c, lists, cells[at[FILE_2]], cells[at[ROW_2]], &l->pair.y, e) != 0 ||
		    rows_check(c, lists, &table, r, &l->pair, e) != 0)
			return -1;
		n++;
	}
	if (n == 0)
		return err_fail(e, ERR_INPUT, STR("cli.audit.none"), path);
	*out = labels;
	*count = n;
	return labels_settle(c, lists, labels, count, e);
}

/* A share as it can be defended: its low end is rounded down, its high end up. */
static struct str
share_text(struct arena *a, double share)
{
	return arena_fmt(a, "%.3f", share);
}

static struct str
low_text(struct arena *a, double low)
{
	return share_text(a, floor(low * 1000) / 1000);
}

static struct str
high_text(struct arena *a, double high)
{
	return share_text(a, fmin(1, ceil(high * 1000) / 1000));
}

static void
share_say(struct cli *c, struct str key, struct str unknown, struct audit_share s)
{
	if (isnan(s.point))
		cli_say(c, unknown);
	else
		cli_say(c, key, share_text(c->a, s.point), low_text(c->a, s.low),
		    high_text(c->a, s.high));
}

static void
verdict_text(struct cli *c, const struct audit_verdict *v)
{
	share_say(c, STR("cli.audit.precision"), STR("cli.audit.no_precision"), v->precision);
	share_say(c, STR("cli.audit.recall"), STR("cli.audit.no_recall"), v->recall);
	for (size_t i = 0; i < AUDIT_STRATA; i++) {
		const struct audit_stratum *t = &v->strata.at[i];
		if (t->pairs > 0)
			cli_say(c, t->joined ? STR("cli.audit.joined") : STR("cli.audit.apart"),
			    cli_number(c, (int64_t)t->pairs), STR_INT((int64_t)t->looked),
			    STR_INT((int64_t)t->same), STR_INT((int64_t)t->unsure));
	}
}

static void
share_json(struct json *answer, struct arena *a, struct str key, struct audit_share s)
{
	if (isnan(s.point)) {
		json_set_null(answer, key);
		return;
	}
	struct json *share = json_set_object(answer, key);
	json_set_str(share, STR("point"), share_text(a, s.point));
	json_set_str(share, STR("low"), low_text(a, s.low));
	json_set_str(share, STR("high"), high_text(a, s.high));
}

static void
verdict_json(struct cli *c, const struct audit_verdict *v)
{
	struct json *answer = json_object(c->a);

	share_json(answer, c->a, STR("precision"), v->precision);
	share_json(answer, c->a, STR("recall"), v->recall);
	struct json *rows = json_set_array(answer, STR("strata"));
	for (size_t i = 0; i < AUDIT_STRATA; i++) {
		const struct audit_stratum *t = &v->strata.at[i];
		struct json *row = json_push_object(rows);
		json_set_bool(row, STR("joined"), t->joined);
		json_set_int(row, STR("pairs"), (int64_t)t->pairs);
		json_set_int(row, STR("looked"), (int64_t)t->looked);
		json_set_int(row, STR("same"), (int64_t)t->same);
		json_set_int(row, STR("unsure"), (int64_t)t->unsure);
	}
	cli_json(c, answer);
}

int
link_audit_judge(
    struct cli *c, const struct link_lists *lists, const struct link_result *result, struct err *e)
{
	struct audit_label *labels;
	struct audit_verdict v;
	size_t n;

	if (labels_read(c, lists, option_of(&c->line, OPTION_AUDITED), &labels, &n, e) != 0)
		return -1;
	audit_judge(result, labels, n, &v);
	if (c->json)
		verdict_json(c, &v);
	else
		verdict_text(c, &v);
	return 0;
}
