#include "engine/estimate/answer.h"

#include <math.h>

#include "engine/estimate/asking.h"
#include "engine/estimate/echo.h"
#include "engine/estimate/unlike.h"

#define APART 1.5 /* largest point over least one */

static int (*const ask_method[ESTIMATE_METHODS])(struct asking *k, struct err *e) = {
    [ESTIMATE_DGA] = asking_dga,
    [ESTIMATE_LOGLINEAR] = asking_loglinear,
    [ESTIMATE_LCMCR] = asking_lcmcr,
    [ESTIMATE_COVERAGE] = asking_coverage,
    [ESTIMATE_CHAO] = asking_chao,
    [ESTIMATE_CHAPMAN] = asking_chapman,
    [ESTIMATE_ROBUST] = asking_robust,
    [ESTIMATE_RCAPTURE] = asking_rcapture,
};

bool
answer_gives(const struct answer_ask *ask, const struct estimate *x)
{
	return isfinite(x->point) &&
	    (!ask->gates || estimate_gravest(&x->doubts) < ESTIMATE_METHOD);
}

/*
 * Whole tables are asked whether people are alike, whatever methods were asked for. Of many lists
 * the smallest are taken together: people who are far easier to list are so for those too.
 */
static void
doubt_alike(struct asking *k, struct answer *out)
{
	struct loglinear_table *y = ARENA_NEW(k->a, struct loglinear_table);
	struct overlap few = *k->t;

	if (k->t->lists < UNLIKE_LISTS)
		return;
	if (k->t->lists > LOGLINEAR_LISTS)
		few = overlap_fewer(k->a, k->t, UNLIKE_MERGED, false);
	loglinear_fill(&few, y);
	struct unlike u = unlike_ask(y);
	if (u.found)
		estimate_doubts_add(k->a, &out->doubts,
		    &(struct estimate_doubt){
			ESTIMATE_GATE_UNEQUAL, {asking_number(k, round(u.people)), STR("")}});
}

/* Where nobody is on two lists, a method's number is what it took for granted. */
static void
doubt_numbers(struct asking *k)
{
	if (overlap_on_exactly(k->t, 1) < k->t->people)
		return;
	for (size_t i = 0; i < k->count; i++)
		if (k->at[i].role == ESTIMATE_SPEAKS && estimate_stands(&k->at[i]))
			estimate_doubt(k->a, &k->at[i], ESTIMATE_GATE_NO_FIT,
			    estimate_method_name(k->at[i].method), STR(""));
}

/*
 * Nothing in three lists tells people who are unlike from people who are alike, and if they are,
 * the methods say too few: no upper end. Where all three attract each other they are unlike.
 */
static void
doubt_three(struct asking *k, struct answer *out)
{
	static const struct estimate_doubt attract = {
	    ESTIMATE_GATE_ALL_ATTRACT, {{"", 0}, {"", 0}}};
	static const struct estimate_doubt few = {ESTIMATE_GATE_THREE_LISTS, {{"", 0}, {"", 0}}};

	if (k->t->lists == 3 && estimate_gravest(&out->doubts) < ESTIMATE_HEADLINE)
		estimate_doubts_add(
		    k->a, &out->doubts, advice_attracting(k->t) == 3 ? &attract : &few);
}

/* Do the others say more without a list than all of them with it? Asked where there is a range. */
static void
doubt_echo(struct asking *k, struct answer *out)
{
	double most = 0;
	size_t speaking = 0;

	for (size_t i = 0; i < k->count; i++) {
		if (k->at[i].role != ESTIMATE_SPEAKS || !estimate_stands(&k->at[i]))
			continue;
		most = fmax(most, k->at[i].high);
		speaking++;
	}
	if (speaking < 2 || estimate_gravest(&out->doubts) == ESTIMATE_HEADLINE)
		return;
	struct echo echo = echo_ask(k->a, k->t, most);
	if (echo.found)
		estimate_doubts_add(k->a, &out->doubts,
		    &(struct estimate_doubt){ESTIMATE_GATE_ECHO,
			{k->t->names[echo.list], asking_number(k, round(echo.people))}});
}

/*
 * Do all pairs of lists that tell people apart lie on one side of the range of those that do not?
 * Then the range is refused.
 */
static bool
is_told_apart(struct arena *a, struct answer *answer)
{
	double least = (double)INFINITY, largest = 0;

	for (size_t i = 0; i < answer->count; i++) {
		const struct estimate *x = &answer->estimates[i];
		if (x->method != ESTIMATE_ROBUST || !estimate_stands(x))
			continue;
		least = fmin(least, x->point);
		largest = fmax(largest, x->point);
	}
	if (!(largest > 0) || answer->speaking == 0 ||
	    (least <= answer->high && largest >= answer->low))
		return false;
	estimate_doubts_add(a, &answer->doubts,
	    &(struct estimate_doubt){ESTIMATE_GATE_TOLD_APART,
		{estimate_number(a, round(least)), estimate_number(a, round(largest))}});
	return true;
}

void
answer_headline(struct arena *a, struct answer *answer)
{
	double least = (double)INFINITY, largest = 0;
	bool refused = estimate_gravest(&answer->doubts) == ESTIMATE_HEADLINE;

	answer->low = (double)INFINITY;
	answer->high = 0;
	answer->speaking = 0;
	for (size_t i = 0; i < answer->count; i++) {
		const struct estimate *x = &answer->estimates[i];
		refused |= estimate_gravest(&x->doubts) == ESTIMATE_HEADLINE;
		if (x->role != ESTIMATE_SPEAKS || !estimate_stands(x))
			continue;
		answer->speaking++;
		answer->low = fmin(answer->low, x->low);
		answer->high = fmax(answer->high, x->high);
		least = fmin(least, x->point);
		largest = fmax(largest, x->point);
	}
	refused |= is_told_apart(a, answer);
	answer->has_headline = answer->speaking >= 2 && !refused;
	answer->is_open = estimate_gravest(&answer->doubts) == ESTIMATE_UPPER;
	if (answer->is_open)
		answer->high = ESTIMATE_NO_NUMBER;
	if (answer->speaking >= 2 && largest > APART * least)
		estimate_doubts_add(a, &answer->doubts,
		    &(struct estimate_doubt){ESTIMATE_GATE_APART,
			{estimate_number(a, round(least)), estimate_number(a, round(largest))}});
}

int
answer_ask(struct arena *a, const struct overlap *t, const struct answer_ask *ask,
    struct answer *out, struct err *e)
{
	struct asking k = {a, t, ask, NULL, 0, 0};
	struct answer answer = {.people = t->people,
	    .names = t->names,
	    .lists = t->lists,
	    .covariates = t->covariates,
	    .doubts = estimate_table_doubts(a, t)};

	for (size_t m = 0, done = 0; m < ESTIMATE_METHODS; m++) {
		if ((ask->methods >> m & 1) == 0)
			continue;
		if (ask->tell != NULL)
			ask->tell(ask->told, done, (size_t)__builtin_popcount(ask->methods));
		if (ask_method[m](&k, e) != 0)
			return -1;
		done++;
	}
	doubt_numbers(&k);
	doubt_alike(&k, &answer);
	doubt_three(&k, &answer);
	doubt_echo(&k, &answer);
	answer.advice = advice_ask(a, t);
	answer.estimates = k.at;
	answer.count = k.count;
	answer_headline(a, &answer);
	*out = answer;
	return 0;
}
