#include "face/cli/link_truth.h"

#include <math.h>
#include <string.h>

#include "engine/link/intern.h"
#include "engine/link/truth.h"

/* The column of that name; width when there is none. */
static size_t
column_named(const struct link_list *list, struct str name)
{
	size_t k = 0;

	while (k < list->width && !str_eq(str_trim(list->names[k]), name))
		k++;
	return k;
}

/* All cells but those of column k, row after row. */
static const struct str *
without(struct arena *a, const struct str *cells, size_t width, size_t rows, size_t k)
{
	struct str *kept = ARENA_ARRAY(a, struct str, rows * (width - 1));

	for (size_t r = 0; r < rows; r++) {
		const struct str *from = cells + r * width;
		struct str *to = kept + r * (width - 1);
		if (k > 0)
			memcpy(to, from, k * sizeof(*to));
		if (k + 1 < width)
			memcpy(to + k, from + k + 1, (width - k - 1) * sizeof(*to));
	}
	return kept;
}

int
link_truth_take(struct cli *c, struct arena *a, struct link_list *lists, size_t n,
    const uint32_t **person, struct err *e)
{
	struct str name = option_of(&c->line, OPTION_TRUTH);
	struct intern *people = intern_new(c->a);
	size_t rows = 0, first = 0;
	bool any = false;

	for (size_t i = 0; i < n; i++)
		rows += lists[i].rows;
	uint32_t *known = ARENA_ARRAY(c->a, uint32_t, rows);
	for (size_t i = 0; i < n; first += lists[i++].rows) {
		struct link_list *list = &lists[i];
		size_t k = column_named(list, name);
		if (k == list->width)
			continue;
		for (size_t r = 0; r < list->rows; r++)
			known[first + r] =
			    intern_text(people, str_trim(list->cells[r * list->width + k]));
		list->cells = without(a, list->cells, list->width, list->rows, k);
		list->names = without(c->a, list->names, list->width, 1, k);
		list->width--;
		any = true;
	}
	if (!any)
		return err_fail(e, ERR_INPUT, STR("link.column"), name);
	*person = known;
	return 0;
}

static struct str
share_text(struct arena *a, double share)
{
	return isnan(share) ? STR("–") : arena_fmt(a, "%.4f", share);
}

static double
reached_share(const struct truth *t)
{
	return t->pairs > 0 ? (double)t->reached / (double)t->pairs : (double)NAN;
}

void
link_truth_say(struct cli *c, const struct link_result *result, const uint32_t *person)
{
	const struct truth t = truth_of(result, person);
	struct arena *a = c->a;

	cli_say(c, STR("cli.truth.known"), cli_number(c, (int64_t)t.rows),
	    cli_number(c, (int64_t)t.people), cli_number(c, (int64_t)t.pairs));
	cli_say(c, STR("cli.truth.pairs"), share_text(a, t.precision), share_text(a, t.recall),
	    share_text(a, truth_f1(t.precision, t.recall)));
	cli_say(c, STR("cli.truth.rows"), share_text(a, t.b_precision), share_text(a, t.b_recall),
	    share_text(a, truth_f1(t.b_precision, t.b_recall)));
	cli_say(c, STR("cli.truth.reached"), share_text(a, reached_share(&t)),
	    cli_number(c, (int64_t)result->pairs));
}

static void
share_set(struct json *answer, struct arena *a, struct str key, double share)
{
	if (isnan(share))
		json_set_null(answer, key);
	else
		json_set_str(answer, key, share_text(a, share));
}

void
link_truth_json(
    struct json *answer, struct arena *a, const struct link_result *result, const uint32_t *person)
{
	const struct truth t = truth_of(result, person);
	struct json *truth = json_set_object(answer, STR("truth"));

	json_set_int(truth, STR("rows"), (int64_t)t.rows);
	json_set_int(truth, STR("people"), (int64_t)t.people);
	json_set_int(truth, STR("pairs"), (int64_t)t.pairs);
	json_set_int(truth, STR("joined"), (int64_t)t.joined);
	json_set_int(truth, STR("right"), (int64_t)t.right);
	json_set_int(truth, STR("reached"), (int64_t)t.reached);
	share_set(truth, a, STR("precision"), t.precision);
	share_set(truth, a, STR("recall"), t.recall);
	share_set(truth, a, STR("b_cubed_precision"), t.b_precision);
	share_set(truth, a, STR("b_cubed_recall"), t.b_recall);
	share_set(truth, a, STR("reached_share"), reached_share(&t));
}
