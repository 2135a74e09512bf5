#include "engine/link/joining.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/link/hash.h"

#define MEMBERS 40 /* units of a cluster that are looked at */
#define GAINS 256  /* sums of rows whose logarithm is known */
#define NONE UINT32_MAX

struct edge {
	struct tie tie;
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

struct joining {
	struct arena *a;
	const struct joining_rules *rules;
	struct clusters *c;
	struct joining_left *left;
	struct edge *edges;
	size_t n_edges, edge_capacity;
	struct waiting *heap;
	size_t n_heap, heap_capacity;
	struct around { /* the clusters around those that are being joined */
		struct beside {
			uint32_t other, edge; /* with the first; NONE: there is none yet */
			double sum;
			float least;
		} * at;
		size_t n, capacity;
	} around;
};

struct clusters *
joining_clusters(struct arena *a, const struct fields *f)
{
	struct clusters *c = ARENA_NEW(a, struct clusters);

	c->next = ARENA_ARRAY(a, uint32_t, f->units);
	c->last = ARENA_ARRAY(a, uint32_t, f->units);
	c->rows = ARENA_ARRAY(a, double, f->units);
	c->sole = ARENA_ARRAY(a, uint64_t, f->units);
	c->grown = ARENA_ARRAY(a, bool, f->units);
	c->near = ARENA_ARRAY(a, struct near, f->units);
	c->mark = ARENA_ARRAY(a, uint32_t, f->units);
	c->bonds = bond_new(a, f);
	c->surely = surely_new(a, f);
	c->gains = ARENA_ARRAY(a, double, GAINS);
	for (size_t n = 1; n < GAINS; n++)
		c->gains[n] = log((double)n / 2);
	for (uint32_t u = 0; u < f->units; u++) {
		c->next[u] = NONE;
		c->last[u] = u;
		c->rows[u] = (double)f->rows_of_unit[u];
		c->sole[u] = f->sole_of_unit[u];
	}
	return c;
}

struct joining *
joining_new(struct arena *a, const struct joining_rules *rules, struct clusters *c,
    struct joining_left *left)
{
	struct joining *j = ARENA_NEW(a, struct joining);

	*j = (struct joining){.a = a, .rules = rules, .c = c, .left = left};
	return j;
}

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
heap_push(struct joining *j, struct waiting w)
{
	j->heap = arena_grow(j->a, j->heap, j->n_heap, &j->heap_capacity, sizeof(*j->heap));
	size_t at = j->n_heap++;
	while (at > 0 && comes_first(w, j->heap[(at - 1) / 2])) {
		j->heap[at] = j->heap[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	j->heap[at] = w;
}

static struct waiting
heap_pop(struct joining *j)
{
	struct waiting top = j->heap[0], w = j->heap[--j->n_heap];
	size_t at = 0;

	for (;;) {
		size_t child = at * 2 + 1;
		if (child >= j->n_heap)
			break;
		if (child + 1 < j->n_heap && comes_first(j->heap[child + 1], j->heap[child]))
			child++;
		if (!comes_first(j->heap[child], w))
			break;
		j->heap[at] = j->heap[child];
		at = child;
	}
	if (j->n_heap > 0)
		j->heap[at] = w;
	return top;
}

/*
 * What the odds that two clusters are one person gain by their sizes: a person who has many rows is
 * likelier to have one more. 0 for two rows alone.
 */
static double
size_gain(const struct clusters *c, double x, double y)
{
	return x + y < GAINS ? c->gains[(size_t)(x + y)] : log((x + y) / 2);
}

double
joining_odds(const struct clusters *c, const struct tie *t)
{
	double x = c->rows[t->x], y = c->rows[t->y];

	return t->sum / (x * y) + size_gain(c, x, y);
}

bool
joining_barred(const struct clusters *c, uint32_t x, uint32_t y)
{
	return (c->sole[x] & c->sole[y]) != 0 || surely_two(c->surely, x, y) ||
	    bond_apart(c->bonds, x, y);
}

bool
joining_apart(const struct tie *t)
{
	return (double)t->least < LINK_APART;
}

static void
near_add(struct joining *j, uint32_t x, struct end end)
{
	struct near *n = &j->c->near[x];

	n->at = arena_grow(j->a, n->at, n->n, &n->capacity, sizeof(*n->at));
	n->at[n->n++] = end;
}

/* Sets what the pairs of two clusters weigh together, and lets them wait for their turn. */
static void
edge_set(struct joining *j, uint32_t number, double sum, float least)
{
	struct edge *e = &j->edges[number];
	uint32_t x = e->tie.x, y = e->tie.y;

	e->tie.sum = sum;
	e->tie.least = least;
	e->turn++;
	double mean = joining_odds(j->c, &e->tie);
	if (mean > j->rules->waiting && !joining_apart(&e->tie) && !joining_barred(j->c, x, y))
		heap_push(j, (struct waiting){mean, x, y, e->turn, number});
}

static void
edge_add(struct joining *j, const struct tie *t)
{
	uint32_t number = (uint32_t)j->n_edges;

	assert(j->n_edges < NONE);
	j->edges = arena_grow(j->a, j->edges, j->n_edges, &j->edge_capacity, sizeof(*j->edges));
	j->edges[j->n_edges++] = (struct edge){*t, 0};
	near_add(j, t->x, (struct end){t->y, number});
	near_add(j, t->y, (struct end){t->x, number});
	edge_set(j, number, t->sum, t->least);
}

/* The units of a cluster; of a large one every so many, so that they are at most MEMBERS. */
struct members {
	uint32_t at[MEMBERS];
	size_t n;
	double rows;
};

static void
members_list(const struct joining *j, uint32_t x, struct members *out)
{
	const uint32_t *next = j->c->next, *rows = j->rules->in->fields->rows_of_unit;
	size_t n = 0, step, at = 0;

	for (uint32_t i = x; i != NONE; i = next[i])
		n++;
	step = (n + MEMBERS - 1) / MEMBERS;
	out->n = 0;
	out->rows = 0;
	for (uint32_t i = x; i != NONE; i = next[i]) {
		if (at++ % step != 0)
			continue;
		out->at[out->n++] = i;
		out->rows += (double)rows[i];
	}
}

/* What a pair weighs whose plain pattern is known. */
static double
known_weight(const struct joining *j, uint32_t number, const struct block_pair *p)
{
	const struct gather_world *in = j->rules->in;
	uint64_t plain = in->candidates->patterns->at[number].levels;
	uint64_t learned = level_learned(in->levels, plain, p->x, p->y);

	if (learned == plain)
		return weigh_by(in->weights, in->fields, &j->rules->bounds[number], p);
	return weigh_pair(in->weights, in->fields, learned, p);
}

static void
asked_add(struct joining_left *left, const struct block_pair *pair, uint64_t plain)
{
	if (left->forgets)
		return;
	left->asked = arena_grow(
	    left->a, left->asked, left->n_asked, &left->asked_capacity, sizeof(*left->asked));
	left->asked[left->n_asked++] = (struct asked_pair){*pair, plain};
}

/* What unit i weighs with each of the others. */
static void
row_weigh(struct joining *j, uint32_t i, const struct members *others, double *out)
{
	const struct gather_world *in = j->rules->in;
	struct block_pair pairs[MEMBERS];
	uint64_t plain[MEMBERS];
	size_t place[MEMBERS], n = 0;

	for (size_t k = 0; k < others->n; k++) {
		uint32_t o = others->at[k];
		struct block_pair pair =
		    i < o ? (struct block_pair){i, o} : (struct block_pair){o, i};
		uint32_t known = asked_find(in->asked, pair.x, pair.y);
		if (known != ASKED_NONE) {
			out[k] = known_weight(j, known, &pair);
			continue;
		}
		place[n] = k;
		pairs[n++] = pair;
	}
	if (n > 0)
		level_look(in->levels, pairs, n, plain);
	for (size_t p = 0; p < n; p++) {
		uint64_t pattern = level_learned(in->levels, plain[p], pairs[p].x, pairs[p].y);
		out[place[p]] = weigh_pair(in->weights, in->fields, pattern, &pairs[p]);
		asked_add(j->left, &pairs[p], plain[p]);
	}
}

bool
joining_reaches(struct joining *j, struct tie *t, double least)
{
	const uint32_t *rows = j->rules->in->fields->rows_of_unit;
	double x = j->c->rows[t->x], y = j->c->rows[t->y], sum = 0, weights[MEMBERS];
	bool turned = x < y;
	struct members outer, inner;

	members_list(j, turned ? t->y : t->x, &outer);
	members_list(j, turned ? t->x : t->y, &inner);
	double most = fmax(0, j->rules->waiting) * inner.rows, left = outer.rows;
	t->least = HUGE_VALF;
	double wanted = (least - size_gain(j->c, x, y)) * outer.rows * inner.rows;
	for (size_t i = 0; i < outer.n; i++) {
		if (sum + most * left <= wanted)
			return false;
		row_weigh(j, outer.at[i], &inner, weights);
		left -= (double)rows[outer.at[i]];
		for (size_t k = 0; k < inner.n; k++) {
			t->least = fminf(t->least, (float)weights[k]);
			sum += weights[k] * (double)rows[outer.at[i]] * (double)rows[inner.at[k]];
		}
	}
	t->sum = sum / (outer.rows * inner.rows) * (x * y);
	return sum > wanted;
}

/* The pairs of two clusters that nothing is known of yet; of large ones, by a share of them. */
static struct tie
tie_of_pairs(struct joining *j, uint32_t x, uint32_t y)
{
	struct tie t = {0, x, y, 0};

	joining_reaches(j, &t, -HUGE_VAL);
	return t;
}

/* Lets go of the ends of x whose clusters went into others, and of that at y. */
static void
near_tidy(struct joining *j, uint32_t x, uint32_t y)
{
	struct near *n = &j->c->near[x];
	size_t kept = 0;

	for (size_t i = 0; i < n->n; i++)
		if (j->c->rows[n->at[i].other] != 0 && n->at[i].other != y)
			n->at[kept++] = n->at[i];
	n->n = kept;
}

/* What is at an end, whose other side weighs t with the cluster that is joined. */
static void
beside_add(struct joining *j, struct end end, uint32_t edge, const struct tie *t)
{
	struct around *r = &j->around;
	const struct tie *own = &j->edges[end.edge].tie;

	r->at = arena_grow(j->a, r->at, r->n, &r->capacity, sizeof(*r->at));
	r->at[r->n++] =
	    (struct beside){end.other, edge, own->sum + t->sum, fminf(own->least, t->least)};
}

/* The clusters near x or y that are still there, each once, and what they weigh with both. */
static void
around_look(struct joining *j, uint32_t x, uint32_t y)
{
	const struct near *of_x = &j->c->near[x], *of_y = &j->c->near[y];
	uint32_t *mark = j->c->mark;

	j->around.n = 0;
	near_tidy(j, x, y);
	near_tidy(j, y, x);
	for (size_t i = 0; i < of_y->n; i++)
		mark[of_y->at[i].other] = of_y->at[i].edge + 1;
	for (size_t i = 0; i < of_x->n; i++) {
		struct end end = of_x->at[i];
		uint32_t with_y = mark[end.other];
		struct tie t =
		    with_y != 0 ? j->edges[with_y - 1].tie : tie_of_pairs(j, y, end.other);
		beside_add(j, end, end.edge, &t);
		mark[end.other] = 0;
	}
	for (size_t i = 0; i < of_y->n; i++) {
		struct end end = of_y->at[i];
		if (mark[end.other] == 0)
			continue;
		struct tie t = tie_of_pairs(j, x, end.other);
		beside_add(j, end, NONE, &t);
		mark[end.other] = 0;
	}
}

void
joining_one(struct clusters *c, uint32_t x, uint32_t y)
{
	bond_join(c->bonds, x, y);
	surely_join(c->surely, x, y);
	c->sole[x] |= c->sole[y];
	c->rows[x] += c->rows[y];
	c->rows[y] = 0;
	c->next[c->last[x]] = y;
	c->last[x] = c->last[y];
	c->grown[x] = true;
}

static void
join(struct joining *j, uint32_t x, uint32_t y)
{
	const struct around *r = &j->around;

	around_look(j, x, y);
	joining_one(j->c, x, y);
	for (size_t i = 0; i < r->n; i++) {
		const struct beside *b = &r->at[i];
		const struct tie t = {
		    b->sum, x < b->other ? x : b->other, x < b->other ? b->other : x, b->least};
		if (b->edge != NONE)
			edge_set(j, b->edge, b->sum, b->least);
		else if (joining_odds(j->c, &t) >= j->rules->edge)
			edge_add(j, &t);
	}
}

/* Room for the ends of as many ties. */
static void
ends_room(struct joining *j, const struct tie *ties, size_t n)
{
	struct near *near = j->c->near;
	struct end *ends = ARENA_ARRAY(j->a, struct end, n * 2);

	for (size_t i = 0; i < n; i++)
		near[ties[i].x] = near[ties[i].y] = (struct near){NULL, 0, 0};
	for (size_t i = 0; i < n; i++) {
		near[ties[i].x].capacity++;
		near[ties[i].y].capacity++;
	}
	for (size_t i = 0; i < n * 2; i++) {
		struct near *of = &near[i % 2 == 0 ? ties[i / 2].x : ties[i / 2].y];
		if (of->at != NULL)
			continue;
		of->at = ends;
		ends += of->capacity;
	}
}

/* Is it so, by the chance that it is? The same seed and clusters give the same answer. */
static bool
chance_says(const struct joining *j, struct waiting next)
{
	const struct gather_way *way = j->rules->way;
	double draw = (double)(hash_pair(way->seed, edge_key(next.x, next.y) + next.turn) >> 11);

	return draw * 0x1p-53 < 1 / (1 + exp(way->cut - next.mean));
}

static void
doubt_add(struct joining_left *left, const struct waiting *joined)
{
	left->doubts = arena_grow(
	    left->a, left->doubts, left->n_doubts, &left->doubts_capacity, sizeof(*left->doubts));
	left->doubts[left->n_doubts++] =
	    (struct gather_doubt){joined->x, joined->y, joined->mean, true};
}

/* The edges that are still there. */
static void
edges_leave(struct joining *j)
{
	struct joining_left *left = j->left;

	for (size_t i = 0; i < j->n_edges; i++) {
		const struct tie *t = &j->edges[i].tie;
		if (j->c->rows[t->x] == 0 || j->c->rows[t->y] == 0)
			continue;
		left->ties = arena_grow(
		    left->a, left->ties, left->n_ties, &left->ties_capacity, sizeof(*left->ties));
		left->ties[left->n_ties++] = *t;
	}
}

void
joining_run(struct joining *j, const struct tie *ties, size_t n)
{
	const struct gather_way *way = j->rules->way;

	j->n_edges = 0;
	ends_room(j, ties, n);
	for (size_t i = 0; i < n; i++)
		edge_add(j, &ties[i]);
	while (j->n_heap > 0) {
		struct waiting next = heap_pop(j);
		if (j->c->rows[next.x] == 0 || j->c->rows[next.y] == 0 ||
		    j->edges[next.edge].turn != next.turn)
			continue;
		if (way->seed != 0 && !chance_says(j, next))
			continue;
		if (way->doubts)
			doubt_add(j->left, &next);
		join(j, next.x, next.y);
	}
	edges_leave(j);
}
