/*
 * audit: how many of the joined pairs are right, and how many of the right ones were joined, by a
 * sample of pairs that people have looked at.
 * Pairs of rows are sorted into strata by whether they were joined and by their log-odds, for most
 * are sure and the doubtful ones say most. The interval of a share is Wilson's (1927), narrowed by
 * the share of a stratum that was looked at; strata are put together by the distances of their ends
 * (Zou and Donner 2008), and the ratio of right joined to right pairs likewise (Donner and Zou
 * 2012).
 */
#ifndef GUVOH_ENGINE_LINK_AUDIT_H
#define GUVOH_ENGINE_LINK_AUDIT_H

#include "engine/link/link.h"

#define AUDIT_STRATA 8

struct audit_stratum {
	bool joined;
	double above;  /* log-odds of its pairs are at least so much, and below that of the one
			  before */
	double pairs;  /* of rows */
	size_t looked; /* pairs that have an answer */
	size_t same, unsure; /* of these */
};

struct audit_strata {
	struct audit_stratum at[AUDIT_STRATA]; /* joined first, each by falling log-odds */
};

/* Two rows, as result->cluster has them, x < y. */
struct audit_pair {
	size_t x, y;
};

enum audit_answer {
	AUDIT_SAME,
	AUDIT_DIFFERENT,
	AUDIT_UNSURE,
};

struct audit_label {
	struct audit_pair pair;
	enum audit_answer answer;
};

/* A share and the ends of its 95 % interval; point is NAN when nothing is known of it. */
struct audit_share {
	double point, low, high;
};

struct audit_verdict {
	struct audit_strata strata;
	struct audit_share precision; /* of joined pairs that are one person */
	struct audit_share
	    recall; /* of pairs of one person that were joined, among those compared */
};

/*
 * At most *n pairs to look at, half of them joined ones, in an order that says nothing of what was
 * decided; the same result gives the same pairs. *n is how many there are; on a.
 */
const struct audit_pair *audit_draw(struct arena *a, const struct link_result *result, size_t *n);

/* What the answers say; pairs that lie in no stratum are left out. An answer that is unsure widens
 * the interval to both sides. */
void audit_judge(const struct link_result *result, const struct audit_label *labels, size_t n,
    struct audit_verdict *out);

#endif
