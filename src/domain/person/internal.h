/*
 * internal: what the files of domain/person share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_PERSON_INTERNAL_H
#define GUVOH_DOMAIN_PERSON_INTERNAL_H

#include <stddef.h>

#include "base/names.h"
#include "domain/person/person.h"
#include "engine/link/link.h"

#define PERSON_ID_LAST "\x7f" /* sorts after every id */

/* What was said last of two rows. */
struct person_said {
	size_t x, y;
	struct str said;
};

/* All lists that may be linked together, as the engine takes them. */
struct person_world {
	const struct person_list *lists; /* in the order of names */
	size_t n_lists;
	struct link_list *tables; /* one for each list */
	size_t *first;            /* row of all lists that each begins with */
	int64_t *lines;           /* of each row: where it stands in its list */
	size_t *list_of;          /* of each row */
	size_t rows;
	struct link_said *columns; /* what somebody said that columns of tables hold */
	size_t n_columns;
	struct link_verdict *verdicts; /* that bind */
	size_t n_verdicts;
	struct person_said *said; /* of all pairs of these rows, also what does not bind */
	size_t n_said;
	struct names by_id; /* lists */
};

/* Fills kinds of a list that has its columns. */
MUST_CHECK int person_list_kinds(
    struct db *db, struct arena *a, struct person_list *list, struct err *e);

/* Is it neither taken back nor destroyed, and of the event, or of any when that is empty? */
bool person_list_stands(const struct person_list *list, struct str event);

/* Reads the lists of an event, or all when it is empty. ERR_NOTFOUND people.no_lists. */
MUST_CHECK int person_world_read(
    const struct person_reader *reader, struct str event, struct person_world *out, struct err *e);

/* The row that a mention is; SIZE_MAX: it is in none of these lists. */
size_t person_world_row(const struct person_world *w, struct str list, int64_t line);

/* The persons of a linkage that have a mention among the rows, as person_all orders them. */
MUST_CHECK int person_in_world(const struct person_reader *reader, struct str linkage,
    const struct person_world *w, struct persons *out, struct err *e);

/* Who each row is by the last linkage that has it, on the reader's arena; empty: nobody yet. */
MUST_CHECK int person_of_rows(const struct person_reader *reader, const struct person_world *w,
    const struct str **out, struct err *e);

/* Has what the linkage rests on changed since? */
MUST_CHECK int person_link_stale(const struct person_reader *reader,
    const struct person_linkage *linkage, bool *stale, struct err *e);

/* How many lists a set has. */
static inline size_t
person_set_size(uint32_t set)
{
	size_t n = 0;

	for (; set != 0; set &= set - 1)
		n++;
	return n;
}

/* Adds up the cells of the same set, in the order of sets; how many are left. */
size_t person_cells_add_up(struct person_cell *cells, size_t n);

/* Marks the cells of a count that the public is not told. */
void person_cells_hide(struct arena *a, struct person_count *count);

/* The row as people see it. */
struct person_seen person_world_seen(const struct person_world *w, size_t row);

/* One text for each cell of a JSON array, on a. */
MUST_CHECK int person_texts(
    struct arena *a, struct str json, const struct str **out, size_t *n, struct err *e);

/* The two in the order that a verdict names them in. */
bool person_in_order(const struct person_seen *x, const struct person_seen *y);

/* A verdict as a part of an entry. */
struct archive_part person_judge_part(struct arena *a, const struct person_seen *x,
    const struct person_seen *y, int64_t nth, struct str said);

/* How often something was said of the two so far, and what was said last (empty: nothing). */
MUST_CHECK int person_judged(const struct person_reader *reader, const struct person_seen *x,
    const struct person_seen *y, int64_t *nth, struct str *said, struct err *e);

/* Ids of persons for a linkage: clusters keep the id that most of their mentions had. */
struct person_ids {
	const uint32_t *cluster; /* of each row */
	size_t clusters;
	const struct str *before; /* of each row: who it was; empty: nobody yet */
	const struct str *names;  /* of each row: LIST:LINE with the list's id */
	size_t rows;
};

/* One for each cluster, on a. */
const struct str *person_ids_give(struct arena *a, const struct person_ids *of);

#endif
