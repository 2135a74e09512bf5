#include <math.h>

#include "engine/estimate/asking.h"
#include "engine/estimate/dga.h"
#include "engine/estimate/walk.h"

#define GRID_START 300    /* times the people seen: where the growing grid first ends */
#define GRID_GROWS 10     /* by which it goes on */
#define GRID_MOST 1e7     /* times the people seen: where it ends at last */
#define TAIL_MOST 1e-4    /* of the posterior near the end of the grid */
#define FIT_FROM 20000    /* people seen: from here a peak can be narrower than its steps */
#define PAPER_GRID 30     /* times the people seen: end of a grid of so many points */
#define WALK_REACHES 3000 /* times the people seen: where the grid of a walk ends */
#define WALK_SINGLY 100
#define WALK_STEP 0.01     /* of a grid that graphs are walked over on, at most */
#define WALK_PEOPLE 100000 /* seen: with more its steps would be too many */
#define RHAT_MOST 1.05
#define JOINED_LEAST 0.5   /* share of the posterior from which a pair is named */
#define COMPLETE_WARNS 0.1 /* of the posterior on the complete graph */
#define COMPLETE_REFUSES 0.4
#define DELTA_APART 1.5 /* largest median over least one */

/* How thick a growing grid is: for the answer, and for trying what another setting would do. */
static const struct thickness {
	double singly, step;
} thick = {5000, 0.0025}, thin = {250, 0.01};

/* One table being weighed: its graphs and prior are made once. */
struct weighed {
	struct overlap t;
	struct decomposables graphs;
	struct dga_prior prior;
	struct thickness thickness;
	struct dga_grid grid;
	struct dga d;
};

static int
refuse_value(struct asking *k, enum tuning_id id, struct str wanted, struct err *e)
{
	return err_fail(e, ERR_INPUT, STR("estimate.setting_value"), tuning_name(id),
	    k->ask->tuning.text[id], wanted);
}

/* "1/n", or Madigan and York's "my:a,b". */
static int
read_prior(struct asking *k, struct dga_prior *out, struct err *e)
{
	struct str text = k->ask->tuning.text[TUNING_DGA_PRIOR];
	struct str numbers = str_sub(text, 3, text.n), first = str_cut(&numbers, ',');
	double delta = tuning_number(&k->ask->tuning, TUNING_DGA_DELTA);

	*out = (struct dga_prior){.delta = delta,
	    .without_complete = tuning_word(&k->ask->tuning, TUNING_DGA_EXCLUDE) == 1};
	if (str_eq(text, STR("1/n")))
		return 0;
	out->negative = true;
	if (str_starts(text, STR("my:")) && tuning_to_number(first, &out->a) &&
	    tuning_to_number(numbers, &out->b) && out->a > 0 && out->b > 0)
		return 0;
	return refuse_value(k, TUNING_DGA_PRIOR, STR("1/n, my:a,b"), e);
}

/* Numbers of unseen: "auto", "all" or so many points, between dga.min and dga.max. */
static int
make_grid(
    struct asking *k, struct thickness growing, double last, struct dga_grid *out, struct err *e)
{
	struct str text = k->ask->tuning.text[TUNING_DGA_GRID];
	double n = (double)k->t->people, points, least, most;
	bool counted = tuning_to_number(text, &points);

	least = tuning_number(&k->ask->tuning, TUNING_DGA_MIN);
	most = tuning_number(&k->ask->tuning, TUNING_DGA_MAX);
	least = least < 0 ? counted : least;
	most = most < 0 ? PAPER_GRID * n : most;
	if (str_eq(text, STR("auto")))
		*out = dga_grid_growing(k->a, last, growing.singly, growing.step);
	else if (least > most || (str_eq(text, STR("all")) && most - least > 1e8))
		return refuse_value(k, TUNING_DGA_GRID, STR("dga.min - dga.max"), e);
	else if (str_eq(text, STR("all")))
		*out = dga_grid_all(k->a, least, most);
	else if (counted && points >= 1 && points <= 1e8 && points == floor(points))
		*out = dga_grid_even(k->a, least, most, (size_t)points);
	else
		return refuse_value(k, TUNING_DGA_GRID, STR("auto, all, 1 - 100000000"), e);
	return 0;
}

static int
weigh(struct asking *k, struct weighed *w, struct err *e)
{
	double most = tuning_number(&k->ask->tuning, TUNING_DGA_MAX), n = (double)k->t->people;
	bool grows = str_eq(k->ask->tuning.text[TUNING_DGA_GRID], STR("auto")) && most < 0;
	double last = most < 0 ? GRID_START * n : most;

	if (w->prior.delta < 0)
		w->prior.delta = exp2(-(double)w->t.lists);
	for (;; last *= GRID_GROWS) {
		if (make_grid(k, w->thickness, last, &w->grid, e) != 0)
			return -1;
		if (str_eq(k->ask->tuning.text[TUNING_DGA_GRID], STR("auto")) && n > FIT_FROM)
			w->grid = dga_grid_fitted(k->a, &w->t, &w->graphs, &w->grid, &w->prior);
		w->d = dga_weigh(k->a, &w->t, &w->graphs, &w->grid, &w->prior);
		if (!grows || w->d.tail < TAIL_MOST || last >= GRID_MOST * n)
			return 0;
	}
}

/* ---- lists taken together ---- */

static struct str
merged_names(struct asking *k, const struct overlap *t)
{
	struct str text = STR("");

	for (size_t j = 0; j < t->lists; j++)
		if (str_find(t->names[j], '+') < t->names[j].n)
			text = arena_fmt(k->a, "%.*s%s%.*s", STR_ARG(text), text.n > 0 ? ", " : "",
			    STR_ARG(t->names[j]));
	return text;
}

/* Says which lists were merged, and what merging others would have given. */
static int
doubt_merging(struct asking *k, const struct weighed *w, struct estimate *x, struct err *e)
{
	struct weighed other = *w;

	other.thickness = thin;
	other.t = overlap_fewer(k->a, k->t, w->t.lists, true);
	other.graphs =
	    other.t.lists == w->t.lists ? w->graphs : decomposable_all(k->a, other.t.lists);
	if (weigh(k, &other, e) != 0)
		return -1;
	estimate_doubt(k->a, x, ESTIMATE_GATE_MERGED, merged_names(k, &w->t),
	    asking_number(k, other.d.people.median));
	return 0;
}

/* ---- what is said of a posterior ---- */

static struct str
graph_text(struct asking *k, const struct overlap *t, uint32_t edges)
{
	struct str text = STR("");

	for (size_t i = 0; i < t->lists * (t->lists - 1) / 2; i++) {
		size_t first, second;
		decomposable_edge(t->lists, i, &first, &second);
		if ((edges >> i & 1) != 0)
			text = arena_fmt(k->a, "%.*s%s%.*s", STR_ARG(text), text.n > 0 ? "," : "",
			    STR_ARG(estimate_pair(k->a, t, first, second)));
	}
	return text.n == 0 ? STR("independence") : text;
}

static void
note_numbers(struct asking *k, const struct weighed *w, struct estimate *x)
{
	const struct dga_grid *g = &w->grid;
	const struct dga_summary *p = &w->d.people;

	estimate_note(k->a, &x->settings, STR("dga.delta"), arena_fmt(k->a, "%g", w->prior.delta));
	asking_setting(k, x, TUNING_DGA_PRIOR);
	asking_setting(k, x, TUNING_DGA_SUMMARY);
	asking_setting(k, x, TUNING_DGA_EXCLUDE);
	x->grid =
	    arena_fmt(k->a, "%.0f-%.0f, %zu", g->points[0], g->points[g->count - 1], g->count);
	x->cap = asking_number(k, (double)k->t->people + g->points[g->count - 1]);
	estimate_note(k->a, &x->details, STR("mean"), asking_number(k, p->mean));
	estimate_note(k->a, &x->details, STR("mode"), asking_number(k, p->mode));
	estimate_note(k->a, &x->details, STR("relative_loss"), asking_number(k, p->relative));
	estimate_note(k->a, &x->details, STR("complete_graph"), asking_number(k, w->d.complete));
	for (size_t i = 0; i < w->d.top_count; i++) {
		const struct dga_top *top = &w->d.top[i];
		estimate_note(k->a, &x->details, graph_text(k, &w->t, top->edges),
		    arena_fmt(k->a, "%.4f: %.0f (%.0f-%.0f), relative_loss %.2f, mode %.0f",
			top->share, top->people.median, top->people.low, top->people.high,
			top->people.relative, top->people.mode));
	}
}

/* How the median moves with delta: 2^-lists, 1/2 and 1. */
static int
try_deltas(struct asking *k, const struct weighed *w, struct estimate *x, struct err *e)
{
	const double deltas[] = {exp2(-(double)w->t.lists), 0.5, 1};
	double least = w->d.people.median, largest = least;
	struct str text = STR("");

	for (size_t i = 0; i < LENGTH(deltas); i++) {
		struct weighed other = *w;
		other.thickness = thin;
		other.prior.delta = deltas[i];
		if (deltas[i] != w->prior.delta && weigh(k, &other, e) != 0)
			return -1;
		double median = other.d.people.median;
		least = fmin(least, median);
		largest = fmax(largest, median);
		text = arena_fmt(
		    k->a, "%.*s%s%g: %.0f", STR_ARG(text), i > 0 ? ", " : "", deltas[i], median);
	}
	estimate_note(k->a, &x->details, STR("median_by_delta"), text);
	if (largest > DELTA_APART * least)
		estimate_doubt(k->a, x, ESTIMATE_GATE_DELTA_DRIVEN, asking_number(k, least),
		    asking_number(k, largest));
	return 0;
}

static void
doubt_posterior(struct asking *k, const struct weighed *w, struct estimate *x)
{
	struct str per_cent = arena_fmt(k->a, "%.0f", 100 * w->d.complete);

	if (w->d.complete > COMPLETE_WARNS)
		estimate_doubt(k->a, x,
		    w->d.complete > COMPLETE_REFUSES ? ESTIMATE_GATE_PRIOR_DRIVEN
						     : ESTIMATE_GATE_PRIOR_FELT,
		    per_cent, STR(""));
	if (w->d.tail >= TAIL_MOST)
		estimate_doubt(k->a, x, ESTIMATE_GATE_CUT_OFF,
		    arena_fmt(k->a, "%.2f", 100 * w->d.tail), x->cap);
}

static const double *
draws_of(struct asking *k, const struct weighed *w)
{
	double *draws = ARENA_ARRAY(k->a, double, ESTIMATE_DRAWS), sum = 0;
	size_t n = 0;

	for (size_t i = 0; i < w->grid.count; i++) {
		sum += w->d.shares[i];
		while (
		    n < ESTIMATE_DRAWS && (sum > estimate_draw_level(n) || i + 1 == w->grid.count))
			draws[n++] = (double)k->t->people + w->grid.points[i];
	}
	return draws;
}

/* ---- more lists than all graphs can be counted for ---- */

/*
 * The posterior of a walk's grid on a finer one: between points the log of how dense it is
 * is taken for a straight line.
 */
static double *
refine(
    struct asking *k, const double *shares, const struct dga_grid *from, const struct dga_grid *to)
{
	double *out = ARENA_ARRAY(k->a, double, to->count), sum = 0;
	size_t at = 0;

	for (size_t i = 0; i < to->count; i++) {
		while (at + 2 < from->count && from->points[at + 1] <= to->points[i])
			at++;
		double first = shares[at] / from->weights[at];
		double second = shares[at + 1] / from->weights[at + 1];
		double part =
		    (to->points[i] - from->points[at]) / (from->points[at + 1] - from->points[at]);
		bool inside = part <= 1 && first > 0 && second > 0;
		out[i] = inside ? to->weights[i] * first * pow(second / first, part) : 0;
		sum += out[i];
	}
	for (size_t i = 0; i < to->count; i++)
		out[i] /= sum;
	return out;
}

static void
note_walk(struct asking *k, const struct walk *walk, struct estimate *x)
{
	const struct overlap *t = k->t;

	asking_setting(k, x, TUNING_DGA_SWEEPS);
	estimate_note(k->a, &x->settings, STR("seed"), asking_number(k, (double)k->ask->seed));
	estimate_note(k->a, &x->details, STR("rhat"), asking_number(k, walk->rhat));
	estimate_note(k->a, &x->details, STR("ess"), asking_number(k, walk->ess));
	estimate_note(k->a, &x->details, STR("error_of_median"), asking_number(k, walk->error));
	estimate_note(k->a, &x->details, STR("walks"), asking_number(k, WALK_CHAINS));
	estimate_note(k->a, &x->details, STR("sweeps"), asking_number(k, (double)walk->sweeps));
	estimate_note(k->a, &x->details, STR("steps_taken"), asking_number(k, walk->taken));
	for (size_t i = 0; i < t->lists * (t->lists - 1) / 2; i++) {
		size_t first, second;
		decomposable_edge(t->lists, i, &first, &second);
		if (walk->joined[i] >= JOINED_LEAST)
			estimate_note(k->a, &x->details, estimate_pair(k->a, t, first, second),
			    arena_fmt(k->a, "%.3f", walk->joined[i]));
	}
}

static void
doubt_walk(struct asking *k, const struct walk *walk, struct estimate *x)
{
	estimate_doubt(k->a, x, ESTIMATE_GATE_SAMPLED, arena_fmt(k->a, "%.1f", walk->error),
	    asking_number(k, (double)walk->sweeps));
	if (!(walk->rhat <= RHAT_MOST))
		estimate_doubt(k->a, x, ESTIMATE_GATE_UNMIXED, arena_fmt(k->a, "%.2f", walk->rhat),
		    asking_number(k, RHAT_MOST));
}

/* Walks over the graphs of all lists. */
static int
walk_over(struct asking *k, struct weighed *w, struct estimate *x, struct err *e)
{
	double most = tuning_number(&k->ask->tuning, TUNING_DGA_MAX), n = (double)k->t->people;
	double last = most < 0 ? WALK_REACHES * n : most;
	const struct dga_grid coarse =
	    dga_grid_growing(k->a, last, WALK_SINGLY, fmin(WALK_STEP, 1 / sqrt(n)));

	if (w->prior.delta < 0)
		w->prior.delta = exp2(-(double)w->t.lists);
	if (make_grid(k, thick, last, &w->grid, e) != 0)
		return -1;
	const struct walk_ask ask = {w->prior, &coarse,
	    (size_t)tuning_number(&k->ask->tuning, TUNING_DGA_SWEEPS), k->ask->seed, k->ask->hands};
	struct walk walk = walk_weigh(k->a, &w->t, &ask);
	w->d = (struct dga){
	    .shares = refine(k, walk.shares, &coarse, &w->grid), .complete = walk.complete};
	w->d.people = dga_sum_up(w->d.shares, &w->grid, n);
	w->d.tail = dga_tail(w->d.shares, &w->grid);
	note_walk(k, &walk, x);
	doubt_walk(k, &walk, x);
	return 0;
}

/* All graphs, of all lists or of those left when some are taken as one. */
static int
weigh_all(struct asking *k, struct weighed *w, struct estimate *x, struct err *e)
{
	w->thickness = thick;
	w->graphs = decomposable_all(k->a, w->t.lists);
	if (weigh(k, w, e) != 0 || try_deltas(k, w, x, e) != 0)
		return -1;
	return w->t.lists < k->t->lists ? doubt_merging(k, w, x, e) : 0;
}

int
asking_dga(struct asking *k, struct err *e)
{
	struct estimate x = estimate_start(ESTIMATE_DGA, STR(""));
	struct weighed *w = ARENA_NEW(k->a, struct weighed);
	double lists = tuning_number(&k->ask->tuning, TUNING_DGA_LISTS);
	bool walks = lists < 0 && k->t->lists > DECOMPOSABLE_LISTS && k->t->people <= WALK_PEOPLE;

	if (!asking_has_lists(k, ESTIMATE_DGA, 3, OVERLAP_LISTS))
		return 0;
	if (read_prior(k, &w->prior, e) != 0)
		return -1;
	w->t = walks
	    ? *k->t
	    : overlap_fewer(k->a, k->t, lists < 0 ? DECOMPOSABLE_LISTS : (size_t)lists, false);
	if (w->t.lists < 2) {
		estimate_doubt(k->a, &x, ESTIMATE_GATE_WRONG_LISTS, STR("1"), STR("2-7"));
		asking_push(k, &x);
		return 0;
	}
	if (walks ? walk_over(k, w, &x, e) != 0 : weigh_all(k, w, &x, e) != 0)
		return -1;
	bool relative = tuning_word(&k->ask->tuning, TUNING_DGA_SUMMARY) == 1;
	x.point = relative ? w->d.people.relative : w->d.people.median;
	x.low = w->d.people.low;
	x.high = w->d.people.high;
	x.interval = ESTIMATE_CREDIBLE;
	x.draws = draws_of(k, w);
	note_numbers(k, w, &x);
	doubt_posterior(k, w, &x);
	asking_push(k, &x);
	return 0;
}
