#include "engine/link/parts.h"

#include <stdlib.h>
#include <string.h>

#define FAMILIES 0.5 /* rows, at least, that end as family names do, of a column of these; */
#define GIVENS 0.25  /* rows, at least, of a column of given names that some father bears */

struct finding {
	struct table *t;
	const struct holder *at;
	size_t n;
	uint32_t *held; /* of each list: parts that it has, as bits; */
	size_t *rivals; /* and candidates */
	struct candidate_part *found;
	size_t count;
};

struct candidate_part {
	const struct holder *holder;
	double score;
};

/* --- Lists ----------------------------------------------------------------------------------- */

/* Does a list of that column have such a part already? */
static bool
is_held(const struct finding *f, size_t column, enum link_kind kind)
{
	bool any = false;

	for (size_t i = 0; i < f->t->n_said; i++)
		any = any ||
		    (f->t->went[i] == column && (f->held[f->t->said[i].list] >> kind & 1) != 0);
	return any;
}

static void
hold(struct finding *f, size_t column, enum link_kind kind)
{
	for (size_t i = 0; i < f->t->n_said; i++)
		if (f->t->went[i] == column)
			f->held[f->t->said[i].list] |= 1u << kind;
}

/* What lists have of parts as columns, or in most rows of a column of whole names. */
static void
held_note(struct finding *f)
{
	const struct table_column *columns = f->t->columns;

	for (size_t k = 0; k < f->t->n_columns; k++)
		hold(f, k, columns[k].kind);
	for (size_t i = 0; i < f->n; i++) {
		const struct holder *h = &f->at[i];
		if (columns[h->column].kind == LINK_NAME &&
		    h->sounds.rows * 2 > columns[h->column].filled)
			hold(f, h->column, h->kind);
	}
}

/* --- Parts ----------------------------------------------------------------------------------- */

static double
family_score(const struct finding *f, const struct holder *h)
{
	(void)f;
	return h->family >= FAMILIES ? (double)h->sounds.n : 0;
}

static double
father_score(const struct finding *f, const struct holder *h)
{
	(void)f;
	return h->father >= HOLDER_FATHERS ? h->father : 0;
}

static double
given_score(const struct finding *f, const struct holder *h)
{
	double most = 0;

	for (size_t i = 0; i < f->n; i++) {
		const struct holder *father = &f->at[i];
		enum link_kind kind = f->t->columns[father->column].kind;
		bool is_father = (kind == LINK_NAME ? father->kind : kind) == LINK_PATRONYMIC;
		double known = is_father ? holder_fathers(h, father) : 0;
		most = known > most ? known : most;
	}
	return most >= GIVENS ? most : 0;
}

static int
best_first(const void *x, const void *y)
{
	const struct candidate_part *a = x, *b = y;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->holder->order < b->holder->order ? -1 : a->holder->order > b->holder->order;
}

/* Columns that could be that part, the likeliest first. */
static void
candidates_find(struct finding *f, double (*score)(const struct finding *f, const struct holder *h))
{
	f->count = 0;
	for (size_t i = 0; i < f->n; i++) {
		const struct holder *h = &f->at[i];
		const struct table_column *c = &f->t->columns[h->column];
		double by = c->kind == LINK_WORDS && !c->kind_is_said ? score(f, h) : 0;
		if (by > 0)
			f->found[f->count++] = (struct candidate_part){h, by};
	}
	if (f->count > 1)
		qsort(f->found, f->count, sizeof(*f->found), best_first);
}

/* Has a list of that column another candidate? */
static bool
is_rivalled(const struct finding *f, size_t column)
{
	bool any = false;

	for (size_t i = 0; i < f->t->n_said; i++)
		any = any || (f->t->went[i] == column && f->rivals[f->t->said[i].list] > 1);
	return any;
}

static void
rivals_count(struct finding *f)
{
	memset(f->rivals, 0, f->t->n_lists * sizeof(*f->rivals));
	for (size_t c = 0; c < f->count; c++)
		for (size_t i = 0; i < f->t->n_said; i++)
			f->rivals[f->t->said[i].list] +=
			    f->t->went[i] == f->found[c].holder->column;
}

static void
candidates_become(struct finding *f, enum link_kind kind)
{
	rivals_count(f);
	for (size_t i = 0; i < f->count; i++) {
		size_t column = f->found[i].holder->column;
		/* A father's given name beside one's own looks like it. */
		if (is_held(f, column, kind) || (kind == LINK_GIVEN && is_rivalled(f, column)))
			continue;
		f->t->columns[column].kind = kind;
		hold(f, column, kind);
	}
}

void
parts_find(struct table *t, const struct holder *at, size_t n)
{
	struct finding f = {t, at, n, ARENA_ARRAY(t->a, uint32_t, t->n_lists),
	    ARENA_ARRAY(t->a, size_t, t->n_lists), ARENA_ARRAY(t->a, struct candidate_part, n), 0};

	held_note(&f);
	candidates_find(&f, father_score);
	candidates_become(&f, LINK_PATRONYMIC);
	candidates_find(&f, family_score);
	candidates_become(&f, LINK_FAMILY);
	candidates_find(&f, given_score);
	candidates_become(&f, LINK_GIVEN);
}
