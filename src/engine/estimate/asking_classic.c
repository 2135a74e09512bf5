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

int
asking_chapman(struct asking *k, struct err *e)
{
	(void)e;
	if (!asking_has_lists(k, ESTIMATE_CHAPMAN, 2, OVERLAP_LISTS))
		return 0;
	for (size_t i = 0; i < k->t->lists; i++) {
		for (size_t j = i + 1; j < k->t->lists; j++) {
			struct estimate x = classic_chapman(k->a, k->t, i, j);
			double alike = classic_odds(k->t, i, j, 1), seen = (double)k->t->people;
			if (k->t->lists == 2 && !isnan(alike))
				asking_odds(k, &x, seen, alike - seen);
			asking_push(k, &x);
		}
	}
	return 0;
}
