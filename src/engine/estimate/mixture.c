#include "engine/estimate/mixture_inside.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/estimate/special.h"

#define MOVES 12             /* of a sweep, by list */
#define TINY 1e-300          /* what stands for a chance of 0 */
#define WIDE 4               /* numbers of the widest register */
#define CERTAIN 9            /* standard errors below the cap from which on nothing reaches it */
#define HOPELESS (-1e6)      /* log of a chance that is not worked out more exactly */
#define ALPHA_LEAST (-600.0) /* of the log of alpha */
#define SHIFT_MOST 690       /* of the log of a share in one move */
#define FURTHER 0.55         /* chance to look for a class further behind on the stick */
#define LEANING 0.5          /* share of the leaning prior's rates that are seldom: */
#define SELDOM (-3.5)        /* log odds of such a rate, and their spread */
#define SPREAD 1.7
#define ROOT_2PI 2.50662827463100050
#define STEPS 4 /* sizes of steps */
#define CHUNK 4 /* lists whose sets are worked out at once */
#define CHUNKS ((OVERLAP_LISTS + CHUNK - 1) / CHUNK)

/* What is compiled for each width of registers. */
#define INSIDE static inline __attribute__((always_inline))

/* ---- what a state is worth ---- */

struct mixture_model
mixture_model_of(struct arena *a, const struct overlap *t, size_t classes, double prior_a,
    double prior_b, double cap)
{
	size_t cells = (t->cell_count + WIDE - 1) / WIDE * WIDE;
	double *people = ARENA_ARRAY(a, double, cells);

	assert(classes >= 1 && classes <= MIXTURE_CLASSES);
	for (size_t c = 0; c < t->cell_count; c++)
		people[c] = (double)t->cells[c].people;
	return (struct mixture_model){t, classes, prior_a, prior_b, cap, cells, people};
}

/* For each set of the lists from first on, CHUNK at most, the chance to be on just those. */
static void
work_out_chunk(const struct class *k, size_t first, size_t lists, double *out)
{
	size_t end = first + CHUNK < lists ? first + CHUNK : lists;

	out[0] = 1;
	for (size_t j = first, sets = 1; j < end; j++, sets *= 2) {
		for (size_t m = 0; m < sets; m++) {
			out[m + sets] = out[m] * k->rate[j];
			out[m] *= k->miss[j];
		}
	}
}

void
mixture_work_out(const struct mixture_model *m, struct class *k)
{
	double chances[CHUNKS][1 << CHUNK];
	size_t lists = m->t->lists, chunks = (lists + CHUNK - 1) / CHUNK;

	k->some = 0; /* 1 - product of misses, without cancellation */
	for (size_t j = 0; j < lists; j++)
		k->some += k->rate[j] * (1 - k->some);
	for (size_t i = 0; i < chunks; i++)
		work_out_chunk(k, i * CHUNK, lists, chances[i]);
	for (size_t c = 0; c < m->t->cell_count; c++) {
		double p = 1;
		uint32_t on = m->t->cells[c].on;
		for (size_t i = 0; i < chunks; i++, on >>= CHUNK)
			p *= chances[i][on & ((1 << CHUNK) - 1)];
		k->chance[c] = p;
	}
}

/* The density of the log odds of rates that lean towards 0, which most are. */
static double
seldom_density(double odds)
{
	double z = (odds - SELDOM) / SPREAD;

	return exp(-z * z / 2) / (SPREAD * ROOT_2PI);
}

void
mixture_set_odds(struct class *k, size_t list, double odds)
{
	k->odds[list] = odds;
	k->rate[list] = 1 / (1 + exp(-odds));
	k->miss[list] = 1 / (1 + exp(odds));
	k->lean[list] =
	    log(1 - LEANING + LEANING * seldom_density(odds) / (k->rate[list] * k->miss[list]));
}

/* log of a normal number > 0, within a few 1e-16: its power of 2, and a series of the rest. */
INSIDE double
log_of(double x)
{
	const uint64_t root_half = 0x3fe6a09e667f3bcd, bias = UINT64_C(1024) << 52;
	uint64_t bits, power, rest, whole;
	double m, twos;

	memcpy(&bits, &x, sizeof(bits));
	power = bits - root_half + bias;
	rest = bits - ((power & UINT64_C(0xfff) << 52) - bias);
	whole = power >> 52 | UINT64_C(0x433) << 52; /* added to 2^52 */
	memcpy(&m, &rest, sizeof(m));
	memcpy(&twos, &whole, sizeof(twos));
	twos -= 0x1p52 + 1024;
	double s = (m - 1) / (m + 1), z = s * s;
	double high = 1.0 / 13 + z * (1.0 / 15 + z * (1.0 / 17 + z * (1.0 / 19 + z / 21)));
	double sum =
	    1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * (1.0 / 11 + z * high))));
	return twos * 0.693147180559945309417 + 2 * (s + s * z * sum);
}

/* Fills in the chances of patterns; returns the sum of people times the log of theirs. */
INSIDE double
add_up(const struct mixture_model *m, const struct stick *s, const struct class *const *classes)
{
	double *restrict cell = s->cell;
	const double *restrict people = m->people;
	double side[WIDE] = {0};

	for (size_t c = 0; c < m->cells; c++)
		cell[c] = TINY;
	for (size_t k = 0; k < m->classes; k++) {
		const double *restrict chance = classes[k]->chance;
		double share = s->share[k];
		for (size_t c = 0; c < m->cells; c++)
			cell[c] += share * chance[c];
	}
	for (size_t c = 0; c < m->cells; c += WIDE)
		for (size_t i = 0; i < WIDE; i++)
			side[i] += people[c + i] * log_of(cell[c + i]);
	return (side[0] + side[1]) + (side[2] + side[3]);
}

static double
add_up_narrow(
    const struct mixture_model *m, const struct stick *s, const struct class *const *classes)
{
	return add_up(m, s, classes);
}

/* As in weights.c: instructions are no system call. */
#if defined(__x86_64__)
__attribute__((target("avx2"))) static double
add_up_wide(
    const struct mixture_model *m, const struct stick *s, const struct class *const *classes)
{
	return add_up(m, s, classes);
}

static bool
is_wide(void)
{
	return __builtin_cpu_supports("avx2");
}
#else
#define add_up_wide add_up_narrow

static bool
is_wide(void)
{
	return false;
}
#endif

/* log of the chance that no more are unseen than the cap allows: a negative binomial's tail. */
static double
log_below_cap(const struct mixture_model *m, double seen)
{
	double n = (double)m->t->people, most = m->cap * n;

	if (m->cap <= 0 || most - n * (1 - seen) / seen > CERTAIN * sqrt(n * (1 - seen)) / seen)
		return 0;
	return fmax(HOPELESS, special_beta_log(n, floor(most) + 1, seen));
}

/* The class as it is proposed. */
static const struct class *
proposed(const struct mixture *x, size_t class)
{
	for (size_t i = 0; i < x->changes; i++)
		if (x->changed[i] == class)
			return x->instead[i];
	return x->class[class];
}

/* Weighs what is proposed. */
static void
weigh(struct mixture *x)
{
	const struct class *classes[MIXTURE_CLASSES];
	struct stick *s = x->next;
	double n = (double)x->m->t->people;

	s->seen = 0;
	for (size_t k = 0; k < x->m->classes; k++) {
		classes[k] = proposed(x, k);
		s->seen += s->share[k] * classes[k]->some;
	}
	s->seen = fmin(1, fmax(s->seen, TINY));
	s->fit = (is_wide() ? add_up_wide : add_up_narrow)(x->m, s, classes) - n * log(s->seen) +
	    log_below_cap(x->m, s->seen);
}

static void
share_out(const struct mixture_model *m, struct stick *s)
{
	double left = 0;

	for (size_t k = 0; k + 1 < m->classes; k++) {
		s->share[k] = -exp(left) * expm1(-s->broken[k]);
		left -= s->broken[k];
	}
	s->share[m->classes - 1] = exp(left);
}

/* ---- proposals ---- */

void
mixture_begin(struct mixture *x)
{
	size_t bytes = x->m->classes * sizeof(double);

	x->next->log_alpha = x->now->log_alpha;
	memcpy(x->next->broken, x->now->broken, bytes);
	memcpy(x->next->share, x->now->share, bytes);
	x->changes = 0;
	x->gain = 0;
	x->hold = NULL;
}

static void
take_over(struct mixture *x)
{
	struct stick *held = x->now;

	x->now = x->next;
	x->next = held;
	for (size_t i = 0; i < x->changes; i++) {
		struct class *old = x->class[x->changed[i]];
		x->class[x->changed[i]] = x->instead[i];
		x->instead[i] = old;
	}
}

/* Steps are sized by the state, and the way back has other sizes: what that changes. */
static void
settle_step(struct mixture *x)
{
	if (x->hold == NULL)
		return;
	size_t k = x->class_of_step;
	double before = x->hold(x, x->now, x->class[k], k, x -> list);
	double after = x->hold(x, x->next, proposed(x, k), k, x->list);
	x->gain += (log(after / before) - x->size * x->size * (after - before)) / 2;
}

bool
mixture_judge(struct mixture *x, struct chance *c)
{
	if (!(x->gain > (double)-INFINITY))
		return false;
	weigh(x);
	settle_step(x);
	double gain = x->gain + x->heat.likelihood * (x->next->fit - x->now->fit);
	bool taken = gain >= 0 || chance_unit(c) < exp(gain);
	if (taken)
		take_over(x);
	return taken;
}

/* Those at the start of the stick, which have most people, are looked at most. */
static size_t
some_class(const struct mixture_model *m, struct chance *c)
{
	size_t k = 0;

	while (k + 1 < m->classes && chance_unit(c) < FURTHER)
		k++;
	return k;
}

/* How many people of a class are seen, as the state has it, by the power of the likelihood. */
static double
seen_of(const struct mixture *x, const struct stick *s, const struct class *k, size_t class)
{
	double n = (double)x->m->t->people;

	return x->heat.likelihood * n * s->share[class] * k->some / s->seen;
}

/* What holds a rate: how many of the class are on the list. */
static double
hold_rate(const struct mixture *x, const struct stick *s, const struct class *k, size_t class,
    size_t list)
{
	return 1 + seen_of(x, s, k, class) * k->rate[list] * k->miss[list] / k->some;
}

/* What holds the level of rates: how many of the class are on two lists. */
static double
hold_level(const struct mixture *x, const struct stick *s, const struct class *k, size_t class,
    size_t list)
{
	double sum = 0, squares = 0;

	(void)list;
	for (size_t j = 0; j < x->m->t->lists; j++) {
		sum += k->rate[j];
		squares += k->rate[j] * k->rate[j];
	}
	return 1 + seen_of(x, s, k, class) * (sum * sum - squares) / 2 / k->some;
}

/* What holds a break: how many are of the class, or how few of all others. */
static double
hold_break(const struct mixture *x, const struct stick *s, const struct class *k, size_t class,
    size_t list)
{
	double seen = seen_of(x, s, k, class);

	(void)list;
	return 1 + seen * (1 - s->share[class] * k->some / s->seen);
}

/* A step of about what holds it allows, or of less or far more. */
static double
step(struct mixture *x, struct chance *c, size_t class, size_t list,
    double (*hold)(
	const struct mixture *, const struct stick *, const struct class *, size_t, size_t))
{
	static const double sizes[STEPS] = {0.8, 2, 5, 15};
	size_t i = (size_t)(chance_unit(c) * STEPS);

	x->hold = hold;
	x->class_of_step = class;
	x->list = list;
	x->size = chance_normal(c) / sqrt(hold(x, x->now, x->class[class], class, list));
	return sizes[i] * x->size;
}

/* Puts a copy of a class in its place, to be changed. */
static struct class *
change(struct mixture *x, size_t class)
{
	struct class *k = x->instead[0], *old = x->class[class];
	size_t bytes = x->m->t->lists * sizeof(double);

	memcpy(k->odds, old->odds, bytes);
	memcpy(k->rate, old->rate, bytes);
	memcpy(k->miss, old->miss, bytes);
	memcpy(k->lean, old->lean, bytes);
	x->changed[0] = class;
	x->changes = 1;
	return k;
}

/* New log odds of a list; a uniform rate's have the density rate x miss. */
static void
change_odds(struct mixture *x, size_t list, double odds)
{
	struct class *k = x->instead[0];

	if (fabs(odds) > MIXTURE_ODDS_MOST) {
		x->gain = (double)-INFINITY;
		return;
	}
	double before = k->rate[list] * k->miss[list], lean = k->lean[list];
	mixture_set_odds(k, list, odds);
	x->gain +=
	    log(k->rate[list] * k->miss[list] / before) + x->heat.lean * (k->lean[list] - lean);
}

/* A break that takes so much of what was there, exactly too where that is nothing or everything. */
static double
broken(double taken, double otherwise)
{
	return fmax(TINY, taken < 0.5 ? -log1p(-taken) : otherwise);
}

/*
 * With z(l) what it adds to the stick from break l on, in parts of it, the density of shares times
 * the Jacobian changes by more - (1 + alpha) log(1 + z(0)) - the sum of log(1 + z(l)) for l = 1 to
 * the class, and by alpha more where the class is what the last break leaves.
 */
void
mixture_resize(struct mixture *x, size_t class, double more)
{
	struct stick *s = x->next;
	size_t last = x->m->classes - 1;
	double alpha = exp(s->log_alpha), grows = expm1(more);

	if (!(fabs(more) < SHIFT_MOST)) {
		x->gain = (double)-INFINITY;
		return;
	}
	double part = class == last ? 1 : -expm1(-s->broken[class]), z = log1p(grows * part);
	if (class < last)
		s->broken[class] = broken(part * exp(more - z), s->broken[class] + z);
	x->gain += more + (class == last ? alpha * more : 0) - z;
	for (size_t l = class; l-- > 0;) {
		double taken = -expm1(-s->broken[l]), behind = z;
		part *= exp(-s->broken[l]); /* before it is broken anew */
		z = log1p(grows * part);
		s->broken[l] = broken(taken * exp(-z), s->broken[l] + z - behind);
		x->gain -= z;
	}
	x->gain -= alpha * z;
	double less = exp(-z);
	for (size_t k = 0; k <= last; k++)
		s->share[k] *= k == class ? exp(more - z) : less;
}

/* ---- moves ---- */

static void
move_rate(struct mixture *x, struct chance *c)
{
	size_t class = some_class(x->m, c);
	size_t list = (size_t)(chance_unit(c) * (double)x->m->t->lists);

	change(x, class);
	change_odds(x, list, x->instead[0]->odds[list] + step(x, c, class, list, hold_rate));
	mixture_work_out(x->m, x->instead[0]);
}

/* All rates of a class up or down, and its share the other way, so that as many of it are seen. */
static void
move_level(struct mixture *x, struct chance *c)
{
	size_t class = some_class(x->m, c);
	double size = step(x, c, class, 0, hold_level);

	change(x, class);
	for (size_t j = 0; j < x->m->t->lists; j++)
		change_odds(x, j, x->instead[0]->odds[j] + size);
	mixture_work_out(x->m, x->instead[0]);
	mixture_resize(x, class, log(x->class[class] -> some / x -> instead[0] -> some));
}

static void
move_break(struct mixture *x, struct chance *c)
{
	size_t class = some_class(x->m, c);

	if (class + 1 == x->m->classes)
		return;
	double more = step(x, c, class, 0, hold_break), before = x->now->broken[class];
	x->next->broken[class] = fmax(TINY, before * exp(more));
	x->gain += more - exp(x->now->log_alpha) * (x->next->broken[class] - before);
	share_out(x->m, x->next);
}

/* alpha, the stick staying as it is broken in parts of it (Papaspiliopoulos and others 2007). */
static void
move_alpha(struct mixture *x, struct chance *c)
{
	double more = 2 * chance_normal(c), before = exp(x->now->log_alpha);

	x->next->log_alpha += more;
	x->gain += x->m->a * more - x->m->b * (exp(x->next->log_alpha) - before);
	if (x->next->log_alpha < ALPHA_LEAST)
		x->gain = (double)-INFINITY;
	for (size_t k = 0; k + 1 < x->m->classes; k++)
		x->next->broken[k] *= exp(-more);
	share_out(x->m, x->next);
}

/* alpha from its conditional, a gamma variable. */
static void
draw_alpha(struct mixture *x, struct chance *c)
{
	double sum = x->m->b, breaks = (double)x->m->classes - 1;

	for (size_t k = 0; k + 1 < x->m->classes; k++)
		sum += x->now->broken[k];
	x->now->log_alpha = fmax(ALPHA_LEAST, chance_log_gamma(c, x->m->a + breaks) - log(sum));
}

#define LITTLE 1e-100 /* a product that is taken into its logarithm before it runs out */
#define NEAR 1.0      /* log odds: how far a class that splits off lies from the other */
#define SMALLER 6.0   /* log of how much smaller the class that splits off is, and its spread */
#define SMALLER_BY 3.0

static double
log_normal_density(double x, double mean, double sd)
{
	double z = (x - mean) / sd;

	return -z * z / 2 - log(sd * ROOT_2PI);
}

/* log of how likely a class splits off with these rates from one with those. */
static double
log_split_density(const struct class *k, const struct class *from, size_t lists)
{
	double near = log(0.5), far = log(0.5), product = 1;

	for (size_t j = 0; j < lists; j++) {
		double uniform = k->rate[j] * k->miss[j];
		near += log_normal_density(k->odds[j], from->odds[j], NEAR);
		product *= (1 - LEANING) * uniform + LEANING * seldom_density(k->odds[j]);
		if (product < LITTLE || j + 1 == lists) {
			far += log(product);
			product = 1;
		}
	}
	return special_log_add(near, far);
}

static double
draw_leaning(struct chance *c)
{
	double u = chance_unit(c);

	return chance_unit(c) < LEANING ? SELDOM + SPREAD * chance_normal(c) : log(u / (1 - u));
}

static double
log_share(const struct mixture_model *m, const struct stick *s, size_t class)
{
	double left = 0;

	for (size_t k = 0; k < class; k++)
		left -= s->broken[k];
	return class + 1 == m->classes ? left : left + log(-expm1(-s->broken[class]));
}

/* Gives a class new rates, and a share that it takes from another, or gives it. */
static void
move_split(struct mixture *x, struct chance *c)
{
	size_t class = some_class(x->m, c), from = some_class(x->m, c), lists = x->m->t->lists;
	bool near = chance_unit(c) < 0.5;

	if (class == from)
		return;
	const struct class *other = x->class[from];
	struct class *k = change(x, class);
	for (size_t j = 0; j < lists; j++)
		change_odds(
		    x, j, near ? other->odds[j] + NEAR * chance_normal(c) : draw_leaning(c));
	mixture_work_out(x->m, k);
	x->gain +=
	    log_split_density(x->class[class], other, lists) - log_split_density(k, other, lists);
	double own = log_share(x->m, x->now, class), others = log_share(x->m, x->now, from);
	double both = special_log_add(own, others);
	double ratio = SMALLER + SMALLER_BY * chance_normal(c);
	x->gain += log_normal_density(others - own, SMALLER, SMALLER_BY) -
	    log_normal_density(ratio, SMALLER, SMALLER_BY);
	mixture_resize(x, class, both - special_log_add(0, ratio) - own);
	mixture_resize(x, from, both - special_log_add(0, -ratio) - others);
	if (fmin(x->now->share[class], x->now->share[from]) < TINY)
		share_out(x->m, x->next);
}

/* Two neighbours on the stick change places with their shares: nobody's chances change. */
static void
change_places(struct mixture *x, struct chance *c)
{
	size_t i = some_class(x->m, c);
	struct stick *s = x->now;

	if (i + 1 >= x->m->classes)
		return;
	double t = s->broken[i], gain, first, second = 0;
	if (i + 2 == x->m->classes) {
		first = -log(-expm1(-t));
		gain = (exp(s->log_alpha) - 1) * (t - first);
	} else {
		first = -log1p(exp(-t) * expm1(-s->broken[i + 1]));
		second = t + s->broken[i + 1] - first;
		gain = first - t;
	}
	if (!(first > 0) || log(chance_unit(c)) >= gain)
		return;
	s->broken[i] = first;
	if (i + 2 < x->m->classes)
		s->broken[i + 1] = second;
	struct class *held = x->class[i];
	x->class[i] = x->class[i + 1];
	x->class[i + 1] = held;
	double share = s->share[i];
	s->share[i] = s->share[i + 1];
	s->share[i + 1] = share;
}

/* Moves in turn are drawn by their weights, of 100. */
static const struct {
	void (*propose)(struct mixture *x, struct chance *c);
	double weight;
} moves[] = {{move_rate, 46}, {move_split, 22}, {move_level, 16}, {move_break, 8}, {move_alpha, 2}};

static void
move(struct mixture *x, struct chance *c)
{
	double u = 100 * chance_unit(c);

	for (size_t i = 0; i < LENGTH(moves); i++) {
		if (u < moves[i].weight) {
			mixture_begin(x);
			moves[i].propose(x, c);
			mixture_judge(x, c);
			return;
		}
		u -= moves[i].weight;
	}
	if (u < 2)
		draw_alpha(x, c);
	else
		change_places(x, c);
}

/* ---- states ---- */

static struct class *
new_class(struct arena *a, const struct mixture_model *m)
{
	struct class *k = ARENA_NEW(a, struct class);

	k->chance = ARENA_ARRAY(a, double, m->cells);
	return k;
}

static struct stick *
new_stick(struct arena *a, const struct mixture_model *m)
{
	struct stick *s = ARENA_NEW(a, struct stick);

	s->cell = ARENA_ARRAY(a, double, m->cells);
	return s;
}

struct mixture *
mixture_new(struct arena *a, const struct mixture_model *m)
{
	struct mixture *x = ARENA_NEW(a, struct mixture);

	x->m = m;
	for (size_t k = 0; k < m->classes; k++)
		x->class[k] = new_class(a, m);
	for (size_t i = 0; i < MIXTURE_LARGEST; i++)
		x->instead[i] = new_class(a, m);
	x->now = new_stick(a, m);
	x->next = new_stick(a, m);
	return x;
}

/* Works the state out anew, so that no error of rounding grows. */
static void
refresh(struct mixture *x)
{
	mixture_begin(x);
	share_out(x->m, x->next);
	weigh(x);
	take_over(x);
}

void
mixture_draw(struct mixture *x, struct chance *c)
{
	const struct mixture_model *m = x->m;
	struct stick *s = x->now;

	s->log_alpha = fmax(ALPHA_LEAST, chance_log_gamma(c, m->a) - log(m->b));
	for (size_t k = 0; k < m->classes; k++) {
		s->broken[k] = fmax(TINY, -log(chance_unit(c)) / exp(s->log_alpha));
		for (size_t j = 0; j < m->t->lists; j++) {
			mixture_set_odds(x->class[k], j, draw_leaning(c));
		}
		mixture_work_out(m, x->class[k]);
	}
	refresh(x);
}

void
mixture_sweep(struct mixture *x, struct mixture_heat heat, struct chance *c)
{
	x->heat = heat;
	refresh(x);
	for (size_t i = 0; i < MOVES * x->m->t->lists; i++)
		move(x, c);
}

double
mixture_fit(const struct mixture *x)
{
	return x->now->fit;
}

double
mixture_lean(const struct mixture *x)
{
	double sum = 0;

	for (size_t k = 0; k < x->m->classes; k++)
		for (size_t j = 0; j < x->m->t->lists; j++)
			sum += x->class[k]->lean[j];
	return sum;
}

double
mixture_seen(const struct mixture *x)
{
	return x->now->seen;
}
