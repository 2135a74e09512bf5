#include "engine/link/meet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/holder.h"
#include "engine/link/parts.h"
#include "engine/link/wording.h"

static_assert(LINK_KIND_COUNT <= 32, "kinds are bits of a number");

/* Two that may be one field. */
struct pair {
	double score; /* 0: only because a list has one of their kind at most */
	uint64_t order;
	const struct holder *x, *y;
};

struct meeting {
	struct table *t;
	struct arena *a;
	uint64_t *in; /* lists that have a column, as bits, n_words for each */
	size_t n_words;
	struct pair *pairs;
	size_t count, capacity;
	uint32_t *held; /* of each list: kinds of what meets, as bits */
	size_t *name;   /* of each column: its number among those of whole names; */
	size_t n_names;
	uint8_t *family; /* by column and one of whole names: what is known of the family's name */
};

enum family_known {
	FAMILY_UNKNOWN,
	FAMILY_ELSEWHERE, /* not this one, but another that a list has beside it could be of the
			     same people */
	FAMILY_MEETS
};

static void
lists_note(struct meeting *m)
{
	const struct table *t = m->t;

	m->n_words = (t->n_lists + 63) / 64;
	m->in = ARENA_ARRAY(m->a, uint64_t, t->n_columns * m->n_words);
	for (size_t i = 0; i < t->n_said; i++) {
		size_t list = t->said[i].list;
		m->in[t->went[i] * m->n_words + list / 64] |= UINT64_C(1) << list % 64;
	}
}

/* Does a list have both columns? */
static bool
stand_together(const struct meeting *m, size_t x, size_t y)
{
	uint64_t both = 0;

	for (size_t i = 0; i < m->n_words; i++)
		both |= m->in[x * m->n_words + i] & m->in[y * m->n_words + i];
	return both != 0;
}

/* Columns that could meet another one, or be part of names. */
static bool *
wanted(const struct meeting *m)
{
	bool *out = ARENA_ARRAY(m->a, bool, m->t->n_columns);

	for (size_t x = 0; x < m->t->n_columns; x++) {
		out[x] = m->t->n_lists > 1 && m->t->columns[x].kind == LINK_WORDS;
		for (size_t y = 0; y < m->t->n_columns; y++)
			out[x] = out[x] || !stand_together(m, x, y);
	}
	return out;
}

/* --- Pairs ----------------------------------------------------------------------------------- */

/* Of these a list has one at most, so that they are one even if no value is the same. */
static bool
is_one_a_list(enum link_kind kind)
{
	return kind == LINK_EMAIL || kind == LINK_IDENTIFIER || wording_is_part(kind);
}

static int
best_first(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static void
pair_add(struct meeting *m, const struct holder *x, const struct holder *y)
{
	const struct table_column *columns = m->t->columns;
	bool whole = columns[x->column].kind == LINK_NAME && columns[y->column].kind == LINK_NAME;
	bool family = x->kind == LINK_FAMILY && y->kind == LINK_FAMILY;
	double score = !whole ? holder_meets(x, y) : family ? holder_meets_whole(x, y) : 0;

	if (score == 0 && (x->kind != y->kind || !is_one_a_list(x->kind)))
		return;
	m->pairs = arena_grow(m->a, m->pairs, m->count, &m->capacity, sizeof(*m->pairs));
	m->pairs[m->count++] = (struct pair){score, x->order + y->order, x, y};
}

static void
pairs_find(struct meeting *m, const struct holder *at, size_t n)
{
	m->count = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			if (!stand_together(m, at[i].column, at[k].column))
				pair_add(m, &at[i], &at[k]);
	if (m->count > 0)
		qsort(m->pairs, m->count, sizeof(*m->pairs), best_first);
}

/* --- What meets ------------------------------------------------------------------------------ */

/* What a column holds, as bits: of whole names the parts. */
static uint32_t
held_by(enum link_kind kind)
{
	return kind == LINK_NAME ? 1u << LINK_GIVEN | 1u << LINK_FAMILY | 1u << LINK_PATRONYMIC
				 : 1u << kind;
}

/* The kind that column c has once it meets one of that kind. */
static enum link_kind
kind_beside(const struct table_column *c, enum link_kind other)
{
	bool words = c->kind == LINK_WORDS || c->kind == LINK_SEX;

	if (c->kind_is_said)
		return c->kind;
	if (words && (wording_is_part(other) || other == LINK_WORDS))
		return other;
	if (c->kind == LINK_ROW)
		return other == LINK_IDENTIFIER ? other : LINK_CODE;
	return c->kind == LINK_CODE && other == LINK_IDENTIFIER ? other : c->kind;
}

/* What a holder is by now: its column may have become a part of names. */
static enum link_kind
kind_now(const struct meeting *m, const struct holder *h, enum link_kind other)
{
	const struct table_column *c = &m->t->columns[h->column];

	return c->kind == LINK_NAME ? h->kind : kind_beside(c, other);
}

/* Notes what the lists have of all that meets h, once it meets one of kind other too; false when
 * one would have two of a kind. */
static bool
held_note(const struct meeting *m, const struct holder *h, enum link_kind other)
{
	const struct table *t = m->t;

	for (size_t i = 0; i < t->n_said; i++) {
		const struct table_column *c = &t->columns[t->went[i]];
		uint32_t bits = held_by(kind_beside(c, other));
		if (c->meets != t->columns[h->column].meets)
			continue;
		if ((m->held[t->said[i].list] & bits) != 0)
			return false;
		m->held[t->said[i].list] |= bits;
	}
	return true;
}

static void
all_become(const struct meeting *m, size_t meets, enum link_kind other, size_t now)
{
	for (size_t k = 0; k < m->t->n_columns; k++) {
		struct table_column *c = &m->t->columns[k];
		if (c->meets != meets)
			continue;
		c->kind = kind_beside(c, other);
		c->meets = now;
	}
}

/* Makes one of what meets x and what meets y, where no list has two of a kind then. */
static void
pair_meet(const struct meeting *m, const struct pair *p)
{
	enum link_kind of_x = kind_now(m, p->x, p->y->kind);
	enum link_kind of_y = kind_now(m, p->y, of_x);
	size_t x = m->t->columns[p->x->column].meets, y = m->t->columns[p->y->column].meets;

	of_x = kind_now(m, p->x, of_y);
	if (x == y || of_x != of_y)
		return;
	memset(m->held, 0, m->t->n_lists * sizeof(*m->held));
	if (!held_note(m, p->x, of_y) || !held_note(m, p->y, of_x))
		return;
	all_become(m, x, of_y, x < y ? x : y);
	all_become(m, y, of_x, x < y ? x : y);
}

/* Would the pair bring together what a list has of a name: has a list of the one another column
 * that meets the other? */
static bool
is_drawn(const struct meeting *m, const struct pair *p)
{
	const struct table *t = m->t;
	size_t x = p->x->column, y = p->y->column;
	bool any = false;

	for (size_t k = 0; k < t->n_columns; k++) {
		size_t meets = t->columns[k].meets;
		bool part = wording_is_part(t->columns[k].kind) || t->columns[k].kind == LINK_NAME;
		any = any ||
		    (part && k != x && meets == t->columns[y].meets && stand_together(m, k, x)) ||
		    (part && k != y && meets == t->columns[x].meets && stand_together(m, k, y));
	}
	return any;
}

static uint8_t *
family_known(const struct meeting *m, size_t column, size_t whole)
{
	return &m->family[column * m->n_names + m->name[whole]];
}

static void
names_number(struct meeting *m)
{
	m->name = ARENA_ARRAY(m->a, size_t, m->t->n_columns);
	m->n_names = 0;
	for (size_t k = 0; k < m->t->n_columns; k++)
		m->name[k] = m->t->columns[k].kind == LINK_NAME ? m->n_names++ : SIZE_MAX;
	m->family = ARENA_ARRAY(m->a, uint8_t, m->t->n_columns * m->n_names);
}

/* Notes which family names could be whose: they are many, while everybody's given names are much
 * the same. */
static void
families_note(struct meeting *m)
{
	const struct table *t = m->t;

	names_number(m);
	for (size_t i = 0; i < m->count; i++) {
		const struct pair *p = &m->pairs[i];
		bool x = m->name[p->x->column] != SIZE_MAX, y = m->name[p->y->column] != SIZE_MAX;
		const struct holder *whole = x ? p->x : p->y, *other = x ? p->y : p->x;
		if (x != y && whole->kind == LINK_FAMILY && p->score > 0)
			*family_known(m, other->column, whole->column) = FAMILY_MEETS;
	}
	for (size_t x = 0; x < t->n_columns; x++)
		for (size_t k = 0; k < t->n_columns; k++)
			for (size_t n = 0; m->name[k] != SIZE_MAX && n < t->n_columns; n++)
				if (m->name[n] != SIZE_MAX && n != k &&
				    *family_known(m, x, k) == FAMILY_MEETS &&
				    *family_known(m, x, n) == FAMILY_UNKNOWN &&
				    stand_together(m, k, n))
					*family_known(m, x, n) = FAMILY_ELSEWHERE;
}

/* Is a column of given names, or fathers', to meet those of other people: has a list of it family
 * names beside it that meet another column instead? */
static bool
is_of_others(const struct meeting *m, const struct pair *p)
{
	bool x = m->name[p->x->column] != SIZE_MAX, y = m->name[p->y->column] != SIZE_MAX;
	size_t whole = x ? p->x->column : p->y->column, other = x ? p->y->column : p->x->column;
	bool any = false;

	for (size_t k = 0; x != y && k < m->t->n_columns; k++)
		any = any ||
		    (k != other && *family_known(m, k, whole) == FAMILY_ELSEWHERE &&
			stand_together(m, k, other));
	return any;
}

/* Families come last, and first of them those that follow their given names: relatives bear them
 * too. */
static void
pairs_meet(const struct meeting *m)
{
	enum { OTHERS, DRAWN, REST, TURNS };

	for (int turn = OTHERS; turn < TURNS; turn++) {
		for (size_t i = 0; i < m->count; i++) {
			const struct pair *p = &m->pairs[i];
			bool family = p->x->kind == LINK_FAMILY || p->y->kind == LINK_FAMILY;
			bool whole = m->t->columns[p->x->column].kind == LINK_NAME &&
			    m->t->columns[p->y->column].kind == LINK_NAME;
			if ((turn != OTHERS) == (family && !whole) &&
			    (turn != DRAWN || is_drawn(m, p)) &&
			    (turn != OTHERS || !is_of_others(m, p)))
				pair_meet(m, p);
		}
	}
}

/* What parts of names are by now meets those of other lists, even if no value is the same. */
static void
parts_meet(struct meeting *m, struct holder *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (m->t->columns[at[i].column].kind != LINK_NAME)
			at[i].kind = m->t->columns[at[i].column].kind;
	pairs_find(m, at, n);
	for (size_t i = 0; i < m->count; i++)
		if (wording_is_part(m->pairs[i].x->kind) && wording_is_part(m->pairs[i].y->kind))
			pair_meet(m, &m->pairs[i]);
}

void
meet_columns(struct table *t, link_share *share)
{
	struct meeting m = {.t = t, .a = arena_new()};

	for (size_t k = 0; k < t->n_columns; k++)
		t->columns[k].meets = k;
	m.held = ARENA_ARRAY(m.a, uint32_t, t->n_lists);
	lists_note(&m);
	size_t n;
	struct holder *at = holder_all(m.a, t, wanted(&m), share, &n);
	pairs_find(&m, at, n);
	families_note(&m);
	pairs_meet(&m);
	parts_find(t, at, n);
	parts_meet(&m, at, n);
	arena_free(m.a);
}
