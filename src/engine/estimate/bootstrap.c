#include "engine/estimate/bootstrap.h"

#include <math.h>
#include <stdlib.h>

#include "engine/estimate/special.h"
#include "engine/estimate/tail.h"

#define LEVEL 0.975
#define FAR 0.01 /* an end with fewer replicates beyond it is drawn at */
#define ROUNDS 4 /* in which that is done, each from what the last ones showed */

struct drawing {
	struct replicates *r;
	struct replicate *sorted; /* those with a fit, fewest people first */
	double *places; /* of each of them: how many lie below, and two thirds of its own weight */
	size_t fits;
	double people;   /* the estimate */
	double *without; /* by cell: one person of it taken out; ESTIMATE_NO_NUMBER: no fit */
};

static void
take_one_out(void *arg, size_t cell)
{
	struct drawing *d = arg;
	const struct overlap *t = d->r->table;
	struct loglinear_table y;

	loglinear_fill(t, &y);
	y.people[t->cells[cell].on] -= 1;
	d->without[cell] = replicate_of(&y, d->r->threshold).people;
}

/* How fast the standard error changes with the estimate; cells without a fit say nothing. */
static double
acceleration_of(const struct drawing *d)
{
	const struct overlap *t = d->r->table;
	double mean = 0, n = 0, squares = 0, cubes = 0;

	for (size_t c = 0; c < t->cell_count; c++) {
		if (!isfinite(d->without[c]))
			continue;
		mean += (double)t->cells[c].people * d->without[c];
		n += (double)t->cells[c].people;
	}
	for (size_t c = 0; c < t->cell_count; c++) {
		double r = isfinite(d->without[c]) ? mean / n - d->without[c] : 0;
		squares += (double)t->cells[c].people * r * r;
		cubes += (double)t->cells[c].people * r * r * r;
	}
	return squares > 0 ? cubes / (6 * pow(squares, 1.5)) : 0;
}

static int
by_people(const void *a, const void *b)
{
	const struct replicate *x = a, *y = b;

	if (x->people < y->people || x->people > y->people)
		return x->people < y->people ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

/* The replicates with a fit in order of people, with weights that are 1 on average. */
static void
sort_fits(struct drawing *d)
{
	double all = 0, below = 0;

	d->fits = 0;
	for (size_t i = 0; i < d->r->count; i++) {
		if (!isfinite(d->r->at[i].people))
			continue;
		d->sorted[d->fits++] = d->r->at[i];
		all += d->r->at[i].weight;
	}
	qsort(d->sorted, d->fits, sizeof(*d->sorted), by_people);
	for (size_t i = 0; i < d->fits; i++) {
		d->sorted[i].weight *= (double)d->fits / all;
		d->places[i] = below + d->sorted[i].weight * (2.0 / 3);
		below += d->sorted[i].weight;
	}
}

/* As special_sample_quantile, a replicate of weight w being w of them. */
static double
quantile(const struct drawing *d, double p)
{
	double wanted = p * ((double)d->fits + 1.0 / 3);
	size_t low = 0, high = d->fits - 1;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (d->places[middle] < wanted)
			low = middle + 1;
		else
			high = middle;
	}
	double at = d->sorted[low].people;
	if (low == 0 || d->places[low] < wanted)
		return at;
	double before = d->sorted[low - 1].people, from = d->places[low - 1];
	return before + (at - before) * (wanted - from) / (d->places[low] - from);
}

static double
level_of(const struct bootstrap *b, double z)
{
	double moved = b->bias + z;

	return special_normal(b->bias + moved / (1 - b->acceleration * moved));
}

static void
find_bias(const struct drawing *d, struct bootstrap *b)
{
	double all = (double)d->fits, below = 0;

	for (size_t i = 0; i < d->fits && d->sorted[i].people < d->people; i++)
		below += d->sorted[i].weight;
	double share = fmin(fmax(below / all, 1 / (all + 1)), all / (all + 1));
	b->bias = special_normal_quantile(share);
}

/* Draws at the ends that few replicates reach. */
static void
draw_ends(struct arena *a, struct drawing *d, size_t replicates, struct bootstrap *b)
{
	double z = special_normal_quantile(LEVEL);

	for (int round = 0; round < ROUNDS; round++) {
		size_t drawn = d->r->count;
		const struct tail_ask low = {level_of(b, -z), false, replicates / ROUNDS};
		const struct tail_ask high = {1 - level_of(b, z), true, replicates / ROUNDS};
		if (low.level < FAR)
			tail_draw(a, d->r, d->sorted, d->fits, &low);
		if (high.level < FAR)
			tail_draw(a, d->r, d->sorted, d->fits, &high);
		if (d->r->count == drawn)
			return;
		replicate_weigh(a, d->r);
		sort_fits(d);
		find_bias(d, b);
	}
}

static void
fill(struct arena *a, const struct drawing *d, struct bootstrap *b)
{
	double z = special_normal_quantile(LEVEL);

	b->low = quantile(d, level_of(b, -z));
	b->high = quantile(d, level_of(b, z));
	b->draws = ARENA_ARRAY(a, double, ESTIMATE_DRAWS);
	for (size_t i = 0; i < ESTIMATE_DRAWS; i++)
		b->draws[i] = quantile(d, level_of(b, estimate_draw_score(i)));
}

bool
bootstrap_bca(struct arena *a, const struct overlap *t, double people,
    const struct bootstrap_ask *ask, struct bootstrap *out)
{
	size_t room = 3 * ask->replicates;
	struct replicates *r = replicate_start(a, t, room);
	struct drawing d = {r, ARENA_ARRAY(a, struct replicate, room), ARENA_ARRAY(a, double, room),
	    0, people, ARENA_ARRAY(a, double, t->cell_count)};
	double *own = ARENA_ARRAY(a, double, t->cell_count);
	struct bootstrap b = {0};

	r->threshold = ask->threshold;
	r->seed = ask->seed;
	r->hands = ask->hands;
	for (size_t c = 0; c < t->cell_count; c++)
		own[c] = (double)t->cells[c].people;
	replicate_draw(a, r, own, ask->replicates);
	replicate_weigh(a, r);
	sort_fits(&d);
	if (2 * d.fits < ask->replicates || d.fits == 0)
		return false;
	b.refused = ask->replicates - d.fits;
	hands_each(ask->hands, t->cell_count, take_one_out, &d);
	b.acceleration = acceleration_of(&d);
	find_bias(&d, &b);
	draw_ends(a, &d, ask->replicates, &b);
	fill(a, &d, &b);
	*out = b;
	return true;
}
