/*
 * Pairs of lists estimated among people who are alike, on worlds whose truth is known: how
 * often the interval holds it, beside Chapman's formula, by how much of the overlap carries the
 * estimate; and how long a hundred thousand people take.
 * usage: robust [SEED [WORLDS]]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "engine/estimate/answer.h"
#include "engine/estimate/chance.h"

#define SEED 90210 /* of scoring; the rules were fixed on others */
#define WORLDS 1500
#define MANY 240000 /* people of the timed world; somewhat over 100,000 are on either list */
#define COLUMNS 2

/* What makes people easier for both lists. */
enum kind {
	AGE,  /* the older, the easier */
	ENDS, /* the young and the old */
	CITY, /* three cities, one of them hardly covered */
	NEITHER,
	KINDS
};

/* Answers of one kind, by what carries them. */
struct score {
	double count, refused, held, bias, chapman_held, chapman_bias;
};

static double
logistic(double v)
{
	return 1 / (1 + exp(-v));
}

static void
rates(enum kind kind, double z, int city, double shift, double out[2])
{
	static const double by_city[3][2] = {{0.6, 0.5}, {0.3, 0.3}, {0.08, 0.1}};
	double easy = kind == AGE ? z + 0.6 * (city - 1) : kind == ENDS ? 1.1 * fabs(z) - 0.7 : 0;

	out[0] = kind == CITY ? by_city[city][0] : logistic(easy - 1 + shift);
	out[1] = kind == CITY ? by_city[city][1] : logistic(easy - 0.5 + shift);
}

/* Those of the people who are on either of two lists. */
static struct overlap
invent(struct arena *a, struct chance *c, enum kind kind, int people)
{
	static const struct str lists[] = {STR_INIT("a"), STR_INIT("b")};
	static const struct str columns[COLUMNS] = {STR_INIT("age"), STR_INIT("city")};
	struct covariate_person *seen = ARENA_ARRAY(a, struct covariate_person, people);
	struct covariates *x = ARENA_NEW(a, struct covariates);
	struct overlap_cell cells[] = {{1, 0}, {2, 0}, {3, 0}};
	double shift = 1.3 * chance_unit(c) - 1, p[2];
	size_t n = 0;
	struct err e;

	for (int i = 0; i < people; i++) {
		double z = chance_normal(c);
		int city = (int)(3 * chance_unit(c));
		rates(kind, z, city, shift, p);
		uint32_t on = chance_unit(c) < p[0];
		on |= (uint32_t)(chance_unit(c) < p[1]) << 1;
		if (on == 0)
			continue;
		struct str *values = ARENA_ARRAY(a, struct str, COLUMNS);
		values[0] = arena_fmt(a, "%d", (int)(35 + 11 * z));
		values[1] = arena_fmt(a, "city %d", city);
		seen[n++] = (struct covariate_person){.on = on, .values = values};
		cells[on - 1].people++;
	}
	struct overlap t = overlap_of(a, lists, 2, cells, 3);
	const struct covariate_table known = {columns, COLUMNS, seen, n};
	if (covariate_read(a, &known, x, &e) != 0)
		exit(1);
	t.covariates = x;
	return t;
}

static bool
holds(const struct estimate *x, double truth)
{
	return x->low <= truth && truth <= x->high;
}

static double
carried_by(const struct estimate *x)
{
	for (size_t i = 0; i < x->details.count; i++)
		if (str_eq(x->details.at[i].name, STR("carried")))
			return strtod(x->details.at[i].value.p, NULL);
	return 0;
}

static struct answer
ask(struct arena *a, const struct overlap *t)
{
	struct answer_ask ask = {
	    .methods = 1U << ESTIMATE_ROBUST | 1U << ESTIMATE_CHAPMAN, .gates = true};
	struct answer answer;
	struct err e;

	if (tuning_read(a, NULL, 0, &ask.tuning, &e) != 0 ||
	    answer_ask(a, t, &ask, &answer, &e) != 0)
		exit(1);
	return answer;
}

static void
score(struct score *scores, const struct answer *answer, double truth)
{
	const struct estimate *chapman = &answer->estimates[0], *robust = &answer->estimates[1];
	double carried = carried_by(robust);
	struct score *s = &scores[carried < 10 ? 0 : carried < 30 ? 1 : 2];

	s->count++;
	s->refused += !estimate_stands(robust);
	if (!estimate_stands(robust))
		return;
	s->held += holds(robust, truth);
	s->bias += log(robust->point / truth);
	s->chapman_held += holds(chapman, truth);
	s->chapman_bias += log(chapman->point / truth);
}

static double
seconds_of_many(void)
{
	struct arena *a = arena_new();
	struct chance c = chance_start(1, 1);
	struct overlap t = invent(a, &c, ENDS, MANY);
	clock_t start = clock();

	ask(a, &t);
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	printf("(%lld people are on either of the two lists)\n", (long long)t.people);
	arena_free(a);
	return seconds;
}

int
main(int argc, char **argv)
{
	uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : SEED;
	uint64_t worlds = argc > 2 ? strtoull(argv[2], NULL, 10) : WORLDS;
	struct score s[3] = {{0}};

	for (uint64_t i = 0; i < worlds; i++) {
		struct arena *a = arena_new();
		struct chance c = chance_start(seed, i);
		int people = (int)exp(log(500) + log(20) * chance_unit(&c));
		struct overlap t = invent(a, &c, (enum kind)(i % KINDS), people);
		struct answer answer = ask(a, &t);
		score(s, &answer, people);
		arena_free(a);
	}
	printf("pairs told apart, fewer than 10 carry it: refused\t%.3f\t1\t\tmore\n",
	    s[0].refused / s[0].count);
	printf("pairs told apart, 10 to 30 carry it: it held the truth\t%.3f\t0.9\t\tmore\n",
	    s[1].held / (s[1].count - s[1].refused));
	printf("pairs told apart, 30 and more carry it: it held the truth\t%.3f\t0.93\t\tmore\n",
	    s[2].held / (s[2].count - s[2].refused));
	printf("pairs told apart, 30 and more carry it: mean log bias\t%.3f\t0.05\t\tless\n",
	    fabs(s[2].bias / (s[2].count - s[2].refused)));
	printf("(of %g worlds %g, %g and %g; Chapman held the truth in %.3f of the last, mean log "
	       "bias %.3f)\n",
	    (double)worlds, s[0].count, s[1].count, s[2].count, s[2].chapman_held / s[2].count,
	    s[2].chapman_bias / s[2].count);
	printf("pairs told apart, 100,000 people\t%.4f\t5\ts\tless\n", seconds_of_many());
	return 0;
}
