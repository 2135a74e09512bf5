#include "domain/count/board.h"
#include "domain/count/internal.h"

static int32_t
index_of(size_t vocab_index)
{
	return vocab_index == VOCAB_NONE ? WORLD_NONE : (int32_t)vocab_index;
}

static enum world_counts
counts_of(struct str additive)
{
	if (str_eq(additive, STR("detentions")))
		return WORLD_DETENTIONS;
	return str_eq(additive, STR("decisions")) ? WORLD_DECISIONS : WORLD_STATES;
}

static void
set_measures(struct arena *a, const struct vocab *v, struct world *w)
{
	struct world_measure *measures = ARENA_ARRAY(a, struct world_measure, v->n_measures);
	struct world_edge *edges = ARENA_ARRAY(a, struct world_edge, v->n_edges);
	struct str *assumptions = ARENA_ARRAY(a, struct str, v->n_assumptions);

	for (size_t i = 0; i < v->n_measures; i++)
		measures[i] = (struct world_measure){
		    v->measures[i].id, counts_of(v->measures[i].additive), v->measures[i].bounds};
	for (size_t i = 0; i < v->n_edges; i++)
		edges[i] = (struct world_edge){index_of(v->edges[i].high),
		    index_of(v->edges[i].low), index_of(v->edges[i].assumption)};
	for (size_t i = 0; i < v->n_assumptions; i++)
		assumptions[i] = v->assumptions[i].id;
	w->measures = measures;
	w->measure_count = v->n_measures;
	w->edges = edges;
	w->edge_count = v->n_edges;
	w->assumptions = assumptions;
	w->assumption_count = v->n_assumptions;
}

/* The sums of one sort, each whole once with all its parts. */
static const struct world_sum *
gather_sums(struct arena *a, const struct vocab *v, bool balance, size_t *count)
{
	struct world_sum *sums = ARENA_ARRAY(a, struct world_sum, v->n_sums);
	size_t n = 0;

	for (size_t i = 0; i < v->n_sums; i++) {
		size_t at = 0;
		if (v->sums[i].balance != balance)
			continue;
		while (at < n && sums[at].whole != index_of(v->sums[i].whole))
			at++;
		if (at < n)
			continue;
		int32_t *parts = ARENA_ARRAY(a, int32_t, v->n_sums);
		size_t n_parts = 0;
		for (size_t k = i; k < v->n_sums; k++)
			if (v->sums[k].balance == balance && v->sums[k].whole == v->sums[i].whole)
				parts[n_parts++] = index_of(v->sums[k].part);
		sums[n++] = (struct world_sum){index_of(v->sums[i].whole), parts, n_parts};
	}
	*count = n;
	return sums;
}

static void
set_nodes(struct arena *a, const struct vocab *v, struct world *w)
{
	struct world_node *places = ARENA_ARRAY(a, struct world_node, v->n_places);
	struct world_node *whos = ARENA_ARRAY(a, struct world_node, v->n_whos);

	for (size_t i = 0; i < v->n_places; i++)
		places[i] = (struct world_node){v->places[i].id, index_of(v->places[i].parent)};
	for (size_t i = 0; i < v->n_whos; i++)
		whos[i] = (struct world_node){v->whos[i].id, index_of(v->whos[i].parent)};
	w->places = places;
	w->place_count = v->n_places;
	w->whos = whos;
	w->who_count = v->n_whos;
}

static enum world_unit
unit_of(struct str unit)
{
	if (str_eq(unit, STR("persons")))
		return WORLD_PERSONS;
	return str_eq(unit, STR("unstated")) ? WORLD_UNSTATED : WORLD_ADDITIVE;
}

static enum world_class class_of(struct str class)
{
	static const struct {
		struct str name;
		enum world_class class;
	} rows[] = {
	    {STR_INIT("state"), WORLD_STATE},
	    {STR_INIT("defenders"), WORLD_DEFENDERS},
	    {STR_INIT("media"), WORLD_MEDIA},
	    {STR_INIT("unnamed"), WORLD_UNNAMED},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		if (str_eq(rows[i].name, class))
			return rows[i].class;
	return WORLD_OTHER;
}

static enum world_coverage
coverage_of(struct str coverage)
{
	if (str_eq(coverage, STR("total")))
		return WORLD_TOTAL;
	return str_eq(coverage, STR("seen")) ? WORLD_SEEN : WORLD_UNKNOWN;
}

enum world_days
count_days_of(struct str day_of)
{
	if (str_eq(day_of, STR("decision")))
		return WORLD_DECISION;
	return str_eq(day_of, STR("taking")) ? WORLD_TAKING : WORLD_ASSEMBLY;
}

static int
wording_of(struct str wording)
{
	if (str_eq(wording, STR("verbatim")))
		return 0;
	return str_eq(wording, STR("translated")) ? 1 : 2;
}

/* Outlets a figure went through: the shortest of the ways parted by ";", each step a " via ". */
static int
carriers_of(struct str via)
{
	int fewest = 0;

	while (via.n > 0) {
		struct str way = str_trim(str_cut(&via, ';'));
		int steps = way.n > 0;
		for (size_t at; (at = str_search(way, STR(" via "))) < way.n; steps++)
			way = str_sub(way, at + 5, way.n);
		if (steps > 0 && (fewest == 0 || steps < fewest))
			fewest = steps;
	}
	return fewest;
}

/* Origins in the order they come up; a claim adds at most one. */
static int32_t
origin_of(struct str *origins, size_t *count, struct str origin)
{
	if (origin.n == 0)
		return WORLD_NONE;
	for (size_t i = 0; i < *count; i++)
		if (str_eq(origins[i], origin))
			return (int32_t)i;
	origins[*count] = origin;
	return (int32_t)(*count)++;
}

/* The claims named that are there; one that was withdrawn or destroyed is as if never named. */
static const int32_t *
claims_named(
    struct arena *a, const struct count_ids *all, const struct str *ids, size_t n, size_t *count)
{
	int32_t *found = ARENA_ARRAY(a, int32_t, n);
	size_t n_found = 0;

	for (size_t i = 0; i < n; i++) {
		size_t at = count_claim_at(all, ids[i]);
		if (at != COUNT_NONE)
			found[n_found++] = (int32_t)at;
	}
	*count = n_found;
	return found;
}

static int32_t
last_day(const struct count_claim *claim)
{
	struct date_set as_of;
	struct arena *a = arena_new();
	struct err e;
	int32_t day = DATE_OPEN_START;

	if (claim->text[COUNT_AS_OF].n > 0 &&
	    date_read(a, claim->text[COUNT_AS_OF], &as_of, &e) == 0)
		day = as_of.spans[as_of.count - 1].last;
	arena_free(a);
	return day;
}

struct scope
count_scope_of(struct arena *a, const struct count_claim *claim)
{
	int32_t *places = ARENA_ARRAY(a, int32_t, claim->n_places);

	for (size_t i = 0; i < claim->n_places; i++)
		places[i] = (int32_t)claim->places[i];
	return (struct scope){
	    .measure = (int32_t)claim->measure,
	    .unit = unit_of(claim->text[COUNT_UNIT]),
	    .days_of = count_days_of(claim->text[COUNT_DAY_OF]),
	    .who = (int32_t)claim->who,
	    .places = places,
	    .place_count = claim->n_places,
	    .spans = claim->days.spans,
	    .span_count = claim->days.count,
	    .time = claim->text[COUNT_TIME],
	};
}

static struct world_claim
convert(struct arena *a, const struct count_ids *ids, const struct count_claim *c, int32_t origin)
{
	const struct phrase *reading = &c->reading;
	size_t whole =
	    c->text[COUNT_PART_OF].n > 0 ? count_claim_at(ids, c->text[COUNT_PART_OF]) : COUNT_NONE;
	struct world_claim out = {
	    .id = count_claim_id(c),
	    .scope = count_scope_of(a, c),
	    .said = reading->said,
	    .has_interval = reading->has_interval,
	    .days_inferred = c->days.uncertain || c->days.approximate,
	    .day_unknown = str_search(c->text[COUNT_DAYS], STR("X")) < c->text[COUNT_DAYS].n,
	    .exactness = reading->exactness,
	    .number = reading->modal  ? reading->modal_number
		: reading->has_number ? reading->number
				      : 0,
	    .coverage = coverage_of(c->text[COUNT_COVERAGE]),
	    .origin = origin,
	    .class = class_of(c->text[COUNT_CLASS]),
	    .said_at = {DATE_OPEN_START, DATE_OPEN_END},
	    .as_of = last_day(c),
	    .wording = wording_of(c->text[COUNT_WORDING]),
	    .carriers = carriers_of(c->text[COUNT_VIA]),
	    .documented = c->documented != NULL,
	    .part_of = whole == COUNT_NONE ? WORLD_NONE : (int32_t)whole,
	};

	if (c->said_at.count > 0)
		out.said_at = (struct date_span){
		    c->said_at.spans[0].first, c->said_at.spans[c->said_at.count - 1].last};
	out.derived_from =
	    claims_named(a, ids, c->derived_from, c->n_derived_from, &out.derived_count);
	out.supersedes =
	    claims_named(a, ids, c->supersedes, c->n_supersedes, &out.supersedes_count);
	return out;
}

struct world
count_world(struct arena *a, const struct vocab *vocab, struct count_claims claims)
{
	struct world w = {0};
	struct world_claim *all = ARENA_ARRAY(a, struct world_claim, claims.count);
	struct str *origins = ARENA_ARRAY(a, struct str, claims.count);
	const struct count_ids ids = count_ids_of(a, claims);

	set_measures(a, vocab, &w);
	set_nodes(a, vocab, &w);
	w.compositions = gather_sums(a, vocab, false, &w.composition_count);
	w.balances = gather_sums(a, vocab, true, &w.balance_count);
	for (size_t i = 0; i < claims.count; i++) {
		const struct count_claim *c = &claims.at[i];
		all[i] =
		    convert(a, &ids, c, origin_of(origins, &w.origin_count, c->text[COUNT_ORIGIN]));
	}
	w.origins = origins;
	w.claims = all;
	w.claim_count = claims.count;
	return w;
}
