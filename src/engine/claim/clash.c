#include "engine/claim/clash.h"

#include <stdlib.h>
#include <string.h>

#include "engine/claim/minset.h"
#include "engine/claim/squeeze.h"

/* Rows of linear programs, about 10 us each: a bound on time that does not depend on time. */
#define WORK_ALL 60000
#define WORK_PART 30000
#define WORK_UNNAMED 3000                  /* for one unnamed claim */
#define MOST_SETS ((size_t)3 * CLASH_MOST) /* of both kinds */

/* Rows that may hold each other down, and the claims and assumptions that bring them in. */
struct part {
	struct arena *a;
	const struct squeeze *s;
	int32_t *totals; /* per element: its claim; assumptions follow */
	size_t total_count;
	size_t *element; /* per row */
	uint64_t assumptions;
	int32_t only; /* the one unnamed claim that takes part, or WORLD_NONE */
	int64_t left; /* work */
	bool unproved;
};

struct finder {
	struct arena *a;
	const struct standing *k;
	bool *is_left_out; /* per row */
	struct clash *real, *within;
	size_t real_count, real_capacity, within_count, within_capacity;
	int64_t left; /* work for all parts together */
	bool capped;
};

static int32_t
total_of(const struct standing *k, const struct row *r)
{
	int32_t total = k->world.claims[r->claim].part_of;
	return total == WORLD_NONE ? r->claim : total;
}

static uint64_t
mask_of(const struct part *p, const uint64_t *elements)
{
	uint64_t mask = 0;

	for (size_t i = 0; i < p->s->k->world.assumption_count; i++)
		if (bits_has(elements, p->total_count + i))
			mask |= UINT64_C(1) << i;
	return mask;
}

static void
rows_of(const struct part *p, const uint64_t *elements, uint64_t *rows)
{
	memset(rows, 0, p->s->words * sizeof(*rows));
	for (size_t i = 0; i < p->s->count; i++)
		if (bits_has(elements, p->element[i]))
			bits_add(rows, i);
}

/* For minset. All assumptions of active go to the core; it takes away the needless ones. */
static bool
fails(void *context, const uint64_t *active, uint64_t *core)
{
	struct part *p = context;
	struct arena *scratch = arena_new();
	uint64_t *rows = bits_new(scratch, p->s->words);
	size_t assumptions = p->s->k->world.assumption_count;

	rows_of(p, active, rows);
	struct squeeze_answer answer = squeeze_ask(scratch, p->s, rows, mask_of(p, active));
	p->unproved |= !answer.gap.proved;
	p->left -= answer.work;
	bool failed = answer.gap.people > 0;
	if (failed) {
		memset(core, 0, BITS_WORDS(p->total_count + assumptions) * sizeof(*core));
		for (size_t i = 0; i < answer.ends.count; i++)
			if (answer.gap.weights[i] != 0)
				bits_add(core, p->element[answer.ends.owners[i]]);
		for (size_t i = 0; i < assumptions; i++)
			if (bits_has(active, p->total_count + i))
				bits_add(core, p->total_count + i);
	}
	arena_free(scratch);
	return failed;
}

static bool
still_fails(const struct part *p, const uint64_t *rows, uint64_t mask)
{
	struct arena *scratch = arena_new();
	struct squeeze_answer answer = squeeze_ask(scratch, p->s, rows, mask);
	arena_free(scratch);
	return answer.gap.people > 0;
}

enum row_class {
	ROW_PART,
	ROW_SUM,
	ROW_TOTAL,
	ROW_CLASSES,
};

static enum row_class
class_of(const struct part *p, size_t row)
{
	const struct row *r = p->s->rows[row];
	if (r->sum)
		return ROW_SUM;
	return p->s->k->world.claims[r->claim].part_of == WORLD_NONE ? ROW_TOTAL : ROW_PART;
}

/* Leaves of each claim only the rows it fails by: its total, a sum, a part, in this order. */
static void
narrow(const struct part *p, uint64_t *rows, uint64_t mask)
{
	for (int class = 0; class < ROW_CLASSES; class ++) {
		for (size_t i = 0; i < p->s->count; i++) {
			if (!bits_has(rows, i) || (int)class_of(p, i) != class)
				continue;
			bits_drop(rows, i);
			if (!still_fails(p, rows, mask))
				bits_add(rows, i);
		}
	}
}

/* The total, unless a single part decides. */
static int32_t
name_of(const struct part *p, size_t element, const uint64_t *rows)
{
	int32_t name = p->totals[element];
	size_t n = 0;

	for (size_t i = 0; i < p->s->count; i++) {
		if (p->element[i] != element || !bits_has(rows, i))
			continue;
		name = ++n == 1 && class_of(p, i) == ROW_PART ? p->s->rows[i]->claim
							      : p->totals[element];
	}
	return name;
}

static int
by_number(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return (x > y) - (x < y);
}

static void
add(struct arena *a, struct clash **all, size_t *count, size_t *capacity, struct clash clash)
{
	*all = arena_grow(a, *all, *count, capacity, sizeof(**all));
	(*all)[(*count)++] = clash;
}

static void
record(struct finder *f, struct part *p, const uint64_t *set)
{
	uint64_t *rows = bits_new(f->a, p->s->words), mask = mask_of(p, set);
	int32_t *claims = ARENA_ARRAY(f->a, int32_t, p->total_count);
	struct clash clash = {.claims = claims, .assumes = mask};
	int64_t give = 0;

	rows_of(p, set, rows);
	narrow(p, rows, mask);
	struct squeeze_answer answer = squeeze_ask(f->a, p->s, rows, mask);
	for (size_t i = 0; i < p->total_count; i++)
		if (bits_has(set, i))
			claims[clash.claim_count++] = name_of(p, i, rows);
	qsort(claims, clash.claim_count, sizeof(*claims), by_number);
	for (size_t i = bits_next(rows, p->s->words, 0); i < BITS_END(p->s->words);
	     i = bits_next(rows, p->s->words, i + 1)) {
		give = p->s->rows[i]->give > give ? p->s->rows[i]->give : give;
	}
	clash.gap = answer.gap.people;
	clash.terms = ends_terms(f->a, &answer.ends, &answer.gap, &clash.term_count);
	if (clash.gap <= give)
		add(f->a, &f->within, &f->within_count, &f->within_capacity, clash);
	else if (p->only == WORLD_NONE)
		add(f->a, &f->real, &f->real_count, &f->real_capacity, clash);
}

static void
search(struct finder *f, struct part *p)
{
	size_t elements = p->total_count + f->k->world.assumption_count;
	struct minset_question q = {elements, fails, p, MOST_SETS, &p->left};
	int64_t share = p->only == WORLD_NONE ? WORK_PART : WORK_UNNAMED;

	p->left = share < f->left ? share : f->left;
	f->left -= p->left;
	struct minset found = minset_all(f->a, &q);
	f->left += p->left;
	f->capped |= (found.capped && p->only == WORLD_NONE) || p->unproved;
	for (size_t i = 0; i < found.count; i++) {
		bool holds_only = p->only == WORLD_NONE;
		for (size_t e = 0; e < p->total_count; e++)
			holds_only |= p->totals[e] == p->only && bits_has(found.sets[i], e);
		if (holds_only)
			record(f, p, found.sets[i]);
	}
}

/* The part made of these rows, with one unnamed claim or none. */
static void
search_rows(struct finder *f, const struct row **rows, size_t count, int32_t only)
{
	struct part p = {.a = f->a, .only = only};
	int32_t *totals = ARENA_ARRAY(f->a, int32_t, count);
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		totals[i] = total_of(f->k, rows[i]);
	qsort(totals, count, sizeof(*totals), by_number);
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || totals[kept - 1] != totals[i])
			totals[kept++] = totals[i];
	p.totals = totals;
	p.total_count = kept;
	p.element = ARENA_ARRAY(f->a, size_t, count);
	for (size_t i = 0; i < count; i++) {
		int32_t total = total_of(f->k, rows[i]);
		while (totals[p.element[i]] != total)
			p.element[i]++;
	}
	p.s = squeeze_new(f->a, f->k, rows, count);
	search(f, &p);
}

/* Gives rows that are joined, however far, the same number: by one holding another down, or by a
 * claim. */
static size_t *
join_rows(struct arena *a, const struct standing *k, const struct row **rows, size_t n)
{
	size_t *group = ARENA_ARRAY(a, size_t, n);

	for (size_t i = 0; i < n; i++)
		group[i] = i;
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < n; j++) {
			size_t from = group[i], to = group[j];
			if (from == to ||
			    (!squeeze_may(k, rows[i], rows[j]) &&
				total_of(k, rows[i]) != total_of(k, rows[j])))
				continue;
			for (size_t g = 0; g < n; g++)
				if (group[g] == from)
					group[g] = to;
		}
	}
	return group;
}

/* Drops the rows that can have no share in a failure, and searches each joined part of the rest. */
static void
search_joined(struct finder *f, const struct row **rows, size_t n, int32_t only, bool tight)
{
	const struct row **part = ARENA_ARRAY(f->a, const struct row *, n);
	size_t *group = join_rows(f->a, f->k, rows, n);

	for (size_t g = 0; g < n; g++) {
		size_t count = 0;
		bool holds_only = only == WORLD_NONE;
		for (size_t i = 0; i < n; i++) {
			if (group[i] != g)
				continue;
			holds_only |= total_of(f->k, rows[i]) == only;
			part[count++] = rows[i];
		}
		if (count < 2 || !holds_only)
			continue;
		if (tight) {
			search_rows(f, part, count, only);
			continue;
		}
		const struct row **left = ARENA_ARRAY(f->a, const struct row *, count);
		const struct squeeze *s = squeeze_new(f->a, f->k, part, count);
		count = squeeze_tight(f->a, s, UINT64_MAX, left);
		search_joined(f, left, count, only, true);
	}
}

static int
in_claim_order(const void *a, const void *b)
{
	const struct clash *x = a, *y = b;

	for (size_t i = 0; i < x->claim_count && i < y->claim_count; i++)
		if (x->claims[i] != y->claims[i])
			return x->claims[i] < y->claims[i] ? -1 : 1;
	if (x->claim_count != y->claim_count)
		return x->claim_count < y->claim_count ? -1 : 1;
	return (x->assumes > y->assumes) - (x->assumes < y->assumes);
}

static void
finish(const struct finder *f, struct clash *all, size_t n)
{
	if (n > 0)
		qsort(all, n, sizeof(*all), in_claim_order);
	for (size_t i = 0; i < n; i++) {
		int32_t *claims = ARENA_ARRAY(f->a, int32_t, all[i].claim_count);
		struct clash_term *terms = ARENA_ARRAY(f->a, struct clash_term, all[i].term_count);
		for (size_t c = 0; c < all[i].claim_count; c++)
			claims[c] = f->k->theirs[all[i].claims[c]];
		for (size_t t = 0; t < all[i].term_count; t++) {
			terms[t] = all[i].terms[t];
			terms[t].claim = f->k->theirs[terms[t].claim];
		}
		all[i].claims = claims;
		all[i].terms = terms;
	}
}

/*
 * A claim whose own numbers do not fit is a clash of one, and meets the others with
 * its total alone: else it would hide every clash of that.
 */
static void
leave_out(struct finder *f, int32_t total)
{
	const struct standing *k = f->k;
	const struct row **rows = ARENA_ARRAY(f->a, const struct row *, k->row_count);
	size_t n = 0, real = f->real_count, within = f->within_count;

	for (size_t i = 0; i < k->row_count; i++)
		if (total_of(k, &k->rows[i]) == total)
			rows[n++] = &k->rows[i];
	search_rows(f, rows, n, WORLD_NONE);
	bool failed = f->real_count > real || f->within_count > within;
	f->within_count = within; /* how far its sums fail is a flag of its own */
	for (size_t i = 0; i < n && failed; i++)
		f->is_left_out[rows[i] - k->rows] = rows[i]->sum || rows[i]->claim != total;
}

static void
leave_out_all(struct finder *f)
{
	const struct standing *k = f->k;
	bool *is_done = ARENA_ARRAY(f->a, bool, k->world.claim_count);

	f->is_left_out = ARENA_ARRAY(f->a, bool, k->row_count);
	for (size_t i = 0; i < k->row_count; i++) {
		int32_t total = total_of(k, &k->rows[i]);
		if ((k->rows[i].sum || k->rows[i].claim != total) && !k->rows[i].unnamed &&
		    !is_done[total]) {
			leave_out(f, total);
			is_done[total] = true;
		}
	}
}

static size_t
named_rows(const struct finder *f, const struct row **rows)
{
	size_t n = 0;
	for (size_t i = 0; i < f->k->row_count; i++)
		if (!f->k->rows[i].unnamed && !f->is_left_out[i])
			rows[n++] = &f->k->rows[i];
	return n;
}

/* One unnamed claim with all that is joined to what it touches. */
static void
search_unnamed(
    struct finder *f, const struct row **named, size_t n, const size_t *group, int32_t claim)
{
	const struct standing *k = f->k;
	const struct row **rows = ARENA_ARRAY(f->a, const struct row *, k->row_count);
	bool *is_touched = ARENA_ARRAY(f->a, bool, n);
	size_t count = 0;

	for (size_t i = 0; i < k->row_count; i++) {
		const struct row *r = &k->rows[i];
		if (!r->unnamed || f->is_left_out[i] || total_of(k, r) != claim)
			continue;
		rows[count++] = r;
		for (size_t j = 0; j < n; j++)
			if (squeeze_may(k, r, named[j]) || squeeze_may(k, named[j], r))
				is_touched[group[j]] = true;
	}
	size_t own = count;
	for (size_t j = 0; j < n; j++)
		if (is_touched[group[j]])
			rows[count++] = named[j];
	if (count > own)
		search_joined(f, rows, count, claim, false);
}

static void
search_all(struct finder *f)
{
	const struct standing *k = f->k;
	const struct row **named = ARENA_ARRAY(f->a, const struct row *, k->row_count);
	bool *is_done = ARENA_ARRAY(f->a, bool, k->world.claim_count);
	size_t n = named_rows(f, named);
	const size_t *group = join_rows(f->a, k, named, n);

	search_joined(f, named, n, WORLD_NONE, false);
	f->left = WORK_ALL;
	for (size_t i = 0; i < k->row_count; i++) {
		int32_t total = total_of(k, &k->rows[i]);
		if (k->rows[i].unnamed && !is_done[total])
			search_unnamed(f, named, n, group, total);
		is_done[total] = true;
	}
}

struct clashes
clash_find(struct arena *a, const struct standing *k)
{
	struct finder f = {.a = a, .k = k, .left = WORK_ALL};

	leave_out_all(&f);
	search_all(&f);
	finish(&f, f.real, f.real_count);
	finish(&f, f.within, f.within_count);
	int32_t *totals = ARENA_ARRAY(a, int32_t, k->world.claim_count);
	for (size_t c = 0; c < k->world.claim_count; c++) {
		int32_t total = k->world.claims[c].part_of;
		totals[k->theirs[c]] = total == WORLD_NONE ? k->theirs[c] : k->theirs[total];
	}
	return (struct clashes){f.real, f.real_count, f.within, f.within_count, f.capped, totals};
}

bool
clash_touches(const struct clashes *all, const int32_t *claims, size_t count)
{
	for (size_t i = 0; i < all->real_count; i++)
		for (size_t c = 0; c < all->real[i].claim_count; c++)
			for (size_t j = 0; j < count; j++)
				if (all->totals[all->real[i].claims[c]] == all->totals[claims[j]])
					return true;
	return false;
}
