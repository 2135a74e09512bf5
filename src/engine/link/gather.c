#include "engine/link/gather.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/bond.h"
#include "engine/link/hash.h"

#define BELOW 3.0     /* a mean weight so far below the cut is not followed further */
#define MEMBERS 40    /* units of a cluster that are looked at */
#define MARGIN 5.0    /* log-odds of what is decided with some doubt */
#define ROUNDING 1e-6 /* by which a bound may be too low */
#define NONE UINT32_MAX

struct edge {
	double sum; /* of the weights of all pairs, by rows */
	uint32_t x, y;
	uint32_t turn; /* raised at every change */
};

struct waiting {
	double mean;
	uint32_t x, y, turn, edge;
};

/* Edges of a cluster, and what is at their other ends. */
struct near {
	struct end {
		uint32_t other, edge;
	} * at;
	size_t n, capacity;
};

struct gathering {
	struct arena *a;
	const struct gather_world *in;
	const struct gather_way *way;
	double edge;    /* means below are not followed */
	double waiting; /* clusters whose log-odds are above wait to be joined */
	struct gather_doubt *doubts;
	size_t n_doubts, doubt_capacity;
	struct edge *edges;
	size_t n_edges, edge_capacity;
	struct waiting *heap;
	size_t n_heap, heap_capacity;
	struct near *near; /* of each cluster, some of them gone */
	uint32_t *mark; /* of each cluster, while two are joined: its edge with the second, and 1;
			   else 0 */
	struct around { /* the clusters around those that are being joined */
		struct beside {
			uint32_t other, edge; /* with the first; NONE: there is none yet */
			double sum;
		} * at;
		size_t n, capacity;
	} around;
	uint32_t *next, *last; /* members of a cluster: its first unit is its number */
	double *rows;          /* of each cluster; 0: it went into another */
	uint64_t *sole;        /* lists that hold nobody twice and have a row in the cluster */
	struct bonds *bonds;   /* what people said */
};

static uint64_t
edge_key(uint32_t x, uint32_t y)
{
	uint64_t low = x < y ? x : y, high = x < y ? y : x;

	return low << 32 | high;
}

static bool
comes_first(struct waiting x, struct waiting y)
{
	if (x.mean != y.mean)
		return x.mean > y.mean;
	return edge_key(x.x, x.y) < edge_key(y.x, y.y);
}

static void
heap_push(struct gathering *g, struct waiting w)
{
	g->heap = arena_grow(g->a, g->heap, g->n_heap, &g->heap_capacity, sizeof(*g->heap));
	size_t at = g->n_heap++;
	while (at > 0 && comes_first(w, g->heap[(at - 1) / 2])) {
		g->heap[at] = g->heap[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	g->heap[at] = w;
}

static struct waiting
heap_pop(struct gathering *g)
{
	struct waiting top = g->heap[0], w = g->heap[--g->n_heap];
	size_t at = 0;

	for (;;) {
		size_t child = at * 2 + 1;
		if (child >= g->n_heap)
			break;
		if (child + 1 < g->n_heap && comes_first(g->heap[child + 1], g->heap[child]))
			child++;
		if (!comes_first(g->heap[child], w))
			break;
		g->heap[at] = g->heap[child];
		at = child;
	}
	if (g->n_heap > 0)
		g->heap[at] = w;
	return top;
}

static void
near_add(struct gathering *g, uint32_t x, struct end end)
{
	struct near *n = &g->near[x];

	n->at = arena_grow(g->a, n->at, n->n, &n->capacity, sizeof(*n->at));
	n->at[n->n++] = end;
}

/*
 * What the odds that two clusters are one person gain by their sizes: a person who has many rows is
 * likelier to have one more. 0 for two rows alone.
 */
static double
size_gain(double x, double y)
{
	return log((x + y) / 2);
}

/* May two clusters never be one, whatever they weigh? */
static bool
kept_apart(const struct gathering *g, uint32_t x, uint32_t y)
{
	return (g->sole[x] & g->sole[y]) != 0 || bond_apart(g->bonds, x, y);
}

/* What the odds of two clusters come to whose pairs weigh sum together. */
static double
odds_of(const struct gathering *g, uint32_t x, uint32_t y, double sum)
{
	return sum / (g->rows[x] * g->rows[y]) + size_gain(g->rows[x], g->rows[y]);
}

/* Sets what the pairs of two clusters weigh together, and lets them wait for their turn. */
static void
edge_set(struct gathering *g, uint32_t number, double sum)
{
	struct edge *e = &g->edges[number];
	double mean = odds_of(g, e->x, e->y, sum);

	e->sum = sum;
	e->turn++;
	if (mean > g->waiting && !kept_apart(g, e->x, e->y))
		heap_push(g, (struct waiting){mean, e->x, e->y, e->turn, number});
}

/* An edge where there was none, unless its clusters are too far from each other. */
static void
edge_add(struct gathering *g, uint32_t x, uint32_t y, double sum)
{
	uint32_t number = (uint32_t)g->n_edges;

	if (odds_of(g, x, y, sum) < g->edge)
		return;
	assert(g->n_edges < NONE);
	g->edges = arena_grow(g->a, g->edges, g->n_edges, &g->edge_capacity, sizeof(*g->edges));
	g->edges[g->n_edges++] = (struct edge){0, x, y, 0};
	near_add(g, x, (struct end){y, number});
	near_add(g, y, (struct end){x, number});
	edge_set(g, number, sum);
}

static double
unit_weight(struct gathering *g, uint32_t x, uint32_t y)
{
	double rows =
	    (double)g->in->fields->rows_of_unit[x] * (double)g->in->fields->rows_of_unit[y];

	struct block_pair pair = {x, y};

	return rows *
	    weigh_pair(g->in->weights, g->in->fields, level_again(g->in->levels, x, y), &pair);
}

/* Every so many of the units of a cluster, so that at most MEMBERS are looked at. */
static size_t
step_of(const struct gathering *g, uint32_t x)
{
	size_t n = 0;

	for (uint32_t i = x; i != NONE; i = g->next[i])
		n++;
	return (n + MEMBERS - 1) / MEMBERS;
}

static uint32_t
ahead(const struct gathering *g, uint32_t x, size_t step)
{
	while (step-- > 0 && x != NONE)
		x = g->next[x];
	return x;
}

/* The pairs of two clusters that nothing is known of yet; of large ones, by a share of them. */
static double
sum_of_pairs(struct gathering *g, uint32_t x, uint32_t y)
{
	size_t step_x = step_of(g, x), step_y = step_of(g, y);
	const uint32_t *rows = g->in->fields->rows_of_unit;
	double sum = 0, pairs = 0;

	for (uint32_t i = x; i != NONE; i = ahead(g, i, step_x)) {
		for (uint32_t k = y; k != NONE; k = ahead(g, k, step_y)) {
			sum += unit_weight(g, i < k ? i : k, i < k ? k : i);
			pairs += (double)rows[i] * (double)rows[k];
		}
	}
	return sum / pairs * (g->rows[x] * g->rows[y]);
}

/* Lets go of the ends of x whose clusters went into others, and of that at y. */
static void
near_tidy(struct gathering *g, uint32_t x, uint32_t y)
{
	struct near *n = &g->near[x];
	size_t kept = 0;

	for (size_t i = 0; i < n->n; i++)
		if (g->rows[n->at[i].other] != 0 && n->at[i].other != y)
			n->at[kept++] = n->at[i];
	n->n = kept;
}

static void
around_add(struct gathering *g, struct beside beside)
{
	struct around *r = &g->around;

	r->at = arena_grow(g->a, r->at, r->n, &r->capacity, sizeof(*r->at));
	r->at[r->n++] = beside;
}

/* The clusters near x or y that are still there, each once, and what they weigh with both. */
static void
around_look(struct gathering *g, uint32_t x, uint32_t y)
{
	const struct near *of_x = &g->near[x], *of_y = &g->near[y];

	g->around.n = 0;
	near_tidy(g, x, y);
	near_tidy(g, y, x);
	for (size_t i = 0; i < of_y->n; i++)
		g->mark[of_y->at[i].other] = of_y->at[i].edge + 1;
	for (size_t i = 0; i < of_x->n; i++) {
		struct end end = of_x->at[i];
		uint32_t with_y = g->mark[end.other];
		double sum = with_y != 0 ? g->edges[with_y - 1].sum : sum_of_pairs(g, y, end.other);
		around_add(g, (struct beside){end.other, end.edge, g->edges[end.edge].sum + sum});
		g->mark[end.other] = 0;
	}
	for (size_t i = 0; i < of_y->n; i++) {
		struct end end = of_y->at[i];
		if (g->mark[end.other] == 0)
			continue;
		around_add(g,
		    (struct beside){
			end.other, NONE, sum_of_pairs(g, x, end.other) + g->edges[end.edge].sum});
		g->mark[end.other] = 0;
	}
}

/* y goes into x, which is smaller. */
static void
join(struct gathering *g, uint32_t x, uint32_t y)
{
	const struct around *r = &g->around;

	around_look(g, x, y);
	bond_join(g->bonds, x, y);
	g->sole[x] |= g->sole[y];
	g->rows[x] += g->rows[y];
	g->rows[y] = 0;
	g->next[g->last[x]] = y;
	g->last[x] = g->last[y];
	for (size_t i = 0; i < r->n; i++) {
		const struct beside *b = &r->at[i];
		if (b->edge != NONE)
			edge_set(g, b->edge, b->sum);
		else
			edge_add(g, x, b->other, b->sum);
	}
}

static struct gathering
gathering_of(struct arena *a, const struct gather_world *in, const struct gather_way *way)
{
	struct gathering g = {.a = a, .in = in, .way = way};
	const struct fields *f = in->fields;

	g.waiting = way->seed != 0 ? way->cut - MARGIN : way->cut;
	g.edge = way->cut - (way->seed != 0 || way->doubts ? MARGIN : BELOW);
	g.near = ARENA_ARRAY(a, struct near, f->units);
	g.mark = ARENA_ARRAY(a, uint32_t, f->units);
	g.next = ARENA_ARRAY(a, uint32_t, f->units);
	g.last = ARENA_ARRAY(a, uint32_t, f->units);
	g.rows = ARENA_ARRAY(a, double, f->units);
	g.sole = ARENA_ARRAY(a, uint64_t, f->units);
	g.bonds = bond_new(a, f);
	for (uint32_t u = 0; u < f->units; u++) {
		g.next[u] = NONE;
		g.last[u] = u;
		g.rows[u] = (double)f->rows_of_unit[u];
		g.sole[u] = f->sole_of_unit[u];
	}
	return g;
}

/* A pair of units that weighs enough. */
struct heavy {
	struct block_pair pair;
	double weight;
};

/* Heavy pairs among the candidates of a piece. */
struct heavies {
	struct arena *a;
	struct heavy *at;
	size_t n;
};

struct weighing {
	const struct gathering *g;
	const struct weigh_bound *most; /* of the patterns */
	struct heavies *pieces;
};

/* Adds the pairs of the unit with that number in the piece. */
static void
unit_weigh(const struct weighing *k, const struct candidate_piece *piece, uint32_t u,
    struct heavies *h, size_t *capacity)
{
	const struct gather_world *in = k->g->in;
	const struct pattern *patterns = in->candidates->patterns->at;
	struct weigh_own own;

	weigh_own(in->weights, in->fields, piece->unit + u, &own);
	for (size_t i = piece->first[u]; i < piece->first[u + 1]; i++) {
		const struct block_pair pair = {piece->unit + u, piece->others[i]};
		uint32_t number = piece->patterns[i];
		if (weigh_most(&k->most[number], &own) < k->g->edge - ROUNDING)
			continue;
		double weight = weigh_pair(in->weights, in->fields, patterns[number].levels, &pair);
		if (weight <= k->g->edge)
			continue;
		h->at = arena_grow(h->a, h->at, h->n, capacity, sizeof(*h->at));
		h->at[h->n++] = (struct heavy){pair, weight};
	}
}

static void
piece_weigh(void *arg, size_t i)
{
	const struct weighing *k = arg;
	const struct candidate_piece *piece = &k->g->in->candidates->pieces[i];
	struct heavies h = {arena_new(), NULL, 0};
	size_t capacity = 0;

	for (uint32_t u = 0; u < piece->units; u++)
		if (piece->first[u] < piece->first[u + 1])
			unit_weigh(k, piece, u, &h, &capacity);
	k->pieces[i] = h;
}

/* Room for as many edges and their ends. */
static void
edges_room(struct gathering *g, const struct heavies *pieces, size_t n_pieces)
{
	size_t n = 0;

	for (size_t p = 0; p < n_pieces; p++) {
		for (size_t i = 0; i < pieces[p].n; i++) {
			g->near[pieces[p].at[i].pair.x].capacity++;
			g->near[pieces[p].at[i].pair.y].capacity++;
		}
		n += pieces[p].n;
	}
	struct end *ends = ARENA_ARRAY(g->a, struct end, n * 2);
	for (uint32_t u = 0; u < g->in->fields->units; u++) {
		g->near[u].at = ends;
		ends += g->near[u].capacity;
	}
	g->edge_capacity = n + n / 8 + 1;
	g->edges = ARENA_ARRAY(g->a, struct edge, g->edge_capacity);
	g->heap_capacity = n + n / 8 + 1;
	g->heap = ARENA_ARRAY(g->a, struct waiting, g->heap_capacity);
}

static void
edges_first(struct gathering *g)
{
	struct arena *a = arena_new();
	const struct candidates *c = g->in->candidates;
	size_t n = c->n_pieces;
	struct weighing k = {g, weigh_bounds(a, g->in->weights, g->in->fields, c->patterns),
	    ARENA_ARRAY(a, struct heavies, n)};

	share_out(g->in->fields->share, n, piece_weigh, &k);
	edges_room(g, k.pieces, n);
	for (size_t p = 0; p < n; p++) {
		for (size_t i = 0; i < k.pieces[p].n; i++) {
			const struct heavy *h = &k.pieces[p].at[i];
			uint32_t x = h->pair.x, y = h->pair.y;
			edge_add(g, x, y, h->weight * g->rows[x] * g->rows[y]);
		}
		arena_free(k.pieces[p].a);
	}
	arena_free(a);
}

static void
doubt_add(struct gathering *g, uint32_t x, uint32_t y, double odds, bool joined)
{
	if (!g->way->doubts || fabs(odds - g->way->cut) > MARGIN)
		return;
	g->doubts =
	    arena_grow(g->a, g->doubts, g->n_doubts, &g->doubt_capacity, sizeof(*g->doubts));
	g->doubts[g->n_doubts++] = (struct gather_doubt){x, y, odds, joined};
}

/* Is it so, by the chance that it is? The same seed and clusters give the same answer. */
static bool
chance_says(const struct gathering *g, struct waiting next)
{
	double draw = (double)(hash_pair(g->way->seed, edge_key(next.x, next.y) + next.turn) >> 11);

	return draw * 0x1p-53 < 1 / (1 + exp(g->way->cut - next.mean));
}

/* What was said to be one is one before anything is weighed. */
static void
said_join(struct gathering *g)
{
	const struct fields *f = g->in->fields;

	for (size_t i = 0; i < f->n_said; i++) {
		if (!f->said[i].same)
			continue;
		uint32_t x = bond_cluster(g->bonds, f->said[i].x);
		uint32_t y = bond_cluster(g->bonds, f->said[i].y);
		if (x != y && !bond_apart(g->bonds, x, y))
			join(g, x < y ? x : y, x < y ? y : x);
	}
}

static void
clusters_join(struct gathering *g)
{
	while (g->n_heap > 0) {
		struct waiting next = heap_pop(g);
		uint32_t x = next.x < next.y ? next.x : next.y, y = next.x + next.y - x;
		if (g->rows[x] == 0 || g->rows[y] == 0)
			continue;
		if (g->edges[next.edge].turn != next.turn)
			continue;
		if (g->way->seed != 0 && !chance_says(g, next))
			continue;
		doubt_add(g, x, y, next.mean, true);
		join(g, x, y);
	}
}

static int
by_margin(const void *x, const void *y)
{
	const struct gather_doubt *a = x, *b = y;
	double ma = fabs(a->odds - LINK_CUT), mb = fabs(b->odds - LINK_CUT);

	if (ma != mb)
		return ma < mb ? -1 : 1;
	uint64_t ka = edge_key(a->x, a->y), kb = edge_key(b->x, b->y);
	return ka < kb ? -1 : ka > kb;
}

/* Also what stayed apart by a small margin. */
static void
doubts_end(struct gathering *g, struct arena *a, struct gathered *out)
{
	for (size_t i = 0; i < g->n_edges && g->way->doubts; i++) {
		const struct edge *e = &g->edges[i];
		uint32_t x = e->x < e->y ? e->x : e->y, y = e->x + e->y - x;
		if (g->rows[x] == 0 || g->rows[y] == 0 || kept_apart(g, x, y))
			continue;
		doubt_add(g, x, y, odds_of(g, x, y, e->sum), false);
	}
	if (g->n_doubts == 0)
		return;
	qsort(g->doubts, g->n_doubts, sizeof(*g->doubts), by_margin);
	out->doubts = ARENA_ARRAY(a, struct gather_doubt, g->n_doubts);
	memcpy(out->doubts, g->doubts, g->n_doubts * sizeof(*g->doubts));
	out->n_doubts = g->n_doubts;
}

static struct gathered
clusters_of(struct arena *a, const struct gathering *g)
{
	struct gathered out = {ARENA_ARRAY(a, uint32_t, g->in->fields->units), 0, NULL, 0};

	for (uint32_t u = 0; u < g->in->fields->units; u++) {
		if (g->rows[u] == 0)
			continue;
		for (uint32_t i = u; i != NONE; i = g->next[i])
			out.cluster[i] = (uint32_t)out.count;
		out.count++;
	}
	return out;
}

struct gathered
gather_all(struct arena *a, const struct gather_world *world, const struct gather_way *way)
{
	struct arena *own = arena_new();
	struct gathering g = gathering_of(own, world, way);

	edges_first(&g);
	said_join(&g);
	clusters_join(&g);
	struct gathered out = clusters_of(a, &g);
	doubts_end(&g, a, &out);
	arena_free(own);
	return out;
}
