/*
 * Published results, row by row: acceptance.csv names a table, a method with its settings, what
 * of its answer is meant, and who says so. Through the door of the command, gates left open.
 * usage: acceptance FOLDER [ROWS.csv]
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/estimate/answer.h"
#include "tables.h"

#define SETTINGS 8
#define SEEDS 2 /* of what is drawn by chance, where other rows than acceptance.csv are read */

/* What the test starts with. */
struct source {
	struct tables tables;
	const char *rows; /* file of the folder */
	size_t seeds;     /* a number is the mean of so many answers, each drawn by its own seed */
};

/* A row of acceptance.csv. */
struct row {
	struct str table, method, form, settings, of, wanted, within;
};

/* The last answer: rows of one table and one method follow each other. */
struct asked {
	struct str table, method, settings;
	bool gates;
	struct overlap t;
	struct answer answer;      /* by the first seed */
	struct answer more[SEEDS]; /* by the others */
};

static void
ask(const struct source *from, const struct row *row, bool gates, struct asked *k)
{
	const struct tables *s = &from->tables;
	struct str settings[SETTINGS], rest = row->settings;
	struct answer_ask asked = {.seed = 1, .gates = gates};
	enum estimate_method method;
	size_t count = 0;
	struct err e;

	if (k->gates == gates && str_eq(k->table, row->table) && str_eq(k->method, row->method) &&
	    str_eq(k->settings, row->settings))
		return;
	*k = (struct asked){
	    .table = row->table, .method = row->method, .settings = row->settings, .gates = gates};
	while (rest.n > 0)
		settings[count++] = str_cut(&rest, ' ');
	k->t = table_read(s, arena_fmt(s->a, "%.*s", STR_ARG(row->table)).p);
	assert_true(estimate_method_of(row->method, &method));
	asked.methods = UINT32_C(1) << method;
	if (tuning_read(s->a, settings, count, &asked.tuning, &e) != 0 ||
	    answer_ask(s->a, &k->t, &asked, &k->answer, &e) != 0)
		fail_msg("%s %s", e.key, e.arg[0]);
	for (asked.seed = 2; asked.seed <= from->seeds; asked.seed++)
		if (answer_ask(s->a, &k->t, &asked, &k->more[asked.seed - 2], &e) != 0)
			fail_msg("%s %s", e.key, e.arg[0]);
}

/* The estimate of that form, or the only one. */
static const struct estimate *
estimate_of(const struct answer *answer, struct str form)
{
	for (size_t i = 0; i < answer->count; i++)
		if (form.n == 0 || str_eq(answer->estimates[i].form, form))
			return &answer->estimates[i];
	fail_msg("no \"%.*s\" is given", STR_ARG(form));
	return NULL;
}

/* point, low, high, se, or a number beside them. */
static double
number_of(const struct estimate *x, struct str of)
{
	const struct {
		const char *name;
		double value;
	} numbers[] = {{"point", x->point}, {"low", x->low}, {"high", x->high}, {"se", x->se}};

	for (size_t i = 0; i < LENGTH(numbers); i++)
		if (str_eq(of, str_of(numbers[i].name)))
			return numbers[i].value;
	for (size_t i = 0; i < x->details.count; i++)
		if (str_eq(x->details.at[i].name, of))
			return strtod(x->details.at[i].value.p, NULL);
	return ESTIMATE_NO_NUMBER;
}

static bool
doubts(const struct estimate_doubts *d, struct str gate, struct str first)
{
	for (size_t i = 0; i < d->count; i++)
		if (str_eq(estimate_gate_name(d->at[i].gate), gate) &&
		    (first.n == 0 || str_eq(d->at[i].arg[0], first)))
			return true;
	return false;
}

/* A number is met within that share of it; 0 asks for the integer itself. */
static bool
number_holds(double value, const struct row *row)
{
	double wanted = strtod(row->wanted.p, NULL), within = strtod(row->within.p, NULL);

	return within > 0 ? fabs(value - wanted) <= within * wanted : round(value) == wanted;
}

/*
 * A row says of a number what it is; or, of the gates: "refuses", the method gives no number;
 * "no range", nothing is said of the whole; "says", a doubt of that pair stands beside it.
 */
static bool
holds(const struct source *from, const struct row *row, struct asked *k, double *value)
{
	bool refuses = str_eq(row->within, STR("refuses"));
	bool no_range = str_eq(row->within, STR("no range"));

	ask(from, row, refuses || no_range, k);
	const struct estimate *x = estimate_of(&k->answer, row->form);
	if (no_range)
		return !k->answer.has_headline && doubts(&k->answer.doubts, row->wanted, STR(""));
	if (refuses)
		return !estimate_stands(x) && doubts(&x->doubts, row->wanted, STR(""));
	if (str_eq(row->within, STR("says")))
		return doubts(&x->doubts, row->of, row->wanted);
	*value = number_of(x, row->of) / (double)from->seeds;
	for (size_t i = 0; i + 1 < from->seeds; i++)
		*value +=
		    number_of(estimate_of(&k->more[i], row->form), row->of) / (double)from->seeds;
	return number_holds(*value, row);
}

static struct str
field(const struct csv *csv, size_t row, const char *name)
{
	return csv_field(csv, row, csv_column(csv, str_of(name)));
}

static void
every_published_result_is_met(void **state)
{
	const struct source *from = *state;
	const struct tables *s = &from->tables;
	struct asked k = {.table = STR("")};
	struct str text, path = arena_fmt(s->a, "%s/%s", s->folder, from->rows);
	size_t missed = 0;
	struct csv csv;
	struct err e;

	assert_int_equal(file_read_all(s->a, path, TABLE_BYTES, &text, &e), 0);
	assert_int_equal(csv_read(s->a, text, &csv, &e), 0);
	assert_true(csv.count > 0);
	for (size_t i = 0; i < csv.count; i++) {
		const struct row row = {field(&csv, i, "table"), field(&csv, i, "method"),
		    field(&csv, i, "form"), field(&csv, i, "settings"), field(&csv, i, "of"),
		    field(&csv, i, "wanted"), field(&csv, i, "within")};
		double value = ESTIMATE_NO_NUMBER;
		assert_true(field(&csv, i, "source").n > 0);
		if (holds(from, &row, &k, &value))
			continue;
		missed++;
		print_error("line %zu: %.*s %.*s %.*s %.*s: %.4f, not %.*s\n", csv.rows[i].line,
		    STR_ARG(row.table), STR_ARG(row.method), STR_ARG(row.settings), STR_ARG(row.of),
		    value, STR_ARG(row.wanted));
	}
	assert_int_equal(missed, 0);
}

int
main(int argc, char **argv)
{
	struct source s = {
	    {arena_new(), argv[1]}, argc > 2 ? argv[2] : "acceptance.csv", argc > 2 ? SEEDS : 1};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(every_published_result_is_met, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.tables.a);
	return failed;
}
