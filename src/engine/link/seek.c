#include "engine/link/seek.h"

#include <math.h>
#include <stdlib.h>

#include "engine/link/model.h"
#include "engine/link/surely.h"
#include "engine/link/together.h"
#include "engine/link/wording.h"

#define PIECE 16       /* rows that a thread searches for at a time */
#define LEAST (-10.0)  /* log-odds of a row that is worth showing */
#define ROUNDS 50      /* of estimating how many are there */
#define SHARE_MOST 7.0 /* log-odds that somebody is there, at most by all answers together */
#define BELIEVED 20.0  /* rows that what is known of all pairs weighs as much as */

/* What levels of agreement with one row that asks weigh. */
struct seek_weights {
	double of_level[LINK_FIELDS][LEVEL_MOST];
	double near[LINK_FIELDS]
		   [NEAR_LEVELS]; /* how common what is so near to the row's words is */
};

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
	const uint32_t *units; /* that have such a row */
	size_t n_units;
	const uint32_t *cluster; /* of each row of all lists */
	size_t clusters, people;
};

struct seeking {
	const struct link_model *m;
	const struct answering *there;
	const uint32_t *asking; /* units */
	struct found *found;    /* of each */
	struct seek_weights *weights;
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

static bool
is_near(const struct weights *w, size_t i, unsigned level)
{
	return w->near[i] != NULL && level >= LEVEL_SOUND && level < LEVEL_SOUND + NEAR_LEVELS;
}

/*
 * What an initial weighs: who is meant begins with it, unless another name is, and so do many
 * others.
 */
static void
initial_weigh(const struct weights *w, size_t i, const double *u, struct seek_weights *out)
{
	out->of_level[i][LEVEL_SHARED] = log((1 - w->m[i][LEVEL_OTHER]) / u[LEVEL_SHARED]);
	out->of_level[i][LEVEL_OTHER] = log(w->m[i][LEVEL_OTHER] / u[LEVEL_OTHER]);
}

/* What levels of field i weigh for one row that asks, which agrees so often with those that may
 * answer. */
static void
field_weigh(const struct seeking *s, uint32_t unit, size_t i, const double seen[LEVEL_MOST],
    struct seek_weights *out)
{
	const struct weights *w = s->m->weights;
	const struct field *field = &s->m->fields->at[i];
	uint32_t v = field->of_unit[unit];
	double u[LEVEL_MOST] = {0},
	       said = (double)s->there->n_units - seen[LEVEL_MISSING] + BELIEVED;

	for (unsigned k = LEVEL_SAME; k < level_count(field->way); k++) {
		u[k] = (seen[k] + BELIEVED * w->u[i][k]) / said;
		out->of_level[i][k] = w->of_level[i][k];
		if (is_near(w, i, k))
			out->near[i][k - LEVEL_SOUND] = seen[k] / said;
	}
	out->of_level[i][LEVEL_SAME] += w->of_value[i][v];
	if (v != 0 && wording_is_part(field->kind) && field->values[v].sound.n == 1)
		initial_weigh(w, i, u, out);
}

static void
levels_weigh(
    const struct seeking *s, uint32_t unit, const uint64_t *patterns, struct seek_weights *out)
{
	double seen[LINK_FIELDS][LEVEL_MOST] = {{0}};

	for (size_t n = 0; n < s->there->n_units; n++)
		for (size_t i = 0; i < s->m->fields->count; i++)
			seen[i][level_of(patterns[n], i)]++;
	for (size_t i = 0; i < s->m->fields->count; i++)
		field_weigh(s, unit, i, seen[i], out);
}

/* What field i says of a unit whose level is this. */
static double
level_weigh(const struct link_model *m, const struct seek_weights *q, size_t i, unsigned level,
    uint32_t unit)
{
	if (!is_near(m->weights, i, level))
		return q->of_level[i][level];
	size_t at = (size_t)m->fields->at[i].of_unit[unit] * NEAR_LEVELS + level - LEVEL_SOUND;
	return weigh_so_near(
	    m->weights, i, level, q->near[i][level - LEVEL_SOUND], m->weights->near[i][at]);
}

/* ln of how much likelier it is that a unit is of whom x asks for. */
static double
unit_weigh(const struct link_model *m, const struct seek_weights *q, const struct block_pair *pair,
    uint64_t pattern)
{
	const struct weights *w = m->weights;
	double sum = 0;

	for (size_t i = 0; i < m->fields->count; i++)
		sum += level_weigh(m, q, i, level_of(pattern, i), pair->y);
	if (w->together == NULL)
		return sum;
	return sum - w->together[together_agree(m->fields, pattern)] -
	    namesake_gain(w, m->fields, pattern, pair->x);
}

/* Compares unit with every one that has a row to be found. */
static void
unit_seek(const struct seeking *s, struct arena *a, struct level_rows *rows, size_t asked,
    uint64_t *patterns)
{
	const struct answering *there = s->there;
	uint32_t unit = s->asking[asked];
	struct found *out = &s->found[asked];
	size_t capacity = 0;

	level_row(rows, unit, there->units, there->n_units, patterns);
	for (size_t n = 0; n < there->n_units; n++)
		patterns[n] = level_learned(s->m->levels, patterns[n], unit, there->units[n]);
	levels_weigh(s, unit, patterns, &s->weights[asked]);
	for (size_t n = 0; n < there->n_units; n++) {
		const struct block_pair pair = {unit, there->units[n]};
		double weight = unit_weigh(s->m, &s->weights[asked], &pair, patterns[n]);
		if (weight < s->least || surely_two_units(s->m->fields, pair.x, pair.y))
			continue;
		out->near = arena_grow(a, out->near, out->n, &capacity, sizeof(*out->near));
		out->near[out->n++] = (struct near){there->units[n], weight, exp(weight)};
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
	struct level_rows *rows = level_rows_new(own, s->m->levels);
	uint64_t *patterns = ARENA_ARRAY(own, uint64_t, s->there->n_units);
	double *best = ARENA_ARRAY(own, double, s->there->clusters);

	for (size_t i = piece * PIECE; i < s->count && i < (piece + 1) * PIECE; i++) {
		unit_seek(s, a, rows, i, patterns);
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
	uint32_t *units = ARENA_ARRAY(a, uint32_t, f->units);
	bool *met = ARENA_ARRAY(a, bool, result->clusters);
	struct answering out = {start, rows, units, 0, result->cluster, result->clusters, 0};

	for (size_t r = 0; r < f->rows; r++)
		start[f->unit_of_row[r] + 2] += !asks(r, first, count);
	for (size_t u = 0; u < f->units; u++) {
		if (start[u + 2] > 0)
			units[out.n_units++] = (uint32_t)u;
		start[u + 2] += start[u + 1];
	}
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
	struct seek_weights *weights = ARENA_ARRAY(a, struct seek_weights, count);
	struct seeking s = {result->model, &there, asking, ARENA_ARRAY(own, struct found, count),
	    weights, count, LEAST + log((double)there.people + 1) - SHARE_MOST,
	    ARENA_ARRAY(own, struct arena *, pieces)};
	struct seek_hits *of = ARENA_ARRAY(a, struct seek_hits, count);

	for (size_t i = 0; i < count; i++)
		asking[i] = result->model->fields->unit_of_row[first + i];
	share_out(share, pieces, piece_seek, &s);
	struct seek_found out = {of, prior_estimate(&s), first, weights};
	for (size_t i = 0; i < count; i++)
		of[i] = hits_of(a, &s, &s.found[i], out.prior, most);
	for (size_t i = 0; i < pieces; i++)
		arena_free(s.arenas[i]);
	arena_free(own);
	return out;
}

struct link_why
seek_why(struct arena *a, const struct link_result *result, const struct seek_found *found,
    size_t asked, size_t rank)
{
	const struct link_model *m = result->model;
	const struct seek_hit *hit = &found->of[asked].at[rank];
	const uint32_t *unit_of_row = m->fields->unit_of_row;
	struct link_why why = link_why(a, result, found->first + asked, hit->row);
	struct link_reason *reasons = ARENA_ARRAY(a, struct link_reason, why.count);
	uint64_t pattern =
	    level_pattern(m->levels, unit_of_row[found->first + asked], unit_of_row[hit->row]);
	size_t n = 0;

	for (size_t i = 0; i < m->fields->count; i++) {
		if (level_of(pattern, i) == LEVEL_MISSING)
			continue;
		reasons[n] = why.reasons[n];
		reasons[n++].weight = level_weigh(
		    m, &found->weights[asked], i, level_of(pattern, i), unit_of_row[hit->row]);
	}
	why.prior = found->prior;
	why.total = hit->odds;
	why.reasons = reasons;
	return why;
}
