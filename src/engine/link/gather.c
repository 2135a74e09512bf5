#include "engine/link/gather.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/joining.h"

#define BELOW 3.0     /* a mean weight so far below the cut is not followed further */
#define ROUNDING 1e-6 /* by which a bound may be too low */
#define PIECE 1024    /* ties, at least, that a thread takes at a time, unless they are the last */
#define REMEMBER 1024 /* pieces of work that remember pairs: of more than there is room for */
#define NONE UINT32_MAX

struct ties {
	struct tie *at;
	size_t n, capacity;
};

struct gathering {
	struct arena *a;
	struct joining_rules rules;
	struct clusters *clusters;
	struct ties ties; /* between clusters, some of which may be known only not to wait: these
			     weigh -HUGE_VAL */
	struct joining_left *left; /* by every piece of work so far */
	size_t n_left, left_capacity;
};

static void
tie_put(struct gathering *g, const struct tie *t)
{
	struct ties *ties = &g->ties;

	ties->at = arena_grow(g->a, ties->at, ties->n, &ties->capacity, sizeof(*ties->at));
	ties->at[ties->n++] = *t;
}

/* Do the clusters of a tie wait to be joined? */
static bool
waits(const struct gathering *g, const struct tie *t)
{
	return joining_odds(g->clusters, t) > g->rules.waiting && !joining_apart(t) &&
	    !joining_barred(g->clusters, t->x, t->y);
}

/* Heavy pairs among the candidates of a piece. */
struct heavies {
	struct arena *a;
	struct ties ties;
};

struct weighing {
	const struct joining_rules *rules;
	struct heavies *pieces;
};

/* Adds the pairs of the unit with that number in the piece, which begin at first, and moves those
 * that stay to where kept ones end; gives where they end then. */
static size_t
unit_weigh(const struct joining_rules *r, const struct candidate_piece *piece, uint32_t u,
    size_t kept, size_t first, struct heavies *h)
{
	const struct gather_world *in = r->in;
	const struct fields *f = in->fields;
	struct ties *ties = &h->ties;
	uint32_t x = piece->unit + u;
	double least = r->way->least != 0 ? r->way->least : -HUGE_VAL;
	struct weigh_own own;

	weigh_own(in->weights, f, x, &own);
	for (size_t i = first; i < piece->first[u + 1]; i++) {
		const struct block_pair pair = {x, piece->others[i]};
		uint32_t number = piece->patterns[i];
		double most = weigh_most(&r->bounds[number], &own) + ROUNDING;
		if (most < least)
			continue;
		piece->others[kept] = pair.y;
		piece->patterns[kept++] = number;
		if (most < r->edge)
			continue;
		double weight = weigh_by(in->weights, f, &r->bounds[number], &pair);
		if (weight <= r->edge)
			continue;
		double rows = (double)f->rows_of_unit[x] * (double)f->rows_of_unit[pair.y];
		ties->at = arena_grow(h->a, ties->at, ties->n, &ties->capacity, sizeof(*ties->at));
		ties->at[ties->n++] = (struct tie){weight * rows, x, pair.y, (float)weight};
	}
	return kept;
}

static void
piece_weigh(void *arg, size_t i)
{
	const struct weighing *k = arg;
	const struct candidate_piece *piece = &k->rules->in->candidates->pieces[i];
	struct heavies h = {.a = arena_new()};
	size_t kept = 0, first = 0;

	for (uint32_t u = 0; u < piece->units; u++) {
		size_t end = piece->first[u + 1];
		if (first < end)
			kept = unit_weigh(k->rules, piece, u, kept, first, &h);
		piece->first[u + 1] = kept;
		first = end;
	}
	arena_rest(piece->a);
	k->pieces[i] = h;
}

/* The ties that candidates make. */
static void
ties_first(struct gathering *g)
{
	struct arena *a = arena_new();
	size_t n = g->rules.in->candidates->n_pieces;
	struct weighing k = {&g->rules, ARENA_ARRAY(a, struct heavies, n)};
	struct ties *all = &g->ties;

	share_out(g->rules.in->fields->share, n, piece_weigh, &k);
	for (size_t p = 0; p < n; p++)
		all->capacity += k.pieces[p].ties.n;
	all->at = ARENA_ARRAY(g->a, struct tie, all->capacity);
	for (size_t p = 0; p < n; p++) {
		struct ties *some = &k.pieces[p].ties;
		if (some->n > 0)
			memcpy(all->at + all->n, some->at, some->n * sizeof(*some->at));
		all->n += some->n;
		arena_free(k.pieces[p].a);
	}
	arena_free(a);
}

static uint32_t
group_of(uint32_t *into, uint32_t x)
{
	while (into[x] != x)
		x = into[x] = into[into[x]];
	return x;
}

static void
group_join(uint32_t *into, uint32_t x, uint32_t y)
{
	x = group_of(into, x);
	y = group_of(into, y);
	into[x < y ? y : x] = x < y ? x : y;
}

/* The cluster of each unit; on a. */
static uint32_t *
clusters_by_unit(struct arena *a, const struct gathering *g)
{
	const struct clusters *c = g->clusters;
	size_t units = g->rules.in->fields->units;
	uint32_t *of = ARENA_ARRAY(a, uint32_t, units);

	for (uint32_t u = 0; u < units; u++)
		for (uint32_t i = u; c->rows[u] != 0 && i != NONE; i = c->next[i])
			of[i] = u;
	return of;
}

/*
 * Groups of clusters that ties above what waits hold together. What was said to be different goes
 * into one group, too: nobody else then asks for it.
 */
static uint32_t *
groups(struct arena *a, const struct gathering *g, bool *any)
{
	const struct fields *f = g->rules.in->fields;
	uint32_t *into = ARENA_ARRAY(a, uint32_t, f->units);
	uint32_t *of = f->n_said > 0 ? clusters_by_unit(a, g) : NULL;

	for (uint32_t u = 0; u < f->units; u++)
		into[u] = u;
	for (size_t i = 0; i < g->ties.n; i++) {
		const struct tie *t = &g->ties.at[i];
		if (!waits(g, t))
			continue;
		group_join(into, t->x, t->y);
		*any = true;
	}
	for (size_t i = 0; i < f->n_said; i++)
		group_join(into, of[f->said[i].x], of[f->said[i].y]);
	return into;
}

/* Ties within groups, group by group, as pieces of work. */
struct work {
	const struct gathering *g;
	struct joining_left *left; /* by each piece */
	struct tie *ties;
	size_t *first; /* tie of each group, and where the last ends */
	size_t *begin; /* group of each piece, and where the last ends */
	size_t groups, pieces;
};

/* Moves the ties within groups to the work; the others stay. */
static void
work_sort(struct arena *a, struct gathering *g, uint32_t *into, struct work *k)
{
	uint32_t *number = ARENA_ARRAY(a, uint32_t, g->rules.in->fields->units);
	size_t n = g->ties.n, kept = 0;
	uint32_t *group = ARENA_ARRAY(a, uint32_t, n);

	k->first = ARENA_ARRAY(a, size_t, n + 2);
	for (size_t i = 0; i < n; i++) {
		const struct tie *t = &g->ties.at[i];
		uint32_t x = group_of(into, t->x);
		if (isinf(t->sum) || x != group_of(into, t->y))
			continue;
		if (number[x] == 0)
			number[x] = (uint32_t)++k->groups;
		group[i] = number[x];
		k->first[number[x] + 1]++;
	}
	for (size_t i = 0; i < k->groups; i++)
		k->first[i + 2] += k->first[i + 1];
	k->ties = ARENA_ARRAY(a, struct tie, k->first[k->groups + 1]);
	for (size_t i = 0; i < n; i++) {
		if (group[i] == 0)
			g->ties.at[kept++] = g->ties.at[i];
		else
			k->ties[k->first[group[i]]++] = g->ties.at[i];
	}
	g->ties.n = kept;
}

/* Groups that follow each other are a piece, as soon as they have ties enough. */
static void
work_cut(struct arena *a, struct work *k)
{
	k->begin = ARENA_ARRAY(a, size_t, k->groups + 1);
	for (size_t i = 0; i < k->groups; i++) {
		if (k->first[i + 1] - k->first[k->begin[k->pieces]] >= PIECE || i + 1 == k->groups)
			k->begin[++k->pieces] = i + 1;
	}
}

static void
piece_join(void *arg, size_t i)
{
	const struct work *k = arg;
	struct arena *a = arena_new();
	struct joining *j = joining_new(a, &k->g->rules, k->g->clusters, &k->left[i]);

	for (size_t n = k->begin[i]; n < k->begin[i + 1]; n++)
		joining_run(j, k->ties + k->first[n], k->first[n + 1] - k->first[n]);
	arena_free(a);
}

/* Room for what n pieces of work leave behind. */
static struct joining_left *
left_room(struct gathering *g, size_t n)
{
	size_t first = g->n_left;

	for (size_t i = 0; i < n; i++) {
		g->left = arena_grow(g->a, g->left, g->n_left, &g->left_capacity, sizeof(*g->left));
		g->left[g->n_left] =
		    (struct joining_left){.a = arena_new(), .forgets = g->n_left >= REMEMBER};
		g->n_left++;
	}
	return n > 0 ? g->left + first : NULL;
}

/* Joins what waits; each group of clusters on its own. Says whether anything waited. */
static bool
groups_join(struct gathering *g)
{
	struct arena *a = arena_new();
	struct work k = {.g = g};
	bool any = false;
	uint32_t *into = groups(a, g, &any);

	if (any) {
		work_sort(a, g, into, &k);
		work_cut(a, &k);
		k.left = left_room(g, k.pieces);
		share_out(g->rules.in->fields->share, k.pieces, piece_join, &k);
	}
	arena_free(a);
	return any;
}

/* Ties whose clusters have grown. */
struct asking {
	const struct gathering *g;
	struct tie *ties;
	size_t n;
	double least;
	struct joining_left *left; /* by each piece */
};

static void
piece_ask(void *arg, size_t i)
{
	const struct asking *k = arg;
	struct arena *a = arena_new();
	struct joining *j = joining_new(a, &k->g->rules, k->g->clusters, &k->left[i]);

	for (size_t n = i * PIECE; n < k->n && n < (i + 1) * PIECE; n++)
		if (!joining_reaches(j, &k->ties[n], k->least))
			k->ties[n].sum = -HUGE_VAL;
	arena_free(a);
}

static int
by_clusters(const void *x, const void *y)
{
	const struct tie *a = x, *b = y;

	if (a->x != b->x)
		return a->x < b->x ? -1 : 1;
	return a->y < b->y ? -1 : a->y > b->y;
}

/* The ties one of whose clusters has grown, each once; the others stay. */
static void
grown_take(struct arena *a, struct gathering *g, struct asking *k)
{
	const struct clusters *c = g->clusters;
	const uint32_t *of = clusters_by_unit(a, g);
	size_t kept = 0, once = 0;

	k->ties = ARENA_ARRAY(a, struct tie, g->ties.n);
	for (size_t i = 0; i < g->ties.n; i++) {
		const struct tie *t = &g->ties.at[i];
		uint32_t x = of[t->x], y = of[t->y];
		if (!c->grown[x] && !c->grown[y])
			g->ties.at[kept++] = *t;
		else if (x != y && !joining_barred(c, x, y))
			k->ties[k->n++] = (struct tie){0, x < y ? x : y, x < y ? y : x, 0};
	}
	g->ties.n = kept;
	qsort(k->ties, k->n, sizeof(*k->ties), by_clusters);
	for (size_t i = 0; i < k->n; i++) {
		if (i == 0 || by_clusters(&k->ties[i], &k->ties[once - 1]) != 0)
			k->ties[once++] = k->ties[i];
	}
	k->n = once;
}

/* Asks anew for ties between clusters that have grown. */
static void
grown_ask(struct gathering *g, double least)
{
	struct arena *a = arena_new();
	struct asking k = {.g = g, .least = least};

	grown_take(a, g, &k);
	size_t pieces = share_pieces(k.n, PIECE);
	k.left = left_room(g, pieces);
	share_out(g->rules.in->fields->share, pieces, piece_ask, &k);
	for (size_t i = 0; i < k.n; i++)
		tie_put(g, &k.ties[i]);
	memset(g->clusters->grown, 0, g->rules.in->fields->units * sizeof(bool));
	arena_free(a);
}

/* What was said to be one is one before anything is weighed. */
static void
said_join(struct gathering *g)
{
	const struct fields *f = g->rules.in->fields;
	struct clusters *c = g->clusters;
	bool any = false;

	for (size_t i = 0; i < f->n_said; i++) {
		if (!f->said[i].same)
			continue;
		uint32_t x = bond_cluster(c->bonds, f->said[i].x);
		uint32_t y = bond_cluster(c->bonds, f->said[i].y);
		if (x != y && !bond_apart(c->bonds, x, y)) {
			joining_one(c, x < y ? x : y, x < y ? y : x);
			any = true;
		}
	}
	if (any)
		grown_ask(g, -HUGE_VAL);
}

/* The ties that the last joinings left, from that piece of work on. */
static void
left_take(struct gathering *g, size_t first)
{
	for (size_t i = first; i < g->n_left; i++) {
		const struct joining_left *left = &g->left[i];
		for (size_t k = 0; k < left->n_ties; k++) {
			if (joining_odds(g->clusters, &left->ties[k]) > g->rules.edge)
				tie_put(g, &left->ties[k]);
		}
	}
}

static void
clusters_join(struct gathering *g)
{
	const struct gather_way *way = g->rules.way;

	for (size_t done = g->n_left; groups_join(g); done = g->n_left) {
		grown_ask(g, way->doubts ? g->rules.edge : g->rules.waiting);
		left_take(g, done);
		if (way->seed != 0)
			break;
	}
}

static int
by_margin(const void *x, const void *y)
{
	const struct gather_doubt *a = x, *b = y;
	double ma = fabs(a->odds - LINK_CUT), mb = fabs(b->odds - LINK_CUT);

	if (ma != mb)
		return ma < mb ? -1 : 1;
	if (a->x != b->x)
		return a->x < b->x ? -1 : 1;
	return a->y < b->y ? -1 : a->y > b->y;
}

/* What was joined, and what stayed apart, by a small margin. */
static void
doubts_end(const struct gathering *g, struct arena *a, struct gathered *out)
{
	const struct gather_way *way = g->rules.way;
	size_t n = g->ties.n, kept = 0;

	if (!way->doubts)
		return;
	for (size_t i = 0; i < g->n_left; i++)
		n += g->left[i].n_doubts;
	struct gather_doubt *all = ARENA_ARRAY(a, struct gather_doubt, n);
	for (size_t i = 0; i < g->n_left; i++) {
		for (size_t k = 0; k < g->left[i].n_doubts; k++)
			all[kept++] = g->left[i].doubts[k];
	}
	for (size_t i = 0; i < g->ties.n; i++) {
		const struct tie *t = &g->ties.at[i];
		if (!joining_apart(t) && !joining_barred(g->clusters, t->x, t->y))
			all[kept++] =
			    (struct gather_doubt){t->x, t->y, joining_odds(g->clusters, t), false};
	}
	for (size_t i = 0; i < kept; i++) {
		if (fabs(all[i].odds - way->cut) <= GATHER_MARGIN)
			all[out->n_doubts++] = all[i];
	}
	qsort(all, out->n_doubts, sizeof(*all), by_margin);
	out->doubts = all;
}

static void
clusters_number(const struct gathering *g, struct gathered *out)
{
	const struct clusters *c = g->clusters;

	for (uint32_t u = 0; u < g->rules.in->fields->units; u++) {
		if (c->rows[u] == 0)
			continue;
		for (uint32_t i = u; i != NONE; i = c->next[i])
			out->cluster[i] = (uint32_t)out->count;
		out->count++;
	}
}

/* Remembers the pairs that were compared, and lets go of all that was left. */
static void
left_end(struct gathering *g)
{
	size_t n = 0, at = 0;

	for (size_t i = 0; i < g->n_left; i++)
		n += g->left[i].n_asked;
	struct asked_pair *asked = ARENA_ARRAY(g->a, struct asked_pair, n);
	for (size_t i = 0; i < g->n_left; i++) {
		const struct joining_left *left = &g->left[i];
		if (left->n_asked > 0)
			memcpy(asked + at, left->asked, left->n_asked * sizeof(*asked));
		at += left->n_asked;
		arena_free(left->a);
	}
	asked_take(g->rules.in->asked, asked, n);
}

struct gathered
gather_all(struct arena *a, const struct gather_world *world, const struct gather_way *way)
{
	struct arena *own = arena_new();
	const struct fields *f = world->fields;
	struct gathering g = {.a = own, .clusters = joining_clusters(own, f)};
	struct gathered out = {ARENA_ARRAY(a, uint32_t, f->units), 0, NULL, 0};

	g.rules = (struct joining_rules){.in = world,
	    .way = way,
	    .bounds = weigh_bounds(own, world->weights, f, world->candidates->patterns),
	    .edge = way->cut - (way->seed != 0 || way->doubts ? GATHER_MARGIN : BELOW),
	    .waiting = way->seed != 0 ? way->cut - GATHER_MARGIN : way->cut};
	ties_first(&g);
	said_join(&g);
	clusters_join(&g);
	clusters_number(&g, &out);
	doubts_end(&g, a, &out);
	left_end(&g);
	arena_free(own);
	return out;
}
