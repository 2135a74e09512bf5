#include "engine/estimate/dga.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/estimate/peak.h"
#include "engine/estimate/special.h"
#include "engine/estimate/weights.h"

#define PROBE 64 /* of the points of a block, one in so many is tried first */
/* In logs below the best, with the log of how many graphs there are: one that is nowhere higher
 * is left out, and all of them together are less than 1e-9 of the whole. */
#define SLACK 23.0
#define ZONES 64        /* most places where a grid is made finer */
#define WIDTHS 9        /* how far such a place reaches on both sides of a peak */
#define STEPS_A_WIDTH 8 /* of it */

/* ---- grids ---- */

struct dga_grid
dga_grid_even(struct arena *a, double first, double last, size_t count)
{
	double *points = ARENA_ARRAY(a, double, count), *weights = ARENA_ARRAY(a, double, count);
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		double at = first + (last - first) * (double)i / (double)(count - (count > 1));
		double whole = nearbyint(at);
		if (n > 0 && points[n - 1] == whole)
			continue;
		points[n] = whole;
		weights[n++] = 1;
	}
	return (struct dga_grid){points, weights, n};
}

struct dga_grid
dga_grid_all(struct arena *a, double first, double last)
{
	return dga_grid_even(a, first, last, (size_t)(last - first) + 1);
}

struct dga_grid
dga_grid_growing(struct arena *a, double last, double singly, double step)
{
	double beyond = last > singly ? log(last / singly) / log1p(step) : 0;
	size_t most = (size_t)singly + 2 + (size_t)beyond;
	double *points = ARENA_ARRAY(a, double, most + 1), *weights = ARENA_ARRAY(a, double, most);

	for (size_t i = 0; i <= most; i++)
		points[i] = (double)i <= singly ? (double)i : ceil(points[i - 1] * (1 + step));
	weights[0] = 1;
	for (size_t i = 1; i < most; i++)
		weights[i] = (points[i + 1] - points[i - 1]) / 2;
	return (struct dga_grid){points, weights, most};
}

/* ---- weighing ---- */

/* What every graph is weighed with. */
struct weighing {
	struct arena *a;
	const struct overlap *t;
	const struct dga_prior *prior;
	const struct decomposable *graphs;
	size_t graph_count;
	double none[WEIGHTS_SETS];  /* people on none of the lists of a set, of those seen */
	double alpha[WEIGHTS_SETS]; /* prior weight of a cell of the set's margin */
	double fixed[WEIGHTS_SETS]; /* what does not depend on the unseen */
	double constant;            /* of every weight */
	double reference;           /* the best log weight on the grid */
	const size_t *alive;        /* graphs that are worth a weight on every point */
	size_t alive_count;
	double slack;              /* in logs below the best: what is lower weighs nothing */
	bool needed[WEIGHTS_SETS]; /* sets that some graph still to be weighed asks for */
};

static void
prepare_set(struct weighing *w, uint32_t set)
{
	double margin[WEIGHTS_SETS] = {0}, full = (double)(UINT32_C(1) << w->t->lists);
	uint32_t cells = UINT32_C(1) << __builtin_popcount(set);
	double alpha = w->prior->delta * full / cells;

	for (size_t i = 0; i < w->t->cell_count; i++)
		margin[w->t->cells[i].on & set] += (double)w->t->cells[i].people;
	w->none[set] = margin[0];
	w->alpha[set] = alpha;
	w->fixed[set] = -(double)cells * special_lgamma(alpha);
	for (uint32_t c = 1; c < UINT32_C(1) << w->t->lists; c++)
		if ((c & ~set) == 0)
			w->fixed[set] += special_lgamma(margin[c] + alpha);
}

static void
prepare(struct weighing *w)
{
	double n = (double)w->t->people;

	for (uint32_t set = 1; set < UINT32_C(1) << w->t->lists; set++)
		prepare_set(w, set);
	for (size_t i = 0; i < w->t->cell_count; i++)
		w->constant -= special_lgamma((double)w->t->cells[i].people + 1);
	if (w->prior->negative)
		w->constant += n * log(w->prior->b) - (n + w->prior->a) * log1p(w->prior->b) -
		    special_lgamma(w->prior->a);
}

static struct weighing *
start(struct arena *a, const struct overlap *t, const struct decomposables *graphs,
    const struct dga_prior *prior)
{
	struct weighing *w = ARENA_NEW(a, struct weighing);

	assert(t->lists >= 2 && t->lists <= DECOMPOSABLE_LISTS);
	*w = (struct weighing){.a = a,
	    .t = t,
	    .prior = prior,
	    .graphs = graphs->at,
	    .graph_count = graphs->count - prior->without_complete,
	    .slack = SLACK + log((double)graphs->count)};
	prepare(w);
	return w;
}

/* out[i] = lgamma(x + points[i]): where points follow each other by 1, log(x) is carried on. */
static void
log_gammas(double x, const double *points, size_t count, double *out)
{
	double log_x = 0, value = 0;

	for (size_t i = 0; i < count; i++) {
		double at = x + points[i];
		if (i == 0 || points[i] != points[i - 1] + 1 || at < 64) {
			value = special_lgamma(at);
			log_x = log(at);
		} else {
			double u = 1 / (2 * at - 1), u2 = u * u;
			value += log_x; /* of at - 1 */
			log_x += 2 * u * (1 + u2 * (1.0 / 3 + u2 * (0.2 + u2 / 7)));
		}
		out[i] = value;
	}
}

double
dga_log_prior(const struct dga_prior *prior, double seen, double unseen)
{
	double people = seen + unseen;

	if (!prior->negative)
		return -log(people);
	return -unseen * log1p(1 / prior->b) + special_lgamma(people + prior->a) -
	    special_lgamma(people + 1);
}

static void
fill_vectors(const struct weighing *w, const double *points, size_t count, struct weights *v)
{
	double n = (double)w->t->people;
	double prior_mass = w->prior->delta * (double)(UINT32_C(1) << w->t->lists);
	double at_start = special_lgamma(prior_mass), room[WEIGHTS_POINTS];

	v->points = count;
	v->smooth =
	    points[0] >= WEIGHTS_POINTS && points[count - 1] - points[0] == (double)(count - 1);
	for (uint32_t set = 1; set < UINT32_C(1) << w->t->lists; set++) {
		if (!w->needed[set])
			continue;
		log_gammas(w->none[set] + w->alpha[set], points, count, v->sets[set]);
		for (size_t i = 0; i < count; i++)
			v->sets[set][i] += w->fixed[set];
	}
	log_gammas(n + prior_mass, points, count, v->component);
	log_gammas(n + 1, points, count, v->common);
	log_gammas(1, points, count, room);
	for (size_t i = 0; i < count; i++) {
		v->component[i] = at_start - v->component[i];
		v->common[i] += w->constant - room[i] + dga_log_prior(w->prior, n, points[i]);
	}
}

static double
largest(const double *values, size_t count)
{
	double best = (double)-INFINITY;

	for (size_t i = 0; i < count; i++)
		best = values[i] > best ? values[i] : best;
	return best;
}

static void
need(struct weighing *w, const struct decomposable *g)
{
	for (size_t c = 0; c < g->clique_count; c++)
		w->needed[g->cliques[c]] = true;
	for (size_t c = 0; c < g->separator_count; c++)
		w->needed[g->separators[c]] = true;
}

/* What a graph weighs as a function of the unseen, but for what does not depend on them. */
static void
terms_of(const struct weighing *w, const struct decomposable *g, struct peak_terms *f)
{
	double n = (double)w->t->people;
	double prior_mass = w->prior->delta * (double)(UINT32_C(1) << w->t->lists);

	*f = (struct peak_terms){.slope = 0};
	for (size_t c = 0; c < g->clique_count; c++)
		f->plus[f->plus_count++] = w->none[g->cliques[c]] + w->alpha[g->cliques[c]];
	for (size_t c = 0; c < g->separator_count; c++)
		f->minus[f->minus_count++] = w->none[g->separators[c]] + w->alpha[g->separators[c]];
	for (size_t parts = g->clique_count; parts > g->separator_count; parts--)
		f->minus[f->minus_count++] = n + prior_mass;
	f->minus[f->minus_count++] = 1;
	f->plus[f->plus_count++] = w->prior->negative ? n + w->prior->a : n;
	if (w->prior->negative)
		f->slope = -log1p(1 / w->prior->b);
}

/* What does not depend on the unseen, but for what all graphs have in common. */
static double
fixed_of(const struct weighing *w, const struct decomposable *g)
{
	double parts = (double)g->clique_count - g->separator_count;
	double sum = parts * special_lgamma(w->prior->delta * (double)(UINT32_C(1) << w->t->lists));

	for (size_t c = 0; c < g->clique_count; c++)
		sum += w->fixed[g->cliques[c]];
	for (size_t c = 0; c < g->separator_count; c++)
		sum -= w->fixed[g->separators[c]];
	return sum;
}

/* The first point of the grid that is not below a number of unseen, or its last one. */
static size_t
point_from(const struct dga_grid *grid, double unseen)
{
	size_t low = 0, high = grid->count - 1;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (grid->points[middle] < unseen)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The most a graph weighs on any point of the grid: on one beside its peak, or on the first. */
static double
most_on(const struct weighing *w, const struct decomposable *g, const struct dga_grid *grid)
{
	struct peak_terms f;

	terms_of(w, g, &f);
	struct peak top = peak_find(&f, grid->points[0], grid->points[grid->count - 1]);
	size_t at = point_from(grid, top.at);
	double most = peak_value(&f, grid->points[at]);
	if (at > 0)
		most = fmax(most, peak_value(&f, grid->points[at - 1]));
	if (at > 1)
		most = fmax(most, peak_value(&f, grid->points[0]));
	return most + fixed_of(w, g);
}

/* Leaves out the graphs that weigh nothing anywhere on the grid. */
static void
sift(struct weighing *w, const struct dga_grid *grid)
{
	double *most = ARENA_ARRAY(w->a, double, w->graph_count), best = (double)-INFINITY;
	size_t *alive = ARENA_ARRAY(w->a, size_t, w->graph_count);

	for (size_t g = 0; g < w->graph_count; g++) {
		most[g] = most_on(w, &w->graphs[g], grid);
		best = fmax(best, most[g]);
	}
	w->alive_count = 0;
	memset(w->needed, 0, sizeof(w->needed));
	for (size_t g = 0; g < w->graph_count; g++) {
		if (most[g] <= best - w->slack)
			continue;
		alive[w->alive_count++] = g;
		need(w, &w->graphs[g]);
	}
	w->alive = alive;
	w->reference = best + w->constant;
}

/* ---- a grid that no peak slips through ---- */

/* Numbers of unseen around a peak, in steps that are a part of its width. */
struct zone {
	double first, last, step;
};

/* The zones that the graphs of some weight need and the grid lacks. Returns how many. */
static size_t
find_zones(const struct weighing *w, const struct dga_grid *grid, const struct peak *peaks,
    const bool *weighs, struct zone *out)
{
	size_t n = 0;

	for (size_t g = 0; g < w->graph_count; g++) {
		size_t at = point_from(grid, peaks[g].at);
		double step = fmax(1, floor(peaks[g].width / STEPS_A_WIDTH));
		const struct zone z = {fmax(0, floor(peaks[g].at - WIDTHS * peaks[g].width)),
		    peaks[g].at + WIDTHS * peaks[g].width, step};
		bool covered = !weighs[g] || !isfinite(z.last) || at == 0 ||
		    grid->points[at] - grid->points[at - 1] <= step;
		for (size_t i = 0; !covered && i < n; i++)
			covered = out[i].first <= peaks[g].at - peaks[g].width &&
			    peaks[g].at + peaks[g].width <= out[i].last && out[i].step <= 2 * step;
		if (!covered && n < ZONES)
			out[n++] = z;
	}
	return n;
}

static struct dga_grid
join(struct arena *a, const struct dga_grid *grid, const struct zone *zones, size_t zone_count)
{
	size_t count = grid->count, n = 0;

	for (size_t i = 0; i < zone_count; i++)
		count += (size_t)((zones[i].last - zones[i].first) / zones[i].step) + 1;
	double *points = ARENA_ARRAY(a, double, count), *weights = ARENA_ARRAY(a, double, count);
	for (; n < grid->count; n++)
		points[n] = grid->points[n];
	for (size_t i = 0; i < zone_count; i++)
		for (double at = zones[i].first; n < count && at <= zones[i].last;
		     at += zones[i].step)
			points[n++] = at;
	special_sort(points, n);
	count = 1;
	for (size_t i = 1; i < n; i++)
		if (points[i] != points[count - 1])
			points[count++] = points[i];
	weights[0] = 1;
	for (size_t i = 1; i < count; i++)
		weights[i] = (points[i + 1 < count ? i + 1 : i] - points[i - 1]) / 2;
	return (struct dga_grid){points, weights, count};
}

struct dga_grid
dga_grid_fitted(struct arena *a, const struct overlap *t, const struct decomposables *graphs,
    const struct dga_grid *grid, const struct dga_prior *prior)
{
	struct weighing *w = start(a, t, graphs, prior);
	double *most = ARENA_ARRAY(a, double, w->graph_count), best = (double)-INFINITY;
	struct peak *peaks = ARENA_ARRAY(a, struct peak, w->graph_count);
	bool *weighs = ARENA_ARRAY(a, bool, w->graph_count);
	struct zone zones[ZONES] = {{0, 0, 0}};
	struct peak_terms f;

	for (size_t g = 0; g < w->graph_count; g++) {
		terms_of(w, &w->graphs[g], &f);
		peaks[g] = peak_find(&f, grid->points[0], grid->points[grid->count - 1]);
		most[g] = peak_value(&f, peaks[g].at) + fixed_of(w, &w->graphs[g]);
		best = fmax(best, most[g]);
	}
	for (size_t g = 0; g < w->graph_count; g++)
		weighs[g] = most[g] > best - w->slack;
	return join(a, grid, zones, find_zones(w, grid, peaks, weighs, zones));
}

/* ---- every point ---- */

/*
 * Can the graph weigh anything on these points? Beyond the first block of a grid
 * without gaps a posterior is many times wider than the steps between probes.
 */
static bool
can_weigh(const struct weighing *w, const struct decomposable *g, const struct weights *v)
{
	if (!v->smooth)
		return true;
	for (size_t i = 0; i < v->points; i += PROBE)
		if (weights_at(v, g, i) > w->reference - w->slack)
			return true;
	return weights_at(v, g, v->points - 1) > w->reference - w->slack;
}

/* Adds the weights of the graphs that are left to posterior, and to each graph's own mass. */
static void
add_block(const struct weighing *w, const struct weights *v, const double *steps, double *posterior,
    double *masses)
{
	for (size_t k = 0; k < w->alive_count; k++)
		if (can_weigh(w, &w->graphs[w->alive[k]], v))
			masses[k] +=
			    weights_add(v, &w->graphs[w->alive[k]], w->reference, steps, posterior);
}

/* ---- what the weights say ---- */

static double
first_beyond(const double *shares, const struct dga_grid *grid, double seen, double level)
{
	double sum = 0;

	for (size_t i = 0; i < grid->count; i++) {
		sum += shares[i];
		if (sum > level)
			return seen + grid->points[i];
	}
	return seen + grid->points[grid->count - 1];
}

struct dga_summary
dga_sum_up(const double *shares, const struct dga_grid *grid, double seen)
{
	struct dga_summary s = {.low = first_beyond(shares, grid, seen, 0.025),
	    .median = first_beyond(shares, grid, seen, 0.5),
	    .high = first_beyond(shares, grid, seen, 0.975)};
	double inverse = 0, inverse2 = 0, densest = 0;

	for (size_t i = 0; i < grid->count; i++) {
		double people = seen + grid->points[i], density = shares[i] / grid->weights[i];
		s.mean += shares[i] * people;
		inverse += shares[i] / people;
		inverse2 += shares[i] / people / people;
		if (density > densest) {
			densest = density;
			s.mode = people;
		}
	}
	s.relative = inverse / inverse2;
	return s;
}

static void
scale(double *values, size_t count, double total)
{
	for (size_t i = 0; i < count; i++)
		values[i] /= total;
}

/* The posteriors of the top graphs by themselves, worked out again. */
static void
sum_up_top(struct weighing *w, const struct dga_grid *grid, struct weights *v, const size_t *graphs,
    struct dga *out)
{
	double *shares = ARENA_ARRAY(w->a, double, grid->count *DGA_TOP);

	memset(w->needed, 0, sizeof(w->needed));
	for (size_t i = 0; i < out->top_count; i++)
		need(w, &w->graphs[graphs[i]]);
	for (size_t from = 0; from < grid->count; from += WEIGHTS_POINTS) {
		size_t count =
		    grid->count - from < WEIGHTS_POINTS ? grid->count - from : WEIGHTS_POINTS;
		fill_vectors(w, grid->points + from, count, v);
		for (size_t i = 0; i < out->top_count; i++)
			weights_of(v, &w->graphs[graphs[i]], shares + i * grid->count + from);
	}
	for (size_t i = 0; i < out->top_count; i++) {
		double *own = shares + i * grid->count, best = largest(own, grid->count), total = 0;
		for (size_t at = 0; at < grid->count; at++)
			own[at] -= best;
		weights_exps(own, grid->count);
		for (size_t at = 0; at < grid->count; at++)
			total += own[at] *= grid->weights[at];
		scale(own, grid->count, total);
		out->top[i].people = dga_sum_up(own, grid, (double)w->t->people);
	}
}

static void
find_top(struct weighing *w, const double *masses, const struct dga_grid *grid, struct weights *v,
    struct dga *out)
{
	bool *taken = ARENA_ARRAY(w->a, bool, w->alive_count);
	size_t wanted = w->alive_count < DGA_TOP ? w->alive_count : DGA_TOP, graphs[DGA_TOP];

	while (out->top_count < wanted) {
		size_t best = w->alive_count;
		for (size_t k = 0; k < w->alive_count; k++)
			if (!taken[k] && (best == w->alive_count || masses[k] > masses[best]))
				best = k;
		taken[best] = true;
		graphs[out->top_count] = w->alive[best];
		out->top[out->top_count].edges = w->graphs[w->alive[best]].edges;
		out->top[out->top_count++].share = masses[best];
	}
	sum_up_top(w, grid, v, graphs, out);
}

double
dga_tail(const double *shares, const struct dga_grid *grid)
{
	double tail = 0;

	for (size_t i = grid->count;
	     i-- > 0 && 2 * grid->points[i] > grid->points[grid->count - 1];)
		tail += shares[i];
	return tail;
}

struct dga
dga_weigh(struct arena *a, const struct overlap *t, const struct decomposables *graphs,
    const struct dga_grid *grid, const struct dga_prior *prior)
{
	struct weighing *w = start(a, t, graphs, prior);
	struct weights *v = ARENA_NEW(a, struct weights);
	double total = 0;

	assert(grid->count > 0);
	sift(w, grid);
	struct dga d = {.shares = ARENA_ARRAY(a, double, grid->count)};
	double *masses = ARENA_ARRAY(a, double, w->alive_count);
	for (size_t from = 0; from < grid->count; from += WEIGHTS_POINTS) {
		size_t count =
		    grid->count - from < WEIGHTS_POINTS ? grid->count - from : WEIGHTS_POINTS;
		fill_vectors(w, grid->points + from, count, v);
		add_block(w, v, grid->weights + from, d.shares + from, masses);
	}
	for (size_t i = 0; i < grid->count; i++)
		total += d.shares[i];
	scale(d.shares, grid->count, total);
	scale(masses, w->alive_count, total);
	uint32_t complete = (UINT32_C(1) << (t->lists * (t->lists - 1) / 2)) - 1;
	for (size_t k = 0; k < w->alive_count; k++)
		if (w->graphs[w->alive[k]].edges == complete)
			d.complete = masses[k];
	d.people = dga_sum_up(d.shares, grid, (double)t->people);
	d.tail = dga_tail(d.shares, grid);
	find_top(w, masses, grid, v, &d);
	return d;
}
