#include "engine/estimate/covariate.h"

#include <math.h>
#include <stdlib.h>

#include "engine/estimate/special.h"
#include "engine/estimate/tuning.h"

#define CODES_MOST 10  /* different numbers: so many may be codes, each is a group */
#define GROUP_LEAST 10 /* people; values of fewer stand together */
#define KNOTS 3        /* where the line of a number may bend */

/* A value that somebody has. */
struct level {
	struct str text;
	size_t people;
	uint32_t column; /* of the regression, where it is a group */
};

/* One column while it is read. */
struct reading {
	struct arena *a;
	const struct covariate_person *persons;
	size_t people, at; /* at: which of the columns it is */
	struct level *levels;
	size_t level_count;    /* sorted; the missing are none of them */
	double middle, spread; /* of a number */
	double knots[KNOTS];   /* in spreads from the middle */
	size_t knot_count;
	uint32_t first, missing, rare; /* columns of the regression; 0: there is none */
};

static bool
is_missing(struct str value)
{
	return value.n == 0 || str_eq(value, STR("NA"));
}

/* The value; empty where it is missing. */
static struct str
present(struct str value)
{
	return is_missing(value) ? STR("") : value;
}

static struct str
value_of(const struct reading *r, size_t person)
{
	return r->persons[person].values[r->at];
}

static int
by_text(const void *a, const void *b)
{
	return str_cmp(((const struct level *)a)->text, ((const struct level *)b)->text);
}

/* The different values, with how many people have each; returns how many have none. */
static size_t
find_levels(struct reading *r)
{
	size_t present = 0, kept = 0;

	r->levels = ARENA_ARRAY(r->a, struct level, r->people);
	for (size_t i = 0; i < r->people; i++)
		if (!is_missing(value_of(r, i)))
			r->levels[present++] = (struct level){value_of(r, i), 1, 0};
	qsort(r->levels, present, sizeof(*r->levels), by_text);
	for (size_t i = 0; i < present; i++) {
		if (kept > 0 && str_eq(r->levels[kept - 1].text, r->levels[i].text))
			r->levels[kept - 1].people++;
		else
			r->levels[kept++] = r->levels[i];
	}
	r->level_count = kept;
	return r->people - present;
}

/* The first value that is no number; NULL: all are. */
static const struct level *
no_number(const struct reading *r)
{
	double v;

	for (size_t i = 0; i < r->level_count; i++)
		if (!tuning_to_number(r->levels[i].text, &v))
			return &r->levels[i];
	return NULL;
}

/* Middle, spread and quartiles of a number. */
static void
measure(struct reading *r, size_t missing)
{
	size_t n = r->people - missing, filled = 0;
	double *sorted = ARENA_ARRAY(r->a, double, n), squares = 0, v = 0;

	for (size_t i = 0; i < r->level_count; i++)
		for (size_t k = 0; k < r->levels[i].people; k++)
			if (tuning_to_number(r->levels[i].text, &v))
				sorted[filled++] = v;
	special_sort(sorted, n);
	for (size_t i = 0; i < n; i++)
		r->middle += sorted[i] / (double)n;
	for (size_t i = 0; i < n; i++)
		squares += (sorted[i] - r->middle) * (sorted[i] - r->middle);
	r->spread = sqrt(squares / (double)n);
	for (int k = 1; k <= KNOTS; k++) {
		double at = special_sample_quantile(sorted, n, (double)k / (KNOTS + 1));
		double knot = (at - r->middle) / r->spread;
		bool inside = at > sorted[0] && at < sorted[n - 1];
		if (inside && (r->knot_count == 0 || knot > r->knots[r->knot_count - 1]))
			r->knots[r->knot_count++] = knot;
	}
}

/* A column of the regression for each group. Returns how many. */
static size_t
share_columns(struct reading *r, size_t *columns, struct covariate *c)
{
	size_t groups = 0;

	for (size_t i = 0; i < r->level_count; i++) {
		if (r->levels[i].people < GROUP_LEAST) {
			c->rare += r->levels[i].people;
			continue;
		}
		r->levels[i].column = (uint32_t)(*columns)++;
		groups++;
	}
	if (c->rare > 0) {
		r->rare = (uint32_t)(*columns)++;
		groups++;
	}
	if (c->missing > 0) {
		r->missing = (uint32_t)(*columns)++;
		groups++;
	}
	return groups;
}

static int
decide(struct reading *r, size_t *columns, struct covariate *c, struct err *e)
{
	size_t before = *columns;

	c->missing = find_levels(r);
	const struct level *odd = no_number(r);
	if (odd == NULL && r->level_count > CODES_MOST) {
		c->kind = COVARIATE_NUMBER;
		measure(r, c->missing);
		r->first = (uint32_t)*columns;
		*columns += 1 + r->knot_count;
		r->missing = c->missing > 0 ? (uint32_t)(*columns)++ : 0;
		return 0;
	}
	c->groups = share_columns(r, columns, c);
	bool is_many = r->level_count > COVARIATE_GROUPS;
	if (is_many && (c->groups > COVARIATE_GROUPS || 2 * c->rare > r->people))
		return err_fail(e, ERR_INPUT, STR("estimate.covariate_values"), c->name,
		    STR_INT((int64_t)r->level_count), odd != NULL ? odd->text : STR(""));
	c->kind = c->groups > 1 ? COVARIATE_GROUPED : COVARIATE_CONSTANT;
	*columns = c->groups > 1 ? *columns : before;
	return 0;
}

static uint32_t
put_number(const struct reading *r, double v, struct covariate_term *terms)
{
	double z = (v - r->middle) / r->spread;
	uint32_t n = 0;

	terms[n++] = (struct covariate_term){r->first, z};
	for (uint32_t k = 0; k < r->knot_count; k++)
		if (z > r->knots[k])
			terms[n++] = (struct covariate_term){r->first + 1 + k, z - r->knots[k]};
	return n;
}

/* What one person's value adds to the row. Returns how many terms. */
static uint32_t
put_terms(
    const struct reading *r, const struct covariate *c, size_t person, struct covariate_term *terms)
{
	const struct level wanted = {value_of(r, person), 0, 0};
	double v;

	if (c->kind == COVARIATE_CONSTANT)
		return 0;
	if (is_missing(wanted.text)) {
		terms[0] = (struct covariate_term){r->missing, 1};
		return 1;
	}
	if (c->kind == COVARIATE_NUMBER)
		return tuning_to_number(wanted.text, &v) ? put_number(r, v, terms) : 0;
	const struct level *level =
	    bsearch(&wanted, r->levels, r->level_count, sizeof(*r->levels), by_text);
	uint32_t column = level != NULL ? level->column : 0;
	terms[0] = (struct covariate_term){column > 0 ? column : r->rare, 1};
	return 1;
}

/* A person with the number of values, which qsort passes on to no comparison. */
struct ordered {
	struct covariate_person person;
	size_t count;
};

static int
by_values_and_lists(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	int order = 0;

	for (size_t c = 0; order == 0 && c < x->count; c++)
		order = str_cmp(present(x->person.values[c]), present(y->person.values[c]));
	return order != 0 ? order : (x->person.on > y->person.on) - (x->person.on < y->person.on);
}

static void
sort_people(struct arena *a, const struct covariate_table *t)
{
	struct ordered *all = ARENA_ARRAY(a, struct ordered, t->people);

	for (size_t i = 0; i < t->people; i++)
		all[i] = (struct ordered){t->persons[i], t->count};
	qsort(all, t->people, sizeof(*all), by_values_and_lists);
	for (size_t i = 0; i < t->people; i++)
		t->persons[i] = all[i].person;
}

/* The rows of the regression; each has room for so many terms. */
static void
make_rows(struct arena *a, const struct covariate_table *t, const struct reading *readings,
    const struct covariate *at, size_t most)
{
	for (size_t i = 0; i < t->people; i++) {
		struct covariate_term *terms = ARENA_ARRAY(a, struct covariate_term, most);
		uint32_t n = 1;
		terms[0] = (struct covariate_term){0, 1};
		for (size_t c = 0; c < t->count; c++)
			n += put_terms(&readings[c], &at[c], i, terms + n);
		t->persons[i].terms = terms;
		t->persons[i].term_count = n;
	}
}

int
covariate_read(
    struct arena *a, const struct covariate_table *t, struct covariates *out, struct err *e)
{
	struct covariate *at = ARENA_ARRAY(a, struct covariate, t->count);
	struct reading *readings = ARENA_ARRAY(a, struct reading, t->count);
	size_t columns = 1, most = 1;

	sort_people(a, t);
	for (size_t c = 0; c < t->count; c++) {
		at[c].name = t->names[c];
		readings[c] =
		    (struct reading){.a = a, .persons = t->persons, .people = t->people, .at = c};
		if (decide(&readings[c], &columns, &at[c], e) != 0)
			return -1;
		most += 1 + readings[c].knot_count;
	}
	make_rows(a, t, readings, at, most);
	*out = (struct covariates){at, t->count, columns, t->persons, t->people};
	return 0;
}
