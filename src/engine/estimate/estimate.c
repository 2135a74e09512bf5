#include "engine/estimate/estimate.h"

#include <math.h>

#include "engine/estimate/special.h"

#define Z95 1.959963984540054 /* of 95 % of a normal variable */
#define LIST_LEAST 10         /* people on a list */
#define TWICE_LEAST 25        /* people on two lists or more */
#define SEEN_LEAST 0.15       /* of everybody, by sample coverage */

static const struct {
	struct str name;
	enum estimate_role role;
} methods[] = {
#define X(ID, name, role, what) {STR_INIT(name), ESTIMATE_##role},
#include "engine/estimate/method.def"
#undef X
};

static const struct {
	struct str name;
	enum estimate_follows follows;
} gates[] = {
#define X(ID, name, follows, numbers) {STR_INIT(name), ESTIMATE_##follows},
#include "engine/estimate/gate.def"
#undef X
};

static const struct str intervals[ESTIMATE_INTERVALS] = {STR_INIT("none"), STR_INIT("credible"),
    STR_INIT("wald"), STR_INIT("profile"), STR_INIT("bca"), STR_INIT("lognormal")};

struct estimate
estimate_start(enum estimate_method method, struct str form)
{
	return (struct estimate){.method = method,
	    .role = methods[method].role,
	    .form = form,
	    .cap = STR(""),
	    .grid = STR(""),
	    .point = ESTIMATE_NO_NUMBER,
	    .low = ESTIMATE_NO_NUMBER,
	    .high = ESTIMATE_NO_NUMBER,
	    .se = ESTIMATE_NO_NUMBER};
}

void
estimate_doubts_add(struct arena *a, struct estimate_doubts *d, const struct estimate_doubt *one)
{
	d->at = arena_grow(a, d->at, d->count, &d->capacity, sizeof(*d->at));
	d->at[d->count++] = *one;
}

void
estimate_doubt(struct arena *a, struct estimate *x, enum estimate_gate gate, struct str first,
    struct str second)
{
	estimate_doubts_add(a, &x->doubts, &(struct estimate_doubt){gate, {first, second}});
}

void
estimate_note(struct arena *a, struct estimate_notes *notes, struct str name, struct str value)
{
	notes->at = arena_grow(a, notes->at, notes->count, &notes->capacity, sizeof(*notes->at));
	notes->at[notes->count++] = (struct estimate_note){name, value};
}

enum estimate_follows
estimate_gravest(const struct estimate_doubts *d)
{
	enum estimate_follows gravest = ESTIMATE_WARNS;

	for (size_t i = 0; i < d->count; i++)
		if (gates[d->at[i].gate].follows > gravest)
			gravest = gates[d->at[i].gate].follows;
	return gravest;
}

void
estimate_lognormal(struct arena *a, struct estimate *x, double seen, double variance)
{
	double unseen = fmax(0, x->point - seen), *draws = ARENA_ARRAY(a, double, ESTIMATE_DRAWS);
	double spread = unseen > 0 ? sqrt(log1p(variance / (unseen * unseen))) : 0;

	x->interval = ESTIMATE_LOGNORMAL;
	x->se = sqrt(variance);
	x->low = seen + unseen * exp(-Z95 * spread);
	x->high = seen + unseen * exp(Z95 * spread);
	for (size_t i = 0; i < ESTIMATE_DRAWS; i++)
		draws[i] = seen + unseen * exp(spread * estimate_draw_score(i));
	x->draws = draws;
}

double
estimate_draw_score(size_t i)
{
	return special_normal_quantile(estimate_draw_level(i));
}

double
estimate_draw_level(size_t i)
{
	return ((double)i + 0.5) / ESTIMATE_DRAWS;
}

bool
estimate_stands(const struct estimate *x)
{
	return isfinite(x->point) && isfinite(x->low) && isfinite(x->high) &&
	    estimate_gravest(&x->doubts) < ESTIMATE_METHOD;
}

struct str
estimate_number(struct arena *a, double v)
{
	struct str text = arena_fmt(a, "%.4f", v);

	while (text.p[text.n - 1] == '0')
		text.n--;
	if (text.p[text.n - 1] == '.')
		text.n--;
	return text;
}

struct str
estimate_pair(struct arena *a, const struct overlap *t, size_t i, size_t j)
{
	return arena_fmt(a, "%.*s:%.*s", STR_ARG(t->names[i]), STR_ARG(t->names[j]));
}

static void
add(struct arena *a, struct estimate_doubts *d, enum estimate_gate gate, struct str first,
    struct str second)
{
	estimate_doubts_add(a, d, &(struct estimate_doubt){gate, {first, second}});
}

static struct str
whole(struct arena *a, int64_t v)
{
	return estimate_number(a, (double)v);
}

/* The share of everybody who is on some list: Chao and Tsay (1998), 1 - mean of alone / on it. */
static double
seen_share(const struct overlap *t)
{
	double sum = 0;

	for (size_t j = 0; j < t->lists; j++) {
		uint32_t list = UINT32_C(1) << j;
		sum += (double)overlap_with(t, list) / (double)overlap_on_all(t, list);
	}
	return 1 - sum / (double)t->lists;
}

static void
doubt_lists(struct arena *a, const struct overlap *t, struct estimate_doubts *d)
{
	for (size_t i = 0; i < t->dropped_count; i++) {
		bool empty = t->dropped[i].same_as.n == 0;
		add(a, d, empty ? ESTIMATE_GATE_EMPTY_LIST : ESTIMATE_GATE_SAME_LIST,
		    t->dropped[i].name, t->dropped[i].same_as);
	}
	for (size_t j = 0; j < t->lists; j++) {
		int64_t on = overlap_on_all(t, UINT32_C(1) << j);
		if (t->lists > 1 && on == overlap_with(t, UINT32_C(1) << j))
			add(a, d, ESTIMATE_GATE_LONE_LIST, t->names[j], STR(""));
		if (on < LIST_LEAST)
			add(a, d, ESTIMATE_GATE_SMALL_LIST, t->names[j], whole(a, on));
	}
	if (t->outside > 0)
		add(a, d, ESTIMATE_GATE_OUTSIDE, whole(a, t->outside), STR(""));
}

struct estimate_doubts
estimate_table_doubts(struct arena *a, const struct overlap *t)
{
	struct estimate_doubts d = {NULL, 0, 0};
	int64_t twice = t->people - overlap_on_exactly(t, 1);

	if (t->lists < 3)
		add(a, &d, t->lists < 2 ? ESTIMATE_GATE_ONE_LIST : ESTIMATE_GATE_TWO_LISTS, STR(""),
		    STR(""));
	else if (twice == 0)
		add(a, &d, ESTIMATE_GATE_NO_OVERLAP, STR(""), STR(""));
	else if (twice < TWICE_LEAST)
		add(a, &d, ESTIMATE_GATE_FEW_TWICE, whole(a, twice), whole(a, TWICE_LEAST));
	else if (seen_share(t) < SEEN_LEAST)
		add(a, &d, ESTIMATE_GATE_LITTLE_SEEN, whole(a, (int64_t)(100 * seen_share(t))),
		    whole(a, (int64_t)(100 * SEEN_LEAST)));
	doubt_lists(a, t, &d);
	return d;
}

bool
estimate_method_of(struct str name, enum estimate_method *out)
{
	for (size_t i = 0; i < LENGTH(methods); i++) {
		if (str_eq(methods[i].name, name)) {
			*out = (enum estimate_method)i;
			return true;
		}
	}
	return false;
}

struct str
estimate_method_name(enum estimate_method method)
{
	return methods[method].name;
}

struct str
estimate_gate_name(enum estimate_gate gate)
{
	return gates[gate].name;
}

enum estimate_follows
estimate_gate_follows(enum estimate_gate gate)
{
	return gates[gate].follows;
}

struct str
estimate_interval_name(enum estimate_interval interval)
{
	return intervals[interval];
}
