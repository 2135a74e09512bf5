/*
 * joining: clusters that join along the ties between them, the likeliest first.
 * A joining knows ties and clusters that nothing else looks at meanwhile, so that many go on at
 * once, each on a thread.
 */
#ifndef GUVOH_ENGINE_LINK_JOINING_H
#define GUVOH_ENGINE_LINK_JOINING_H

#include "engine/link/bond.h"
#include "engine/link/gather.h"
#include "engine/link/surely.h"

/* What all pairs of two clusters, x < y, weigh together. */
struct tie {
	double sum; /* by rows */
	uint32_t x, y;
	float least; /* what the lightest of them weighs that was looked at */
};

/* All clusters, each by the number of its first unit. */
struct clusters {
	uint32_t *next, *last; /* members of a cluster */
	double *rows;          /* of each cluster; 0: it went into another */
	uint64_t *sole;        /* lists that hold nobody twice and have a row in the cluster */
	bool *grown;           /* something was joined to it; whoever asks takes it back */
	struct near *near;     /* ties of a cluster while it is in a joining */
	uint32_t *mark;        /* a number of one in a joining; else 0 */
	struct bonds *bonds;   /* what people said */
	struct surely *surely; /* what tells people apart for sure */
	double *gains;         /* by the rows of two clusters, when they are few */
};

struct clusters *joining_clusters(struct arena *a, const struct fields *f);

/* What the odds of two clusters come to whose pairs weigh sum together. */
double joining_odds(const struct clusters *c, const struct tie *t);

/* May they not be one for a pair of rows that is too unlike, whatever all others weigh? */
bool joining_apart(const struct tie *t);

/* May two clusters never be one, whatever they weigh? */
bool joining_barred(const struct clusters *c, uint32_t x, uint32_t y);

struct joining;

/* What joinings leave behind. */
struct joining_left {
	struct tie *ties; /* that did not come to be joined */
	size_t n_ties, ties_capacity;
	struct asked_pair *asked; /* pairs that were compared */
	size_t n_asked, asked_capacity;
	bool forgets;                /* no such pair is kept: others keep enough */
	struct gather_doubt *doubts; /* that were joined */
	size_t n_doubts, doubts_capacity;
	struct arena *a;
};

/* How clusters are joined: the same for all of them. */
struct joining_rules {
	const struct gather_world *in;
	const struct gather_way *way;
	const struct weigh_bound *bounds; /* of the patterns */
	double edge;                      /* means below are not followed */
	double waiting;                   /* clusters whose log-odds are above wait to be joined */
};

struct joining *joining_new(struct arena *a, const struct joining_rules *rules, struct clusters *c,
    struct joining_left *left);

/* Joins clusters along n ties, whose ends have no others between them. */
void joining_run(struct joining *j, const struct tie *ties, size_t n);

/*
 * Whether the odds of two clusters are above least; t->sum is then what all their pairs weigh. A
 * pair that is not looked at is taken to weigh no more than what waits, or 0: two clusters are
 * given up as soon as all others could not raise them.
 */
bool joining_reaches(struct joining *j, struct tie *t, double least);

/* y goes into x, which is smaller, and neither has ties. */
void joining_one(struct clusters *c, uint32_t x, uint32_t y);

#endif
