/*
 * truth: how near a linkage comes to what is known of who is who, and how many of the true pairs
 * were ever compared. It is asked of a result that is done: nothing that it is told can change one.
 */
#ifndef GUVOH_ENGINE_LINK_TRUTH_H
#define GUVOH_ENGINE_LINK_TRUTH_H

#include "engine/link/link.h"

/* Pairs are of rows whose persons are both known. Shares are NaN where there is nothing to share.
 */
struct truth {
	size_t rows, people; /* that are known */
	uint64_t pairs;      /* of one person */
	uint64_t joined;     /* in one cluster */
	uint64_t right;      /* both */
	uint64_t reached;    /* of one person, and compared, or saying the same in every field */
	double precision, recall; /* right / joined, right / pairs */
	double b_precision,
	    b_recall; /* B-cubed: the mean of a row's own (Bagga and Baldwin 1998) */
};

/* person of each of result->rows, from 1; 0: not known. */
struct truth truth_of(const struct link_result *result, const uint32_t *person);

/* The harmonic mean of two shares; 0 where one is unknown or both are 0. */
double truth_f1(double precision, double recall);

#endif
