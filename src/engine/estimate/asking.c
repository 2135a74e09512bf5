#include "engine/estimate/asking.h"

#define FAR 100       /* times the people seen: a fit beyond it has run away */
#define UNSURE_MOST 2 /* standard error of the log of the unseen */

void
asking_push(struct asking *k, const struct estimate *x)
{
	k->at = arena_grow(k->a, k->at, k->count, &k->capacity, sizeof(*k->at));
	k->at[k->count++] = *x;
}

struct str
asking_number(struct asking *k, double v)
{
	return estimate_number(k->a, v);
}

bool
asking_has_lists(struct asking *k, enum estimate_method method, size_t least, size_t most)
{
	if (k->t->lists >= least && k->t->lists <= most)
		return true;
	struct estimate x = estimate_start(method, STR(""));
	struct str wanted =
	    least == most ? arena_fmt(k->a, "%zu", least) : arena_fmt(k->a, "%zu-%zu", least, most);
	estimate_doubt(
	    k->a, &x, ESTIMATE_GATE_WRONG_LISTS, asking_number(k, (double)k->t->lists), wanted);
	asking_push(k, &x);
	return false;
}

void
asking_doubt_fit(struct asking *k, struct estimate *x, double unseen, double se_log)
{
	double n = (double)k->t->people;

	if (n + unseen > FAR * n)
		estimate_doubt(
		    k->a, x, ESTIMATE_GATE_FAR, asking_number(k, n + unseen), asking_number(k, n));
	if (se_log > UNSURE_MOST)
		estimate_doubt(k->a, x, ESTIMATE_GATE_UNSURE, asking_number(k, se_log),
		    asking_number(k, UNSURE_MOST));
}

void
asking_setting(struct asking *k, struct estimate *x, enum tuning_id id)
{
	estimate_note(k->a, &x->settings, tuning_name(id), k->ask->tuning.text[id]);
}

void
asking_odds(struct asking *k, struct estimate *x, double seen, double unseen)
{
	static const double ratios[] = {0.2, 0.5, 1, 2, 5};

	for (size_t i = 0; i < LENGTH(ratios); i++)
		estimate_note(k->a, &x->details, arena_fmt(k->a, "odds_ratio_%g", ratios[i]),
		    asking_number(k, seen + ratios[i] * unseen));
	estimate_doubt(k->a, x, ESTIMATE_GATE_ODDS, asking_number(k, round(seen + unseen / 5)),
	    asking_number(k, round(seen + 5 * unseen)));
}
