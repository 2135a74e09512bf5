#include <math.h>

#include "engine/estimate/asking.h"
#include "engine/estimate/robust.h"

#define CARRY_LEAST 10  /* people on both lists, all alike; below it made-up worlds were missed */
#define CARRY_STEADY 30 /* from here on 93 of 100 and more of them were covered */
#define HELD_FELT 0.01  /* of the people */

static void
doubt_thin(struct asking *k, struct estimate *x, double carried)
{
	struct str people = asking_number(k, floor(carried));

	if (carried < CARRY_LEAST)
		estimate_doubt(k->a, x, ESTIMATE_GATE_THIN, people, asking_number(k, CARRY_LEAST));
	else if (carried < CARRY_STEADY)
		estimate_doubt(k->a, x, ESTIMATE_GATE_THIN_FELT, people, STR(""));
}

static void
fill(struct asking *k, struct estimate *x, const struct robust *r)
{
	double seen = (double)r->people, unseen = r->one_step - seen;

	x->point = r->one_step;
	estimate_lognormal(k->a, x, seen, r->variance);
	estimate_note(k->a, &x->details, STR("carried"), asking_number(k, r->carried));
	estimate_note(k->a, &x->details, STR("held"), asking_number(k, r->held));
	doubt_thin(k, x, r->carried);
	if (r->held >= HELD_FELT)
		estimate_doubt(
		    k->a, x, ESTIMATE_GATE_HELD, asking_number(k, round(100 * r->held)), STR(""));
	if (!r->settled)
		estimate_doubt(k->a, x, ESTIMATE_GATE_NO_FIT, x->form, STR(""));
	asking_doubt_fit(k, x, unseen, unseen > 0 ? sqrt(r->variance) / unseen : 0);
	if (k->t->lists == 2)
		asking_odds(k, x, seen, unseen);
}

static void
ask_pair(struct asking *k, const struct robust_ask *ask, size_t i, size_t j)
{
	struct estimate x = estimate_start(ESTIMATE_ROBUST, estimate_pair(k->a, k->t, i, j));
	int64_t both = overlap_on_all(k->t, UINT32_C(1) << i | UINT32_C(1) << j);

	asking_setting(k, &x, TUNING_ROBUST_FOLDS);
	asking_setting(k, &x, TUNING_ROBUST_RIDGE);
	if (both == 0) {
		estimate_doubt(k->a, &x, ESTIMATE_GATE_PAIR_APART, x.form, STR(""));
	} else if (both < CARRY_LEAST) {
		doubt_thin(k, &x, (double)both);
	} else {
		struct robust r = robust_pair(k->a, k->t->covariates, i, j, ask);
		fill(k, &x, &r);
	}
	asking_push(k, &x);
}

int
asking_robust(struct asking *k, struct err *e)
{
	const struct tuning *tuning = &k->ask->tuning;
	const struct robust_ask ask = {(size_t)tuning_number(tuning, TUNING_ROBUST_FOLDS),
	    tuning_number(tuning, TUNING_ROBUST_RIDGE), k->ask->seed, k->ask->hands};

	(void)e;
	if (k->t->covariates == NULL || !asking_has_lists(k, ESTIMATE_ROBUST, 2, OVERLAP_LISTS))
		return 0;
	for (size_t i = 0; i < k->t->lists; i++)
		for (size_t j = i + 1; j < k->t->lists; j++)
			ask_pair(k, &ask, i, j);
	return 0;
}
