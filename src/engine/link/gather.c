#include "engine/link/gather.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/bond.h"
#include "engine/link/hash.h"

#define BELOW 3.0  /* a mean weight so far below the cut is not followed further */
#define MEMBERS 40 /* units of a cluster that are looked at */
#define MARGIN 5.0 /* log-odds of what is decided with some doubt */
#define NONE UINT32_MAX

struct edge {
	uint64_t key;  /* both clusters, the smaller first; 0: free */
	double sum;    /* of the weights of all pairs, by rows */
	uint32_t turn; /* raised at every change */
};

struct waiting {
	double mean;
	uint32_t x, y, turn;
};

struct near {
	uint32_t *at;
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
	size_t n_edges, edge_slots;
	struct waiting *heap;
	size_t n_heap, heap_capacity;
	struct near *near; /* of each cluster, some of them gone */
	struct around {    /* the clusters around those that are being joined */
		uint32_t *at;
		double *sums;
		size_t n, capacity, sums_capacity;
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

static size_t
edge_slot(const struct gathering *g, uint64_t key)
{
	size_t at = hash_mix(key) & (g->edge_slots - 1);

	while (g->edges[at].key != 0 && g->edges[at].key != key)
		at = (at + 1) & (g->edge_slots - 1);
	return at;
}

static void
edges_grow(struct gathering *g)
{
	struct edge *old = g->edges;
	size_t n = g->edge_slots;

	g->edge_slots *= 2;
	g->edges = ARENA_ARRAY(g->a, struct edge, g->edge_slots);
	for (size_t i = 0; i < n; i++) {
		if (old[i].key != 0)
			g->edges[edge_slot(g, old[i].key)] = old[i];
	}
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
near_add(struct gathering *g, uint32_t x, uint32_t y)
{
	struct near *n = &g->near[x];

	n->at = arena_grow(g->a, n->at, n->n, &n->capacity, sizeof(*n->at));
	n->at[n->n++] = y;
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

/* Sets what the pairs of two clusters weigh together, and lets them wait for their turn. */
static void
edge_set(struct gathering *g, uint32_t x, uint32_t y, double sum)
{
	double mean = sum / (g->rows[x] * g->rows[y]) + size_gain(g->rows[x], g->rows[y]);
	struct edge *e = &g->edges[edge_slot(g, edge_key(x, y))];

	if (e->key == 0) {
		if (mean < g->edge)
			return;
		e->key = edge_key(x, y);
		near_add(g, x, y);
		near_add(g, y, x);
		if (++g->n_edges * 2 > g->edge_slots) {
			edges_grow(g);
			e = &g->edges[edge_slot(g, edge_key(x, y))];
		}
	}
	e->sum = sum;
	e->turn++;
	if (mean > g->waiting && !kept_apart(g, x, y))
		heap_push(g, (struct waiting){mean, x, y, e->turn});
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

static double
sum_known(struct gathering *g, uint32_t x, uint32_t y)
{
	const struct edge *e = &g->edges[edge_slot(g, edge_key(x, y))];

	return e->key != 0 ? e->sum : sum_of_pairs(g, x, y);
}

static int
by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return a < b ? -1 : a > b;
}

static void
around_add(struct gathering *g, const struct near *near)
{
	struct around *r = &g->around;

	for (size_t i = 0; i < near->n; i++) {
		if (g->rows[near->at[i]] == 0)
			continue;
		r->at = arena_grow(g->a, r->at, r->n, &r->capacity, sizeof(*r->at));
		r->at[r->n++] = near->at[i];
	}
}

/* The clusters near x or y that are still there, each once, in order, and what they weigh with
 * both. */
static void
around_look(struct gathering *g, uint32_t x, uint32_t y)
{
	struct around *r = &g->around;
	size_t kept = 0;

	r->n = 0;
	around_add(g, &g->near[x]);
	around_add(g, &g->near[y]);
	if (r->n > 1)
		qsort(r->at, r->n, sizeof(*r->at), by_number);
	for (size_t i = 0; i < r->n; i++) {
		uint32_t other = r->at[i];
		if (other == x || other == y || (kept > 0 && r->at[kept - 1] == other))
			continue;
		r->at[kept] = other;
		r->sums = arena_grow(g->a, r->sums, kept, &r->sums_capacity, sizeof(*r->sums));
		r->sums[kept++] = sum_known(g, x, other) + sum_known(g, y, other);
	}
	r->n = kept;
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
	for (size_t i = 0; i < r->n; i++)
		edge_set(g, x, r->at[i], r->sums[i]);
}

static struct gathering
gathering_of(struct arena *a, const struct gather_world *in, const struct gather_way *way)
{
	struct gathering g = {.a = a, .in = in, .way = way, .edge_slots = 1024};
	const struct fields *f = in->fields;

	g.waiting = way->seed != 0 ? way->cut - MARGIN : way->cut;
	g.edge = way->cut - (way->seed != 0 || way->doubts ? MARGIN : BELOW);
	g.near = ARENA_ARRAY(a, struct near, f->units);
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

static struct heavy *
heavy_find(struct arena *a, const struct gathering *g, size_t *count)
{
	const struct gather_world *in = g->in;
	struct heavy *heavy = NULL;
	size_t n = 0, capacity = 0;

	for (size_t i = 0; i < in->pairs->count; i++) {
		const struct block_pair *pair = &in->pairs->at[i];
		double weight = weigh_pair(in->weights, in->fields, in->patterns[i], pair);
		if (weight <= g->edge)
			continue;
		heavy = arena_grow(a, heavy, n, &capacity, sizeof(*heavy));
		heavy[n++] = (struct heavy){*pair, weight};
	}
	*count = n;
	return heavy;
}

/* Room for so many edges and their ends. */
static void
edges_room(struct gathering *g, const struct heavy *heavy, size_t n)
{
	uint32_t *ends = ARENA_ARRAY(g->a, uint32_t, n * 2);

	for (size_t i = 0; i < n; i++) {
		g->near[heavy[i].pair.x].capacity++;
		g->near[heavy[i].pair.y].capacity++;
	}
	for (uint32_t u = 0; u < g->in->fields->units; u++) {
		g->near[u].at = ends;
		ends += g->near[u].capacity;
	}
	while (g->edge_slots < n * 2 + n / 4)
		g->edge_slots *= 2;
	g->edges = ARENA_ARRAY(g->a, struct edge, g->edge_slots);
}

static void
edges_first(struct gathering *g)
{
	struct arena *a = arena_new();
	size_t n;
	struct heavy *heavy = heavy_find(a, g, &n);

	edges_room(g, heavy, n);
	for (size_t i = 0; i < n; i++) {
		uint32_t x = heavy[i].pair.x, y = heavy[i].pair.y;
		edge_set(g, x, y, heavy[i].weight * g->rows[x] * g->rows[y]);
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
		if (g->edges[edge_slot(g, edge_key(x, y))].turn != next.turn)
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
	for (size_t i = 0; i < g->edge_slots && g->way->doubts; i++) {
		const struct edge *e = &g->edges[i];
		uint32_t x = (uint32_t)(e->key >> 32), y = (uint32_t)e->key;
		if (e->key == 0 || g->rows[x] == 0 || g->rows[y] == 0 || kept_apart(g, x, y))
			continue;
		double mean = e->sum / (g->rows[x] * g->rows[y]);
		doubt_add(g, x, y, mean + size_gain(g->rows[x], g->rows[y]), false);
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
