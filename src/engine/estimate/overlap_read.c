#include <stdlib.h>
#include <string.h>

#include "engine/estimate/overlap.h"

/* A table as it stands in the file: which of its columns are what. */
struct reading {
	struct arena *a;
	const struct csv *csv;
	const struct overlap_ask *ask;
	int count_column, by_column; /* -1: there is none */
	int columns[OVERLAP_LISTS];  /* of the lists, in order of their names */
	struct str names[OVERLAP_LISTS];
	size_t lists;
	int covariate_columns[COVARIATES]; /* in order of their names */
	struct str covariates[COVARIATES];
	size_t covariate_count;
};

/* One row of the file. */
struct row {
	struct str stratum;
	struct overlap_cell cell;
	size_t at; /* which of the rows it is */
};

/* Puts a column among count sorted ones; false: it is one of them. */
static bool
insert(struct str *names, int *columns, size_t count, const struct csv *csv, int column)
{
	struct str name = csv->names[column];
	size_t at = count;

	while (at > 0 && str_cmp(names[at - 1], name) > 0)
		at--;
	if (at > 0 && str_eq(names[at - 1], name))
		return false;
	for (size_t i = count; i > at; i--) {
		names[i] = names[i - 1];
		columns[i] = columns[i - 1];
	}
	names[at] = name;
	columns[at] = column;
	return true;
}

static int
add_list(struct reading *r, int column, struct err *e)
{
	struct str name = r->csv->names[column];

	if (r->lists == OVERLAP_LISTS)
		return err_fail(e, ERR_LIMIT, STR("estimate.lists"), STR_INT(OVERLAP_LISTS));
	for (size_t i = 0; i < r->covariate_count; i++)
		if (r->covariate_columns[i] == column)
			return err_fail(e, ERR_INPUT, STR("estimate.covariate_twice"), name);
	if (!insert(r->names, r->columns, r->lists, r->csv, column))
		return err_fail(e, ERR_INPUT, STR("estimate.list_twice"), name);
	r->lists++;
	return 0;
}

static int
find_column(const struct csv *csv, struct str name, int *out, struct err *e)
{
	*out = csv_column(csv, name);
	return *out < 0 ? err_fail(e, ERR_NOTFOUND, STR("estimate.column"), name) : 0;
}

static int
find_covariates(struct reading *r, struct err *e)
{
	int column;

	if (r->ask->covariate_count > COVARIATES)
		return err_fail(e, ERR_LIMIT, STR("estimate.covariates"), STR_INT(COVARIATES));
	if (r->ask->covariate_count > 0 && r->count_column >= 0)
		return err_fail(e, ERR_INPUT, STR("estimate.covariate_rows"));
	for (size_t i = 0; i < r->ask->covariate_count; i++) {
		struct str name = r->ask->covariates[i];
		if (find_column(r->csv, name, &column, e) != 0)
			return -1;
		if (column == r->by_column ||
		    !insert(r->covariates, r->covariate_columns, i, r->csv, column))
			return err_fail(e, ERR_INPUT, STR("estimate.covariate_twice"), name);
		r->covariate_count++;
	}
	return 0;
}

static bool
is_for_list(const struct reading *r, int column)
{
	bool is_other = column == r->count_column || column == r->by_column;

	for (size_t i = 0; i < r->covariate_count; i++)
		is_other |= column == r->covariate_columns[i];
	return !is_other;
}

static int
find_columns(struct reading *r, struct err *e)
{
	int column;

	r->count_column = csv_column(r->csv, STR("count"));
	r->by_column = -1;
	if (r->ask->by.n > 0 && find_column(r->csv, r->ask->by, &r->by_column, e) != 0)
		return -1;
	if (find_covariates(r, e) != 0)
		return -1;
	for (size_t i = 0; i < r->ask->list_count; i++)
		if (find_column(r->csv, r->ask->lists[i], &column, e) != 0 ||
		    add_list(r, column, e) != 0)
			return -1;
	for (int c = 0; r->ask->list_count == 0 && c < (int)r->csv->width; c++)
		if (is_for_list(r, c) && add_list(r, c, e) != 0)
			return -1;
	return r->lists == 0 ? err_fail(e, ERR_INPUT, STR("estimate.no_lists")) : 0;
}

static int
read_pattern(const struct reading *r, size_t row, uint32_t *on, struct err *e)
{
	size_t other = 0;

	*on = 0;
	for (size_t j = 0; j < r->lists; j++) {
		struct str field = str_trim(csv_field(r->csv, row, r->columns[j]));
		if (str_eq(field, STR("1")))
			*on |= UINT32_C(1) << j;
		other += !str_eq(field, STR("0")) && !str_eq(field, STR("1"));
	}
	if (other == r->lists)
		return err_fail(
		    e, ERR_INPUT, STR("estimate.total"), STR_INT((int64_t)r->csv->rows[row].line));
	for (size_t j = 0; j < r->lists; j++) {
		struct str field = str_trim(csv_field(r->csv, row, r->columns[j]));
		if (!str_eq(field, STR("0")) && !str_eq(field, STR("1")))
			return err_fail(e, ERR_INPUT, STR("estimate.cell"),
			    STR_INT((int64_t)r->csv->rows[row].line), r->names[j], field);
	}
	return 0;
}

static int
read_row(const struct reading *r, size_t row, struct row *out, struct err *e)
{
	int64_t line = (int64_t)r->csv->rows[row].line, people = 1;
	struct str count = str_trim(csv_field(r->csv, row, r->count_column));

	if (read_pattern(r, row, &out->cell.on, e) != 0)
		return -1;
	if (r->count_column >= 0 && (!str_to_int(count, &people) || people < 0))
		return err_fail(e, ERR_INPUT, STR("estimate.count"), STR_INT(line), count);
	if (people > OVERLAP_PEOPLE)
		return err_fail(e, ERR_LIMIT, STR("estimate.people"), STR_INT(OVERLAP_PEOPLE));
	if (out->cell.on == 0 && people > 0 && r->ask->list_count == 0)
		return err_fail(e, ERR_INPUT, STR("estimate.on_none"), STR_INT(line));
	out->cell.people = people;
	out->stratum = str_trim(csv_field(r->csv, row, r->by_column));
	out->at = row;
	return 0;
}

static int
by_stratum(const void *a, const void *b)
{
	return str_cmp(((const struct row *)a)->stratum, ((const struct row *)b)->stratum);
}

/* The lists that somebody is on, as the table numbers them that has lost some. */
static uint32_t
renumbered(const struct reading *r, uint32_t on, const struct overlap *t)
{
	uint32_t out = 0;
	size_t kept = 0;

	for (size_t j = 0; j < r->lists && kept < t->lists; j++)
		if (str_eq(r->names[j], t->names[kept]))
			out |= (on >> j & 1) << kept++;
	return out;
}

static int
add_covariates(
    const struct reading *r, const struct row *rows, size_t count, struct overlap *t, struct err *e)
{
	struct covariate_person *persons = ARENA_ARRAY(r->a, struct covariate_person, count);
	struct covariates *all = ARENA_NEW(r->a, struct covariates);
	struct str *names = ARENA_ARRAY(r->a, struct str, r->covariate_count);
	size_t people = 0;

	memcpy(names, r->covariates, r->covariate_count * sizeof(*names));
	for (size_t i = 0; i < count; i++) {
		struct str *values = ARENA_ARRAY(r->a, struct str, r->covariate_count);
		if (rows[i].cell.on == 0)
			continue;
		for (size_t c = 0; c < r->covariate_count; c++)
			values[c] =
			    str_trim(csv_field(r->csv, rows[i].at, r->covariate_columns[c]));
		persons[people].on = renumbered(r, rows[i].cell.on, t);
		persons[people++].values = values;
	}
	t->covariates = all;
	const struct covariate_table known = {names, r->covariate_count, persons, people};
	return covariate_read(r->a, &known, all, e);
}

static int
make_table(const struct reading *r, const struct row *rows, size_t count, struct overlap *out,
    struct err *e)
{
	struct overlap_cell *cells = ARENA_ARRAY(r->a, struct overlap_cell, count);
	struct str *names = ARENA_ARRAY(r->a, struct str, r->lists);
	int64_t outside = 0, all = 0;

	memcpy(names, r->names, r->lists * sizeof(*names));
	for (size_t i = 0; i < count; i++) {
		cells[i] = rows[i].cell;
		all += cells[i].people;
		outside += cells[i].on == 0 ? cells[i].people : 0;
		if (all > OVERLAP_PEOPLE)
			return err_fail(
			    e, ERR_LIMIT, STR("estimate.people"), STR_INT(OVERLAP_PEOPLE));
	}
	*out = overlap_of(r->a, names, r->lists, cells, count);
	out->outside = outside;
	if (out->people == 0 && r->by_column >= 0)
		return err_fail(e, ERR_INPUT, STR("estimate.nobody_of_part"),
		    STR_INT((int64_t)r->csv->rows[rows[0].at].line));
	if (out->people == 0)
		return err_fail(e, ERR_INPUT, STR("estimate.nobody"));
	return r->covariate_count > 0 ? add_covariates(r, rows, count, out, e) : 0;
}

static int
make_strata(const struct reading *r, struct row *rows, struct overlap_strata *out, struct err *e)
{
	struct overlap_stratum *strata = ARENA_ARRAY(r->a, struct overlap_stratum, r->csv->count);
	size_t n = 0, end;

	qsort(rows, r->csv->count, sizeof(*rows), by_stratum);
	for (size_t i = 0; i < r->csv->count; i = end) {
		for (end = i + 1;
		     end < r->csv->count && str_eq(rows[end].stratum, rows[i].stratum);)
			end++;
		strata[n].name = rows[i].stratum;
		if (make_table(r, rows + i, end - i, &strata[n].table, e) != 0)
			return -1;
		n++;
	}
	*out = (struct overlap_strata){strata, n};
	return 0;
}

int
overlap_read(struct arena *a, const struct csv *csv, const struct overlap_ask *ask,
    struct overlap_strata *out, struct err *e)
{
	struct reading r = {.a = a, .csv = csv, .ask = ask};

	if (find_columns(&r, e) != 0)
		return -1;
	if (csv->count == 0)
		return err_fail(e, ERR_INPUT, STR("estimate.nobody"));
	struct row *rows = ARENA_ARRAY(a, struct row, csv->count);
	for (size_t i = 0; i < csv->count; i++)
		if (read_row(&r, i, &rows[i], e) != 0)
			return -1;
	return make_strata(&r, rows, out, e);
}
