/*
 * seek: whom a row of one list asks for, among the rows of all others, likeliest first.
 * A linkage says of two rows that they are one person or not; who looks for one person wants to see
 * who it could be, also where no row is likelier than not. Each row that asks is compared with
 * every other, so that no way of finding candidates stands between.
 */
#ifndef GUVOH_ENGINE_LINK_SEEK_H
#define GUVOH_ENGINE_LINK_SEEK_H

#include "engine/link/link.h"

/* A row that may be who is asked for. */
struct seek_hit {
	size_t row;
	double odds;   /* log-odds that it is, by what the two rows say */
	double chance; /* that it is the person of this row, if it is at most one of all */
};

struct seek_hits {
	const struct seek_hit *at; /* likeliest first, then by row */
	size_t count, all;         /* how many of how many with log-odds above -10 */
};

struct seek_weights; /* what agreement with one row that asks weighs */

struct seek_found {
	const struct seek_hits *of; /* each row that asks */
	double prior; /* log-odds that somebody who is asked for is one certain person */
	size_t first; /* of the rows that ask */
	const struct seek_weights *weights; /* of each row that asks */
};

/*
 * For each of count rows from first on, which ask, the other rows that may be the same person; at
 * most `most` of each. Half of those asked for are taken to be there, and then as many as the
 * answers say. Lies on a.
 */
struct seek_found seek_people(struct arena *a, const struct link_result *result, link_share *share,
    size_t first, size_t count, size_t most);

/* Why the rank-th hit of a row that asks, counted from 0 both, has its odds; on a. */
struct link_why seek_why(struct arena *a, const struct link_result *result,
    const struct seek_found *found, size_t asked, size_t rank);

#endif
