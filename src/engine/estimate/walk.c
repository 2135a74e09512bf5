#include "engine/estimate/walk.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/mixing.h"
#include "engine/estimate/special.h"
#include "engine/estimate/weights.h"

#define KEPT ((size_t)1 << 21) /* numbers that a walk keeps at hand */
#define SLOTS_LEAST 64
#define FIRST_ROUND 250    /* sweeps after which the walks are first compared */
#define ROUNDS 24          /* each as long as all before it */
#define COUNTED 2          /* of them the last so many count */
#define AGREE 1.01         /* R-hat that ends the rounds, together with: */
#define ENOUGH 400         /* independent draws, and */
#define NEAR 0.005         /* standard error of the median, as a share of the unseen */
#define SPREAD 0x9e3779b1u /* spreads sets and patterns over slots (Knuth 1973) */

struct stroll;

/* What every walk shares. */
struct setting {
	const struct overlap *t;
	const struct walk_ask *ask;
	size_t points, pairs;
	double *common; /* what every graph adds, by point */
	struct stroll *strolls;
	size_t round, from, to; /* sweeps of this round */
	double *traces;         /* chains x most sweeps */
};

/* What a round adds up. */
struct tally {
	double *shares; /* by point */
	double joined[WALK_PAIRS], complete, steps;
};

/* People by pattern of a margin, by slot; 0: none there. */
struct margin {
	uint32_t *keys;
	double *people;
	size_t slots;
};

/* One walk. */
struct stroll {
	const struct setting *s;
	struct chance chance;
	uint32_t to[OVERLAP_LISTS]; /* whom each list is joined to, as bits */
	size_t edges;
	double *logs, *shares;           /* of the graph it stands on, by point; shares sum to 1 */
	double *next_logs, *next_shares; /* of the one it looks at */
	double score, next_score;        /* logs of the whole weights */
	double waited; /* steps that it has stood there and that are not tallied */
	double tried, taken;
	struct tally tallies[ROUNDS];
	struct margin margin;
	uint32_t *keys; /* sets of the vectors at hand, one more than each; 0: none */
	double *kept;   /* slots x points */
	size_t slots;
};

/* ---- vectors of sets of lists ---- */

static void
fill_margin(struct stroll *w, uint32_t set, double *none)
{
	const struct overlap *t = w->s->t;
	struct margin *m = &w->margin;

	memset(m->keys, 0, m->slots * sizeof(*m->keys));
	*none = 0;
	for (size_t c = 0; c < t->cell_count; c++) {
		uint32_t key = t->cells[c].on & set;
		size_t at = (size_t)(key * SPREAD) % m->slots;
		if (key == 0) {
			*none += (double)t->cells[c].people;
			continue;
		}
		while (m->keys[at] != 0 && m->keys[at] != key)
			at = (at + 1) % m->slots;
		m->people[at] = (m->keys[at] == 0 ? 0 : m->people[at]) + (double)t->cells[c].people;
		m->keys[at] = key;
	}
}

/* log of the hyper-Dirichlet weight of a margin; cells without people leave nothing behind. */
static void
fill_set(struct stroll *w, uint32_t set, double *out)
{
	const struct setting *s = w->s;
	int free = (int)s->t->lists - __builtin_popcount(set);
	double alpha = s->ask->prior.delta * exp2(free), of_alpha = special_lgamma(alpha);
	double none, fixed = -of_alpha;

	fill_margin(w, set, &none);
	for (size_t i = 0; i < w->margin.slots; i++)
		if (w->margin.keys[i] != 0)
			fixed += special_lgamma(w->margin.people[i] + alpha) - of_alpha;
	for (size_t i = 0; i < s->points; i++)
		out[i] = special_lgamma(none + alpha + s->ask->grid->points[i]) + fixed;
}

/* The empty set stands for one part of a graph less. */
static void
fill_empty(const struct setting *s, double *out)
{
	double mass = s->ask->prior.delta * exp2((double)s->t->lists), n = (double)s->t->people;

	for (size_t i = 0; i < s->points; i++)
		out[i] = special_lgamma(n + mass + s->ask->grid->points[i]) - special_lgamma(mass);
}

static const double *
vector_of(struct stroll *w, uint32_t set)
{
	size_t slot = (size_t)((set + 1) * SPREAD) % w->slots;
	double *out = w->kept + slot * w->s->points;

	if (w->keys[slot] != set + 1) {
		if (set == 0)
			fill_empty(w->s, out);
		else
			fill_set(w, set, out);
		w->keys[slot] = set + 1;
	}
	return out;
}

/* ---- graphs ---- */

static bool
is_clique(const struct stroll *w, uint32_t set)
{
	for (uint32_t rest = set; rest != 0; rest &= rest - 1) {
		uint32_t v = (uint32_t)__builtin_ctz(rest);
		if ((set & ~w->to[v] & ~(UINT32_C(1) << v)) != 0)
			return false;
	}
	return true;
}

/* Does every way from list i to list j lead through the set? */
static bool
parts(const struct stroll *w, size_t i, size_t j, uint32_t set)
{
	uint32_t reached = UINT32_C(1) << i, edge = reached;

	while (edge != 0) {
		uint32_t v = (uint32_t)__builtin_ctz(edge), more = w->to[v] & ~set & ~reached;
		edge = (edge & (edge - 1)) | more;
		reached |= more;
	}
	return (reached >> j & 1) == 0;
}

static bool
is_joined(const struct stroll *w, size_t i, size_t j)
{
	return (w->to[i] >> j & 1) != 0;
}

/* Is the graph decomposable, and one of those asked for, when i and j are parted, or joined? */
static bool
may_change(const struct stroll *w, size_t i, size_t j)
{
	uint32_t common = w->to[i] & w->to[j];

	if (is_joined(w, i, j))
		return is_clique(w, common);
	if (w->s->ask->prior.without_complete && w->edges + 1 == w->s->pairs)
		return false;
	return parts(w, i, j, common);
}

static void
change(struct stroll *w, size_t i, size_t j)
{
	w->to[i] ^= UINT32_C(1) << j;
	w->to[j] ^= UINT32_C(1) << i;
	w->edges = is_joined(w, i, j) ? w->edges + 1 : w->edges - 1;
}

/* Log weights of the graph with i and j changed, from those of the graph there is. */
static void
look(struct stroll *w, size_t i, size_t j)
{
	uint32_t common = w->to[i] & w->to[j], a = UINT32_C(1) << i, b = UINT32_C(1) << j;
	const uint32_t sets[] = {common | a | b, common, common | a, common | b};
	double sign = is_joined(w, i, j) ? -1 : 1;

	memcpy(w->next_logs, w->logs, w->s->points * sizeof(*w->logs));
	for (int k = 0; k < 4; k++) {
		double by = k < 2 ? sign : -sign;
		const double *vector = vector_of(w, sets[k]);
		for (size_t p = 0; p < w->s->points; p++)
			w->next_logs[p] += by * vector[p];
	}
}

/* Shares and score of the graph looked at. */
static void
weigh(struct stroll *w)
{
	const double *steps = w->s->ask->grid->weights;
	double best = (double)-INFINITY, sum = 0;

	for (size_t p = 0; p < w->s->points; p++)
		best = w->next_logs[p] > best ? w->next_logs[p] : best;
	for (size_t p = 0; p < w->s->points; p++)
		w->next_shares[p] = w->next_logs[p] - best;
	weights_exps(w->next_shares, w->s->points);
	for (size_t p = 0; p < w->s->points; p++)
		sum += w->next_shares[p] *= steps[p];
	assert(sum > 0); /* the best point has a step */
	w->next_score = best + log(sum);
	for (size_t p = 0; p < w->s->points; p++)
		w->next_shares[p] /= sum;
}

/* ---- a walk ---- */

/* Adds what the graph says as often as the walk has stood on it. */
static void
tally(struct stroll *w)
{
	struct tally *into = &w->tallies[w->s->round];
	size_t pair = 0;

	for (size_t p = 0; p < w->s->points; p++)
		into->shares[p] += w->waited * w->shares[p];
	for (size_t i = 0; i < w->s->t->lists; i++)
		for (size_t j = i + 1; j < w->s->t->lists; j++)
			into->joined[pair++] += is_joined(w, i, j) ? w->waited : 0;
	into->complete += w->edges == w->s->pairs ? w->waited : 0;
	into->steps += w->waited;
	w->waited = 0;
}

static void
take(struct stroll *w)
{
	double *logs = w->logs, *shares = w->shares;

	w->logs = w->next_logs;
	w->shares = w->next_shares;
	w->score = w->next_score;
	w->next_logs = logs;
	w->next_shares = shares;
}

static void
try_step(struct stroll *w)
{
	size_t lists = w->s->t->lists;
	size_t i = (size_t)(chance_unit(&w->chance) * (double)lists);
	size_t j = (size_t)(chance_unit(&w->chance) * (double)(lists - 1));

	j += j >= i;
	w->tried++;
	w->waited++;
	if (!may_change(w, i, j))
		return;
	look(w, i, j);
	weigh(w);
	if (log(chance_unit(&w->chance)) >= w->next_score - w->score)
		return;
	tally(w);
	change(w, i, j);
	take(w);
	w->taken++;
}

/* The log of a number of unseen, drawn from what the graph says. */
static double
draw(struct stroll *w)
{
	double left = chance_unit(&w->chance);
	size_t p = 0;

	while (p + 1 < w->s->points && left >= w->shares[p])
		left -= w->shares[p++];
	return log1p(w->s->ask->grid->points[p]);
}

static void
run(void *arg, size_t number)
{
	struct setting *s = arg;
	struct stroll *w = &s->strolls[number];

	for (size_t sweep = s->from; sweep < s->to; sweep++) {
		for (size_t k = 0; k < s->pairs; k++)
			try_step(w);
		s->traces[number * s->ask->sweeps + sweep] = draw(w);
	}
	tally(w);
}

/* From independent lists, after so many changes that nothing but decomposable graphs bound. */
static void
scatter(struct stroll *w, size_t changes)
{
	size_t lists = w->s->t->lists;

	for (size_t p = 0; p < w->s->points; p++)
		w->next_logs[p] = w->s->common[p] - (double)lists * vector_of(w, 0)[p];
	for (size_t j = 0; j < lists; j++)
		for (size_t p = 0; p < w->s->points; p++)
			w->next_logs[p] += vector_of(w, UINT32_C(1) << j)[p];
	weigh(w);
	take(w);
	while (changes > 0) {
		size_t i = (size_t)(chance_unit(&w->chance) * (double)lists);
		size_t j = (size_t)(chance_unit(&w->chance) * (double)lists);
		if (i == j || !may_change(w, i, j))
			continue;
		look(w, i, j);
		weigh(w);
		change(w, i, j);
		take(w);
		changes--;
	}
}

static void
start(struct arena *a, struct setting *s, size_t number)
{
	struct stroll *w = &s->strolls[number];
	size_t points = s->points;

	w->s = s;
	w->chance = chance_start(s->ask->seed, number);
	w->logs = ARENA_ARRAY(a, double, points);
	w->shares = ARENA_ARRAY(a, double, points);
	w->next_logs = ARENA_ARRAY(a, double, points);
	w->next_shares = ARENA_ARRAY(a, double, points);
	w->slots = KEPT / points > SLOTS_LEAST ? KEPT / points : SLOTS_LEAST;
	w->keys = ARENA_ARRAY(a, uint32_t, w->slots);
	w->kept = ARENA_ARRAY(a, double, w->slots *points);
	w->margin.slots = 2 * s->t->cell_count + 1;
	w->margin.keys = ARENA_ARRAY(a, uint32_t, w->margin.slots);
	w->margin.people = ARENA_ARRAY(a, double, w->margin.slots);
	scatter(w, number * s->pairs / 2);
}

/* ---- all walks ---- */

/* The posterior of one walk, or of all, over the rounds that count; it sums to 1. */
static void
gather(const struct setting *s, size_t first, size_t end, double *out)
{
	size_t since = s->round + 1 > COUNTED ? s->round + 1 - COUNTED : 0;
	double steps = 0;

	memset(out, 0, s->points * sizeof(*out));
	for (size_t c = first; c < end; c++) {
		for (size_t r = since; r <= s->round; r++) {
			const struct tally *t = &s->strolls[c].tallies[r];
			steps += t->steps;
			for (size_t p = 0; p < s->points; p++)
				out[p] += t->shares[p];
		}
	}
	for (size_t p = 0; p < s->points; p++)
		out[p] /= steps;
}

/* Where half of the shares lie below, between points. */
static double
median_of(const struct setting *s, const double *shares)
{
	const double *points = s->ask->grid->points;
	double sum = 0;

	for (size_t p = 0; p < s->points; p++) {
		if (sum + shares[p] >= 0.5) {
			double before = p > 0 ? points[p - 1] : 0;
			return before + (points[p] - before) * (0.5 - sum) / shares[p];
		}
		sum += shares[p];
	}
	return points[s->points - 1];
}

static void
compare(struct arena *a, const struct setting *s, struct walk *out)
{
	size_t first = s->to / 4, length = s->to - first;
	double *traces = ARENA_ARRAY(a, double, WALK_CHAINS *length), mean = 0, square = 0;

	for (size_t c = 0; c < WALK_CHAINS; c++) {
		gather(s, c, c + 1, out->shares);
		out->medians[c] = median_of(s, out->shares);
		mean += out->medians[c] / WALK_CHAINS;
		memcpy(traces + c * length, s->traces + c * s->ask->sweeps + first,
		    length * sizeof(*traces));
	}
	for (size_t c = 0; c < WALK_CHAINS; c++)
		square += (out->medians[c] - mean) * (out->medians[c] - mean);
	gather(s, 0, WALK_CHAINS, out->shares);
	out->error = sqrt(square / (WALK_CHAINS - 1) / WALK_CHAINS);
	out->rhat = mixing_rhat(a, traces, WALK_CHAINS, length);
	out->ess = mixing_ess(a, traces, WALK_CHAINS, length);
	out->sweeps = s->to;
}

static void
sum_up(const struct setting *s, struct walk *out)
{
	size_t since = s->round + 1 > COUNTED ? s->round + 1 - COUNTED : 0;
	double steps = 0, tried = 0, taken = 0;

	for (size_t c = 0; c < WALK_CHAINS; c++) {
		const struct stroll *w = &s->strolls[c];
		tried += w->tried;
		taken += w->taken;
		for (size_t r = since; r <= s->round; r++) {
			steps += w->tallies[r].steps;
			out->complete += w->tallies[r].complete;
			for (size_t pair = 0; pair < s->pairs; pair++)
				out->joined[pair] += w->tallies[r].joined[pair];
		}
	}
	for (size_t pair = 0; pair < s->pairs; pair++)
		out->joined[pair] /= steps;
	out->complete /= steps;
	out->taken = taken / tried;
}

static double *
common_of(struct arena *a, const struct overlap *t, const struct walk_ask *ask)
{
	double *common = ARENA_ARRAY(a, double, ask->grid->count), n = (double)t->people;

	for (size_t p = 0; p < ask->grid->count; p++)
		common[p] = special_lgamma(n + ask->grid->points[p] + 1) -
		    special_lgamma(ask->grid->points[p] + 1) +
		    dga_log_prior(&ask->prior, n, ask->grid->points[p]);
	return common;
}

static bool
is_enough(const struct setting *s, const struct walk *out)
{
	double unseen = median_of(s, out->shares);

	return out->rhat <= AGREE && out->ess >= ENOUGH && out->error <= NEAR * (unseen + 1);
}

struct walk
walk_weigh(struct arena *a, const struct overlap *t, const struct walk_ask *ask)
{
	struct setting *s = ARENA_NEW(a, struct setting);
	struct walk out = {.shares = ARENA_ARRAY(a, double, ask->grid->count)};

	assert(t->lists >= 2 && t->lists <= OVERLAP_LISTS && ask->sweeps > 0);
	*s = (struct setting){.t = t,
	    .ask = ask,
	    .points = ask->grid->count,
	    .pairs = t->lists * (t->lists - 1) / 2,
	    .common = common_of(a, t, ask),
	    .strolls = ARENA_ARRAY(a, struct stroll, WALK_CHAINS),
	    .traces = ARENA_ARRAY(a, double, WALK_CHAINS * ask->sweeps)};
	for (size_t c = 0; c < WALK_CHAINS; c++)
		start(a, s, c);
	for (s->to = FIRST_ROUND;; s->from = s->to, s->to *= 2, s->round++) {
		s->to = s->to < ask->sweeps ? s->to : ask->sweeps;
		for (size_t c = 0; c < WALK_CHAINS; c++)
			s->strolls[c].tallies[s->round].shares = ARENA_ARRAY(a, double, s->points);
		hands_each(ask->hands, WALK_CHAINS, run, s);
		compare(a, s, &out);
		if (s->to == ask->sweeps || is_enough(s, &out))
			break;
	}
	sum_up(s, &out);
	return out;
}
