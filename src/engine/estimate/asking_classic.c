#include <math.h>

#include "engine/estimate/asking.h"
#include "engine/estimate/classic.h"

int
asking_coverage(struct asking *k, struct err *e)
{
	(void)e;
	if (asking_has_lists(k, ESTIMATE_COVERAGE, 3, 3)) {
		struct estimate x = classic_coverage(k->a, k->t);
		asking_push(k, &x);
	}
	return 0;
}

int
asking_chao(struct asking *k, struct err *e)
{
	(void)e;
	if (asking_has_lists(k, ESTIMATE_CHAO, 2, OVERLAP_LISTS)) {
		enum classic_chao form =
		    (enum classic_chao)tuning_word(&k->ask->tuning, TUNING_CHAO_FORM);
		struct estimate x = classic_chao(k->a, k->t, form);
		asking_push(k, &x);
	}
	return 0;
}

/* What two lists alone would say if being on one made the other likelier, or less likely. */
static void
try_odds(struct asking *k, struct estimate *x)
{
	static const double ratios[] = {0.2, 0.5, 1, 2, 5};
	double least = classic_odds(k->t, 0, 1, ratios[0]);
	double most = classic_odds(k->t, 0, 1, ratios[LENGTH(ratios) - 1]);

	if (isnan(least))
		return;
	for (size_t i = 0; i < LENGTH(ratios); i++)
		estimate_note(k->a, &x->details, arena_fmt(k->a, "odds_ratio_%g", ratios[i]),
		    asking_number(k, classic_odds(k->t, 0, 1, ratios[i])));
	estimate_doubt(k->a, x, ESTIMATE_GATE_ODDS, asking_number(k, round(least)),
	    asking_number(k, round(most)));
}

int
asking_chapman(struct asking *k, struct err *e)
{
	(void)e;
	if (!asking_has_lists(k, ESTIMATE_CHAPMAN, 2, OVERLAP_LISTS))
		return 0;
	for (size_t i = 0; i < k->t->lists; i++) {
		for (size_t j = i + 1; j < k->t->lists; j++) {
			struct estimate x = classic_chapman(k->a, k->t, i, j);
			if (k->t->lists == 2)
				try_odds(k, &x);
			asking_push(k, &x);
		}
	}
	return 0;
}
