#include <math.h>

#include "engine/estimate/asking.h"
#include "engine/estimate/bootstrap.h"
#include "engine/estimate/loglinear.h"

static bool
is_stepwise(const struct asking *k)
{
	return str_eq(k->ask->tuning.text[TUNING_LOGLINEAR_MODEL], STR("stepwise"));
}

/* Each pair that is held empty, with the chance that it is if the two do not repel each other. */
static void
doubt_empty(struct asking *k, const struct loglinear_table *y, const struct loglinear_model *m,
    const struct loglinear_fit *f, struct estimate *x)
{
	for (size_t i = 0; i < m->count; i++) {
		struct loglinear_model less = *m;
		struct loglinear_fit without;
		double mean = 0;
		if ((f->empty >> i & 1) == 0)
			continue;
		less.effects[i] = less.effects[--less.count];
		if (!loglinear_fit(k->a, y, &less, &without))
			continue;
		for (uint32_t c = 1; c < UINT32_C(1) << y->lists; c++)
			mean += (c & m->effects[i]) == m->effects[i] ? without.means[c] : 0;
		estimate_doubt(k->a, x, ESTIMATE_GATE_EMPTY_PAIR,
		    loglinear_effect_text(k->a, k->t, m->effects[i]), asking_number(k, exp(-mean)));
	}
}

static void
fill_wald(struct asking *k, const struct loglinear_fit *f, struct estimate *x)
{
	double n = (double)k->t->people, spread = exp(ASKING_Z95 * sqrt(f->var_b0));

	x->point = n + f->unseen;
	x->low = n + f->unseen / spread;
	x->high = n + f->unseen * spread;
	x->se = sqrt(f->unseen + f->unseen * f->unseen * f->var_b0);
	x->interval = ESTIMATE_WALD;
	double *draws = ARENA_ARRAY(k->a, double, ESTIMATE_DRAWS);
	for (size_t i = 0; i < ESTIMATE_DRAWS; i++)
		draws[i] = n + f->unseen * exp(sqrt(f->var_b0) * estimate_draw_score(i));
	x->draws = draws;
	estimate_note(k->a, &x->details, STR("aic"), asking_number(k, f->aic));
	estimate_note(k->a, &x->details, STR("bic"), asking_number(k, f->bic));
}

/* The interval that counts the choice of the model in; where it cannot be had the other one stays.
 */
static void
fill_bca(struct asking *k, struct estimate *x)
{
	const struct tuning *tuning = &k->ask->tuning;
	const struct bootstrap_ask ask = {tuning_number(tuning, TUNING_LOGLINEAR_THRESHOLD),
	    (size_t)tuning_number(tuning, TUNING_LOGLINEAR_REPLICATES), k->ask->seed,
	    k->ask->hands};
	struct bootstrap b;

	asking_setting(k, x, TUNING_LOGLINEAR_REPLICATES);
	estimate_note(k->a, &x->settings, STR("seed"), asking_number(k, (double)ask.seed));
	if (!bootstrap_bca(k->a, k->t, x->point, &ask, &b)) {
		estimate_doubt(k->a, x, ESTIMATE_GATE_CHOSEN_MODEL, STR(""), STR(""));
		return;
	}
	x->low = b.low;
	x->high = b.high;
	x->interval = ESTIMATE_BCA;
	x->draws = b.draws;
	estimate_note(k->a, &x->details, STR("bias"), asking_number(k, b.bias));
	estimate_note(k->a, &x->details, STR("acceleration"), asking_number(k, b.acceleration));
	if (b.refused > 0)
		estimate_doubt(k->a, x, ESTIMATE_GATE_LOST_DRAWS,
		    asking_number(k, (double)b.refused), asking_number(k, (double)ask.replicates));
}

/* The draws stay those of the other interval: the profile has none. */
static void
fill_profile(struct asking *k, const struct loglinear_table *y, const struct loglinear_model *m,
    struct estimate *x)
{
	double n = (double)k->t->people, low, high;

	if (!loglinear_profile(k->a, y, m, &low, &high))
		return;
	x->low = n + low;
	x->high = n + high;
	x->interval = ESTIMATE_PROFILE;
}

static void
fill_loglinear(struct asking *k, const struct loglinear_table *y, const struct loglinear_model *m,
    const struct loglinear_fit *f, struct estimate *x)
{
	fill_wald(k, f, x);
	asking_doubt_fit(k, x, f->unseen, sqrt(f->var_b0));
	doubt_empty(k, y, m, f, x);
	if (tuning_word(&k->ask->tuning, TUNING_LOGLINEAR_INTERVAL) == 2)
		fill_profile(k, y, m, x);
	if (!is_stepwise(k))
		return;
	asking_setting(k, x, TUNING_LOGLINEAR_THRESHOLD);
	if (tuning_word(&k->ask->tuning, TUNING_LOGLINEAR_INTERVAL) == 0)
		fill_bca(k, x);
	else
		estimate_doubt(k->a, x, ESTIMATE_GATE_CHOSEN_MODEL, STR(""), STR(""));
}

int
asking_loglinear(struct asking *k, struct err *e)
{
	struct str wanted = k->ask->tuning.text[TUNING_LOGLINEAR_MODEL];
	double threshold = tuning_number(&k->ask->tuning, TUNING_LOGLINEAR_THRESHOLD);
	struct loglinear_table *y = ARENA_NEW(k->a, struct loglinear_table);
	struct loglinear_model m = {0};
	struct loglinear_fit f;

	if (!asking_has_lists(k, ESTIMATE_LOGLINEAR, 2, LOGLINEAR_LISTS))
		return 0;
	if (!is_stepwise(k) && loglinear_model_read(k->t, wanted, &m, e) != 0)
		return -1;
	loglinear_fill(k->t, y);
	bool fits = is_stepwise(k) ? loglinear_stepwise(k->a, y, threshold, &m, &f)
				   : loglinear_fit(k->a, y, &m, &f);
	struct estimate x =
	    estimate_start(ESTIMATE_LOGLINEAR, loglinear_model_text(k->a, k->t, &m));
	asking_setting(k, &x, TUNING_LOGLINEAR_MODEL);
	if (fits)
		fill_loglinear(k, y, &m, &f, &x);
	else
		estimate_doubt(k->a, &x, ESTIMATE_GATE_NO_FIT, x.form, STR(""));
	asking_push(k, &x);
	return 0;
}
