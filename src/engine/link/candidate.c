#include "engine/link/candidate.h"

#include <assert.h>
#include <string.h>

#define PIECE 2048 /* units whose candidates a thread finds at a time */
#define OPEN_PIECES (BLOCK_OPEN / PIECE)
#define BATCH 32 /* pieces, after which it is asked whether there are enough to learn from */
#define LEARN_FROM ((size_t)1 << 23) /* candidates from which weights are first learned */
#define AHEAD 16                     /* pairs that are fetched before they are looked at */
#define ROUNDING 1e-6 /* by which a sum of weights may differ that is added in another order */

/* A pair whose pattern is not the plain one. */
struct learned {
	size_t at;
	uint32_t plain;
	uint64_t levels; /* in its place */
};

/* Pieces that are made at the same time, each with sets of its own. */
struct making {
	struct candidates *c;
	const struct weights *w; /* NULL: nothing is let go of yet */
	double least;
	size_t first; /* piece */
	struct made {
		struct pattern_set *patterns; /* lies on the piece's arena, as the next */
		struct nearby *near;
		size_t looked_at;
		struct arena *a;
	} * made;
};

/* What one thread needs for a piece. */
struct bench {
	struct arena *a;
	struct level_rows *rows;
	struct block_room room;
	uint64_t *levels;         /* of the pairs of one unit */
	uint32_t *numbers;        /* the same by number */
	struct weigh_bound *most; /* of the patterns of the piece */
	size_t n_levels, n_most, most_capacity;
	struct weigh_own own;
	uint32_t *others, *patterns; /* that are kept */
	size_t kept, others_capacity, patterns_capacity;
};

static void
near_put(
    struct nearby *near, const struct fields *f, const struct pattern *p, uint32_t x, uint32_t y)
{
	for (uint32_t left = p->near; left != 0; left &= left - 1) {
		size_t i = (size_t)__builtin_ctz(left);
		const uint32_t *of_unit = f->at[i].of_unit;
		nearby_add(near, level_key(i, of_unit[x], of_unit[y]), level_of(p->levels, i));
	}
}

/* Are pairs of unit x and that pattern too light, whatever the other unit is? */
static bool
is_light(struct bench *b, const struct making *m, const struct pattern_set *s, uint32_t number)
{
	for (; b->n_most <= number; b->n_most++) {
		b->most = arena_grow(b->a, b->most, b->n_most, &b->most_capacity, sizeof(*b->most));
		b->most[b->n_most] = weigh_bound(m->w, m->c->f, s->at[b->n_most].levels);
	}
	return weigh_most(&b->most[number], &b->own) < m->least - ROUNDING;
}

static void
pair_keep(struct bench *b, uint32_t other, uint32_t number)
{
	b->others = arena_grow(b->a, b->others, b->kept, &b->others_capacity, sizeof(*b->others));
	b->patterns =
	    arena_grow(b->a, b->patterns, b->kept, &b->patterns_capacity, sizeof(*b->patterns));
	b->others[b->kept] = other;
	b->patterns[b->kept++] = number;
}

/* The patterns of the pairs of x, whose values that are near each other are fetched. */
static void
unit_look(struct bench *b, const struct making *m, struct made *out, uint32_t x)
{
	size_t n = b->room.count;

	if (b->n_levels < n) {
		b->n_levels = n * 2;
		b->levels = ARENA_ARRAY(b->a, uint64_t, b->n_levels);
		b->numbers = ARENA_ARRAY(b->a, uint32_t, b->n_levels);
	}
	level_row(b->rows, x, b->room.at, n, b->levels);
	for (size_t p = 0; p < n; p++) {
		b->numbers[p] = pattern_number(out->patterns, b->levels[p]);
		struct pattern *pattern = &out->patterns->at[b->numbers[p]];
		pattern->pairs++;
		for (uint32_t left = pattern->near; left != 0; left &= left - 1)
			__builtin_prefetch(
			    &m->c->f->at[__builtin_ctz(left)].of_unit[b->room.at[p]]);
	}
}

static void
unit_make(struct bench *b, const struct making *m, struct made *out, uint32_t x)
{
	const struct fields *f = m->c->f;

	block_others(m->c->blocks, x, &b->room);
	if (x + 1 < f->units)
		block_fetch(m->c->blocks, x + 1);
	unit_look(b, m, out, x);
	if (m->w != NULL)
		weigh_own(m->w, f, x, &b->own);
	out->looked_at += b->room.count;
	for (size_t p = 0; p < b->room.count; p++) {
		uint32_t y = b->room.at[p], number = b->numbers[p];
		const struct block_pair pair = {x, y};
		near_put(out->near, f, &out->patterns->at[number], x, y);
		if (m->w != NULL &&
		    (is_light(b, m, out->patterns, number) ||
			weigh_by(m->w, f, &b->most[number], &pair) < m->least))
			continue;
		pair_keep(b, y, number);
	}
}

static void
piece_make(void *arg, size_t i)
{
	const struct making *m = arg;
	struct candidate_piece *piece = &m->c->pieces[m->first + i];
	struct made *out = &m->made[i];
	struct bench b = {.a = arena_new()};

	piece->a = arena_lent(m->c->f->room);
	piece->first = ARENA_ARRAY(piece->a, size_t, piece->units + 1);
	b.rows = level_rows_new(b.a, m->c->l);
	b.room.a = b.a;
	out->a = arena_new();
	out->patterns = pattern_new(out->a, m->c->f);
	out->near = nearby_new(out->a);
	for (uint32_t u = 0; u < piece->units; u++) {
		unit_make(&b, m, out, piece->unit + u);
		piece->first[u + 1] = b.kept;
	}
	piece->others = ARENA_ARRAY(piece->a, uint32_t, b.kept);
	piece->patterns = ARENA_ARRAY(piece->a, uint32_t, b.kept);
	if (b.kept > 0) {
		memcpy(piece->others, b.others, b.kept * sizeof(*b.others));
		memcpy(piece->patterns, b.patterns, b.kept * sizeof(*b.patterns));
	}
	arena_free(b.a);
}

/* What a piece found goes to what all found, and its patterns get their numbers there. */
static void
piece_join(struct candidates *c, struct candidate_piece *piece, struct made *made, bool count)
{
	uint32_t *number = ARENA_ARRAY(made->a, uint32_t, made->patterns->count);

	for (size_t i = 0; i < made->patterns->count; i++) {
		const struct pattern *p = &made->patterns->at[i];
		number[i] = pattern_number(c->patterns, p->levels);
		c->patterns->at[number[i]].pairs += count ? p->pairs : 0;
	}
	for (size_t i = 0; i < piece->first[piece->units]; i++)
		piece->patterns[i] = number[piece->patterns[i]];
	arena_rest(piece->a);
	nearby_join(c->near, made->near);
	c->looked_at += made->looked_at;
	arena_free(made->a);
}

static void
batch_make(struct candidates *c, size_t first, size_t end, const struct weights *w, double least)
{
	struct arena *a = arena_new();
	struct making m = {c, w, least, first, ARENA_ARRAY(a, struct made, end - first)};

	assert(first * PIECE / BLOCK_OPEN == (end - 1) * PIECE / BLOCK_OPEN);
	block_open(c->blocks, (uint32_t)(first * PIECE));
	share_out(c->f->share, end - first, piece_make, &m);
	for (size_t i = first; i < end; i++)
		piece_join(c, &c->pieces[i], &m.made[i - first], w == NULL);
	arena_free(a);
}

static size_t
batch_end(const struct candidates *c)
{
	return c->n_pieces - c->n_made < BATCH ? c->n_pieces : c->n_made + BATCH;
}

static void
pieces_free(void *arg)
{
	struct candidates *c = arg;

	for (size_t i = 0; i < c->n_pieces; i++)
		arena_free(c->pieces[i].a);
	arena_free(c->own);
}

/* Which of n pieces is the k-th to be made. Those that are open at the same time follow each other
 * far apart, for the first ones are what is learned from. */
static size_t
piece_at(size_t k, size_t n)
{
	static const size_t steps[] = {619, 617, 613, 607}; /* primes */
	size_t open = k / OPEN_PIECES * OPEN_PIECES, step = 0;
	size_t pieces = n - open < OPEN_PIECES ? n - open : OPEN_PIECES;

	while (pieces % steps[step] == 0)
		step++;
	return open + (k - open) * steps[step] % pieces;
}

static void
pieces_new(struct arena *a, struct candidates *c)
{
	c->n_pieces = share_pieces(c->f->units, PIECE);
	c->pieces = ARENA_ARRAY(a, struct candidate_piece, c->n_pieces);
	for (size_t k = 0; k < c->n_pieces; k++) {
		size_t unit = piece_at(k, c->n_pieces) * PIECE, left = c->f->units - unit;
		c->pieces[k].unit = (uint32_t)unit;
		c->pieces[k].units = (uint32_t)(left < PIECE ? left : PIECE);
	}
}

struct candidates *
candidate_first(struct arena *a, const struct levels *l, const struct fields *f)
{
	struct candidates *c = ARENA_NEW(a, struct candidates);
	size_t reach = 0;

	c->l = l;
	c->f = f;
	c->own = arena_lent(f->room);
	c->blocks = block_all(c->own, f);
	c->patterns = pattern_new(a, f);
	c->near = nearby_new(c->own);
	pieces_new(a, c);
	arena_defer(a, pieces_free, c);
	while (c->n_made < c->n_pieces && c->looked_at < LEARN_FROM) {
		size_t first = c->n_made;
		c->n_made = batch_end(c);
		batch_make(c, first, c->n_made, NULL, 0);
		for (size_t i = first; i < c->n_made; i++)
			reach += block_reach(c->blocks, c->pieces[i].unit, c->pieces[i].units);
	}
	size_t all = block_reach_all(c->blocks);
	c->share = all > 0 ? (double)reach / (double)all : 1;
	return c;
}

bool
candidate_refused(const struct candidates *c)
{
	const struct arena_lender *room = c->f->room;

	return room != NULL && room->refused(room->arg);
}

struct nearby_keys
candidate_rest(struct candidates *c, struct arena *a, const struct weights *w, double least)
{
	candidate_drop(c, w, least);
	while (c->n_made < c->n_pieces && !candidate_refused(c)) {
		size_t end = batch_end(c);
		batch_make(c, c->n_made, end, w, least);
		c->n_made = end;
	}
	struct nearby_keys near = nearby_keys(a, c->near);
	arena_free(c->own);
	c->own = NULL;
	return near;
}

struct dropping {
	const struct candidates *c;
	const struct weights *w;
	const struct weigh_bound *most;
	double least;
};

/* Moves what weighs enough to the beginning of the piece. */
static void
piece_drop(void *arg, size_t i)
{
	const struct dropping *d = arg;
	const struct candidates *c = d->c;
	struct candidate_piece *piece = &c->pieces[i];
	size_t kept = 0, at = 0;
	struct weigh_own own;

	for (uint32_t u = 0; u < piece->units; u++) {
		uint32_t x = piece->unit + u;
		size_t end = piece->first[u + 1];
		weigh_own(d->w, c->f, x, &own);
		for (; at < end; at++) {
			uint32_t number = piece->patterns[at];
			const struct block_pair pair = {x, piece->others[at]};
			if (weigh_most(&d->most[number], &own) < d->least - ROUNDING ||
			    weigh_by(d->w, c->f, &d->most[number], &pair) < d->least)
				continue;
			piece->others[kept] = pair.y;
			piece->patterns[kept++] = number;
		}
		piece->first[u + 1] = kept;
	}
	arena_rest(piece->a);
}

void
candidate_drop(const struct candidates *c, const struct weights *w, double least)
{
	struct arena *a = arena_new();
	struct dropping d = {c, w, weigh_bounds(a, w, c->f, c->patterns), least};

	share_out(c->f->share, c->n_made, piece_drop, &d);
	arena_free(a);
}

/* What aliases make of the pairs of a piece, after it was made plain again. */
static void
piece_learn(void *arg, size_t i)
{
	const struct candidates *c = arg;
	struct candidate_piece *piece = &c->pieces[i];
	size_t capacity = 0;

	for (size_t k = 0; k < piece->n_learned; k++)
		piece->patterns[piece->learned[k].at] = piece->learned[k].plain;
	piece->n_learned = 0;
	piece->learned = NULL;
	for (uint32_t u = 0; u < piece->units; u++) {
		uint32_t x = piece->unit + u;
		uint32_t fields = level_with_alias(c->l, x);
		if (fields == 0)
			continue;
		for (size_t at = piece->first[u]; at < piece->first[u + 1]; at++) {
			if (at + AHEAD < piece->first[piece->units])
				level_fetch(c->l, piece->others[at + AHEAD]);
			uint32_t plain = piece->patterns[at];
			if ((c->patterns->at[plain].far & fields) == 0)
				continue;
			uint64_t levels = c->patterns->at[plain].levels;
			uint64_t now = level_learned(c->l, levels, x, piece->others[at]);
			if (now == levels)
				continue;
			piece->learned = arena_grow(piece->a, piece->learned, piece->n_learned,
			    &capacity, sizeof(*piece->learned));
			piece->learned[piece->n_learned++] = (struct learned){at, plain, now};
		}
	}
	arena_rest(piece->a);
}

void
candidate_learn(struct candidates *c)
{
	share_out(c->f->share, c->n_pieces, piece_learn, c);
	for (size_t i = 0; i < c->n_pieces; i++) {
		struct candidate_piece *piece = &c->pieces[i];
		for (size_t k = 0; k < piece->n_learned; k++)
			piece->patterns[piece->learned[k].at] =
			    pattern_number(c->patterns, piece->learned[k].levels);
	}
}
