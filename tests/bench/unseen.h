/*
 * unseen: invented worlds of people of whom lists see some, their truth being known.
 */
#ifndef GUVOH_TESTS_BENCH_UNSEEN_H
#define GUVOH_TESTS_BENCH_UNSEEN_H

#include "engine/estimate/chance.h"
#include "engine/estimate/overlap.h"

#define UNSEEN_LISTS 12

enum unseen_kind {
	UNSEEN_INDEPENDENT,
	UNSEEN_ATTRACTED, /* one pair with odds ratio 3 */
	UNSEEN_REFERRED,  /* one list hands 30 to 40 % of its people on to another */
	UNSEEN_CLASSES,   /* 40 % with rates of 0.2 to 0.5, 60 % with 0.02 to 0.12 */
	UNSEEN_HARDLY,    /* 3 % are on any list */
	UNSEEN_ECHOED,    /* independent, and one more list that 80 % of their people are on, and no
			     other */
	UNSEEN_REPELLED,  /* one pair with odds ratio 1/3 */
	UNSEEN_KINDS
};

struct unseen_world {
	enum unseen_kind kind;
	int people;
	size_t lists, own;             /* own: those that are not put together from others */
	double rates[2][UNSEEN_LISTS]; /* of both classes */
	double first_class, referral;
};

/* What a kind is called in a row of a table. */
const char *unseen_name(enum unseen_kind kind);

/*
 * The world of that number and what its lists see of it, on a. lists: 3 to UNSEEN_LISTS, or 0 for
 * four and five by turns. Same seed, same world.
 */
struct overlap unseen_observe(struct arena *a, enum unseen_kind kind, size_t lists, uint64_t seed,
    uint64_t number, struct unseen_world *out);

#endif
