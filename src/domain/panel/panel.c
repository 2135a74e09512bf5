#include <math.h>

#include "domain/panel/internal.h"
#include "domain/panel/panel_sql.h"
#include "engine/claim/atoms.h"
#include "engine/claim/reach.h"
#include "engine/estimate/classic.h"

#define LEAST_STEP 10 /* of an estimate that the public is given; and three digits at most */

/* --- What the public is given ----------------------------------------------------------------- */

/* The number in steps: up says to which side it may be off. */
static int64_t
coarse(int64_t v, int up)
{
	int64_t step = LEAST_STEP;

	while (v / step >= 1000)
		step *= 10;
	int64_t down = v / step * step;
	if (up == 0)
		return v - down < step - (v - down) ? down : down + step;
	return up > 0 && down < v ? down + step : down;
}

/* A number of people in a doubt; one that is small, or stands for a cell, says only under what. */
static void
coarse_doubts(struct arena *a, struct estimate_doubts *d)
{
	struct estimate_doubt *at = ARENA_ARRAY(a, struct estimate_doubt, d->count);
	int64_t people;

	for (size_t i = 0; i < d->count; i++) {
		at[i] = d->at[i];
		for (size_t k = 0; k < LENGTH(at[i].arg); k++)
			if (str_to_int(at[i].arg[k], &people))
				at[i].arg[k] = arena_str(a, STR_INT(coarse(people, 0)));
		if (at[i].gate == ESTIMATE_GATE_FEW_TWICE)
			at[i].arg[0] = arena_fmt(a, "< %.*s", STR_ARG(d->at[i].arg[1]));
		if (at[i].gate == ESTIMATE_GATE_FEW_DOUBLES)
			at[i].arg[0] = STR("< 5");
		if (at[i].gate == ESTIMATE_GATE_SMALL_LIST)
			at[i].arg[1] = STR("< 10");
	}
	d->at = at;
}

static void
coarse_all(struct arena *a, struct panel_estimate *x)
{
	struct panel_method *methods = ARENA_ARRAY(a, struct panel_method, x->methods.count);
	struct panel_without *without = ARENA_ARRAY(a, struct panel_without, x->n_without);

	for (size_t i = 0; i < x->methods.count; i++) {
		methods[i] = x->methods.at[i];
		methods[i].point = coarse(methods[i].point, 0);
		methods[i].low = coarse(methods[i].low, -1);
		methods[i].high = coarse(methods[i].high, 1);
		coarse_doubts(a, &methods[i].doubts);
	}
	for (size_t i = 0; i < x->n_without; i++) {
		without[i] = x->without[i];
		without[i].low = coarse(without[i].low, -1);
		without[i].high = coarse(without[i].high, 1);
		coarse_doubts(a, &without[i].doubts);
	}
	coarse_doubts(a, &x->doubts);
	x->methods.at = methods;
	x->without = without;
	x->low = coarse(x->low, -1);
	x->high = coarse(x->high, 1);
}

/* --- What other figures would need ------------------------------------------------------------ */

/* The largest lists, the first of equal ones by name. */
static void
two_largest(const struct overlap *t, size_t *first, size_t *second)
{
	int64_t most = -1, next = -1;

	for (size_t j = 0; j < t->lists; j++) {
		int64_t on = overlap_on_all(t, UINT32_C(1) << j);
		if (on > most) {
			next = most;
			*second = *first;
			most = on;
			*first = j;
		} else if (on > next) {
			next = on;
			*second = j;
		}
	}
}

static struct panel_need
need_of(const struct overlap *t, size_t i, size_t j, const struct world_claim *claim)
{
	double low = classic_odds_needed(t, i, j, (double)claim->said.low);
	double high = classic_odds_needed(t, i, j, (double)claim->said.high);
	struct panel_need need = {.possible = high >= 0};

	need.low = fmax(low, 0);
	need.high = fmax(high, 0);
	return need;
}

static int32_t
documented_at(const struct count_board *board)
{
	for (size_t i = 0; i < board->claims.count; i++)
		if (board->claims.at[i].documented != NULL)
			return (int32_t)i;
	return WORLD_NONE;
}

/* What needs are found with. */
struct needing {
	const struct overlap *table;
	const struct count_board *board;
	const struct reach *reach;
	int32_t own;          /* the documented people among the claims */
	size_t first, second; /* the two largest lists */
	struct panel_need *at;
	size_t count;
};

/* Is everybody of inner counted in outer too, whatever one takes for granted? */
static bool
is_part(const struct needing *n, const struct scope *inner, const struct scope *outer)
{
	const struct world *w = &n->board->world;

	return (inner->days_of == WORLD_DECISION) == (outer->days_of == WORLD_DECISION) &&
	    (outer->time.n == 0 || str_eq(inner->time, outer->time)) &&
	    reach_up(n->reach, REACH_PERSONS, inner->measure, outer->measure, 0) &&
	    reach_who(w, inner->who, outer->who) && atoms_scope_within(w, inner, outer);
}

/* Counts it people, each once? */
static bool
is_of_persons(const struct scope *s)
{
	return s->unit == WORLD_PERSONS || (s->unit == WORLD_UNSTATED && atoms_one_day(s));
}

static void
needs_add(struct needing *n, const struct count_scope *scope, int32_t claim, enum panel_about about)
{
	struct panel_need need =
	    need_of(n->table, n->first, n->second, &n->board->world.claims[claim]);

	need.claim = claim;
	need.scope = scope;
	need.about = about;
	n->at[n->count++] = need;
}

/* Closed figures for the very scope of the documented people. */
static void
needs_of_same(struct needing *n, const struct count_scope *scope)
{
	bool ours = false;

	for (size_t k = 0; k < scope->n_claims; k++)
		ours |= scope->claims[k] == n->own;
	for (size_t k = 0; ours && k < scope->n_claims; k++) {
		const struct world_claim *claim = &n->board->world.claims[scope->claims[k]];
		if (scope->claims[k] != n->own && claim->has_interval &&
		    claim->said.high != INTERVAL_OPEN)
			needs_add(n, scope, scope->claims[k], PANEL_SAME);
	}
}

/* Does a figure of another scope say that all are no more than so many, or no fewer? */
static bool
says(const struct needing *n, int32_t claim, enum panel_about about)
{
	const struct world_claim *c = &n->board->world.claims[claim];
	const struct scope *own = &n->board->world.claims[n->own].scope;

	if (c->documented || !c->has_interval ||
	    standing_of(n->board->standing, claim)->status != STANDING_STANDS)
		return false;
	if (about == PANEL_MORE)
		return c->said.high != INTERVAL_OPEN && c->coverage != WORLD_SEEN &&
		    is_part(n, own, &c->scope) && !is_part(n, &c->scope, own);
	return is_of_persons(&c->scope) && is_part(n, &c->scope, own) &&
	    !is_part(n, own, &c->scope) &&
	    classic_odds_needed(n->table, n->first, n->second, (double)c->said.low) > 0;
}

/* The one that says most. */
static void
needs_of_others(struct needing *n, enum panel_about about)
{
	const struct world *w = &n->board->world;
	const struct count_scope *scope = NULL;
	int32_t best = WORLD_NONE;

	for (size_t s = 0; s < n->board->n_scopes; s++) {
		for (size_t k = 0; k < n->board->scopes[s].n_claims; k++) {
			int32_t claim = n->board->scopes[s].claims[k];
			if (!says(n, claim, about))
				continue;
			const struct interval *said = &w->claims[claim].said;
			if (best != WORLD_NONE &&
			    (about == PANEL_MORE ? said->high >= w->claims[best].said.high
						 : said->low <= w->claims[best].said.low))
				continue;
			best = claim;
			scope = &n->board->scopes[s];
		}
	}
	if (best != WORLD_NONE)
		needs_add(n, scope, best, about);
}

static void
needs_find(struct arena *a, const struct overlap *t, const struct count_board *board,
    bool is_public, struct panel *out)
{
	struct needing n = {.table = t, .board = board, .own = documented_at(board)};

	two_largest(t, &n.first, &n.second);
	if (n.own == WORLD_NONE || t->lists < 2 ||
	    isnan(classic_odds_needed(t, n.first, n.second, 0)))
		return;
	n.reach = reach_new(a, &board->world);
	n.at = ARENA_ARRAY(a, struct panel_need, board->claims.count + 2);
	out->first = t->names[n.first];
	out->second = t->names[n.second];
	for (size_t s = 0; s < board->n_scopes; s++)
		needs_of_same(&n, &board->scopes[s]);
	needs_of_others(&n, PANEL_MORE);
	needs_of_others(&n, PANEL_SOME);
	struct panel_needs needs = {.first = overlap_on_all(t, UINT32_C(1) << n.first),
	    .second = overlap_on_all(t, UINT32_C(1) << n.second),
	    .at = n.at,
	    .said = ARENA_ARRAY(a, struct interval, n.count),
	    .count = n.count};
	for (size_t k = 0; k < n.count; k++)
		needs.said[k] = board->world.claims[n.at[k].claim].said;
	panel_needs_round(&needs, is_public);
	out->needs = needs.at;
	out->n_needs = needs.count;
}

/* --- The panel -------------------------------------------------------------------------------- */

static int
estimate_read(const struct count_reader *reader, struct viewer viewer, struct str event,
    struct panel *out, struct err *e)
{
	struct sql_estimate_last_row row;
	int found = sql_estimate_last_one(reader->db, event, reader->arena, &row, e);

	if (found <= 0)
		return found;
	out->estimated = true;
	out->estimate = (struct panel_estimate){
	    .id = row.id, .at = row.at, .by = row.by, .digest = row.digest, .linkage = row.linkage};
	if (panel_result_read(reader->arena, row.result, &out->estimate, e) < 0)
		return -1;
	out->stale =
	    out->people.people.stale || !str_eq(out->people.people.linkage.id, row.linkage);
	if (viewer.role != VIEWER_TEAM)
		coarse_all(reader->arena, &out->estimate);
	return 0;
}

int
panel_events(struct db *db, struct arena *a, struct count_events *out, struct err *e)
{
	struct sql_panel_events_rows rows;

	if (sql_panel_events_all(db, a, &rows, e) < 0)
		return -1;
	struct count_event *at = ARENA_ARRAY(a, struct count_event, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct count_event){rows.at[i].id, rows.at[i].claims};
	*out = (struct count_events){at, rows.count};
	return 0;
}

int
panel_outline(const struct count_reader *reader, struct viewer viewer, struct str event,
    struct panel *out, struct err *e)
{
	*out = (struct panel){.first = STR(""), .second = STR("")};
	if (count_documented(reader, viewer, event, &out->people, &out->documented, e) < 0)
		return -1;
	return out->documented ? estimate_read(reader, viewer, event, out, e) : 0;
}

int
panel_read(const struct count_reader *reader, struct viewer viewer, struct str event,
    const struct count_board *board, struct panel *out, struct err *e)
{
	const struct person_reader all = {reader->db, reader->arena, {VIEWER_TEAM}, NULL};
	struct person_count count;

	if (panel_outline(reader, viewer, event, out, e) < 0)
		return -1;
	if (!out->documented)
		return 0;
	if (person_count(&all, event, &count, e) < 0)
		return -1;
	struct overlap table = panel_table(reader->arena, &count);
	needs_find(reader->arena, &table, board, viewer.role != VIEWER_TEAM, out);
	return 0;
}
