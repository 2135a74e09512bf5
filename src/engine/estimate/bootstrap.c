#include "engine/estimate/bootstrap.h"

#include <math.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/special.h"

#define LEVEL 0.975
#define CHUNK 16 /* replicates that are one piece of work */

/* Replicates and jackknife, each with a place of its own. */
struct drawing {
	const struct overlap *t;
	const struct bootstrap_ask *ask;
	const double *weights; /* people by cell */
	double *people;        /* by replicate; ESTIMATE_NO_NUMBER: no fit */
	double *without;       /* by cell: one person of it taken out; ESTIMATE_NO_NUMBER: no fit */
};

/* People in all by the model chosen for the table, or ESTIMATE_NO_NUMBER. */
static double
people_of(const struct loglinear_table *y, double threshold)
{
	struct arena *a = arena_new();
	struct loglinear_model model;
	struct loglinear_fit fit;
	double people = ESTIMATE_NO_NUMBER;

	if (loglinear_stepwise(a, y, threshold, &model, &fit)) {
		people = fit.unseen;
		for (uint32_t c = 1; c < UINT32_C(1) << y->lists; c++)
			people += y->people[c];
	}
	arena_free(a);
	return isfinite(people) ? people : ESTIMATE_NO_NUMBER;
}

static void
draw(struct drawing *d, size_t replicate)
{
	struct loglinear_table y = {.lists = d->t->lists};
	struct chance chance = chance_start(d->ask->seed, replicate);
	int64_t people[LOGLINEAR_CELLS];

	chance_share(&chance, d->t->people, d->weights, d->t->cell_count, people);
	for (size_t c = 0; c < d->t->cell_count; c++)
		y.people[d->t->cells[c].on] = (double)people[c];
	d->people[replicate] = people_of(&y, d->ask->threshold);
}

static void
draw_chunk(void *arg, size_t i)
{
	struct drawing *d = arg;

	for (size_t r = i * CHUNK; r < (i + 1) * CHUNK && r < d->ask->replicates; r++)
		draw(d, r);
}

static void
take_one_out(void *arg, size_t cell)
{
	struct drawing *d = arg;
	struct loglinear_table y;

	loglinear_fill(d->t, &y);
	y.people[d->t->cells[cell].on] -= 1;
	d->without[cell] = people_of(&y, d->ask->threshold);
}

/* How fast the standard error changes with the estimate; cells without a fit say nothing. */
static double
acceleration_of(const struct drawing *d)
{
	double mean = 0, n = 0, squares = 0, cubes = 0;

	for (size_t c = 0; c < d->t->cell_count; c++) {
		if (!isfinite(d->without[c]))
			continue;
		mean += d->weights[c] * d->without[c];
		n += d->weights[c];
	}
	for (size_t c = 0; c < d->t->cell_count; c++) {
		double r = isfinite(d->without[c]) ? mean / n - d->without[c] : 0;
		squares += d->weights[c] * r * r;
		cubes += d->weights[c] * r * r * r;
	}
	return squares > 0 ? cubes / (6 * pow(squares, 1.5)) : 0;
}

/* Moves the replicates with a fit to the front, in order of size. */
static size_t
sort_fits(double *people, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (isfinite(people[i]))
			people[n++] = people[i];
	special_sort(people, n);
	return n;
}

static double
end_at(const struct drawing *d, const struct bootstrap *b, size_t fits, double z)
{
	double moved = b->bias + z;
	double level = special_normal(b->bias + moved / (1 - b->acceleration * moved));

	return special_sample_quantile(d->people, fits, level);
}

bool
bootstrap_bca(struct arena *a, const struct overlap *t, double people,
    const struct bootstrap_ask *ask, struct bootstrap *out)
{
	double *weights = ARENA_ARRAY(a, double, t->cell_count), below = 0;
	struct drawing d = {t, ask, weights, ARENA_ARRAY(a, double, ask->replicates),
	    ARENA_ARRAY(a, double, t->cell_count)};
	struct bootstrap b = {0};

	for (size_t c = 0; c < t->cell_count; c++)
		weights[c] = (double)t->cells[c].people;
	hands_each(ask->hands, (ask->replicates + CHUNK - 1) / CHUNK, draw_chunk, &d);
	hands_each(ask->hands, t->cell_count, take_one_out, &d);
	size_t fits = sort_fits(d.people, ask->replicates);
	if (2 * fits < ask->replicates || fits == 0)
		return false;
	for (size_t i = 0; i < fits; i++)
		below += d.people[i] < people;
	double all = (double)fits, share = below / all;
	share = fmin(fmax(share, 1 / (all + 1)), all / (all + 1));
	b.refused = ask->replicates - fits;
	b.bias = special_normal_quantile(share);
	b.acceleration = acceleration_of(&d);
	b.low = end_at(&d, &b, fits, -special_normal_quantile(LEVEL));
	b.high = end_at(&d, &b, fits, special_normal_quantile(LEVEL));
	b.draws = ARENA_ARRAY(a, double, ESTIMATE_DRAWS);
	for (size_t i = 0; i < ESTIMATE_DRAWS; i++)
		b.draws[i] = end_at(&d, &b, fits, estimate_draw_score(i));
	*out = b;
	return true;
}
