#include "face/cli/cli.h"
#include "face/cli/estimate_view.h"
#include "kit/os/crew.h"
#include "kit/os/file.h"

#define TABLE_BYTES (256 << 20)

/* The names of --lists, parted by commas. */
static void
lists_of(struct cli *c, struct overlap_ask *ask)
{
	struct str rest = option_of(&c->line, OPTION_LISTS), *lists = NULL;
	size_t count = 0, capacity = 0;

	while (rest.n > 0) {
		lists = arena_grow(c->a, lists, count, &capacity, sizeof(*lists));
		lists[count++] = str_trim(str_cut(&rest, ','));
	}
	ask->lists = lists;
	ask->list_count = count;
}

static int
methods_of(struct cli *c, uint32_t *out, struct err *e)
{
	struct str name = option_of(&c->line, OPTION_METHOD);
	struct buf *names = buf_on(c->a);
	enum estimate_method method;

	*out = (UINT32_C(1) << ESTIMATE_METHODS) - 1;
	if (name.n == 0 || str_eq(name, STR("all")))
		return 0;
	if (estimate_method_of(name, &method)) {
		*out = UINT32_C(1) << method;
		return 0;
	}
	buf_put(names, STR("all"));
	for (int m = 0; m < ESTIMATE_METHODS; m++)
		buf_fmt(names, ", %.*s", STR_ARG(estimate_method_name((enum estimate_method)m)));
	return err_fail(e, ERR_INPUT, STR("estimate.method"), name, buf_str(names));
}

/* Lends the engine as many threads as there are processors. */
static void
share_out(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(crew_size(), count, work, arg);
}

static int
seed_of(const struct cli *c, uint64_t *out, struct err *e)
{
	struct str text = option_of(&c->line, OPTION_SEED);
	int64_t seed = 1;

	if (text.n > 0 && (!str_to_int(text, &seed) || seed < 0))
		return err_fail(e, ERR_INPUT, STR("estimate.seed"), text);
	*out = (uint64_t)seed;
	return 0;
}

int
cmd_estimate(struct cli *c, struct err *e)
{
	const struct option_values *set = &c->line.given[OPTION_SET];
	static const struct hands hands = {share_out};
	struct answer_ask ask = {.hands = &hands, .gates = !option_has(&c->line, OPTION_NO_GATES)};
	struct overlap_ask table = {.by = STR("")};
	struct overlap_strata strata;
	struct answer answer;
	struct str text;

	lists_of(c, &table);
	if (methods_of(c, &ask.methods, e) != 0 || seed_of(c, &ask.seed, e) != 0 ||
	    tuning_read(c->a, set->values, set->count, &ask.tuning, e) != 0 ||
	    file_read_all(c->a, c->args[0], TABLE_BYTES, &text, e) != 0 ||
	    overlap_read(c->a, text, &table, &strata, e) != 0 ||
	    answer_ask(c->a, &strata.at[0].table, &ask, &answer, e) != 0)
		return -1;
	if (c->json)
		cli_json(c, estimate_view_json(c, &strata.at[0].table, &ask, &answer));
	else
		estimate_view_put(c, &strata.at[0].table, &ask, &answer);
	return 0;
}
