/*
 * site_law: what findings mean in law, and what was asked of whom, as a page tells it.
 */
#ifndef GUVOH_FACE_SITE_SITE_LAW_H
#define GUVOH_FACE_SITE_SITE_LAW_H

#include "face/site/site_fact.h"

/* What somebody found: "Violated", by whom, in whose words, with the test and the standard. */
struct site_finding {
	struct str id, result, by, text, line;
	bool again;                /* it stands in full under a provision above */
	const struct str *answers; /* of the state */
	size_t n_answers;
};

struct site_provision {
	struct str name, label, url; /* "ICCPR 21"; all empty: of findings that name none */
	const struct site_finding *findings;
	size_t n_findings;
};

struct site_law {
	const struct site_provision *provisions;
	size_t n_provisions;
};

struct site_demand {
	struct str id, action;
	struct site_facts facts;         /* who asks, of whom, by when ... */
	const struct site_fact *answers; /* what was done: in words; none: no answer is known */
	size_t n_answers;
};

struct site_demands {
	const struct site_demand *at;
	size_t count;
	const struct site_demand *helps; /* assistance, without answers */
	size_t n_helps;
};

/* Both lie on a and point into what they are made from. */
struct site_law site_law_of(struct arena *a, enum lang lang, const struct advocacy_law *law);
struct site_demands site_law_demands(struct arena *a, const struct vocab *vocab,
    const struct advocacy_demands *demands, const struct advocacy_helps *helps, enum lang lang);

#endif
