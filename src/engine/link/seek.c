#include "engine/link/seek.h"

#include <math.h>
#include <stdlib.h>

#include "engine/link/model.h"

#define PIECE 16       /* rows that a thread searches for at a time */
#define LEAST (-10.0)  /* log-odds of a row that is worth showing */
#define BATCH 4096     /* units that are compared at a time */
#define ROUNDS 50      /* of estimating how many are there */
#define SHARE_MOST 7.0 /* log-odds that somebody is there, at most by all answers together */

/* A unit that may be who is asked for. */
struct near {
	uint32_t unit;
	double weight; /* ln of how much likelier the two rows are of one person */
	double person; /* how much likelier, of the heaviest unit of its person */
};

/* What one row that asks found. */
struct found {
	struct near *near; /* heaviest first */
	size_t n;
	double sum; /* of exp(weight) of the heaviest unit of each person */
};

/* The rows that do not ask, unit after unit, and whose they are. */
struct answering {
	const size_t *start; /* of the rows of each unit, and where the last ends */
	const size_t *rows;
	const uint32_t *cluster; /* of each row of all lists */
	size_t clusters, people;
};

struct seeking {
	const struct link_model *m;
	const struct answering *there;
	const uint32_t *asking; /* units */
	struct found *found;    /* of each */
	size_t count;
	double least;          /* weight that is worth keeping */
	struct arena **arenas; /* of each piece */
};

static int
heavier_first(const void *x, const void *y)
{
	const struct near *a = x, *b = y;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return a->unit < b->unit ? -1 : a->unit > b->unit;
}

static void
near_keep(struct found *out, size_t *capacity, struct arena *a, const struct seeking *s,
    const struct block_pair *pair, uint64_t plain)
{
	const struct link_model *m = s->m;
	uint64_t pattern = level_learned(m->levels, plain, pair->x, pair->y);
	double weight = weigh_pair(m->weights, m->fields, pattern, pair) - m->weights->prior;

	if (weight < s->least)
		return;
	out->near = arena_grow(a, out->near, out->n, capacity, sizeof(*out->near));
	out->near[out->n++] = (struct near){pair->y, weight, exp(weight)};
}

/* What one thread compares with. */
struct bench {
	struct level_rows *rows;
	uint32_t *others; /* BATCH of them */
	uint64_t *plain;
};

/* Compares unit with every one that has a row to be found. */
static void
unit_seek(
    const struct seeking *s, struct arena *a, uint32_t unit, struct bench *b, struct found *out)
{
	const size_t *start = s->there->start;
	size_t units = s->m->fields->units, capacity = 0, n = 0;

	for (size_t v = 0; v < units; v++) {
		if (start[v] < start[v + 1])
			b->others[n++] = (uint32_t)v;
		if (n < BATCH && v + 1 < units)
			continue;
		level_row(b->rows, unit, b->others, n, b->plain);
		for (size_t i = 0; i < n; i++) {
			const struct block_pair pair = {unit, b->others[i]};
			near_keep(out, &capacity, a, s, &pair, b->plain[i]);
		}
		n = 0;
	}
	if (out->n > 0)
		qsort(out->near, out->n, sizeof(*out->near), heavier_first);
}

/* Each person by the heaviest of its units; rows that say the same may be of several. */
static void
people_sum(const struct answering *there, struct found *out, double *best)
{
	for (size_t i = 0; i < out->n; i++) {
		struct near *near = &out->near[i];
		for (size_t k = there->start[near->unit]; k < there->start[near->unit + 1]; k++) {
			double *person = &best[there->cluster[there->rows[k]]];
			out->sum += *person == 0 ? exp(near->weight) : 0;
			*person = *person == 0 ? exp(near->weight) : *person;
			near->person = *person;
		}
	}
	for (size_t i = 0; i < out->n; i++) {
		uint32_t unit = out->near[i].unit;
		for (size_t k = there->start[unit]; k < there->start[unit + 1]; k++)
			best[there->cluster[there->rows[k]]] = 0;
	}
}

static void
piece_seek(void *arg, size_t piece)
{
	const struct seeking *s = arg;
	struct arena *own = arena_new(), *a = s->arenas[piece] = arena_new();
	struct bench b = {level_rows_new(own, s->m->levels), ARENA_ARRAY(own, uint32_t, BATCH),
	    ARENA_ARRAY(own, uint64_t, BATCH)};
	double *best = ARENA_ARRAY(own, double, s->there->clusters);

	for (size_t i = piece * PIECE; i < s->count && i < (piece + 1) * PIECE; i++) {
		unit_seek(s, a, s->asking[i], &b, &s->found[i]);
		people_sum(s->there, &s->found[i], best);
	}
	arena_free(own);
}

/*
 * The log-odds that who is asked for is one certain person: the share that is there, among so many.
 * The share is estimated from the answers (Dempster and others 1977), beside two of whom one was
 * there.
 */
static double
prior_estimate(const struct seeking *s)
{
	double share = 0.5, people = (double)s->there->people + 1;

	for (int round = 0; round < ROUNDS; round++) {
		double there = 1;
		for (size_t i = 0; i < s->count; i++) {
			double odds = share / (1 - share) * s->found[i].sum / people;
			there += odds / (1 + odds);
		}
		share = there / ((double)s->count + 2);
	}
	return log(share / (1 - share) / people);
}

static bool
asks(size_t row, size_t first, size_t count)
{
	return row >= first && row - first < count;
}

static struct answering
answering_rows(struct arena *a, const struct link_result *result, size_t first, size_t count)
{
	const struct fields *f = result->model->fields;
	size_t *start = ARENA_ARRAY(a, size_t, f->units + 2);
	size_t *rows = ARENA_ARRAY(a, size_t, f->rows);
	bool *met = ARENA_ARRAY(a, bool, result->clusters);
	struct answering out = {start, rows, result->cluster, result->clusters, 0};

	for (size_t r = 0; r < f->rows; r++)
		start[f->unit_of_row[r] + 2] += !asks(r, first, count);
	for (size_t u = 0; u < f->units; u++)
		start[u + 2] += start[u + 1];
	for (size_t r = 0; r < f->rows; r++) {
		if (asks(r, first, count))
			continue;
		rows[start[f->unit_of_row[r] + 1]++] = r;
		out.people += !met[result->cluster[r]];
		met[result->cluster[r]] = true;
	}
	return out;
}

static struct seek_hits
hits_of(
    struct arena *a, const struct seeking *s, const struct found *found, double prior, size_t most)
{
	const size_t *start = s->there->start;
	struct seek_hits out = {NULL, 0, 0};
	size_t n = 0;

	for (size_t i = 0; i < found->n && found->near[i].weight + prior > LEAST; i++)
		out.all += start[found->near[i].unit + 1] - start[found->near[i].unit];
	out.count = out.all < most ? out.all : most;
	struct seek_hit *hits = ARENA_ARRAY(a, struct seek_hit, out.count);
	for (size_t i = 0; n < out.count; i++) {
		const struct near *near = &found->near[i];
		for (size_t k = start[near->unit]; k < start[near->unit + 1] && n < out.count; k++)
			hits[n++] = (struct seek_hit){s->there->rows[k], near->weight + prior,
			    near->person / (exp(-prior) + found->sum)};
	}
	out.at = hits;
	return out;
}

struct seek_found
seek_people(struct arena *a, const struct link_result *result, link_share *share, size_t first,
    size_t count, size_t most)
{
	struct arena *own = arena_new();
	struct answering there = answering_rows(own, result, first, count);
	uint32_t *asking = ARENA_ARRAY(own, uint32_t, count);
	size_t pieces = share_pieces(count, PIECE);
	struct seeking s = {result->model, &there, asking, ARENA_ARRAY(own, struct found, count),
	    count, LEAST + log((double)there.people + 1) - SHARE_MOST,
	    ARENA_ARRAY(own, struct arena *, pieces)};
	struct seek_hits *of = ARENA_ARRAY(a, struct seek_hits, count);

	for (size_t i = 0; i < count; i++)
		asking[i] = result->model->fields->unit_of_row[first + i];
	share_out(share, pieces, piece_seek, &s);
	struct seek_found out = {of, prior_estimate(&s)};
	for (size_t i = 0; i < count; i++)
		of[i] = hits_of(a, &s, &s.found[i], out.prior, most);
	for (size_t i = 0; i < pieces; i++)
		arena_free(s.arenas[i]);
	arena_free(own);
	return out;
}
