/*
 * asking: what the methods of an answer share while it is put together.
 * For answer.c and asking_*.c only.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_ASKING_H
#define GUVOH_ENGINE_ESTIMATE_ASKING_H

#include "engine/estimate/answer.h"

#define ASKING_Z95 1.959963984540054 /* of 95 % of a normal variable */

struct asking {
	struct arena *a;
	const struct overlap *t;
	const struct answer_ask *ask;
	struct estimate *at;
	size_t count, capacity;
};

void asking_push(struct asking *k, const struct estimate *x);

/* estimate_number on the arena of the answer. */
struct str asking_number(struct asking *k, double v);

/* Notes a setting as it was given. */
void asking_setting(struct asking *k, struct estimate *x, enum tuning_id id);

/* Does the table have so many lists? Else the method is refused and false returned. */
bool asking_has_lists(struct asking *k, enum estimate_method method, size_t least, size_t most);

/* Doubts a fit that has run away, or that the table hardly holds. */
void asking_doubt_fit(struct asking *k, struct estimate *x, double unseen, double se_log);

/*
 * What two lists would say if being on one made the other likelier, or less likely: notes of five
 * odds ratios, and the doubt. unseen: of them where it makes no difference.
 */
void asking_odds(struct asking *k, struct estimate *x, double seen, double unseen);

/*
 * One for each row of method.def: adds its estimates. Return 0; or -1 with
 * ERR_INPUT estimate.model or estimate.setting_value for a setting that is no such thing.
 */
MUST_CHECK int asking_dga(struct asking *k, struct err *e);
MUST_CHECK int asking_loglinear(struct asking *k, struct err *e);
MUST_CHECK int asking_lcmcr(struct asking *k, struct err *e);
MUST_CHECK int asking_coverage(struct asking *k, struct err *e);
MUST_CHECK int asking_chao(struct asking *k, struct err *e);
MUST_CHECK int asking_chapman(struct asking *k, struct err *e);
MUST_CHECK int asking_robust(struct asking *k, struct err *e);
MUST_CHECK int asking_rcapture(struct asking *k, struct err *e);

#endif
