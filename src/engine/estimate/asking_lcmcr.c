#include "engine/estimate/asking.h"
#include "engine/estimate/latent.h"
#include "engine/estimate/special.h"

#define RHAT_MOST 1.05
#define NEAR_CAP 0.9       /* of the most unseen that the cap allows */
#define NEAR_CAP_MOST 0.01 /* of the draws */

static void
note_draws(struct asking *k, const struct latent *l, struct estimate *x)
{
	estimate_note(k->a, &x->settings, STR("seed"), asking_number(k, (double)k->ask->seed));
	estimate_note(k->a, &x->details, STR("mean"), asking_number(k, l->mean));
	estimate_note(k->a, &x->details, STR("rhat"), asking_number(k, l->rhat));
	estimate_note(k->a, &x->details, STR("ess"), asking_number(k, l->ess));
	estimate_note(
	    k->a, &x->details, STR("draws"), asking_number(k, (double)(l->length * LATENT_CHAINS)));
	estimate_note(k->a, &x->details, STR("rungs"), asking_number(k, (double)l->rungs));
	estimate_note(k->a, &x->details, STR("swaps"), asking_number(k, l->swaps));
	for (size_t i = 0; i < l->mode_count; i++) {
		const struct latent_mode *m = &l->modes[i];
		estimate_note(k->a, &x->details, STR("mode"),
		    arena_fmt(k->a, "%.0f-%.0f, top %.0f: %.3f (ess %.0f)", m->low, m->high, m->top,
			m->mass, m->ess));
	}
}

static void
doubt_draws(struct asking *k, const struct latent *l, struct estimate *x)
{
	double cap = tuning_number(&k->ask->tuning, TUNING_LCMCR_CAP), n = (double)k->t->people;
	double near = 0, draws = (double)(l->length * LATENT_CHAINS);

	if (!(l->rhat <= RHAT_MOST))
		estimate_doubt(k->a, x, ESTIMATE_GATE_UNMIXED, arena_fmt(k->a, "%.2f", l->rhat),
		    asking_number(k, RHAT_MOST));
	if (l->mode_count > 1)
		estimate_doubt(
		    k->a, x, ESTIMATE_GATE_HILLS, asking_number(k, (double)l->mode_count), STR(""));
	if (cap == 0)
		return;
	x->cap = asking_number(k, n * (1 + cap));
	for (size_t i = 0; i < l->length * LATENT_CHAINS; i++)
		near += l->people[i] > n * (1 + NEAR_CAP * cap);
	if (near > NEAR_CAP_MOST * draws)
		estimate_doubt(k->a, x, ESTIMATE_GATE_AT_CAP,
		    arena_fmt(k->a, "%.0f", 100 * near / draws), x->cap);
}

static const double *
draws_of(struct asking *k, const struct latent *l)
{
	double *draws = ARENA_ARRAY(k->a, double, ESTIMATE_DRAWS);

	for (size_t i = 0; i < ESTIMATE_DRAWS; i++)
		draws[i] = special_sample_quantile(
		    l->sorted, l->length * LATENT_CHAINS, estimate_draw_level(i));
	return draws;
}

int
asking_lcmcr(struct asking *k, struct err *e)
{
	static const enum tuning_id shown[] = {TUNING_LCMCR_CLASSES, TUNING_LCMCR_A, TUNING_LCMCR_B,
	    TUNING_LCMCR_CAP, TUNING_LCMCR_SWEEPS};
	const struct tuning *tuning = &k->ask->tuning;
	struct estimate x = estimate_start(ESTIMATE_LCMCR, STR(""));

	(void)e;
	if (!asking_has_lists(k, ESTIMATE_LCMCR, 3, OVERLAP_LISTS))
		return 0;
	const struct latent_ask ask = {(size_t)tuning_number(tuning, TUNING_LCMCR_CLASSES),
	    tuning_number(tuning, TUNING_LCMCR_A), tuning_number(tuning, TUNING_LCMCR_B),
	    tuning_number(tuning, TUNING_LCMCR_CAP),
	    latent_sweeps(k->t, (size_t)tuning_number(tuning, TUNING_LCMCR_SWEEPS)), k->ask->seed,
	    k->ask->hands, k->ask->pooled};
	struct latent l = latent_draw(k->a, k->t, &ask);
	x.point = l.median;
	x.low = l.low;
	x.high = l.high;
	x.interval = ESTIMATE_CREDIBLE;
	x.draws = draws_of(k, &l);
	for (size_t i = 0; i < LENGTH(shown); i++)
		asking_setting(k, &x, shown[i]);
	if (ask.sweeps < (size_t)tuning_number(tuning, TUNING_LCMCR_SWEEPS))
		estimate_note(
		    k->a, &x.details, STR("sweeps"), asking_number(k, (double)ask.sweeps));
	note_draws(k, &l, &x);
	doubt_draws(k, &l, &x);
	asking_push(k, &x);
	return 0;
}
