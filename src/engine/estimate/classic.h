/*
 * classic: estimators with a formula of their own, as old as counting by two lists.
 * None chooses a model and none draws random numbers.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_CLASSIC_H
#define GUVOH_ENGINE_ESTIMATE_CLASSIC_H

#include "engine/estimate/estimate.h"

/*
 * Chapman (1951) for lists i and j: (n1 + 1)(n2 + 1)/(m + 1) - 1, variance by Seber
 * (1970), log-normal interval. It takes the two lists for independent.
 */
struct estimate classic_chapman(struct arena *a, const struct overlap *t, size_t i, size_t j);

/*
 * What two lists give if being on one multiplies the odds of being on the other by
 * ratio: n1 n2 people at 1, fewer below it, more above it. In people; NAN when the
 * overlap is empty.
 */
double classic_odds(const struct overlap *t, size_t i, size_t j, double ratio);

/*
 * That turned round: the ratio at which the two lists give so many people; below 0 when they name
 * more than that. NAN when the overlap is empty, or nobody is on one of them alone.
 */
double classic_odds_needed(const struct overlap *t, size_t i, size_t j, double people);

enum classic_chao {
	CLASSIC_CHAO_LISTS,     /* n + sum over pairs z_i z_j / f2, a bound for unlike lists */
	CLASSIC_CHAO_PLAIN,     /* n + f1^2 / (2 f2), Chao (1987) */
	CLASSIC_CHAO_CORRECTED, /* n + f1 (f1 - 1) / (2 (f2 + 1)) */
};

/*
 * Chao's lower bound: z_i are on list i alone, f1 on one list, f2 on two; f2 + 1 in
 * place of an f2 below 5. The interval of the plain forms is Chao's (1987); that of
 * the form for lists comes from 1,000 draws of everybody, the unseen too.
 */
struct estimate classic_chao(struct arena *a, const struct overlap *t, enum classic_chao form);

/*
 * Sample coverage of three lists, Chao and Tsay (1998): one step at high coverage,
 * two steps below 55 %. The interval comes from 1,000 draws of everybody.
 */
struct estimate classic_coverage(struct arena *a, const struct overlap *t);

#endif
