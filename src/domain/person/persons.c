#include <stdlib.h>
#include <string.h>

#include "domain/person/internal.h"
#include "domain/person/person_sql.h"

/* --- Persons of a linkage -------------------------------------------------------------------- */

/* A mention and who it is. */
struct placed {
	struct str person;
	size_t row; /* of the world */
};

static int
by_person(const void *x, const void *y)
{
	const struct placed *a = x, *b = y;
	int order = str_cmp(a->person, b->person);

	return order != 0 ? order : a->row < b->row ? -1 : a->row > b->row;
}

static int
by_name(const void *x, const void *y)
{
	const struct person_seen *a = x, *b = y;
	int order = str_cmp(a->list, b->list);

	return order != 0 ? order : a->line < b->line ? -1 : a->line > b->line;
}

/* Most mentions first, then by id. */
static int
by_size(const void *x, const void *y)
{
	const struct person *a = x, *b = y;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return str_cmp(a->id, b->id);
}

static void
person_fill(struct arena *a, const struct person_world *w, const struct placed *placed, size_t n,
    struct person *out)
{
	struct person_seen *seen = ARENA_ARRAY(a, struct person_seen, n);

	for (size_t i = 0; i < n; i++)
		seen[i] = person_world_seen(w, placed[i].row);
	qsort(seen, n, sizeof(*seen), by_name);
	*out = (struct person){.id = placed->person,
	    .mentions = seen,
	    .count = n,
	    .linkage = STR(""),
	    .event = STR("")};
}

/* Of a linkage, those with a mention among the rows of the world. */
static int
placed_read(const struct person_reader *reader, struct str linkage, const struct person_world *w,
    struct placed **out, size_t *n, struct err *e)
{
	struct sql_linked_by_rows rows;
	size_t count = 0;

	if (sql_linked_by_all(reader->db, linkage, reader->arena, &rows, e) < 0)
		return -1;
	struct placed *placed = ARENA_ARRAY(reader->arena, struct placed, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		size_t row = person_world_row(w, rows.at[i].list, rows.at[i].line);
		if (row != SIZE_MAX)
			placed[count++] = (struct placed){rows.at[i].person, row};
	}
	qsort(placed, count, sizeof(*placed), by_person);
	*out = placed;
	*n = count;
	return 0;
}

int
person_in_world(const struct person_reader *reader, struct str linkage,
    const struct person_world *w, struct persons *out, struct err *e)
{
	struct placed *placed;
	size_t n, count = 0;

	if (placed_read(reader, linkage, w, &placed, &n, e) < 0)
		return -1;
	struct person *all = ARENA_ARRAY(reader->arena, struct person, n);
	for (size_t first = 0, end; first < n; first = end) {
		for (end = first + 1; end < n && str_eq(placed[end].person, placed[first].person);)
			end++;
		person_fill(reader->arena, w, placed + first, end - first, &all[count++]);
	}
	qsort(all, count, sizeof(*all), by_size);
	*out = (struct persons){all, count};
	return 0;
}

/* Nobody linked the lists, or only those of some events. */
static int
not_linked(const struct person_reader *reader, struct str event, const struct person_world *w,
    struct err *e)
{
	struct person_linkage linkage = {.id = STR("")};

	for (size_t i = 0; event.n == 0 && i < w->n_lists; i++) {
		struct str of = w->lists[i].event;
		if (person_link_last(reader, of, &linkage, e) < 0)
			return -1;
		if (linkage.id.n > 0)
			return err_fail(e, ERR_NOTFOUND, STR("people.not_all"), of);
	}
	return err_fail(e, ERR_NOTFOUND, STR("people.not_yet"));
}

int
person_all(const struct person_reader *reader, struct str event, struct persons *out, struct err *e)
{
	struct person_world w;
	struct person_linkage linkage;

	if (person_world_read(reader, event, &w, e) < 0 ||
	    person_link_last(reader, event, &linkage, e) < 0)
		return -1;
	if (linkage.id.n == 0)
		return not_linked(reader, event, &w, e);
	return person_in_world(reader, linkage.id, &w, out, e);
}

/* --- One person ------------------------------------------------------------------------------ */

/* The id that name is, or is the beginning of. */
static int
id_of(const struct person_reader *reader, struct str name, struct str *out, struct err *e)
{
	struct sql_linked_range_rows rows = {0};
	struct str last = arena_fmt(reader->arena, "%.*s" PERSON_ID_LAST, STR_ARG(name));

	if (reader->viewer.role == VIEWER_TEAM && name.n > 0 &&
	    sql_linked_range_all(reader->db, name, last, reader->arena, &rows, e) < 0)
		return -1;
	if (rows.count == 0)
		return err_fail(e, ERR_NOTFOUND, STR("people.none"), name);
	if (rows.count > 1)
		return err_fail(e, ERR_INPUT, STR("people.several"), name);
	*out = rows.at[0].person;
	return 0;
}

int
person_find(const struct person_reader *reader, struct str name, struct person *out, struct err *e)
{
	struct sql_linked_where_row where;
	struct person_world w;
	struct persons all;
	struct str id;

	if (id_of(reader, name, &id, e) < 0)
		return -1;
	int found = sql_linked_where_one(reader->db, id, reader->arena, &where, e);
	if (found < 0)
		return -1;
	if (found > 0 && person_world_read(reader, STR(""), &w, e) == 0) {
		if (person_in_world(reader, where.linkage, &w, &all, e) < 0)
			return -1;
		for (size_t i = 0; i < all.count; i++) {
			if (!str_eq(all.at[i].id, id))
				continue;
			*out = all.at[i];
			out->linkage = where.linkage;
			out->event = where.event;
			return 0;
		}
	}
	/* All its mentions went with their lists. */
	return err_fail(e, ERR_NOTFOUND, STR("people.none"), name);
}

int
person_of_rows(const struct person_reader *reader, const struct person_world *w,
    const struct str **out, struct err *e)
{
	struct str *before = ARENA_ARRAY(reader->arena, struct str, w->rows);
	struct sql_linkage_kept_rows kept;

	if (sql_linkage_kept_all(reader->db, reader->arena, &kept, e) < 0)
		return -1;
	for (size_t r = 0; r < w->rows; r++)
		before[r] = STR("");
	for (size_t i = 0; i < kept.count; i++) {
		struct sql_linked_by_rows rows;
		if (sql_linked_by_all(reader->db, kept.at[i].id, reader->arena, &rows, e) < 0)
			return -1;
		for (size_t k = 0; k < rows.count; k++) {
			size_t r = person_world_row(w, rows.at[k].list, rows.at[k].line);
			if (r != SIZE_MAX)
				before[r] = rows.at[k].person;
		}
	}
	*out = before;
	return 0;
}

/* --- Why they are together -------------------------------------------------------------------- */

/* The mention outside that is nearest to one inside: *from is the latter. */
static int
nearest(struct person_review *review, const struct person *p, const bool *inside, size_t *to,
    struct person_pair *out, struct err *e)
{
	bool any = false;

	for (size_t x = 0; x < p->count; x++) {
		for (size_t y = 0; inside[x] && y < p->count; y++) {
			struct person_pair pair;
			if (inside[y])
				continue;
			if (person_review_pair(review, &p->mentions[x], &p->mentions[y], &pair, e) <
			    0)
				return -1;
			bool better = !any || pair.why.total > out->why.total;
			if (str_eq(pair.said, STR("same")) || better) {
				*out = pair;
				*to = y;
				any = true;
			}
			if (str_eq(pair.said, STR("same")))
				return 0;
		}
	}
	return 0;
}

int
person_why(struct person_review *review, struct arena *a, const struct person *p,
    const struct person_pair **out, struct err *e)
{
	struct person_pair *pairs = ARENA_ARRAY(a, struct person_pair, p->count);
	bool *inside = ARENA_ARRAY(a, bool, p->count);

	inside[0] = true;
	for (size_t i = 1; i < p->count; i++) {
		size_t to = 0;
		if (nearest(review, p, inside, &to, &pairs[i - 1], e) < 0)
			return -1;
		inside[to] = true;
	}
	*out = pairs;
	return 0;
}
