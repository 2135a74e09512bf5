#include <math.h>

#include "engine/estimate/asking.h"
#include "engine/estimate/family.h"

static void
fill(struct asking *k, const struct loglinear_table *y, const struct family_model *m,
    const struct family_fit *f, struct estimate *x)
{
	bool profile = tuning_word(&k->ask->tuning, TUNING_RCAPTURE_INTERVAL) == 1;
	double n = (double)k->t->people;

	x->point = n + f->unseen;
	x->se = f->se;
	x->interval = profile ? ESTIMATE_PROFILE : ESTIMATE_WALD;
	if (!profile) {
		x->low = fmax(n, x->point - ASKING_Z95 * f->se);
		x->high = x->point + ASKING_Z95 * f->se;
	} else if (!family_profile(k->a, y, m, &x->low, &x->high)) {
		x->interval = ESTIMATE_NONE;
	}
	estimate_note(k->a, &x->settings, tuning_name(TUNING_RCAPTURE_PAIRS),
	    loglinear_model_text(k->a, k->t, &m->pairs));
	estimate_note(k->a, &x->details, STR("aic"), asking_number(k, f->aic));
	estimate_note(k->a, &x->details, STR("bic"), asking_number(k, f->bic));
	asking_doubt_fit(k, x, f->unseen, 0);
}

static void
fit_family(struct asking *k, const struct loglinear_table *y, const struct family_model *m)
{
	struct estimate x = estimate_start(ESTIMATE_RCAPTURE, family_name(k->a, m));
	struct family_fit f;

	if (m->unlike == FAMILY_CHAO)
		x.role = ESTIMATE_BOUND;
	if (family_fit(k->a, y, m, &f))
		fill(k, y, m, &f, &x);
	else
		estimate_doubt(k->a, &x, ESTIMATE_GATE_NO_FIT, x.form, STR(""));
	asking_push(k, &x);
}

/* The model of pairs that the BIC likes best, of all of them. */
static void
search(struct asking *k, const struct loglinear_table *y)
{
	struct estimate x = estimate_start(ESTIMATE_RCAPTURE, STR("mt-least-bic"));
	struct family_model m;
	struct family_fit f;

	if (k->t->lists > FAMILY_SEARCH_LISTS || !family_search(y, &m, &f))
		return;
	fill(k, y, &m, &f, &x);
	asking_push(k, &x);
}

int
asking_rcapture(struct asking *k, struct err *e)
{
	struct loglinear_table *y = ARENA_NEW(k->a, struct loglinear_table);
	struct family_model m = {0};

	if (!asking_has_lists(k, ESTIMATE_RCAPTURE, 3, LOGLINEAR_LISTS))
		return 0;
	if (loglinear_model_read(k->t, k->ask->tuning.text[TUNING_RCAPTURE_PAIRS], &m.pairs, e) !=
	    0)
		return -1;
	loglinear_fill(k->t, y);
	for (int by_list = 0; by_list < 2; by_list++) {
		for (int unlike = 0; unlike < FAMILY_UNLIKES; unlike++) {
			m.by_list = by_list == 1;
			m.unlike = (enum family_unlike)unlike;
			fit_family(k, y, &m);
		}
	}
	search(k, y);
	return 0;
}
