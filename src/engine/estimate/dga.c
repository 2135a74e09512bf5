#include "engine/estimate/dga.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/estimate/special.h"

#define SETS (1 << DECOMPOSABLE_LISTS)
#define BLOCK 512 /* points that are weighed at a time, so that their vectors stay in the cache */
#define COARSE 48 /* points on which graphs are tried first */
#define PROBE 64  /* of the points of a block, one in so many is tried first */
#define SLACK                                                                                      \
	36.0 /* in logs below the best: a graph this far down on every coarse point is left out */
#define SKIPPED 32.0 /* in logs below the best: such a weight is no longer added */

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
	double none[SETS];   /* people on none of the lists of a set, of those seen */
	double alpha[SETS];  /* prior weight of a cell of the set's margin */
	double fixed[SETS];  /* what does not depend on the unseen */
	double constant;     /* of every weight */
	double reference;    /* the best log weight of the coarse points */
	const size_t *alive; /* graphs that are worth a weight on every point */
	size_t alive_count;
	bool needed[SETS]; /* sets that some graph still to be weighed asks for */
};

/* By set of lists a vector of logs over some points; and what every graph adds. */
struct vectors {
	size_t points;
	bool smooth; /* the points follow each other by 1 and are large */
	double sets[SETS][BLOCK];
	double component[BLOCK]; /* times the number of unconnected parts of a graph */
	double common[BLOCK];
};

static void
prepare_set(struct weighing *w, uint32_t set)
{
	double margin[SETS] = {0}, full = (double)(UINT32_C(1) << w->t->lists);
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
	for (uint32_t set = 1; set < UINT32_C(1) << w->t->lists; set++)
		prepare_set(w, set);
	for (size_t i = 0; i < w->t->cell_count; i++)
		w->constant -= special_lgamma((double)w->t->cells[i].people + 1);
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

static double
log_prior(const struct dga_prior *prior, double people)
{
	if (!prior->negative)
		return -log(people);
	return people * log(prior->b) - (people + prior->a) * log1p(prior->b) +
	    special_lgamma(people + prior->a) - special_lgamma(people + 1) -
	    special_lgamma(prior->a);
}

static void
fill_vectors(const struct weighing *w, const double *points, size_t count, struct vectors *v)
{
	double n = (double)w->t->people;
	double prior_mass = w->prior->delta * (double)(UINT32_C(1) << w->t->lists);
	double at_start = special_lgamma(prior_mass), room[BLOCK];

	v->points = count;
	v->smooth = points[0] >= BLOCK && points[count - 1] - points[0] == (double)(count - 1);
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
		v->common[i] += w->constant - room[i] + log_prior(w->prior, n + points[i]);
	}
}

/* Log weights of a graph on the points of v. */
static void
weigh_graph(const struct decomposable *g, const struct vectors *v, double *restrict out)
{
	double parts = (double)g->clique_count - g->separator_count;

	for (size_t i = 0; i < v->points; i++)
		out[i] = v->common[i] + parts * v->component[i];
	for (size_t c = 0; c < g->clique_count; c++) {
		const double *restrict set = v->sets[g->cliques[c]];
		for (size_t i = 0; i < v->points; i++)
			out[i] += set[i];
	}
	for (size_t c = 0; c < g->separator_count; c++) {
		const double *restrict set = v->sets[g->separators[c]];
		for (size_t i = 0; i < v->points; i++)
			out[i] -= set[i];
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

/* Leaves out the graphs that weigh nothing on any of some points of the grid. */
static void
sift(struct weighing *w, const struct dga_grid *grid, struct vectors *v)
{
	double points[COARSE] = {0}, out[BLOCK], *best = ARENA_ARRAY(w->a, double, w->graph_count);
	size_t *alive = ARENA_ARRAY(w->a, size_t, w->graph_count), n = 0;

	for (size_t i = 0; i < COARSE; i++) {
		double share =
		    (double)i / (COARSE - 1); /* closer together where the unseen are few */
		size_t at = (size_t)(share * share * (double)(grid->count - 1));
		if (n == 0 || points[n - 1] != grid->points[at])
			points[n++] = grid->points[at];
	}
	memset(w->needed, 1, sizeof(w->needed));
	fill_vectors(w, points, n, v);
	w->reference = (double)-INFINITY;
	for (size_t g = 0; g < w->graph_count; g++) {
		weigh_graph(&w->graphs[g], v, out);
		best[g] = largest(out, n);
		w->reference = best[g] > w->reference ? best[g] : w->reference;
	}
	w->alive_count = 0;
	memset(w->needed, 0, sizeof(w->needed));
	for (size_t g = 0; g < w->graph_count; g++) {
		if (best[g] <= w->reference - SLACK)
			continue;
		alive[w->alive_count++] = g;
		need(w, &w->graphs[g]);
	}
	w->alive = alive;
}

static double
weight_at(const struct decomposable *g, const struct vectors *v, size_t i)
{
	double parts = (double)g->clique_count - g->separator_count;
	double at = v->common[i] + parts * v->component[i];

	for (size_t c = 0; c < g->clique_count; c++)
		at += v->sets[g->cliques[c]][i];
	for (size_t c = 0; c < g->separator_count; c++)
		at -= v->sets[g->separators[c]][i];
	return at;
}

/*
 * Can the graph weigh anything on these points? Beyond the first block of a grid
 * without gaps a posterior is many times wider than the steps between probes.
 */
static bool
can_weigh(const struct weighing *w, const struct decomposable *g, const struct vectors *v)
{
	if (!v->smooth)
		return true;
	for (size_t i = 0; i < v->points; i += PROBE)
		if (weight_at(g, v, i) > w->reference - SLACK)
			return true;
	return weight_at(g, v, v->points - 1) > w->reference - SLACK;
}

/* Adds the weights of the graphs that are left to posterior, and to each graph's own mass. */
static void
add_block(const struct weighing *w, const struct vectors *v, const double *weights,
    double *posterior, double *masses)
{
	double out[BLOCK];

	for (size_t k = 0; k < w->alive_count; k++) {
		if (!can_weigh(w, &w->graphs[w->alive[k]], v))
			continue;
		weigh_graph(&w->graphs[w->alive[k]], v, out);
		for (size_t i = 0; i < v->points; i++) {
			if (out[i] < w->reference - SKIPPED)
				continue;
			double mass = weights[i] * exp(out[i] - w->reference);
			posterior[i] += mass;
			masses[k] += mass;
		}
	}
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

static struct dga_summary
summary_of(const double *shares, const struct dga_grid *grid, double seen)
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
sum_up_top(struct weighing *w, const struct dga_grid *grid, struct vectors *v, const size_t *graphs,
    struct dga *out)
{
	double *shares = ARENA_ARRAY(w->a, double, grid->count *DGA_TOP);

	memset(w->needed, 0, sizeof(w->needed));
	for (size_t i = 0; i < out->top_count; i++)
		need(w, &w->graphs[graphs[i]]);
	for (size_t from = 0; from < grid->count; from += BLOCK) {
		size_t count = grid->count - from < BLOCK ? grid->count - from : BLOCK;
		fill_vectors(w, grid->points + from, count, v);
		for (size_t i = 0; i < out->top_count; i++)
			weigh_graph(&w->graphs[graphs[i]], v, shares + i * grid->count + from);
	}
	for (size_t i = 0; i < out->top_count; i++) {
		double *own = shares + i * grid->count, best = largest(own, grid->count), total = 0;
		for (size_t at = 0; at < grid->count; at++) {
			bool counts = own[at] > best - SKIPPED;
			own[at] = counts ? grid->weights[at] * exp(own[at] - best) : 0;
			total += own[at];
		}
		scale(own, grid->count, total);
		out->top[i].people = summary_of(own, grid, (double)w->t->people);
	}
}

static void
find_top(struct weighing *w, const double *masses, const struct dga_grid *grid, struct vectors *v,
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

/* What lies beyond half of the last point: about as much lies beyond the last one. */
static double
tail_of(const double *shares, const struct dga_grid *grid)
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
	struct weighing *w = ARENA_NEW(a, struct weighing);
	struct vectors *v = ARENA_NEW(a, struct vectors);
	double total = 0;

	assert(t->lists >= 2 && t->lists <= DECOMPOSABLE_LISTS && grid->count > 0);
	*w = (struct weighing){.a = a,
	    .t = t,
	    .prior = prior,
	    .graphs = graphs->at,
	    .graph_count = graphs->count - prior->without_complete};
	prepare(w);
	sift(w, grid, v);
	struct dga d = {.shares = ARENA_ARRAY(a, double, grid->count)};
	double *masses = ARENA_ARRAY(a, double, w->alive_count);
	for (size_t from = 0; from < grid->count; from += BLOCK) {
		size_t count = grid->count - from < BLOCK ? grid->count - from : BLOCK;
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
	d.people = summary_of(d.shares, grid, (double)t->people);
	d.tail = tail_of(d.shares, grid);
	find_top(w, masses, grid, v, &d);
	return d;
}
