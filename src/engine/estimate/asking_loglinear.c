#include <math.h>

#include "engine/estimate/asking.h"
#include "engine/estimate/loglinear.h"

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
fill_loglinear(struct asking *k, const struct loglinear_fit *f, struct estimate *x)
{
	double n = (double)k->t->people, spread = exp(ASKING_Z95 * sqrt(f->var_b0));

	x->point = n + f->unseen;
	x->low = n + f->unseen / spread;
	x->high = n + f->unseen * spread;
	x->se = sqrt(f->unseen + f->unseen * f->unseen * f->var_b0);
	x->interval = ESTIMATE_WALD;
	estimate_note(k->a, &x->details, STR("aic"), asking_number(k, f->aic));
	estimate_note(k->a, &x->details, STR("bic"), asking_number(k, f->bic));
}

int
asking_loglinear(struct asking *k, struct err *e)
{
	struct str wanted = k->ask->tuning.text[TUNING_LOGLINEAR_MODEL];
	bool stepwise = str_eq(wanted, STR("stepwise")), fits;
	double threshold = tuning_number(&k->ask->tuning, TUNING_LOGLINEAR_THRESHOLD);
	struct loglinear_table *y = ARENA_NEW(k->a, struct loglinear_table);
	struct loglinear_model m = {0};
	struct loglinear_fit f;

	if (!asking_has_lists(k, ESTIMATE_LOGLINEAR, 2, LOGLINEAR_LISTS))
		return 0;
	if (!stepwise && loglinear_model_read(k->t, wanted, &m, e) != 0)
		return -1;
	loglinear_fill(k->t, y);
	fits = stepwise ? loglinear_stepwise(k->a, y, threshold, &m, &f)
			: loglinear_fit(k->a, y, &m, &f);
	struct estimate x =
	    estimate_start(ESTIMATE_LOGLINEAR, loglinear_model_text(k->a, k->t, &m));
	estimate_note(k->a, &x.settings, tuning_name(TUNING_LOGLINEAR_MODEL), wanted);
	if (stepwise)
		estimate_note(k->a, &x.settings, tuning_name(TUNING_LOGLINEAR_THRESHOLD),
		    k->ask->tuning.text[TUNING_LOGLINEAR_THRESHOLD]);
	if (fits) {
		fill_loglinear(k, &f, &x);
		asking_doubt_fit(k, &x, f.unseen, sqrt(f.var_b0));
		doubt_empty(k, y, &m, &f, &x);
		if (stepwise)
			estimate_doubt(k->a, &x, ESTIMATE_GATE_CHOSEN_MODEL, STR(""), STR(""));
	} else {
		estimate_doubt(k->a, &x, ESTIMATE_GATE_NO_FIT, x.form, STR(""));
	}
	asking_push(k, &x);
	return 0;
}
