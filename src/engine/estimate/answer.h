/*
 * answer: one table put to every method that was asked for, and what they say together.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_ANSWER_H
#define GUVOH_ENGINE_ESTIMATE_ANSWER_H

#include "engine/estimate/advice.h"
#include "engine/estimate/estimate.h"
#include "engine/estimate/hands.h"
#include "engine/estimate/tuning.h"

struct answer_ask {
	uint32_t methods; /* bit m: method m */
	struct tuning tuning;
	uint64_t seed;             /* of what is drawn at random */
	const struct hands *hands; /* lent for long work; NULL: none */
	size_t pooled;             /* tables that answer_pool takes together; 0: this one alone */
	bool gates;                /* false: doubts are listed but refuse nothing */
	void (*tell)(void *told, size_t done, size_t of); /* of methods, as it goes; NULL: nobody */
	void *told;
};

struct answer {
	int64_t people;          /* seen */
	const struct str *names; /* of the lists, of all tables where there are several */
	size_t lists;
	const struct covariates *covariates; /* of the table; NULL: none, or several tables */
	const struct estimate *estimates;    /* in order of method.def, then of form */
	size_t count;
	struct estimate_doubts doubts; /* of the table and of the methods together */
	struct advice advice;          /* nothing where several tables became one */
	bool has_headline;
	bool is_open;     /* the headline has no upper end: at least low */
	double low, high; /* people: smallest low to largest high of the methods that speak; high is
			     no number where it is open */
	size_t speaking;  /* how many those are */
};

/*
 * Asks. The headline needs two methods that speak and no doubt that refuses it.
 * Returns 0 and fills *out on a; or -1 with a failure of loglinear_model_read.
 */
MUST_CHECK int answer_ask(struct arena *a, const struct overlap *t, const struct answer_ask *ask,
    struct answer *out, struct err *e);

/*
 * The same people in several tables, such as samples of a linkage: draws are pooled with
 * equal weight. total_variance: by verdata's rule instead. A method that one table refuses
 * is refused; methods that are only shown are left out.
 */
struct answer answer_pool(
    struct arena *a, const struct answer *samples, size_t count, bool total_variance);

/* Parts of the people, each a table of its own. */
struct answer_strata {
	const struct str *names;
	const struct answer *at;
	size_t count;
};

/*
 * All parts together: draws are added, in an order of chance by the seed. A method that speaks is
 * refused where it gives no number of a part, or no range of it is given for other reasons than
 * that too few methods were asked; a bound only where it gives none. Doubts of a part stay with it,
 * for their numbers are of its people: the sum names the parts.
 */
struct answer answer_add(struct arena *a, const struct answer_strata *strata, uint64_t seed);

/* Makes the headline of an answer from its estimates and doubts. */
void answer_headline(struct arena *a, struct answer *answer);

/* Does the method give its numbers, gates being as they were asked for? */
bool answer_gives(const struct answer_ask *ask, const struct estimate *x);

#endif
