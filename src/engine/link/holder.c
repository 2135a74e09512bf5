#include "engine/link/holder.h"

#include <stdlib.h>

#include "base/buf.h"
#include "engine/link/birth.h"
#include "engine/link/hash.h"
#include "engine/link/sex.h"
#include "engine/link/wording.h"
#include "kit/lang/fold.h"
#include "kit/lang/name.h"

#define LONG_SIGNS 7   /* of a number that two people do not have by chance */
#define SPARSE 4       /* numbers that lie closer than so many to a row just count */
#define EARLIER 10     /* years before all that a column says, */
#define LATER 2        /* and after, in which one more row may say something; */
#define EARLIER_FEW 30 /* the same of few rows, */
#define LATER_FEW 12
#define FEW_ROWS 10      /* that show less of what others could say */
#define WHOLE_LESS 1e-3  /* what family names alone are worth beside whole names, */
#define BRIEF_LESS 1e-2  /* and with an initial */
#define DIFFERENT 2      /* values, at least, that both must have, */
#define ENOUGH 0.25      /* and share of the rows of one that the other must know; */
#define DIFFERENT_LONG 3 /* the same of numbers */
#define ENOUGH_LONG 0.03
#define ENOUGH_FEW 0.5 /* of a column whose values stand in many rows each, as places do */
#define MANY_ROWS 5    /* from so many on */
#define ALIKE 5        /* rows of a list that may bear one family's name: places end so, too */
#define ENDINGS 0.5    /* what all rows ending like a family's name are worth of rows known */

/* --- Digests --------------------------------------------------------------------------------- */

static int
by_digest(const void *x, const void *y)
{
	const struct holder_key *a = x, *b = y;

	return a->digest < b->digest ? -1 : a->digest > b->digest;
}

static struct holder_keys
keys_new(struct arena *a, size_t most)
{
	return (struct holder_keys){.at = ARENA_ARRAY(a, struct holder_key, most)};
}

static void
keys_add(struct holder_keys *k, struct str text, size_t rows)
{
	if (text.n > 0)
		k->at[k->n++] = (struct holder_key){hash_str(text), rows};
}

static void
keys_settle(struct holder_keys *k)
{
	size_t n = 0;

	qsort(k->at, k->n, sizeof(*k->at), by_digest);
	for (size_t i = 0; i < k->n; i++) {
		k->rows += k->at[i].rows;
		if (n > 0 && k->at[n - 1].digest == k->at[i].digest)
			k->at[n - 1].rows += k->at[i].rows;
		else
			k->at[n++] = k->at[i];
	}
	k->n = n;
}

/* Rows of x that y knows; *different is how many values they are. */
static size_t
keys_known(const struct holder_keys *x, const struct holder_keys *y, size_t *different)
{
	size_t rows = 0;

	*different = 0;
	for (size_t i = 0, k = 0; i < x->n && k < y->n;) {
		if (x->at[i].digest < y->at[k].digest) {
			i++;
		} else if (x->at[i].digest > y->at[k].digest) {
			k++;
		} else {
			rows += x->at[i++].rows;
			k++;
			++*different;
		}
	}
	return rows;
}

/* --- Columns --------------------------------------------------------------------------------- */

static struct str
name_sounds(struct arena *a, const struct name *name, bool stems)
{
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < name->count; i++) {
		buf_put(b, stems ? name->parts[i].stem : name->parts[i].sound);
		buf_putc(b, ' ');
	}
	return str_trim(buf_str(b));
}

/* A column of words, of one part of names, or of a choice, of so many lists. */
static void
words_hold(struct holder *h, const struct table_column *c, size_t lists)
{
	size_t family = 0, father = 0;

	h->stems = keys_new(c->a, intern_count(c->texts));
	for (uint32_t v = 1; v <= intern_count(c->texts); v++) {
		struct arena *a = arena_new();
		struct str text = intern_str(c->texts, v);
		enum sex sex = c->kind == LINK_SEX ? sex_read(a, text) : SEX_UNSAID;
		struct name name = name_read(a, sex == SEX_UNSAID ? text : sex_word(sex));
		keys_add(&h->sounds, name_sounds(a, &name, false), c->uses[v]);
		keys_add(&h->stems, name_sounds(a, &name, true), c->uses[v]);
		bool says = name.count == 1 && name.parts[0].sure;
		family += says && name.parts[0].role == NAME_FAMILY ? c->uses[v] : 0;
		father += says && name.parts[0].role == NAME_PATRONYMIC ? c->uses[v] : 0;
		arena_free(a);
	}
	keys_settle(&h->sounds);
	keys_settle(&h->stems);
	if (h->sounds.n * ALIKE * lists >= c->filled)
		h->family = (double)family / (double)c->filled;
	h->father = (double)father / (double)c->filled;
}

/* A part of a column of whole names. */
static void
part_hold(struct holder *h, const struct table_column *c, const struct str *said)
{
	for (uint32_t v = 1; v <= intern_count(c->texts); v++)
		keys_add(&h->sounds, said[v], c->uses[v]);
	keys_settle(&h->sounds);
	h->stems = h->sounds;
}

/* Given and family name together. */
static void
wholes_hold(struct holder *h, const struct table_column *c, const struct str *given,
    const struct str *family)
{
	h->wholes = keys_new(c->a, intern_count(c->texts));
	h->briefs = keys_new(c->a, intern_count(c->texts));
	for (uint32_t v = 1; v <= intern_count(c->texts); v++) {
		if (given[v].n == 0 || family[v].n == 0)
			continue;
		uint64_t own = hash_str(family[v]), initial = hash_str(str_sub(given[v], 0, 1));
		h->wholes.at[h->wholes.n++] =
		    (struct holder_key){hash_pair(hash_str(given[v]), own), c->uses[v]};
		h->briefs.at[h->briefs.n++] =
		    (struct holder_key){hash_pair(initial, own), c->uses[v]};
	}
	keys_settle(&h->wholes);
	keys_settle(&h->briefs);
}

static void
years_hold(struct holder *h, const struct table_column *c)
{
	struct birth b;

	for (uint32_t v = 1; v <= intern_count(c->texts); v++)
		if (birth_read(intern_str(c->texts, v), &b))
			h->sounds.at[h->sounds.n++] =
			    (struct holder_key){(uint64_t)b.year, c->uses[v]};
	keys_settle(&h->sounds);
	h->stems = h->sounds;
}

/* Leaves h empty when most are short and could be anything, or lie as close as numbers that count
 * rows do. */
static void
numbers_hold(struct holder *h, const struct table_column *c)
{
	bool sure = c->kind == LINK_IDENTIFIER || c->kind == LINK_EMAIL;
	int64_t least = INT64_MAX, most = 0, number;
	size_t counted = 0;

	for (uint32_t v = 1; v <= intern_count(c->texts); v++) {
		struct arena *a = arena_new();
		struct str plain = wording_code(a, intern_str(c->texts, v));
		if (sure || plain.n >= LONG_SIGNS)
			keys_add(&h->sounds, plain, c->uses[v]);
		if (str_to_int(plain, &number)) {
			least = number < least ? number : least;
			most = number > most ? number : most;
			counted += c->uses[v];
		}
		arena_free(a);
	}
	keys_settle(&h->sounds);
	bool close =
	    counted * 2 > c->filled && (uint64_t)(most - least) / SPARSE < (uint64_t)c->filled;
	if (!sure && (h->sounds.rows * 2 < c->filled || close))
		h->sounds.n = h->sounds.rows = 0;
	h->stems = h->sounds;
}

static bool
way_of(enum link_kind kind, enum holder_way *out)
{
	switch (kind) {
	case LINK_NAME:
	case LINK_GIVEN:
	case LINK_FAMILY:
	case LINK_PATRONYMIC:
	case LINK_WORDS:
	case LINK_SEX:
		*out = HOLDER_WORDS;
		return true;
	case LINK_DATE:
		*out = HOLDER_YEARS;
		return true;
	case LINK_CODE:
	case LINK_IDENTIFIER:
	case LINK_ROW:
	case LINK_EMAIL:
		*out = HOLDER_NUMBERS;
		return true;
	default:
		return false;
	}
}

/* Lists that have a column. */
static size_t
lists_with(const struct table *t, size_t column)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n_said; i++)
		n += t->went[i] == column;
	return n;
}

struct holding {
	struct table *t;
	const bool *wanted;
	struct holder *at;
};

static void
column_hold(void *arg, size_t k)
{
	const struct holding *all = arg;
	const struct table_column *c = &all->t->columns[k];
	struct holder *h = &all->at[k * WORDING_PARTS];
	enum holder_way way;
	size_t parts = !all->wanted[k] ? 0
	    : c->kind == LINK_NAME     ? WORDING_PARTS
				       : way_of(c->kind, &way);

	for (size_t i = 0; i < parts; i++) {
		h[i].sounds = keys_new(c->a, intern_count(c->texts));
		if (h[i].kind == LINK_FAMILY && c->kind == LINK_NAME)
			wholes_hold(&h[i], c, wording_of(all->t->wording, k, 0),
			    wording_of(all->t->wording, k, i));
		if (c->kind == LINK_NAME)
			part_hold(&h[i], c, wording_of(all->t->wording, k, i));
		else if (h[i].way == HOLDER_WORDS)
			words_hold(&h[i], c, lists_with(all->t, k));
		else if (h[i].way == HOLDER_YEARS)
			years_hold(&h[i], c);
		else
			numbers_hold(&h[i], c);
		for (size_t v = 0; v < h[i].sounds.n; v++)
			h[i].order += hash_pair(h[i].sounds.at[v].digest, h[i].sounds.at[v].rows);
	}
	/* Mothers have their children's family names: other parts tell their columns apart. */
	for (size_t i = 1; i < parts; i++)
		h[0].order += h[i].order;
	for (size_t i = 1; i < parts; i++)
		h[i].order += h[0].order;
}

struct holder *
holder_all(struct arena *a, struct table *t, const bool *wanted, link_share *share, size_t *n)
{
	static const enum link_kind parts[WORDING_PARTS] = {
	    LINK_GIVEN, LINK_FAMILY, LINK_PATRONYMIC};
	struct holder *at = ARENA_ARRAY(a, struct holder, t->n_columns * WORDING_PARTS);
	struct holding all = {t, wanted, at};

	for (size_t k = 0; k < t->n_columns; k++) {
		enum link_kind kind = t->columns[k].kind;
		struct arena *own = arena_new();
		if (kind == LINK_NAME && wanted[k] && !wording_has_names(t, k))
			wording_as_names(own, t, k, share);
		arena_free(own);
		for (size_t i = 0; i < WORDING_PARTS; i++) {
			struct holder *h = &at[k * WORDING_PARTS + i];
			h->column = k;
			h->kind = kind == LINK_NAME ? parts[i] : kind;
			way_of(kind, &h->way);
		}
	}
	share_out(share, t->n_columns, column_hold, &all);
	*n = 0;
	for (size_t i = 0; i < t->n_columns * WORDING_PARTS; i++)
		if (at[i].sounds.n > 0)
			at[(*n)++] = at[i];
	return at;
}

/* --- Meeting --------------------------------------------------------------------------------- */

/* The year that so much of the rows of a column of years lies before. */
static int
year_at(const struct holder_keys *years, double share)
{
	size_t before = 0, i = 0;

	while (
	    i + 1 < years->n && (double)(before + years->at[i].rows) <= share * (double)years->rows)
		before += years->at[i++].rows;
	return (int)years->at[i].digest;
}

/* Share of the rows of x whose years could be those of y. */
static double
years_fit(const struct holder_keys *x, const struct holder_keys *y)
{
	bool few = y->rows < FEW_ROWS;
	int first = year_at(y, 0.01) - (few ? EARLIER_FEW : EARLIER);
	int last = year_at(y, 0.99) + (few ? LATER_FEW : LATER);
	size_t rows = 0;

	for (size_t i = 0; i < x->n; i++)
		if ((int)x->at[i].digest >= first && (int)x->at[i].digest <= last)
			rows += x->at[i].rows;
	return (double)rows / (double)x->rows;
}

static double
years_meet(const struct holder_keys *x, const struct holder_keys *y)
{
	double there = years_fit(x, y), back = years_fit(y, x);
	double both = there < back ? there : back;

	return both >= ENOUGH ? both : 0;
}

/* What the endings of words say of them beside that part of names. */
static double
endings_meet(const struct holder *words, const struct holder *part)
{
	if (words->kind != LINK_WORDS)
		return 0;
	return part->kind == LINK_FAMILY    ? words->family * ENDINGS
	    : part->kind == LINK_PATRONYMIC ? words->father * ENDINGS
					    : 0;
}

/* Of the one with fewer values; the lesser of both where they have as many. */
static double
keys_meet(const struct holder_keys *x, const struct holder_keys *y, size_t *different)
{
	double of_x = x->rows > 0 ? (double)keys_known(x, y, different) / (double)x->rows : 0;
	double of_y = y->rows > 0 ? (double)keys_known(y, x, different) / (double)y->rows : 0;

	return x->n < y->n || (x->n == y->n && of_x < of_y) ? of_x : of_y;
}

/* Rows that must be known, as a share. */
static double
enough(const struct holder *x, const struct holder *y)
{
	bool names = wording_is_part(x->kind) || wording_is_part(y->kind);
	bool few =
	    x->sounds.n * MANY_ROWS < x->sounds.rows && y->sounds.n * MANY_ROWS < y->sounds.rows;

	return x->way == HOLDER_NUMBERS ? ENOUGH_LONG : few && !names ? ENOUGH_FEW : ENOUGH;
}

/* May x, by its kind, be what y is? Fathers are called as sons are, so that endings decide. */
static bool
may_be_one(const struct holder *x, const struct holder *y)
{
	if (wording_is_part(x->kind) && wording_is_part(y->kind))
		return x->kind == y->kind;
	return y->kind != LINK_PATRONYMIC || x->father >= HOLDER_FATHERS;
}

double
holder_fathers(const struct holder *x, const struct holder *y)
{
	size_t different;
	size_t known = keys_known(&x->sounds, &y->stems, &different);

	return x->sounds.rows > 0 ? (double)known / (double)x->sounds.rows : 0;
}

double
holder_meets_whole(const struct holder *x, const struct holder *y)
{
	size_t different;

	return keys_meet(&x->wholes, &y->wholes, &different) +
	    keys_meet(&x->briefs, &y->briefs, &different) * BRIEF_LESS +
	    keys_meet(&x->sounds, &y->sounds, &different) * WHOLE_LESS;
}

double
holder_meets(const struct holder *x, const struct holder *y)
{
	bool stems = x->kind == LINK_FAMILY || x->kind == LINK_PATRONYMIC ||
	    y->kind == LINK_FAMILY || y->kind == LINK_PATRONYMIC;
	bool numbers = x->way == HOLDER_NUMBERS;
	size_t different = 0;

	if (x->way != y->way || !may_be_one(x, y) || !may_be_one(y, x))
		return 0;
	if (x->way == HOLDER_YEARS)
		return years_meet(&x->sounds, &y->sounds);
	double score =
	    keys_meet(stems ? &x->stems : &x->sounds, stems ? &y->stems : &y->sounds, &different);
	if (different < (numbers ? DIFFERENT_LONG : DIFFERENT))
		score = 0;
	double endings = endings_meet(x, y) + endings_meet(y, x);
	score = endings > score ? endings : score;
	return score >= enough(x, y) ? score : 0;
}
