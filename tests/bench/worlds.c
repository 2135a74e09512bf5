/*
 * Worlds whose truth is known, put to the methods together: how often the range
 * holds the truth, how often it is given, how wide it is beside dga's alone; and
 * how often none is given where the lists cannot carry one. Of three lists only a lower end is
 * given: how often there are at least as many, and how near it is.
 * All graphs and log-linear models speak, of three lists sample coverage too, with fewer replicates
 * than a command's: chains of latent classes for 200 worlds of each kind would take hours. With
 * "lcmcr" they speak all the same; with "eight" only worlds of eight lists are asked, for half a
 * minute each. usage: worlds [SEED [WORLDS [lcmcr|eight]]]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/estimate/answer.h"
#include "kit/os/crew.h"
#include "unseen.h"

#define SEED 90210 /* of scoring; what was chosen was chosen on others */
#define WORLDS 200

/* What is asked of each world. */
struct asked {
	uint64_t seed, worlds;
	uint32_t methods;
};

struct result {
	bool answered, open, covered;
	bool closed;  /* would a range up to the largest high hold the truth? */
	double ratio; /* high over low, beside dga's */
	double bias;  /* log of the middle of the range over the truth */
	double least; /* low over the truth */
};

static void
share_out(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(crew_size(), count, work, arg);
}

static struct result
judge(const struct unseen_world *w, const struct answer *answer)
{
	struct result r = {.answered = answer->has_headline, .open = answer->is_open};
	double dga = ESTIMATE_NO_NUMBER, most = 0;

	for (size_t i = 0; i < answer->count; i++) {
		const struct estimate *x = &answer->estimates[i];
		if (x->role == ESTIMATE_SPEAKS && estimate_stands(x))
			most = fmax(most, x->high);
		if (x->method == ESTIMATE_DGA)
			dga = x->high / x->low;
	}
	if (!r.answered)
		return r;
	r.least = answer->low / w->people;
	r.covered = answer->low <= w->people && (r.open || w->people <= answer->high);
	r.closed = answer->low <= w->people && w->people <= most;
	r.ratio = answer->high / answer->low / dga;
	r.bias = log(sqrt(answer->low * answer->high) / w->people);
	return r;
}

static struct result
try(const struct asked *asked, enum unseen_kind kind, size_t lists, uint64_t number)
{
	static const struct hands hands = {share_out};
	static const struct str less[] = {STR_INIT("loglinear.replicates=300")};
	struct arena *a = arena_new();
	struct unseen_world w;
	struct overlap t = unseen_observe(a, kind, lists, asked->seed, number, &w);
	struct answer_ask ask = {
	    .methods = asked->methods, .seed = 1, .hands = &hands, .gates = true};
	struct answer answer;
	struct err e;

	if (lists == 3)
		ask.methods |= UINT32_C(1) << ESTIMATE_COVERAGE;
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

/* What came of the worlds of a kind. */
struct tally {
	double answered, covered, closed, bias;
	double *ratios, *leasts; /* of those answered, smallest first */
};

static struct tally
try_all(const struct asked *asked, enum unseen_kind kind, size_t lists)
{
	struct tally t = {0};

	t.ratios = calloc(asked->worlds, sizeof(*t.ratios));
	t.leasts = calloc(asked->worlds, sizeof(*t.leasts));
	for (size_t i = 0; i < asked->worlds; i++) {
		struct result r = try(asked, kind, lists, i);
		if (!r.answered)
			continue;
		t.leasts[(size_t)t.answered] = r.least;
		t.ratios[(size_t)t.answered++] = r.ratio;
		t.covered += r.covered;
		t.closed += r.closed;
		t.bias += r.bias;
	}
	qsort(t.ratios, (size_t)t.answered, sizeof(*t.ratios), by_size);
	qsort(t.leasts, (size_t)t.answered, sizeof(*t.leasts), by_size);
	return t;
}

/* Of so many lists, or, 0, of four and five by turns. */
static void
score(const struct asked *asked, enum unseen_kind kind, size_t lists)
{
	const char *name = unseen_name(kind);
	struct tally t = try_all(asked, kind, lists);
	double given = t.answered / (double)asked->worlds,
	       covered = t.covered / fmax(1, t.answered);

	if (kind >= UNSEEN_CLASSES) {
		printf("%s: no range given\t%.3f\t0.9\t\tmore\n", name, 1 - given);
		printf("(given %.0f times, %.0f of them held the truth)\n", t.answered, t.covered);
	} else {
		printf("%s: range given\t%.3f\t0.9\t\tmore\n", name, given);
		printf("%s: it held the truth\t%.3f\t0.93\t\tmore\n", name, covered);
		printf("%s: width beside dga's, median\t%.2f\t1.3\t\tless\n", name,
		    t.ratios[(size_t)t.answered / 2]);
		printf("%s: mean log bias\t%.3f\t0.05\t\tless\n", name,
		    fabs(t.bias / fmax(1, t.answered)));
	}
	fflush(stdout);
	free(t.ratios);
	free(t.leasts);
}

static void
score_three(const struct asked *asked, enum unseen_kind kind)
{
	const char *name = unseen_name(kind);
	struct tally t = try_all(asked, kind, 3);

	printf("three lists, %s: at least so many\t%.3f\t0.95\t\tmore\n", name,
	    t.covered / fmax(1, t.answered));
	printf("(said of %.3f, the lower end at %.2f of the truth in the median; up to the largest "
	       "high %.3f would hold it)\n",
	    t.answered / (double)asked->worlds, t.leasts[(size_t)t.answered / 2],
	    t.closed / fmax(1, t.answered));
	fflush(stdout);
	free(t.ratios);
	free(t.leasts);
}

int
main(int argc, char **argv)
{
	struct asked asked = {.seed = argc > 1 ? strtoull(argv[1], NULL, 10) : SEED,
	    .worlds = argc > 2 ? strtoull(argv[2], NULL, 10) : WORLDS,
	    .methods = UINT32_C(1) << ESTIMATE_DGA | UINT32_C(1) << ESTIMATE_LOGLINEAR};

	struct str more = argc > 3 ? str_of(argv[3]) : STR("");
	bool eight = str_eq(more, STR("eight"));

	if (str_eq(more, STR("lcmcr")))
		asked.methods |= UINT32_C(1) << ESTIMATE_LCMCR;
	for (int kind = 0; kind < UNSEEN_REPELLED; kind++)
		score(&asked, (enum unseen_kind)kind, eight ? 8 : 0);
	for (int kind = 0; !eight && kind < UNSEEN_KINDS; kind++)
		if (kind != UNSEEN_HARDLY)
			score_three(&asked, (enum unseen_kind)kind);
	return 0;
}
