/*
 * weigh: what each level of agreement says for or against one person, in natural logarithms.
 * weight = ln(m / u): m is how often two rows of one person agree so, u how often two rows of
 * different people do (Fellegi and Sunter 1969). For equal values u is how common this value is,
 * each person counted once. What is missing weighs nothing. Weights never rise as agreement falls.
 */
#ifndef GUVOH_ENGINE_LINK_WEIGH_H
#define GUVOH_ENGINE_LINK_WEIGH_H

#include "engine/link/block.h"
#include "engine/link/kin.h"
#include "engine/link/level.h"
#include "engine/link/namesake.h"
#include "engine/link/nearby.h"
#include "engine/link/pattern.h"

struct weights {
	double m[LINK_FIELDS][LEVEL_MOST], u[LINK_FIELDS][LEVEL_MOST];
	double of_level[LINK_FIELDS][LEVEL_MOST]; /* ln(m / u); of equal values ln(m) */
	double *of_value[LINK_FIELDS];            /* ln(1 / how common), by value */
	double *near[LINK_FIELDS]; /* by value and level, how many people say what is so near; NULL:
				      not words */
	double *near_most[LINK_FIELDS]; /* by value and level, what a near one weighs at most */
	double least;                   /* of such a share */
	uint32_t telling; /* fields, as bits, of which two rows must both say one to be one person
			     by themselves: names and numbers, where lists have names; else 0 */
	double movable;   /* share of random pairs whose names may have changed places */
	double initial[LINK_FIELDS]; /* share of those who both say a field, of whom one says an
					initial of it */
	const double *together;      /* together.h; NULL: not known yet */
	const struct namesakes *namesakes; /* namesake.h; NULL: not known yet, or no names */
	double prior;                      /* ln of the odds that a random pair is one person */
	double random[LINK_FIELDS][LEVEL_MOST]; /* random pairs by level */
	uint64_t *drawn;                        /* the plain patterns of these pairs */
	bool collapsed;
};

/*
 * ln of the odds that two of n rows or units are one person, where so many of the possible pairs
 * are. What one believed before, that one in ten has another, weighs as much as twenty pairs, so
 * that few rows do not talk themselves into being one person.
 */
double weigh_prior(size_t n, double matches, double possible);

/* u from random pairs, m by EM over the patterns of the candidates, of which share are in the set;
 * lies on a. */
struct weights *weigh_first(struct arena *a, struct levels *l, const struct fields *f,
    const struct pattern_set *patterns, double share);

/* Looks at random pairs of units, taken by their numbers, which only content makes. */
void weigh_random(struct weights *w, const struct levels *l, const struct fields *f);

/* m and how common values are from clusters of units, a cluster counting once; u less the matches
 * among its pairs. */
void weigh_again(struct weights *w, const struct fields *f, const struct kin *k);

/* How many people say what is near to each value, from values that are near each other and aliases.
 */
void weigh_near(struct weights *w, struct levels *l, const struct fields *f,
    const struct nearby_keys *near, const struct nearby_keys *aliases);

/* What field i says of the units of pair. */
double weigh_field(const struct weights *w, const struct fields *f, size_t i, uint64_t pattern,
    const struct block_pair *pair);

/* ln(m / u) of words of field i at a level from SOUND to NEAR: u is the mean of how common what is
 * so near to each is. */
double weigh_so_near(const struct weights *w, size_t i, unsigned level, double u_x, double u_y);

/* The weight of field i where both say value v, if so many of all people say it. */
double weigh_common(const struct weights *w, const struct fields *f, size_t i, uint32_t v,
    double people, double all);

/* The log-odds that the units of pair, whose levels are pattern, are one person. */
double weigh_pair(const struct weights *w, const struct fields *f, uint64_t pattern,
    const struct block_pair *pair);

/* What a pattern loses in which no field says who it is on both sides; 0 or less. */
double weigh_untold(const struct weights *w, const struct fields *f, uint64_t levels);

/* What pairs of a pattern weigh, but for what hangs on the values of the pair. */
struct weigh_bound {
	uint64_t levels;
	double base;    /* what hangs on the pattern alone */
	uint32_t own;   /* fields, as bits, that weigh by their values */
	uint32_t named; /* not 0: by how many bear the name, too */
};

/* What the values of a unit weigh at most, by level, up to NEAR. */
struct weigh_own {
	double at[LINK_FIELDS][LEVEL_NEAR + 1];
	double namesakes;
};

struct weigh_bound weigh_bound(const struct weights *w, const struct fields *f, uint64_t levels);

/* The same as weigh_pair, where what hangs on the pattern is known. */
double weigh_by(const struct weights *w, const struct fields *f, const struct weigh_bound *bound,
    const struct block_pair *pair);

/* The bounds of all patterns, on a. */
const struct weigh_bound *weigh_bounds(struct arena *a, const struct weights *w,
    const struct fields *f, const struct pattern_set *patterns);

void weigh_own(const struct weights *w, const struct fields *f, uint32_t x, struct weigh_own *out);

/* Not less than weigh_pair of unit x, whose values are own, with any other, but for rounding. */
static inline double
weigh_most(const struct weigh_bound *bound, const struct weigh_own *own)
{
	double sum = bound->base - (bound->named != 0 ? own->namesakes : 0);

	for (uint32_t left = bound->own; left != 0; left &= left - 1) {
		unsigned i = (unsigned)__builtin_ctz(left);
		sum += own->at[i][level_of(bound->levels, i)];
	}
	return sum;
}

#endif
