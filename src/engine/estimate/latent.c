#include "engine/estimate/latent.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/mixing.h"
#include "engine/estimate/mixture.h"
#include "engine/estimate/special.h"

#define RUNGS_MOST 48
#define RUNGS_BY_LOG 2.5 /* rungs for each e-fold of people, beside: */
#define RUNGS_LEAST 3
#define LEANS 2.0        /* the prior leans wholly from a half of the likelihood on */
#define SPACINGS 3       /* times that the rungs are spaced anew, before draws count */
#define SPACING_ROUND 15 /* sweeps before the first time; doubled each time */
#define UNSEEN_MOST 1e15 /* people: more are taken for so many */
#define REDRAWS 200      /* of the unseen until they lie below the cap */
#define FIRST_ROUND 150  /* sweeps after which the chains are first compared */
#define AGREE 1.01       /* R-hat that ends the rounds, together with: */
#define ENOUGH 2000.0    /* effective draws, of all tables that are pooled; but of each: */
#define ENOUGH_LEAST 400.0
#define USUAL ((size_t)128 * 7) /* patterns times lists, up to which a sweep is cheap */
#define SWEEPS_LEAST 200
#define LEFT_OUT 3 /* of the sweeps one in so many, from the start, is left out */
#define LEAPS 8    /* of a sweep, on rungs down to: */
#define LEAPS_HEAT 0.55
#define LEARN_FIRST 300  /* sweeps after which chains that do not agree learn where to leap, */
#define LEARN_LAST 600   /* and after which for the last time */
#define LEARN_APART 1.02 /* R-hat of chains that are left without leaps */
#define LEARN_POINTS 625 /* of a chain at most */

/* Swaps between a rung and the next. */
struct swaps {
	double tried, taken; /* taken: chances to be taken, added up */
};

struct chain {
	struct chance chance;
	struct mixture *rungs[RUNGS_MOST];
	struct swaps swaps[RUNGS_MOST];
	double *points; /* that leaps are learned from */
	size_t point_count;
};

/* What every chain works on. */
struct setting {
	const struct overlap *t;
	const struct latent_ask *ask;
	struct mixture_model model;
	size_t rungs;
	double heat[RUNGS_MOST]; /* powers of the likelihood: from 1 to 0, the prior */
	double *all_draws;       /* chains x most sweeps; while rungs are spaced none is kept */
	bool spaced;
	struct chain *chains[LATENT_CHAINS];
	size_t from, to;           /* sweeps of this round */
	size_t dims;               /* of a point; 0: too few classes for leaps */
	const struct bells *bells; /* where leaps lead; NULL: nowhere yet */
	size_t learned;            /* sweeps before: where leaps lead hangs on them */
	double *draws;             /* chains x length: those that count */
	size_t length;
};

/* ---- a chain ---- */

/* From its posterior under the state, a negative binomial, below the cap. */
static int64_t
draw_unseen(const struct setting *s, struct chain *c)
{
	double n = (double)s->t->people, seen = mixture_seen(c->rungs[0]);
	double most = s->ask->cap > 0 ? s->ask->cap * n : UNSEEN_MOST;

	for (int i = 0; i < REDRAWS; i++) {
		double rate = chance_gamma(&c->chance, n) * (1 - seen) / seen;
		if (rate > UNSEEN_MOST)
			rate = UNSEEN_MOST;
		double unseen = (double)chance_poisson(&c->chance, rate);
		if (unseen <= most)
			return (int64_t)unseen;
	}
	return (int64_t)most;
}

static struct mixture_heat
heat_of(const struct setting *s, size_t rung)
{
	double likelihood = s->heat[rung];

	return (struct mixture_heat){likelihood, fmin(1, LEANS * (1 - likelihood))};
}

/* Even pairs of rungs and odd ones take turns, so that states travel instead of wandering. */
static void
swap_rungs(const struct setting *s, struct chain *c, size_t turn)
{
	for (size_t r = turn % 2; r + 1 < s->rungs; r += 2) {
		struct mixture *x = c->rungs[r], *y = c->rungs[r + 1];
		struct mixture_heat here = heat_of(s, r), next = heat_of(s, r + 1);
		double gain =
		    (here.likelihood - next.likelihood) * (mixture_fit(y) - mixture_fit(x)) +
		    (here.lean - next.lean) * (mixture_lean(y) - mixture_lean(x));
		c->swaps[r].tried++;
		c->swaps[r].taken += exp(fmin(0, gain));
		if (log(chance_unit(&c->chance)) >= gain)
			continue;
		c->rungs[r] = y;
		c->rungs[r + 1] = x;
	}
}

static struct chain *
start_chain(struct arena *a, const struct setting *s, size_t number)
{
	struct chain *c = ARENA_NEW(a, struct chain);

	c->chance = chance_start(s->ask->seed, number);
	c->points = ARENA_ARRAY(a, double, LEARN_POINTS * s->dims);
	for (size_t r = 0; r < s->rungs; r++) {
		c->rungs[r] = mixture_new(a, &s->model);
		mixture_draw(c->rungs[r], &c->chance);
	}
	return c;
}

/* How many rungs have leaps, or will have them. */
static size_t
leaping(const struct setting *s)
{
	size_t rungs = 0;

	while (rungs < s->rungs && s->heat[rungs] >= LEAPS_HEAT)
		rungs++;
	return rungs;
}

/* Is every so-many-th state of the round kept, so that all of them have room? */
static bool
is_kept(const struct setting *s, size_t sweep)
{
	size_t states = (s->to - s->from) * leaping(s);

	if (s->dims == 0 || !s->spaced || s->to > LEARN_LAST)
		return false;
	return sweep % (1 + states / LEARN_POINTS) == 0;
}

/* Leaps, and keeps what leaps are learned from. */
static void
leap(const struct setting *s, struct chain *c, size_t sweep)
{
	bool kept = is_kept(s, sweep);

	for (size_t r = 0; r < leaping(s); r++) {
		if (s->bells != NULL)
			mixture_leap(c->rungs[r], heat_of(s, r), s->bells, LEAPS, &c->chance);
		if (kept && c->point_count < LEARN_POINTS)
			c->point_count +=
			    mixture_point(c->rungs[r], c->points + c->point_count * s->dims);
	}
}

/* Sweeps s->from to s->to of one chain. */
static void
run_chain(void *arg, size_t number)
{
	const struct setting *s = arg;
	struct chain *c = s->chains[number];
	double *draws = s->all_draws + number * s->ask->sweeps;

	memset(c->swaps, 0, sizeof(c->swaps));
	c->point_count = 0;
	for (size_t i = s->from; i < s->to; i++) {
		/* The lower half wanders faster, and half the time. */
		size_t rungs = i % 2 == 0 ? s->rungs - 1 : s->rungs / 2;
		for (size_t r = 0; r < rungs; r++)
			mixture_sweep(c->rungs[r], heat_of(s, r), &c->chance);
		leap(s, c, i);
		mixture_draw(c->rungs[s->rungs - 1], &c->chance);
		swap_rungs(s, c, i);
		if (s->spaced)
			draws[i] = (double)(s->t->people + draw_unseen(s, c));
	}
}

/* ---- the ladder ---- */

static void
build_ladder(struct setting *s)
{
	double n = (double)s->t->people, rungs = RUNGS_LEAST + RUNGS_BY_LOG * log(n);

	s->rungs = (size_t)fmin(RUNGS_MOST, rungs);
	for (size_t r = 0; r + 1 < s->rungs; r++)
		s->heat[r] = pow(n, -(double)r / (double)(s->rungs - 2));
	s->heat[s->rungs - 1] = 0;
}

/* How often swaps of that rung and the next were refused, in all chains. */
static double
refused(const struct setting *s, size_t rung)
{
	double tried = 0, taken = 0;

	for (size_t c = 0; c < LATENT_CHAINS; c++) {
		tried += s->chains[c]->swaps[rung].tried;
		taken += s->chains[c]->swaps[rung].taken;
	}
	return tried > 0 ? 1 - taken / tried : 0;
}

/* The power that lies a part of the way from one rung to the next. */
static double
heat_between(const struct setting *s, size_t rung, double part)
{
	if (s->heat[rung + 1] > 0)
		return s->heat[rung] * pow(s->heat[rung + 1] / s->heat[rung], part);
	return s->heat[rung] * (1 - part);
}

#define REFUSED_LEAST 0.01 /* so that no rungs fall together */

/* Spaces the rungs so that each pair refuses as many swaps (Syed and others 2022). */
static void
space_rungs(struct setting *s)
{
	double beyond[RUNGS_MOST] = {0}, heat[RUNGS_MOST];
	size_t last = s->rungs - 1, r = 0;

	for (size_t i = 0; i < last; i++)
		beyond[i + 1] = beyond[i] + fmax(REFUSED_LEAST, refused(s, i));
	for (size_t i = 1; i < last; i++) {
		double wanted = beyond[last] * (double)i / (double)last;
		while (beyond[r + 1] < wanted)
			r++;
		heat[i] = heat_between(s, r, (wanted - beyond[r]) / (beyond[r + 1] - beyond[r]));
	}
	for (size_t i = 1; i < last; i++)
		s->heat[i] = heat[i];
}

/* ---- hills ---- */

#define BINS 128
#define GRAIN 50        /* so many-th part of the people seen: the grain of the scale of modes */
#define SMOOTH 0.6      /* of Silverman's (1986) bandwidth, which flattens valleys */
#define VALLEY 0.7      /* of the lower hill: a shallower valley parts nothing */
#define MASS_LEAST 0.03 /* of the draws */

/* Density of the log of the unseen by bin, as a sum of bells. */
struct density {
	double low, step;
	double at[BINS];
};

/* A scale on which few unseen do not stand apart one by one. */
static double
log_unseen(const struct overlap *t, double people)
{
	double n = (double)t->people;

	return log(people - n + 1 + n / GRAIN);
}

static void
smooth(const double *logs, size_t count, struct density *d)
{
	double mean = 0, squares = 0, counts[BINS] = {0};

	d->low = logs[0];
	d->step = (logs[count - 1] - logs[0]) / (BINS - 1);
	for (size_t i = 0; i < count; i++) {
		mean += logs[i] / (double)count;
		counts[d->step > 0 ? (size_t)((logs[i] - d->low) / d->step) : 0] += 1;
	}
	for (size_t i = 0; i < count; i++)
		squares += (logs[i] - mean) * (logs[i] - mean);
	double sd = sqrt(squares / (double)count);
	double quarter = (logs[3 * count / 4] - logs[count / 4]) / 1.34;
	double width =
	    SMOOTH * 0.9 * fmin(sd, quarter > 0 ? quarter : sd) * pow((double)count / 10, -0.2);
	for (size_t i = 0; i < BINS; i++) {
		d->at[i] = 0;
		for (size_t j = 0; j < BINS; j++) {
			double z = d->step * ((double)i - (double)j) / fmax(width, d->step);
			d->at[i] += d->step > 0 ? counts[j] * exp(-z * z / 2) : counts[j];
		}
	}
}

/* The lowest bin between two others. */
static size_t
valley_between(const struct density *d, size_t from, size_t to)
{
	size_t lowest = from;

	for (size_t i = from; i <= to; i++)
		if (d->at[i] < d->at[lowest])
			lowest = i;
	return lowest;
}

/*
 * The tops of hills, in order: of two that no deep valley parts the lower one goes.
 */
static size_t
find_tops(const struct density *d, size_t *tops)
{
	size_t n = 0;

	for (size_t i = 0; i < BINS; i++) {
		bool rises = i == 0 || d->at[i] > d->at[i - 1];
		bool falls = i + 1 == BINS || d->at[i] >= d->at[i + 1];
		if (!rises || !falls)
			continue;
		bool is_new = true;
		while (n > 0 && is_new) {
			double valley = d->at[valley_between(d, tops[n - 1], i)];
			if (valley < VALLEY * fmin(d->at[tops[n - 1]], d->at[i]))
				break;
			is_new = d->at[i] > d->at[tops[n - 1]];
			n -= is_new;
		}
		if (is_new)
			tops[n++] = i;
	}
	return n;
}

/* Where a hill ends: the valley after it, or beyond everything. */
static double
end_of(const struct density *d, const size_t *tops, size_t n, size_t i)
{
	if (i + 1 == n)
		return (double)INFINITY;
	return d->low + d->step * ((double)valley_between(d, tops[i], tops[i + 1]) + 0.5);
}

/* The draws in (low, high] as a hill; the mass may be too little to speak of. */
static struct latent_mode
mode_between(struct arena *a, const struct setting *s, double low, double high)
{
	size_t length = s->length, count = LATENT_CHAINS * length;
	double *inside = ARENA_ARRAY(a, double, count);
	struct latent_mode m = {.low = (double)INFINITY};

	for (size_t i = 0; i < count; i++) {
		double at = log_unseen(s->t, s->draws[i]);
		inside[i] = at > low && at <= high;
		m.mass += inside[i] / (double)count;
		if (inside[i] > 0 && s->draws[i] < m.low)
			m.low = s->draws[i];
		if (inside[i] > 0 && s->draws[i] > m.high)
			m.high = s->draws[i];
	}
	m.ess = mixing_ess(a, inside, LATENT_CHAINS, length);
	return m;
}

static void
find_modes(struct arena *a, const struct setting *s, const double *logs, struct latent *out)
{
	struct density *d = ARENA_NEW(a, struct density);
	size_t tops[BINS];
	double low = (double)-INFINITY;

	smooth(logs, LATENT_CHAINS * s->length, d);
	size_t n = find_tops(d, tops);
	for (size_t i = 0; i < n && out->mode_count < LATENT_MODES; i++) {
		struct latent_mode m = mode_between(a, s, low, end_of(d, tops, n, i));
		if (m.mass < MASS_LEAST && i + 1 < n)
			continue;
		low = end_of(d, tops, n, i);
		m.top = (double)s->t->people * (1 - 1.0 / GRAIN) - 1 +
		    exp(d->low + d->step * (double)tops[i]);
		if (m.mass >= MASS_LEAST)
			out->modes[out->mode_count++] = m;
	}
}

/* ---- all chains ---- */

/* Takes the draws that count, and says how well the chains agree on them. */
static void
compare(struct arena *a, struct setting *s, struct latent *out)
{
	size_t first = s->to / LEFT_OUT > s->learned ? s->to / LEFT_OUT : s->learned, count;

	s->length = s->to - first;
	count = LATENT_CHAINS * s->length;
	s->draws = ARENA_ARRAY(a, double, count);
	double *logs = ARENA_ARRAY(a, double, count);
	for (size_t c = 0; c < LATENT_CHAINS; c++)
		memcpy(s->draws + c * s->length, s->all_draws + c * s->ask->sweeps + first,
		    s->length * sizeof(*logs));
	for (size_t i = 0; i < count; i++)
		logs[i] = log_unseen(s->t, s->draws[i]);
	out->rhat = mixing_rhat(a, logs, LATENT_CHAINS, s->length);
	out->ess = mixing_ess(a, logs, LATENT_CHAINS, s->length);
}

static void
sum_up(struct arena *a, const struct setting *s, struct latent *out)
{
	size_t count = LATENT_CHAINS * s->length;
	double *logs = ARENA_ARRAY(a, double, count), *sorted = ARENA_ARRAY(a, double, count);

	for (size_t i = 0; i < count; i++) {
		logs[i] = log_unseen(s->t, s->draws[i]);
		sorted[i] = s->draws[i];
		out->mean += s->draws[i] / (double)count;
	}
	out->swaps = 1;
	for (size_t r = 0; r + 1 < s->rungs; r++)
		out->swaps -= refused(s, r) / (double)(s->rungs - 1);
	out->people = s->draws;
	out->length = s->length;
	out->rungs = s->rungs;
	special_sort(sorted, count);
	special_sort(logs, count);
	out->sorted = sorted;
	out->low = special_sample_quantile(sorted, count, 0.025);
	out->median = special_sample_quantile(sorted, count, 0.5);
	out->high = special_sample_quantile(sorted, count, 0.975);
	find_modes(a, s, logs, out);
}

/* Learns from this round where to leap; what was drawn before does not count then. */
static void
learn(struct arena *a, struct setting *s)
{
	size_t count = 0;
	double *points = ARENA_ARRAY(a, double, s->dims *LATENT_CHAINS *LEARN_POINTS);
	struct chance chance = chance_start(s->ask->seed, LATENT_CHAINS + s->to);

	for (size_t i = 0; i < LATENT_CHAINS; i++) {
		const struct chain *c = s->chains[i];
		memcpy(points + count * s->dims, c->points,
		    c->point_count * s->dims * sizeof(*points));
		count += c->point_count;
	}
	if (count <= s->dims)
		return;
	s->bells = bells_fit(a, points, count, s->dims, &chance);
	s->learned = s->to;
}

size_t
latent_sweeps(const struct overlap *t, size_t sweeps)
{
	size_t work = t->cell_count * t->lists;
	size_t fewer = work > USUAL ? sweeps * USUAL / work : sweeps;
	size_t least = sweeps < SWEEPS_LEAST ? sweeps : SWEEPS_LEAST;

	return fewer > least ? fewer : least;
}

struct latent
latent_draw(struct arena *a, const struct overlap *t, const struct latent_ask *ask)
{
	struct setting *s = ARENA_NEW(a, struct setting);
	struct latent out = {.people = NULL};

	assert(t->lists >= 2);
	*s = (struct setting){.t = t,
	    .ask = ask,
	    .model = mixture_model_of(a, t, ask->classes, ask->a, ask->b, ask->cap),
	    .all_draws = ARENA_ARRAY(a, double, LATENT_CHAINS * ask->sweeps)};
	s->dims = mixture_dims(&s->model);
	build_ladder(s);
	for (size_t c = 0; c < LATENT_CHAINS; c++)
		s->chains[c] = start_chain(a, s, c);
	for (size_t i = 0; i < SPACINGS; i++) {
		s->to = (size_t)SPACING_ROUND << i;
		hands_each(ask->hands, LATENT_CHAINS, run_chain, s);
		space_rungs(s);
	}
	s->spaced = true;
	double enough = fmax(ENOUGH_LEAST, ENOUGH / fmax(1, (double)ask->pooled));
	for (s->to = FIRST_ROUND;; s->from = s->to, s->to *= 2) {
		s->to = s->to < ask->sweeps ? s->to : ask->sweeps;
		hands_each(ask->hands, LATENT_CHAINS, run_chain, s);
		compare(a, s, &out);
		if (s->to == ask->sweeps || (out.rhat <= AGREE && out.ess >= enough))
			break;
		if (s->dims > 0 && s->to >= LEARN_FIRST && s->to <= LEARN_LAST &&
		    2 * s->to <= ask->sweeps && out.rhat > LEARN_APART)
			learn(a, s);
	}
	sum_up(a, s, &out);
	return out;
}
