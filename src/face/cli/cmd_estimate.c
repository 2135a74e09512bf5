#include "domain/panel/panel.h"
#include "face/cli/cli.h"
#include "face/cli/estimate_view.h"
#include "face/cli/opening.h"
#include "face/cli/progress.h"
#include "face/cli/table_file.h"
#include "kit/os/crew.h"
#include "kit/os/file.h"

#define TABLE_BYTES (256 << 20)

/* The names of columns that an option gives, parted by commas. */
static const struct str *
columns_of(struct cli *c, enum option_id option, size_t *out)
{
	struct str rest = option_of(&c->line, option), *names = NULL;
	size_t count = 0, capacity = 0;

	while (rest.n > 0) {
		names = arena_grow(c->a, names, count, &capacity, sizeof(*names));
		names[count++] = str_trim(str_cut(&rest, ','));
	}
	*out = count;
	return names;
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
	if (str_eq(name, estimate_method_name(ESTIMATE_ROBUST)) &&
	    !option_has(&c->line, OPTION_COVARIATES))
		return err_fail(e, ERR_INPUT, STR("estimate.covariate_none"));
	if (estimate_method_of(name, &method)) {
		*out = UINT32_C(1) << method;
		return 0;
	}
	buf_put(names, STR("all"));
	for (int m = 0; m < ESTIMATE_METHODS; m++)
		buf_fmt(names, ", %.*s", STR_ARG(estimate_method_name((enum estimate_method)m)));
	return err_fail(e, ERR_INPUT, STR("estimate.method"), name, buf_str(names));
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

/* The tables to answer for: samples of a linkage, or one; each in strata, or as one. */
struct tables {
	const struct str *paths;
	size_t samples, strata;
	const struct str *names;     /* of the strata */
	struct overlap_strata *read; /* of each sample */
	struct answer *answers;      /* samples x strata */
};

/* TABLE.csv, or the files of --replicates in order of name. */
static int
paths_of(struct cli *c, struct tables *out, struct err *e)
{
	struct str folder = option_of(&c->line, OPTION_REPLICATES), *names;

	if (folder.n > 0 && c->arg_count > 0)
		return err_fail(
		    e, ERR_INPUT, STR("cli.option.both"), STR("--replicates"), c->args[0]);
	if (folder.n > 0 && option_has(&c->line, OPTION_COVARIATES))
		return err_fail(
		    e, ERR_INPUT, STR("cli.option.both"), STR("--replicates"), STR("--covariates"));
	if (folder.n == 0 && c->arg_count == 0)
		return err_fail(e, ERR_INPUT, STR("estimate.table"));
	if (folder.n == 0) {
		out->paths = c->args;
		out->samples = 1;
		return 0;
	}
	if (file_folder_list(c->a, folder, &names, &out->samples, e) != 0)
		return -1;
	for (size_t i = 0; i < out->samples; i++)
		names[i] = file_join(c->a, folder, names[i]);
	out->paths = names;
	return out->samples > 0 ? 0 : err_fail(e, ERR_INPUT, STR("estimate.samples"), folder);
}

static int
read_strata(
    struct cli *c, struct str path, bool is_sample, struct overlap_strata *out, struct err *e)
{
	struct overlap_ask ask = {.by = option_of(&c->line, OPTION_BY)};
	struct csv table;

	ask.lists = columns_of(c, OPTION_LISTS, &ask.list_count);
	ask.covariates = columns_of(c, OPTION_COVARIATES, &ask.covariate_count);
	if (table_file_read(c, c->a, path, TABLE_BYTES, &table, e) != 0)
		return -1;
	if (overlap_read(c->a, &table, &ask, out, e) == 0)
		return 0;
	if (is_sample)
		c->unread = path;
	return -1;
}

/* Every sample must have the strata of the first one. */
static int
check_strata(
    const struct tables *t, const struct overlap_strata *strata, struct str path, struct err *e)
{
	bool same = strata->count == t->strata;

	for (size_t s = 0; same && s < t->strata; s++)
		same = str_eq(strata->at[s].name, t->names[s]);
	return same ? 0 : err_fail(e, ERR_INPUT, STR("estimate.strata"), path, t->paths[0]);
}

static void
take_names(struct cli *c, const struct overlap_strata *strata, struct tables *t)
{
	struct str *names = ARENA_ARRAY(c->a, struct str, strata->count);

	for (size_t s = 0; s < strata->count; s++)
		names[s] = strata->at[s].name;
	t->names = names;
	t->strata = strata->count;
	t->answers = ARENA_ARRAY(c->a, struct answer, t->samples * t->strata);
}

/* How far it is: by table where there are several, by method where there is one. */
static void
tell_of(struct answer_ask *ask, struct progress *p, const struct tables *t, size_t done)
{
	size_t of = t->samples * t->strata;

	ask->tell = of == 1 ? progress_on_tick : NULL;
	ask->told = p;
	if (of > 1)
		progress_tick(p, done, of);
}

/* All are read before one is estimated: what is wrong with the last is said at once. */
static int
read_tables(struct cli *c, struct tables *t, struct err *e)
{
	t->read = ARENA_ARRAY(c->a, struct overlap_strata, t->samples);
	for (size_t r = 0; r < t->samples; r++) {
		if (read_strata(c, t->paths[r], t->paths != c->args, &t->read[r], e) != 0)
			return -1;
		if (r == 0)
			take_names(c, &t->read[r], t);
		if (check_strata(t, &t->read[r], t->paths[r], e) != 0)
			return -1;
	}
	return 0;
}

static int
answer_tables(struct cli *c, const struct answer_ask *ask, struct tables *t, struct err *e)
{
	struct progress p = progress_begin(c);

	for (size_t r = 0; r < t->samples; r++) {
		struct answer_ask own = *ask;
		struct answer *answers = t->answers + r * t->strata;
		own.seed += r;
		own.pooled = t->samples;
		for (size_t s = 0; s < t->strata; s++) {
			tell_of(&own, &p, t, r * t->strata + s);
			if (answer_ask(c->a, &t->read[r].at[s].table, &own, &answers[s], e) != 0)
				return -1;
		}
	}
	progress_end(&p);
	return 0;
}

static struct answer
pool_samples(struct cli *c, const struct answer_ask *ask, const struct answer *samples, size_t n)
{
	return n == 1
	    ? samples[0]
	    : answer_pool(c->a, samples, n, tuning_word(&ask->tuning, TUNING_POOL_RULE) == 1);
}

static struct answer
of_stratum(struct cli *c, const struct answer_ask *ask, const struct tables *t, size_t s)
{
	struct answer *samples = ARENA_ARRAY(c->a, struct answer, t->samples);

	for (size_t r = 0; r < t->samples; r++)
		samples[r] = t->answers[r * t->strata + s];
	return pool_samples(c, ask, samples, t->samples);
}

/* Strata are added sample by sample. */
static struct answer
of_everything(struct cli *c, const struct answer_ask *ask, const struct tables *t)
{
	struct answer *samples = ARENA_ARRAY(c->a, struct answer, t->samples);

	if (t->strata == 1)
		return of_stratum(c, ask, t, 0);
	for (size_t r = 0; r < t->samples; r++) {
		const struct answer_strata strata = {
		    t->names, t->answers + r * t->strata, t->strata};
		samples[r] = answer_add(c->a, &strata, ask->seed + r);
	}
	return pool_samples(c, ask, samples, t->samples);
}

static void
show(struct cli *c, const struct answer_ask *ask, const struct tables *t)
{
	struct answer whole = of_everything(c, ask, t);
	const struct estimate_view everything = {ask, &whole, STR("")};
	struct json *o = c->json ? estimate_view_json(c, &everything) : NULL;
	struct json *strata = c->json && t->strata > 1 ? json_set_array(o, STR("strata")) : NULL;

	if (c->json)
		json_set_int(o, STR("samples"), (int64_t)t->samples);
	for (size_t s = 0; t->strata > 1 && s < t->strata; s++) {
		struct answer answer = of_stratum(c, ask, t, s);
		const struct estimate_view view = {ask, &answer, t->names[s]};
		if (c->json) {
			json_push(strata, estimate_view_json(c, &view));
			continue;
		}
		estimate_view_put(c, &view);
		buf_putc(c->out, '\n');
	}
	if (c->json)
		cli_json(c, o);
	else
		estimate_view_put(c, &everything);
}

/* From the lists of an event, kept as what its panel shows. */
static int
of_event(struct cli *c, const struct answer_ask *ask, struct err *e)
{
	static const enum option_id of_tables[] = {OPTION_LISTS, OPTION_BY, OPTION_COVARIATES,
	    OPTION_REPLICATES, OPTION_METHOD, OPTION_NO_GATES, OPTION_ENCODING, OPTION_SHEET};
	struct str event = option_of(&c->line, OPTION_EVENT);
	struct archive_stamp stamp = opening_stamp(c);
	struct panel_estimate made;
	bool fresh;

	for (size_t i = 0; i < LENGTH(of_tables); i++)
		if (option_has(&c->line, of_tables[i]))
			return err_fail(e, ERR_INPUT, STR("cli.option.both"), STR("--event"),
			    arena_fmt(c->a, "--%.*s", STR_ARG(option_table[of_tables[i]].name)));
	if (c->arg_count > 0)
		return err_fail(e, ERR_INPUT, STR("cli.option.both"), STR("--event"), c->args[0]);
	if (opening_archive(c, true, e) != 0)
		return -1;
	const struct person_writer writer = {c->archive, c->a, NULL, &stamp, crew_all};
	if (panel_estimate(&writer, event, ask, &made, &fresh, e) != 0)
		return -1;
	if (!c->json) {
		cli_say(
		    c, fresh ? STR("cli.estimate.kept") : STR("cli.estimate.same"), made.id, event);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("id"), made.id);
	json_set_str(answer, STR("event"), event);
	json_set_bool(answer, STR("fresh"), fresh);
	cli_json(c, answer);
	return 0;
}

int
cmd_estimate(struct cli *c, struct err *e)
{
	static const struct hands hands = {crew_all};
	const struct option_values *set = &c->line.given[OPTION_SET];
	struct answer_ask ask = {.hands = &hands, .gates = !option_has(&c->line, OPTION_NO_GATES)};
	struct tables tables = {.paths = NULL};

	if (methods_of(c, &ask.methods, e) != 0 || seed_of(c, &ask.seed, e) != 0 ||
	    tuning_read(c->a, set->values, set->count, &ask.tuning, e) != 0)
		return -1;
	if (option_has(&c->line, OPTION_EVENT))
		return of_event(c, &ask, e);
	if (paths_of(c, &tables, e) != 0 || read_tables(c, &tables, e) != 0 ||
	    answer_tables(c, &ask, &tables, e) != 0)
		return -1;
	show(c, &ask, &tables);
	return 0;
}
