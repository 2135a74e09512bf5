/*
 * estimate: what every method answers in, and the doubts that stand beside it.
 * Methods are the rows of method.def, doubts the rows of gate.def. An answer has
 * no words: settings and doubts are names and numbers.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_ESTIMATE_H
#define GUVOH_ENGINE_ESTIMATE_ESTIMATE_H

#include <math.h>

#include "engine/estimate/overlap.h"

#define ESTIMATE_NO_NUMBER ((double)NAN)
#define ESTIMATE_DRAWS 1000

enum estimate_method {
#define X(ID, name, role, what) ESTIMATE_##ID,
#include "engine/estimate/method.def"
#undef X
	ESTIMATE_METHODS
};

enum estimate_gate {
#define X(ID, name, follows, numbers) ESTIMATE_GATE_##ID,
#include "engine/estimate/gate.def"
#undef X
	ESTIMATE_GATES
};

/* What an answer may say of the whole. */
enum estimate_role {
	ESTIMATE_SPEAKS,
	ESTIMATE_BOUND,
	ESTIMATE_SHOWN,
};

/* What follows from a doubt, weakest first. */
enum estimate_follows {
	ESTIMATE_WARNS,
	ESTIMATE_METHOD,   /* the method gives no number */
	ESTIMATE_UPPER,    /* the range over all methods has no upper end: at least so many */
	ESTIMATE_HEADLINE, /* no range over all methods is given */
};

enum estimate_interval {
	ESTIMATE_NONE, /* low and high are not given */
	ESTIMATE_CREDIBLE,
	ESTIMATE_WALD,
	ESTIMATE_PROFILE,
	ESTIMATE_BCA,
	ESTIMATE_LOGNORMAL,
	ESTIMATE_INTERVALS
};

struct estimate_doubt {
	enum estimate_gate gate;
	struct str arg[2]; /* what gate.def calls its numbers; empty: none */
};

struct estimate_doubts {
	struct estimate_doubt *at;
	size_t count, capacity;
};

/* A setting the answer was made with, or a number beside it. */
struct estimate_note {
	struct str name, value;
};

struct estimate_notes {
	struct estimate_note *at;
	size_t count, capacity;
};

struct estimate {
	enum estimate_method method;
	enum estimate_role role;
	struct str form; /* which of its models or pairs, such as "mth-darroch" */
	double point, low,
	    high;  /* people; ESTIMATE_NO_NUMBER: not given. low <= high, in 95 of 100 cases */
	double se; /* standard error of point, or ESTIMATE_NO_NUMBER */
	enum estimate_interval interval;
	struct str cap;      /* the most people the method can say; empty: none */
	struct str grid;     /* numbers of unseen that were weighed: "0-5000, 5001"; empty: none */
	const double *draws; /* ESTIMATE_DRAWS equally likely values, rising; NULL: none */
	struct estimate_notes settings, details;
	struct estimate_doubts doubts;
};

/* An answer without numbers yet. */
struct estimate estimate_start(enum estimate_method method, struct str form);

void estimate_doubt(struct arena *a, struct estimate *x, enum estimate_gate gate, struct str first,
    struct str second);
void estimate_doubts_add(
    struct arena *a, struct estimate_doubts *d, const struct estimate_doubt *one);
void estimate_note(
    struct arena *a, struct estimate_notes *notes, struct str name, struct str value);

/* The gravest of what follows from doubts. */
enum estimate_follows estimate_gravest(const struct estimate_doubts *d);

/*
 * Fills low, high and draws: seen + unseen shared out as a log-normal variable of that
 * variance (Burnham et al. 1987), 95 %. Nothing unseen: both are seen.
 */
void estimate_lognormal(struct arena *a, struct estimate *x, double seen, double variance);

/* Which share of the draws lies below the i-th, and the normal quantile of that. */
double estimate_draw_level(size_t i);
double estimate_draw_score(size_t i);

/*
 * Doubts that every method of the table has to live with: lists too few, too
 * small or without overlap, too few people seen twice, and who was left out.
 */
struct estimate_doubts estimate_table_doubts(struct arena *a, const struct overlap *t);

/* Are its numbers finite, and does no doubt refuse the method? */
bool estimate_stands(const struct estimate *x);

/* A number of people with up to four decimals, none where it is whole: "388.48". */
struct str estimate_number(struct arena *a, double v);

/* Pair "A:B" of two lists. */
struct str estimate_pair(struct arena *a, const struct overlap *t, size_t i, size_t j);

bool estimate_method_of(struct str name, enum estimate_method *out);
struct str estimate_method_name(enum estimate_method method);
struct str estimate_gate_name(enum estimate_gate gate);
enum estimate_follows estimate_gate_follows(enum estimate_gate gate);
struct str estimate_interval_name(enum estimate_interval interval);

#endif
