#include "engine/estimate/unlike.h"

#include <math.h>

#include "engine/estimate/laplace.h"

/* Adds the pair that makes the table likeliest. */
static struct laplace_fit
add_pair(
    const struct loglinear_table *t, struct laplace_model *m, const struct laplace_fit *without)
{
	struct laplace_fit best = {.log_evidence = (double)-INFINITY};
	struct laplace_model chosen = *m;

	for (size_t i = 0; i < t->lists; i++) {
		for (size_t j = i + 1; j < t->lists; j++) {
			struct laplace_model larger = *m;
			uint32_t effect = UINT32_C(1) << i | UINT32_C(1) << j;
			if (loglinear_has(&m->pairs, effect))
				continue;
			larger.pairs.effects[larger.pairs.count++] = effect;
			struct laplace_fit fit = laplace_fit(t, &larger, without);
			if (fit.log_evidence <= best.log_evidence)
				continue;
			best = fit;
			chosen = larger;
		}
	}
	*m = chosen;
	return best;
}

/*
 * With pairs, one by one as long as that makes the table likelier. All sets of as many pairs
 * are as likely before a table is looked at.
 */
static struct laplace_fit
fit_classes(const struct loglinear_table *t, size_t classes)
{
	struct laplace_model m = {.classes = classes};
	struct laplace_fit fit = laplace_fit(t, &m, NULL);
	size_t pairs = t->lists * (t->lists - 1) / 2;
	double log_sets = 0;

	for (size_t count = 1; count <= pairs; count++) {
		struct laplace_fit larger = add_pair(t, &m, &fit);
		log_sets += log((double)(pairs - count + 1) / (double)count);
		larger.log_evidence -= log_sets;
		if (!(larger.log_evidence > fit.log_evidence))
			break;
		fit = larger;
	}
	return fit;
}

struct unlike
unlike_ask(const struct loglinear_table *t)
{
	struct laplace_fit one = fit_classes(t, 1), two = fit_classes(t, 2);
	struct unlike u = {.log_odds = two.log_evidence - one.log_evidence, .people = two.unseen};

	for (uint32_t c = 1; c < UINT32_C(1) << t->lists; c++)
		u.people += t->people[c];
	u.found = isfinite(u.log_odds) && u.log_odds > 0;
	return u;
}
