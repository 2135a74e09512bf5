/*
 * Worlds whose truth is known, put to the methods together: how often the range
 * holds the truth, how often it is given, how wide it is beside dga's alone; and
 * how often none is given where the lists cannot carry one.
 * All graphs and log-linear models speak, with fewer replicates than a command's: chains of
 * latent classes for 200 worlds would take many minutes.
 * usage: worlds [SEED [WORLDS]]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/estimate/answer.h"
#include "engine/estimate/chance.h"
#include "kit/os/crew.h"

#define SEED 90210 /* of scoring; what was chosen was chosen on others */
#define WORLDS 200
#define LISTS_MOST 5

enum kind {
	INDEPENDENT,
	ATTRACTED, /* one pair with odds ratio 3 */
	REFERRED,  /* one list hands 30 to 40 % of its people on to another */
	CLASSES,   /* 40 % with rates of 0.2 to 0.5, 60 % with 0.02 to 0.12 */
	HARDLY,    /* 3 % are on any list */
	ECHOED, /* independent, and one more list that 80 % of their people are on, and no other */
	KINDS
};

#define STREAMS 5 /* kinds that draw from one seed; those after them from the next */

static const char *const names[KINDS] = {"independent lists", "one pair with odds ratio 3",
    "referral of 30 to 40 %", "two classes", "3 % seen", "a list put together from the others"};

struct world {
	int people;
	size_t lists, own; /* own: those that are not put together from others */
	uint64_t number;
	double rates[2][LISTS_MOST]; /* of both classes */
	double first_class, referral;
};

struct result {
	bool answered, covered;
	double ratio; /* high over low, beside dga's */
	double bias;  /* log of the middle of the range over the truth */
};

static double
between(struct chance *c, double low, double high)
{
	return low + (high - low) * chance_unit(c);
}

static struct world
invent(struct chance *c, enum kind kind, uint64_t number)
{
	struct world w = {.lists = 4 + number % 2, .number = number, .first_class = 1};

	w.own = w.lists - (kind == ECHOED);
	w.people = (int)exp(between(c, log(500), log(8000)));
	for (size_t j = 0; j < w.lists; j++) {
		w.rates[0][j] = between(c, 0.05, 0.35);
		if (kind == HARDLY)
			w.rates[0][j] *= 0.03 / (0.2 * (double)w.lists);
		if (kind == CLASSES) {
			w.rates[0][j] = between(c, 0.2, 0.5);
			w.rates[1][j] = between(c, 0.02, 0.12);
		}
	}
	if (kind == CLASSES)
		w.first_class = 0.4;
	if (kind == REFERRED)
		w.referral = between(c, 0.3, 0.4);
	return w;
}

/* The rate on the second list for who is on the first, so that the odds ratio is 3. */
static double
attracted(double first, double second, double ratio)
{
	double low = 0, high = second; /* rate of those not on the first list */

	for (int i = 0; i < 60; i++) {
		double off = (low + high) / 2, on = ratio * off / (1 - off + ratio * off);
		if (first * on + (1 - first) * off > second)
			high = off;
		else
			low = off;
	}
	return ratio * low / (1 - low + ratio * low);
}

static uint32_t
person(struct chance *c, const struct world *w, enum kind kind)
{
	const double *rates = w->rates[chance_unit(c) < w->first_class ? 0 : 1];
	uint32_t on = 0;

	for (size_t j = 0; j < w->own; j++) {
		double rate = rates[j];
		if (kind == ATTRACTED && j == 1) {
			double joined = attracted(rates[0], rates[1], 3);
			rate = (on & 1) != 0 ? joined
					     : (rates[1] - rates[0] * joined) / (1 - rates[0]);
		}
		if (chance_unit(c) < rate)
			on |= UINT32_C(1) << j;
	}
	if ((on & 1) != 0 && chance_unit(c) < w->referral)
		on |= 2;
	if (w->own < w->lists && on != 0 && chance_unit(c) < 0.8)
		on |= UINT32_C(1) << w->own;
	return on;
}

static struct overlap
observe(struct arena *a, struct chance *c, const struct world *w, enum kind kind)
{
	static const struct str lists[LISTS_MOST] = {
	    STR_INIT("a"), STR_INIT("b"), STR_INIT("c"), STR_INIT("d"), STR_INIT("e")};
	struct overlap_cell *cells = ARENA_ARRAY(a, struct overlap_cell, (size_t)w->people);

	for (int i = 0; i < w->people; i++)
		cells[i] = (struct overlap_cell){person(c, w, kind), 1};
	return overlap_of(a, lists, w->lists, cells, (size_t)w->people);
}

static void
share_out(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(crew_size(), count, work, arg);
}

static struct result
judge(const struct world *w, const struct answer *answer)
{
	struct result r = {.answered = answer->has_headline};
	double dga = ESTIMATE_NO_NUMBER;

	for (size_t i = 0; i < answer->count; i++)
		if (answer->estimates[i].method == ESTIMATE_DGA)
			dga = answer->estimates[i].high / answer->estimates[i].low;
	if (!r.answered)
		return r;
	r.covered = answer->low <= w->people && w->people <= answer->high;
	r.ratio = answer->high / answer->low / dga;
	r.bias = log(sqrt(answer->low * answer->high) / w->people);
	return r;
}

static struct result
try(enum kind kind, uint64_t seed, uint64_t number)
{
	static const struct hands hands = {share_out};
	static const struct str less[] = {STR_INIT("loglinear.replicates=300")};
	struct arena *a = arena_new();
	struct chance c =
	    chance_start(seed + kind / STREAMS, number * STREAMS + (uint64_t)kind % STREAMS);
	struct world w = invent(&c, kind, number);
	struct overlap t = observe(a, &c, &w, kind);
	struct answer_ask ask = {
	    .methods = UINT32_C(1) << ESTIMATE_DGA | UINT32_C(1) << ESTIMATE_LOGLINEAR,
	    .seed = 1,
	    .hands = &hands,
	    .gates = true};
	struct answer answer;
	struct err e;

	if (tuning_read(a, less, LENGTH(less), &ask.tuning, &e) != 0 ||
	    answer_ask(a, &t, &ask, &answer, &e) != 0)
		exit(1);
	struct result r = judge(&w, &answer);
	arena_free(a);
	return r;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static void
score(enum kind kind, uint64_t seed, size_t worlds)
{
	const char *name = names[kind];
	double answered = 0, covered = 0, bias = 0, *ratios = calloc(worlds, sizeof(*ratios));

	for (size_t i = 0; i < worlds; i++) {
		struct result r = try(kind, seed, i);
		if (!r.answered)
			continue;
		ratios[(size_t)answered++] = r.ratio;
		covered += r.covered;
		bias += r.bias;
	}
	double all = (double)worlds;
	if (kind >= CLASSES) {
		printf("%s: no range given\t%.3f\t0.9\t\tmore\n", name, 1 - answered / all);
		printf("(given %.0f times, %.0f of them held the truth)\n", answered, covered);
	} else {
		qsort(ratios, (size_t)answered, sizeof(*ratios), by_size);
		printf("%s: range given\t%.3f\t0.9\t\tmore\n", name, answered / all);
		printf("%s: it held the truth\t%.3f\t0.93\t\tmore\n", name,
		    covered / fmax(1, answered));
		printf("%s: width beside dga's, median\t%.2f\t1.3\t\tless\n", name,
		    ratios[(size_t)answered / 2]);
		printf("%s: mean log bias\t%.3f\t0.05\t\tless\n", name,
		    fabs(bias / fmax(1, answered)));
	}
	fflush(stdout);
	free(ratios);
}

int
main(int argc, char **argv)
{
	uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : SEED;
	size_t worlds = argc > 2 ? strtoul(argv[2], NULL, 10) : WORLDS;

	for (int kind = 0; kind < KINDS; kind++)
		score((enum kind)kind, seed, worlds);
	return 0;
}
