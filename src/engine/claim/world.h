/*
 * world: who said what, as arrays by index: all that the engine of counts knows.
 * Ids are only compared, never read. Indices are int32_t into the arrays of struct
 * world, WORLD_NONE where there is none. The engine borrows everything; what it
 * gives back lies on the caller's arena and may point into the world.
 * Order of rows never matters: results follow ids in byte order.
 * Rules and why: docs/methods/counts.md.
 */
#ifndef GUVOH_ENGINE_CLAIM_WORLD_H
#define GUVOH_ENGINE_CLAIM_WORLD_H

#include "base/date.h"
#include "base/str.h"
#include "engine/claim/interval.h"
#include "engine/claim/phrase.h"

#define WORLD_NONE (-1)
#define WORLD_ASSUMPTIONS 64 /* most assumptions; a set of them is a bit mask by index */

/* What is counted. In a claim: as said. In a question: PERSONS, or anything else for ADDITIVE. */
enum world_unit {
	WORLD_ADDITIVE, /* detentions or decisions: one person taken twice counts twice */
	WORLD_PERSONS,
	WORLD_UNSTATED, /* read as persons as well where the claim covers a single day */
};

enum world_coverage {
	WORLD_TOTAL,
	WORLD_SEEN,
	WORLD_UNKNOWN,
};

enum world_class {
	WORLD_STATE,
	WORLD_DEFENDERS,
	WORLD_MEDIA,
	WORLD_UNNAMED, /* constrains nothing */
	WORLD_OTHER,   /* also the people documented in the archive */
};

/* What the days of a claim are days of. The first two are compared, decisions only with each other.
 */
enum world_days {
	WORLD_TAKING,
	WORLD_ASSEMBLY,
	WORLD_DECISION,
};

/* What one event of a measure is; no additive count crosses from one kind to another. */
enum world_counts {
	WORLD_DETENTIONS,
	WORLD_DECISIONS,
	WORLD_STATES, /* held on a date: adds over places, never over days */
};

struct world_measure {
	struct str id;
	enum world_counts counts;
	bool bounds; /* false: shown, constrains nothing (took part) */
};

/* Figures of low never exceed those of high for the same scope; under an assumption for persons
 * only. */
struct world_edge {
	int32_t high, low;
	int32_t assumption; /* or WORLD_NONE */
};

/* Composition: whole = sum of parts. Balance: whole - parts is a question. */
struct world_sum {
	int32_t whole;
	const int32_t *parts;
	size_t count;
};

/* Places (those under one parent are disjoint) and whos (they are not). No cycles. */
struct world_node {
	struct str id;
	int32_t parent; /* or WORLD_NONE */
};

struct scope {
	int32_t measure;
	enum world_unit unit;
	enum world_days days_of;
	int32_t who;
	const int32_t *places; /* a union, count >= 1 */
	size_t place_count;
	const struct date_span *spans; /* sorted, apart, count >= 1; ends may be open */
	size_t span_count;
	struct str time; /* empty: the whole day; else some part of it, compared by its bytes */
};

struct world_claim {
	struct str id;
	struct scope scope;   /* unit as said */
	struct interval said; /* ends up to PHRASE_MOST */
	bool has_interval;    /* false: modal */
	bool days_inferred;   /* or approximate */
	bool day_unknown;     /* one day, or some, of its days: nobody knows which */
	enum phrase_exactness exactness;
	int64_t number; /* as said; 0: none; the modal number when there is no interval */
	enum world_coverage coverage;
	int32_t origin; /* or WORLD_NONE: not known */
	enum world_class class;
	bool documented;          /* people whom lists name: nobody's words */
	struct date_span said_at; /* ends may be open */
	int32_t as_of;            /* day; DATE_OPEN_START: not said */
	int wording;              /* 0 verbatim, 1 translated, 2 second-hand */
	int carriers;             /* how many handed it on */
	int32_t part_of;          /* claim, or WORLD_NONE; parts have no parts */
	const int32_t *derived_from;
	size_t derived_count;
	const int32_t *supersedes;
	size_t supersedes_count;
};

struct world {
	const struct str *assumptions;
	size_t assumption_count;
	const struct world_measure *measures;
	size_t measure_count;
	const struct world_edge *edges;
	size_t edge_count;
	const struct world_sum *compositions;
	size_t composition_count;
	const struct world_sum *balances;
	size_t balance_count;
	const struct world_node *places;
	size_t place_count;
	const struct world_node *whos;
	size_t who_count;
	const struct str *origins; /* ids */
	size_t origin_count;
	const struct world_claim *claims;
	size_t claim_count;
};

/*
 * The interval that takes part in bounds, on its own: a bare round number gets
 * half the place of its last non-zero digit, at most 10 % (500: [450, 549]).
 * Terms of a sum that adds up exactly stay as said: see standing.h.
 */
struct interval world_soft(const struct world_claim *c);

/* The largest one-sided softness of its words, in people; 0 when it has no number or no give. */
int64_t world_tolerance(const struct world_claim *c);

/* Were both said at the same time, as far as is known? Not when either end of it is open. */
bool world_said_together(const struct world_claim *x, const struct world_claim *y);

#endif
