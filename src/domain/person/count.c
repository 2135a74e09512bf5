#include <stdlib.h>

#include "domain/person/internal.h"

/* The lists of the world in the order of names, as bits. */
static int
by_name(const void *x, const void *y)
{
	return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

static const struct str *
names_of(struct arena *a, const struct person_world *w)
{
	struct str *names = ARENA_ARRAY(a, struct str, w->n_lists);

	for (size_t i = 0; i < w->n_lists; i++)
		names[i] = w->lists[i].name;
	qsort(names, w->n_lists, sizeof(*names), by_name);
	return names;
}

static uint32_t
set_of(const struct person *p, const struct str *names, size_t n)
{
	uint32_t set = 0;

	for (size_t m = 0; m < p->count; m++)
		for (size_t i = 0; i < n; i++)
			if (str_eq(p->mentions[m].list, names[i]))
				set |= UINT32_C(1) << i;
	return set;
}

static int
by_set(const void *x, const void *y)
{
	uint32_t a = ((const struct person_cell *)x)->set, b = ((const struct person_cell *)y)->set;

	return a < b ? -1 : a > b;
}

size_t
person_cells_add_up(struct person_cell *cells, size_t n)
{
	size_t kept = 0;

	qsort(cells, n, sizeof(*cells), by_set);
	for (size_t i = 0; i < n; i++) {
		if (kept > 0 && cells[kept - 1].set == cells[i].set)
			cells[kept - 1].people++;
		else
			cells[kept++] = cells[i];
	}
	return kept;
}

/* Persons by which lists they stand on, and by on how many. */
static void
cells_count(struct arena *a, const struct persons *all, struct person_count *out)
{
	struct person_cell *cells = ARENA_ARRAY(a, struct person_cell, all->count);
	struct person_cell *by_lists = ARENA_ARRAY(a, struct person_cell, out->n_lists);

	for (size_t i = 0; i < out->n_lists; i++)
		by_lists[i].set = (uint32_t)i + 1;
	for (size_t i = 0; i < all->count; i++) {
		cells[i] = (struct person_cell){
		    .set = set_of(&all->at[i], out->lists, out->n_lists), .people = 1};
		by_lists[person_set_size(cells[i].set) - 1].people++;
	}
	out->n_cells = person_cells_add_up(cells, all->count);
	out->cells = cells;
	out->by_lists = by_lists;
}

size_t
person_apart_names(
    const struct person_list *lists, size_t n, const struct person_linkage *l, struct str *out)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < l->n_apart; k++)
			if (str_eq(l->apart[k], lists[i].id))
				out[count++] = lists[i].name;
	return count;
}

int
person_count(
    const struct person_reader *reader, struct str event, struct person_count *out, struct err *e)
{
	/* Who counts sees all that is counted; what the viewer may not be told is hidden after. */
	const struct person_reader all = {reader->db, reader->arena, {VIEWER_TEAM}, NULL};
	struct person_count count = {.linkage = {.id = STR("")}};
	struct person_world w;
	struct persons persons;

	if (person_world_read(&all, event, &w, e) < 0 ||
	    person_link_last(&all, event, &count.linkage, e) < 0)
		return -1;
	if (count.linkage.id.n == 0)
		return err_fail(e, ERR_NOTFOUND, STR("people.not_yet"));
	if (w.n_lists > PERSON_LISTS)
		return err_fail(e, ERR_LIMIT, STR("people.many_lists"), STR_INT(PERSON_LISTS));
	if (person_in_world(&all, count.linkage.id, &w, &persons, e) < 0 ||
	    person_link_stale(&all, &count.linkage, &count.stale, e) < 0)
		return -1;
	count.lists = names_of(reader->arena, &w);
	count.n_lists = w.n_lists;
	struct str *apart = ARENA_ARRAY(reader->arena, struct str, count.linkage.n_apart);
	count.n_apart = person_apart_names(w.lists, w.n_lists, &count.linkage, apart);
	count.apart = apart;
	count.persons = (int64_t)persons.count;
	count.least = count.linkage.least < count.persons ? count.linkage.least : count.persons;
	count.most = count.linkage.most > count.persons ? count.linkage.most : count.persons;
	count.mentions = (int64_t)w.rows;
	cells_count(reader->arena, &persons, &count);
	if (reader->viewer.role != VIEWER_TEAM)
		person_cells_hide(reader->arena, &count);
	*out = count;
	return 0;
}
