#include <stdlib.h>
#include <string.h>

#include "domain/find/ask.h"
#include "domain/find/days.h"
#include "kit/db/db.h"

#define VALUE '=' /* letter of the values that are counted */

static const bool counted[FIND_FILTERS] = {
#define FILTER(name, upper, letter, kind, counted, label) [FIND_##upper] = (counted),
#include "domain/find/filters.def"
#undef FILTER
};

/* How often each value was found, in the tally of its term. */
struct counts {
	struct find_asking *q;
	const struct find_seen *seen; /* the run that is counted */
	struct find_terms values;
};

static int
by_count(const void *a, const void *b)
{
	const struct find_count *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return str_cmp(x->value, y->value);
}

static int
by_value(const void *a, const void *b)
{
	return str_cmp(
	    ((const struct find_count *)a)->value, ((const struct find_count *)b)->value);
}

static struct find_facet
facet_of(const struct counts *c, enum find_filter filter)
{
	struct find_count *all = ARENA_ARRAY(c->q->a, struct find_count, c->values.count);
	size_t count = 0;

	for (size_t i = 0; i < c->values.count; i++) {
		const struct find_term *value = &c->values.all[i];
		if (value->tally > 0)
			all[count++] = (struct find_count){
			    str_sub(value->text, 1, value->text.n), value->tally};
	}
	if (count > 0)
		qsort(all, count, sizeof(*all), filter == FIND_DATE ? by_value : by_count);
	return (struct find_facet){filter, all, count};
}

static void
count(struct counts *c, struct str value, size_t found)
{
	if (found > 0)
		find_terms_of(&c->values, VALUE, value)->tally += (int64_t)found;
}

static int
count_value(void *arg, struct str value, struct str packed, struct err *e)
{
	struct counts *c = arg;

	(void)e;
	count(c, value, find_set_meet(c->seen->found, c->seen->words, packed));
	return 0;
}

static int
count_values(struct counts *c, enum find_filter filter, struct err *e)
{
	const char letter = find_filter_letter(filter);

	return find_block_each(
	    c->q->db, c->seen->block, (struct str){&letter, 1}, count_value, c, e);
}

/* --- Places: each with those that lie in it --------------------------------------------------- */

struct place_counts {
	struct counts *c;
	struct find_terms index; /* 1 + index of the vocabulary's place, in the tally */
	uint64_t **found; /* of places with others in them, when some were found; else NULL */
	bool *has_parts;
	bool *here; /* found holds something of this run */
};

/* The set of a place, empty when nothing of this run is in it yet. */
static uint64_t *
set_of(struct place_counts *p, size_t place)
{
	if (p->found[place] == NULL)
		p->found[place] = ARENA_ARRAY(p->c->q->a, uint64_t, FIND_SET_WORDS(FIND_SET_MOST));
	return p->found[place];
}

/* Into the nearest place that has others in it: places_up brings it to those around. */
static int
count_place(void *arg, struct str value, struct str packed, struct err *e)
{
	struct place_counts *p = arg;
	const struct find_seen *seen = p->c->seen;
	const struct find_term *known = find_terms_get(&p->index, VALUE, value);
	size_t place = known == NULL ? VOCAB_NONE : (size_t)known->tally - 1;
	bool whole = place == VOCAB_NONE || !p->has_parts[place]; /* counted right away */
	size_t into = !whole      ? place
	    : place != VOCAB_NONE ? p->c->q->vocab->places[place].parent
				  : VOCAB_NONE;

	(void)e;
	size_t found = into == VOCAB_NONE
	    ? find_set_meet(seen->found, seen->words, packed)
	    : find_set_or_meet(set_of(p, into), seen->found, seen->words, packed);
	if (whole)
		count(p->c, value, found);
	if (into != VOCAB_NONE && found > 0)
		p->here[into] = true;
	return 0;
}

/* A place stands above those in it: from the last one up, each is whole before it goes on. */
static void
places_up(struct place_counts *p)
{
	const struct vocab *v = p->c->q->vocab;
	size_t words = p->c->seen->words;

	for (size_t i = v->n_places; i-- > 0;) {
		if (!p->here[i])
			continue;
		uint64_t *set = p->found[i];
		size_t parent = v->places[i].parent;
		uint64_t *outer = parent != VOCAB_NONE ? set_of(p, parent) : NULL;
		for (size_t w = 0; outer != NULL && w < words; w++)
			outer[w] |= set[w];
		if (outer != NULL)
			p->here[parent] = true;
		count(p->c, v->places[i].id, find_set_count(set, words));
		memset(set, 0, words * sizeof(*set));
		p->here[i] = false;
	}
}

static struct place_counts
places_of(struct counts *c)
{
	const struct vocab *v = c->q->vocab;
	struct arena *a = c->q->a;
	struct place_counts p = {.c = c,
	    .index = {.a = a},
	    .found = ARENA_ARRAY(a, uint64_t *, v->n_places),
	    .has_parts = ARENA_ARRAY(a, bool, v->n_places),
	    .here = ARENA_ARRAY(a, bool, v->n_places)};

	for (size_t i = 0; i < v->n_places; i++) {
		find_terms_of(&p.index, VALUE, v->places[i].id)->tally = (int64_t)i + 1;
		if (v->places[i].parent != VOCAB_NONE)
			p.has_parts[v->places[i].parent] = true;
	}
	return p;
}

static int
count_places(struct counts *c, struct err *e)
{
	struct place_counts p = places_of(c);
	const char letter = find_filter_letter(FIND_PLACE);

	for (size_t i = 0; i < c->q->count; i++) {
		c->seen = &c->q->seen[i];
		if (c->seen->total == 0)
			continue;
		if (find_block_each(
			c->q->db, c->seen->block, (struct str){&letter, 1}, count_place, &p, e) < 0)
			return -1;
		places_up(&p);
	}
	return 0;
}

/* --- Days: years; the months of the only year; the days of the only month ----------------------
 */

static const struct level {
	char letter; /* of the terms that are units of that length, and of what lies in one */
	size_t bytes;
} levels[] = {{FIND_YEAR, FIND_YEAR_BYTES}, {FIND_MONTH, FIND_MONTH_BYTES}, {'d', FIND_DAY_BYTES}};

struct day_counts {
	struct counts *c;
	const struct level *level;
	struct str larger; /* the unit that the last one lay in */
	bool known;        /* the sets are those of larger in the run */
	uint64_t of_larger[FIND_SET_WORDS(FIND_SET_MOST)]; /* found, and of all days of it */
	uint64_t others[FIND_SET_WORDS(FIND_SET_MOST)];    /* found, and not */
};

/* The larger unit that a unit lies in, and what was found of all of its days. */
static int
read_larger(struct day_counts *d, struct str unit, struct err *e)
{
	const struct counts *c = d->c;
	const struct find_seen *seen = c->seen;
	struct find_units around = find_units_around(c->q->a, unit);
	struct str larger = around.at[around.count - 1];

	if (d->known && str_eq(d->larger, larger))
		return 0;
	memset(d->of_larger, 0, seen->words * sizeof(*d->of_larger));
	for (size_t i = 0; i < around.count; i++) {
		struct str term = arena_fmt(
		    c->q->a, "%c%.*s", find_filter_letter(FIND_DATE), STR_ARG(around.at[i]));
		if (find_block_or(c->q->db, seen->block, term, false, d->of_larger, e) < 0)
			return -1;
	}
	for (size_t i = 0; i < seen->words; i++) {
		d->others[i] = seen->found[i] & ~d->of_larger[i];
		d->of_larger[i] &= seen->found[i];
	}
	d->larger = arena_str(c->q->a, larger);
	d->known = true;
	return 0;
}

/* Counts what is of the unit, but not of all days of a larger one: that is of each day in it. */
static int
count_unit(void *arg, struct str value, struct str packed, struct err *e)
{
	struct day_counts *d = arg;
	const struct find_seen *seen = d->c->seen;

	if (value.n != d->level->bytes)
		return 0;
	if (read_larger(d, value, e) < 0)
		return -1;
	size_t count = find_set_meet(d->others, seen->words, packed);
	if (count > 0 || find_set_meets(d->of_larger, seen->words, packed))
		find_terms_of(&d->c->values, VALUE, value)->tally += (int64_t)count;
	return 0;
}

/* What is of all days of a larger unit counts for each unit in it that anything lies in. */
static int
add_larger(struct day_counts *d, struct err *e)
{
	size_t count = 0;

	d->known = false;
	for (size_t i = 0; i < d->c->values.count; i++) {
		struct find_term *unit = &d->c->values.all[i];
		bool known = d->known;
		struct str before = d->larger;
		if (read_larger(d, str_sub(unit->text, 1, unit->text.n), e) < 0)
			return -1;
		if (!known || !str_eq(before, d->larger))
			count = find_set_count(d->of_larger, d->c->seen->words);
		unit->tally += (int64_t)count;
	}
	return 0;
}

/* The units of one length that begin so, each in every run. */
static int
count_units(struct day_counts *d, struct str begin, struct err *e)
{
	struct counts *c = d->c;
	struct str terms = arena_fmt(c->q->a, "%c%.*s", d->level->letter, STR_ARG(begin));

	c->values = (struct find_terms){.a = c->q->a};
	for (size_t i = 0; i < c->q->count; i++) {
		c->seen = &c->q->seen[i];
		d->known = false;
		if (c->seen->total > 0 &&
		    find_block_each(c->q->db, c->seen->block, terms, count_unit, d, e) < 0)
			return -1;
	}
	find_terms_sort(&c->values);
	for (size_t i = 0; i < c->q->count; i++) {
		c->seen = &c->q->seen[i];
		if (c->seen->total > 0 && add_larger(d, e) < 0)
			return -1;
	}
	return 0;
}

static int
count_days(struct counts *c, struct err *e)
{
	struct str begin = STR("");

	for (size_t i = 0; i < LENGTH(levels); i++) {
		struct find_terms larger = c->values;
		struct day_counts d = {.c = c, .level = &levels[i]};
		if (count_units(&d, begin, e) < 0)
			return -1;
		if (c->values.count == 0) {
			c->values = larger;
			return 0;
		}
		if (c->values.count > 1)
			return 0;
		begin = str_sub(c->values.all[0].text, 1, c->values.all[0].text.n);
	}
	return 0;
}

static int
count_filter(struct counts *c, enum find_filter filter, struct err *e)
{
	if (filter == FIND_PLACE)
		return count_places(c, e);
	if (filter == FIND_DATE)
		return count_days(c, e);
	for (size_t i = 0; i < c->q->count; i++) {
		c->seen = &c->q->seen[i];
		if (c->seen->total > 0 && count_values(c, filter, e) < 0)
			return -1;
	}
	return 0;
}

int
find_facets(struct find_asking *q, struct find_answer *out, struct err *e)
{
	struct find_facet *all = ARENA_ARRAY(q->a, struct find_facet, FIND_FILTERS);
	size_t count = 0;

	for (size_t i = 0; i < FIND_FILTERS; i++) {
		struct counts c = {.q = q, .values = {.a = q->a}};
		if (!counted[i])
			continue;
		if (count_filter(&c, (enum find_filter)i, e) < 0)
			return -1;
		all[count++] = facet_of(&c, (enum find_filter)i);
	}
	out->facets = all;
	out->n_facets = count;
	return 0;
}
