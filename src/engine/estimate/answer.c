#include "engine/estimate/answer.h"

#include <math.h>

#include "engine/estimate/classic.h"
#include "engine/estimate/family.h"

#define Z95 1.959963984540054
#define FAR 100       /* times the people seen: a fit beyond it has run away */
#define UNSURE_MOST 2 /* standard error of the log of the unseen */
#define APART 1.5     /* largest point over least one */

struct asking {
	struct arena *a;
	const struct overlap *t;
	const struct answer_ask *ask;
	struct estimate *at;
	size_t count, capacity;
};

static void
push(struct asking *k, const struct estimate *x)
{
	k->at = arena_grow(k->a, k->at, k->count, &k->capacity, sizeof(*k->at));
	k->at[k->count++] = *x;
}

static struct str
number(struct asking *k, double v)
{
	return estimate_number(k->a, v);
}

/* A method for so many lists and no more or fewer; says so otherwise. */
static bool
has_lists(struct asking *k, enum estimate_method method, size_t least, size_t most)
{
	if (k->t->lists >= least && k->t->lists <= most)
		return true;
	struct estimate x = estimate_start(method, STR(""));
	struct str wanted =
	    least == most ? arena_fmt(k->a, "%zu", least) : arena_fmt(k->a, "%zu-%zu", least, most);
	estimate_doubt(k->a, &x, ESTIMATE_GATE_WRONG_LISTS, number(k, (double)k->t->lists), wanted);
	push(k, &x);
	return false;
}

/* A fit that has run away, or that the table hardly holds. */
static void
doubt_fit(struct asking *k, struct estimate *x, double unseen, double se_log)
{
	double n = (double)k->t->people;

	if (n + unseen > FAR * n)
		estimate_doubt(k->a, x, ESTIMATE_GATE_FAR, number(k, n + unseen), number(k, n));
	if (se_log > UNSURE_MOST)
		estimate_doubt(
		    k->a, x, ESTIMATE_GATE_UNSURE, number(k, se_log), number(k, UNSURE_MOST));
}

/* ---- log-linear ---- */

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
		    loglinear_effect_text(k->a, k->t, m->effects[i]), number(k, exp(-mean)));
	}
}

static void
fill_loglinear(struct asking *k, const struct loglinear_fit *f, struct estimate *x)
{
	double n = (double)k->t->people, spread = exp(Z95 * sqrt(f->var_b0));

	x->point = n + f->unseen;
	x->low = n + f->unseen / spread;
	x->high = n + f->unseen * spread;
	x->se = sqrt(f->unseen + f->unseen * f->unseen * f->var_b0);
	x->interval = ESTIMATE_WALD;
	estimate_note(k->a, &x->details, STR("aic"), number(k, f->aic));
	estimate_note(k->a, &x->details, STR("bic"), number(k, f->bic));
}

static int
ask_loglinear(struct asking *k, struct err *e)
{
	struct str wanted = k->ask->tuning.text[TUNING_LOGLINEAR_MODEL];
	bool stepwise = str_eq(wanted, STR("stepwise")), fits;
	double threshold = tuning_number(&k->ask->tuning, TUNING_LOGLINEAR_THRESHOLD);
	struct loglinear_table *y = ARENA_NEW(k->a, struct loglinear_table);
	struct loglinear_model m = {0};
	struct loglinear_fit f;

	if (!has_lists(k, ESTIMATE_LOGLINEAR, 2, LOGLINEAR_LISTS))
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
		doubt_fit(k, &x, f.unseen, sqrt(f.var_b0));
		doubt_empty(k, y, &m, &f, &x);
		if (stepwise)
			estimate_doubt(k->a, &x, ESTIMATE_GATE_CHOSEN_MODEL, STR(""), STR(""));
	} else {
		estimate_doubt(k->a, &x, ESTIMATE_GATE_NO_FIT, x.form, STR(""));
	}
	push(k, &x);
	return 0;
}

/* ---- formulas ---- */

static int
ask_coverage(struct asking *k, struct err *e)
{
	(void)e;
	if (has_lists(k, ESTIMATE_COVERAGE, 3, 3)) {
		struct estimate x = classic_coverage(k->a, k->t);
		push(k, &x);
	}
	return 0;
}

static int
ask_chao(struct asking *k, struct err *e)
{
	(void)e;
	if (has_lists(k, ESTIMATE_CHAO, 2, OVERLAP_LISTS)) {
		enum classic_chao form =
		    (enum classic_chao)tuning_word(&k->ask->tuning, TUNING_CHAO_FORM);
		struct estimate x = classic_chao(k->a, k->t, form);
		push(k, &x);
	}
	return 0;
}

static int
ask_chapman(struct asking *k, struct err *e)
{
	(void)e;
	if (!has_lists(k, ESTIMATE_CHAPMAN, 2, OVERLAP_LISTS))
		return 0;
	for (size_t i = 0; i < k->t->lists; i++) {
		for (size_t j = i + 1; j < k->t->lists; j++) {
			struct estimate x = classic_chapman(k->a, k->t, i, j);
			push(k, &x);
		}
	}
	return 0;
}

/* ---- capture and recapture ---- */

static void
fit_family(struct asking *k, const struct loglinear_table *y, const struct family_model *m)
{
	struct estimate x = estimate_start(ESTIMATE_RCAPTURE, family_name(k->a, m));
	bool profile = tuning_word(&k->ask->tuning, TUNING_RCAPTURE_INTERVAL) == 1;
	double n = (double)k->t->people;
	struct family_fit f;

	if (m->unlike == FAMILY_CHAO)
		x.role = ESTIMATE_BOUND;
	estimate_note(k->a, &x.settings, tuning_name(TUNING_RCAPTURE_PAIRS),
	    loglinear_model_text(k->a, k->t, &m->pairs));
	if (!family_fit(k->a, y, m, &f)) {
		estimate_doubt(k->a, &x, ESTIMATE_GATE_NO_FIT, x.form, STR(""));
		push(k, &x);
		return;
	}
	x.point = n + f.unseen;
	x.se = f.se;
	x.interval = profile ? ESTIMATE_PROFILE : ESTIMATE_WALD;
	if (!profile) {
		x.low = fmax(n, x.point - Z95 * f.se);
		x.high = x.point + Z95 * f.se;
	} else if (!family_profile(k->a, y, m, &x.low, &x.high)) {
		x.interval = ESTIMATE_NONE;
	}
	estimate_note(k->a, &x.details, STR("aic"), number(k, f.aic));
	estimate_note(k->a, &x.details, STR("bic"), number(k, f.bic));
	doubt_fit(k, &x, f.unseen, 0);
	push(k, &x);
}

static int
ask_rcapture(struct asking *k, struct err *e)
{
	struct loglinear_table *y = ARENA_NEW(k->a, struct loglinear_table);
	struct family_model m = {0};

	if (!has_lists(k, ESTIMATE_RCAPTURE, 3, LOGLINEAR_LISTS))
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
	return 0;
}

/* ---- together ---- */

static int (*const ask_method[ESTIMATE_METHODS])(struct asking *k, struct err *e) = {
    [ESTIMATE_LOGLINEAR] = ask_loglinear,
    [ESTIMATE_COVERAGE] = ask_coverage,
    [ESTIMATE_CHAO] = ask_chao,
    [ESTIMATE_CHAPMAN] = ask_chapman,
    [ESTIMATE_RCAPTURE] = ask_rcapture,
};

bool
answer_gives(const struct answer_ask *ask, const struct estimate *x)
{
	return isfinite(x->point) &&
	    (!ask->gates || estimate_gravest(&x->doubts) < ESTIMATE_METHOD);
}

static void
make_headline(struct asking *k, struct answer *out)
{
	double least = (double)INFINITY, largest = 0;
	bool refused = estimate_gravest(&out->doubts) == ESTIMATE_HEADLINE;

	out->low = (double)INFINITY;
	out->high = 0;
	for (size_t i = 0; i < k->count; i++) {
		const struct estimate *x = &k->at[i];
		refused |= estimate_gravest(&x->doubts) == ESTIMATE_HEADLINE;
		if (x->role != ESTIMATE_SPEAKS || !estimate_stands(x))
			continue;
		out->speaking++;
		out->low = fmin(out->low, x->low);
		out->high = fmax(out->high, x->high);
		least = fmin(least, x->point);
		largest = fmax(largest, x->point);
	}
	out->has_headline = out->speaking >= 2 && !refused;
	if (out->speaking >= 2 && largest > APART * least)
		estimate_doubts_add(k->a, &out->doubts,
		    &(struct estimate_doubt){
			ESTIMATE_GATE_APART, {number(k, least), number(k, largest)}});
}

int
answer_ask(struct arena *a, const struct overlap *t, const struct answer_ask *ask,
    struct answer *out, struct err *e)
{
	struct asking k = {a, t, ask, NULL, 0, 0};
	struct answer answer = {.doubts = estimate_table_doubts(a, t)};

	for (size_t m = 0; m < ESTIMATE_METHODS; m++)
		if ((ask->methods >> m & 1) != 0 && ask_method[m](&k, e) != 0)
			return -1;
	make_headline(&k, &answer);
	answer.estimates = k.at;
	answer.count = k.count;
	*out = answer;
	return 0;
}
