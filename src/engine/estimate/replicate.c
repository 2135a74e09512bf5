#include "engine/estimate/replicate.h"

#include <assert.h>
#include <math.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/poisson.h"

#define CHUNK 16 /* replicates that are one piece of work */
#define ENOUGH 4 /* replicates for each cell, without which their mean is not made the table's */

/* The part of all replicates that pieces of work share out. */
struct stretch {
	struct replicates *r;
	size_t from;
};

static uint32_t
pairs_of(const struct loglinear_model *m, size_t lists)
{
	uint32_t pairs = 0, bit = 1;

	for (size_t i = 0; i < lists; i++)
		for (size_t j = i + 1; j < lists; j++, bit <<= 1)
			for (size_t k = 0; k < m->count; k++)
				if (m->effects[k] == (UINT32_C(1) << i | UINT32_C(1) << j))
					pairs |= bit;
	return pairs;
}

struct replicate
replicate_of(const struct loglinear_table *y, double threshold)
{
	struct arena *a = arena_new();
	struct replicate r = {.people = ESTIMATE_NO_NUMBER, .weight = 1};
	struct loglinear_model model;
	struct loglinear_fit fit;

	if (loglinear_stepwise(a, y, threshold, &model, &fit)) {
		r.people = fit.unseen;
		for (uint32_t c = 1; c < UINT32_C(1) << y->lists; c++)
			r.people += y->people[c];
		r.pairs = pairs_of(&model, y->lists);
	}
	arena_free(a);
	if (!isfinite(r.people))
		r.people = ESTIMATE_NO_NUMBER;
	return r;
}

struct replicates *
replicate_start(struct arena *a, const struct overlap *t, size_t room)
{
	struct replicates *r = ARENA_NEW(a, struct replicates);

	*r = (struct replicates){.table = t, .at = ARENA_ARRAY(a, struct replicate, room)};
	r->room = room;
	return r;
}

static const struct replicate_source *
source_of(const struct replicates *r, size_t i)
{
	const struct replicate_source *s = r->sources;

	for (size_t first = s->count; first <= i; first += s->count)
		s++;
	return s;
}

void
replicate_cells(const struct replicates *r, size_t i, int64_t *people)
{
	struct chance chance = chance_start(r->seed, i);

	chance_share(
	    &chance, r->table->people, source_of(r, i)->shares, r->table->cell_count, people);
}

static void
draw_chunk(void *arg, size_t chunk)
{
	const struct stretch *s = arg;
	const struct overlap *t = s->r->table;

	for (size_t n = 0; n < CHUNK && s->from + chunk * CHUNK + n < s->r->count; n++) {
		size_t i = s->from + chunk * CHUNK + n;
		struct loglinear_table y = {.lists = t->lists};
		int64_t people[LOGLINEAR_CELLS];
		replicate_cells(s->r, i, people);
		for (size_t c = 0; c < t->cell_count; c++)
			y.people[t->cells[c].on] = (double)people[c];
		s->r->at[i] = replicate_of(&y, s->r->threshold);
		s->r->at[i].number = i;
	}
}

void
replicate_draw(struct arena *a, struct replicates *r, const double *shares, size_t count)
{
	const struct overlap *t = r->table;
	struct replicate_source *s = &r->sources[r->source_count++];
	struct stretch stretch = {.r = r, .from = r->count};
	double sum = 0;

	assert(r->source_count <= REPLICATE_SOURCES && r->count + count <= r->room);
	*s = (struct replicate_source){shares, ARENA_ARRAY(a, double, t->cell_count), count};
	for (size_t c = 0; c < t->cell_count; c++)
		sum += shares[c];
	for (size_t c = 0; c < t->cell_count; c++)
		s->log_ratio[c] =
		    log(shares[c] / sum * (double)t->people / (double)t->cells[c].people);
	r->count += count;
	hands_each(r->hands, (count + CHUNK - 1) / CHUNK, draw_chunk, &stretch);
}

static void
weigh_chunk(void *arg, size_t chunk)
{
	const struct stretch *s = arg;
	const struct replicates *r = s->r;

	for (size_t i = chunk * CHUNK; i < (chunk + 1) * CHUNK && i < r->count; i++) {
		int64_t people[LOGLINEAR_CELLS];
		double ratio = 0;
		replicate_cells(r, i, people);
		for (size_t k = 0; k < r->source_count; k++) {
			double log_ratio = 0;
			for (size_t c = 0; c < r->table->cell_count; c++)
				log_ratio += (double)people[c] * r->sources[k].log_ratio[c];
			ratio += (double)r->sources[k].count * exp(log_ratio);
		}
		r->at[i].weight = (double)r->count / ratio;
	}
}

/* How far the i-th is from the table, cell by cell, in standard deviations of a Poisson count. */
static void
distance(const struct replicates *r, size_t i, double *out)
{
	int64_t people[LOGLINEAR_CELLS];

	replicate_cells(r, i, people);
	for (size_t c = 0; c < r->table->cell_count; c++) {
		double own = (double)r->table->cells[c].people;
		out[c] = ((double)people[c] - own) / sqrt(own);
	}
}

/* The last cell is what the others leave and takes no part. */
static void
calibrate(struct arena *a, struct replicates *r)
{
	size_t n = r->table->cell_count - 1;
	double *m = ARENA_ARRAY(a, double, n *n + 1), *by = ARENA_ARRAY(a, double, n + 1);
	double x[LOGLINEAR_CELLS] = {0};

	for (size_t i = 0; i < r->count; i++) {
		distance(r, i, x);
		for (size_t j = 0; j < n; j++) {
			by[j] -= r->at[i].weight * x[j];
			for (size_t k = 0; k <= j; k++)
				m[j * n + k] += r->at[i].weight * x[j] * x[k];
		}
	}
	if (!poisson_factor(m, n))
		return;
	poisson_solve(m, n, by);
	for (size_t i = 0; i < r->count; i++) {
		double factor = 1;
		distance(r, i, x);
		for (size_t j = 0; j < n; j++)
			factor += by[j] * x[j];
		r->at[i].weight *= fmax(0, factor);
	}
}

void
replicate_weigh(struct arena *a, struct replicates *r)
{
	struct stretch stretch = {.r = r};

	if (r->source_count > 1)
		hands_each(r->hands, (r->count + CHUNK - 1) / CHUNK, weigh_chunk, &stretch);
	if (r->sources[0].count >= ENOUGH * r->table->cell_count)
		calibrate(a, r);
}
