#include "engine/estimate/latent.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/mixing.h"
#include "engine/estimate/special.h"

#define RUNGS_MOST 32
#define RUNG_STEP 0.72   /* of the people of one rung on the next */
#define RUNG_LEAST 6     /* people of the last rung */
#define TINY 1e-300      /* what stands for a chance of 0 */
#define UNSEEN_MOST 1e15 /* people: more are taken for so many */
#define REDRAWS 200      /* of the unseen until they lie below the cap */
#define FIRST_ROUND 500  /* sweeps after which the chains are first compared */
#define AGREE 1.01       /* R-hat that ends the rounds, together with: */
#define ENOUGH 400       /* effective draws */
#define LEFT_OUT 3       /* of the sweeps one in so many, from the start, is left out */
#define START_ALPHA 0.3
#define CHUNK 4 /* lists whose sets are worked out at once */
#define CHUNKS ((OVERLAP_LISTS + CHUNK - 1) / CHUNK)

struct chain;

/* What every chain works on. */
struct setting {
	const struct overlap *t;
	const struct latent_ask *ask;
	size_t rungs;
	int64_t *people;       /* rungs x cells: the people of each rung */
	int64_t *all;          /* by rung */
	double *all_draws;     /* chains x most sweeps */
	double *tried, *taken; /* swaps, by chain */
	struct chain *chains[LATENT_CHAINS];
	size_t from, to; /* sweeps of this round */
	double *draws;   /* chains x length: those that count */
	size_t length;
};

/* The model's unknowns on one rung; the people's classes are drawn anew in each sweep. */
struct state {
	double alpha;
	double share[LATENT_CLASSES]; /* of classes */
	double rate[LATENT_CLASSES][OVERLAP_LISTS], miss[LATENT_CLASSES][OVERLAP_LISTS];
	double missed[LATENT_CLASSES]; /* chance of a class to be on no list */
	double seen;                   /* chance to be on some list */
	double *by_class;              /* cells x classes: chance of class and pattern */
	double *cell;                  /* chance of a pattern */
	int64_t unseen;
};

/* Counts of a sweep. */
struct counts {
	int64_t class[LATENT_CLASSES];             /* people of each class */
	int64_t on[LATENT_CLASSES][OVERLAP_LISTS]; /* of those, on each list */
};

struct chain {
	const struct setting *s;
	struct chance chance;
	struct state rungs[RUNGS_MOST];
	size_t at[RUNGS_MOST]; /* which of the states is on a rung */
};

/* ---- chances ---- */

/* For each set of the lists from first on, CHUNK at most, the chance of a class to be on just
 * those. */
static void
work_out_chunk(const struct state *x, size_t class, size_t first, size_t lists, double *out)
{
	size_t end = first + CHUNK < lists ? first + CHUNK : lists;

	out[0] = 1;
	for (size_t j = first, sets = 1; j < end; j++, sets *= 2) {
		for (size_t m = 0; m < sets; m++) {
			out[m + sets] = out[m] * x->rate[class][j];
			out[m] *= x->miss[class][j];
		}
	}
}

/* The chances of a class and each pattern. */
static void
work_out_class(const struct setting *s, struct state *x, size_t class)
{
	double chances[CHUNKS][1 << CHUNK];
	size_t lists = s->t->lists, chunks = (lists + CHUNK - 1) / CHUNK;

	for (size_t i = 0; i < chunks; i++)
		work_out_chunk(x, class, i * CHUNK, lists, chances[i]);
	for (size_t c = 0; c < s->t->cell_count; c++) {
		double p = x->share[class];
		uint32_t on = s->t->cells[c].on;
		for (size_t i = 0; i < chunks; i++, on >>= CHUNK)
			p *= chances[i][on & ((1 << CHUNK) - 1)];
		p = p > TINY ? p : TINY;
		x->by_class[c * s->ask->classes + class] = p;
		x->cell[c] = class == 0 ? p : x->cell[c] + p;
	}
}

static void
work_out(const struct setting *s, struct state *x)
{
	size_t lists = s->t->lists, classes = s->ask->classes;

	x->seen = 0;
	for (size_t k = 0; k < classes; k++) {
		double some = 0; /* 1 - product of misses, without cancellation */
		x->missed[k] = 1;
		for (size_t j = 0; j < lists; j++) {
			some += x->rate[k][j] * (1 - some);
			x->missed[k] *= x->miss[k][j];
		}
		x->seen += x->share[k] * some;
		work_out_class(s, x, k);
	}
	x->seen = fmin(1, fmax(x->seen, TINY));
}

/* log of the chance that no more are unseen than the cap allows: a negative binomial's tail. */
static double
log_below_cap(const struct setting *s, const struct state *x, size_t rung)
{
	double n = (double)s->all[rung];

	if (s->ask->cap <= 0)
		return 0;
	return special_beta_log(n, floor(s->ask->cap * n) + 1, x->seen);
}

/*
 * How much likelier states x on a rung and y on the next would be the other way round, as a
 * logarithm; people's classes and the unseen are summed out.
 */
static double
gain_of_swap(const struct setting *s, const struct state *x, const struct state *y, size_t rung)
{
	size_t cells = s->t->cell_count;
	const int64_t *here = s->people + rung * cells, *next = here + cells;
	double more = (double)(s->all[rung] - s->all[rung + 1]),
	       sum = -more * log(y->seen / x->seen);

	for (size_t c = 0; c < cells; c++)
		if (here[c] != next[c])
			sum += (double)(here[c] - next[c]) * log(y->cell[c] / x->cell[c]);
	return sum + log_below_cap(s, y, rung) + log_below_cap(s, x, rung + 1) -
	    log_below_cap(s, x, rung) - log_below_cap(s, y, rung + 1);
}

/* ---- one sweep ---- */

static int64_t
draw_unseen(struct chain *c, const struct state *x, size_t rung)
{
	double n = (double)c->s->all[rung],
	       most = c->s->ask->cap > 0 ? c->s->ask->cap * n : UNSEEN_MOST;

	for (int i = 0; i < REDRAWS; i++) {
		double rate = chance_gamma(&c->chance, n) * (1 - x->seen) / x->seen;
		if (rate > UNSEEN_MOST)
			rate = UNSEEN_MOST;
		double unseen = (double)chance_poisson(&c->chance, rate);
		if (unseen <= most)
			return (int64_t)unseen;
	}
	return (int64_t)most;
}

static void
draw_classes(struct chain *c, struct state *x, size_t rung, struct counts *n)
{
	const struct overlap *t = c->s->t;
	const int64_t *people = c->s->people + rung * t->cell_count;
	size_t classes = c->s->ask->classes;
	double weights[LATENT_CLASSES];
	int64_t of_class[LATENT_CLASSES];

	memset(n, 0, sizeof(*n));
	for (size_t cell = 0; cell < t->cell_count; cell++) {
		if (people[cell] == 0)
			continue;
		chance_share(
		    &c->chance, people[cell], x->by_class + cell * classes, classes, of_class);
		for (size_t k = 0; k < classes; k++) {
			n->class[k] += of_class[k];
			for (uint32_t on = t->cells[cell].on; on != 0; on &= on - 1)
				n->on[k][__builtin_ctz(on)] += of_class[k];
		}
	}
	x->unseen = draw_unseen(c, x, rung);
	for (size_t k = 0; k < classes; k++)
		weights[k] = x->share[k] * x->missed[k] > TINY ? x->share[k] * x->missed[k] : TINY;
	chance_share(&c->chance, x->unseen, weights, classes, of_class);
	for (size_t k = 0; k < classes; k++)
		n->class[k] += of_class[k];
}

/* Lets two classes change places on the stick, shares staying where they are (Papaspiliopoulos
 * 2008). */
static void
swap_classes(struct chain *c, const struct state *x, struct counts *n)
{
	size_t classes = c->s->ask->classes;
	size_t i = (size_t)(chance_unit(&c->chance) * (double)classes);
	size_t j = (size_t)(chance_unit(&c->chance) * (double)classes);
	double gain = (double)(n->class[i] - n->class[j]) *
	    (log(fmax(x->share[j], TINY)) - log(fmax(x->share[i], TINY)));

	if (i == j || log(chance_unit(&c->chance)) >= gain)
		return;
	int64_t held = n->class[i];
	n->class[i] = n->class[j];
	n->class[j] = held;
	for (size_t l = 0; l < c->s->t->lists; l++) {
		held = n->on[i][l];
		n->on[i][l] = n->on[j][l];
		n->on[j][l] = held;
	}
}

static void
draw_rates(struct chain *c, struct state *x, const struct counts *n)
{
	for (size_t k = 0; k < c->s->ask->classes; k++) {
		for (size_t j = 0; j < c->s->t->lists; j++) {
			double on = (double)n->on[k][j], off = (double)(n->class[k] - n->on[k][j]);
			x->rate[k][j] = chance_beta(&c->chance, 1 + on, 1 + off, &x->miss[k][j]);
		}
	}
}

/*
 * Takes Beta(1 + here, alpha + behind) of the stick, whose log is *left. For a class without
 * anybody what stays is a uniform number to the power of 1 / (alpha + behind).
 */
static double
break_off(struct chain *c, double here, double behind, double *left)
{
	double before = *left;

	if (here == 0) {
		double stays = log(chance_unit(&c->chance)) / behind;
		*left += stays;
		return -exp(before) * expm1(stays);
	}
	double g = log(chance_gamma(&c->chance, 1 + here));
	double h = chance_log_gamma(&c->chance, behind), all = special_log_add(g, h);
	*left += h - all;
	return exp(before + g - all);
}

static void
break_stick(struct chain *c, struct state *x, const struct counts *n)
{
	size_t classes = c->s->ask->classes;
	double left = 0, behind = 0; /* log of the stick that is left; people of later classes */

	for (size_t k = 0; k < classes; k++)
		behind += (double)n->class[k];
	for (size_t k = 0; k + 1 < classes; k++) {
		behind -= (double)n->class[k];
		x->share[k] = break_off(c, (double)n->class[k], x -> alpha + behind, &left);
	}
	x->share[classes - 1] = exp(left);
}

/* log density of log alpha, the breaks of the stick integrated out. */
static double
log_alpha_density(const struct latent_ask *ask, const struct counts *n, double alpha)
{
	double log_alpha = log(alpha), sum = ask->a * log_alpha - ask->b * alpha,
	       behind = (double)n->class[ask->classes - 1];

	for (size_t k = ask->classes - 1; k-- > 0;) {
		double here = (double)n->class[k];
		if (here > 0)
			sum += log_alpha + special_lgamma(alpha + behind) -
			    special_lgamma(1 + alpha + behind + here);
		else if (behind > 0) /* and 0 where nobody is behind either */
			sum += log_alpha - log(alpha + behind);
		behind += here;
	}
	return sum;
}

/* Small steps and large ones: with one class in use alpha may be anything near 0, and must come
 * back. */
static void
draw_alpha(struct chain *c, struct state *x, const struct counts *n)
{
	static const double steps[] = {0.7, 4};
	double at = log_alpha_density(c->s->ask, n, x->alpha);

	for (size_t i = 0; i < LENGTH(steps); i++) {
		double alpha = x->alpha * exp(steps[i] * chance_normal(&c->chance));
		double there = log_alpha_density(c->s->ask, n, fmax(alpha, TINY));
		if (alpha > TINY && log(chance_unit(&c->chance)) < there - at) {
			x->alpha = alpha;
			at = there;
		}
	}
}

static void
sweep(struct chain *c, size_t rung)
{
	struct state *x = &c->rungs[c->at[rung]];
	struct counts n;

	draw_classes(c, x, rung, &n);
	swap_classes(c, x, &n);
	draw_rates(c, x, &n);
	draw_alpha(c, x, &n);
	break_stick(c, x, &n);
	work_out(c->s, x);
}

/* ---- a chain ---- */

/* Even pairs of rungs and odd ones take turns, so that states travel instead of wandering. */
static void
swap_rungs(struct chain *c, size_t number, size_t turn)
{
	for (size_t r = turn % 2; r + 1 < c->s->rungs; r += 2) {
		const struct state *x = &c->rungs[c->at[r]], *y = &c->rungs[c->at[r + 1]];
		double gain = gain_of_swap(c->s, x, y, r);
		c->s->tried[number]++;
		if (log(chance_unit(&c->chance)) >= gain)
			continue;
		c->s->taken[number]++;
		size_t held = c->at[r];
		c->at[r] = c->at[r + 1];
		c->at[r + 1] = held;
	}
}

/* Chains start with one class, with classes at random, or with one that is hardly ever seen. */
static void
start(struct chain *c, size_t number, size_t rung, double *room)
{
	struct state *x = &c->rungs[rung];
	size_t classes = c->s->ask->classes;

	*x = (struct state){
	    .alpha = START_ALPHA, .by_class = room, .cell = room + c->s->t->cell_count * classes};
	c->at[rung] = rung;
	for (size_t k = 0; k < classes; k++) {
		bool hidden = number % 3 == 2 && k == 1;
		x->share[k] = number % 3 == 0 ? (k == 0 ? 1 : TINY) : 1 / (double)classes;
		for (size_t j = 0; j < c->s->t->lists; j++) {
			double on = (double)overlap_on_all(c->s->t, UINT32_C(1) << j);
			double margin = on / (double)c->s->t->people;
			x->rate[k][j] = number % 3 == 0 ? margin / 2
			    : hidden                    ? 0.02 * chance_unit(&c->chance)
							: chance_unit(&c->chance);
			x->miss[k][j] = 1 - x->rate[k][j];
		}
	}
	work_out(c->s, x);
}

static struct chain *
start_chain(struct arena *a, const struct setting *s, size_t number)
{
	struct chain *c = ARENA_NEW(a, struct chain);

	c->s = s;
	c->chance = chance_start(s->ask->seed, number);
	for (size_t r = 0; r < s->rungs; r++)
		start(
		    c, number, r, ARENA_ARRAY(a, double, s->t->cell_count *(s->ask->classes + 1)));
	return c;
}

/* Sweeps s->from to s->to of one chain. */
static void
run_chain(void *arg, size_t number)
{
	const struct setting *s = arg;
	struct chain *c = s->chains[number];
	double *draws = s->all_draws + number * s->ask->sweeps;

	for (size_t i = s->from; i < s->to; i++) {
		for (size_t r = 0; r < s->rungs; r++)
			sweep(c, r);
		swap_rungs(c, number, i);
		draws[i] = (double)(s->t->people + draw_unseen(c, &c->rungs[c->at[0]], 0));
	}
}

static void
build_ladder(struct arena *a, struct setting *s)
{
	size_t cells = s->t->cell_count;
	double share = 1;

	s->people = ARENA_ARRAY(a, int64_t, RUNGS_MOST * cells);
	s->all = ARENA_ARRAY(a, int64_t, RUNGS_MOST);
	for (s->rungs = 0; s->rungs < RUNGS_MOST; share *= RUNG_STEP) {
		int64_t *row = s->people + s->rungs * cells, all = 0;
		for (size_t c = 0; c < cells; c++) {
			row[c] = llround(share * (double)s->t->cells[c].people);
			all += row[c];
		}
		if (all < RUNG_LEAST && s->rungs > 0)
			break;
		s->all[s->rungs++] = all;
	}
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
	size_t first = s->to / LEFT_OUT, count;

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
	double tried = 0, taken = 0;

	for (size_t i = 0; i < count; i++) {
		logs[i] = log_unseen(s->t, s->draws[i]);
		sorted[i] = s->draws[i];
		out->mean += s->draws[i] / (double)count;
	}
	for (size_t c = 0; c < LATENT_CHAINS; c++) {
		tried += s->tried[c];
		taken += s->taken[c];
	}
	out->people = s->draws;
	out->length = s->length;
	out->rungs = s->rungs;
	out->swaps = tried > 0 ? taken / tried : 1;
	special_sort(sorted, count);
	special_sort(logs, count);
	out->sorted = sorted;
	out->low = special_sample_quantile(sorted, count, 0.025);
	out->median = special_sample_quantile(sorted, count, 0.5);
	out->high = special_sample_quantile(sorted, count, 0.975);
	find_modes(a, s, logs, out);
}

struct latent
latent_draw(struct arena *a, const struct overlap *t, const struct latent_ask *ask)
{
	struct setting *s = ARENA_NEW(a, struct setting);
	struct latent out = {.people = NULL};

	assert(t->lists >= 2 && ask->classes >= 1 && ask->classes <= LATENT_CLASSES);
	*s = (struct setting){.t = t,
	    .ask = ask,
	    .all_draws = ARENA_ARRAY(a, double, LATENT_CHAINS * ask->sweeps),
	    .tried = ARENA_ARRAY(a, double, LATENT_CHAINS),
	    .taken = ARENA_ARRAY(a, double, LATENT_CHAINS)};
	build_ladder(a, s);
	for (size_t c = 0; c < LATENT_CHAINS; c++)
		s->chains[c] = start_chain(a, s, c);
	for (s->to = FIRST_ROUND;; s->from = s->to, s->to *= 2) {
		s->to = s->to < ask->sweeps ? s->to : ask->sweeps;
		hands_each(ask->hands, LATENT_CHAINS, run_chain, s);
		compare(a, s, &out);
		if (s->to == ask->sweeps || (out.rhat <= AGREE && out.ess >= ENOUGH))
			break;
	}
	sum_up(a, s, &out);
	return out;
}
